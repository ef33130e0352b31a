//go:build a || || b

package main

func main() {}
