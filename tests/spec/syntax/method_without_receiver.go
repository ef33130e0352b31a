// errorcheck
package main

func () m() {} // ERROR `method has no receiver`
func main() {}
