// run

package main

import (
	"fmt"
	"runtime"
)

type key struct{ v any }

func try(f func()) {
	defer func() {
		r := recover()
		_, is := r.(runtime.Error)
		_, err := r.(error)
		fmt.Printf("%T %v %+v %q %t %t\n", r, r, r, r, is, err)
	}()
	f()
}

func main() {
	m := map[any]int{1: 2}
	e := map[any]int{}
	k := map[key]int{}
	try(func() { m[[]int{1}] = 1 })
	try(func() { _ = m[map[int]int{}] })
	try(func() { _ = e[func() {}] })
	try(func() { delete(m, any([]string{})) })
	try(func() { delete(e, any([]string{})) })
	try(func() { k[key{[]int{}}]++ })
	try(func() { _ = map[any]int{struct{ f func() }{}: 1} })
	try(func() { _, _ = m[[1]any{[]int{}}] })
	try(func() { var a, b any = []int{}, []int{}; fmt.Println(a == b) })
}

// Output:
// runtime.errorString runtime error: hash of unhashable type []int runtime error: hash of unhashable type []int "runtime error: hash of unhashable type []int" true true
// runtime.errorString runtime error: hash of unhashable type map[int]int runtime error: hash of unhashable type map[int]int "runtime error: hash of unhashable type map[int]int" true true
// maps.unhashableTypeError hash of unhashable type: func() hash of unhashable type: func() "hash of unhashable type: func()" true true
// runtime.errorString runtime error: hash of unhashable type []string runtime error: hash of unhashable type []string "runtime error: hash of unhashable type []string" true true
// maps.unhashableTypeError hash of unhashable type: []string hash of unhashable type: []string "hash of unhashable type: []string" true true
// runtime.errorString runtime error: hash of unhashable type []int runtime error: hash of unhashable type []int "runtime error: hash of unhashable type []int" true true
// runtime.errorString runtime error: hash of unhashable type struct { f func() } runtime error: hash of unhashable type struct { f func() } "runtime error: hash of unhashable type struct { f func() }" true true
// runtime.errorString runtime error: hash of unhashable type []int runtime error: hash of unhashable type []int "runtime error: hash of unhashable type []int" true true
// runtime.errorString runtime error: comparing uncomparable type []int runtime error: comparing uncomparable type []int "runtime error: comparing uncomparable type []int" true true
