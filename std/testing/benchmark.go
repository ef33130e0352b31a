package testing

import (
	"bytes"
	"context"
	"fmt"
	"internal/sys"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

// A B is given to a Benchmark function: the number of iterations, timer and counters.
type B struct {
	common
	N int

	all              *benchRun // nil outside of `govm test`
	function         func(b *B)
	benchTime        durationOrCount
	bytes            int64
	missingBytes     bool
	timerOn          bool
	showAllocs       bool
	result           BenchmarkResult
	parallelism      int
	previousN        int
	previousDuration time.Duration
	startObjects     uint64
	startBytes       uint64
	startCycles      uint32
	startPauses      uint64
	startInsns       uint64
	objects          uint64
	allocated        uint64
	cycles           uint32 // collections
	pauses           uint64 // ns of them that the program stood still
	insns            uint64 // instructions executed
	extra            map[string]float64

	// The state of Loop: `i` of `n` iterations have begun; n is 0 before the first.
	loop struct {
		i, n uint64
		done bool
	}
}

// InternalBenchmark is a Benchmark function with its name.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

// benchRun is what the benchmarks of a run share.
type benchRun struct {
	match  *matcher
	width  int // of the longest name so far
	suffix int // width of "-8" behind names
}

// benchLock lets one benchmark run at a time.
var benchLock sync.Mutex

// Outside of B, so that reading the counters allocates nothing.
var memStats runtime.MemStats

// StartTimer goes on with timing and counting.
func (b *B) StartTimer() {
	if !b.timerOn {
		b.note()
		b.timerOn = true
	}
}

// note remembers time and counters as they are.
func (b *B) note() {
	runtime.ReadMemStats(&memStats)
	b.startObjects = memStats.Mallocs
	b.startBytes = memStats.TotalAlloc
	b.startCycles = memStats.NumGC
	b.startPauses = memStats.PauseTotalNs
	b.startInsns = sys.Instructions()
	b.start = time.Now()
}

// StopTimer leaves time and allocations out of the result until StartTimer.
func (b *B) StopTimer() {
	if b.timerOn {
		b.duration += time.Since(b.start)
		b.insns += sys.Instructions() - b.startInsns
		runtime.ReadMemStats(&memStats)
		b.objects += memStats.Mallocs - b.startObjects
		b.allocated += memStats.TotalAlloc - b.startBytes
		b.cycles += memStats.NumGC - b.startCycles
		b.pauses += memStats.PauseTotalNs - b.startPauses
		b.timerOn = false
	}
}

// ResetTimer forgets time, allocations and metrics so far.
func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = make(map[string]float64, 16)
	} else {
		clear(b.extra)
	}
	if b.timerOn {
		b.note()
	}
	b.duration = 0
	b.objects = 0
	b.allocated = 0
	b.cycles = 0
	b.pauses = 0
	b.insns = 0
}

// Elapsed returns the time measured so far.
func (b *B) Elapsed() time.Duration {
	if b.timerOn {
		return b.duration + time.Since(b.start)
	}
	return b.duration
}

// SetBytes says how many bytes an iteration works on, for MB/s.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs prints allocations as -test.benchmem does, for this benchmark.
func (b *B) ReportAllocs() { b.showAllocs = true }

// SetParallelism makes RunParallel use p goroutines for each processor.
func (b *B) SetParallelism(p int) {
	if p >= 1 {
		b.parallelism = p
	}
}

// ReportMetric adds a value of its own to the result, or replaces a usual one such as ns/op.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.IndexFunc(unit, unicode.IsSpace) >= 0 {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

// Loop says whether there is another iteration. The time before its first call and after its last does not count.
func (b *B) Loop() bool {
	if b.loop.i < b.loop.n && b.timerOn {
		b.loop.i++
		return true
	}
	return b.loopBoundary()
}

