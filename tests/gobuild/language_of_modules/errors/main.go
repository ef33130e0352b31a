package main

import (
	"ex.com/none"
	"ex.com/old/sub"
)

func main() {
	sub.F()
	none.F[int]()
}
