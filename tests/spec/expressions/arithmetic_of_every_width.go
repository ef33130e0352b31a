// run
package main

import (
	"fmt"
	"math"
)

func main() {
	var i8 int8 = 127
	var i16 int16 = -32768
	var i32 int32 = 1 << 30
	var i64 int64 = math.MaxInt64
	var u8 uint8 = 255
	var u16 uint16 = 1
	var u32 uint32 = 0
	var u64 uint64 = 1 << 63
	i8++
	i16--
	i32 *= 4
	i64++
	u8++
	u16 -= 2
	u32--
	u64 *= 2
	fmt.Println(i8, i16, i32, i64, u8, u16, u32, u64)
	i8 = -128
	fmt.Println(-i8, i8/-1, i8%-1, ^i8, i8>>1, i8<<1)
	x, y := -7, 2
	fmt.Println(x/y, x%y, x>>1, uint32(x)>>28, x&y, x|y, x^y, x&^y)
	var s uint = 70
	fmt.Println(1<<s == 0, uint64(1)<<s, int64(-1)>>s, i8<<s)
}

// Output:
// -128 32767 0 -9223372036854775808 0 65535 4294967295 0
// -128 -128 0 127 -64 0
// -3 -1 -4 15 0 -5 -5 -7
// true 0 -1 0
