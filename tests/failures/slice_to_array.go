package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := make([]int, n(2))
	a := [4]int(s)
	println(a[0])
}
