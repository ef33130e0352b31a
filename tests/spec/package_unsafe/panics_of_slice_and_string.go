// run

// unsafe.Slice and unsafe.String check length and pointer at run time; conversions of slices to arrays the length.
package main

import (
	"fmt"
	"math"
	"unsafe"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isError := r.(error)
		fmt.Println(name, r, isError)
	}()
	f()
}

var sink any

func main() {
	x := [2]int64{1, 2}
	var nilInt *int64
	var nilByte *byte
	var nilEmpty *struct{}
	n, big, huge, zero := -1, int64(1)<<60, uint64(math.MaxUint64), 0
	b := byte(1)
	try("negative", func() { sink = unsafe.Slice(&x[0], n) })
	try("large", func() { sink = unsafe.Slice(&x[0], big) })
	try("huge", func() { sink = unsafe.Slice(&x[0], huge) })
	try("nil", func() { sink = unsafe.Slice(nilInt, 1) })
	try("nil negative", func() { sink = unsafe.Slice(nilInt, n) })
	try("nil large", func() { sink = unsafe.Slice(nilInt, big) })
	try("nil empty", func() { sink = unsafe.Slice(nilEmpty, 3) })
	try("nil zero", func() { sink = unsafe.Slice(nilInt, zero) == nil })
	try("string negative", func() { sink = unsafe.String(&b, n) })
	try("string huge", func() { sink = unsafe.String(&b, huge) })
	try("string nil", func() { sink = unsafe.String(nilByte, 1) })
	try("string nil zero", func() { sink = unsafe.String(nilByte, zero) })
	s := []int{1, 2, 3}
	try("array 4", func() { sink = [4]int(s) })
	try("array pointer 4", func() { sink = *(*[4]int)(s) })
	try("array 3", func() { sink = [3]int(s); fmt.Println(sink) })
	try("array of less", func() { sink = [2]int(s[1:]); fmt.Println(sink) })
	try("array of capacity", func() { sink = [3]int(s[:2]) })
	try("array 0 of nil", func() { var none []int; fmt.Println([0]int(none), (*[0]int)(none) == nil, (*[0]int)(s) == nil) })
	try("array 1 of nil", func() { var none []int; sink = [1]int(none) })
	p := (*[2]int)(s)
	p[1] = 7
	copied := [2]int(s)
	p[0] = 9
	fmt.Println(s, copied)
}

// Output:
// negative runtime error: unsafe.Slice: len out of range true
// large <nil> false
// huge runtime error: unsafe.Slice: len out of range true
// nil runtime error: unsafe.Slice: ptr is nil and len is not zero true
// nil negative runtime error: unsafe.Slice: len out of range true
// nil large runtime error: unsafe.Slice: ptr is nil and len is not zero true
// nil empty runtime error: unsafe.Slice: ptr is nil and len is not zero true
// nil zero <nil> false
// string negative runtime error: unsafe.String: len out of range true
// string huge runtime error: unsafe.String: len out of range true
// string nil runtime error: unsafe.String: ptr is nil and len is not zero true
// string nil zero <nil> false
// array 4 runtime error: cannot convert slice with length 3 to array or pointer to array with length 4 true
// array pointer 4 runtime error: cannot convert slice with length 3 to array or pointer to array with length 4 true
// [1 2 3]
// array 3 <nil> false
// [2 3]
// array of less <nil> false
// array of capacity runtime error: cannot convert slice with length 2 to array or pointer to array with length 3 true
// [] true false
// array 0 of nil <nil> false
// array 1 of nil runtime error: cannot convert slice with length 0 to array or pointer to array with length 1 true
// [9 7 3] [1 7]
