package main

import _ "unsafe"

//go:linkname now time.now
func now()

func other()

func _()

func main() { println("linked") }
