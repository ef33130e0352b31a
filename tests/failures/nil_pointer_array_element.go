package main

//go:noinline
func second(p *[4]int) int { return p[2] }

func main() {
	println(second(nil))
}
