package main

//go:noinline
func n(i int) int { return i }

func main() {
	c := make(chan int, n(-5))
	println(len(c))
}
