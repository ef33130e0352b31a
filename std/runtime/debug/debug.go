// Package debug sets the collector.
//
// Left out: stack dumps, build information, heap dumps.
package debug

import "runtime"

// SetGCPercent sets GOGC and returns the old value; negative is off.
func SetGCPercent(percent int) int { return setGCPercent(percent) }

// SetMemoryLimit sets GOMEMLIMIT in bytes and returns the old value; a negative one only asks.
func SetMemoryLimit(limit int64) int64

// FreeOSMemory collects; what is free goes back to the system.
func FreeOSMemory() { runtime.GC() }

func setGCPercent(percent int) int
