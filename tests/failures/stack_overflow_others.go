package main

import (
	"runtime/debug"
	"time"
)

func waiter(c chan int) { <-c }

func deep(n int) int { return deep(n+1) + 1 }

func main() {
	debug.SetMaxStack(100000)
	go waiter(nil)
	time.Sleep(time.Millisecond)
	defer func() { recover() }()
	deep(0)
}
