package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := "hello"
	println(s[:n(7)])
}
