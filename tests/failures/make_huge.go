package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := make([]int64, n(1<<62))
	println(len(s))
}
