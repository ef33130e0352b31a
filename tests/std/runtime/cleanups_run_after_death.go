// run
package main

import (
	"fmt"
	"runtime"
)

type file struct {
	name string
	fd   int
}

var closed []int

//go:noinline
func open(fd int) runtime.Cleanup {
	f := &file{"file", fd}
	runtime.AddCleanup(f, func(fd int) { closed = append(closed, fd) }, fd)
	return runtime.AddCleanup(f, func(s string) { closed = append(closed, len(s)) }, "four")
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	open(3)
	stopped := open(7)
	stopped.Stop()
	stopped.Stop()
	for i := 0; i < 20 && len(closed) < 3; i++ {
		runtime.GC()
		runtime.Gosched()
	}
	sum := 0
	for _, fd := range closed {
		sum += fd
	}
	fmt.Println(len(closed), sum)

	try(func() { runtime.AddCleanup((*file)(nil), func(int) {}, 1) })
	try(func() {
		f := new(file)
		runtime.AddCleanup(f, func(*file) {}, f)
	})
	try(func() {
		f := new(file)
		runtime.AddCleanup(f, func(*int) {}, &f.fd)
	})
	try(func() {
		f := new(file)
		runtime.AddCleanup(f, func(int) { fmt.Println(f.name) }, 1)
	})
	try(func() { runtime.AddCleanup(&global, func(int) {}, 1).Stop() })
}

var global file

// Output:
// 3 14
// runtime.AddCleanup: ptr is nil
// runtime.AddCleanup: ptr is equal to arg, cleanup will never run
// runtime.AddCleanup: ptr is within arg, cleanup will never run
// runtime.AddCleanup: cleanup function closes over ptr, cleanup will never run
// <nil>
