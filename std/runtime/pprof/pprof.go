// Package pprof writes what is known by stack in the format of pprof.
//
// The heap is counted, not sampled, whatever runtime.MemProfileRate says. A record of it has the whole stack if the program runs with
// one of govm's flags that record stacks, else the place of the allocation. Processor time is sampled at calls and loops, so that what a
// native takes is seen behind it; samples have no labels. There is no search for leaked goroutines.
package pprof

import (
	"errors"
	"fmt"
	"internal/profile"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
	"unsafe"
)

// Profile is a list of stacks: one of the runtime's, or one that the program adds to.
type Profile struct {
	name  string
	mu    sync.Mutex
	added map[any][]uintptr
	count func() int // of the runtime's
	write func(w io.Writer, debug int) error
}

var (
	mu    sync.Mutex
	known map[string]*Profile
)

// byName is the table of all profiles, which must be locked.
func byName() map[string]*Profile {
	if known == nil {
		known = map[string]*Profile{}
		for _, p := range []*Profile{
			{name: "goroutine", count: runtime.NumGoroutine, write: writeGoroutines},
			{name: "goroutineleak", count: func() int { return 0 }, write: writeLeaks},
			{name: "threadcreate", count: func() int { return len(threads()) }, write: writeThreads},
			{name: "heap", count: countHeap, write: writeHeap},
			{name: "allocs", count: countHeap, write: writeAllocs},
			{name: "block", count: counter(profile.Blocked), write: writeBlocked},
			{name: "mutex", count: counter(profile.Contended), write: writeContended},
		} {
			known[p.name] = p
		}
	}
	return known
}

func counter(kind profile.Kind) func() int { return func() int { return len(profile.Rows(kind)) } }

func countHeap() int {
	n, _ := runtime.MemProfile(nil, true)
	return n
}

// NewProfile makes a profile for the program to add to.
func NewProfile(name string) *Profile {
	mu.Lock()
	defer mu.Unlock()
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if byName()[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, added: map[any][]uintptr{}}
	known[name] = p
	return p
}

// Lookup returns the profile of that name, or nil.
func Lookup(name string) *Profile {
	mu.Lock()
	defer mu.Unlock()
	return byName()[name]
}

// Profiles returns all profiles, by name.
func Profiles() []*Profile {
	mu.Lock()
	defer mu.Unlock()
	var all []*Profile
	for _, p := range byName() {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *Profile) int { return strings.Compare(a.name, b.name) })
	return all
}

// Name returns the profile's name.
func (p *Profile) Name() string { return p.name }

// Count returns how many stacks there are.
func (p *Profile) Count() int {
	if p.count != nil {
		return p.count()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.added)
}

// noStack stands for a stack that skip has left nothing of.
func noStack() {}

// Add puts the stack from skip calls above the caller on in, under a value.
func (p *Profile) Add(value any, skip int) {
	if p.name == "" {
		panic("pprof: use of uninitialized Profile")
	}
	if p.write != nil {
		panic("pprof: Add called on built-in Profile " + p.name)
	}
	stack := make([]uintptr, 32)
	stack = stack[:runtime.Callers(skip+1, stack)]
	if len(stack) == 0 {
		function := noStack
		stack = []uintptr{**(**uintptr)(unsafe.Pointer(&function))}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.added[value] != nil {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.added[value] = stack
}

// Remove takes the stack of a value out.
func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.added, value)
}

// WriteTo writes the profile: with debug 0 in pprof's format, with 1 as text with functions and lines, with 2 goroutines as a panic
// prints them.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	if p.name == "" {
		panic("pprof: use of zero Profile")
	}
	if p.write != nil {
		return p.write(w, debug)
	}
	p.mu.Lock()
	var rows []profile.Row
	for _, stack := range p.added {
		rows = append(rows, profile.Row{Stack: stack})
	}
	p.mu.Unlock()
	slices.SortFunc(rows, func(a, b profile.Row) int { return slices.Compare(a.Stack, b.Stack) })
	return writeCounts(w, debug, p.name, rows)
}

// WriteHeapProfile is Lookup("heap").WriteTo(w, 0).
func WriteHeapProfile(w io.Writer) error { return writeHeap(w, 0) }

func writeGoroutines(w io.Writer, debug int) error {
	if debug < 2 {
		return writeCounts(w, debug, "goroutine", profile.Rows(profile.Goroutines))
	}
	buf := make([]byte, 1<<16)
	for {
		if n := runtime.Stack(buf, true); n < len(buf) {
			_, err := w.Write(buf[:n])
			return err
		}
		buf = make([]byte, 2*len(buf))
	}
}

func writeLeaks(io.Writer, int) error {
	return errors.New("not supported by govm: profile goroutineleak")
}

func threads() []profile.Row {
	n, _ := runtime.ThreadCreateProfile(nil)
	return make([]profile.Row, n)
}

func writeThreads(w io.Writer, debug int) error {
	return writeCounts(w, debug, "threadcreate", threads())
}

func writeHeap(w io.Writer, debug int) error   { return writeAllocations(w, debug, "") }
func writeAllocs(w io.Writer, debug int) error { return writeAllocations(w, debug, "alloc_space") }

func writeBlocked(w io.Writer, debug int) error {
	return writeWaits(w, debug, "contention", profile.Rows(profile.Blocked))
}

func writeContended(w io.Writer, debug int) error {
	return writeWaits(w, debug, "mutex", profile.Rows(profile.Contended))
}

var processor struct {
	sync.Mutex
	to    io.Writer // nil: none is made
	since time.Time
}

// StartCPUProfile samples processor time a hundred times a second until StopCPUProfile, which writes the profile.
func StartCPUProfile(w io.Writer) error {
	processor.Lock()
	defer processor.Unlock()
	if processor.to != nil {
		return fmt.Errorf("cpu profiling already in use")
	}
	processor.to, processor.since = w, time.Now()
	runtime.SetCPUProfileRate(hertz)
	return nil
}

const hertz = 100

// StopCPUProfile ends the samples and writes the profile.
func StopCPUProfile() {
	processor.Lock()
	defer processor.Unlock()
	if processor.to == nil {
		return
	}
	runtime.SetCPUProfileRate(0)
	p := newProto(measure{"samples", "count"}, measure{"cpu", "nanoseconds"})
	p.measure(fieldPeriodType, measure{"cpu", "nanoseconds"})
	p.number(fieldPeriod, int64(time.Second)/hertz)
	p.number(fieldTime, processor.since.UnixNano())
	p.number(fieldDuration, int64(time.Since(processor.since)))
	for _, row := range profile.Rows(profile.Processor) {
		p.sample(row.Values[:2], row.Stack, nil)
	}
	p.writeTo(processor.to)
	processor.to = nil
}
