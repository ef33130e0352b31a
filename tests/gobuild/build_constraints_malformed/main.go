package main

import _ "ex.com/a/lib"

func main() {}
