// env: GOTRACEBACK=all
// govm: --clock=virtual
package main

import (
	"runtime"
	"sync"
	"time"
)

func wait(f func()) { f() }

func main() {
	var c chan int
	var w sync.WaitGroup
	w.Add(1)
	go wait(func() { <-c })
	go wait(func() { w.Wait() })
	go wait(func() { select {} })
	go wait(func() { time.Sleep(time.Hour) })
	time.Sleep(10 * time.Millisecond)
	runtime.GC()
	runtime.GC() // notes of who waits that they did so at the collection before
	time.Sleep(61 * time.Second)
	panic("late")
}
