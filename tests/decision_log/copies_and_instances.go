package main

type list[T any] struct{ head *cell[T] }

type cell[T any] struct {
	value T
	next  *cell[T]
}

func (l *list[T]) push(v T) *list[T] {
	l.head = &cell[T]{v, l.head}
	return l
}

func each[T any](l *list[T], f func(T)) {
	for c := l.head; c != nil; c = c.next {
		f(c.value)
	}
}

func fact(n int) int {
	if n < 2 {
		return 1
	}
	return n * fact(n-1)
}

func keep(s []*int, p *int) []*int { return append(s, p) }

func join(a, b string) string { return a + b + "." }

func main() {
	var l list[*int]
	n := fact(3)
	l.push(&n).push(new(int))
	sum := 0
	each(&l, func(p *int) { sum += *p })
	kept := keep(nil, &sum)
	name := join("a", string(rune(n)))
	println(len(kept), len(name))
}
