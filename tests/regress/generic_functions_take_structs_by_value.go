// run
package main

type point struct {
	x, y int
	name string
}

type holder[T comparable] struct{ p *T }

//go:noinline
func get[T comparable](value T, seen map[T]int) (holder[T], [2]T) {
	if seen[value] != 0 {
		return holder[T]{nil}, [2]T{}
	}
	p := new(T)
	*p = value
	return holder[T]{p}, [2]T{value, *p}
}

func send[T any](c chan T, values ...T) {
	for _, v := range values {
		go func(v T) { c <- v }(v)
	}
}

func main() {
	h, both := get(point{1, 2, "p"}, map[point]int{})
	println(h.p.name, both[1].name, both[0].x)
	c := make(chan point)
	send(c, point{1, 2, "a"}, point{3, 4, "b"}, point{5, 6, "c"})
	n := 0
	for range 3 {
		p := <-c
		n += p.x*p.y + len(p.name)
	}
	println(n)
}

// Stderr:
// p p 1
// 47
