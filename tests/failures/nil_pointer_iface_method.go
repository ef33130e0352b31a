package main

type shape interface{ area() int }

type box struct {
	w, h int
	s    shape
}

//go:noinline
func area(b *box) int { return b.s.area() }

func main() {
	println(area(nil))
}
