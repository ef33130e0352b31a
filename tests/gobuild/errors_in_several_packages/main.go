package main

import (
	"ex.com/a/x"
	"ex.com/a/y"
	"ex.com/a/z"
)

func main() {
	var unused int
	x.X()
	y.Y()
	z.Z()
}
