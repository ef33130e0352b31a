// run
// An untyped constant that is shifted in a shift count is a uint.
package main

import "fmt"

func main() {
	y := 63
	x := 5
	fmt.Println(x << (1 << y))
	var s []int = make([]int, 1<<1)
	z := 2
	fmt.Println(x>>(1<<z), s[1<<z-4])
	var u8 uint8 = 200
	fmt.Println(u8<<(1<<y>>y))
	x <<= 1 << y
	fmt.Println(x)
}

// Output:
// 0
// 0 0
// 144
// 0
