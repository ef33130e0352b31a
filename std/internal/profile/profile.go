// Package profile reads what the VM knows by stack: goroutines, allocations, waits, processor time. Everything is counted, nothing sampled
// but processor time. It stands below runtime and runtime/pprof.
package profile

import "unsafe"

// Kind says what a row counts.
type Kind int

// The order of native.cpp.
const (
	Goroutines Kind = iota // nothing: a row is a goroutine, the running one first
	Heap                   // objects and bytes allocated, objects and bytes freed
	Blocked                // waits, and their nanoseconds, by who waited
	Contended              // waits for locks, and their nanoseconds, by who unlocked
	Processor              // samples, and their nanoseconds
)

// Row is what stands for one stack.
type Row struct {
	Values [4]int64
	Stack  []uintptr
	Labels unsafe.Pointer // of a goroutine
}

// Rows returns the rows of a kind.
func Rows(kind Kind) []Row {
	// A row: its values, how long its stack is, the stack. Reading allocates, so there may be more rows when the words are there.
	var words []uintptr
	var labels []unsafe.Pointer
	for {
		rows, needed := read(kind, words, labels)
		if needed <= len(words) && rows <= len(labels) {
			return parse(words[:needed], labels)
		}
		words = make([]uintptr, needed+needed/4+256)
		labels = make([]unsafe.Pointer, rows+rows/4+16)
	}
}

func parse(words []uintptr, labels []unsafe.Pointer) []Row {
	var rows []Row
	for len(words) > 0 {
		var row Row
		for i := range row.Values {
			row.Values[i] = int64(words[i])
		}
		depth := int(words[4])
		row.Stack = words[5 : 5+depth : 5+depth]
		row.Labels = labels[len(rows)]
		rows = append(rows, row)
		words = words[5+depth:]
	}
	return rows
}

// Fill returns how many rows there are and whether they fit in room; if so it calls put with each.
func Fill(kind Kind, room int, put func(i int, row *Row)) (n int, ok bool) {
	return FillOf(Rows(kind), room, put)
}

// FillOf is Fill with rows that are known.
func FillOf(rows []Row, room int, put func(i int, row *Row)) (n int, ok bool) {
	if len(rows) > room {
		return len(rows), false
	}
	for i := range rows {
		put(i, &rows[i])
	}
	return len(rows), true
}

// SetRate switches the counting of waits or processor time on or, with 0, off. Of processor time it is samples a second.
func SetRate(kind Kind, rate int)

// SetLabels gives the running goroutine labels, and those that it starts.
func SetLabels(labels unsafe.Pointer)

// Labels returns the running goroutine's labels.
func Labels() unsafe.Pointer

//go:noescape
func read(kind Kind, words []uintptr, labels []unsafe.Pointer) (rows, needed int)
