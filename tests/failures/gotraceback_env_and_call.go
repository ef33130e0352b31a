// env: GOTRACEBACK=all
package main

import (
	"runtime/debug"
	"time"
)

func waiter(c chan int) { <-c }

func main() {
	debug.SetTraceback("none")
	go waiter(nil)
	time.Sleep(time.Millisecond)
	panic("x")
}
