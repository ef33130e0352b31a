// errorcheck
package main

type T struct{ a int }

func main() {
	if x := T{1}; x.a == 1 { // ERROR `syntax error: cannot use x := T as value`
	}
} // ERROR `syntax error: non-declaration statement outside function body`