package sync

import (
	"internal/sema"
	"unsafe"
)

// Cond is a place to wait for an event.
type Cond struct {
	noCopy noCopy

	// L is held while the condition is looked at or changed.
	L Locker

	wait    uint32
	sema    uint32
	_       [3]uintptr
	checker copyChecker
}

// NewCond returns a Cond with the lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait opens the lock, waits to be woken and closes it again.
func (c *Cond) Wait() {
	c.checker.check()
	c.wait++
	c.L.Unlock()
	sema.Acquire(&c.sema, sema.Cond)
	c.L.Lock()
}

// Signal wakes one that waits.
func (c *Cond) Signal() {
	c.checker.check()
	if c.wait > 0 {
		c.wait--
		sema.Release(&c.sema)
	}
}

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() {
	c.checker.check()
	n := c.wait
	c.wait = 0
	for ; n > 0; n-- {
		sema.Release(&c.sema)
	}
}

// copyChecker holds its own address once it was used.
type copyChecker uintptr

func (c *copyChecker) check() {
	if uintptr(*c) == uintptr(unsafe.Pointer(c)) {
		return
	}
	if *c != 0 {
		panic("sync.Cond is copied")
	}
	*c = copyChecker(unsafe.Pointer(c))
}
