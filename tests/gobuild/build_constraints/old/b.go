// A comment.

// +build linux,!windows windows,amd64
// +build !foo

package main

func main() { println("b") }
