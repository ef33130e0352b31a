// run
// Processes that this one has not started; copying between files.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

func main() {
	p, err := os.FindProcess(os.Getpid())
	fmt.Println(err, p.Pid == os.Getpid())
	_, err = p.Wait()
	fmt.Println(err)
	p.WithHandle(func(uintptr) {})
	fmt.Println(p.Release())
	fmt.Println(p.Kill())
	_, err = p.Wait()
	fmt.Println(err)
	_, err = os.Getgroups()
	fmt.Println(err)

	dir, _ := os.MkdirTemp("", "govm")
	defer os.RemoveAll(dir)
	f, _ := os.Create(dir + "/f")
	n, err := f.ReadFrom(strings.NewReader("some text"))
	fmt.Println(n, err)
	f.Seek(5, io.SeekStart)
	var b strings.Builder
	n, err = f.WriteTo(&b)
	fmt.Println(n, err, b.String())
	fmt.Println(f.SetWriteDeadline(time.Now()) != nil)
}

// Output:
// <nil> true
// waitid: no child processes
// <nil>
// os: process already released
// invalid argument
// <nil>
// 9 <nil>
// 4 <nil> text
// true
