package main

func f()

var x int = "a"

func main() { f() }
