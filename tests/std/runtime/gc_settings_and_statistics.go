// run
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

var sink []byte

func main() {
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-7), debug.SetGCPercent(100))
	limit := debug.SetMemoryLimit(-1)
	fmt.Println(limit, debug.SetMemoryLimit(1<<30) == limit, debug.SetMemoryLimit(-1), debug.SetMemoryLimit(limit))

	for range 3 {
		sink = make([]byte, 1<<20)
		runtime.GC()
	}
	var stats debug.GCStats
	stats.PauseQuantiles = make([]time.Duration, 3)
	debug.ReadGCStats(&stats)
	fmt.Println(stats.NumGC >= 3, len(stats.Pause) == int(stats.NumGC), len(stats.PauseEnd) == len(stats.Pause))
	var total time.Duration
	for _, pause := range stats.Pause {
		total += pause
	}
	q := stats.PauseQuantiles
	fmt.Println(total == stats.PauseTotal, q[0] <= q[1], q[1] <= q[2], stats.PauseEnd[0].Equal(stats.LastGC))
	fmt.Println(time.Since(stats.LastGC) < time.Minute, !stats.PauseEnd[0].Before(stats.PauseEnd[1]))

	samples := []metrics.Sample{
		{Name: "/gc/cycles/forced:gc-cycles"},
		{Name: "/gc/gogc:percent"},
		{Name: "/gc/gomemlimit:bytes"},
		{Name: "/gc/heap/allocs:bytes"},
		{Name: "/gc/heap/live:bytes"},
		{Name: "/cpu/classes/gc/pause:cpu-seconds"},
		{Name: "/sched/pauses/total/gc:seconds"},
		{Name: "/no/such:name"},
	}
	metrics.Read(samples)
	fmt.Println(samples[0].Value.Uint64() >= 3, samples[1].Value.Uint64(), samples[2].Value.Uint64() == uint64(limit))
	fmt.Println(samples[3].Value.Uint64() >= 3<<20, samples[4].Value.Uint64() >= 1<<20, samples[5].Value.Float64() > 0)
	h := samples[6].Value.Float64Histogram()
	var pauses uint64
	for _, count := range h.Counts {
		pauses += count
	}
	fmt.Println(pauses >= 3, len(h.Buckets) == len(h.Counts)+1, samples[7].Value.Kind() == metrics.KindBad)
	for i, d := range metrics.All()[1:] {
		if d.Name <= metrics.All()[i].Name {
			fmt.Println("out of order:", d.Name)
		}
	}
}

// Output:
// 100 50 -1
// 9223372036854775807 true 1073741824 1073741824
// true true true
// true true true true
// true true
// true 100 true
// true true true
// true true true
