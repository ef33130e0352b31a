package main

import "fmt"

type T struct{ a int }

func (t T) String() string { return "x" }
func main() {
	var p *T
	var s fmt.Stringer = p
	println(s.String())
}
