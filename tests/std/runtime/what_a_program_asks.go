// run
// Facts about the process that do not depend on the machine.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

func main() {
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	fmt.Println(runtime.NumCPU() > 0, runtime.GOMAXPROCS(1) > 0, runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-1), runtime.NumCgoCall())
	fmt.Println(strings.HasPrefix(runtime.Version(), "go1."), runtime.GOOS, runtime.GOARCH, runtime.Compiler, strings.HasPrefix(runtime.GOROOT(), "x"))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	kept := make([][]byte, 100)
	for i := range kept {
		kept[i] = make([]byte, 1024)
	}
	runtime.ReadMemStats(&after)
	fmt.Println(after.TotalAlloc-before.TotalAlloc >= 100*1024, after.Mallocs-before.Mallocs >= 100, after.HeapAlloc > 0, after.HeapSys >= after.HeapInuse)
	runtime.KeepAlive(kept)
	debug.FreeOSMemory()
	fmt.Println(debug.SetMaxThreads(10000), debug.SetPanicOnFault(false))
	var e error = &runtime.PanicNilError{}
	fmt.Println(e)
}

// Output:
// true true 1 1 0
// true linux amd64 gc false
// true true true true
// 10000 false
// runtime error: panic called with nil argument
