// run

// What a composite literal gives a blank field is evaluated and kept nowhere.
package main

import (
	"fmt"
	"reflect"
)

var global = struct{ a, _, c int }{1, 2, 3}

type wide struct {
	a, b, c, d int
	_          [4]int
	s          string
	_          string
}

func f(n int) int { fmt.Println("called", n); return n }

func main() {
	fmt.Println(global, reflect.ValueOf(global).Field(1).Int())
	local := struct{ _, x int }{f(4), f(5)}
	fmt.Println(local, local == struct{ _, x int }{6, 5})
	w := wide{1, 2, 3, 4, [4]int{f(5), 6, 7, 8}, "s", "t"}
	fmt.Println(w)
	p := &wide{1, 2, 3, 4, [4]int{5, 6, 7, 8}, "s", "t"}
	fmt.Println(*p, *p == w)
}

// Output:
// {1 0 3} 0
// called 4
// called 5
// {0 5} true
// called 5
// {1 2 3 4 [0 0 0 0] s }
// {1 2 3 4 [0 0 0 0] s } true
