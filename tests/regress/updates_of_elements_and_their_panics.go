// run

// x op= y where y reads, indexes or panics: what was there is read before it or behind it, but the first panic stays the first one.
package main

import "fmt"

type pair struct{ a, b int }

type node struct {
	value float64
	count int
	next  *node
}

func add(s, t []int, i, j int)                    { s[i] += t[j] }
func sub(s, t []int, i, j int)                    { s[i] -= t[j] }
func axpy(s, t []float64, a float64, i, j int)    { s[i] += a * t[j] }
func scale(s, t []float64, i, j int)              { s[i] *= t[j] }
func xor(s []byte, t []int32, i, j int)           { s[i] ^= byte(t[j]) }
func shift(s []int16, t []uint, i, j int)         { s[i] <<= t[j] }
func join(s []string, t []string, i, j int)       { s[i] += t[j] }
func divide(s, t []int, i, j int)                 { s[i] /= t[j] }
func fields(s []pair, t []pair, i, j int)         { s[i].b += t[j].a; s[i].a |= t[j].b }
func through(n *node, t []float64, j int)         { n.value += t[j] }
func chain(n *node)                               { n.value += n.next.value; n.count -= n.next.count }
func arrays(s *[4]int, t []int, i, j int)         { s[i] += t[j] }
func mapped(m map[string]int, t []int, j int)     { m["k"] += t[j] }
func again(s []int, i int)                        { s[i] += s[i]; s[i] ^= s[i] + 1; s[i] = s[i]*3 + s[i] }
func overlapping(s []int, i int)                  { s[i] += s[i+1]; s[i+1] += s[i] }
func called(s []int, i int, f func() int)         { s[i] += f(); s[i] |= f() }
func compared(s []int, t []int, i, j int) bool    { s[i] += t[j]; return s[i] == t[j] }
func unsigned(s []uint64, t []int, i uint, j int) { s[i] += uint64(t[j]) }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
}

func main() {
	s, t := []int{1, 2, 3}, []int{10, 0}
	x, y := []float64{1, 2, 3}, []float64{10, 20}
	for _, at := range [][2]int{{1, 0}, {2, 1}, {3, 1}, {2, 2}, {5, 7}, {-1, -2}, {0, -1}} {
		i, j := at[0], at[1]
		try("add", func() { add(s, t, i, j) })
		try("sub", func() { sub(s, t, i, j) })
		try("axpy", func() { axpy(x, y, 0.5, i, j) })
		try("scale", func() { scale(x, y, i, j) })
		b := []byte{1, 2, 3}
		try("xor", func() { xor(b, []int32{300, 5}, i, j) })
		h := []int16{1, 2, 3}
		try("shift", func() { shift(h, []uint{15, 70}, i, j) })
		w := []string{"a", "b", "c"}
		try("join", func() { join(w, []string{"x", ""}, i, j) })
		try("divide", func() { divide(s, t, i, j) })
		p := []pair{{1, 2}, {3, 4}, {5, 6}}
		try("fields", func() { fields(p, []pair{{7, 8}, {9, 10}}, i, j) })
		a := [4]int{1, 2, 3, 4}
		try("arrays", func() { arrays(&a, t, i, j) })
		m := map[string]int{}
		try("mapped", func() { mapped(m, t, j) })
		u := []uint64{1, 2, 3}
		if i >= 0 {
			try("unsigned", func() { unsigned(u, t, uint(i), j) })
		}
		fmt.Println(i, j, s, x, b, h, w, p, a, m, u)
	}
	try("nil array", func() { arrays(nil, t, 0, 5) })
	try("nil object", func() { through(nil, y, 5) })
	n := &node{value: 1, count: 2}
	try("index", func() { through(n, y, 5) })
	try("next", func() { chain(n) })
	n.next = n
	through(n, y, 1)
	chain(n)
	fmt.Println(n.value, n.count)
	again(s, 1)
	overlapping(s, 0)
	calls := 0
	called(s, 2, func() int { calls++; s[2] = 100; s = append(s, 5); return calls })
	fmt.Println(s, compared(s, s, 0, 0), compared(s, s, 0, 1), s)
	var nothing map[string]int
	try("nil map", func() { mapped(nothing, t, 9) })
}

