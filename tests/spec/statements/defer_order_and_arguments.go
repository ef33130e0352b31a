// run
package main

import "fmt"

func f() (r int) {
	defer func() { r *= 2 }()
	for i := range 3 {
		defer fmt.Print("d", i, " ")
	}
	x := 1
	defer fmt.Print("x", x, " ")
	x = 2
	return 21
}

type t struct{ n int }

func (v t) m()  { fmt.Print("m", v.n, " ") }
func (p *t) pm() { fmt.Print("pm", p.n, " ") }

func main() {
	fmt.Println(f())
	v := t{1}
	defer fmt.Println()
	defer v.m()
	defer v.pm()
	v.n = 2
	g := v.m
	defer g()
	v.n = 3
}

// Output:
// x1 d2 d1 d0 42
// m2 pm3 m1
