// errorcheck
package main

func main() {
L:
	for {
		break M // ERROR `break label not defined: M`
		continue M // ERROR `continue label not defined: M`
	}
	for {
		break L // ERROR `invalid break label L`
	}
N:
	switch {
	default:
		for {
			continue N // ERROR `invalid continue label N`
		}
	}
	goto L
}
