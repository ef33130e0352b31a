// run
// Limits, the level of traces, a second place for what a dying program says.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
)

func main() {
	fmt.Println(debug.SetMaxStack(1<<20), debug.SetMaxStack(1e9), debug.SetMaxThreads(500), debug.SetMaxThreads(10000))
	fmt.Println(debug.SetPanicOnFault(true), debug.SetPanicOnFault(false), debug.SetPanicOnFault(false))
	debug.SetTraceback("single")
	directory, _ := os.MkdirTemp("", "limits")
	defer os.RemoveAll(directory)
	f, _ := os.Create(filepath.Join(directory, "crash"))
	fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}))
	f.Close()
	fmt.Println(debug.SetCrashOutput(nil, debug.CrashOptions{}))
	fmt.Println(debug.SetCrashOutput(f, debug.CrashOptions{}))
}

// Output:
// 1000000000 1048576 10000 500
// false true false
// <nil>
// <nil>
// bad file descriptor
