package main

import "ex.com/a/cycle/b"

func main() { b.B() }
