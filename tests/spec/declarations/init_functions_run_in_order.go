// run
package main

import "fmt"

var a = b + 1
var b = f("b")
var c = f("c")

func f(s string) int {
	fmt.Println("var", s)
	return len(s)
}

func init() { fmt.Println("init 1", a, b, c) }
func init() { fmt.Println("init 2") }
func main() { fmt.Println("main") }

// Output:
// var b
// var c
// init 1 2 1 1
// init 2
// main
