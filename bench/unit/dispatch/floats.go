// Sums and products of float64.
package main

func main() {
	x, v := 1.0, 0.0
	for i := 0; i < 2_000_000; i++ {
		v -= x * 0.001
		x += v * 0.001
	}
	println(x, v)
}
