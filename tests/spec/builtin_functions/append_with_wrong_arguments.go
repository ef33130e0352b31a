// errorcheck
// The result of append has its type, whatever is wrong with the arguments.
package main

type F func()

func main() {
	append([]int{}, "a") // ERROR `append\(\[\]int\{\}, "a"\) \(value of type \[\]int\) is not used` `cannot use "a" \(untyped string constant\) as int value in argument to append`
	append([]int{}, "a", true) // ERROR `append\(\[\]int\{\}, "a", true\) \(value of type \[\]int\) is not used` `cannot use "a" \(untyped string constant\) as int value in argument to append` `cannot use true \(untyped bool constant\) as int value in argument to append`
	append([]int{}, "a"...) // ERROR `append\(\[\]int\{\}, "a"\.\.\.\) \(value of type \[\]int\) is not used` `cannot use "a" \(untyped string constant\) as \[\]int value in argument to append`
	append([]int{}, 1, []int{}...) // ERROR `append\(\[\]int\{\}, 1, \[\]int\{\}\.\.\.\) \(value of type \[\]int\) is not used` `too many arguments in call to append`
	x := append([]int{}, "a") // ERROR `declared and not used: x` `cannot use "a" \(untyped string constant\) as int value in argument to append`
	var y string = append([]int{}, "b") // ERROR `declared and not used: y` `cannot use append\(\[\]int\{\}, "b"\) \(value of type \[\]int\) as string value in variable declaration` `cannot use "b" \(untyped string constant\) as int value in argument to append`
	append([]byte{}, "a"...) // ERROR `append\(\[\]byte\{\}, "a"\.\.\.\) \(value of type \[\]byte\) is not used`
	append() // ERROR `invalid operation: not enough arguments for append\(\) \(expected 1, found 0\)`
	append(1) // ERROR `invalid append: argument must be a slice; have 1 \(untyped int constant\)`
	append(nil, "a") // ERROR `invalid append: argument must be a slice; have untyped nil`
}