// loopBoundary begins the loop, makes it longer, or ends it.
func (b *B) loopBoundary() bool {
	if !b.timerOn {
		b.Fatal("B.Loop called with timer stopped")
	}
	if b.loop.n == 0 {
		b.loop.n = 1
		if b.benchTime.n > 0 {
			b.loop.n = uint64(b.benchTime.n)
		}
		b.N = 0
		b.ResetTimer()
		b.loop.i++
		return true
	}
	if b.benchTime.n == 0 && b.loopNeedsMore() {
		b.loop.i++
		return true
	}
	b.StopTimer()
	b.N = int(b.loop.n)
	b.loop.done = true
	return false
}

func (b *B) loopNeedsMore() bool {
	elapsed := b.Elapsed()
	if elapsed >= b.benchTime.d {
		return false
	}
	before := int64(b.loop.n)
	b.loop.n = uint64(predict(b.benchTime.d, before, elapsed, before))
	return uint64(before) < b.loop.n
}

// mostIterations bounds what a benchmark may run.
const mostIterations = 1_000_000_000

// predict returns how many iterations would take the goal, a fifth more, and at most a hundred times the last number.
func predict(goal time.Duration, iterations int64, took time.Duration, last int64) int {
	n := goal.Nanoseconds() * iterations / max(took.Nanoseconds(), 1)
	n += n / 5
	return int(min(max(min(n, 100*last), last+1), mostIterations))
}

