// run

// min and max with NaN, signed zeros, strings and constants; clear of maps with NaN keys, of slices, of nil.
package main

import (
	"fmt"
	"math"
)

type key struct{ a, b float64 }

func sign(f float64) string {
	if math.Signbit(f) {
		return fmt.Sprint("-", f)
	}
	return fmt.Sprint("+", f)
}

func smallest[T ~int | ~float64 | ~string](a T, rest ...T) T {
	for _, b := range rest {
		a = min(a, b)
	}
	return a
}

func main() {
	nan, negZero, zero, inf := math.NaN(), math.Copysign(0, -1), 0.0, math.Inf(1)
	fmt.Println(sign(min(zero, negZero)), sign(min(negZero, zero)), sign(max(negZero, zero)), sign(max(zero, negZero)))
	fmt.Println(min(nan, 1), max(1, nan), min(inf, nan), max(nan, -inf), min(1, nan, -inf), max(inf, 2, 3), min(-inf, inf))
	fmt.Println(sign(max(negZero, negZero)), sign(min(zero, zero, negZero)), sign(max(negZero, 0)))
	f32 := float32(nan)
	fmt.Println(min(f32, 2), max(float32(negZero), 0), min(float32(1.5), 0.1))
	var i8 int8 = -128
	var u uint64 = math.MaxUint64
	fmt.Println(min(i8, 127), max(i8, 127, 3), max(u, 1), min(u, 1), max(1, 2.5, 'a'), min("b", "a", "ab"))
	const c = max(1, 2<<70, 3) >> 68
	s := "x"
	fmt.Println(c, max(s, "y", ""), min(s), max(s+"1", s), smallest(3, 1, 2), smallest("b", "a"), smallest(1.0, nan))
	order := ""
	call := func(name string, v int) int { order += name; return v }
	fmt.Println(max(call("a", 1), call("b", 3), call("c", 2)), order)

	m := map[float64]int{nan: 1, nan: 2, 1: 3}
	fmt.Println(len(m))
	clear(m)
	fmt.Println(len(m))
	m[2] = 4
	fmt.Println(m)
	keys := map[key]string{{nan, 1}: "x", {1, 1}: "y"}
	clear(keys)
	var nothing map[string]int
	clear(nothing)
	list := []*int{new(int), nil, new(int)}
	clear(list[:2])
	fmt.Println(len(keys), list[0], list[1], list[2] != nil)
	var none []string
	clear(none)
	words := []string{"a", "b"}
	clear(words)
	fmt.Printf("%q %v\n", words, none == nil)
	for k := range map[int]int{1: 1, 2: 2, 3: 3} {
		_ = k
		big := map[int]int{}
		for i := range 100 {
			big[i] = i
		}
		n := 0
		for range big {
			clear(big)
			n++
		}
		fmt.Println(n, len(big))
		break
	}
	p := new(3 + 4)
	q := new(fmt.Sprint(*p))
	type pair struct{ a, b int }
	r := new(pair{1, 2})
	*p++
	fmt.Println(*p, *q, *r, *new(any(nil)) == nil, *new([2]int{1, 2}), *new(int64(5)))
}

// Output:
// --0 --0 +0 +0
// NaN NaN NaN NaN NaN +Inf -Inf
// --0 --0 +0
// NaN 0 0.1
// -128 127 18446744073709551615 1 97 a
// 8 y x x1 1 a NaN
// 3 abc
// 3
// 0
// map[2:4]
// 0 <nil> <nil> true
// ["" ""] true
// 1 0
// 8 7 {1 2} true [1 2] 5
