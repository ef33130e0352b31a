// Package sync: locks, and waiting for others.
//
// Goroutines run on one thread and change only at calls and loops, so the state of a lock needs no atomics.
// Left out: Map's and Pool's tuning for many threads.
package sync

import "internal/sema"

// Locker can be locked.
type Locker interface {
	Lock()
	Unlock()
}

// Mutex is a lock; the zero value is open.
type Mutex struct {
	state int32 // 1: locked
	sema  uint32
	wait  int32
}

// Lock waits until the lock is open and closes it.
func (m *Mutex) Lock() {
	if m.state != 0 {
		m.wait++
		sema.Acquire(&m.sema, sema.Mutex)
		// Unlock left it closed for us.
		return
	}
	m.state = 1
}

// TryLock closes the lock if it is open.
func (m *Mutex) TryLock() bool {
	if m.state != 0 {
		return false
	}
	m.state = 1
	return true
}

// Unlock opens the lock.
func (m *Mutex) Unlock() {
	if m.state == 0 {
		sema.Fatal("sync: unlock of unlocked mutex")
	}
	if m.wait > 0 {
		m.wait--
		sema.Release(&m.sema)
		return
	}
	m.state = 0
}

// RWMutex is a lock for one writer or many readers.
type RWMutex struct {
	readers     int32 // inside
	writer      bool  // inside
	readersWait int32
	writersWait int32
	readSema    uint32
	writeSema   uint32
}

// RLock waits for writers and enters as a reader.
func (rw *RWMutex) RLock() {
	if rw.writer || rw.writersWait > 0 {
		rw.readersWait++
		sema.Acquire(&rw.readSema, sema.RWMutexRead)
		return
	}
	rw.readers++
}

// TryRLock enters as a reader if no writer is there.
func (rw *RWMutex) TryRLock() bool {
	if rw.writer || rw.writersWait > 0 {
		return false
	}
	rw.readers++
	return true
}

// RUnlock leaves as a reader.
func (rw *RWMutex) RUnlock() {
	if rw.readers <= 0 {
		sema.Fatal("sync: RUnlock of unlocked RWMutex")
	}
	rw.readers--
	if rw.readers == 0 && rw.writersWait > 0 {
		rw.writersWait--
		rw.writer = true
		sema.Release(&rw.writeSema)
	}
}

// Lock waits for all others and enters as the writer.
func (rw *RWMutex) Lock() {
	if rw.writer || rw.readers > 0 {
		rw.writersWait++
		sema.Acquire(&rw.writeSema, sema.RWMutexWrite)
		return
	}
	rw.writer = true
}

// TryLock enters as the writer if nobody is there.
func (rw *RWMutex) TryLock() bool {
	if rw.writer || rw.readers > 0 {
		return false
	}
	rw.writer = true
	return true
}

// Unlock leaves as the writer: readers that wait enter, else the next writer.
func (rw *RWMutex) Unlock() {
	if !rw.writer {
		sema.Fatal("sync: Unlock of unlocked RWMutex")
	}
	rw.writer = false
	if rw.readersWait > 0 {
		n := rw.readersWait
		rw.readersWait = 0
		rw.readers += n
		for range n {
			sema.Release(&rw.readSema)
		}
	} else if rw.writersWait > 0 {
		rw.writersWait--
		rw.writer = true
		sema.Release(&rw.writeSema)
	}
}

// RLocker returns the reader's side as a Locker.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }

// Cond is a place to wait for an event.
type Cond struct {
	L    Locker
	wait int32
	sema uint32
}

// NewCond returns a Cond with the lock l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// Wait opens the lock, waits to be woken and closes it again.
func (c *Cond) Wait() {
	c.wait++
	c.L.Unlock()
	sema.Acquire(&c.sema, sema.Cond)
	c.L.Lock()
}

// Signal wakes one that waits.
func (c *Cond) Signal() {
	if c.wait > 0 {
		c.wait--
		sema.Release(&c.sema)
	}
}

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() {
	for c.wait > 0 {
		c.Signal()
	}
}
