// Package iter has the types of iterator functions, and Pull, which turns an iterator inside out.
package iter

import (
	"internal/coro"
	"runtime"
)

// Seq calls yield with one value after the other and returns when there are no more or yield is false.
type Seq[V any] func(yield func(V) bool)

// Seq2 calls yield with one pair after the other and returns when there are no more or yield is false.
type Seq2[K, V any] func(yield func(K, V) bool)

// puller is the state that next, stop and the iterator's coroutine share.
type puller struct {
	coro.Coro
	done       bool // no more values are wanted, or there are none
	asked      bool // next waits for a value
	ended      bool // the iterator has returned
	panicValue any
	_          [4]uintptr // Go's coroutine and closures are larger by as much
}

// goexit stands in puller.panicValue for an iterator that called runtime.Goexit.
var goexit any = &struct{ int }{}

// run calls the iterator, which call does, and keeps what it panics with.
func (p *puller) run(call func()) {
	if p.done {
		return
	}
	defer func() {
		if value := recover(); value != nil {
			p.panicValue = value
		} else if !p.ended {
			p.panicValue = goexit
		}
		p.done = true
	}()
	call()
	p.ended = true
}

// yield hands a value that has been stored to next; it says whether the iterator shall go on.
func (p *puller) yield() bool {
	p.asked = false
	p.Switch()
	return !p.done
}

// resume lets the iterator run to its next value or its end.
func (p *puller) resume() {
	p.Switch()
	if p.panicValue == nil {
		return
	}
	if p.panicValue == goexit {
		runtime.Goexit()
	}
	panic(p.panicValue)
}

func (p *puller) stop() {
	if !p.done {
		p.done = true
		p.resume()
	}
}

// Pull makes next, which gives the next value of seq and whether there was one, and stop, which ends the iteration
// and must be called unless next has said that there are no more values. What seq panics with, next and stop panic
// with; they must not be called by several goroutines at once.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	var pull struct {
		puller
		value V
		ok    bool
	}
	pull.Start(func() {
		pull.run(func() {
			seq(func(value V) bool {
				if pull.done {
					return false
				}
				if !pull.asked {
					panic("iter.Pull: yield called again before next")
				}
				pull.value, pull.ok = value, true
				return pull.yield()
			})
			var none V
			pull.value, pull.ok = none, false
		})
	})
	next = func() (value V, ok bool) {
		if pull.done {
			return
		}
		if pull.asked {
			panic("iter.Pull: next called again before yield")
		}
		pull.asked = true
		pull.resume()
		return pull.value, pull.ok
	}
	return next, pull.stop
}

// Pull2 is Pull for pairs.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	var pull struct {
		puller
		key   K
		value V
		ok    bool
	}
	pull.Start(func() {
		pull.run(func() {
			seq(func(key K, value V) bool {
				if pull.done {
					return false
				}
				if !pull.asked {
					panic("iter.Pull2: yield called again before next")
				}
				pull.key, pull.value, pull.ok = key, value, true
				return pull.yield()
			})
			var noKey K
			var none V
			pull.key, pull.value, pull.ok = noKey, none, false
		})
	})
	next = func() (key K, value V, ok bool) {
		if pull.done {
			return
		}
		if pull.asked {
			panic("iter.Pull2: next called again before yield")
		}
		pull.asked = true
		pull.resume()
		return pull.key, pull.value, pull.ok
	}
	return next, pull.stop
}
