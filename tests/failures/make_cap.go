package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := make([]int, 5, n(2))
	println(len(s))
}
