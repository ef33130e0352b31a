// errorcheck -m -l

package main

type P struct{ v int }

func it1(y func(*P) bool)     { y(&P{1}) } // ERROR `y does not escape` `&P\{\.\.\.\} escapes to heap`
func it2(y func(*P, *P) bool) { y(&P{1}, &P{2}) } // ERROR `y does not escape` `&P\{\.\.\.\} escapes to heap`
var sink func(func(*P) bool)
var keep *P

func a() {
	for range it1 { // ERROR `#p1 does not escape` `func literal does not escape`
	}
	for range it2 { // ERROR `#p1 does not escape` `#p2 does not escape` `func literal does not escape`
	}
	for x := range it2 { // ERROR `x does not escape` `#p2 does not escape` `func literal does not escape`
		println(x.v)
	}
	var q *P
	for q = range it1 { // ERROR `leaking param: #p1` `func literal does not escape`
	}
	for _, keep = range it2 { // ERROR `#p1 does not escape` `leaking param: #p2` `func literal does not escape`
	}
	_ = q
}
func b(p *P) *P { // ERROR `leaking param: p` `moved to heap: #rv1`
	n := 0 // ERROR `moved to heap: n`
	for x := range sink { // ERROR `leaking param: x` `moved to heap: #state1` `func literal escapes to heap`
		n++
		if x.v == 1 {
			return x
		}
		for z := range sink { // ERROR `z does not escape` `moved to heap: #state2` `func literal escapes to heap`
			_ = z
			if n == 3 {
				break
			}
			if n > 10 {
				return p
			}
		}
	}
	return nil
}
func c() (r int, s string) {
outer:
	for x := range sink { // ERROR `leaking param: x` `moved to heap: #state1` `func literal escapes to heap`
		for y := range it1 { // ERROR `leaking param: y` `func literal does not escape`
			defer func() { println(x, y) }() // ERROR `func literal escapes to heap`
			if x == y {
				continue outer
			}
			if x.v == y.v {
				goto done
			}
		}
	}
done:
	return 1, "s"
}
func main() { a(); b(nil); c() }
