// run

package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
)

type Set[T comparable] map[T]struct{}

func SetOf[T comparable](items ...T) Set[T] {
	s := make(Set[T], len(items))
	for _, item := range items {
		s[item] = struct{}{}
	}
	return s
}

func (s Set[T]) Has(t T) bool     { _, ok := s[t]; return ok }
func (s Set[T]) All() iter.Seq[T] { return maps.Keys(s) }
func (s Set[T]) Union(o Set[T]) Set[T] {
	u := maps.Clone(s)
	maps.Copy(u, o)
	return u
}
func (s Set[T]) Intersect(o Set[T]) Set[T] {
	if len(o) < len(s) {
		s, o = o, s
	}
	both := Set[T]{}
	for t := range s {
		if o.Has(t) {
			both[t] = struct{}{}
		}
	}
	return both
}

func Sorted[T cmp.Ordered](s Set[T]) []T { return slices.Sorted(s.All()) }

type MultiMap[K, V comparable] struct{ m map[K]Set[V] }

func (mm *MultiMap[K, V]) Add(k K, vs ...V) {
	if mm.m == nil {
		mm.m = make(map[K]Set[V])
	}
	if mm.m[k] == nil {
		mm.m[k] = Set[V]{}
	}
	for _, v := range vs {
		mm.m[k][v] = struct{}{}
	}
}

func (mm *MultiMap[K, V]) Invert() *MultiMap[V, K] {
	inverse := new(MultiMap[V, K])
	for k, vs := range mm.m {
		for v := range vs {
			inverse.Add(v, k)
		}
	}
	return inverse
}

type Queue[T any] struct {
	buffer     []T
	head, size int
}

func (q *Queue[T]) Push(t T) {
	if q.size == len(q.buffer) {
		grown := make([]T, max(4, 2*q.size))
		n := copy(grown, q.buffer[q.head:])
		copy(grown[n:], q.buffer[:q.head])
		q.buffer, q.head = grown, 0
	}
	q.buffer[(q.head+q.size)%len(q.buffer)] = t
	q.size++
}

func (q *Queue[T]) Pop() (t T, ok bool) {
	if q.size == 0 {
		return
	}
	t, q.buffer[q.head] = q.buffer[q.head], t
	q.head = (q.head + 1) % len(q.buffer)
	q.size--
	return t, true
}

func Generate[T any, S ~[]T](s S) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		for _, t := range s {
			c <- t
		}
	}()
	return c
}

func Parallel[A, B any](workers int, in <-chan A, f func(A) B) <-chan B {
	out := make(chan B, workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for a := range in {
				out <- f(a)
			}
		})
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func FanIn[C ~<-chan T | ~chan T, T any](channels ...C) []T {
	var all []T
	for _, c := range channels {
		for t := range c {
			all = append(all, t)
		}
	}
	return all
}

func Or[T any](c chan T, other T) T {
	select {
	case t, ok := <-c:
		if ok {
			return t
		}
	default:
	}
	return other
}

type Guarded[T any] struct {
	mu sync.Mutex
	v  T
}

func (g *Guarded[T]) With(f func(*T)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	f(&g.v)
}

type words chan string

func main() {
	a, b := SetOf(1, 2, 3, 4), SetOf(3, 4, 5)
	fmt.Println(Sorted(a.Union(b)), Sorted(a.Intersect(b)), len(a), a.Has(5))
	var mm MultiMap[string, rune]
	for _, w := range []string{"abba", "cab", "bee"} {
		mm.Add(w, []rune(w)...)
	}
	inverse := mm.Invert()
	for _, r := range slices.Sorted(maps.Keys(inverse.m)) {
		fmt.Print(string(r), Sorted(inverse.m[r]), " ")
	}
	fmt.Println()
	var q Queue[string]
	for i := range 9 {
		q.Push(fmt.Sprint("q", i))
		if i%3 == 2 {
			q.Pop()
		}
	}
	for s, ok := q.Pop(); ok; s, ok = q.Pop() {
		fmt.Print(s, " ")
	}
	fmt.Println(len(q.buffer))
	var results []string
	for s := range Parallel(3, Generate([]int{5, 1, 4, 2, 3}), func(n int) string { return fmt.Sprint(n * n) }) {
		results = append(results, s)
	}
	slices.Sort(results)
	fmt.Println(results)
	fmt.Println(FanIn(Generate([]int{1, 2}), Generate([]int{3})), cap(Parallel(2, Generate([]int{}), func(n int) int { return n })))
	c := make(words, 2)
	c <- "x"
	fmt.Println(Or(c, "none"), Or(c, "none"))
	c <- "last"
	close(c)
	fmt.Println(FanIn(c), Or(c, "closed"))
	g := Guarded[map[string]int]{v: map[string]int{}}
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Go(func() { g.With(func(m *map[string]int) { (*m)[fmt.Sprint(i%2)] += i }) })
	}
	wg.Wait()
	fmt.Println(g.v)
	fmt.Printf("%T %T %T\n", mm, q, &g)
}

// Output:
// [1 2 3 4 5] [3 4] 4 false
// a[abba cab] b[abba bee cab] c[cab] e[bee]
// q3 q4 q5 q6 q7 q8 8
// [1 16 25 4 9]
// [1 2 3] 2
// x none
// [last] closed
// map[0:6 1:4]
// main.MultiMap[string,int32] main.Queue[string] *main.Guarded[map[string]int]
