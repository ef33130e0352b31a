package main

//go:noinline
func n(i int) int { return i }

func main() {
	var a [3]int
	println(len(a[n(4):]))
}
