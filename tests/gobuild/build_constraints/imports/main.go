package main

import (
	"ex.com/a/tagged"
	"ex.com/a/untagged"
)

func main() { tagged.F(); untagged.F() }
