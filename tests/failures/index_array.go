package main

//go:noinline
func n(i int) int { return i }

func main() {
	var a [4]int
	println(a[n(4)])
}
