// +build !linux foo

package main

func main() { println("c") }
