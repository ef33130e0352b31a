// Package metrics gives the figures of the runtime by name.
//
// All names of Go are there. What a heap with one mutator thread does not have is 0, as the descriptions say.
package metrics

import (
	"cmp"
	"internal/godebug"
	"math"
	"runtime"
	"slices"
)

// ValueKind says what a Value holds.
type ValueKind int

const (
	KindBad ValueKind = iota
	KindUint64
	KindFloat64
	KindFloat64Histogram
)

// Float64Histogram counts values: Counts[i] lie in [Buckets[i], Buckets[i+1]).
type Float64Histogram struct {
	Counts  []uint64
	Buckets []float64
}

// Value is the value of a metric.
type Value struct {
	kind      ValueKind
	scalar    uint64
	histogram *Float64Histogram
}

// Kind says which of the methods below may be called.
func (v Value) Kind() ValueKind { return v.kind }

// Uint64 is the value of a metric of this kind.
func (v Value) Uint64() uint64 {
	if v.kind != KindUint64 {
		panic("called Uint64 on non-uint64 metric value")
	}
	return v.scalar
}

// Float64 is the value of a metric of this kind.
func (v Value) Float64() float64 {
	if v.kind != KindFloat64 {
		panic("called Float64 on non-float64 metric value")
	}
	return math.Float64frombits(v.scalar)
}

// Float64Histogram is the value of a metric of this kind.
func (v Value) Float64Histogram() *Float64Histogram {
	if v.kind != KindFloat64Histogram {
		panic("called Float64Histogram on non-Float64Histogram metric value")
	}
	return v.histogram
}

// Sample names a metric; Read fills in its value.
type Sample struct {
	Name  string
	Value Value
}

// Description tells of a metric.
type Description struct {
	Name        string
	Description string
	Kind        ValueKind
	Cumulative  bool
}

// What a metric is computed from: times are nanoseconds.
type figures struct {
	heap   runtime.MemStats
	pauses []uint64 // read when one asks for them
	gcFigures
}

// As the native fills it.
type gcFigures struct {
	marked             uint64 // bytes
	beside             uint64 // of the second thread
	assist             uint64
	gogc               uint64
	limit              uint64
	tiny               uint64 // objects
	elapsed            uint64 // since the start
	slept              uint64 // the program's thread had nothing to do
	locks              uint64 // goroutines waited for them
	threads            uint64
	runnable           uint64 // goroutines
	waiting            uint64
	created            uint64
	cleanupsQueued     uint64
	cleanupsExecuted   uint64
	finalizersQueued   uint64
	finalizersExecuted uint64
	startingStack      uint64 // bytes
	scannedGlobals     uint64
	scannedHeap        uint64
	scannedStacks      uint64
}

// pause is the time of pauses that are no assists: the parts of gc make up its sum.
func (f *figures) pause() uint64 { return f.heap.PauseTotalNs - f.assist }
func (f *figures) gc() uint64    { return f.heap.PauseTotalNs + f.beside }

// idle is when the program's thread had nothing to do, and the collector's.
func (f *figures) idle() uint64 { return f.slept + (f.threads-1)*(max(f.elapsed, f.beside)-f.beside) }

// user is what is left of the time of the program's thread.
func (f *figures) user() uint64 {
	other := f.slept + f.heap.PauseTotalNs
	return max(f.elapsed, other) - other
}

func none(*figures) uint64 { return 0 }

type metric struct {
	name       string
	text       string
	kind       ValueKind
	cumulative bool
	scalar     func(*figures) uint64
	histogram  func(*figures) *Float64Histogram
}

func count(name, text string, cumulative bool, value func(*figures) uint64) metric {
	return metric{name: name, text: text, kind: KindUint64, cumulative: cumulative, scalar: value}
}

func seconds(name, text string, nanoseconds func(*figures) uint64) metric {
	value := func(f *figures) uint64 { return math.Float64bits(float64(nanoseconds(f)) / 1e9) }
	return metric{name: name, text: text, kind: KindFloat64, cumulative: true, scalar: value}
}

func histogram(name, text string, value func(*figures) *Float64Histogram) metric {
	return metric{name: name, text: text, kind: KindFloat64Histogram, cumulative: true, histogram: value}
}

