package benchmarks

import (
	"fmt"
	"strings"
	"testing"
)

type point struct{ x, y int }

var (
	sinkPoint *point
	sinkAny   any
	sinkInts  []int
	sinkMap   map[int]*point
	text      string
)

func BenchmarkPointer(b *testing.B) {
	for i := range b.N {
		sinkPoint = &point{i, i}
	}
}

func BenchmarkValue(b *testing.B) {
	sum := 0
	for i := range b.N {
		p := point{i, i}
		sum += p.x
	}
}

func BenchmarkBoxing(b *testing.B) {
	for _, n := range []int{7, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				sinkAny = n
			}
		})
	}
}

func BenchmarkGrowth(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sinkInts = grow(1000)
	}
}

//go:noinline
func grow(n int) []int {
	var s []int
	for i := range n {
		s = append(s, i)
	}
	return s
}

func BenchmarkMap(b *testing.B) {
	for b.Loop() {
		m := map[int]*point{}
		for i := range 100 {
			m[i] = &point{i, i}
		}
		sinkMap = m
	}
}

func BenchmarkConcat(b *testing.B) {
	for b.Loop() {
		s := ""
		for range 100 {
			s += "x"
		}
		text = s
	}
}

func BenchmarkBuilder(b *testing.B) {
	for b.Loop() {
		var w strings.Builder
		w.Grow(100)
		for range 100 {
			w.WriteByte('x')
		}
		text = w.String()
	}
}

func BenchmarkParallel(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
		}
	})
}

func BenchmarkTimer(b *testing.B) {
	for range b.N {
		b.StopTimer()
		sinkInts = make([]int, 100)
		b.StartTimer()
		sinkPoint = &point{}
	}
}

func BenchmarkMetrics(b *testing.B) {
	b.SetBytes(64)
	for range b.N {
	}
	b.ReportMetric(12.5, "widgets/op")
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(3, "a/op")
}

func BenchmarkLogs(b *testing.B) {
	for i := range 12 {
		b.Log("line", i)
	}
}

func BenchmarkFails(b *testing.B) { b.Error("wrong") }

func BenchmarkSkips(b *testing.B) { b.Skip("not here") }

func BenchmarkBreaks(b *testing.B) {
	for b.Loop() {
		break
	}
}

func TestBenchmarkFunction(t *testing.T) {
	r := testing.Benchmark(func(b *testing.B) {
		for range b.N {
			sinkPoint = &point{}
		}
	})
	fmt.Println(r.AllocsPerOp(), r.AllocedBytesPerOp(), r.MemString())
}
