// run
// plain: each collection drops values
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	made := 0
	p := sync.Pool{New: func() any { made++; return made }}
	a, b := p.Get(), p.Get()
	p.Put(a)
	p.Put(b)
	p.Put(nil)
	x, y, z := p.Get(), p.Get(), p.Get()
	fmt.Println(a, b, x, y, z, made)
	var q sync.Pool
	for i := range 40 {
		q.Put(i)
	}
	got := make(map[any]bool)
	for range 40 {
		got[q.Get()] = true
	}
	fmt.Println(len(got), q.Get())

	// What is not used is gone after two collections.
	q.Put("kept for one")
	q.Put("kept for one")
	runtime.GC()
	fmt.Println(q.Get())
	q.Put("dropped")
	runtime.GC()
	runtime.GC()
	fmt.Println(q.Get())
}

// Output:
// 1 2 1 2 3 3
// 40 <nil>
// kept for one
// <nil>
