// run
// runtime/metrics: the classes of memory and of processor time make up their totals, counts agree with each other.
package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync"
	"time"
)

type values map[string]metrics.Sample

func read() values {
	var samples []metrics.Sample
	for _, d := range metrics.All() {
		samples = append(samples, metrics.Sample{Name: d.Name})
	}
	metrics.Read(samples)
	all := values{}
	for _, s := range samples {
		all[s.Name] = s
	}
	return all
}

func (v values) count(name string) uint64    { return v[name].Value.Uint64() }
func (v values) seconds(name string) float64 { return v[name].Value.Float64() }

// sum adds the members of a family, the totals in it left out.
func (v values) sum(prefix string) (count uint64, seconds float64) {
	for name, s := range v {
		if !strings.HasPrefix(name, prefix) || strings.Contains(name, "/total:") {
			continue
		}
		if s.Value.Kind() == metrics.KindUint64 {
			count += s.Value.Uint64()
		} else {
			seconds += s.Value.Float64()
		}
	}
	return
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-6*math.Max(1, math.Max(a, b)) }

// waits makes goroutines wait for a lock and for their turn.
func waits() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	// Go looks at one in eight.
	for range 100 {
		mu.Lock()
		wg.Go(func() {
			mu.Lock()
			mu.Unlock()
		})
		time.Sleep(100 * time.Microsecond)
		mu.Unlock()
	}
	for range 4 {
		wg.Go(func() {
			for range 1000 {
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
	v := read()
	latencies := uint64(0)
	for _, n := range v["/sched/latencies:seconds"].Value.Float64Histogram().Counts {
		latencies += n
	}
	fmt.Println("waits", v.seconds("/sync/mutex/wait/total:seconds") > 0, latencies > 10)
}

var keep [][]byte

func main() {
	for range 50 {
		keep = append(keep, make([]byte, 3000))
	}
	object := new([4]int)
	runtime.SetFinalizer(object, func(*[4]int) {})
	runtime.AddCleanup(new([5]int), func(int) {}, 1)
	object = nil
	stop := make(chan bool)
	for range 3 {
		go func() { <-stop }()
	}
	runtime.GC()
	for range 100 {
		v := read()
		if v.count("/gc/finalizers/executed:finalizers") > 0 && v.count("/gc/cleanups/executed:cleanups") > 0 &&
			v.count("/sched/goroutines/waiting:goroutines") >= 3 {
			break
		}
		time.Sleep(time.Millisecond)
		runtime.GC()
	}

	v := read()
	bytes, _ := v.sum("/memory/classes/")
	fmt.Println("memory", bytes == v.count("/memory/classes/total:bytes"))
	scanned, _ := v.sum("/gc/scan/")
	fmt.Println("scanned", scanned == v.count("/gc/scan/total:bytes"), v.count("/gc/scan/globals:bytes") > 0,
		v.count("/gc/scan/heap:bytes") >= uint64(len(keep))*8, v.count("/gc/scan/stack:bytes") > 0)
	_, all := v.sum("/cpu/classes/")
	fmt.Println("processor", near(all, v.seconds("/cpu/classes/total:cpu-seconds")))
	_, gc := v.sum("/cpu/classes/gc/")
	fmt.Println("collector", near(gc, v.seconds("/cpu/classes/gc/total:cpu-seconds")), gc > 0)
	_, scavenge := v.sum("/cpu/classes/scavenge/")
	fmt.Println("scavenger", near(scavenge, v.seconds("/cpu/classes/scavenge/total:cpu-seconds")))
	cycles := v.count("/gc/cycles/total:gc-cycles")
	fmt.Println("cycles", cycles == v.count("/gc/cycles/automatic:gc-cycles")+v.count("/gc/cycles/forced:gc-cycles"), cycles > 0)
	fmt.Println("goroutines", v.count("/sched/goroutines:goroutines") >= 4, v.count("/sched/goroutines/running:goroutines") > 0,
		v.count("/sched/goroutines/waiting:goroutines") >= 3, v.count("/sched/goroutines-created:goroutines") >= 4)
	fmt.Println("objects", v.count("/gc/heap/objects:objects") == v.count("/gc/heap/allocs:objects")-v.count("/gc/heap/frees:objects"))
	fmt.Println("bytes", v.count("/memory/classes/heap/objects:bytes") == v.count("/gc/heap/allocs:bytes")-v.count("/gc/heap/frees:bytes"))
	for _, kind := range []string{"finalizers", "cleanups"} {
		queued, executed := v.count("/gc/"+kind+"/queued:"+kind), v.count("/gc/"+kind+"/executed:"+kind)
		fmt.Println(kind, queued >= executed, executed > 0)
	}
	older, newer := v["/gc/pauses:seconds"].Value.Float64Histogram(), v["/sched/pauses/total/gc:seconds"].Value.Float64Histogram()
	fmt.Println("pauses", fmt.Sprint(older.Counts) == fmt.Sprint(newer.Counts), len(older.Buckets) == len(newer.Buckets))
	fmt.Println("stacks", v.count("/gc/stack/starting-size:bytes"), v.count("/memory/classes/heap/stacks:bytes") > 0)
	fmt.Println("threads", v.count("/sched/threads/total:threads") > 0, v.count("/cgo/go-to-c-calls:calls"))
	waits()
	close(stop)
	runtime.KeepAlive(keep)
}

// Output:
// memory true
// scanned true true true true
// processor true
// collector true true
// scavenger true
// cycles true true
// goroutines true true true true
// objects true
// bytes true
// finalizers true true
// cleanups true true
// pauses true true
// stacks 2048 true
// threads true 0
// waits true true