// Output:
// 1 0 [1 0 3] [1 70 3] [1 46 3] [1 0 3] [a bx c] [{1 2} {11 11} {5 6}] [1 12 3 4] map[k:10] [1 12 3]
// divide runtime error: integer divide by zero
// 2 1 [1 0 3] [1 70 260] [1 2 6] [1 2 0] [a b c] [{1 2} {3 4} {15 15}] [1 2 3 4] map[k:0] [1 2 3]
// add runtime error: index out of range [3] with length 3
// sub runtime error: index out of range [3] with length 3
// axpy runtime error: index out of range [3] with length 3
// scale runtime error: index out of range [3] with length 3
// xor runtime error: index out of range [3] with length 3
// shift runtime error: index out of range [3] with length 3
// join runtime error: index out of range [3] with length 3
// divide runtime error: index out of range [3] with length 3
// fields runtime error: index out of range [3] with length 3
// unsigned runtime error: index out of range [3] with length 3
// 3 1 [1 0 3] [1 70 260] [1 2 3] [1 2 3] [a b c] [{1 2} {3 4} {5 6}] [1 2 3 4] map[k:0] [1 2 3]
// add runtime error: index out of range [2] with length 2
// sub runtime error: index out of range [2] with length 2
// axpy runtime error: index out of range [2] with length 2
// scale runtime error: index out of range [2] with length 2
// xor runtime error: index out of range [2] with length 2
// shift runtime error: index out of range [2] with length 2
// join runtime error: index out of range [2] with length 2
// divide runtime error: index out of range [2] with length 2
// fields runtime error: index out of range [2] with length 2
// arrays runtime error: index out of range [2] with length 2
// mapped runtime error: index out of range [2] with length 2
// unsigned runtime error: index out of range [2] with length 2
// 2 2 [1 0 3] [1 70 260] [1 2 3] [1 2 3] [a b c] [{1 2} {3 4} {5 6}] [1 2 3 4] map[] [1 2 3]
// add runtime error: index out of range [5] with length 3
// sub runtime error: index out of range [5] with length 3
// axpy runtime error: index out of range [5] with length 3
// scale runtime error: index out of range [5] with length 3
// xor runtime error: index out of range [5] with length 3
// shift runtime error: index out of range [5] with length 3
// join runtime error: index out of range [5] with length 3
// divide runtime error: index out of range [5] with length 3
// fields runtime error: index out of range [5] with length 3
// arrays runtime error: index out of range [5] with length 4
// mapped runtime error: index out of range [7] with length 2
// unsigned runtime error: index out of range [5] with length 3
// 5 7 [1 0 3] [1 70 260] [1 2 3] [1 2 3] [a b c] [{1 2} {3 4} {5 6}] [1 2 3 4] map[] [1 2 3]
// add runtime error: index out of range [-1]
// sub runtime error: index out of range [-1]
// axpy runtime error: index out of range [-1]
// scale runtime error: index out of range [-1]
// xor runtime error: index out of range [-1]
// shift runtime error: index out of range [-1]
// join runtime error: index out of range [-1]
// divide runtime error: index out of range [-1]
// fields runtime error: index out of range [-1]
// arrays runtime error: index out of range [-1]
// mapped runtime error: index out of range [-2]
// -1 -2 [1 0 3] [1 70 260] [1 2 3] [1 2 3] [a b c] [{1 2} {3 4} {5 6}] [1 2 3 4] map[] [1 2 3]
// add runtime error: index out of range [-1]
// sub runtime error: index out of range [-1]
// axpy runtime error: index out of range [-1]
// scale runtime error: index out of range [-1]
// xor runtime error: index out of range [-1]
// shift runtime error: index out of range [-1]
// join runtime error: index out of range [-1]
// divide runtime error: index out of range [-1]
// fields runtime error: index out of range [-1]
// arrays runtime error: index out of range [-1]
// mapped runtime error: index out of range [-1]
// unsigned runtime error: index out of range [-1]
// 0 -1 [1 0 3] [1 70 260] [1 2 3] [1 2 3] [a b c] [{1 2} {3 4} {5 6}] [1 2 3 4] map[] [1 2 3]
// nil array runtime error: invalid memory address or nil pointer dereference
// nil object runtime error: invalid memory address or nil pointer dereference
// index runtime error: index out of range [5] with length 2
// next runtime error: invalid memory address or nil pointer dereference
// 42 0
// [19 9 100 5 5] true false [19 9 100 5 5]
// nil map runtime error: index out of range [9] with length 2
