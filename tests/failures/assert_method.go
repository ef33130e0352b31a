package main

import "fmt"

func main() {
	var x any = 5
	println(x.(fmt.Stringer))
}
