// errorcheck
package main

func f(a int, b string) (int, error) { return 0, nil }
func v(a ...int)                     {}

func main() {
	f(1) // ERROR `not enough arguments in call to f`
	f(1, "a", 2) // ERROR `too many arguments in call to f`
	f("a", 1) // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to f` `cannot use 1 \(untyped int constant\) as string value in argument to f`
	x := f(1, "a") // ERROR `assignment mismatch: 1 variable but f returns 2 values`
	a, b, c := f(1, "a") // ERROR `assignment mismatch: 3 variables but f returns 2 values`
	v("s") // ERROR `cannot use "s" \(untyped string constant\) as int value in argument to v`
	v([]string{}...) // ERROR `cannot use \[\]string\{\} \(value of type \[\]string\) as \[\]int value in argument to v`
	var n int = f // ERROR `cannot use f \(value of type func\(a int, b string\) \(int, error\)\) as int value in variable declaration`
	n() // ERROR `invalid operation: cannot call n \(variable of type int\): int is not a function`
	_, _, _, _, _ = x, a, b, c, n
}
