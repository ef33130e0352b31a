package main

import "fmt"

func main() {
	var e error
	x := e.(fmt.Stringer)
	println(x)
}
