// run

// Each operator on each width, on variables and on a constant, and each comparison as value, as condition and at the end of
// a loop. Every type argument here has a shape of its own, so each function is compiled for each type.
package main

import "fmt"

type integer interface {
	int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64
}

type number interface {
	integer | float32 | float64
}

func arithmetic[T integer](a, b T) []T {
	var out []T
	keep := func(v T) { out = append(out, v) }
	x := a
	x += b
	keep(x)
	x = a - b
	keep(x)
	x = a * b
	keep(x)
	keep(a / b)
	keep(a % b)
	keep(-a)
	keep(^a)
	keep(a & b)
	keep(a | b)
	keep(a ^ b)
	keep(a &^ b)
	keep(a + 3)
	keep(a - 3)
	keep(a * 3)
	keep(a / 3)
	keep(a % 3)
	keep(a & 6)
	keep(a | 6)
	keep(a ^ 6)
	return out
}

//go:noinline
func add[T integer](a, b T) T { return a + b }

//go:noinline
func sub[T integer](a, b T) T { return a - b }

//go:noinline
func mul[T integer](a, b T) T { return a * b }

//go:noinline
func div[T integer](a, b T) T { return a / b }

//go:noinline
func neg[T integer](a T) T { return -a }

//go:noinline
func not[T integer](a T) T { return ^a }

//go:noinline
func addThree[T integer](a T) T { return a + 3 }

//go:noinline
func shl[T integer](a T, n uint) T { return a << n }

//go:noinline
func shr[T integer](a T, n uint) T { return a >> n }

//go:noinline
func shlTwo[T integer](a T) T { return a << 2 }

//go:noinline
func shrTwo[T integer](a T) T { return a >> 2 }

//go:noinline
func larger[T number](a, b T) T { return max(a, b) }

//go:noinline
func smaller[T number](a, b T) T { return min(a, b) }

//go:noinline
func values[T number](a, b T) [6]bool { return [6]bool{a == b, a != b, a < b, a <= b, a > b, a >= b} }

func conditions[T number](a, b T) string {
	s := ""
	if a == b {
		s += "="
	}
	if a != b {
		s += "!"
	}
	if a < b {
		s += "<"
	}
	if a <= b {
		s += "["
	}
	if a > b {
		s += ">"
	}
	if a >= b {
		s += "]"
	}
	if !(a < b) {
		s += "n<"
	}
	if !(a <= b) {
		s += "n["
	}
	if !(a > b) {
		s += "n>"
	}
	if !(a >= b) {
		s += "n]"
	}
	return s
}

func loops[T number](from, to T) []int {
	var counts []int
	n := 0
	for x := from; x < to; x++ {
		n++
	}
	counts = append(counts, n)
	n = 0
	for x := from; x <= to; x++ {
		n++
	}
	counts = append(counts, n)
	n = 0
	for x := to; x > from; x-- {
		n++
	}
	counts = append(counts, n)
	n = 0
	for x := to; x >= from+1; x-- {
		n++
	}
	counts = append(counts, n)
	n = 0
	for x := from; x != to; x++ {
		n++
	}
	counts = append(counts, n)
	n = 0
	for x := from; !(x >= to); x += 2 {
		n++
	}
	counts = append(counts, n)
	n = 0
	for x := from; !(x > to); x += 2 {
		n++
	}
	return append(counts, n)
}

func all[T integer](name string, a, b T) {
	fmt.Println(name, arithmetic(a, b))
	fmt.Println(" ", add(a, b), sub(a, b), mul(a, b), div(a, b), neg(a), not(a), addThree(a), shl(a, uint(b)), shr(a, uint(b)), shlTwo(a), shrTwo(a))
	compare(name, a, b)
	fmt.Println(" ", loops(b, b+7))
}

func compare[T number](name string, a, b T) {
	fmt.Println(name, larger(a, b), smaller(a, b), values(a, b), values(b, a), values(a, a), conditions(a, b), conditions(b, a), conditions(a, a))
}

//go:noinline
func belowTen(u uint64) bool { return u < 10 }

//go:noinline
func toUint64(f float32) uint64 { return uint64(f) }

func unsignedLoop(n uint64) (sum uint64) {
	for i := uint64(1); i <= 9; i++ {
		sum += i * n
	}
	return sum
}

func doWhile(n int) (steps int) {
	for {
		steps++
		n -= 3
		if !(n > 0) {
			break
		}
	}
	for i := n; ; i++ {
		steps++
		if i == 4 {
			return steps
		}
	}
}

func floatLoops(limit float64) (n int) {
	x := 0.0
	for {
		x += 0.5
		n++
		if x < limit {
			continue
		}
		break
	}
	for x := limit; ; x -= 0.25 {
		n++
		if !(x <= limit/2) {
			continue
		}
		return n
	}
}

func strides(low, high, step int) (n int) {
	for i := low; i != high; i += step {
		n++
	}
	for i := high; i > low; i -= 3 {
		n += 10
	}
	for i := high; i >= low; i -= 3 {
		n += 100
	}
	return n
}

