// run
// Branches that only choose between what they compare, for each kind of number, and those that look alike but do more.
package main

import "fmt"

//go:noinline
func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

//go:noinline
func count(s []int, limit int) (below, rest int) {
	for _, x := range s {
		n := 0
		if x < limit {
			n = 1
		}
		below += n
		rest += flag(!(x < limit))
	}
	return below, rest
}

//go:noinline
func smallest(a, b int) int {
	if a < b {
		return a
	}
	return b
}

//go:noinline
func largest(s []int8) int8 {
	m := s[0]
	for _, x := range s {
		if x > m {
			m = x
		}
	}
	return m
}

//go:noinline
func unsigned(a, b uint64) (uint64, uint64) {
	low, high := a, b
	if b < a {
		low = b
	}
	if !(b >= a) {
		high = a
	}
	return low, high
}

//go:noinline
func mixed(a, b uint64) uint64 {
	m := a
	if int64(a) < int64(b) {
		m = b
	}
	return m
}

//go:noinline
func floats(a, b float64) float64 {
	m := b
	if a > b {
		m = a
	}
	return m
}

//go:noinline
func place(s []int) (int, int) {
	m, at := s[0], 0
	for i, x := range s {
		if x >= m {
			m, at = x, i
		}
	}
	return m, at
}

//go:noinline
func negated(a, b int) (bool, bool, uint8) {
	x, y := true, false
	if a == b {
		x = false
	}
	if a <= b {
		y = true
	}
	z := uint8(1)
	if a != b {
		z = 0
	}
	return x, y, z
}

//go:noinline
func text(b bool) any {
	n := int16(0)
	if b {
		n = 1
	}
	return n
}

func main() {
	fmt.Println(flag(true), flag(false))
	fmt.Println(count([]int{3, 1, 4, 1, 5}, 4))
	fmt.Println(smallest(-3, 2), smallest(2, -3), smallest(7, 7))
	fmt.Println(largest([]int8{-128, 5, 127, -1}), largest([]int8{-7, -9}))
	fmt.Println(unsigned(1<<63, 5))
	fmt.Println(unsigned(5, 1<<63))
	fmt.Println(mixed(1<<63, 5), mixed(5, 1<<63))
	nan := 0.0
	nan /= nan
	fmt.Println(floats(1, 2), floats(2, 1), floats(nan, 1), floats(1, nan))
	fmt.Println(place([]int{2, 7, 1, 7, 3}))
	fmt.Println(negated(1, 2))
	fmt.Println(negated(2, 2))
	fmt.Println(negated(3, 2))
	fmt.Printf("%T %v %v\n", text(true), text(true), text(false))
}

// Output:
// 1 0
// 3 2
// -3 -3 7
// 127 -7
// 5 9223372036854775808
// 5 9223372036854775808
// 5 5
// 2 2 1 NaN
// 7 3
// true true 0
// false true 1
// true false 0
// int16 1 0
