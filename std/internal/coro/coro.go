// Package coro has coroutines: goroutines that hand control to each other directly, past the queue of those
// that are ready.
package coro

// Coro is a coroutine together with whoever called it: one of the two runs, the other is kept here.
type Coro struct {
	parked uintptr // the goroutine that waits for its turn
	run    func()
}

// Start makes a coroutine that runs f from the first Switch on.
func (c *Coro) Start(f func()) {
	c.run = f
	go start(c)
	c.Switch()
}

func start(c *Coro) {
	defer c.exit()
	c.Switch()
	c.run()
}

// Switch hands control to the other side and waits until it is handed back.
func (c *Coro) Switch()

// exit hands control to the other side for good.
func (c *Coro) exit()
