package main

//go:noinline
func n(i int) int { return i }

func main() {
	m := make(map[int]int, n(-5))
	println(len(m))
	panic("was fine")
}
