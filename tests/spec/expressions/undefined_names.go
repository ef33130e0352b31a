// errorcheck
package main

import "fmt"

type T struct{ a int }

func main() {
	x = 1 // ERROR `undefined: x`
	fmt.println("a") // ERROR `undefined: fmt\.println \(but have Println\)`
	fmt.NoSuch() // ERROR `undefined: fmt\.NoSuch`
	var t T
	t.b = 1 // ERROR `t\.b undefined \(type T has no field or method b\)`
	t.m() // ERROR `t\.m undefined \(type T has no field or method m\)`
	_ = T{c: 1} // ERROR `unknown field c in struct literal of type T`
	var u Unknown // ERROR `undefined: Unknown`
	_ = u
	_ = nope(1) // ERROR `undefined: nope`
}
