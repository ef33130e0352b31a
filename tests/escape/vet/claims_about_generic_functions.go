// vet

// A claim about a generic function is one about its instances: without any nothing can be said, and that is no proof.
package main

type node[T any] struct{ next *node[T] }

//govm:noalloc
func last[T any](n *node[T]) *node[T] {
	for n.next != nil {
		n = n.next
	}
	return n
}

//govm:noalloc
func second[T any](n *node[T]) *node[T] { return n.next.next }

func main() {
	println(last(&node[int]{}) != nil)
}

// Exit: 3
