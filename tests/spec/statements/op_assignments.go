// run
package main

import "fmt"

func main() {
	x := 100
	x += 5
	x -= 3
	x *= 2
	x /= 7
	x %= 20
	x <<= 3
	x >>= 1
	x |= 3
	x &= 29
	x ^= 5
	x &^= 4
	fmt.Println(x)
	s := "a"
	s += "b"
	f := 1.5
	f /= 2
	var u8 uint8 = 250
	u8 += 10
	u8++
	m := map[string]int{}
	m["k"]++
	m["k"] += 4
	m["j"]--
	fmt.Println(s, f, u8, m)
}

// Output:
// 0
// ab 0.75 5 map[j:-1 k:5]
