// errorcheck
package main

import "unsafe"

type A [2]A // ERROR `invalid recursive type: A refers to itself`
type B struct{ c C } // ERROR `invalid recursive type B`
type C struct{ b B }

type D interface{ E } // ERROR `invalid recursive type D`
type E interface{ D }

type F G // ERROR `invalid recursive type F`
type G F

type H = I // ERROR `invalid recursive type H`
type I = H

type J struct{ k K[J] } // ERROR `invalid recursive type J`
type K[P any] struct{ p P }

type L [unsafe.Sizeof(L{})]int // ERROR `invalid recursive type: L refers to itself`
type M *M
type N []N
type O map[string]O
type P func(P) P
type Q interface{ m() Q }

type R[T any] struct{ next *R[T] }

var x [len(x)]int // ERROR `initialization cycle: x refers to itself`
func f() [len(f())]int { return f() } // ERROR `f\(\) \(no value\) used as value`
var y = z // ERROR `initialization cycle for y`
var z = y

var v = g() // ERROR `initialization cycle for v`
func g() int { return v }

type anonymous = interface{ m() interface{ anonymous } } // ERROR `invalid recursive type: anonymous refers to itself`
func main() {}
