package main

import "ex.com/r"

func main() { r.R() }
