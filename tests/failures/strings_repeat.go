package main

import "strings"

//go:noinline
func n(i int) int { return i }

func main() {
	strings.Repeat("x", n(-1))
}