// runN calls the function once, with n iterations to do.
func (b *B) runN(n int) {
	benchLock.Lock()
	defer benchLock.Unlock()
	ctx, cancel := context.WithCancel(context.Background())
	defer b.runCleanups()
	runtime.GC()
	b.N = n
	b.loop.i, b.loop.n, b.loop.done = 0, 0, false
	b.ctx, b.cancel = ctx, cancel
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.function(b)
	b.StopTimer()
	b.previousN = n
	b.previousDuration = b.duration
	if b.loop.n > 0 && !b.loop.done && !b.failed {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

// tryOnce runs one iteration, which shows whether the benchmark fails, is skipped, or has benchmarks inside: false then.
func (b *B) tryOnce() bool {
	if b.all != nil {
		if n := len(b.name) + b.all.suffix + 1; n > b.all.width {
			b.all.width = n + 8
		}
	}
	go func() {
		defer func() { b.signal <- true }()
		b.runN(1)
	}()
	<-b.signal
	if b.failed {
		fmt.Fprintf(b.w, "%s--- FAIL: %s\n%s", b.chatty.framing(), b.name, b.output)
		return false
	}
	if b.hasSub || b.finished {
		verdict := "BENCH"
		if b.skipped {
			verdict = "SKIP"
		}
		if b.chatty != nil && (len(b.output) > 0 || b.finished) {
			b.trimOutput()
			fmt.Fprintf(b.w, "%s--- %s: %s\n%s", b.chatty.framing(), verdict, b.name, b.output)
		}
		return false
	}
	return true
}

// measure runs until the time or count of -test.benchtime is reached.
func (b *B) measure() BenchmarkResult {
	go func() {
		defer func() { b.signal <- true }()
		b.runLonger()
		if b.all != nil && *modeName != "" {
			b.ReportMetric(float64(b.cycles)/float64(b.N), "gc-cycles/op")
			b.ReportMetric(float64(b.pauses)/float64(b.N), "pause-ns/op")
			b.ReportMetric(float64(b.insns)/float64(b.N), "insns/op")
		}
		b.result = BenchmarkResult{b.N, b.duration, b.bytes, b.objects, b.allocated, b.extra}
	}()
	<-b.signal
	return b.result
}

func (b *B) runLonger() {
	if b.loop.n > 0 {
		return // Loop has done it all in the first call.
	}
	if b.benchTime.n > 0 {
		if b.benchTime.n > 1 {
			b.runN(b.benchTime.n)
		}
		return
	}
	for n := 1; !b.failed && b.duration < b.benchTime.d && n < mostIterations; {
		n = predict(b.benchTime.d, int64(b.N), b.duration, int64(n))
		b.runN(n)
	}
}

var labels sync.Once

// printLabels prints, once, what machine and package the figures are of.
func printLabels(w io.Writer, importPath string) {
	labels.Do(func() {
		fmt.Fprintf(w, "goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
		if importPath != "" {
			fmt.Fprintf(w, "pkg: %s\n", importPath)
		}
		if name := cpuName(); name != "" {
			fmt.Fprintf(w, "cpu: %s\n", name)
		}
	})
}

// cpuName returns what /proc/cpuinfo calls the processor.
func cpuName() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	_, rest, _ := bytes.Cut(text, []byte("\nmodel name\t: "))
	name, _, _ := bytes.Cut(rest, []byte("\n"))
	return string(name)
}

// Run runs f as a benchmark inside of b.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub = true
	benchLock.Unlock()
	defer benchLock.Lock()
	full, fits, partial := b.name, true, false
	if b.all != nil {
		full, fits, partial = b.all.match.fullName(&b.common, name)
	}
	if !fits {
		return true
	}
	sub := &B{
		common: common{
			signal:     make(chan bool),
			name:       full,
			importPath: b.importPath,
			parent:     &b.common,
			level:      b.level + 1,
			creator:    callers(1),
			w:          b.w,
			chatty:     b.chatty,
			isBench:    true,
		},
		function:  f,
		benchTime: b.benchTime,
		all:       b.all,
	}
	sub.lines = &lineWriter{c: &sub.common}
	sub.hasSub = partial // only what is inside was asked for
	if b.chatty != nil {
		printLabels(os.Stdout, b.importPath)
		if b.chatty.json {
			b.chatty.update(full, "=== RUN   %s\n", full)
		}
		fmt.Println(full)
	}
	if sub.tryOnce() {
		sub.runAll()
	}
	b.add(sub.result)
	return !sub.failed
}

// runAll measures for each value of -test.cpu as often as -test.count says, and prints the lines.
func (b *B) runAll() {
	printLabels(b.w, b.importPath)
	if b.all == nil {
		b.measure()
		return
	}
	for i, n := range cpuList {
		procs = n
		for j := uint(0); j < *count; j++ {
			name := benchmarkName(b.name, n)
			if b.chatty == nil {
				fmt.Fprintf(b.w, "%-*s\t", b.all.width, name)
			}
			if i > 0 || j > 0 {
				b = b.again()
				b.tryOnce()
			}
			result := b.measure()
			if b.failed {
				fmt.Fprintf(b.w, "%s--- FAIL: %s\n%s", b.chatty.framing(), name, b.output)
				continue
			}
			b.printResult(name, result)
		}
	}
	procs = 1
}

// again returns the benchmark as it was before its first run.
func (b *B) again() *B {
	next := &B{
		common:    common{signal: make(chan bool), name: b.name, w: b.w, chatty: b.chatty, isBench: true},
		function:  b.function,
		benchTime: b.benchTime,
		all:       b.all,
	}
	next.lines = &lineWriter{c: &next.common}
	return next
}

func (b *B) printResult(name string, result BenchmarkResult) {
	text := result.String()
	if b.chatty != nil {
		fmt.Fprintf(b.w, "%-*s\t", b.all.width, name)
	}
	if *benchMem || b.showAllocs {
		text += "\t" + result.MemString()
	}
	fmt.Fprintln(b.w, text)
	if len(b.output) > 0 {
		b.trimOutput()
		fmt.Fprintf(b.w, "%s--- BENCH: %s\n%s", b.chatty.framing(), name, b.output)
	}
	if b.chatty != nil && b.chatty.json {
		b.chatty.update("", "=== NAME  %s\n", "")
	}
}

// add puts a benchmark inside into the sum.
func (b *B) add(inner BenchmarkResult) {
	r := &b.result
	r.N = 1
	r.T += time.Duration(inner.NsPerOp())
	if inner.Bytes == 0 {
		b.missingBytes = true
		r.Bytes = 0
	}
	if !b.missingBytes {
		r.Bytes += inner.Bytes
	}
	r.MemAllocs += uint64(inner.AllocsPerOp())
	r.MemBytes += uint64(inner.AllocedBytesPerOp())
}

// trimOutput keeps ten lines of what was logged.
func (b *B) trimOutput() {
	const most = 10
	lines := 0
	for i, c := range b.output {
		if c != '\n' {
			continue
		}
		if lines++; lines == most {
			b.output = append(b.output[:i], "\n\t... [output truncated]\n"...)
			return
		}
	}
}

func benchmarkName(name string, procs int) string {
	if *modeName != "" {
		name += "/" + *modeName
	}
	if procs == 1 {
		return name
	}
	return fmt.Sprintf("%s-%d", name, procs)
}

// RunBenchmarks runs the benchmarks whose names match -test.bench. It is for `govm test` alone.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks("", matchString, benchmarks)
}