// Settings of GODEBUG, by name. std heeds few of them.
var settings = []string{
	"allowmultiplevcs",
	"containermaxprocs",
	"cryptocustomrand",
	"embedfollowsymlinks",
	"execerrdot",
	"fips140ems",
	"gocachehash",
	"gocachetest",
	"gocacheverify",
	"gotestjsonbuildtext",
	"htmlmetacontenturlescape",
	"http2client",
	"http2server",
	"httpcookiemaxnum",
	"httplaxcontentlength",
	"httpmuxgo121",
	"httpservecontentkeepheaders",
	"httpservecontentmaxranges",
	"installgoroot",
	"multipartmaxheaders",
	"multipartmaxparts",
	"multipathtcp",
	"netedns0",
	"panicnil",
	"randautoseed",
	"randseednop",
	"rsa1024min",
	"tarinsecurepath",
	"tlsmaxrsasize",
	"tlssha1",
	"updatemaxprocs",
	"urlmaxqueryparams",
	"urlstrictcolons",
	"winreadlinkvolume",
	"winsymlink",
	"x509negativeserial",
	"x509rsacrt",
	"x509sha256skid",
	"x509sslcertoverrideplatform",
	"x509usefallbackroots",
	"x509usepolicies",
	"zipinsecurepath",
}

// events counts what a setting of GODEBUG changed.
func events(setting string) metric {
	text := "What the program did otherwise because GODEBUG says " + setting + "."
	return count("/godebug/non-default-behavior/"+setting+":events", text, true, func(*figures) uint64 { return godebug.Events(setting) })
}

// By name.
var metrics = func() []metric {
	all := figuresOfRuntime
	for _, setting := range settings {
		all = append(all, events(setting))
	}
	slices.SortFunc(all, func(a, b metric) int { return cmp.Compare(a.name, b.name) })
	return all
}()

