// errorcheck
package main

var (
	a int8   = 128 // ERROR `cannot use 128 \(untyped int constant\) as int8 value in variable declaration \(overflows\)`
	b uint   = -1 // ERROR `cannot use -1 \(untyped int constant\) as uint value in variable declaration \(overflows\)`
	c int    = 1 << 63 // ERROR `cannot use 1 << 63 \(untyped int constant 9223372036854775808\) as int value in variable declaration \(overflows\)`
	d        = 1 << 64 // ERROR `cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in variable declaration \(overflows\)`
	e byte   = 'ā' // ERROR `cannot use 'ā' \(untyped rune constant 257\) as byte value in variable declaration \(overflows\)`
	f int    = 1.5 // ERROR `cannot use 1\.5 \(untyped float constant\) as int value in variable declaration \(truncated\)`
	g uint8  = 1 << 8 >> 1
	h float32 = 1e100 // ERROR `cannot use 1e100 \(untyped float constant 1e\+100\) as float32 value in variable declaration \(overflows\)`
	i        = 10 / 0 // ERROR `invalid operation: division by zero`
)

func main() {}
