// run
// plain: what it reads is as long as there are places that allocate
// The profile of allocations.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

// functions are those of main on a stack.
func functions(stack []uintptr) (names []string) {
	for frames := runtime.CallersFrames(stack); ; {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			names = append(names, frame.Function)
		}
		if !more {
			return names
		}
	}
}

type node struct {
	next *node
	text [1000]byte
}

//go:noinline
func allocates(n int) (list *node) {
	for range n {
		list = &node{next: list}
	}
	return list
}

func init() { runtime.MemProfileRate = 1 }

func main() {
	kept := allocates(100)
	allocates(100)
	runtime.GC()
	runtime.GC()
	n, ok := runtime.MemProfile(nil, true)
	fmt.Println(n > 0, ok)
	records := make([]runtime.MemProfileRecord, n+50)
	n, ok = runtime.MemProfile(records, true)
	fmt.Println(n > 0, ok)
	var found runtime.MemProfileRecord
	for i := range records[:n] {
		r := &records[i]
		if names := functions(r.Stack()); len(names) > 0 && names[0] == "main.allocates" {
			found.AllocObjects += r.AllocObjects
			found.AllocBytes += r.AllocBytes
			found.FreeObjects += r.FreeObjects
			found.FreeBytes += r.FreeBytes
		}
	}
	fmt.Println(found.AllocObjects, found.AllocBytes, found.InUseObjects(), found.InUseBytes())
	some, ok := runtime.MemProfile(records, false)
	fmt.Println(some > 0, ok)
	runtime.KeepAlive(kept)
}

// Output:
// true false
// true true
// 200 204800 100 102400
// true true
