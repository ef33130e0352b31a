// errorcheck
package main

const (
	small uint8 = 255
	sum         = small + 1 // ERROR `small \+ 1 \(constant 256 of type uint8\) overflows uint8`
	minus       = -small // ERROR `-small \(constant -255 of type uint8\) overflows uint8`
	list        = 1e1000
)

const (
	a byte = 254 + iota
	b
	c // ERROR `cannot use 254 \+ iota \(untyped int constant 256\) as byte value in constant declaration \(overflows\)`
)

func number[T int8 | uint8](x T) T { return x + 200 } // ERROR `cannot convert 200 \(untyped int constant\) to type T`
func convert[T int8 | string]() T { return T(200) } // ERROR `cannot convert 200 \(untyped int value\) to type T: constant 200 overflows int8 \(in T\)`
func main() {
	var i8 int8 = 128 // ERROR `cannot use 128 \(untyped int constant\) as int8 value in variable declaration \(overflows\)`
	var u uint = -1 // ERROR `cannot use -1 \(untyped int constant\) as uint value in variable declaration \(overflows\)`
	var i int = 1.5 // ERROR `cannot use 1\.5 \(untyped float constant\) as int value in variable declaration \(truncated\)`
	var f float32 = 1e100 // ERROR `cannot use 1e100 \(untyped float constant 1e\+100\) as float32 value in variable declaration \(overflows\)`
	var x complex64 = 1e100 // ERROR `cannot use 1e100 \(untyped float constant 1e\+100\) as complex64 value in variable declaration \(overflows\)`
	_ = int8(128) // ERROR `constant 128 overflows int8`
	_ = uint(-1) // ERROR `constant -1 overflows uint`
	_ = int(1.5) // ERROR `cannot convert 1\.5 \(untyped float constant\) to type int`
	_ = float32(1e100) // ERROR `cannot convert 1e100 \(untyped float constant 1e\+100\) to type float32`
	_ = string(1.5) // ERROR `cannot convert 1\.5 \(untyped float constant\) to type string`
	_ = []int{1 << 70: 1} // ERROR `1 << 70 \(untyped int constant 1180591620717411303424\) overflows int`
	_ = [2]int{2: 1} // ERROR `invalid argument: index 2 out of bounds \[0:2\]`
	_ = [2]int{1, 2, 3} // ERROR `index 2 is out of bounds \(>= 2\)`
	_ = [...]int{-1: 1} // ERROR `invalid argument: index -1 \(constant of type int\) must not be negative`
	_ = [2]int{}[2] // ERROR `invalid argument: index 2 out of bounds \[0:2\]`
	_ = "abc"[3] // ERROR `invalid argument: index 3 out of bounds \[0:3\]`
	_ = "abc"[2:1] // ERROR `invalid slice indices: 1 < 2`
	_ = "abc"[0:1:2] // ERROR `invalid operation: 3-index slice of string`
	_, _, _, _, _, _ = i8, u, i, f, x, list // ERROR `cannot use list \(untyped float constant 1e\+1000\) as float64 value in multiple assignment \(overflows\)`
}
