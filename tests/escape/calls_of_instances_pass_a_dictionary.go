// run
// plain: with --escape=off more is allocated

// The closure of a go or defer statement holds the dictionary that its call passes.
package main

import (
	"fmt"
	"runtime"
)

type stack[T any] struct {
	items []T
	c     chan int
}

func (s *stack[T]) push(x T)                { s.c <- 1 }
func (s stack[T]) vpush(x T)                { s.c <- 1 }
func (s *stack[T]) none()                   { s.c <- 1 }
func (s *stack[T]) ret(x T) int             { s.c <- 1; return 1 }
func (s *stack[T]) goPush(x T)              { go s.push(x); <-s.c }
func (s *stack[T]) goNone()                 { go s.none(); <-s.c }
func (s *stack[T]) goNoneInt(t *stack[int]) { go t.none(); <-s.c }
func (s *stack[T]) goV(x T)                 { go s.vpush(x); <-s.c }
func send[T any](c chan T, x T)             { c <- x }
func none[T any]()                          { c <- 1 }
func goNone[T any]()                        { go none[T](); <-c }
func goNoneInt[T any]()                     { go none[int](); <-c }
func goSendInt[T any](x T)                  { go send(c, 5); <-c }
func goF[T any](f func(T), x T)             { go f(x); <-c }
func goF0[T any](f func(), x T)             { go f(); <-c }
func deferLoop[T any](x T) {
	for i := 0; i < 3; i++ {
		defer send(c5, i)
		defer sendT(x)
	}
}
func sendT[T any](x T) {}

type namer interface{ name() }
type dog struct{ n int }

func (d dog) name()       { c <- d.n }
func goName[T namer](x T) { go x.name(); <-c }
func goNamer(x namer)     { go x.name(); <-c }

var c = make(chan int, 1)
var c5 = make(chan int, 1000)
var st = &stack[int]{c: c}
var n = 1000

func bytes(name string, f func()) {
	var a, b runtime.MemStats
	f()
	runtime.ReadMemStats(&a)
	for range 100 {
		f()
	}
	runtime.ReadMemStats(&b)
	fmt.Printf("%s %.1f %.0f\n", name, float64(b.Mallocs-a.Mallocs)/100, float64(b.TotalAlloc-a.TotalAlloc)/100)
}

func main() {
	runtime.MemProfileRate = 0
	runtime.GOMAXPROCS(1)
	bytes("warm", func() { go func() { c <- 1 }(); <-c })
	bytes("send", func() { go send(c, n); <-c })
	bytes("push", func() { go st.push(n); <-c })
	bytes("none", func() { go st.none(); <-c })
	bytes("ret", func() { go st.ret(n); <-c })
	bytes("vpush", func() { go st.vpush(n); <-c })
	bytes("none fn", func() { go none[int](); <-c })
	bytes("goPush", func() { st.goPush(n) })
	bytes("goNone", func() { st.goNone() })
	bytes("goNoneInt", func() { st.goNoneInt(st) })
	bytes("goV", func() { st.goV(n) })
	bytes("goNone f", func() { goNone[int]() })
	bytes("goNoneInt f", func() { goNoneInt[int]() })
	bytes("goSendInt", func() { goSendInt("x") })
	bytes("goF", func() { goF(func(int) { c <- 1 }, n) })
	bytes("goF0", func() { goF0(func() { c <- 1 }, n) })
	bytes("goName", func() { goName(dog{5}) })
	bytes("goNamer", func() { goNamer(dog{1000}) })
	bytes("deferLoop", func() {
		deferLoop(n)
		for i := 0; i < 3; i++ {
			<-c5
		}
	})
}

// Output:
// warm 0.0 0
// send 1.0 32
// push 1.0 32
// none 1.0 24
// ret 1.0 32
// vpush 1.0 64
// none fn 1.0 16
// goPush 1.0 32
// goNone 1.0 24
// goNoneInt 1.0 24
// goV 1.0 64
// goNone f 1.0 16
// goNoneInt f 1.0 16
// goSendInt 1.0 24
// goF 1.0 24
// goF0 0.0 0
// goName 1.0 24
// goNamer 1.0 24
// deferLoop 6.0 168
