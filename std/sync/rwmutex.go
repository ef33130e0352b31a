package sync

import "internal/sema"

// RWMutex is a lock for one writer or many readers.
type RWMutex struct {
	readers     int32 // inside
	readersWait int32
	writersWait int32
	writer      bool // inside
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
		rw.letWriter()
	}
}

// Lock waits for all others and enters as the writer.
func (rw *RWMutex) Lock() {
	if rw.writer || rw.readers > 0 || rw.writersWait > 0 {
		// Writers wait for each other at a mutex, the first of them for readers.
		why := sema.RWMutexWrite
		if rw.writer || rw.writersWait > 0 {
			why = sema.Mutex
		}
		rw.writersWait++
		sema.Acquire(&rw.writeSema, why)
		return
	}
	rw.writer = true
}

// TryLock enters as the writer if nobody is there.
func (rw *RWMutex) TryLock() bool {
	if rw.writer || rw.readers > 0 || rw.writersWait > 0 {
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
	if n := rw.readersWait; n > 0 {
		rw.readersWait = 0
		rw.readers = n
		for range n {
			sema.Release(&rw.readSema)
		}
	} else if rw.writersWait > 0 {
		rw.letWriter()
	}
}

func (rw *RWMutex) letWriter() {
	rw.writersWait--
	rw.writer = true
	sema.Release(&rw.writeSema)
}

// RLocker returns the reader's side as a Locker.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
