// run
package main

import "fmt"

type s interface{ String() string }
type t int

func (t) String() string { return "t" }

func main() {
	var x any = t(1)
	v, ok := x.(int)
	fmt.Println(v, ok)
	w, ok := x.(t)
	fmt.Println(int(w), ok)
	y, ok := x.(s)
	fmt.Println(y.String(), ok)
	_, ok = x.(error)
	fmt.Println(ok)
	var n any
	_, ok = n.(s)
	fmt.Println(ok, x.(s).String())
	defer func() { fmt.Println(recover()) }()
	_ = x.(error)
}

// Output:
// 0 false
// 1 true
// t true
// false
// false t
// interface conversion: main.t is not error: missing method Error
