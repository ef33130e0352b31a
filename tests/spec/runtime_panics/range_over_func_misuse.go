// run

// An iterator that calls the body when it must not, or swallows its panics.
package main

import "fmt"

type body = func(int) bool

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, runtime := r.(interface{ RuntimeError() })
		fmt.Printf("%s: %v (%t)\n", name, r, runtime)
	}()
	f()
	fmt.Println(name, "ended")
}

func deaf(yield body) {
	for i := range 4 {
		yield(i)
	}
}

var kept body

func keeps(yield body) {
	kept = yield
	yield(0)
}

func swallows(yield body) {
	defer func() { recover() }()
	yield(0)
}

func insists(yield body) {
	func() {
		defer func() { fmt.Println("first:", recover()) }()
		yield(0)
	}()
	yield(1)
}

func reenters(yield body) {
	kept = yield
	yield(0)
}

func panics(yield body) {
	yield(0)
	panic("iterator")
}

func result(f func(body)) (n int) {
	for n = range f {
		if n == 2 {
			return n * 100
		}
	}
	return n
}

func main() {
	try("break", func() {
		for range deaf {
			break
		}
	})
	try("return", func() { fmt.Println(result(deaf)) })
	try("outer break", func() {
	outer:
		for range deaf {
			for range deaf {
				break outer
			}
		}
	})
	try("outer continue", func() {
	outer:
		for range deaf {
			for range deaf {
				continue outer
			}
		}
	})
	try("kept", func() {
		for range keeps {
		}
		kept(1)
	})
	try("kept after break", func() {
		for range keeps {
			break
		}
		kept(1)
	})
	try("swallowed", func() {
		for range swallows {
			panic("body")
		}
	})
	try("insists", func() {
		for range insists {
			panic("body")
		}
	})
	try("re-entered", func() {
		for i := range reenters {
			if i == 0 {
				kept(1)
			}
		}
	})
	try("iterator panics", func() {
		for range panics {
		}
	})
	try("nil", func() {
		var none func(body)
		for range none {
		}
	})
	try("other goroutine", func() {
		done := make(chan bool)
		for range func(yield body) {
			go func() {
				defer close(done)
				defer func() { fmt.Println("there:", recover()) }()
				yield(1)
				yield(2)
			}()
			<-done
		} {
			break
		}
	})
	for n := range deaf {
		if n == 1 {
			break
		}
	}
}

// Exit: 2
// Stderr:
// panic: runtime error: range function continued iteration after function for loop body returned false
// goroutine 1 [running]:
// main.main-range1
// main.deaf
// main.main

// Output:
// break: runtime error: range function continued iteration after function for loop body returned false (true)
// return: runtime error: range function continued iteration after function for loop body returned false (true)
// outer break: runtime error: range function continued iteration after function for loop body returned false (true)
// outer continue: runtime error: range function continued iteration after function for loop body returned false (true)
// kept: runtime error: range function continued iteration after whole loop exit (true)
// kept after break: runtime error: range function continued iteration after whole loop exit (true)
// swallowed: runtime error: range function recovered a loop body panic and did not resume panicking (true)
// first: body
// insists: runtime error: range function continued iteration after loop body panic (true)
// re-entered: runtime error: range function continued iteration after loop body panic (true)
// iterator panics: iterator (false)
// nil: runtime error: invalid memory address or nil pointer dereference (true)
// there: runtime error: range function continued iteration after function for loop body returned false
// other goroutine: runtime error: range function recovered a loop body panic and did not resume panicking (true)
