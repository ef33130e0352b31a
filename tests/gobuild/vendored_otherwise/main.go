package main

import _ "ex.com/v"

func main() {}
