package runtime

import "internal/profile"

// MemProfileRate has no effect: every allocation is counted.
var MemProfileRate = 512 * 1024

// StackRecord is a stack; it ends with the first 0.
type StackRecord struct {
	Stack0 [32]uintptr
}

// Stack returns the program counters.
func (r *StackRecord) Stack() []uintptr { return upToZero(r.Stack0[:]) }

// MemProfileRecord counts what was allocated with one stack.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes returns the bytes not freed.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the objects not freed.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the program counters.
func (r *MemProfileRecord) Stack() []uintptr { return upToZero(r.Stack0[:]) }

// BlockProfileRecord counts the waits with one stack; a cycle is a nanosecond.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

func upToZero(stack []uintptr) []uintptr {
	for i, pc := range stack {
		if pc == 0 {
			return stack[:i]
		}
	}
	return stack
}

// setStack copies a stack, and zeroes behind it.
func setStack(to *[32]uintptr, stack []uintptr) { clear(to[copy(to[:], stack):]) }

// GoroutineProfile fills p with the stacks of all goroutines, the caller's first, if there is room for all.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	return profile.Fill(profile.Goroutines, len(p), func(i int, row *profile.Row) { setStack(&p[i].Stack0, row.Stack) })
}

// ThreadCreateProfile tells of the one thread there is; nothing is known of its making.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) {
	if len(p) < 1 {
		return 1, false
	}
	p[0] = StackRecord{}
	return 1, true
}

// MemProfile fills p with what was allocated, by place, if there is room for all. With inuseZero there are places
// too of which nothing is in use any more.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) {
	var rows []profile.Row
	for _, row := range profile.Rows(profile.Heap) {
		if inuseZero || row.Values[0] != row.Values[2] {
			rows = append(rows, row)
		}
	}
	return profile.FillOf(rows, len(p), func(i int, row *profile.Row) {
		r := &p[i]
		r.AllocObjects, r.AllocBytes, r.FreeObjects, r.FreeBytes = row.Values[0], row.Values[1], row.Values[2], row.Values[3]
		setStack(&r.Stack0, row.Stack)
	})
}

// BlockProfile fills p with the waits since SetBlockProfileRate, if there is room for all.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return waits(profile.Blocked, p) }

// MutexProfile fills p with the waits for locks since SetMutexProfileFraction, by who unlocked, if there is room for all.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return waits(profile.Contended, p) }

func waits(kind profile.Kind, p []BlockProfileRecord) (n int, ok bool) {
	return profile.Fill(kind, len(p), func(i int, row *profile.Row) {
		p[i].Count, p[i].Cycles = row.Values[0], row.Values[1]
		setStack(&p[i].Stack0, row.Stack)
	})
}

// SetBlockProfileRate has waits counted, all of them, if rate is positive.
func SetBlockProfileRate(rate int) { profile.SetRate(profile.Blocked, rate) }

var mutexFraction int

// SetMutexProfileFraction has waits for locks counted, all of them, if rate is positive; a negative rate changes nothing.
// It returns the rate until now.
func SetMutexProfileFraction(rate int) int {
	old := mutexFraction
	if rate >= 0 {
		mutexFraction = rate
		profile.SetRate(profile.Contended, rate)
	}
	return old
}

var processorRate int

// SetCPUProfileRate has processor time sampled, hz times a second; 0 stops that.
func SetCPUProfileRate(hz int) {
	hz = min(max(hz, 0), 1e6)
	if hz > 0 && processorRate > 0 {
		print("runtime: cannot set rate until previous profile has finished.\n")
		return
	}
	processorRate = hz
	profile.SetRate(profile.Processor, hz)
}

// CPUProfile panics: Go has done away with it.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// StartTrace fails: Go's format of traces is not written.
func StartTrace() error { return traceError{} }

// StopTrace does nothing: no trace was started.
func StopTrace() {}

// ReadTrace returns nil: no trace was started.
func ReadTrace() (buf []byte) { return nil }

type traceError struct{}

func (traceError) Error() string { return "not supported by govm: execution traces in Go's format" }
