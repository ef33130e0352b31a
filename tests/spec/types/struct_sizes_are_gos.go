// run
package main

import (
	"fmt"
	"unsafe"
)

type a struct {
	b bool
	i int64
	c bool
}
type b struct {
	x byte
	y uint16
	z byte
}
type c struct{}
type d struct {
	s string
	e c
}

func main() {
	var v a
	fmt.Println(unsafe.Sizeof(v), unsafe.Offsetof(v.c), unsafe.Alignof(v), unsafe.Sizeof(b{}), unsafe.Sizeof(c{}), unsafe.Sizeof(d{}))
	fmt.Println(unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(1)), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof([3]int16{}), unsafe.Sizeof(uintptr(0)))
}

// Output:
// 24 16 8 6 0 24
// 16 24 16 8 6 8
