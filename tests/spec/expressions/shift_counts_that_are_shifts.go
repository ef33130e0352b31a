// run
// A count that is a shift of an untyped constant is an int, and may be negative when it runs.
package main

import "fmt"

func try(f func() int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	fmt.Println(f())
}

func main() {
	x, y, u := 8, 1, uint8(3)
	try(func() int { return x << (1 << y) })
	try(func() int { return x >> (1 << u) })
	try(func() int { return x << (-1 << y) })
	y = 63
	try(func() int { return x << (1 << y) })
	try(func() int { return x >> ('a' >> y) })
	try(func() int { return x << (1.0 << y) })
}

// Output:
// 32
// 0
// runtime error: negative shift amount
// 0
// 8
// 0
