package main

import (
	"ex.com/v/sub"
	"ex.com/w"
)

func main() { sub.F(); w.F[int]() }
