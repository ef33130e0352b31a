// run

package main

import (
	"fmt"
	"runtime"
	"sort"
)

func try(f func()) {
	defer func() {
		r := recover()
		_, re := r.(runtime.Error)
		fmt.Printf("%T %v %t\n", r, r, re)
	}()
	f()
}

type T struct{}

func main() {
	try(func() { sort.Slice(5, nil) })
	try(func() { sort.Slice(nil, nil) })
	try(func() { sort.Slice([2]int{}, nil) })
	try(func() { sort.Slice(map[string]int{}, nil) })
	try(func() { sort.SliceStable("x", nil) })
	try(func() { sort.SliceStable(&T{}, nil) })
	try(func() { sort.Slice(T{}, nil) })
	try(func() { fmt.Println(sort.SliceIsSorted(T{}, nil)) })
	try(func() { fmt.Println(sort.SliceIsSorted(nil, nil)) })
	try(func() { fmt.Println(sort.SliceIsSorted(map[int]int{1: 1}, nil)) })
	try(func() {
		fmt.Println(sort.SliceIsSorted("abc", func(i, j int) bool { fmt.Println(i, j); return false }))
	})
	try(func() { sort.Slice([]int(nil), nil) })
	try(func() { sort.Slice([]int{1}, nil) })
	try(func() { sort.Slice([]int{1, 2}, nil) })
}

// Output:
// *reflectlite.ValueError reflect: call of Swapper on int Value false
// *reflectlite.ValueError reflect: call of Swapper on zero Value false
// *reflectlite.ValueError reflect: call of Swapper on array Value false
// *reflectlite.ValueError reflect: call of Swapper on map Value false
// *reflectlite.ValueError reflect: call of Swapper on string Value false
// *reflectlite.ValueError reflect: call of Swapper on ptr Value false
// *reflectlite.ValueError reflect: call of Swapper on struct Value false
// *reflectlite.ValueError reflect: call of reflectlite.Value.Len on struct Value false
// *reflectlite.ValueError reflect: call of reflectlite.Value.Len on zero Value false
// true
// <nil> <nil> false
// 2 1
// 1 0
// true
// <nil> <nil> false
// <nil> <nil> false
// <nil> <nil> false
// runtime.errorString runtime error: invalid memory address or nil pointer dereference true
