// errorcheck
package main

func f(x int, y) {} // ERROR `syntax error: missing parameter type`
func main() {}
