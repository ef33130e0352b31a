package generic

import "cmp"

func Max[T cmp.Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

type List[T any] struct {
	next  *List[T]
	value T
}

func (l *List[T]) All() func(func(T) bool) {
	return func(yield func(T) bool) {
		for ; l != nil; l = l.next {
			if !yield(l.value) {
				return
			}
		}
	}
}

func Push[T any](l *List[T], v T) *List[T] { return &List[T]{l, v} }

func init() {
	Max(0.5, 1)
}
