package main

import "ex.com/a/x"

func main() {
	x.f()
	x.t()
	x.large(nil)
	_ = x.v
	_ = x.k
	var u x.unnamed
	var h x.hidden
	_ = x.Large().F
	_ = x.nothing
}
