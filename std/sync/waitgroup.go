package sync

import "internal/sema"

// WaitGroup waits until a number of things are done.
type WaitGroup struct {
	noCopy noCopy
	state  uint64 // high half: things to be done; low half: how many wait
	sema   uint32
}

// Add adds delta, which may be negative, to the things that are to be done.
func (wg *WaitGroup) Add(delta int) {
	wg.state += uint64(delta) << 32
	todo, waiting := int32(wg.state>>32), uint32(wg.state)
	if todo < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiting != 0 && delta > 0 && todo == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if todo > 0 || waiting == 0 {
		return
	}
	wg.state = 0
	for ; waiting > 0; waiting-- {
		sema.Release(&wg.sema)
	}
}

// Done says that one thing is done.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until all is done.
func (wg *WaitGroup) Wait() {
	if int32(wg.state>>32) == 0 {
		return
	}
	wg.state++
	sema.Acquire(&wg.sema, sema.WaitGroup)
	if wg.state != 0 {
		panic("sync: WaitGroup is reused before previous Wait has returned")
	}
}

// Go runs f, which must not panic, in a goroutine that the group waits for.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if x := recover(); x != nil {
				// Done would let those that wait race with the end of the program.
				panic(x)
			}
			wg.Done()
		}()
		f()
	}()
}
