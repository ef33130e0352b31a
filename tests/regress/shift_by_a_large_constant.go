// run

// A shift count that is an untyped constant is a uint: one beyond the largest int is no negative number.
package main

import (
	"fmt"
	"math"
)

func main() {
	x := 1
	const m = math.MaxUint
	fmt.Println(x<<(m+0), x<<(m+0.), x<<(m+0.+0i), -x>>m, x<<(1<<63), x<<3., x<<(2+0i))
	u := uint8(200)
	fmt.Println(u>>m, u<<(1<<64-1), u>>1.0)
	x <<= m
	fmt.Println(x)
	x = -5
	x >>= m
	fmt.Println(x)
	var one any = 1
	y := 3
	fmt.Println(y<<(1<<y), one)
}

// Output:
// 0 0 0 -1 0 8 4
// 0 0 100
// 0
// -1
// 768 1
