// run
package main

import "fmt"

type t struct {
	a int
	s string
	p *int
	f float64
	arr [2]bool
	sl []int
	m map[int]int
	i any
	fn func()
}

var g t

func main() {
	var v t
	fmt.Println(v.a, v.s == "", v.p == nil, v.f, v.arr, v.sl == nil, v.m == nil, v.i == nil, v.fn == nil)
	fmt.Println(g.a, len(g.sl), len(g.m), cap(g.sl))
	var r rune
	var b byte
	var u uintptr
	fmt.Println(r, b, u)
}

// Output:
// 0 true true 0 [false false] true true true true
// 0 0 0 0
// 0 0 0
