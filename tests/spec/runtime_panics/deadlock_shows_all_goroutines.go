// run
package main

import (
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	var rw sync.RWMutex
	rw.RLock()
	var wr sync.RWMutex
	wr.Lock()
	var wg sync.WaitGroup
	wg.Add(1)
	c := sync.NewCond(&sync.Mutex{})
	var nilchan chan int
	ch := make(chan int)
	go func() { mu.Lock() }()
	go func() { rw.Lock() }()
	go func() { wr.RLock() }()
	go func() { wr.Lock() }()
	go func() { wg.Wait() }()
	go func() { c.L.Lock(); c.Wait() }()
	go func() { <-nilchan }()
	go func() { nilchan <- 1 }()
	go func() { ch <- 1 }()
	go func() { select {} }()
	go func() {
		select {
		case <-nilchan:
		case nilchan <- 1:
		}
	}()
	go func() {
		for range nilchan {
		}
	}()
	time.Sleep(time.Millisecond)
	func() {
		<-make(chan bool)
	}()
}

// Stderr:
// fatal error: all goroutines are asleep - deadlock!
// goroutine 1 [chan receive]:
// main.main()
// [sync.Mutex.Lock]:
// main.main.func1()
// created by main.main in goroutine 1
// [sync.RWMutex.Lock]:
// main.main.func2()
// [sync.RWMutex.RLock]:
// main.main.func3()
// [sync.Mutex.Lock]:
// main.main.func4()
// [sync.WaitGroup.Wait]:
// main.main.func5()
// [sync.Cond.Wait]:
// main.main.func6()
// [chan receive (nil chan)]:
// main.main.func7()
// [chan send (nil chan)]:
// main.main.func8()
// [chan send]:
// main.main.func9()
// [select (no cases)]:
// main.main.func10()
// [select]:
// main.main.func11()
// [chan receive (nil chan)]:
// main.main.func12()
// created by main.main in goroutine 1
// Exit: 2
