// errorcheck

package p

func ping[T any](n int) { // ERROR `instantiation cycle:`
	if n > 0 {
		pong[*T](n - 1)
	}
}

func pong[U any](n int) { ping[U](n) }

func fine[T any](n int) {
	if n > 0 {
		fine[T](n - 1)
		fine[[]int](n - 1)
	}
}

type list[T any] struct {
	v    T
	next *list[T]
}

func (l *list[T]) all() { l.next.all() }
