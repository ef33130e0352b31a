package main

import "unsafe"

//go:noinline
func n(i int) int { return i }

func main() {
	x := 1
	println(len(unsafe.Slice(&x, n(-1))))
}
