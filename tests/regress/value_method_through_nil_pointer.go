// run

// A value method called through a nil pointer names the method where the compiler's wrapper is called, and is a nil dereference
// where the method is called or promoted from a field.
package main

import "fmt"

type T struct{ a, b int }

func (t T) M() int                { return t.a }
func (t T) N(x int) (int, string) { return t.a + x, "n" }

type E struct{ *T }
type E2 struct{ T }

type I interface{ M() int }

type G[P any] struct{ x P }

func (g G[P]) M() int { return 1 }

//go:noinline
func opaque(i I) I { return i }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isError := r.(error)
		_, isRuntime := r.(interface{ RuntimeError() })
		fmt.Printf("%s: %T %v %v %v\n", name, r, r, isError, isRuntime)
	}()
	f()
}

func main() {
	var p *T
	i := opaque(p)
	try("interface", func() { i.M() })
	try("method value of an interface", func() { f := i.M; fmt.Println("got"); f() })
	try("pointer", func() { p.M() })
	try("method expression", func() { f := (*T).N; f(p, 1) })
	try("method value of a pointer", func() { f := p.M; f() })
	try("deferred", func() { defer i.M(); fmt.Println("in") })
	try("embedded pointer", func() { j := opaque(E{}); j.M() })
	try("pointer to embedded pointer", func() { j := opaque(&E{}); j.M() })
	try("nil pointer to embedded pointer", func() { var e *E; j := opaque(e); j.M() })
	try("embedded", func() { var e *E2; j := opaque(e); j.M() })
	try("generic", func() { var g *G[int]; j := opaque(g); j.M() })
}

// Output:
// interface: runtime.plainError value method main.T.M called using nil *T pointer true true
// got
// method value of an interface: runtime.plainError value method main.T.M called using nil *T pointer true true
// pointer: runtime.errorString runtime error: invalid memory address or nil pointer dereference true true
// method expression: runtime.plainError value method main.T.N called using nil *T pointer true true
// method value of a pointer: runtime.errorString runtime error: invalid memory address or nil pointer dereference true true
// in
// deferred: runtime.plainError value method main.T.M called using nil *T pointer true true
// embedded pointer: runtime.errorString runtime error: invalid memory address or nil pointer dereference true true
// pointer to embedded pointer: runtime.errorString runtime error: invalid memory address or nil pointer dereference true true
// nil pointer to embedded pointer: runtime.errorString runtime error: invalid memory address or nil pointer dereference true true
// embedded: runtime.errorString runtime error: invalid memory address or nil pointer dereference true true
// generic: runtime.plainError value method main.G[...].M called using nil *G[...] pointer true true
