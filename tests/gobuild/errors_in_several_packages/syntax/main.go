package main

import "ex.com/a/x"

func main() {
	x.X(
}