func runBenchmarks(importPath string, matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) bool {
	if *matchBenchmarks == "" {
		return true
	}
	most := 1
	for _, n := range cpuList {
		most = max(most, n)
	}
	all := &benchRun{
		match:  newMatcher(matchString, *matchBenchmarks, "-test.bench", *skip),
		suffix: len(benchmarkName("", most)),
	}
	var matching []InternalBenchmark
	for _, benchmark := range benchmarks {
		if _, fits, _ := all.match.fullName(nil, benchmark.Name); fits {
			matching = append(matching, benchmark)
			all.width = max(all.width, len(benchmarkName(benchmark.Name, most))+all.suffix+1)
		}
	}
	root := &B{
		common: common{name: "Main", importPath: importPath, w: os.Stdout, isBench: true},
		function: func(b *B) {
			for _, benchmark := range matching {
				b.Run(benchmark.Name, benchmark.F)
			}
		},
		benchTime: benchTime,
		all:       all,
	}
	if Verbose() {
		root.chatty = &printer{w: root.w, json: chatty.json}
	}
	root.runN(1)
	return !root.failed
}

// Benchmark measures one function, outside of `govm test` too.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{
		common:    common{signal: make(chan bool), w: io.Discard},
		function:  f,
		benchTime: benchTime,
	}
	b.lines = &lineWriter{c: &b.common}
	if b.tryOnce() {
		b.runAll()
	}
	return b.result
}

// PB gives out the iterations of RunParallel.
type PB struct {
	taken *atomic.Uint64 // by all goroutines
	grain uint64         // taken at once
	have  uint64
	total uint64
}

// Next says whether there is another iteration for this goroutine.
func (pb *PB) Next() bool {
	if pb.have == 0 {
		taken := pb.taken.Add(pb.grain)
		switch {
		case taken <= pb.total:
			pb.have = pb.grain
		case taken < pb.total+pb.grain:
			pb.have = pb.total + pb.grain - taken
		default:
			return false
		}
	}
	pb.have--
	return true
}

// RunParallel calls body in several goroutines, which share the iterations.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	// Iterations for about 100 us are taken at once.
	grain := uint64(0)
	if b.previousN > 0 && b.previousDuration > 0 {
		grain = 1e5 * uint64(b.previousN) / uint64(b.previousDuration)
	}
	grain = min(max(grain, 1), 1e4)
	var taken atomic.Uint64
	goroutines := b.parallelism * procs
	var wg sync.WaitGroup
	wg.Add(goroutines)
	for range goroutines {
		go func() {
			defer wg.Done()
			body(&PB{taken: &taken, grain: grain, total: uint64(b.N)})
		}()
	}
	wg.Wait()
	if taken.Load() <= uint64(b.N) && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// AllocsPerRun returns how many objects a call of f allocates on average, rounded down, after a first call that does not count.
func AllocsPerRun(runs int, f func()) (avg float64) {
	if parallelRunning > 0 {
		panic("testing: AllocsPerRun called during parallel test")
	}
	f()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	before := stats.Mallocs
	for range runs {
		f()
	}
	runtime.ReadMemStats(&stats)
	return float64((stats.Mallocs - before) / uint64(runs))
}
