// Package sema has the semaphores that sync is made of: goroutines wait on the address of a counter.
package sema

// Reason is what tracebacks say of a waiting goroutine.
type Reason int

// The order of native.cpp's table.
const (
	Plain Reason = iota
	Mutex
	RWMutexRead
	RWMutexWrite
	WaitGroup
	Cond
)

// Acquire waits until *s is positive and takes one off.
func Acquire(s *uint32, why Reason)

// Release adds one to *s and wakes a goroutine that waits for it.
func Release(s *uint32)

// Fatal ends the program with "fatal error: text".
func Fatal(text string)
