// run

package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

type logger struct{}

//go:noinline
func (logger) where(skip int) {
	_, file, line, ok := runtime.Caller(skip)
	fmt.Println(file[strings.LastIndexByte(file, '/')+1:], line, ok)
}

func inlined() (pc uintptr) {
	pc, _, _, _ = runtime.Caller(0)
	return pc
}

//go:noinline
func frames(skip int) {
	pcs := make([]uintptr, 20)
	n := runtime.Callers(skip, pcs)
	list := runtime.CallersFrames(pcs[:n])
	for {
		f, more := list.Next()
		fmt.Print(f.Function)
		if strings.HasPrefix(f.Function, "main.") {
			fmt.Print(":", f.Line, " ", f.PC != 0, f.Func != nil, f.Entry != 0)
		}
		fmt.Println("", more)
		if !more {
			break
		}
	}
}

func main() {
	var l logger
	l.where(0)
	l.where(1)
	l.where(100)
	func() { l.where(2) }()

	f := runtime.FuncForPC(inlined())
	fmt.Println(f.Name())
	pc, _, _, _ := runtime.Caller(0)
	f = runtime.FuncForPC(pc)
	file, line := f.FileLine(f.Entry())
	fmt.Println(f.Name(), file[strings.LastIndexByte(file, '/')+1:], line)
	fmt.Println(runtime.FuncForPC(0) == nil, (*runtime.Func)(nil).Name() == "")

	frames(0)
	frames(2)
	func() { defer func() { frames(1) }() }()
	done := make(chan bool)
	go func() {
		frames(1)
		done <- true
	}()
	<-done
	fmt.Println(runtime.Callers(0, nil), runtime.Callers(0, make([]uintptr, 2)))

	text := string(debug.Stack())
	fmt.Println(strings.HasPrefix(text, "goroutine 1 [running]:\nruntime/debug.Stack()\n\t"), strings.Contains(text, "\nmain.main()\n\t"))
	buf := make([]byte, 30)
	fmt.Printf("%q\n", buf[:runtime.Stack(buf, false)])
}

// Output:
// callers_frames_and_stacks.go 16 true
// callers_frames_and_stacks.go 46 true
//  0 false
// callers_frames_and_stacks.go 48 true
// main.inlined
// main.main callers_frames_and_stacks.go 43
// true true
// runtime.Callers true
// main.frames:28 true true true true
// main.main:58 true true true true
// runtime.main true
// runtime.goexit false
// main.main:59 true true true true
// runtime.main true
// runtime.goexit false
// main.frames:28 true true true true
// main.main.func2.1:60 true true true true
// main.main.func2:60 true true true true
// main.main:60 true true true true
// runtime.main true
// runtime.goexit false
// main.frames:28 true true true true
// main.main.func3:63 true true true true
// runtime.goexit false
// 0 2
// true true
// "goroutine 1 [running]:\nmain.ma"
