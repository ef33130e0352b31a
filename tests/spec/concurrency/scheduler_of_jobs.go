// run
package main

import (
	"container/heap"
	"fmt"
	"strings"
	"sync"
	"time"
)

// A scheduler of jobs on one timer, in order of their times; tickers, stopping, and a clock for what is printed that
// only counts events.

type job struct {
	at    time.Time
	seq   int
	name  string
	run   func()
	index int
}

type queue []*job

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if !q[i].at.Equal(q[j].at) {
		return q[i].at.Before(q[j].at)
	}
	return q[i].seq < q[j].seq
}
func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}
func (q *queue) Push(x any) {
	j := x.(*job)
	j.index = len(*q)
	*q = append(*q, j)
}
func (q *queue) Pop() any {
	old := *q
	j := old[len(old)-1]
	*q = old[:len(old)-1]
	j.index = -1
	return j
}

type scheduler struct {
	add    chan *job
	remove chan *job
	quit   chan struct{}
	done   chan struct{}
}

func newScheduler() *scheduler {
	s := &scheduler{make(chan *job), make(chan *job), make(chan struct{}), make(chan struct{})}
	go s.loop()
	return s
}

func (s *scheduler) loop() {
	defer close(s.done)
	var q queue
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	seq := 0
	for {
		var c <-chan time.Time
		if len(q) > 0 {
			timer.Reset(time.Until(q[0].at))
			c = timer.C
		}
		select {
		case <-c:
			now := time.Now()
			for len(q) > 0 && !q[0].at.After(now) {
				heap.Pop(&q).(*job).run()
			}
		case j := <-s.add:
			seq++
			j.seq = seq
			heap.Push(&q, j)
		case j := <-s.remove:
			if j.index >= 0 {
				heap.Remove(&q, j.index)
			}
		case <-s.quit:
			timer.Stop()
			return
		}
	}
}

func (s *scheduler) after(base time.Time, d time.Duration, name string, run func()) *job {
	j := &job{at: base.Add(d), name: name, run: run}
	s.add <- j
	return j
}

func main() {
	s := newScheduler()
	base := time.Now()
	var mu sync.Mutex
	var log []string
	var wg sync.WaitGroup
	note := func(name string) func() {
		wg.Add(1)
		return func() {
			mu.Lock()
			log = append(log, name)
			mu.Unlock()
			wg.Done()
		}
	}
	s.after(base, 400*time.Millisecond, "d", note("d"))
	s.after(base, 200*time.Millisecond, "b", note("b"))
	gone := s.after(base, time.Hour, "gone", func() { panic("removed") })
	s.after(base, 200*time.Millisecond, "c", note("c"))
	s.after(base, -time.Second, "a", note("a"))
	s.remove <- gone
	s.remove <- gone
	wg.Wait()
	fmt.Println(strings.Join(log, " "))
	close(s.quit)
	<-s.done

	// A ticker that is slower than its reader, and one that is faster.
	slow := time.NewTicker(2 * time.Millisecond)
	ticks, idle := 0, 0
	deadline := time.After(time.Hour)
loop:
	for {
		select {
		case <-slow.C:
			if ticks++; ticks == 4 {
				slow.Stop()
				break loop
			}
		case <-deadline:
			panic("an hour")
		default:
			idle++
			time.Sleep(50 * time.Microsecond)
		}
	}
	fmt.Println(ticks, idle > 0)
	fast := time.NewTicker(100 * time.Microsecond)
	time.Sleep(3 * time.Millisecond)
	got := 0
	for more := true; more; {
		select {
		case <-fast.C:
			got++
			fast.Reset(time.Hour)
		default:
			more = false
		}
	}
	fmt.Println(got)

	// A watchdog that is fed, then not.
	barks := make(chan string, 1)
	dog := time.AfterFunc(time.Hour, func() { barks <- "woof" })
	for range 5 {
		if !dog.Reset(time.Hour) {
			panic("barked")
		}
	}
	dog.Reset(time.Millisecond)
	fmt.Println(<-barks, dog.Stop())
}

// Output:
// a b c d
// 4 true
// 1
// woof false
