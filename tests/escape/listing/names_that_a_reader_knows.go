// escape
// Type parameters, results and loops in the words of the text: no shapes, dictionaries and made names.
package main

type list[T any] struct {
	head *node[T]
	less func(a, b T) bool
}

type node[T any] struct {
	v    T
	next *node[T]
}

func (l *list[T]) push(v T) *node[T] {
	n := node[T]{v, l.head}
	l.head = &n
	return l.head
}

func fill[T any](l *list[T], vs ...T) {
	for _, v := range vs {
		l.push(v)
	}
}

func channel[T any]() chan T { return make(chan T) }

func address[T any](v T) *T { return &v }

func first[K comparable, V any](m map[K]V) (k K, ok bool) {
	for k := range m {
		return k, true
	}
	return
}

func same[T interface{ equal(*T) bool }](a, b *T) bool { return (*a).equal(b) }

type point struct{ x int }

func (p point) equal(q *point) bool { return p == *q }

func each(f func(*int) bool) {
	n := 1
	f(&n)
}

func find() *int {
	for n := range each {
		return n
	}
	return nil
}

func swap(a, b *int) (*int, *int) { return b, a }

func main() {
	var l list[int]
	fill(&l, 1, 2)
	var m list[*point]
	fill(&m, &point{1})
	channel[string]() <- *address("a")
	first(map[string]int{"a": 1})
	same(&point{1}, &point{2})
	println(find())
}
