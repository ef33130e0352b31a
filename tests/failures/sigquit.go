package main

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// Then the signal reaches the thread of main.
func init() { runtime.LockOSThread() }

func waiter(c chan int) { <-c }

func main() {
	c := make(chan int)
	go waiter(c)
	go func() { time.Sleep(time.Hour) }()
	time.Sleep(10 * time.Millisecond)
	for {
		syscall.Kill(os.Getpid(), syscall.SIGQUIT)
	}
}
