// errorcheck
package main

func main() {
	switch {
	case true:
		fallthrough
	case false:
		fallthrough // ERROR `cannot fallthrough final case in switch`
	}
	var x any
	switch x.(type) {
	case int:
		fallthrough // ERROR `cannot fallthrough in type switch`
	default:
	}
}
