// run
package main

import (
	"fmt"
	"sync"
)

type key struct {
	a int
	b string
}

func main() {
	var m sync.Map
	for i := range 200 {
		m.Store(i, i*i)
	}
	m.Store("text", 1.5)
	m.Store(key{1, "k"}, nil)
	m.Store(nil, "nil")
	fmt.Println(m.Load(7))
	fmt.Println(m.Load("text"))
	fmt.Println(m.Load(key{1, "k"}))
	fmt.Println(m.Load(nil))
	fmt.Println(m.Load(int64(7)))
	fmt.Println(m.LoadOrStore(7, "other"))
	fmt.Println(m.LoadOrStore(1000, "new"))
	fmt.Println(m.LoadAndDelete(1000))
	fmt.Println(m.LoadAndDelete(1000))
	fmt.Println(m.Swap(3, "three"))
	fmt.Println(m.Swap(3000, "x"))
	fmt.Println(m.CompareAndSwap(3, "two", 2), m.CompareAndSwap(3, "three", 3), m.CompareAndSwap("none", nil, 1))
	fmt.Println(m.CompareAndDelete(3, 4), m.CompareAndDelete(3, 3), m.CompareAndDelete(3, 3))
	sum, n := 0, 0
	m.Range(func(k, v any) bool {
		n++
		if i, ok := k.(int); ok {
			sum += i
			m.Delete(i)
		}
		return true
	})
	fmt.Println(n, sum)
	n = 0
	m.Range(func(k, v any) bool { n++; return n < 2 })
	fmt.Println(n)
	m.Clear()
	m.Range(func(k, v any) bool { panic("not empty") })
	try(func() { m.Store([]int{1}, 1) })
	m.Store(1, []int{1})
	try(func() { m.CompareAndSwap(1, []int{1}, 2) })
}

func try(f func()) {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
}

// Output:
// 49 true
// 1.5 true
// <nil> true
// nil true
// <nil> false
// 49 true
// new false
// new true
// <nil> false
// 9 true
// <nil> false
// false true false
// false true false
// 203 22897
// 2
// recovered runtime error: hash of unhashable type []int
// recovered runtime error: comparing uncomparable type []int
