package main

import "os"

//line z.go:1
func a() { var x int = "a" }

//line y.go:1
const c int = "x"

//line z.go:10
func b() { var x int = "b" }

func main() {}
