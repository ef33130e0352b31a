// run
// A program may set the field C of a timer; the longest sleep does not end; of cases with one channel any may be chosen.
package main

import (
	"fmt"
	"math"
	"time"
)

func main() {
	c := make(chan time.Time, 1)
	t := time.AfterFunc(0, func() { c <- time.Time{} })
	t.C = c
	fmt.Println((<-t.C).IsZero())
	fmt.Println(t.Reset(0))
	fmt.Println((<-t.C).IsZero(), t.Stop())

	own := time.NewTimer(time.Hour)
	ticks := own.C
	own.C = nil
	fmt.Println(own.Reset(0), (<-ticks).IsZero())

	done := make(chan bool)
	go func() {
		time.Sleep(math.MaxInt64)
		done <- true
	}()
	select {
	case <-done:
		fmt.Println("it returned")
	case <-time.After(10 * time.Millisecond):
		fmt.Println("it sleeps")
	}

	values := make(chan int)
	go func() {
		for range 200 {
			select {
			case values <- 0:
			case values <- 1:
			}
		}
		close(values)
	}()
	var count [2]int
	for v := range values {
		count[v]++
	}
	fmt.Println(count[0] > 20, count[1] > 20)
}

// Output:
// true
// false
// true false
// true false
// it sleeps
// true true
