// run
package main

import (
	"errors"
	"fmt"
	"sync"
)

func try(f func()) {
	defer func() { fmt.Println("recovered", recover()) }()
	f()
}

func main() {
	var once sync.Once
	for i := range 3 {
		once.Do(func() { fmt.Println("once", i) })
	}
	var failing sync.Once
	try(func() { failing.Do(func() { panic("first") }) })
	try(func() { failing.Do(func() { panic("second") }) })

	calls := 0
	f := sync.OnceFunc(func() { calls++ })
	f()
	f()
	v := sync.OnceValue(func() int { calls++; return 42 })
	r := sync.OnceValues(func() (string, error) { calls++; return "r", errors.New("e") })
	fmt.Println(v(), v())
	fmt.Println(r())
	fmt.Println(r())
	fmt.Println(calls)

	p := sync.OnceValue(func() int { calls++; panic(fmt.Sprint("panics ", calls)) })
	try(func() { p() })
	try(func() { p() })

	var wg sync.WaitGroup
	total := 0
	slow := sync.OnceValue(func() int {
		c := make(chan int)
		go func() { c <- 7 }()
		return <-c
	})
	var mu sync.Mutex
	for range 5 {
		wg.Go(func() {
			n := slow()
			mu.Lock()
			total += n
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(total)
}

// Output:
// once 0
// recovered first
// recovered <nil>
// 42 42
// r e
// r e
// 3
// recovered panics 4
// recovered panics 4
// 35
