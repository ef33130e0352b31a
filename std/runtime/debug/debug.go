// Package debug sets the collector and prints stacks.
//
// Left out: build information, heap dumps, crash output.
package debug

import (
	"os"
	"runtime"
)

// SetGCPercent sets GOGC and returns the old value; negative is off.
func SetGCPercent(percent int) int { return setGCPercent(percent) }

// SetMemoryLimit sets GOMEMLIMIT in bytes and returns the old value; a negative one only asks.
func SetMemoryLimit(limit int64) int64

// FreeOSMemory collects; what is free goes back to the system.
func FreeOSMemory() { runtime.GC() }

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
