package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := make([]int, 4)
	println(len(s[n(-2):]))
}
