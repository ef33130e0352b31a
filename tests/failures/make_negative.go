package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := make([]int, n(-1))
	println(len(s))
}
