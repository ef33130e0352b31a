package main

import "ex.com/a/lib"

func main() { lib.F() }
