// run
package main

import (
	"fmt"
	"math"
)

func main() {
	x, y := 3, 1
	f := 2.5
	fmt.Println(min(x, y), max(x, y, 7), min(1.5, f), max("b", "a", "c"), min(2, 3.0))
	fmt.Println(math.IsNaN(min(f, math.NaN())), max(-0.0, 0.0))
	m := map[int]int{1: 1, 2: 2}
	s := []int{1, 2, 3}
	clear(m)
	clear(s[1:])
	fmt.Println(len(m), s)
}

// Output:
// 1 7 1.5 c 2
// true 0
// 0 [1 0 0]
