// run
package main

import (
	"errors"
	"fmt"
)

func named() (x int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
			x *= 2
		}
	}()
	x = 21
	panic("boom")
}

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Println("deferred", i)
	}
	fmt.Println("body")
}

func nested() (s string) {
	defer func() {
		s += fmt.Sprint(" outer:", recover())
	}()
	defer func() {
		defer func() { s += fmt.Sprint(" inner:", recover()) }()
		panic("second")
	}()
	panic("first")
}

func rethrow() (err error) {
	defer func() { err = recover().(error) }()
	defer func() {
		r := recover()
		panic(fmt.Errorf("again %v", r))
	}()
	panic("one")
}

func notDirect() (r any) {
	defer func() {
		r = recover()
	}()
	defer func() {
		helper()
	}()
	panic("kept")
}

func helper() { fmt.Println("helper sees", recover()) }

type T struct{ n int }

func (t T) show()  { fmt.Println("value", t.n) }
func (t *T) ptr()  { fmt.Println("pointer", t.n) }
func add(a, b int) { fmt.Println("sum", a+b) }
func evaluated() {
	t := T{1}
	defer t.show()
	defer t.ptr()
	n := 5
	defer add(n, n)
	t.n, n = 2, 50
}

func runtimeErrors() {
	try := func(name string, f func()) {
		defer func() {
			r := recover()
			e, ok := r.(error)
			fmt.Println(name, ok, e)
		}()
		f()
	}
	var s []int
	var m map[string]int
	var p *T
	var i any = "str"
	zero := 0
	five := 5
	try("index", func() { _ = s[five] })
	try("nil map", func() { m["a"] = 1 })
	try("nil pointer", func() { _ = p.n })
	try("assertion", func() { _ = i.(int) })
	try("interface assertion", func() { _ = i.(fmt.Stringer) })
	try("divide", func() { _ = 1 / zero })
	try("slice", func() { _ = "abc"[five:] })
	try("slice order", func() { lo := 2; hi := 1; _ = []int{1, 2, 3}[lo:hi] })
	try("make", func() { _ = make([]int, zero-1) })
	try("conversion", func() { _ = [4]int([]int{1, 2}[:zero]) })
	try("hash", func() { _ = map[any]int{[]int{1}: 2} })
	try("compare", func() { var a, b any = []int{1}, []int{1}; _ = a == b })
	try("custom", func() { panic(errors.New("mine")) })
}

func main() {
	fmt.Println(named())
	order()
	fmt.Println(nested())
	fmt.Println(rethrow())
	fmt.Println(notDirect())
	evaluated()
	runtimeErrors()
}

// Output:
// 42 recovered: boom
// body
// deferred 2
// deferred 1
// deferred 0
//  inner:second outer:first
// again one
// helper sees <nil>
// kept
// sum 10
// pointer 2
// value 1
// index true runtime error: index out of range [5] with length 0
// nil map true assignment to entry in nil map
// nil pointer true runtime error: invalid memory address or nil pointer dereference
// assertion true interface conversion: interface {} is string, not int
// interface assertion true interface conversion: string is not fmt.Stringer: missing method String
// divide true runtime error: integer divide by zero
// slice true runtime error: slice bounds out of range [5:3]
// slice order true runtime error: slice bounds out of range [2:1]
// make true runtime error: makeslice: len out of range
// conversion true runtime error: cannot convert slice with length 0 to array or pointer to array with length 4
// hash true runtime error: hash of unhashable type []int
// compare true runtime error: comparing uncomparable type []int
// custom true mine
