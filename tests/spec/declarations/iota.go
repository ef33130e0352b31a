// run
package main

import "fmt"

const (
	a = iota
	b
	_
	c
	d, e = iota, iota * 10
	f, g
)
const (
	kb = 1 << (10 * (iota + 1))
	mb
)
const (
	x = "s"
	y
	z = iota
)

type day int

const (
	monday day = iota + 1
	tuesday
)

func main() {
	fmt.Println(a, b, c, d, e, f, g, kb, mb, x, y, z)
	fmt.Printf("%d %T\n", tuesday, tuesday)
}

// Output:
// 0 1 3 4 40 5 50 1024 1048576 s s 2
// 2 main.day
