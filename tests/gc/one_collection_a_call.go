// run
// A call of runtime.GC is one collection, also while finalizers run, and in a finalizer too.
package main

import (
	"fmt"
	"runtime"
)

type block struct{ next *block }

func main() {
	var before, after runtime.MemStats
	done := make(chan bool)
	func() {
		p := &block{&block{}}
		runtime.SetFinalizer(p, func(*block) {
			runtime.GC()
			runtime.ReadMemStats(&after)
			done <- true
		})
	}()
	runtime.ReadMemStats(&before)
	runtime.GC()
	<-done
	fmt.Println(after.NumForcedGC - before.NumForcedGC)
}

// Output:
// 2
