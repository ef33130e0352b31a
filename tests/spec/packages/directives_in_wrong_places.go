// errorcheck
// Directives for functions stand before functions.
package main

//go:noinline // ERROR `misplaced compiler directive`
const a = 1

//go:nosplit // ERROR `misplaced compiler directive`
type b int

//go:norace // ERROR `misplaced compiler directive`
var c int

func d() {}

//go:noescape
func e(x *int) {} // ERROR `can only use //go:noescape with external func implementations`
//go:noinline
func near() {}

//go:unknown
var g = a

func main() {
	//go:noinline // ERROR `misplaced compiler directive`
	type local int
	d()
}
