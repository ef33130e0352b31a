// errorcheck
package main

import "unsafe"

type number int

func two() (int, int) { return 1, 2 }

func generic[M map[int]int | map[string]int, S []int | []string, C complex64](m M, s S, c C) {
	delete(m, 1) // ERROR `invalid argument: maps of m \(variable of type M constrained by map\[int\]int \| map\[string\]int\) must have identical key types`
	_ = append(s, 1) // ERROR `invalid append: mismatched slice element types int and string in s \(variable of type S constrained by \[\]int \| \[\]string\)`
	_ = real(c) // ERROR `c \(variable of type C constrained by complex64\) not supported as argument to built-in real for go1\.18 \(see go\.dev/issue/50937\)`
}

func main() {
	var s []int
	var m map[string]int
	var f float64
	_ = append() // ERROR `invalid operation: not enough arguments for append\(\) \(expected 1, found 0\)`
	_ = append(nil, 1) // ERROR `invalid append: argument must be a slice; have untyped nil`
	_ = append(f, 1) // ERROR `invalid append: argument must be a slice; have f \(variable of type float64\)`
	_ = append(s, "a") // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to append`
	_ = append(s...) // ERROR `not enough arguments in call to append`
	_ = append(s, 1, s...) // ERROR `too many arguments in call to append`
	_ = len(1) // ERROR `invalid argument: 1 \(untyped int constant\) for built-in len`
	_ = len(two()) // ERROR `invalid operation: too many arguments for len\(two\(\)\) \(expected 1, found 2\)`
	_ = cap(m) // ERROR `invalid argument: m \(variable of type map\[string\]int\) for built-in cap`
	_ = len("a", "b") // ERROR `invalid operation: too many arguments for len\("a", "b"\) \(expected 1, found 2\)`
	clear(f) // ERROR `invalid argument: cannot clear f \(variable of type float64\): argument must be \(or constrained by\) map or slice`
	close(s) // ERROR `invalid operation: cannot close non-channel s \(variable of type \[\]int\)`
	_ = complex(f, 1i) // ERROR `1i \(untyped complex constant \(0 \+ 1i\)\) overflows float64`
	_ = complex("a", "b") // ERROR `invalid argument: arguments have type untyped string, expected floating-point`
	_ = real("a") // ERROR `invalid argument: argument has type untyped string, expected complex type`
	copy(f, s) // ERROR `invalid copy: argument must be a slice; have f \(variable of type float64\)`
	copy(s, []string{}) // ERROR `invalid copy: arguments s \(variable of type \[\]int\) and \[\]string\{\} \(value of type \[\]string\) have different element types int and string`
	copy(s, f) // ERROR `invalid copy: argument must be a slice; have f \(variable of type float64\)`
	delete(s, 1) // ERROR `invalid argument: s \(variable of type \[\]int\) is not a map`
	delete(m, 1) // ERROR `cannot use 1 \(untyped int constant\) as string value in argument to delete`
	_ = make(int) // ERROR `invalid argument: cannot make int: type must be slice, map, or channel`
	_ = make([]int) // ERROR `invalid operation: make\(\[\]int\) expects 2 or 3 arguments; found 1`
	_ = make([]int, 3, 2) // ERROR `invalid argument: length and capacity swapped`
	_ = make([]int, -1) // ERROR `invalid argument: index -1 \(constant of type int\) must not be negative`
	_ = make([]int, 1.5) // ERROR `1\.5 \(untyped float constant\) truncated to int`
	_ = make([]int, "a") // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	_ = min("a", 1) // ERROR `invalid argument: mismatched types untyped string \(previous argument\) and untyped int \(type of 1\)`
	_ = min(true) // ERROR `invalid argument: true \(untyped bool constant\) cannot be ordered`
	_ = max(f, s) // ERROR `invalid argument: s \(variable of type \[\]int\) cannot be ordered`
	_ = new(1, 2) // ERROR `invalid operation: too many arguments for new\(1, 2\) \(expected 1, found 2\)`
	_ = new(nil) // ERROR `use of untyped nil in argument to new`
	panic() // ERROR `invalid operation: not enough arguments for panic\(\) \(expected 1, found 0\)`
	print(two)
	println(s...) // ERROR `invalid operation: invalid use of \.\.\. with built-in println`
	_ = unsafe.Sizeof(s...) // ERROR `invalid operation: invalid use of \.\.\. with built-in Sizeof`
	_ = unsafe.Offsetof(f) // ERROR `invalid argument: f is not a selector expression`
	_ = unsafe.Slice(f, 1) // ERROR `invalid argument: f \(variable of type float64\) is not a pointer`
	_ = unsafe.String(nil, "a") // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	_ = number(two()) // ERROR `multiple-value two\(\) \(value of type \(int, int\)\) in single-value context`
	_ = int() // ERROR `missing argument in conversion to int`
	_ = int(1, 2) // ERROR `too many arguments in conversion to int`
	_ = int(s...) // ERROR `invalid use of \.\.\. in conversion to int`
}
