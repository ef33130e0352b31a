package main

import "ex.com/a"

func main() {}
