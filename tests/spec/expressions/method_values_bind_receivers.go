// run
package main

import "fmt"

type c struct{ n int }

func (v c) val() int  { return v.n }
func (p *c) inc() int { p.n++; return p.n }

type i interface{ val() int }

func main() {
	v := c{1}
	f, g := v.val, v.inc
	v.n = 10
	fmt.Println(f(), g(), g(), v.n)
	var x i = v
	h := x.val
	x = c{5}
	fmt.Println(h(), x.val(), i.val(x))
	defer func() { fmt.Println(recover()) }()
	var z i
	_ = z.val
}

// Output:
// 1 11 12 12
// 12 5 5
// runtime error: invalid memory address or nil pointer dereference
