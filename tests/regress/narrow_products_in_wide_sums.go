// run

// A product or sum of a narrow type wraps before it becomes part of a wide one.
package main

import "fmt"

//go:noinline
func product(b, c uint16, r int) int { return r + int(b*c) }

//go:noinline
func inlined(b, c uint8, r uint64) uint64 { return uint64(b*c) + r }

//go:noinline
func sum(b, c uint32, r int) int { return r + int(b+c) }

//go:noinline
func signed(b, c int32, r int64) int64 { return int64(b*c) + r }

//go:noinline
func element(s []int, b, c int8) { s[0] += int(b * c) }

func main() {
	s := []int{1}
	element(s, 100, 3)
	fmt.Println(product(1000, 300, 1), inlined(200, 3, 1), sum(1<<31, 1<<31, 7), signed(1<<20, 1<<13, 5), s)
}

// Output:
// 37857 89 7 5 [45]
