// errorcheck
package main

type celsius float64
type shape interface{ area() int }
type square struct{}

func (s *square) area() int { return 1 }

func two() (int, string) { return 1, "a" }
func none()              {}

func main() {
	var i int = "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in variable declaration`
	var f float64 = 1.5
	var c celsius = f // ERROR `declared and not used: c` `cannot use f \(variable of type float64\) as celsius value in variable declaration`
	i = 1.5 // ERROR `cannot use 1\.5 \(untyped float constant\) as int value in assignment \(truncated\)`
	i = f // ERROR `cannot use f \(variable of type float64\) as int value in assignment`
	s := "a" + 1 // ERROR `invalid operation: "a" \+ 1 \(mismatched types untyped string and untyped int\)`
	b := i + f // ERROR `declared and not used: b` `invalid operation: i \+ f \(mismatched types int and float64\)`
	_ = i == s
	_ = !i // ERROR `invalid operation: operator ! not defined on i \(variable of type int\)`
	_ = -s
	if i { // ERROR `non-boolean condition in if statement`
	}
	var sh shape = square{} // ERROR `cannot use square\{\} \(value of struct type square\) as shape value in variable declaration: square does not implement shape \(method area has pointer receiver\)`
	x, y, z := two() // ERROR `declared and not used: x` `declared and not used: y` `declared and not used: z` `assignment mismatch: 3 variables but two returns 2 values`
	p := none() // ERROR `declared and not used: p` `none\(\) \(no value\) used as value`
	none(1) // ERROR `too many arguments in call to none`
	two(1, 2) // ERROR `too many arguments in call to two`
	i.foo() // ERROR `i\.foo undefined \(type int has no field or method foo\)`
	s[0] = 'x'
	5 = i // ERROR `cannot assign to 5 \(neither addressable nor a map index expression\)`
	_ = &5 // ERROR `invalid operation: cannot take address of 5 \(untyped int constant\)`
	_ = [2]int{1, 2, 3} // ERROR `index 2 is out of bounds \(>= 2\)`
	_ = []int{"a"} // ERROR `cannot use "a" \(untyped string constant\) as int value in array or slice literal`
	_ = map[[]int]int{} // ERROR `invalid map key type \[\]int`
	_ = square{1} // ERROR `too many values in struct literal of type square`
	var u uint8 = 256 // ERROR `declared and not used: u` `cannot use 256 \(untyped int constant\) as uint8 value in variable declaration \(overflows\)`
	_ = 1 << 70 // ERROR `cannot use 1 << 70 \(untyped int constant 1180591620717411303424\) as int value in assignment to _ identifier \(overflows\)`
	_ = 10 / 0 // ERROR `invalid operation: division by zero`
	_ = "abc"[5] // ERROR `invalid argument: index 5 out of bounds \[0:3\]`
	_ = i.(int) // ERROR `invalid operation: i \(variable of type int\) is not an interface`
	_ = sh.(int) // ERROR `impossible type assertion: sh\.\(int\)`
	for range 3.5 { // ERROR `cannot range over 3\.5 \(untyped float constant\)`
	}
	switch i {
	case "a": // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	case 1, 1: // ERROR `duplicate case 1 \(constant of type int\) in expression switch`
	}
	var m map[string]int = nil
	_ = m == m // ERROR `invalid operation: m == m \(map can only be compared to nil\)`
	_ = main == nil
	_ = nil // ERROR `use of untyped nil in assignment to _ identifier`
	n := nil // ERROR `declared and not used: n` `use of untyped nil in assignment`
	return 1 // ERROR `too many return values`
}
