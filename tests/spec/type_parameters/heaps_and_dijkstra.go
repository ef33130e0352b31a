// run

package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

type Number interface {
	~int | ~int32 | ~int64 | ~float32 | ~float64
}

type Heap[T any] struct {
	items []T
	less  func(a, b T) bool
}

func HeapOf[T any](less func(a, b T) bool, items ...T) *Heap[T] {
	h := &Heap[T]{items: slices.Clone(items), less: less}
	for i := len(h.items)/2 - 1; i >= 0; i-- {
		h.down(i)
	}
	return h
}

func (h *Heap[T]) down(i int) {
	for {
		child := 2*i + 1
		if child >= len(h.items) {
			return
		}
		if child+1 < len(h.items) && h.less(h.items[child+1], h.items[child]) {
			child++
		}
		if !h.less(h.items[child], h.items[i]) {
			return
		}
		h.items[i], h.items[child] = h.items[child], h.items[i]
		i = child
	}
}

func (h *Heap[T]) Push(item T) {
	h.items = append(h.items, item)
	for i := len(h.items) - 1; i > 0; {
		parent := (i - 1) / 2
		if !h.less(h.items[i], h.items[parent]) {
			break
		}
		h.items[i], h.items[parent] = h.items[parent], h.items[i]
		i = parent
	}
}

func (h *Heap[T]) Pop() (top T, ok bool) {
	if len(h.items) == 0 {
		return
	}
	top = h.items[0]
	last := len(h.items) - 1
	h.items[0] = h.items[last]
	clear(h.items[last:])
	h.items = h.items[:last]
	h.down(0)
	return top, true
}

func (h *Heap[T]) Drain(yield func(T) bool) {
	for {
		item, ok := h.Pop()
		if !ok || !yield(item) {
			return
		}
	}
}

type Edge[N comparable, W Number] struct {
	To     N
	Weight W
}

type Graph[N comparable, W Number] map[N][]Edge[N, W]

func (g Graph[N, W]) Connect(a, b N, w W) Graph[N, W] {
	g[a] = append(g[a], Edge[N, W]{b, w})
	g[b] = append(g[b], Edge[N, W]{a, w})
	return g
}

type Path[N comparable, W Number] struct {
	Length W
	Nodes  []N
}

func (p Path[N, W]) String() string {
	var b strings.Builder
	for i, n := range p.Nodes {
		if i > 0 {
			b.WriteString("->")
		}
		fmt.Fprint(&b, n)
	}
	return fmt.Sprintf("%v by %s", p.Length, b.String())
}

func Shortest[N comparable, W Number](g Graph[N, W], from N) map[N]Path[N, W] {
	type step struct {
		node N
		path Path[N, W]
	}
	done := map[N]Path[N, W]{}
	heap := HeapOf(func(a, b step) bool { return a.path.Length < b.path.Length }, step{from, Path[N, W]{Nodes: []N{from}}})
	for s := range heap.Drain {
		if _, ok := done[s.node]; ok {
			continue
		}
		done[s.node] = s.path
		for _, e := range g[s.node] {
			if _, ok := done[e.To]; !ok {
				nodes := append(slices.Clip(s.path.Nodes), e.To)
				heap.Push(step{e.To, Path[N, W]{s.path.Length + e.Weight, nodes}})
			}
		}
	}
	return done
}

func Sorted[K cmp.Ordered, V any](m map[K]V) func(func(K, V) bool) {
	return func(yield func(K, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

type meters float64

func main() {
	h := HeapOf(func(a, b int) bool { return a > b }, 5, 2, 8, 1, 9, 3)
	h.Push(7)
	for n := range h.Drain {
		if n < 3 {
			break
		}
		fmt.Print(n, " ")
	}
	fmt.Println(len(h.items))
	cities := Graph[string, meters]{}.Connect("A", "B", 7).Connect("A", "C", 3.5).Connect("C", "B", 2.25).Connect("B", "D", 1).Connect("C", "D", 8).Connect("X", "Y", 1)
	for to, path := range Sorted(Shortest(cities, "A")) {
		fmt.Println(to, path)
	}
	grid := Graph[int, int]{}
	for i := range 16 {
		if i%4 < 3 {
			grid.Connect(i, i+1, 1+i*7%5)
		}
		if i < 12 {
			grid.Connect(i, i+4, 1+i*3%4)
		}
	}
	paths := Shortest(grid, 0)
	fmt.Println(paths[15], len(paths))
	fmt.Printf("%T %v\n", paths, paths[99].Length == 0 && math.MaxInt > 0)
}

// Output:
// 9 8 7 5 3 1
// A 0 by A
// B 5.75 by A->C->B
// C 3.5 by A->C
// D 6.75 by A->C->B->D
// 11 by 0->4->8->9->10->11->15 16
// map[int]main.Path[int,int] true
