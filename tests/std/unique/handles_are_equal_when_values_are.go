// run
package main

import (
	"fmt"
	"runtime"
	"unique"
)

type point struct {
	x, y int
	name string
}

type wrapper struct {
	inner unique.Handle[string]
	tag   any
}

//go:noinline
func fill(n int) {
	for i := range n {
		unique.Make(fmt.Sprint("transient", i))
	}
}

func main() {
	text := "some text to cut from"
	a, b := unique.Make(text[:4]), unique.Make("so"+text[2:4])
	fmt.Println(a == b, a.Value(), a == unique.Make("other"))
	p, q := unique.Make(point{1, 2, "p"}), unique.Make(point{1, 2, string([]byte{'p'})})
	fmt.Println(p == q, p.Value(), p == unique.Make(point{2, 1, "p"}))
	w := unique.Make(wrapper{a, 3})
	fmt.Println(w == unique.Make(wrapper{b, 3}), w == unique.Make(wrapper{b, int8(3)}), w.Value().inner.Value())
	fmt.Println(unique.Make(struct{}{}) == unique.Make(struct{}{}), unique.Make(7) == unique.Make(7))
	fmt.Println(unique.Make[any]("x") == unique.Make[any]("x"), unique.Make[error](nil) == unique.Make[error](nil))
	x := new(int)
	fmt.Println(unique.Make(x) == unique.Make(x), unique.Make(x) == unique.Make(new(int)))
	fill(50)
	for range 4 {
		runtime.GC()
		runtime.Gosched()
	}
	fmt.Println(a == unique.Make("some"), a.Value())
	runtime.KeepAlive(p)
	defer func() { fmt.Println(recover()) }()
	unique.Make[any]([]int{1})
}

// Output:
// true some false
// true {1 2 p} false
// true false some
// true true
// true true
// true false
// true some
// runtime error: hash of unhashable type []int