var figuresOfRuntime = []metric{
	count("/cgo/go-to-c-calls:calls", "Calls of C: none.", true, none),
	seconds("/cpu/classes/gc/mark/assist:cpu-seconds", "Time the program's thread marked for the collector's.", func(f *figures) uint64 { return f.assist }),
	seconds("/cpu/classes/gc/mark/dedicated:cpu-seconds", "Time of the collector's own thread.", func(f *figures) uint64 { return f.beside }),
	seconds("/cpu/classes/gc/mark/idle:cpu-seconds", "Time of marking on idle processors: none.", none),
	seconds("/cpu/classes/gc/pause:cpu-seconds", "Time the program stood still for the collector, assists left out.", (*figures).pause),
	seconds("/cpu/classes/gc/total:cpu-seconds", "Time of the collector: the sum of the others of gc.", (*figures).gc),
	seconds("/cpu/classes/idle:cpu-seconds", "Time of all threads in which they did nothing.", (*figures).idle),
	seconds("/cpu/classes/scavenge/assist:cpu-seconds", "Time of giving memory back: it is the collector's.", none),
	seconds("/cpu/classes/scavenge/background:cpu-seconds", "The same beside the program.", none),
	seconds("/cpu/classes/scavenge/total:cpu-seconds", "The sum of the two.", none),
	seconds("/cpu/classes/total:cpu-seconds", "The sum of gc, idle, scavenge and user.", func(f *figures) uint64 { return f.gc() + f.idle() + f.user() }),
	seconds("/cpu/classes/user:cpu-seconds", "Time of the program, and of compiling functions of std.", (*figures).user),
	count("/gc/cleanups/executed:cleanups", "Cleanups that were called.", true, func(f *figures) uint64 { return f.cleanupsExecuted }),
	count("/gc/cleanups/queued:cleanups", "Cleanups that became due.", true, func(f *figures) uint64 { return f.cleanupsQueued }),
	count("/gc/cycles/automatic:gc-cycles", "Collections that the runtime began.", true, func(f *figures) uint64 { return uint64(f.heap.NumGC - f.heap.NumForcedGC) }),
	count("/gc/cycles/forced:gc-cycles", "Collections that the program asked for.", true, func(f *figures) uint64 { return uint64(f.heap.NumForcedGC) }),
	count("/gc/cycles/total:gc-cycles", "All collections.", true, func(f *figures) uint64 { return uint64(f.heap.NumGC) }),
	count("/gc/finalizers/executed:finalizers", "Finalizers that were called.", true, func(f *figures) uint64 { return f.finalizersExecuted }),
	count("/gc/finalizers/queued:finalizers", "Finalizers that became due.", true, func(f *figures) uint64 { return f.finalizersQueued }),
	count("/gc/gogc:percent", "GOGC; the largest number if it is off.", false, func(f *figures) uint64 { return f.gogc }),
	count("/gc/gomemlimit:bytes", "GOMEMLIMIT; the largest int64 if there is none.", false, func(f *figures) uint64 { return f.limit }),
	histogram("/gc/heap/allocs-by-size:bytes", "Allocated objects by size class.", func(*figures) *Float64Histogram { return bySize(allocated) }),
	count("/gc/heap/allocs:bytes", "Bytes allocated.", true, func(f *figures) uint64 { return f.heap.TotalAlloc }),
	count("/gc/heap/allocs:objects", "Objects allocated.", true, func(f *figures) uint64 { return f.heap.Mallocs }),
	histogram("/gc/heap/frees-by-size:bytes", "Freed objects by size class.", func(*figures) *Float64Histogram { return bySize(freed) }),
	count("/gc/heap/frees:bytes", "Bytes freed.", true, func(f *figures) uint64 { return f.heap.TotalAlloc - f.heap.Alloc }),
	count("/gc/heap/frees:objects", "Objects freed.", true, func(f *figures) uint64 { return f.heap.Frees }),
	count("/gc/heap/goal:bytes", "Heap size at which the next collection is due.", false, func(f *figures) uint64 { return f.heap.NextGC }),
	count("/gc/heap/live:bytes", "Heap that the last collection left.", false, func(f *figures) uint64 { return f.marked }),
	count("/gc/heap/objects:objects", "Objects that are allocated now.", false, func(f *figures) uint64 { return f.heap.HeapObjects }),
	count("/gc/heap/tiny/allocs:objects", "Objects that share a block with others.", true, func(f *figures) uint64 { return f.tiny }),
	count("/gc/limiter/last-enabled:gc-cycle", "There is no limiter.", false, none),
	histogram("/gc/pauses:seconds", "The older name of /sched/pauses/total/gc:seconds.", pauses),
	count("/gc/scan/globals:bytes", "Package variables that the last collection went through.", false, func(f *figures) uint64 { return f.scannedGlobals }),
	count("/gc/scan/heap:bytes", "Heap that it went through: the parts of objects that may hold pointers.", false, func(f *figures) uint64 { return f.scannedHeap }),
	count("/gc/scan/stack:bytes", "Stacks that it went through.", false, func(f *figures) uint64 { return f.scannedStacks }),
	count("/gc/scan/total:bytes", "The sum of these.", false, func(f *figures) uint64 { return f.scannedGlobals + f.scannedHeap + f.scannedStacks }),
	count("/gc/stack/starting-size:bytes", "Stack that a new goroutine gets.", false, func(f *figures) uint64 { return f.startingStack }),
	count("/memory/classes/heap/free:bytes", "Free memory of the heap that the system has not got back.", false, func(f *figures) uint64 { return f.heap.HeapIdle - f.heap.HeapReleased }),
	count("/memory/classes/heap/objects:bytes", "Memory of objects.", false, func(f *figures) uint64 { return f.heap.HeapAlloc }),
	count("/memory/classes/heap/released:bytes", "Memory that the system has got back.", false, func(f *figures) uint64 { return f.heap.HeapReleased }),
	count("/memory/classes/heap/stacks:bytes", "Memory of goroutines' stacks.", false, func(f *figures) uint64 { return f.heap.StackInuse }),
	count("/memory/classes/heap/unused:bytes", "Memory of spans that no object takes.", false, func(f *figures) uint64 { return f.heap.HeapInuse - f.heap.HeapAlloc }),
	count("/memory/classes/metadata/mcache/free:bytes", "There are no such caches.", false, none),
	count("/memory/classes/metadata/mcache/inuse:bytes", "There are no such caches.", false, none),
	count("/memory/classes/metadata/mspan/free:bytes", "Memory that spans are made of lies with their bits: see other.", false, none),
	count("/memory/classes/metadata/mspan/inuse:bytes", "Memory that spans are made of lies with their bits: see other.", false, none),
	count("/memory/classes/metadata/other:bytes", "Memory in which the heap is kept: spans, their bits, tables.", false, func(f *figures) uint64 { return f.heap.GCSys }),
	count("/memory/classes/os-stacks:bytes", "Stacks of threads are not counted.", false, none),
	count("/memory/classes/other:bytes", "Other memory is not counted.", false, none),
	count("/memory/classes/profiling/buckets:bytes", "Memory of profiles is not counted.", false, none),
	count("/memory/classes/total:bytes", "The sum of all classes.", false, func(f *figures) uint64 { return f.heap.Sys }),
	count("/sched/gomaxprocs:threads", "GOMAXPROCS.", false, func(*figures) uint64 { return uint64(runtime.GOMAXPROCS(0)) }),
	count("/sched/goroutines-created:goroutines", "Goroutines that there ever were, the runtime's own among them.", true, func(f *figures) uint64 { return f.created }),
	count("/sched/goroutines/not-in-go:goroutines", "Goroutines in calls of the system: none are at this moment.", false, none),
	count("/sched/goroutines/runnable:goroutines", "Goroutines that could run.", false, func(f *figures) uint64 { return f.runnable }),
	count("/sched/goroutines/running:goroutines", "The goroutine that asks.", false, func(*figures) uint64 { return 1 }),
	count("/sched/goroutines/waiting:goroutines", "Goroutines that wait.", false, func(f *figures) uint64 { return f.waiting }),
	count("/sched/goroutines:goroutines", "Goroutines.", false, func(*figures) uint64 { return uint64(runtime.NumGoroutine()) }),
	histogram("/sched/latencies:seconds", "Times from runnable to running, a sample: one of 64.", latencies),
	histogram("/sched/pauses/stopping/gc:seconds", "Times until the program stood still for the collector: none, it stops itself.", noPauses),
	histogram("/sched/pauses/stopping/other:seconds", "The same for other reasons: none.", noPauses),
	histogram("/sched/pauses/total/gc:seconds", "Pauses for the collector.", pauses),
	histogram("/sched/pauses/total/other:seconds", "Pauses for other reasons: none.", noPauses),
	count("/sched/threads/total:threads", "The program's thread and the collector's.", false, func(f *figures) uint64 { return f.threads }),
	seconds("/sync/mutex/wait/total:seconds", "Time that goroutines waited for mutexes.", func(f *figures) uint64 { return f.locks }),
}

