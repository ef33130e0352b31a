// run
// Close, Read, Write and SetReadDeadline of one pipe by several goroutines: who waits is told, what one Write writes
// stays together, and the descriptor is closed when Close returns.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"time"
)

func closing() {
	closed := 0
	for i := range 40 {
		r, w, _ := os.Pipe()
		var wg sync.WaitGroup
		for range 3 {
			wg.Go(func() {
				for range i % 7 {
					runtime.Gosched()
				}
				if _, err := r.Read(make([]byte, 1)); errors.Is(err, os.ErrClosed) {
					closed++
				}
			})
		}
		for range i % 5 {
			runtime.Gosched()
		}
		if err := r.Close(); err != nil {
			fmt.Println("close:", err)
		}
		if _, err := w.Write([]byte("x")); err == nil {
			fmt.Println("somebody can read")
		}
		wg.Wait()
		w.Close()
	}
	fmt.Println(closed, "reads of a closed pipe")
}

func together() {
	r, w, _ := os.Pipe()
	var wg sync.WaitGroup
	for _, c := range "abc" {
		wg.Go(func() { w.Write(bytes.Repeat([]byte{byte(c)}, 100_000)) })
	}
	go func() {
		wg.Wait()
		w.Close()
	}()
	all, err := io.ReadAll(r)
	changes := 0
	for i := 1; i < len(all); i++ {
		if all[i] != all[i-1] {
			changes++
		}
	}
	fmt.Println(len(all), changes, err)
}

func deadline() {
	r, _, _ := os.Pipe()
	done := make(chan error)
	go func() {
		_, err := r.Read(make([]byte, 1))
		done <- err
	}()
	for range 3 {
		runtime.Gosched()
		r.SetReadDeadline(time.Now().Add(time.Hour))
	}
	r.SetReadDeadline(time.Now())
	fmt.Println(os.IsTimeout(<-done))
}

func main() {
	closing()
	together()
	deadline()
}

// Output:
// 120 reads of a closed pipe
// 300000 2 <nil>
// true
