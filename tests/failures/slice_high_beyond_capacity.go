package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := make([]int, 2, 4)
	_ = s[:n(5)]
	println(len(s[:n(9)]))
}
