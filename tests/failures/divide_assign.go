package main

//go:noinline
func zero() int { return 0 }

func main() {
	x := 5
	x /= zero()
	println(x)
}
