// errorcheck
package main

type S struct{ f func() }

func main() {
	var a int
	var b string
	var c float64
	var s []int
	_ = a + b // ERROR `invalid operation: a \+ b \(mismatched types int and string\)`
	_ = a + c // ERROR `invalid operation: a \+ c \(mismatched types int and float64\)`
	_ = -b // ERROR `invalid operation: operator - not defined on b \(variable of type string\)`
	_ = !a // ERROR `invalid operation: operator ! not defined on a \(variable of type int\)`
	_ = s == s // ERROR `invalid operation: s == s \(slice can only be compared to nil\)`
	_ = S{} == S{} // ERROR `invalid operation: S\{\} == S\{\} \(struct containing func\(\) cannot be compared\)`
	_ = a << c // ERROR `invalid operation: shift count c \(variable of type float64\) must be integer`
	_ = c % c // ERROR `invalid operation: operator % not defined on c \(variable of type float64\)`
	_ = b - b // ERROR `invalid operation: operator - not defined on b \(variable of type string\)`
	_ = a && true // ERROR `invalid operation: a && true \(mismatched types int and untyped bool\)`
	_ = s["x"] // ERROR `cannot convert "x" \(untyped string constant\) to type int`
	_ = b[1.5] // ERROR `1\.5 \(untyped float constant\) truncated to int`
	_ = a[0] // ERROR `cannot index a \(variable of type int\)`
	_ = &1 // ERROR `invalid operation: cannot take address of 1 \(untyped int constant\)`
	_ = *a // ERROR `invalid operation: cannot indirect a \(variable of type int\)`
	a.x = 1 // ERROR `a\.x undefined \(type int has no field or method x\)`
	_ = a.(int) // ERROR `invalid operation: a \(variable of type int\) is not an interface`
}
