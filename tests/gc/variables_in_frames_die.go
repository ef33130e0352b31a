// run
// A variable in a frame keeps what it holds alive while code still needs it or a pointer leads to it, and no longer.
package main

import (
	"fmt"
	"runtime"
	"weak"
)

type big [64]int

type holder struct {
	big  *big
	next *holder
}

//go:noinline
func fresh() *big { return &big{1} }

func alive(what string, w weak.Pointer[big]) {
	runtime.GC()
	fmt.Println(what, w.Value() != nil)
}

// The caller has no use for its variable any more, but this function has.
//
//go:noinline
func borrow(h *holder, w weak.Pointer[big]) {
	alive("borrowed", w)
	runtime.KeepAlive(h)
	alive("given up", w)
}

//go:noinline
func lend() {
	var h holder
	h.big = fresh()
	w := weak.Make(h.big)
	borrow(&h, w)
	alive("after the call", w)
}

// A variable leads to another.
//
//go:noinline
func chain() {
	var first, second holder
	second.big = fresh()
	w := weak.Make(second.big)
	first.next = &second
	last(&first, w)
}

//go:noinline
func last(h *holder, w weak.Pointer[big]) {
	alive("behind another", w)
	h.next = nil
	alive("cut off", w)
	runtime.KeepAlive(h)
}

// Each frame's variable points into the frame below.
//
//go:noinline
func deep(below *holder, n int, w weak.Pointer[big]) {
	here := holder{next: below}
	if n > 0 {
		deep(&here, n-1, w)
		return
	}
	alive("a hundred frames down", w)
	sum := 0
	for h := &here; h != nil; h = h.next {
		sum++
	}
	fmt.Println(sum)
	alive("after the way down", w)
}

//go:noinline
func bottom() {
	h := holder{big: fresh()}
	deep(&h, 100, weak.Make(h.big))
}

//go:noinline
func receive(c chan *big) {
	for x := range c {
		w := weak.Make(x)
		alive("received", w)
		runtime.KeepAlive(x)
		alive("used", w)
	}
	select {
	case x, ok := <-c:
		fmt.Println(x, ok)
	}
}

// A deferred call needs the variable, also after a panic.
//
//go:noinline
func deferred() {
	h := holder{big: fresh()}
	w := weak.Make(h.big)
	defer func() {
		recover()
		alive("in the deferred call", w)
		runtime.KeepAlive(h.big)
	}()
	alive("before the panic", w)
	var p *holder
	p.next = nil
}

//go:noinline
func named() (h holder) {
	defer func() { recover() }()
	h.big = fresh()
	w := weak.Make(h.big)
	alive("a result", w)
	panic("the result is returned all the same")
}

// In a loop: the variable of an iteration is dead when the next begins.
//
//go:noinline
func loop() {
	var before weak.Pointer[big]
	for i := range 3 {
		var h holder
		fill(&h)
		if i > 0 {
			alive("of the iteration before", before)
		}
		before = weak.Make(h.big)
		use(&h)
	}
}

//go:noinline
func fill(h *holder) { h.big = fresh() }

//go:noinline
func use(h *holder) { h.big[0]++ }

func main() {
	lend()
	chain()
	bottom()
	c := make(chan *big, 1)
	c <- fresh()
	close(c)
	receive(c)
	deferred()
	fmt.Println(named().big[0])
	loop()
}

// Output:
// borrowed true
// given up false
// after the call false
// behind another true
// cut off false
// a hundred frames down true
// 102
// after the way down false
// received true
// used false
// <nil> false
// before the panic true
// in the deferred call true
// a result true
// 1
// of the iteration before false
// of the iteration before false
