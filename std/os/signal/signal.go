// Package signal hands signals of the system to channels.
package signal

import (
	"context"
	"internal/sys"
	"os"
	"sync"
	"syscall"
)

const signals = 65

// set is a set of signals.
type set [2]uint64

func (s *set) has(n int) bool { return s[n/64]>>(n%64)&1 != 0 }
func (s *set) add(n int)      { s[n/64] |= 1 << (n % 64) }
func (s *set) remove(n int)   { s[n/64] &^= 1 << (n % 64) }

var (
	mu      sync.Mutex
	wanted  = make(map[chan<- os.Signal]*set)
	wanting [signals]int // channels that want a signal
	started bool
)

// The functions of native.cpp: a signal that is watched comes as a byte through a pipe.

func descriptor() (fd int)
func watch(n int)
func restore(n int)
func ignore(n int)
func ignored(n int) bool

// number returns the number of a signal, -1 if it is none of the system.
func number(sig os.Signal) int {
	if s, ok := sig.(syscall.Signal); ok && 0 <= s && s < signals {
		return int(s)
	}
	return -1
}

// each calls do for the signals, or for all if there are none.
func each(sig []os.Signal, do func(n int)) {
	if len(sig) == 0 {
		for n := range signals {
			do(n)
		}
	}
	for _, s := range sig {
		if n := number(s); n >= 0 {
			do(n)
		}
	}
}

// Notify has the signals, or all if none is named, sent to c; one that c has no room for is lost.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
	mu.Lock()
	defer mu.Unlock()
	each(sig, func(n int) {
		s := wanted[c]
		if s == nil {
			s = new(set)
			wanted[c] = s
		}
		if s.has(n) {
			return
		}
		s.add(n)
		wanting[n]++
		if wanting[n] > 1 {
			return
		}
		if !started {
			started = true
			go loop(descriptor())
		}
		watch(n)
	})
}

// loop sends the signals that come.
func loop(fd int) {
	var buf [64]byte
	for {
		sys.Wait(fd, false, -1)
		n, _ := sys.Read(fd, buf[:])
		for _, b := range buf[:n] {
			send(int(b))
		}
	}
}

func send(n int) {
	mu.Lock()
	defer mu.Unlock()
	for c, s := range wanted {
		if s.has(n) {
			select {
			case c <- syscall.Signal(n):
			default:
			}
		}
	}
}

// Stop has nothing more sent to c.
func Stop(c chan<- os.Signal) {
	mu.Lock()
	defer mu.Unlock()
	s := wanted[c]
	if s == nil {
		return
	}
	delete(wanted, c)
	for n := range signals {
		if !s.has(n) {
			continue
		}
		if wanting[n]--; wanting[n] == 0 {
			restore(n)
		}
	}
}

// cancel takes the signals from all channels.
func cancel(sig []os.Signal, action func(n int)) {
	mu.Lock()
	defer mu.Unlock()
	each(sig, func(n int) {
		for c, s := range wanted {
			s.remove(n)
			if *s == (set{}) {
				delete(wanted, c)
			}
		}
		wanting[n] = 0
		action(n)
	})
}

// Ignore has the signals, or all, do nothing.
func Ignore(sig ...os.Signal) { cancel(sig, ignore) }

// Ignored says whether a signal does nothing.
func Ignored(sig os.Signal) bool {
	n := number(sig)
	return n >= 0 && ignored(n)
}

// Reset has the signals, or all, do what they do without this package.
func Reset(sig ...os.Signal) { cancel(sig, restore) }

// NotifyContext returns a context that is done when one of the signals comes.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	inner, cancel := context.WithCancelCause(parent)
	c := &signalContext{inner, cancel, signals, make(chan os.Signal, 1)}
	Notify(c.ch, signals...)
	if inner.Err() == nil {
		go func() {
			select {
			case s := <-c.ch:
				cancel(signalError(s.String() + " signal received"))
			case <-c.Done():
			}
		}()
	}
	return c, c.stop
}

type signalContext struct {
	context.Context
	cancel  context.CancelCauseFunc
	signals []os.Signal
	ch      chan os.Signal
}

func (c *signalContext) stop() {
	c.cancel(nil)
	Stop(c.ch)
}

func (c *signalContext) String() string {
	inner := c.Context.(interface{ String() string }).String()
	s := "signal.NotifyContext(" + inner[:len(inner)-len(".WithCancel")]
	for i, sig := range c.signals {
		if i == 0 {
			s += ", ["
		} else {
			s += " "
		}
		s += sig.String()
	}
	if len(c.signals) > 0 {
		s += "]"
	}
	return s + ")"
}

// signalError is the cause of the end of a context.
type signalError string

func (s signalError) Error() string        { return string(s) }
func (s signalError) Is(target error) bool { return target == context.Canceled }
