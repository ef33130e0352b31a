// run
// The profiles of runtime: goroutines, waits and who let others wait.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

// functions are those of main on a stack.
func functions(stack []uintptr) (names []string) {
	for frames := runtime.CallersFrames(stack); ; {
		frame, more := frames.Next()
		if strings.HasPrefix(frame.Function, "main.") {
			names = append(names, frame.Function)
		}
		if !more {
			return names
		}
	}
}

//go:noinline
func waits(stop chan int) { <-stop }

func goroutines() {
	stop := make(chan int)
	for range 3 {
		go waits(stop)
	}
	time.Sleep(5 * time.Millisecond)
	n, ok := runtime.GoroutineProfile(nil)
	fmt.Println(n, ok)
	records := make([]runtime.StackRecord, 10)
	n, ok = runtime.GoroutineProfile(records)
	fmt.Println(n, ok)
	for _, r := range records[:n] {
		fmt.Println(functions(r.Stack()))
	}
	close(stop)
	n, ok = runtime.ThreadCreateProfile(nil)
	fmt.Println(n > 0, ok)
	n, ok = runtime.ThreadCreateProfile(make([]runtime.StackRecord, 1000))
	fmt.Println(n > 0, ok)
}

//go:noinline
func receives(c chan int) { <-c }

//go:noinline
func locks(mu *sync.Mutex) {
	mu.Lock()
	mu.Unlock()
}

//go:noinline
func unlocks(mu *sync.Mutex) { mu.Unlock() }

func blocked() {
	fmt.Println(runtime.SetMutexProfileFraction(5), runtime.SetMutexProfileFraction(-1), runtime.SetMutexProfileFraction(1))
	runtime.SetBlockProfileRate(1)
	c := make(chan int)
	go func() {
		time.Sleep(3 * time.Millisecond)
		c <- 1
	}()
	receives(c)
	var mu sync.Mutex
	mu.Lock()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		locks(&mu)
		wg.Done()
	}()
	time.Sleep(3 * time.Millisecond)
	unlocks(&mu)
	wg.Wait()
	runtime.SetBlockProfileRate(0)
	fmt.Println(runtime.SetMutexProfileFraction(0))
	show := func(records []runtime.BlockProfileRecord, wanted ...string) {
		for _, name := range wanted {
			for _, r := range records {
				if names := functions(r.Stack()); len(names) > 0 && names[0] == name {
					fmt.Println(name, r.Count, r.Cycles >= 0)
				}
			}
		}
	}
	n, ok := runtime.BlockProfile(nil)
	fmt.Println(n > 2, ok)
	records := make([]runtime.BlockProfileRecord, 50)
	n, ok = runtime.BlockProfile(records)
	fmt.Println(n > 2, ok)
	show(records[:n], "main.receives", "main.locks", "main.blocked")
	n, ok = runtime.MutexProfile(nil)
	fmt.Println(n, ok)
	n, ok = runtime.MutexProfile(records)
	fmt.Println(n, ok)
	show(records[:n], "main.unlocks")
}

func main() {
	goroutines()
	blocked()
	defer func() { fmt.Println(recover()) }()
	runtime.SetCPUProfileRate(100)
	runtime.SetCPUProfileRate(0)
	runtime.StopTrace()
	runtime.CPUProfile()
}

// Output:
// 4 false
// 4 true
// [main.goroutines main.main]
// [main.waits]
// [main.waits]
// [main.waits]
// true false
// true true
// 0 5 5
// 1
// true false
// true true
// main.receives 1 true
// main.locks 1 true
// main.blocked 1 true
// 1 false
// 1 true
// main.unlocks 1 true
// CPUProfile no longer available