// All describes every metric, by name.
func All() []Description {
	all := make([]Description, len(metrics))
	for i, m := range metrics {
		all[i] = Description{m.name, m.text, m.kind, m.cumulative}
	}
	return all
}

// Read fills in the values.
func Read(samples []Sample) {
	var f figures
	runtime.ReadMemStats(&f.heap)
	readGCMetrics(&f.gcFigures)
	for i := range samples {
		sample := &samples[i]
		at, found := slices.BinarySearchFunc(metrics, sample.Name, func(m metric, name string) int {
			switch {
			case m.name < name:
				return -1
			case m.name > name:
				return 1
			}
			return 0
		})
		if !found {
			sample.Value = Value{}
			continue
		}
		m := &metrics[at]
		sample.Value = Value{kind: m.kind}
		if m.kind == KindFloat64Histogram {
			sample.Value.histogram = m.histogram(&f)
		} else {
			sample.Value.scalar = m.scalar(&f)
		}
	}
}

// sizeClass is what the native tells of one: the size, 0 of large objects, which come last, and the objects.
type sizeClass struct{ size, mallocs, frees uint64 }

func allocated(c sizeClass) uint64 { return c.mallocs }
func freed(c sizeClass) uint64     { return c.frees }

// A bucket ends behind its class's size, as the interval is open at its end.
func bySize(value func(sizeClass) uint64) *Float64Histogram {
	classes := make([]sizeClass, readSizeClasses(nil))
	readSizeClasses(classes)
	h := &Float64Histogram{Buckets: []float64{1}}
	for _, class := range classes {
		end := math.Inf(1)
		if class.size != 0 {
			end = float64(class.size + 1)
		}
		h.Buckets = append(h.Buckets, end)
		h.Counts = append(h.Counts, value(class))
	}
	return h
}

// noPauses has the buckets of pauses: four up to 2^8 ns, then powers of two up to 2^47 ns in four steps each, and the two ends.
func noPauses(*figures) *Float64Histogram {
	const first, last, steps = 8, 47, 4
	h := &Float64Histogram{Buckets: []float64{math.Inf(-1)}}
	for step := range steps {
		h.Buckets = append(h.Buckets, float64(step<<first/steps)/1e9)
	}
	for power := first; power < last; power++ {
		for step := range steps {
			h.Buckets = append(h.Buckets, math.Ldexp(1+float64(step)/steps, power)/1e9)
		}
	}
	h.Buckets = append(h.Buckets, math.Ldexp(1, last)/1e9)
	h.Buckets = append(h.Buckets, math.Inf(1))
	h.Counts = make([]uint64, len(h.Buckets)-1)
	return h
}

func latencies(f *figures) *Float64Histogram {
	h := noPauses(f)
	readLatencies(h.Counts)
	return h
}

func pauses(f *figures) *Float64Histogram {
	h := noPauses(f)
	if f.pauses == nil {
		f.pauses = make([]uint64, len(h.Counts))
		readPauses(f.pauses)
	}
	copy(h.Counts, f.pauses)
	return h
}

//go:noescape
func readGCMetrics(figures *gcFigures)

//go:noescape
func readLatencies(counts []uint64)

//go:noescape
func readPauses(counts []uint64)

//go:noescape
func readSizeClasses(rows []sizeClass) int
