// run
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTimer(time.Hour)
	fmt.Println(len(t.C), cap(t.C), t.Stop(), t.Stop(), t.Reset(time.Millisecond))
	at := <-t.C
	fmt.Println(at.Sub(start) >= time.Millisecond, at.Location(), t.Stop(), t.Reset(time.Hour), t.Reset(time.Hour))
	t.Stop()

	// A tick that was not received is not stale after Reset.
	t.Reset(time.Microsecond)
	time.Sleep(2 * time.Millisecond)
	fmt.Println(t.Reset(time.Hour))
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
	t.Reset(0)
	time.Sleep(time.Millisecond)
	fmt.Println(t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}

	done := make(chan string)
	f := time.AfterFunc(time.Millisecond, func() { done <- "called" })
	fmt.Println(<-done, f.Stop(), f.Reset(time.Millisecond), <-done)
	stopped := time.AfterFunc(time.Millisecond, func() { fmt.Println("never") })
	fmt.Println(stopped.Stop(), stopped.C == nil)

	tick := time.NewTicker(time.Millisecond)
	var last time.Time
	for i := range 3 {
		now := <-tick.C
		if i > 0 {
			fmt.Println(now.After(last))
		}
		last = now
	}
	tick.Stop()
	select {
	case <-tick.C:
		fmt.Println("tick")
	case <-time.After(5 * time.Millisecond):
		fmt.Println("no tick")
	}
	tick.Reset(time.Millisecond)
	<-tick.C
	tick.Stop()
	fmt.Println(time.Tick(0) == nil, time.Tick(-1) == nil)

	// The first of several.
	winner := 0
	select {
	case <-time.After(30 * time.Millisecond):
		winner = 30
	case <-time.After(3 * time.Millisecond):
		winner = 3
	case <-time.After(time.Hour):
		winner = 60
	}
	fmt.Println(winner)

	// Several may wait for one timer; one gets its tick.
	shared := time.NewTimer(time.Millisecond)
	got := make(chan int)
	for i := range 2 {
		go func() {
			<-shared.C
			got <- i
		}()
	}
	first := <-got
	shared.Reset(time.Millisecond)
	fmt.Println(first+<-got == 1)

	try(func() { time.NewTicker(0) })
	try(func() { tick.Reset(-1) })
	try(func() { new(time.Timer).Stop() })
	try(func() { new(time.Timer).Reset(1) })
	try(func() { new(time.Ticker).Reset(1) })
	new(time.Ticker).Stop()
}

func try(f func()) {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
}

// Output:
// 0 0 true false false
// true Local false false true
// true
// nothing
// true
// nothing
// called false false called
// true true
// true
// true
// no tick
// true true
// 3
// true
// recovered non-positive interval for NewTicker
// recovered non-positive interval for Ticker.Reset
// recovered time: Stop called on uninitialized Timer
// recovered time: Reset called on uninitialized Timer
// recovered time: Reset called on uninitialized Ticker
