// Calls of func values that capture a variable.
package main

//go:noinline
func times(n int, f func(int)) {
	for i := 0; i < n; i++ {
		f(i)
	}
}

func main() {
	sum := 0
	times(2_000_000, func(i int) { sum += i })
	println(sum)
}
