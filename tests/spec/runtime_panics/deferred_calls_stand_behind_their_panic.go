// run
package main

import (
	"fmt"
	"path"
	"runtime"
)

func where(skip int) {
	_, file, line, ok := runtime.Caller(skip + 1)
	fmt.Println(path.Base(file), line > 0, ok)
	pc, _, _, _ := runtime.Caller(skip + 1)
	fmt.Println(runtime.FuncForPC(pc).Name())
}

func deferred() {
	where(0)
	where(1) // the panic
	where(2)
}

func f() {
	defer deferred()
	panic("first")
}

func again() {
	defer func() { panic(recover()) }()
	f()
}

func main() {
	again()
}

// Output:
// deferred_calls_stand_behind_their_panic.go true true
// main.deferred
// panic.go true true
// runtime.gopanic
// deferred_calls_stand_behind_their_panic.go true true
// main.f
// Stderr:
// panic: first [recovered, repanicked]
// goroutine 1 [running]:
// main.again.func1()
// panic(
// main.f()
// main.again()
// main.main()
// Exit: 2
