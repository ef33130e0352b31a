// errorcheck
package main

type A struct{ A } // ERROR `invalid recursive type: A refers to itself`
type B [2]B // ERROR `invalid recursive type: B refers to itself`
type C interface{ C } // ERROR `invalid recursive type: C refers to itself`
type D map[[]int]string // ERROR `invalid map key type \[\]int`
type E [x]int // ERROR `invalid array length x`
type F struct{ *G } // ERROR `embedded field type cannot be a pointer to an interface`
type G interface{}

var x = 3

var i interface{ m() } = 1 // ERROR `cannot use 1 \(constant of type int\) as interface\{m\(\)\} value in variable declaration: int does not implement interface\{m\(\)\} \(missing method m\)`
type T int

func (T) m()  {}
func (*T) n() {}

var j interface {
	m()
	n()
} = T(1) // ERROR `cannot use T\(1\) \(constant 1 of int type T\) as interface\{m\(\); n\(\)\} value in variable declaration: T does not implement interface\{m\(\); n\(\)\} \(method n has pointer receiver\)`
func (int) z()   {} // ERROR `cannot define new methods on non-local type int`
func (**T) y()   {} // ERROR `invalid receiver type \*\*T`
func (u U) w()   {} // ERROR `undefined: U`
func main() {}
