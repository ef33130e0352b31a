package pprof

import (
	"bufio"
	"cmp"
	"fmt"
	"internal/profile"
	"io"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// table aligns what is written at tabs.
type table struct {
	buffer *bufio.Writer
	*tabwriter.Writer
}

func newTable(w io.Writer) table {
	buffer := bufio.NewWriter(w)
	return table{buffer, tabwriter.NewWriter(buffer, 1, 8, 1, '\t', 0)}
}

func (t table) end() error {
	if err := t.Flush(); err != nil {
		return err
	}
	return t.buffer.Flush()
}

// counters writes a stack's program counters.
func (t table) counters(stack []uintptr) {
	for _, pc := range stack {
		fmt.Fprintf(t, " %#x", pc)
	}
	fmt.Fprintln(t)
}

// frames writes a line for each call. The innermost ones of the runtime are shown if all are asked for, or if there are no others.
func (t table) frames(stack []uintptr, all bool) {
	shown := all
	for frames := runtime.CallersFrames(stack); ; {
		frame, more := frames.Next()
		switch {
		case frame.Function == "":
			shown = true
			fmt.Fprintf(t, "#\t%#x\n", frame.PC)
		case frame.Function == "runtime.goexit":
		case shown || !isRuntime(frame.Function):
			shown = true
			fmt.Fprintf(t, "#\t%#x\t%s+%#x\t%s:%d\n", frame.PC, frame.Function, frame.PC-frame.Entry, frame.File, frame.Line)
		}
		if !more {
			break
		}
	}
	if !shown {
		t.frames(stack, true)
		return
	}
	fmt.Fprintln(t)
}

func isRuntime(function string) bool {
	return strings.HasPrefix(function, "runtime.") || strings.HasPrefix(function, "internal/runtime/")
}

// group is what rows with one stack and the same labels are counted as.
type group struct {
	key   string
	count int64
	row   *profile.Row
}

// writeCounts writes how often each stack is there, the most frequent first.
func writeCounts(w io.Writer, debug int, name string, rows []profile.Row) error {
	var groups []*group
	known := map[string]*group{}
	for i := range rows {
		row := &rows[i]
		var key strings.Builder
		key.WriteByte('@')
		for _, pc := range row.Stack {
			fmt.Fprintf(&key, " %#x", pc)
		}
		if row.Labels != nil {
			key.WriteString("\n# labels: " + (*labelMap)(row.Labels).String())
		}
		g := known[key.String()]
		if g == nil {
			g = &group{key.String(), 0, row}
			known[g.key] = g
			groups = append(groups, g)
		}
		g.count++
	}
	slices.SortFunc(groups, func(a, b *group) int { return cmp.Or(cmp.Compare(b.count, a.count), strings.Compare(a.key, b.key)) })
	if debug > 0 {
		t := newTable(w)
		fmt.Fprintf(t, "%s profile: total %d\n", name, len(rows))
		for _, g := range groups {
			fmt.Fprintf(t, "%d %s\n", g.count, g.key)
			t.frames(g.row.Stack, false)
		}
		return t.end()
	}
	p := newProto(measure{name, "count"})
	p.measure(fieldPeriodType, measure{name, "count"})
	p.number(fieldPeriod, 1)
	for _, g := range groups {
		p.sample([]int64{g.count}, g.row.Stack, (*labelMap)(g.row.Labels))
	}
	return p.writeTo(w)
}

// writeWaits writes how often and how long, the longest first.
func writeWaits(w io.Writer, debug int, name string, rows []profile.Row) error {
	slices.SortStableFunc(rows, func(a, b profile.Row) int { return cmp.Compare(b.Values[1], a.Values[1]) })
	if debug > 0 {
		t := newTable(w)
		fmt.Fprintf(t, "--- %v:\ncycles/second=%d\n", name, time.Second)
		if name == "mutex" {
			fmt.Fprintf(t, "sampling period=%d\n", runtime.SetMutexProfileFraction(-1))
		}
		for _, row := range rows {
			fmt.Fprintf(t, "%d %d @", row.Values[1], row.Values[0])
			t.counters(row.Stack)
			t.frames(row.Stack, true)
		}
		return t.end()
	}
	p := newProto(measure{"contentions", "count"}, measure{"delay", "nanoseconds"})
	p.measure(fieldPeriodType, measure{"contentions", "count"})
	p.number(fieldPeriod, 1)
	for _, row := range rows {
		p.sample(row.Values[:2], row.Stack, nil)
	}
	return p.writeTo(w)
}

// writeAllocations writes objects and bytes, allocated and in use. chosen is the measure that is shown first; empty: the last one.
func writeAllocations(w io.Writer, debug int, chosen string) error {
	var stats runtime.MemStats
	if debug > 0 {
		runtime.ReadMemStats(&stats)
	}
	rows := profile.Rows(profile.Heap)
	for i := range rows {
		v := &rows[i].Values
		v[2], v[3] = v[0]-v[2], v[1]-v[3] // freed: in use
	}
	if debug == 0 {
		p := newProto(measure{"alloc_objects", "count"}, measure{"alloc_space", "bytes"}, measure{"inuse_objects", "count"}, measure{"inuse_space", "bytes"})
		p.measure(fieldPeriodType, measure{"space", "bytes"})
		p.number(fieldPeriod, 1)
		if chosen != "" {
			p.number(fieldDefault, p.text(chosen))
		}
		for _, row := range rows {
			p.allocation(row.Values[:], row.Stack)
		}
		return p.writeTo(w)
	}
	slices.SortStableFunc(rows, func(a, b profile.Row) int { return cmp.Compare(a.Values[3], b.Values[3]) })
	var sum [4]int64
	for _, row := range rows {
		for i, value := range row.Values {
			sum[i] += value
		}
	}
	if sum[1] == sum[3] {
		sum[1]++ // equal figures would pass for a profile without the allocated ones
	}
	t := newTable(w)
	const rate = 2 // twice the bytes between two samples, by old custom
	fmt.Fprintf(t, "heap profile: %d: %d [%d: %d] @ heap/%d\n", sum[2], sum[3], sum[0], sum[1], rate)
	for _, row := range rows {
		v := row.Values
		fmt.Fprintf(t, "%d: %d [%d: %d] @", v[2], v[3], v[0], v[1])
		t.counters(row.Stack)
		t.frames(row.Stack, false)
	}
	writeStats(t, &stats)
	return t.end()
}

func writeStats(w io.Writer, s *runtime.MemStats) {
	fmt.Fprint(w, "\n# runtime.MemStats\n")
	line := func(name string, values ...any) {
		fmt.Fprintf(w, "# %s = %v", name, values[0])
		for _, value := range values[1:] {
			fmt.Fprintf(w, " / %v", value)
		}
		fmt.Fprintln(w)
	}
	line("Alloc", s.Alloc)
	line("TotalAlloc", s.TotalAlloc)
	line("Sys", s.Sys)
	line("Lookups", s.Lookups)
	line("Mallocs", s.Mallocs)
	line("Frees", s.Frees)
	line("HeapAlloc", s.HeapAlloc)
	line("HeapSys", s.HeapSys)
	line("HeapIdle", s.HeapIdle)
	line("HeapInuse", s.HeapInuse)
	line("HeapReleased", s.HeapReleased)
	line("HeapObjects", s.HeapObjects)
	line("Stack", s.StackInuse, s.StackSys)
	line("MSpan", s.MSpanInuse, s.MSpanSys)
	line("MCache", s.MCacheInuse, s.MCacheSys)
	line("BuckHashSys", s.BuckHashSys)
	line("GCSys", s.GCSys)
	line("OtherSys", s.OtherSys)
	line("NextGC", s.NextGC)
	line("LastGC", s.LastGC)
	line("PauseNs", s.PauseNs)
	line("PauseEnd", s.PauseEnd)
	line("NumGC", s.NumGC)
	line("NumForcedGC", s.NumForcedGC)
	line("GCCPUFraction", s.GCCPUFraction)
	line("DebugGC", s.DebugGC)
}
