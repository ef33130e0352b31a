package testing

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"
)

// BenchmarkResult is what a benchmark measured.
type BenchmarkResult struct {
	N         int           // iterations
	T         time.Duration // all of them took
	Bytes     int64         // an iteration worked on
	MemAllocs uint64        // objects allocated by all
	MemBytes  uint64        // bytes allocated by all

	Extra map[string]float64 // of ReportMetric
}

// perOp returns a metric of ReportMetric, or the total for an iteration.
func (r BenchmarkResult) perOp(unit string, total int64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return total / int64(r.N)
}

// NsPerOp returns ns/op.
func (r BenchmarkResult) NsPerOp() int64 { return r.perOp("ns/op", r.T.Nanoseconds()) }

// AllocsPerOp returns allocs/op.
func (r BenchmarkResult) AllocsPerOp() int64 { return r.perOp("allocs/op", int64(r.MemAllocs)) }

// AllocedBytesPerOp returns B/op.
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.perOp("B/op", int64(r.MemBytes)) }

func (r BenchmarkResult) megabytesPerSecond() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

// String returns the line of a benchmark without its name and its allocations.
func (r BenchmarkResult) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d", r.N)
	ns, ok := r.Extra["ns/op"]
	if !ok {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		b.WriteString("\t" + inColumn(ns, "ns/op"))
	}
	if rate := r.megabytesPerSecond(); rate != 0 {
		fmt.Fprintf(&b, "\t%7.2f MB/s", rate)
	}
	for _, unit := range slices.Sorted(maps.Keys(r.Extra)) {
		switch unit {
		case "ns/op", "MB/s", "B/op", "allocs/op":
		default:
			b.WriteString("\t" + inColumn(r.Extra[unit], unit))
		}
	}
	return b.String()
}

// MemString returns the allocations of a benchmark's line.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}

// inColumn prints four significant digits with the point always in one place.
func inColumn(x float64, unit string) string {
	digits := 0
	if y := math.Abs(x); y != 0 {
		for limit := 999.95; y < limit && digits < 7; limit /= 10 {
			digits++
		}
	}
	width := 10
	if digits > 0 {
		width += 1 + digits
	}
	return fmt.Sprintf("%*.*f %s", width, digits, x, unit)
}
