// run

// defer recover(): it is as if called by the deferring function where that returns, and sees nothing where a panic runs it.
package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	try("in the panicking function", func() {
		defer recover()
		panic(1)
	})
	try("in a deferred function", func() {
		defer func() {
			defer recover()
		}()
		panic(2)
	})
	try("behind a recovered panic", func() {
		defer func() {
			defer recover()
			defer func() { fmt.Println("inner", recover()) }()
			panic(4)
		}()
		panic(3)
	})
	try("run by a panic", func() {
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			defer recover()
			panic(6)
		}()
		panic(5)
	})
	try("deferred panic", func() { defer panic(7) })
}

// Output:
// in the panicking function 1
// in a deferred function <nil>
// inner 4
// behind a recovered panic <nil>
// inner 6
// run by a panic 5
// deferred panic 7
