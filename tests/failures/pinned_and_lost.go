package main

import (
	"runtime"
	"time"
)

//go:noinline
func pins() { new(runtime.Pinner).Pin(new([100]int)) }

func main() {
	pins()
	for range 100 {
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
	}
}
