package main

import (
	"runtime/debug"
	"time"
)

//go:noinline
func waits(c chan int) { <-c }

func main() {
	debug.SetTraceback("all")
	go waits(make(chan int))
	time.Sleep(time.Millisecond)
	panic("boo")
}
