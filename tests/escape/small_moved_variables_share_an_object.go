// run
// plain: with --escape=off more is allocated

// Small variables without pointers that a basic block of Go's compiler moves to the heap are one object, up to 16 bytes together.
package main

import (
	"fmt"
	"testing"
)

type pair struct{ a, b *int }

var sink pair
var psink []*int
var bsink [4]any
var gb *bool
var gi *int64
var g32 *int32
var g8 *[3]byte
var n = 5
var data = []int{1, 2, 3}

//go:noinline
func two() { a, b := 1, 2; sink = pair{&a, &b} }

//go:noinline
func params(a, b int) { sink = pair{&a, &b} }

//go:noinline
func mixed() {
	var x bool
	var y int64
	var z int32
	gb, gi, g32 = &x, &y, &z
}

//go:noinline
func three() {
	a, b, c := 1, 2, 3
	psink = append(psink[:0], &a, &b, &c)
}

//go:noinline
func split() {
	a := data[n-3]
	b := 2
	sink = pair{&a, &b}
}

//go:noinline
func second() {
	a := 2
	b := data[n-3]
	sink = pair{&a, &b}
}

//go:noinline
func div() {
	a := 2
	_ = 3 / n
	b := 7
	sink = pair{&a, &b}
}

//go:noinline
func rng() {
	for i, v := range data {
		sink = pair{&i, &v}
	}
}

//go:noinline
func call() {
	a := 2
	nothing()
	b := 7
	sink = pair{&a, &b}
}

//go:noinline
func iff() {
	a := 2
	if n > 100 {
		nothing()
	}
	b := 7
	sink = pair{&a, &b}
}

//go:noinline
func nothing() {}

func results() (a int32, b int32) {
	f := func() { a++; b++ }
	bsink[0] = f
	return 1, 2
}

//go:noinline
func loopv() {
	for i, j := 0, 0; i < 3; i++ {
		sink = pair{&i, &j}
	}
}

//go:noinline
func small() {
	var a, b, c, d [3]byte
	a[0], b[0] = 1, 2
	g8 = &a
	g8 = &b
	g8 = &c
	g8 = &d
}

func inl(a, b int) *int { sink = pair{&a, &b}; return &a }

//go:noinline
func inlined() {
	inl(1, n)
}

func show(name string, f func()) {
	fmt.Println(name, testing.AllocsPerRun(100, f))
}

func main() {
	show("two", two)
	show("params", func() { params(n, n) })
	show("mixed", mixed)
	show("three", three)
	show("split", split)
	show("second", second)
	show("div", div)
	show("rng", rng)
	show("call", call)
	show("iff", iff)
	show("results", func() { results() })
	show("loopv", loopv)
	show("small", small)
	show("inlined", inlined)
	mixed()
	*gb, *gi, *g32 = true, 1<<40, -1
	fmt.Println(*gb, *gi, *g32)
}

// Output:
// two 1
// params 1
// mixed 1
// three 2
// split 2
// second 1
// div 2
// rng 3
// call 1
// iff 2
// results 2
// loopv 4
// small 1
// inlined 1
// true 1099511627776 -1
