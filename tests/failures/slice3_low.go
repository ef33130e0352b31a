package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := make([]int, 2, 4)
	println(len(s[n(3):2:4]))
}
