package list

type Node[T any] struct {
	value T
	next  *Node[T]
}

func (n *Node[T]) Push(v T) *Node[T] { return &Node[T]{v, n} }

func Of[T any](v T) *Node[T] { return &Node[T]{value: v} }
func Make[T any](n int) []T  { return make([]T, n) }

func Last[T any](xs []T) (p *T) {
	for i := range xs {
		defer func() { p = &xs[i] }()
		for j := 0; j < i; j++ {
			println(i, j, i*j, i+j, i-j, i&j)
		}
	}
	return
}
