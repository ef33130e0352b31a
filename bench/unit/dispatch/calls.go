// Calls that are not inlined.
package main

//go:noinline
func add(a, b int) int { return a + b }

func main() {
	sum := 0
	for i := 0; i < 2_000_000; i++ {
		sum = add(sum, i)
	}
	println(sum)
}
