// errorcheck
// A call is judged though an argument is wrong: its dots, the number of its arguments.
package main

type t struct{}

func (t) m(a int)           {}
func f(a int, b string) int { return 1 }
func g[T any](x T) int      { return 1 }
func h[T any](x T) T        { return x }

func main() {
	var v t
	v.m(nope...) // ERROR `cannot use \.\.\. in call to non-variadic v\.m` `undefined: nope`
	f(nope...) // ERROR `cannot use \.\.\. in call to non-variadic f` `undefined: nope`
	f(nope) // ERROR `undefined: nope` `not enough arguments in call to f`
	f(nope, 1) // ERROR `undefined: nope` `cannot use 1 \(untyped int constant\) as string value in argument to f`
	f(nope, "", 2) // ERROR `undefined: nope` `too many arguments in call to f`
	var a string = g(nope) // ERROR `cannot use g\(nope\) \(value of type int\) as string value in variable declaration` `undefined: nope`
	var b string = h(nope) // ERROR `undefined: nope`
	var c string = g() // ERROR `not enough arguments in call to g` `cannot use g\(\) \(value of type int\) as string value in variable declaration`
	_, _, _ = a, b, c
}
