// run
package main

import (
	"fmt"
	"math"
)

type e struct{}
type p struct {
	x int
	s string
}

func main() {
	a, b := [2]int{1, 2}, [2]int{1, 2}
	var i, j any = 1, 1.0
	var n *int
	var err error
	x := 5
	fmt.Println(a == b, e{} == e{}, p{1, "a"} == p{1, "a"}, p{1, "a"} != p{1, "b"})
	fmt.Println(i == j, i == 1, j == 1.0, i != nil, n == nil, err == nil, &x == &x)
	fmt.Println("a" < "b", "ab" < "abc", "B" < "a", "é" > "z", "" == "")
	fmt.Println(math.NaN() == math.NaN(), math.Inf(1) > math.MaxFloat64, -0.0 == 0.0)
	var c1, c2 chan int
	fmt.Println(c1 == c2, any(p{1, "x"}) == any(p{1, "x"}), any(n) == nil)
}

// Output:
// true true true true
// false true true true true true true
// true true true true true
// false true true
// true true false
