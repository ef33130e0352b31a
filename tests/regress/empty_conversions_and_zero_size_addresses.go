// run

// []byte("") is not nil, also where the bytes need no copy; zero-size variables share an address.
package main

import "fmt"

type mystring string

var x, y struct{}
var z [0]int
var n int

//go:noinline
func check(b []byte) bool { return b == nil }

//go:noinline
func convert(s string) bool { return check([]byte(s)) || []byte(s) == nil }

func main() {
	var none string
	fmt.Println(check([]byte("")), check([]byte(mystring(""))), convert(none), convert("a"), []rune(none) == nil, len([]byte(none)))
	p, q := &x, &y
	fmt.Println(&x == &y, p == &x, any(p) == any(&x), n)
	keep = []any{p, q, &z, new([0]int)}
	fmt.Println(keep[0] == keep[1], keep[0].(*struct{}) == q, keep[2].(*[0]int) == keep[3].(*[0]int))
}

var keep []any

// Output:
// false false false false false 0
// false true true 0
// true true true
