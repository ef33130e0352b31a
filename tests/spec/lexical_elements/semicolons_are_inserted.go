// run
package main

import "fmt"

type t struct {
	a int
	b int }

func f(
	a int,
	b int,
) (c int) {
	return a +
		b
}

func main() {
	x := t{
		1,
		2,
	}
	if x.a == 1 { fmt.Println("one") }; for i := 0; i < 2; i++ { fmt.Println(i) }
	fmt.Println(f(1, 2)); { fmt.Println("block") }
}

// Output:
// one
// 0
// 1
// 3
// block
