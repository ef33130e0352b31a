// run
package main

import (
	"fmt"
	"math"
)

const big = 1 << 100
const third = 1.0 / 3
const huge = 1e1000

func main() {
	fmt.Println(big>>98, big/(1<<97), third*3 == 1, huge/1e999, 'a'+1, 7/2, 7/2.0, -7%3)
	fmt.Println(math.MaxUint64/3 == uint64(math.MaxUint64)/3, 0.1+0.2 == 0.3, float32(0.1))
	const c = len("abc") + 2
	var f float32 = 1 << 24
	fmt.Println(c, f+1, 5.0, 1e3, 'x', "a"+"b", !true, 1 < 2)
	fmt.Printf("%T %T %T %T %T\n", 1, 1.0, 'a', "s", 1 < 2)
	var i8 int8 = -1 << 7
	fmt.Println(i8, ^0, uint8(^uint8(0)), 6.0*7)
}

// Output:
// 4 8 true 10 98 3 3.5 -1
// true true 0.1
// 5 1.6777216e+07 5 1000 120 ab false true
// int float64 int32 string bool
// -128 -1 255 42
