// errorcheck
package main

func f() int {
	if true {
		return 1
	}
} // ERROR `missing return`
func g() (int, error) {
	return 1 // ERROR `not enough return values`
}

func h() {
	break // ERROR `break is not in a loop, switch, or select`
	continue // ERROR `continue is not in a loop`
	for {
		fallthrough // ERROR `fallthrough statement out of place`
	}
	switch {
	case true:
		fallthrough // ERROR `cannot fallthrough final case in switch`
	}
	1 + 2 // ERROR `1 \+ 2 \(untyped int constant 3\) is not used`
	f // ERROR `f \(value of type func\(\) int\) is not used`
	f() == 1 // ERROR `f\(\) == 1 \(untyped bool value\) is not used`
	defer 1 // ERROR `expression in defer must be function call`
	go f // ERROR `expression in go must be function call`
	var x interface{} = 1
	switch y := x.(type) { // ERROR `y declared and not used`
	}
	switch x.(type) {
	case int, int: // ERROR `duplicate case int in type switch`
	case foo: // ERROR `undefined: foo`
	}
	x++ // ERROR `invalid operation: x\+\+ \(non-numeric type interface\{\}\)`
	x, y := 1 // ERROR `declared and not used: y` `assignment mismatch: 2 variables but 1 value`
	a, b = 1, 2 // ERROR `undefined: a` `undefined: b`
	for i := range 10 { // ERROR `declared and not used: i`
	}
}

func init() int { return 1 } // ERROR `func init must have no arguments and no return values`
func main(x int) {} // ERROR `func main must have no arguments and no return values`