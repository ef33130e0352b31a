// run

// Sizes, alignments, offsets; pointer arithmetic; views of memory as slices and strings.
package main

import (
	"fmt"
	"unsafe"
)

type inner struct {
	a byte
	b int32
}

type outer struct {
	x bool
	inner
	s  string
	p  *inner
	f  func()
	e  any
	l  []int
	m  map[string]int
	c  chan int
	a3 [3]int16
	c6 complex64
	_  [0]func()
}

type tail struct {
	n int64
	z struct{}
}

const size = unsafe.Sizeof(outer{})

var table [unsafe.Offsetof(outer{}.e)]byte

func main() {
	var o outer
	fmt.Println(size, unsafe.Alignof(o), unsafe.Sizeof(o.inner), unsafe.Sizeof(tail{}), len(table))
	fmt.Println(unsafe.Offsetof(o.x), unsafe.Offsetof(o.inner), unsafe.Offsetof(o.b), unsafe.Offsetof(o.s), unsafe.Offsetof(o.p),
		unsafe.Offsetof(o.f), unsafe.Offsetof(o.e), unsafe.Offsetof(o.l), unsafe.Offsetof(o.m), unsafe.Offsetof(o.c),
		unsafe.Offsetof(o.a3), unsafe.Offsetof(o.c6))
	fmt.Println(unsafe.Alignof(o.b), unsafe.Alignof(o.a3), unsafe.Alignof(o.c6), unsafe.Alignof(o.s), unsafe.Sizeof(o.a3), unsafe.Sizeof(uintptr(0)))

	numbers := [4]int32{1, 2, 3, 4}
	p := unsafe.Pointer(&numbers)
	second := (*int32)(unsafe.Add(p, 4))
	*second = 20
	third := (*int32)(unsafe.Pointer(uintptr(p) + unsafe.Sizeof(numbers[0])*2))
	*third *= 10
	fmt.Println(numbers, *(*int32)(unsafe.Add(unsafe.Pointer(third), -8)))
	fmt.Println(*(*int64)(p), (*[2]uint64)(p)[1])

	o.b = 7
	o.s = "text"
	*(*int32)(unsafe.Add(unsafe.Pointer(&o), unsafe.Offsetof(o.inner)+unsafe.Offsetof(o.inner.b)))++
	fmt.Println(o.b, *(*string)(unsafe.Pointer(uintptr(unsafe.Pointer(&o)) + unsafe.Offsetof(o.s))))

	s := unsafe.Slice(&numbers[1], 2)
	s[0]++
	fmt.Println(s, len(s), cap(s), numbers, unsafe.SliceData(s) == &numbers[1])
	bytes := []byte("hello")
	text := unsafe.String(&bytes[1], uint8(3))
	bytes[1] = 'E'
	fmt.Println(text, len(text), unsafe.StringData(text) == &bytes[1], unsafe.String(unsafe.StringData("constant"), 5))
	var none *int
	fmt.Println(unsafe.Slice(none, 0) == nil, unsafe.SliceData([]int(nil)) == nil, unsafe.String(nil, 0) == "")
	empty := unsafe.Slice(&numbers[0], 0)
	fmt.Println(empty == nil, len(empty), cap(empty))
	headers := []string{"a", "bc"}
	words := unsafe.Slice((*[2]uintptr)(unsafe.Pointer(unsafe.SliceData(headers))), len(headers))
	fmt.Println(words[0][1], words[1][1])
	var e any = int64(5)
	data := (*[2]unsafe.Pointer)(unsafe.Pointer(&e))[1]
	fmt.Println(*(*int64)(data))
	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	var up uintptr = 8
	fmt.Println(unsafe.Pointer(nil) == nil, uintptr(unsafe.Add(unsafe.Pointer(nil), up)))
}

// Output:
// 128 8 8 16 48
// 0 4 8 16 32 40 48 64 88 96 104 112
// 4 2 4 8 6 8
// [1 20 30 4] 1
// 85899345921 17179869214
// 8 text
// [21 30] 2 2 [1 21 30 4] true
// Ell 3 true const
// true true true
// false 0 0
// 1 2
// 5
// 0x3ff8000000000000
// true 8
