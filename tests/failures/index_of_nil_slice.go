package main

//go:noinline
func n(i int) int { return i }

func main() {
	var s []string
	println(s[n(0)])
}
