package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := []int{1, 2, 3}
	println(s[n(-1)])
}
