// run
package main

import (
	"fmt"
	"sync"
	"unsafe"
)

type guarded struct {
	mu sync.Mutex
	n  int
}

func main() {
	fmt.Println(unsafe.Sizeof(sync.Mutex{}), unsafe.Sizeof(sync.RWMutex{}), unsafe.Sizeof(sync.WaitGroup{}), unsafe.Sizeof(sync.Once{}),
		unsafe.Sizeof(sync.Cond{}), unsafe.Sizeof(sync.Pool{}), unsafe.Sizeof(sync.Map{}), unsafe.Sizeof(guarded{}))

	var g guarded
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			for range 100 {
				g.mu.Lock()
				g.n++
				g.mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(g.n, g.mu.TryLock(), g.mu.TryLock())
	g.mu.Unlock()

	// Who has waited longest gets the lock.
	var mu sync.Mutex
	var order []int
	mu.Lock()
	started := make(chan bool)
	for i := range 4 {
		wg.Go(func() {
			started <- true
			mu.Lock()
			order = append(order, i)
			mu.Unlock()
		})
		<-started
	}
	mu.Unlock()
	wg.Wait()
	fmt.Println(len(order))

	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.Unlock()
	l := rw.RLocker()
	l.Lock()
	l.Unlock()
	data := map[int]int{}
	for i := range 8 {
		wg.Go(func() {
			for k := range 20 {
				if (i+k)%4 == 0 {
					rw.Lock()
					data[k] += i
					rw.Unlock()
				} else {
					rw.RLock()
					_ = data[k]
					rw.RUnlock()
				}
			}
		})
	}
	wg.Wait()
	sum := 0
	for _, v := range data {
		sum += v
	}
	fmt.Println(sum)

	var c = sync.NewCond(&mu)
	ready, seen := false, 0
	for range 5 {
		wg.Go(func() {
			c.L.Lock()
			for !ready {
				c.Wait()
			}
			seen++
			c.L.Unlock()
		})
	}
	c.L.Lock()
	ready = true
	c.L.Unlock()
	c.Broadcast()
	wg.Wait()
	fmt.Println(seen)

	try("copied", func() {
		d := *c
		d.Signal()
	})
	try("negative", func() {
		var wg sync.WaitGroup
		wg.Done()
	})
}

func try(name string, f func()) {
	defer func() { fmt.Println(name+":", recover()) }()
	f()
}

// Output:
// 8 24 16 12 56 40 48 16
// 1000 true false
// 4
// true false
// true false
// 140
// 5
// copied: sync.Cond is copied
// negative: sync: negative WaitGroup counter
