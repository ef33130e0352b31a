package main

import "ex.com/v"

func main() { println(len(v.Values()), v.Values()[0]) }
