// +build ignore
package main

func init() { println("no blank line") }
