// run
package main

import "fmt"

type a struct{ x, y int }
type b struct {
	a
	y string
}
type d struct {
	*b
	z int
}

func (a) who() string  { return "a" }
func (v a) get() int   { return v.x }
func (p *a) set(n int) { p.x = n }
func (b) who() string  { return "b" }

func main() {
	v := d{&b{a{1, 2}, "s"}, 3}
	v.set(9)
	fmt.Println(v.x, v.y, v.a.y, v.b.a.x, v.who(), v.a.who(), v.get(), v.z)
	f := v.get
	v.x = 11
	fmt.Println(f(), v.get())
}

// Output:
// 9 s 2 9 b a 9 3
// 9 11
