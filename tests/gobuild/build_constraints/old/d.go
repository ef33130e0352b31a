//go:build linux
// +build ignore

package main

func init() { println("go:build counts") }
