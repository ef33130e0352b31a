package main

//go:noinline
func zero() int { return 0 }

func main() {
	println(10 / zero())
}
