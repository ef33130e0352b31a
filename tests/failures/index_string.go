package main

//go:noinline
func n(i int) int { return i }

func main() {
	s := "abc"
	println(s[n(3)])
}
