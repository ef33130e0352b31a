// run
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

var kept [][]byte

// A collection that is asked for: the others may run while it lasts, and when the call returns it has ended.
func collects() {
	counted := 0
	done := make(chan bool)
	go func() {
		for range 1000 {
			counted++
			runtime.Gosched()
		}
		close(done)
	}()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println("forced", after.NumForcedGC-before.NumForcedGC)
	<-done
	fmt.Println("counted", counted)
}

func main() {
	for range 64 {
		kept = append(kept, make([]byte, 256<<10))
	}
	var full, freed runtime.MemStats
	runtime.ReadMemStats(&full)
	kept = nil
	debug.FreeOSMemory()
	runtime.ReadMemStats(&freed)
	fmt.Println("dead memory is free", freed.HeapInuse+12<<20 < full.HeapInuse)
	fmt.Println("free memory is given back", freed.HeapIdle-freed.HeapReleased < 2<<20)
	collects()

	samples := []metrics.Sample{
		{Name: "/gc/heap/tiny/allocs:objects"},
		{Name: "/sched/pauses/stopping/gc:seconds"},
		{Name: "/sched/pauses/stopping/other:seconds"},
		{Name: "/sched/pauses/total/gc:seconds"},
		{Name: "/sched/pauses/total/other:seconds"},
	}
	metrics.Read(samples)
	for _, s := range samples {
		if s.Value.Kind() == metrics.KindFloat64Histogram {
			h := s.Value.Float64Histogram()
			fmt.Println(s.Name, len(h.Counts), len(h.Buckets))
		} else {
			fmt.Println(s.Name, s.Value.Kind() == metrics.KindUint64)
		}
	}
}

// Output:
// dead memory is free true
// free memory is given back true
// forced 1
// counted 1000
// /gc/heap/tiny/allocs:objects true
// /sched/pauses/stopping/gc:seconds 162 163
// /sched/pauses/stopping/other:seconds 162 163
// /sched/pauses/total/gc:seconds 162 163
// /sched/pauses/total/other:seconds 162 163
