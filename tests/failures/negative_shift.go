package main

//go:noinline
func n(i int) int { return i }

func main() {
	println(1 << n(-1))
}
