package time

import "unsafe"

// Sleep waits for d.
func Sleep(d Duration)

// Timer fires once: its channel gives the time, or its function is called.
type Timer struct {
	C         <-chan Time
	initTimer bool
}

// timer is what is behind a Timer or Ticker; the VM has its words (vm/goroutine/channel_timer.h). A channel of a timer
// holds nothing: whoever asks takes the tick that is due.
type timer struct {
	Timer
	words [8]uint64
	write uintptr
	data  unsafe.Pointer // the func() of AfterFunc, or the location of ticks
	owner uintptr
	own   <-chan Time // the channel: a program may set C
}

// NewTimer returns a timer that fires after d.
func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &timer{Timer: Timer{c, true}, data: unsafe.Pointer(Local), own: c}
	startTimer(t, d, 0)
	return &t.Timer
}

// After returns the channel of a timer that fires after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// AfterFunc calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	if none := f; none == nil {
		f = func() { go none() } // which is fatal
	}
	t := &timer{Timer: Timer{nil, true}, data: *(*unsafe.Pointer)(unsafe.Pointer(&f))}
	startTimer(t, d, 0)
	return &t.Timer
}

// Stop keeps the timer from firing; false if it has fired, and its tick was received, or was stopped before.
func (t *Timer) Stop() bool {
	if !t.initTimer {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer((*timer)(unsafe.Pointer(t)))
}

// Reset has the timer fire after d; it returns what Stop would.
func (t *Timer) Reset(d Duration) bool {
	if !t.initTimer {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer((*timer)(unsafe.Pointer(t)), d, 0)
}

// Ticker has a channel that gives the time at intervals; ticks that nobody takes are dropped.
type Ticker struct {
	C          <-chan Time
	initTicker bool
}

// NewTicker returns a ticker with the interval d.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &timer{Timer: Timer{c, true}, data: unsafe.Pointer(Local), own: c}
	startTimer(t, d, d)
	return (*Ticker)(unsafe.Pointer(t))
}

// Stop ends the ticks; the channel stays open.
func (t *Ticker) Stop() {
	if t.initTicker {
		stopTimer((*timer)(unsafe.Pointer(t)))
	}
}

// Reset has the next tick come after d, and makes d the interval.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if !t.initTicker {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTimer((*timer)(unsafe.Pointer(t)), d, d)
}

// Tick returns the channel of a new ticker, nil if d is not positive.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}

func startTimer(t *timer, d, period Duration)
func stopTimer(t *timer) bool
func resetTimer(t *timer, d, period Duration) bool
