// Package sync: locks, and waiting for others.
//
// Goroutines run on one thread and change only at calls and loops, so the state of a lock needs no atomics. Sizes
// are Go's. A lock that is waited for is handed to the one that has waited longest.
package sync

import "internal/sema"

// Locker can be locked.
type Locker interface {
	Lock()
	Unlock()
}

// noCopy marks types that must not be copied after their first use.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// Mutex is a lock; the zero value is open.
type Mutex struct {
	state int32 // bit 0: locked; above: how many wait
	sema  uint32
}

const (
	mutexLocked = 1
	mutexWaiter = 2
)

// Lock waits until the lock is open and closes it.
func (m *Mutex) Lock() {
	if m.state == 0 {
		m.state = mutexLocked
		return
	}
	m.state += mutexWaiter
	sema.Acquire(&m.sema, sema.Mutex) // Unlock leaves it closed for us
}

// TryLock closes the lock if it is open.
func (m *Mutex) TryLock() bool {
	if m.state != 0 {
		return false
	}
	m.state = mutexLocked
	return true
}

// Unlock opens the lock.
func (m *Mutex) Unlock() {
	switch m.state {
	case mutexLocked:
		m.state = 0
	case 0:
		sema.Fatal("sync: unlock of unlocked mutex")
	default:
		m.state -= mutexWaiter
		sema.Release(&m.sema)
	}
}
