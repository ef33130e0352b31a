// run
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	defer fmt.Println("deferred")
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Println("still running")
	}()
	runtime.Goexit()
}

// Output:
// deferred
// still running
// Stderr:
// fatal error: no goroutines (main called runtime.Goexit) - deadlock!
// Exit: 2
