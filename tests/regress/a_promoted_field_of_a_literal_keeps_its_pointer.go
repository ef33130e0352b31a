// run
// The address stored in a promoted field of a literal leaves the function with it.
package main

import "fmt"

type C struct{ p *int }
type B struct{ C }
type A struct {
	a int
	B
}

var sink *A

//go:noinline
func store(n int) {
	x := n
	sink = &A{p: &x}
}

//go:noinline
func clobber() int {
	var a [50]int
	for i := range a {
		a[i] = i * 1000
	}
	return a[3]
}

func main() {
	store(42)
	clobber()
	fmt.Println(*sink.p)
}

// Output:
// 42
