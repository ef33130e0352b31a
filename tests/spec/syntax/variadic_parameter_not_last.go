// errorcheck
package main

func f(x ...int, y int) {} // ERROR `can only use \.\.\. with final parameter`
func main() {}
