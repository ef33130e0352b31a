//go:build lin-ux

package main

func main() {}
