// run
// Waiting for a pipe while a timer runs: under the virtual clock too the timer comes, and the wait ends.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

func main() {
	r, w, err := os.Pipe()
	begin := time.Now()
	fmt.Println(err, r.SetReadDeadline(begin.Add(2*time.Millisecond)))
	_, err = r.Read(make([]byte, 1))
	fmt.Println(os.IsTimeout(err), time.Since(begin) >= 2*time.Millisecond)

	r.SetReadDeadline(time.Time{})
	go func() {
		time.Sleep(time.Millisecond)
		w.Write([]byte("late"))
		time.Sleep(time.Millisecond)
		r.Close()
	}()
	buf := make([]byte, 8)
	n, err := r.Read(buf)
	fmt.Println(string(buf[:n]), err)
	_, err = r.Read(buf)
	fmt.Println(errors.Is(err, os.ErrClosed))
}

// Output:
// <nil> <nil>
// true true
// late <nil>
// true
