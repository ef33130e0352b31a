// run
package main

import "fmt"

func try(f func()) (err any) {
	defer func() { err = recover() }()
	f()
	return "no panic"
}

func nested() {
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	panic("first")
}

func main() {
	var m map[string]int
	var p *struct{ x int }
	var s []int
	var i any = "str"
	zero := 0
	fmt.Println(try(func() { panic("boom") }))
	fmt.Println(try(func() { m["a"] = 1 }))
	fmt.Println(try(func() { p.x = 1 }))
	fmt.Println(try(func() { s[5] = 1 }))
	fmt.Println(try(func() { _ = i.(int) }))
	fmt.Println(try(func() { fmt.Println(1 / zero) }))
	fmt.Println(try(func() {}))
	fmt.Println(try(nested))
	fmt.Println(try(func() { panic(fmt.Sprint("e", 1)) }))
	fmt.Println(try(func() { _ = s[zero-1:] }))
}

// Output:
// boom
// assignment to entry in nil map
// runtime error: invalid memory address or nil pointer dereference
// runtime error: index out of range [5] with length 0
// interface conversion: interface {} is string, not int
// runtime error: integer divide by zero
// <nil>
// inner second
// first
// e1
// runtime error: slice bounds out of range [-1:]
