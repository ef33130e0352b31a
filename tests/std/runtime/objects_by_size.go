// run
// The histograms of objects by size: their buckets, and what is counted in them, up to large objects.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

var keep []any

func read(name string) *metrics.Float64Histogram {
	runtime.GC() // Go counts small ones then
	s := []metrics.Sample{{Name: name}}
	metrics.Read(s)
	h := s[0].Value.Float64Histogram()
	return &metrics.Float64Histogram{Counts: append([]uint64(nil), h.Counts...), Buckets: h.Buckets}
}

func show(name string, do func()) {
	a := read(name)
	do()
	b := read(name)
	for i := range b.Counts {
		if d := b.Counts[i] - a.Counts[i]; d >= 100 {
			fmt.Println(name, b.Buckets[i], b.Buckets[i+1], d/100*100)
		}
	}
}

func main() {
	h := read("/gc/heap/allocs-by-size:bytes")
	fmt.Println(len(h.Counts), h.Buckets)
	keep = make([]any, 0, 1000)
	show("/gc/heap/allocs-by-size:bytes", func() {
		for range 100 {
			keep = append(keep, new([20000]byte), new([40000]byte), new([32768]byte), new([9000]int64), new([3000]byte), new([100]byte))
		}
	})
	show("/gc/heap/frees-by-size:bytes", func() { keep = nil })

	// Without GOGC the goal is what a memory limit of 2^63-1 bytes leaves.
	debug.SetGCPercent(-1)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.NextGC >> 40)
}

// Output:
// 68 [1 9 17 25 33 49 65 81 97 113 129 145 161 177 193 209 225 241 257 289 321 353 385 417 449 481 513 577 641 705 769 897 1025 1153 1281 1409 1537 1793 2049 2305 2689 3073 3201 3457 4097 4865 5377 6145 6529 6785 6913 8193 9473 9729 10241 10881 12289 13569 14337 16385 18433 19073 20481 21761 24577 27265 28673 32769 +Inf]
// /gc/heap/allocs-by-size:bytes 97 113 100
// /gc/heap/allocs-by-size:bytes 2689 3073 100
// /gc/heap/allocs-by-size:bytes 19073 20481 100
// /gc/heap/allocs-by-size:bytes 32769 +Inf 300
// /gc/heap/frees-by-size:bytes 97 113 100
// /gc/heap/frees-by-size:bytes 2689 3073 100
// /gc/heap/frees-by-size:bytes 19073 20481 100
// /gc/heap/frees-by-size:bytes 32769 +Inf 300
// 8136949
