// run

package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

// Key is what a trie branches on.
type Key[E comparable] interface{ ~[]E }

type Trie[K Key[E], E comparable, V any] struct {
	children map[E]*Trie[K, E, V]
	value    *V
}

func (t *Trie[K, E, V]) Put(key K, value V) {
	for _, e := range key {
		if t.children == nil {
			t.children = make(map[E]*Trie[K, E, V])
		}
		next, ok := t.children[e]
		if !ok {
			next = new(Trie[K, E, V])
			t.children[e] = next
		}
		t = next
	}
	t.value = &value
}

func (t *Trie[K, E, V]) Longest(key K) (prefix K, value V, ok bool) {
	for i, e := range key {
		if t.value != nil {
			prefix, value, ok = key[:i], *t.value, true
		}
		if t = t.children[e]; t == nil {
			return
		}
	}
	if t.value != nil {
		return key, *t.value, true
	}
	return
}

func (t *Trie[K, E, V]) Walk(less func(a, b E) int) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.walk(nil, less, yield) }
}

func (t *Trie[K, E, V]) walk(path K, less func(a, b E) int, yield func(K, V) bool) bool {
	if t.value != nil && !yield(slices.Clone(path), *t.value) {
		return false
	}
	for _, e := range slices.SortedFunc(maps.Keys(t.children), less) {
		if !t.children[e].walk(append(path, e), less, yield) {
			return false
		}
	}
	return true
}

type ID[T any] uint32

type Interner[T comparable] struct {
	ids    map[T]ID[T]
	values []T
}

func (in *Interner[T]) Intern(t T) ID[T] {
	if id, ok := in.ids[t]; ok {
		return id
	}
	if in.ids == nil {
		in.ids = map[T]ID[T]{}
	}
	id := ID[T](len(in.values))
	in.values = append(in.values, t)
	in.ids[t] = id
	return id
}

func (in *Interner[T]) Value(id ID[T]) T { return in.values[id] }

type Graph[N comparable] struct {
	nodes Interner[N]
	edges [][]ID[N]
}

func (g *Graph[N]) Edge(from, to N) {
	a, b := g.nodes.Intern(from), g.nodes.Intern(to)
	for len(g.edges) < len(g.nodes.values) {
		g.edges = append(g.edges, nil)
	}
	g.edges[a] = append(g.edges[a], b)
}

func (g *Graph[N]) TopologicalOrder() (order []N, cycle bool) {
	const (
		white = iota
		gray
		black
	)
	color := make([]uint8, len(g.nodes.values))
	var visit func(id ID[N]) bool
	visit = func(id ID[N]) bool {
		switch color[id] {
		case gray:
			return false
		case black:
			return true
		}
		color[id] = gray
		for _, to := range g.edges[id] {
			if !visit(to) {
				return false
			}
		}
		color[id] = black
		order = append(order, g.nodes.Value(id))
		return true
	}
	for id := range g.nodes.values {
		if !visit(ID[N](id)) {
			return nil, true
		}
	}
	slices.Reverse(order)
	return order, false
}

func main() {
	var routes Trie[[]string, string, func() string]
	for _, path := range []string{"", "api", "api/users", "api/users/admin", "static"} {
		routes.Put(strings.FieldsFunc(path, func(r rune) bool { return r == '/' }), func() string { return "handler of /" + path })
	}
	for _, path := range []string{"api/users/42", "api/users/admin/x", "nowhere", "static/css/a.css"} {
		prefix, handler, ok := routes.Longest(strings.Split(path, "/"))
		fmt.Println(prefix, handler(), ok)
	}
	var words Trie[[]rune, rune, int]
	for i, w := range strings.Fields("tea ten te inn in i über") {
		words.Put([]rune(w), i)
	}
	for w, i := range words.Walk(func(a, b rune) int { return int(a - b) }) {
		if w[0] == 'ü' {
			break
		}
		fmt.Print(string(w), i, " ")
	}
	_, _, ok := words.Longest([]rune("zebra"))
	fmt.Println(ok)

	var g Graph[string]
	for _, e := range strings.Fields("shirt>tie tie>jacket trousers>shoes trousers>belt belt>jacket socks>shoes") {
		from, to, _ := strings.Cut(e, ">")
		g.Edge(from, to)
	}
	fmt.Println(g.TopologicalOrder())
	g.Edge("jacket", "shirt")
	fmt.Println(g.TopologicalOrder())
	type cell struct{ x, y int }
	var cells Interner[cell]
	fmt.Println(cells.Intern(cell{1, 2}), cells.Intern(cell{2, 1}), cells.Intern(cell{1, 2}), cells.Value(1))
	fmt.Printf("%T %T\n", cells.Intern(cell{}), g.nodes.Intern("x"))
}

// Output:
// [api users] handler of /api/users true
// [api users admin] handler of /api/users/admin true
// [] handler of / true
// [static] handler of /static true
// i5 in4 inn3 te2 tea0 ten1 false
// [socks trousers belt shoes shirt tie jacket] false
// [] true
// 0 1 0 {2 1}
// main.ID[main.cell·1] main.ID[string]
