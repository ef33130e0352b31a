// errorcheck
package main

func f() int {
	for {
		break
	}
} // ERROR `missing return`
func g() (int, string) {
	return 1 // ERROR `not enough return values`
}

func h() {
	return 1 // ERROR `too many return values`
}

func main() {
	1 // ERROR `1 \(untyped int constant\) is not used`
	f // ERROR `f \(value of type func\(\) int\) is not used`
	f()
	len("a") // ERROR `len\("a"\) \(constant 1 of type int\) is not used`
	x := 1
	x++ 
	"a"++ // ERROR `invalid operation: "a"\+\+ \(non-numeric type untyped string\)`
	1 = x // ERROR `cannot assign to 1 \(neither addressable nor a map index expression\)`
	if x { // ERROR `non-boolean condition in if statement`
	}
	for i := range 1.5 { // ERROR `cannot range over 1\.5 \(untyped float constant\)`
	}
	switch x {
	case 1:
	case 1: // ERROR `duplicate case 1 \(constant of type int\) in expression switch`
	case "a": // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	}
	defer f // ERROR `expression in defer must be function call`
	go 1 // ERROR `expression in go must be function call`
	var p *int = x // ERROR `declared and not used: p` `cannot use x \(variable of type int\) as \*int value in variable declaration`
	x = nil // ERROR `cannot use nil as int value in assignment`
	x := 2 // ERROR `no new variables on left side of :=`
}
