// run

// A step by a constant and a branch on where it led: counters that wrap, thresholds, all comparisons.
package main

import "fmt"

func wraps(n int) (out []int) {
	u := 0
	for i := 0; i < n; i++ {
		u++
		if u == 3 {
			u = 0
		}
		out = append(out, u)
	}
	return
}

func thresholds(n int) (a, b, c, d, e int) {
	for i := 0; i < n; i++ {
		a += 7
		if a > 50 {
			a -= 49
		}
		b -= 3
		if b < -10 {
			b += 11
		}
		c += 2
		if c >= 9 {
			c -= 8
		}
		d -= 5
		if d <= -20 {
			d += 19
		}
		e += 4
		if e != 12 {
			e -= 1
		}
	}
	return
}

func chain(n int) (s string) {
	x := n
	x -= 2
	if x == 0 {
		s += "zero "
	}
	x += 5
	if x != 5 {
		s += "not five "
	}
	x += 100
	if x < 110 {
		s += "less "
	} else {
		s += "more "
	}
	x -= 40000
	if x > -39890 {
		s += "far"
	}
	return s
}

func narrow(n int) (a int8, b uint8, c int32) {
	a, b, c = 126, 254, 1<<31-2
	for i := 0; i < n; i++ {
		a++
		if a < 0 {
			a = 100
		}
		b++
		if b == 0 {
			b = 250
		}
		c++
		if c < 0 {
			c = 1
		}
	}
	return
}

func overflow(n int) bool {
	x := 1<<63 - 2 + n - n
	x += 2
	if x < 0 {
		return true
	}
	return false
}

func ring(size, n int) (sum int) {
	buffer := make([]int, size)
	at := 0
	for i := 0; i < n; i++ {
		buffer[at] = i
		at++
		if at == 4 {
			at = 0
		}
	}
	for _, x := range buffer {
		sum = sum*31 + x
	}
	return sum
}

func down(n int) (steps int) {
	for {
		n -= 3
		if n <= 0 {
			return steps
		}
		steps++
		if steps >= 1000 {
			break
		}
	}
	return -1
}

func main() {
	fmt.Println(wraps(8))
	fmt.Println(thresholds(100))
	for n := range 4 {
		fmt.Println(chain(n * 2))
	}
	fmt.Println(narrow(1))
	fmt.Println(narrow(5))
	fmt.Println(overflow(3), ring(4, 11), down(100), down(5000))
}

// Output:
// [1 2 0 1 2 0 1 2]
// 14 -3 8 -6 300
// not five less
// zero less
// not five less
// not five less
// 127 255 2147483647
// 103 253 4
// true 247294 33 -1
