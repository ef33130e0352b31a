// Package calls leaves blocks by panics, exits of goroutines and deferred calls, and has functions that are inlined.
package calls

import (
	"runtime"
	"sync"
)

func small(x int) int { return x + 1 }

func half(x int) int {
	if x%2 != 0 {
		panic("odd")
	}
	return x / 2
}

func Try(x int) (r int, ok bool) {
	defer func() {
		if recover() != nil {
			r = small(r)
		}
	}()
	r = half(x)
	return r, true
}

func Many(n int) (sum int) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i == 3 {
				runtime.Goexit()
			}
			mu.Lock()
			sum += small(i)
			mu.Unlock()
		}()
	}
	wg.Wait()
	return sum
}

func Fib(n int) int {
	if n < 2 {
		return n
	}
	return Fib(n-1) + Fib(n-2)
}
