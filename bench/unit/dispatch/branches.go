// Comparisons that go both ways.
package main

func main() {
	longest := 0
	for start := 1; start < 20_000; start++ {
		length := 0
		for n := start; n != 1; length++ {
			if n&1 == 0 {
				n >>= 1
			} else {
				n = 3*n + 1
			}
		}
		if length > longest {
			longest = length
		}
	}
	println(longest)
}
