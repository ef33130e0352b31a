// errorcheck
package main

type T struct {
	a int
	a string // ERROR `a redeclared`
}

func (T) m() {}
func (T) m() {} // ERROR `method T\.m already declared at \./redeclared\.go:9:10`
func f(a int, a string) {} // ERROR `a redeclared in this block`
func f()                {} // ERROR `f redeclared in this block`
var x, x int // ERROR `x redeclared in this block`
func main() {
	y := 1
	y := 2 // ERROR `no new variables on left side of :=`
	_ = y
	var main int
	_ = main
}
