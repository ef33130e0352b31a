// run
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	name string
	next *node
}

var log []string

func finish(n *node) { log = append(log, n.name) }

// drain collects and lets finalizers run until nothing more happens.
func drain(want int) {
	for i := 0; i < 40 && len(log) < want; i++ {
		runtime.GC()
		for range 5 {
			runtime.Gosched()
		}
	}
	fmt.Println(log)
	log = nil
}

//go:noinline
func chain(names ...string) {
	var last *node
	for _, name := range names {
		last = &node{name, last}
		runtime.SetFinalizer(last, finish)
	}
}

var saved *node

//go:noinline
func phoenix() {
	n := &node{name: "phoenix"}
	runtime.SetFinalizer(n, func(n *node) {
		log = append(log, "saved "+n.name)
		saved = n
	})
}

//go:noinline
func cycle() {
	a := &node{name: "a"}
	b := &node{"b", a}
	a.next = b
	runtime.SetFinalizer(a, finish) // never runs: a is reached from a
}

//go:noinline
func taken() {
	n := &node{name: "taken"}
	runtime.SetFinalizer(n, finish)
	runtime.SetFinalizer(n, nil)
}

type stringer interface{ String() string }

func (n *node) String() string { return "node " + n.name }

//go:noinline
func kinds() {
	runtime.SetFinalizer(&node{name: "1"}, func(x any) { log = append(log, fmt.Sprintf("%T", x)) })
	runtime.SetFinalizer(&node{name: "2"}, func(x stringer) { log = append(log, x.String()) })
	runtime.SetFinalizer(&node{name: "3"}, func(*node) (int, [300]int) {
		log = append(log, "results")
		return 1, [300]int{}
	})
}

//go:noinline
func tiny() {
	for i := range 3 {
		p := new(int32)
		*p = int32(i)
		runtime.SetFinalizer(p, func(p *int32) { log = append(log, "tiny") })
	}
}

func main() {
	chain("inner", "middle", "outer")
	drain(3) // outer first: it reaches the others
	phoenix()
	drain(1)
	runtime.SetFinalizer(saved, finish)
	saved = nil
	drain(1)
	cycle()
	taken()
	kinds()
	for range 3 {
		runtime.GC()
		runtime.Gosched()
	}
	fmt.Println(len(log), runtime.NumGoroutine())
	log = nil
	tiny()
	for range 5 {
		new64()
		runtime.GC()
		runtime.Gosched()
	}
	fmt.Println(log)
	n := &node{name: "kept"}
	runtime.SetFinalizer(n, finish)
	runtime.GC()
	runtime.Gosched()
	runtime.KeepAlive(n)
	runtime.SetFinalizer(new(struct{}), func(*struct{}) {})
	fmt.Println("end")
}

var sink *int64

//go:noinline
func new64() { sink = new(int64); sink = nil }

// Output:
// [outer middle inner]
// [saved phoenix]
// [phoenix]
// 3 1
// [tiny tiny tiny]
// end
