// run

// Methods with type parameters of their own (Go 1.27).
package main

import (
	"fmt"
	"slices"
	"strconv"
)

type List[E any] []E

func (l List[E]) Map[R any](f func(E) R) List[R] {
	r := make(List[R], 0, len(l))
	for _, e := range l {
		r = append(r, f(e))
	}
	return r
}

func (l List[E]) Fold[A any](start A, f func(A, E) A) A {
	for _, e := range l {
		start = f(start, e)
	}
	return start
}

func (l *List[E]) Collect[S ~[]E](more ...S) int {
	for _, s := range more {
		*l = append(*l, s...)
	}
	return len(*l)
}

func (l List[E]) GroupBy[K comparable](key func(E) K) map[K]List[E] {
	groups := map[K]List[E]{}
	for _, e := range l {
		groups[key(e)] = append(groups[key(e)], e)
	}
	return groups
}

type registry struct{ names []string }

func (r *registry) Add[T fmt.Stringer](items ...T) *registry {
	for _, item := range items {
		r.names = append(r.names, item.String())
	}
	return r
}

func (r registry) Find[T interface {
	comparable
	fmt.Stringer
}](item T) (at int) {
	return slices.Index(r.names, item.String())
}

type color int

func (c color) String() string { return "color" + strconv.Itoa(int(c)) }

type shape string

func (s shape) String() string { return string(s) }

type outer struct {
	*registry
	list List[int]
}

type visitor interface{ visit() string }

func (outer) visit[T any](T) string { return "generic" }

type tree[K any] struct {
	left, right *tree[K]
	key         K
}

func (t *tree[K]) Walk[S any](state S, f func(S, K) (S, bool)) (S, bool) {
	if t == nil {
		return state, true
	}
	state, ok := t.left.Walk(state, f)
	if ok {
		state, ok = f(state, t.key)
	}
	if ok {
		state, ok = t.right.Walk(state, f)
	}
	return state, ok
}

func main() {
	l := List[int]{3, 1, 4, 1, 5, 9, 2, 6}
	words := l.Map(func(n int) string { return strconv.Itoa(n * n) })
	fmt.Println(words, len(words), l.Map[float64](func(n int) float64 { return float64(n) / 2 }))
	fmt.Println(l.Fold("", func(s string, n int) string { return s + strconv.Itoa(n) }), l.Fold(0, func(a, b int) int { return a + b }))
	fmt.Println(words.GroupBy(func(s string) int { return len(s) }))
	fmt.Println(l.Collect([]int{7}, []int{8, 8}), l.Collect[List[int]](), l)

	r := &registry{}
	r.Add(color(1), color(2)).Add(shape("round")).Add[fmt.Stringer](color(3), shape("square"))
	fmt.Println(r.names, r.Find(color(2)), r.Find(shape("flat")))
	o := outer{registry: r, list: l}
	o.Add(shape("star"))
	fmt.Println(o.Find(shape("star")), o.visit(1), o.list.Map(func(n int) bool { return n > 4 }))

	double := l.Map[int]
	fmt.Println(double(func(n int) int { return 2 * n }))
	find := registry.Find[color]
	fmt.Println(find(*r, color(3)))
	add := (*registry).Add[shape]
	fmt.Println(len(add(r, "x", "y").names))
	var fold func(int, func(int, int) int) int = l.Fold
	fmt.Println(fold(100, func(a, b int) int { return a - b }))

	_, ok := any(o).(visitor)
	_, isAdder := any(r).(interface{ Add(...color) *registry })
	fmt.Println(ok, isAdder)

	t := &tree[string]{&tree[string]{nil, nil, "a"}, &tree[string]{nil, nil, "c"}, "b"}
	fmt.Println(t.Walk(0, func(n int, k string) (int, bool) { return n*10 + int(k[0]-'a'+1), k != "b" }))
	fmt.Println(t.Walk([]string(nil), func(s []string, k string) ([]string, bool) { return append(s, k+k), true }))

	defer fmt.Println(l[:2].Fold("deferred", func(s string, n int) string { return s + fmt.Sprint(n) }))
	done := make(chan int)
	go l.Fold(done, func(c chan int, n int) chan int { c <- n; return c })
	fmt.Println(<-done, <-done)
}

// Output:
// [9 1 16 1 25 81 4 36] 8 [1.5 0.5 2 0.5 2.5 4.5 1 3]
// 31415926 31
// map[1:[9 1 1 4] 2:[16 25 81 36]]
// 11 11 [3 1 4 1 5 9 2 6 7 8 8]
// [color1 color2 round color3 square] 1 -1
// 5 generic [false false false false true true false true true true true]
// [6 2 8 2 10 18 4 12 14 16 16]
// 3
// 8
// 46
// false false
// 12 false
// [aa bb cc] true
// 3 1
// deferred31
