// Package runtime: the program's own machine – collector, goroutines, versions.
//
// Left out: Go's own trace (ReadTrace); profiles count everything, whatever their rates say.
package runtime

import "unsafe"

// What the program runs on.
const (
	Compiler        = "gc"
	GOARCH   string = "amd64"
	GOOS     string = "linux"
)

// Error is what run-time panics panic with.
type Error interface {
	error
	// RuntimeError tells these errors from others.
	RuntimeError()
}

// TypeAssertionError says which type assertion failed.
type TypeAssertionError struct {
	asked, concrete, asserted unsafe.Pointer
	missing                   string
}

// Error implements error.
func (e *TypeAssertionError) Error() string

// RuntimeError marks the error as the runtime's.
func (*TypeAssertionError) RuntimeError()

// PanicNilError is what panic(nil) panics with.
type PanicNilError struct {
	_ [0]func()
}

// Error implements error.
func (*PanicNilError) Error() string

// RuntimeError marks the error as the runtime's.
func (*PanicNilError) RuntimeError()

// GC runs a whole collection.
func GC() {
	for collectionDue() {
		Gosched() // another goroutine's is to end first
	}
	// The collection runs at a back edge, where the state of the program is complete.
	for requestGC(); collectionDue(); {
	}
}

// Gosched lets other goroutines run.
func Gosched()

// Goexit runs the deferred calls and ends the goroutine.
func Goexit()

// NumGoroutine returns how many goroutines there are.
func NumGoroutine() int

// NumCPU returns 1: goroutines run on one thread.
func NumCPU() int { return 1 }

// GOMAXPROCS returns 1: goroutines run on one thread.
func GOMAXPROCS(n int) int { return 1 }

// NumCgoCall returns 0: there is no cgo.
func NumCgoCall() int64 { return 0 }

// LockOSThread is told in traces, else it does nothing: there is one thread.
func LockOSThread()

// UnlockOSThread takes one call of LockOSThread back.
func UnlockOSThread()

// SetDefaultGOMAXPROCS does nothing: goroutines run on one thread.
func SetDefaultGOMAXPROCS() {}

// SetCgoTraceback does nothing: there is no cgo.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}

// Breakpoint stops in a debugger; there is none.
func Breakpoint() {}

// KeepAlive says that x is in use until here.
//
//go:noinline
func KeepAlive(x any) {}

// Version returns the version of Go whose language this is.
func Version() string { return "go1.27" }

// GOROOT returns "": nothing is installed.
func GOROOT() string { return "" }

// panicError panics with an Error.
func panicError(text string)
func requestGC()
func collectionDue() bool