func main() {
	all[int8]("int8", 117, 5)
	all[int16]("int16", 32111, 5)
	all[int32]("int32", 2147483000, 5)
	all[int64]("int64", 9223372036854775000, 5)
	all[uint8]("uint8", 217, 5)
	all[uint16]("uint16", 65111, 5)
	all[uint32]("uint32", 4294967000, 5)
	all[uint64]("uint64", 18446744073709551000, 5)
	compare[float32]("float32", 1.5, 2.25)
	compare("float64", 1.5, 2.25)
	fmt.Println(loops[float32](1, 8), loops(1.0, 8.0))
	fmt.Println(belowTen(9), belowTen(10), toUint64(3e9), unsignedLoop(3), doWhile(10), floatLoops(4), strides(1, 13, 2))
}

// Output:
// int8 [122 112 73 23 2 -117 -118 5 117 112 112 120 114 95 39 0 4 119 115]
//   122 112 73 23 -117 -118 120 -96 3 -44 29
// int8 117 5 [false true false false true true] [false true true true false false] [true false false true false true] !>]n<n[ !<[n>n] =[]n<n>
//   [7 8 7 7 7 4 4]
// int16 [32116 32106 29483 6422 1 -32111 -32112 5 32111 32106 32106 32114 32108 30797 10703 2 6 32111 32105]
//   32116 32106 29483 6422 -32111 -32112 32114 -21024 1003 -2628 8027
// int16 32111 5 [false true false false true true] [false true true true false false] [true false false true false true] !>]n<n[ !<[n>n] =[]n<n>
//   [7 8 7 7 7 4 4]
// int32 [2147483005 2147482995 2147480408 429496600 0 -2147483000 -2147483001 0 2147483005 2147483005 2147483000 2147483003 2147482997 2147481704 715827666 2 0 2147483006 2147483006]
//   2147483005 2147482995 2147480408 429496600 -2147483000 -2147483001 2147483003 -20736 67108843 -2592 536870750
// int32 2147483000 5 [false true false false true true] [false true true true false false] [true false false true false true] !>]n<n[ !<[n>n] =[]n<n>
//   [7 8 7 7 7 4 4]
// int64 [9223372036854775005 9223372036854774995 9223372036854771768 1844674407370955000 0 -9223372036854775000 -9223372036854775001 0 9223372036854775005 9223372036854775005 9223372036854775000 9223372036854775003 9223372036854774997 9223372036854773384 3074457345618258333 1 0 9223372036854775006 9223372036854775006]
//   9223372036854775005 9223372036854774995 9223372036854771768 1844674407370955000 -9223372036854775000 -9223372036854775001 9223372036854775003 -25856 288230376151711718 -3232 2305843009213693750
// int64 9223372036854775000 5 [false true false false true true] [false true true true false false] [true false false true false true] !>]n<n[ !<[n>n] =[]n<n>
//   [7 8 7 7 7 4 4]
// uint8 [222 212 61 43 2 39 38 1 221 220 216 220 214 139 72 1 0 223 223]
//   222 212 61 43 39 38 220 32 6 100 54
// uint8 217 5 [false true false false true true] [false true true true false false] [true false false true false true] !>]n<n[ !<[n>n] =[]n<n>
//   [7 8 7 7 7 4 4]
// uint16 [65116 65106 63411 13022 1 425 424 5 65111 65106 65106 65114 65108 64261 21703 2 6 65111 65105]
//   65116 65106 63411 13022 425 424 65114 51936 2034 63836 16277
// uint16 65111 5 [false true false false true true] [false true true true false false] [true false false true false true] !>]n<n[ !<[n>n] =[]n<n>
//   [7 8 7 7 7 4 4]
// uint32 [4294967005 4294966995 4294965816 858993400 0 296 295 0 4294967005 4294967005 4294967000 4294967003 4294966997 4294966408 1431655666 2 0 4294967006 4294967006]
//   4294967005 4294966995 4294965816 858993400 296 295 4294967003 4294957824 134217718 4294966112 1073741750
// uint32 4294967000 5 [false true false false true true] [false true true true false false] [true false false true false true] !>]n<n[ !<[n>n] =[]n<n>
//   [7 8 7 7 7 4 4]
// uint64 [18446744073709551005 18446744073709550995 18446744073709548536 3689348814741910200 0 616 615 0 18446744073709551005 18446744073709551005 18446744073709551000 18446744073709551003 18446744073709550997 18446744073709549768 6148914691236517000 0 0 18446744073709551006 18446744073709551006]
//   18446744073709551005 18446744073709550995 18446744073709548536 3689348814741910200 616 615 18446744073709551003 18446744073709531904 576460752303423468 18446744073709549152 4611686018427387750
// uint64 18446744073709551000 5 [false true false false true true] [false true true true false false] [true false false true false true] !>]n<n[ !<[n>n] =[]n<n>
//   [7 8 7 7 7 4 4]
// float32 2.25 1.5 [false true true true false false] [false true false false true true] [true false false true false true] !<[n>n] !>]n<n[ =[]n<n>
// float64 2.25 1.5 [false true true true false false] [false true false false true true] [true false false true false true] !<[n>n] !>]n<n[ =[]n<n>
// [7 8 7 7 7 4 4] [7 8 7 7 7 4 4]
// true false 3000000000 135 11 17 546
