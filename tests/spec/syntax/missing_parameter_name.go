// errorcheck
package main

func f(x int, []string) {} // ERROR `syntax error: missing parameter name`
func main() {}
