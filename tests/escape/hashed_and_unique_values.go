// errorcheck -m -l
// Hashed and unique values stay in the frame where they hold no pointers but those of strings.
package main

import (
	"fmt"
	"hash/maphash"
	"unique"
	"weak"
)

type pp struct{ p *int }
type ss struct {
	s string
	n any
}

func f(s string) bool { // ERROR `s does not escape`
	x := 1 // ERROR `moved to heap: x`
	y := 2 // ERROR `moved to heap: y`
	h := unique.Make(pp{&x})
	g := unique.Make(&y)
	k := unique.Make(ss{s + "a", s + "b"}) // ERROR `s \+ "a" escapes to heap` `s \+ "b" escapes to heap`
	var i any = s + "c" // ERROR `s \+ "c" escapes to heap`
	j := unique.Make(i)
	return h == unique.Make(pp{}) && g == unique.Make(&y) && k == unique.Make(ss{}) && j == unique.Make(i)
}
func vals(h unique.Handle[pp], g unique.Handle[string]) (pp, string) { return h.Value(), g.Value() } // ERROR `leaking param: h to result ~r0 level=1` `leaking param: g to result ~r1 level=1`
func val2(h unique.Handle[pp]) int                                   { return *h.Value().p } // ERROR `h does not escape`
func hash(s string, sd maphash.Seed) (r uint64) { // ERROR `s does not escape`
	x := 1 // ERROR `moved to heap: x`
	r += maphash.Comparable(sd, s+"x") // ERROR `s \+ "x" does not escape`
	r += maphash.Comparable(sd, &x)
	r += maphash.Comparable(sd, ss{s + "a", 7}) // ERROR `s \+ "a" escapes to heap` `7 escapes to heap`
	r += maphash.Comparable(sd, [2]string{s + "a", "7"}) // ERROR `s \+ "a" does not escape`
	r += maphash.Comparable(sd, struct{ a, b float64 }{1, 2})
	var h maphash.Hash
	maphash.WriteComparable(&h, s+"y") // ERROR `s \+ "y" does not escape`
	y := 2 // ERROR `moved to heap: y`
	maphash.WriteComparable(&h, &y)
	var ch maphash.ComparableHasher[any]
	ch.Hash(&h, s+"z") // ERROR `s \+ "z" escapes to heap`
	_ = ch.Equal(s+"q", s+"r") // ERROR `s \+ "q" does not escape` `s \+ "r" does not escape`
	var i any = s + "i" // ERROR `s \+ "i" escapes to heap`
	r += maphash.Comparable(sd, i)
	return
}
func weaks(w weak.Pointer[int]) bool { return w.Value() == nil } // ERROR `leaking param: w`
func weak2() bool {
	x := 1 // ERROR `moved to heap: x`
	w := weak.Make(&x)
	return weaks(w)
}
func main() { fmt.Println(f("a"), hash("b", maphash.MakeSeed()), weak2()) } // ERROR `\.\.\. argument does not escape` `f\("a"\) escapes to heap` `hash\("b", maphash\.MakeSeed\(\)\) escapes to heap` `weak2\(\) escapes to heap`