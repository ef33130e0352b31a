// run
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

type list struct {
	next *list
	data [3]int
	name string
}

type graph struct {
	nodes map[string]*list
	self  *graph
	any   []any
}

func build(n int) *list {
	var head *list
	for i := 0; i < n; i++ {
		head = &list{next: head, data: [3]int{i, i * 2, i * 3}, name: fmt.Sprint("n", i)}
	}
	return head
}

func sum(l *list) (s int) {
	for ; l != nil; l = l.next {
		s += l.data[0] + l.data[2] + len(l.name)
	}
	return s
}

func main() {
	kept := build(1000)
	g := &graph{nodes: map[string]*list{}}
	g.self = g
	for i := 0; i < 200; i++ {
		tmp := build(100)
		if i%20 == 0 {
			g.nodes[fmt.Sprint(i)] = tmp
			g.any = append(g.any, tmp, i, fmt.Sprint("s", i), []int{i})
		}
	}
	inner := &kept.next.next.data[1]
	kept = nil
	runtime.GC()
	*inner += 5
	total := 0
	for _, l := range g.nodes {
		total += sum(l)
	}
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	fmt.Println(total, len(g.any), *inner, ms.NumGC > 0, ms.Mallocs > ms.Frees, g.self == g)
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100))
}

// Output:
// 200900 40 1999 true true true
// 100 50 -1
