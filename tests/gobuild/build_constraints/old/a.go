// +build ignore

package main

func main() { println("never") }
