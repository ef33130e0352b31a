// run
package main

import "fmt"

func main() {
	var i8 int8 = 127
	var u8 uint8 = 250
	var i16 int16 = -32768
	var u16 uint16 = 65535
	var i32 int32 = 2147483647
	var u32 uint32 = 4294967295
	var i64 int64 = 9223372036854775807
	var u64 uint64 = 18446744073709551615
	i8++
	u8 += 10
	i16--
	u16++
	i32++
	u32 += 2
	i64++
	u64++
	fmt.Println(i8, u8, i16, u16, i32, u32, i64, u64)
	fmt.Println(-i8, -i16, i8/-1, i16/-1, i64/-1, i64%-1, i32*i32, ^u8, ^i8)
	sh := uint(70)
	one := 1
	fmt.Println(one<<sh, i64>>sh, u64>>sh, int8(-1)>>sh, u8<<7, i8<<1, uint8(one<<8-1)>>3)
	fmt.Println(int8(u8), uint8(i8), int32(i64), uint16(i32), int64(u32), uint64(i8), uint32(i16))
	f := 3.99
	g := -3.99
	fmt.Println(int(f), int(g), uint8(f), int64(float32(16777217)), float64(u64), float32(i64))
	var d, e = 17, -5
	fmt.Println(d/e, d%e, -d/e, -d%e, d&e, d|e, d^e, d&^e)
	var ud, ue uint32 = 17, 5
	fmt.Println(ud/ue, ud%ue, -ud, ud-18)
	h := uint32(2166136261)
	for _, c := range []byte("hash me") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Println(h)
	x := uint64(88172645463325252)
	for range 5 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	fmt.Println(x, int32(x), uint8(x))
}

// Output:
// -128 4 32767 0 -2147483648 1 -9223372036854775808 0
// -128 -32767 -128 -32767 -9223372036854775808 0 0 251 127
// 0 -1 0 -1 0 0 31
// 4 128 0 0 1 18446744073709551488 32767
// 3 -3 3 16777216 0 -9.223372e+18
// -3 2 3 -2 17 -5 -22 0
// 3 2 4294967279 4294967295
// 2372640957
// 8204724074003728306 655787954 178
