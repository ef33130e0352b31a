// run
// Each call in a literal that a package variable is given is made once; what a blank field is given is forgotten there, as Go's compiler does.
package main

import "fmt"

type blank struct {
	a int
	_ int
}

var n int

func f(name string) int {
	n++
	fmt.Println("call", name)
	return n
}

var x = []blank{{f("a"), f("blank")}, {a: f("b")}}
var y = blank{f("c"), f("blank")}
var z = map[string]blank{"k": {f("d"), 0}}
var w = []any{f("e"), blank{f("g"), 1}, &blank{a: f("h")}, nil}
var v = [2][]int{{f("i")}, {1, f("j"), 3}}
var g = []func() int{func() int { return f("late") }, nil}

func main() {
	local := blank{f("k"), f("blank")}
	fmt.Println(x[0].a, x[1].a, y.a, z["k"].a, w[0], w[1].(blank).a, w[2].(*blank).a, v, local.a, g[0]())
}

// Output:
// call a
// call b
// call c
// call d
// call e
// call g
// call h
// call i
// call j
// call k
// call blank
// call late
// 1 2 3 4 5 6 7 [[8] [1 9 3]] 10 12
