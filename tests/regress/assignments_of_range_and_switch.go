// run
package main

import (
	"fmt"
	"unsafe"
)

type aggregate struct {
	x uint8
	w float64
}

// Several results in memory, after a recovered panic.
func recovered() (a int, b string, _ int, c aggregate, d [2]int) {
	a, b, c, d = 10, "hello", aggregate{1, 4}, [2]int{111, 222}
	defer func() { recover() }()
	panic("lost")
}

type layout[T any] struct {
	first  T
	second int
}

func (l *layout[_]) offset() uintptr { return unsafe.Offsetof(l.second) }

func size[T any](x T) (uintptr, uintptr) { return unsafe.Sizeof(x), unsafe.Alignof(x) }

func main() {
	// Operands on the left are evaluated before the first assignment.
	i := 0
	x := []int{0, 0, 0}
	for i, x[i] = range []int{7, 8} {
		fmt.Println(i, x)
	}
	r := []rune{0, 0}
	for i, r[1] = range "é" {
		fmt.Println(i, r)
	}

	// A missing tag is true, also for cases that are interfaces.
	var flag any = true
	switch {
	case any(1):
		fmt.Println("never")
	case flag:
		fmt.Println("true")
	}

	// A repeated constant expression is looked up where it is repeated.
	const (
		first = iota
		iota  = iota
		again
	)
	fmt.Println(first, iota, again)

	fmt.Println(recovered())
	fmt.Println((&layout[string]{}).offset(), (&layout[int8]{}).offset())
	fmt.Println(size("text"))
	fmt.Println(size(int16(0)))
	fmt.Println(unsafe.StringData("") == nil)
}

// Output:
// 0 [7 0 0]
// 1 [8 0 0]
// 0 [0 233]
// true
// 0 1 1
// 10 hello 0 {1 4} [111 222]
// 16 8
// 16 8
// 2 2
// true
