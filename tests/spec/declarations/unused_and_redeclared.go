// errorcheck
package main

import (
	"fmt"
	"os" // ERROR `"os" imported and not used`
)

type T struct {
	a int
	a string // ERROR `a redeclared`
}

func (t T) m() {}
func (t T) m() {} // ERROR `method T\.m already declared at \./unused_and_redeclared\.go:14:12`
func f(x int, x string) {} // ERROR `x redeclared in this block`
var v = 1
var v = 2 // ERROR `v redeclared in this block`
const c int = "text" // ERROR `cannot use "text" \(untyped string constant\) as int value in constant declaration`
func unused() {
	x := 1 // ERROR `declared and not used: x`
	y, z := 2, 3 // ERROR `declared and not used: y`
	_ = z
	x = 4
	var fn func() // ERROR `declared and not used: fn`
	for i := 0; i < 3; i++ {
	}
}

func noReturn() int {
	for {
		break
	}
} // ERROR `missing return`
func labels() {
L: // ERROR `label L defined and not used`
	for {
	}
	goto M // ERROR `label M not defined`
}

func main() {
	a := 1
	a := 2 // ERROR `no new variables on left side of :=`
	undefined1(a) // ERROR `undefined: undefined1`
	fmt.Printn("x") // ERROR `undefined: fmt\.Printn`
	var t T
	t.b = 1 // ERROR `t\.b undefined \(type T has no field or method b\)`
	t.missing() // ERROR `t\.missing undefined \(type T has no field or method missing\)`
}
