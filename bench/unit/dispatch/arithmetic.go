// Additions, shifts and bit operations on words, nothing else.
package main

func main() {
	a, b := uint64(1), uint64(7)
	for i := uint64(0); i < 2_000_000; i++ {
		a += b ^ i
		b = b<<3 | a>>61
		a ^= a >> 7
	}
	println(a, b)
}
