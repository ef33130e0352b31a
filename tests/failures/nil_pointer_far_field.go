package main

type page struct {
	bytes [5000]byte
	next  int
}

//go:noinline
func next(p *page) int { return p.next }

func main() {
	println(next(nil))
}
