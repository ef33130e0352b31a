package main

import (
	"ex.com/a/many"
	"ex.com/a/y"
)

func main() {
	many.F()
	y.Y()
}
