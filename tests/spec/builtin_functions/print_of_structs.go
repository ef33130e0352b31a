// errorcheck
// Spec: "print" and "println" need not take other types than the basic ones; Go's takes no structs and no arrays.
package main

type s struct{ a int }

type a [2]string

func main() {
	var x s
	print(x) // ERROR `illegal types for operand: print`
	println(1, a{}, &x, []int{}, any(x)) // ERROR `illegal types for operand: println`
	defer print(s{}) // ERROR `illegal types for operand: print`
}
