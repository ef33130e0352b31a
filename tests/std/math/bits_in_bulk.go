// run
// Every function of math/bits of many arguments, the results hashed; what panics.
package main

import (
	"fmt"
	"math/bits"
)

var state uint64 = 88172645463325252

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state >> (state % 61 % 64)
}

var funcs = []func(uint) int{bits.LeadingZeros, bits.TrailingZeros, bits.OnesCount, bits.Len}
var rots = []func(uint64, int) uint64{bits.RotateLeft64}

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(e.(error).Error())
		}
	}()
	f()
}

var hash uint64

func add(values ...any) {
	for _, b := range []byte(fmt.Sprintln(values...)) {
		hash = (hash ^ uint64(b)) * 1099511628211
	}
}

func main() {
	for i := 0; i < 400; i++ {
		x, y, z := next(), next(), next()
		if i < 70 {
			x = 1 << i
		} else if i < 140 {
			x = 1<<(i-70) - 1
		}
		k := int(int64(z)) % 200
		add(bits.LeadingZeros(uint(x)), bits.LeadingZeros8(uint8(x)), bits.LeadingZeros16(uint16(x)), bits.LeadingZeros32(uint32(x)), bits.LeadingZeros64(x),
			bits.TrailingZeros(uint(x)), bits.TrailingZeros8(uint8(x)), bits.TrailingZeros16(uint16(x)), bits.TrailingZeros32(uint32(x)), bits.TrailingZeros64(x),
			bits.OnesCount(uint(x)), bits.OnesCount8(uint8(x)), bits.OnesCount16(uint16(x)), bits.OnesCount32(uint32(x)), bits.OnesCount64(x),
			bits.Len(uint(x)), bits.Len8(uint8(x)), bits.Len16(uint16(x)), bits.Len32(uint32(x)), bits.Len64(x),
			bits.RotateLeft(uint(x), k), bits.RotateLeft8(uint8(x), k), bits.RotateLeft16(uint16(x), k), bits.RotateLeft32(uint32(x), k), bits.RotateLeft64(x, k),
			bits.Reverse(uint(x)), bits.Reverse8(uint8(x)), bits.Reverse16(uint16(x)), bits.Reverse32(uint32(x)), bits.Reverse64(x),
			bits.ReverseBytes(uint(x)), bits.ReverseBytes16(uint16(x)), bits.ReverseBytes32(uint32(x)), bits.ReverseBytes64(x))
		a, b := bits.Add(uint(x), uint(y), uint(z&1))
		c, d := bits.Add32(uint32(x), uint32(y), uint32(z&1))
		e, f := bits.Add64(x, y, z&1)
		add(a, b, c, d, e, f)
		a, b = bits.Sub(uint(x), uint(y), uint(z&1))
		c, d = bits.Sub32(uint32(x), uint32(y), uint32(z&1))
		e, f = bits.Sub64(x, y, z&1)
		add(a, b, c, d, e, f)
		a, b = bits.Mul(uint(x), uint(y))
		c, d = bits.Mul32(uint32(x), uint32(y))
		e, f = bits.Mul64(x, y)
		add(a, b, c, d, e, f)
		if z > y && uint32(z) > uint32(y) {
			a, b = bits.Div(uint(y), uint(x), uint(z))
			c, d = bits.Div32(uint32(y), uint32(x), uint32(z))
			e, f = bits.Div64(y, x, z)
			add(a, b, c, d, e, f)
		}
		if uint32(z) != 0 {
			add(bits.Rem(uint(y), uint(x), uint(z)), bits.Rem32(uint32(y), uint32(x), uint32(z)), bits.Rem64(y, x, z))
		}
		for _, fn := range funcs {
			add(fn(uint(x)))
		}
		add(rots[0](x, k))
		if i%40 == 0 {
			fmt.Println(i, hash)
		}
	}
	fmt.Println(hash)
	zero := uint64(0)
	try(func() { bits.Div64(1, 2, zero) })
	try(func() { bits.Div64(3, 2, 3) })
	try(func() { bits.Div32(3, 2, 3) })
	try(func() { bits.Div32(3, 2, uint32(zero)) })
	try(func() { bits.Rem32(3, 2, uint32(zero)) })
	try(func() { bits.Rem64(3, 2, zero) })
	try(func() { bits.Rem(3, 2, uint(zero)) })
}

// Output:
// 0 7217430105088451593
// 40 11083999519778231318
// 80 6055708417782520434
// 120 13105862354055382699
// 160 17117576620050888492
// 200 7281692771439420046
// 240 6595057465436871198
// 280 18247767580281765488
// 320 10641243233728789169
// 360 9262056772509480554
// 5792956281207480944
// runtime error: integer divide by zero
// runtime error: integer overflow
// runtime error: integer overflow
// runtime error: integer divide by zero
// runtime error: integer divide by zero
// runtime error: integer divide by zero
// runtime error: integer divide by zero
