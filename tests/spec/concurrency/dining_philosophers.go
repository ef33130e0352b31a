// run
package main

import (
	"fmt"
	"sync"
)

// Three ways to let philosophers eat without a deadlock; each eats as often as it shall, and no fork is ever held
// by two.

const seats = 5

type fork struct {
	sync.Mutex
	holder int
}

func (f *fork) take(by int) {
	f.Lock()
	if f.holder != 0 {
		panic("two hold a fork")
	}
	f.holder = by
}

func (f *fork) put(by int) {
	if f.holder != by {
		panic("not the holder")
	}
	f.holder = 0
	f.Unlock()
}

type table struct {
	forks [seats]fork
	eaten [seats]int
}

func (t *table) eat(i, first, second int) {
	t.forks[first].take(i + 1)
	t.forks[second].take(i + 1)
	t.eaten[i]++
	t.forks[second].put(i + 1)
	t.forks[first].put(i + 1)
}

// ordered takes the fork with the lower number first.
func ordered(meals int) [seats]int {
	var t table
	var wg sync.WaitGroup
	for i := range seats {
		wg.Go(func() {
			left, right := i, (i+1)%seats
			for range meals {
				t.eat(i, min(left, right), max(left, right))
			}
		})
	}
	wg.Wait()
	return t.eaten
}

// waiter lets at most four sit at once.
func waiter(meals int) [seats]int {
	var t table
	chairs := make(chan struct{}, seats-1)
	var wg sync.WaitGroup
	for i := range seats {
		wg.Go(func() {
			for range meals {
				chairs <- struct{}{}
				t.eat(i, i, (i+1)%seats)
				<-chairs
			}
		})
	}
	wg.Wait()
	return t.eaten
}

// monitor has a condition for each seat.
type monitor struct {
	sync.Mutex
	state [seats]int
	self  [seats]*sync.Cond
}

const (
	thinking = iota
	hungry
	eating
)

func newMonitor() *monitor {
	m := new(monitor)
	for i := range m.self {
		m.self[i] = sync.NewCond(m)
	}
	return m
}

func (m *monitor) test(i int) {
	left, right := (i+seats-1)%seats, (i+1)%seats
	if m.state[i] == hungry && m.state[left] != eating && m.state[right] != eating {
		m.state[i] = eating
		m.self[i].Signal()
	}
}

func (m *monitor) pickUp(i int) {
	m.Lock()
	defer m.Unlock()
	m.state[i] = hungry
	m.test(i)
	for m.state[i] != eating {
		m.self[i].Wait()
	}
}

func (m *monitor) putDown(i int) {
	m.Lock()
	defer m.Unlock()
	m.state[i] = thinking
	m.test((i + seats - 1) % seats)
	m.test((i + 1) % seats)
}

func monitored(meals int) [seats]int {
	m := newMonitor()
	var eaten [seats]int
	var wg sync.WaitGroup
	for i := range seats {
		wg.Go(func() {
			for range meals {
				m.pickUp(i)
				eaten[i]++
				m.putDown(i)
			}
		})
	}
	wg.Wait()
	return eaten
}

func main() {
	fmt.Println("ordered  ", ordered(50))
	fmt.Println("waiter   ", waiter(50))
	fmt.Println("monitored", monitored(50))
}

// Output:
// ordered   [50 50 50 50 50]
// waiter    [50 50 50 50 50]
// monitored [50 50 50 50 50]
