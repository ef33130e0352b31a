package main

import "runtime/debug"

func main() {
	debug.SetTraceback("none")
	panic("boo")
}
