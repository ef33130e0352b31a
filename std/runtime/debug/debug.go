// Package debug sets the collector, prints stacks, and tells of the build.
package debug

import (
	"os"
	"runtime"
	"slices"
	"time"
)

// SetGCPercent sets GOGC and returns the old value; negative is off.
func SetGCPercent(percent int) int { return setGCPercent(percent) }

// SetMemoryLimit sets GOMEMLIMIT in bytes and returns the old value; a negative one only asks.
func SetMemoryLimit(limit int64) int64

// FreeOSMemory collects; what is free goes back to the system.
func FreeOSMemory() {
	runtime.GC()
	releaseMemory()
}

func releaseMemory()

// GCStats tells of the collections so far.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration // newest first
	PauseEnd       []time.Time     // newest first
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats; the slices are used again if they are large enough. PauseQuantiles with a length gets the
// shortest and the longest pause of those listed, and as many in between, evenly.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	const kept = uint32(len(m.PauseNs))
	listed := min(m.NumGC, kept)
	if cap(stats.Pause) < int(listed) {
		stats.Pause = make([]time.Duration, listed)
	}
	if cap(stats.PauseEnd) < int(listed) {
		stats.PauseEnd = make([]time.Time, 0, listed)
	}
	stats.Pause = stats.Pause[:listed]
	stats.PauseEnd = stats.PauseEnd[:0]
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	for i := range listed {
		at := (m.NumGC - 1 - i) % kept
		stats.Pause[i] = time.Duration(m.PauseNs[at])
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	if steps := len(stats.PauseQuantiles) - 1; steps >= 0 {
		if listed == 0 {
			clear(stats.PauseQuantiles)
			return
		}
		sorted := slices.Clone(stats.Pause)
		slices.Sort(sorted)
		for i := range steps {
			stats.PauseQuantiles[i] = sorted[len(sorted)*i/steps]
		}
		stats.PauseQuantiles[steps] = sorted[len(sorted)-1]
	}
}

// SetMaxThreads returns the old limit. There are no threads to limit.
func SetMaxThreads(threads int) int {
	old := maxThreads
	maxThreads = threads
	return old
}

var maxThreads = 10000

// SetPanicOnFault returns the old setting. Memory that faults is reached by unsafe means only.
func SetPanicOnFault(enabled bool) bool {
	old := panicOnFault
	panicOnFault = enabled
	return old
}

var panicOnFault bool

func setGCPercent(percent int) int

// Stack returns the stack of the goroutine as a panic prints it.
func Stack() []byte {
	for buf := make([]byte, 1024); ; buf = make([]byte, 2*len(buf)) {
		if n := runtime.Stack(buf, false); n < len(buf) {
			return buf[:n]
		}
	}
}

// PrintStack writes the stack of the goroutine to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }
