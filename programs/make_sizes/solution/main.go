// What make costs depends on what the compiler knows of the size, and on the
// size class that the runtime rounds up to. The order of a struct's fields is
// a size too.
// Leans on: make, struct layout, size classes.
package main

import (
	"fmt"
	"unsafe"
)

type padded struct {
	a bool
	n int64
	b bool
	m int64
	c bool
}

type ordered struct {
	n, m    int64
	a, b, c bool
}

var (
	keptPadded  *padded
	keptOrdered *ordered
)

func sum(s []int) int {
	total := 0
	for i := range s {
		s[i] = i
		total += s[i]
	}
	return total
}

func constant() int { return sum(make([]int, 100)) }

func variable(n int) int {
	var buffer [100]int
	return sum(buffer[:n])
}

func large() int { return sum(make([]int, 9000)) }

func main() {
	const rounds = 1000
	total := 0
	for range rounds {
		total += constant()
	}
	fmt.Println("constant", total)
	total = 0
	for i := range rounds {
		total += variable(100 + i/rounds)
	}
	fmt.Println("variable", total)
	total = 0
	for range rounds {
		total += large()
	}
	fmt.Println("large   ", total)
	for i := range rounds {
		keptPadded = &padded{n: int64(i)}
		keptOrdered = &ordered{n: int64(i)}
	}
	fmt.Println("sizes", unsafe.Sizeof(*keptPadded), unsafe.Sizeof(*keptOrdered))
}
