// run
// plain: counts objects
// A tiny object between two readings of the statistics counts whole: each reading closes the block that tiny objects share.

package main

import (
	"fmt"
	"runtime"
)

var kept []*int32

func main() {
	kept = make([]*int32, 0, 10)
	var before, after runtime.MemStats
	for range 3 {
		kept = append(kept, new(int32))
		runtime.ReadMemStats(&before)
		kept = append(kept, new(int32))
		runtime.ReadMemStats(&after)
		fmt.Println(after.TotalAlloc-before.TotalAlloc, after.Mallocs-before.Mallocs)
	}
}

// Output:
// 16 1
// 16 1
// 16 1
