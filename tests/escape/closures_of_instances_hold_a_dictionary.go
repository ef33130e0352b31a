// run
// plain: with --escape=off more is allocated

// Closures that belong to an instance of a generic function hold its dictionary, as do goroutines and deferred calls of instances.
package main

import (
	"fmt"
	"runtime"
)

type stack[T any] struct{ items []T }

func (s *stack[T]) push(x T)          { s.items = append(s.items[:0], x) }
func (s stack[T]) size() int          { return len(s.items) }
func (s *stack[T]) pusher() func(T)   { return s.push }
func (s *stack[T]) sizer() func() int { return s.size }
func (s *stack[T]) each(f func(T)) {
	for _, x := range s.items {
		f(x)
	}
}
func (s *stack[T]) lit() func() int   { return func() int { return len(s.items) } }
func (s *stack[T]) empty() func() int { return func() int { return 5 } }
func (s *stack[T]) all() func(func(T) bool) {
	return func(y func(T) bool) {
		for _, x := range s.items {
			if !y(x) {
				return
			}
		}
	}
}
func (s *stack[T]) count() (n int) {
	for range s.all() {
		n++
	}
	return
}

type namer interface{ name() string }
type dog struct{ n string }

func (d dog) name() string { return d.n }

type cat struct{ n string }

func (d *cat) name() string { return d.n }

func ident[T any](x T) T { return x }
func twice[T any](x T) T { return ident(ident(x)) }

//go:noinline
func retIdent[T any]() func(T) T { return ident[T] }

//go:noinline
func retIdentInt[T any](x T) func(int) int { return ident[int] }

//go:noinline
func retExpr[T any]() func(*stack[T], T) { return (*stack[T]).push }

//go:noinline
func retValExpr[T any]() func(stack[T]) int { return stack[T].size }

//go:noinline
func retMethod[T namer](x T) func() string { return x.name }

//go:noinline
func retMethodExpr[T namer](x T) func(T) string { return T.name }

//go:noinline
func retLit[T any](x T) func() { return func() {} }

//go:noinline
func retLitT[T any](x T) func() any { return func() any { return x } }

//go:noinline
func retNested[T any](x int) func() func() int {
	return func() func() int { return func() int { return x } }
}

//go:noinline
func retDefer[T any](x T) (r T) { defer func() { r = x }(); return }

//go:noinline
func deferCall[T any](s *stack[T], x T) { defer s.push(x); defer ident(x); defer twice(x) }

//go:noinline
func goCall[T any](c chan T, x T) { go send(c, x); <-c }
func send[T any](c chan T, x T)   { c <- x }

//go:noinline
func goLit[T any](c chan T, x T) { go func() { c <- x }(); <-c }

//go:noinline
func apply[T any](x T, f func(T) T) T { return f(x) }

//go:noinline
func local[T any](x T) T { return apply(x, func(y T) T { return y }) }

//go:noinline
func localIdent[T any](x T) T        { return apply(x, ident[T]) }
func inlinedLit[T any](x T) func() T { return func() T { return x } }
func mapper[T, U any](f func(T) U) func([]T) []U {
	return func(xs []T) []U {
		out := make([]U, len(xs))
		for i, x := range xs {
			out[i] = f(x)
		}
		return out
	}
}

type set[K comparable] map[K]struct{}

func (s set[K]) add(k K)        { s[k] = struct{}{} }
func (s set[K]) adder() func(K) { return s.add }
func recur[T any](n int, x T) func() int {
	if n == 0 {
		return func() int { return 0 }
	}
	f := recur(n-1, x)
	return func() int { return f() + 1 }
}

var (
	f0  func()
	f1  func() int
	f2  func(int) int
	f3  func(int)
	f4  func() any
	f5  func() func() int
	f6  func(*stack[int], int)
	f7  func(stack[int]) int
	f8  func() string
	f9  func(dog) string
	f10 func([]int) []string
	f11 func() int
	f12 func(*cat) string
	st  = &stack[int]{}
	c   = make(chan int, 1)
	m   = set[int]{1: {}}
	n   = 1000
	cc  = &cat{"x"}
)

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
	bytes("pusher", func() { f3 = st.pusher() })
	bytes("sizer", func() { f1 = st.sizer() })
	bytes("lit", func() { f1 = st.lit() })
	bytes("empty", func() { f1 = st.empty() })
	bytes("count", func() { n += st.count() - st.count() })
	bytes("plain method value", func() { f3 = st.push })
	bytes("plain value method value", func() { f1 = st.size })
	bytes("plain value method value2", func() { f1 = (*st).size })
	bytes("plain expr", func() { f6 = (*stack[int]).push })
	bytes("plain val expr", func() { f7 = stack[int].size })
	bytes("plain inst", func() { f2 = ident[int] })
	bytes("retIdent", func() { f2 = retIdent[int]() })
	bytes("retIdentInt", func() { f2 = retIdentInt("x") })
	bytes("retExpr", func() { f6 = retExpr[int]() })
	bytes("retValExpr", func() { f7 = retValExpr[int]() })
	bytes("retMethod dog", func() { f8 = retMethod(dog{"a"}) })
	bytes("retMethod cat", func() { f8 = retMethod(cc) })
	bytes("retMethod namer", func() { f8 = retMethod(namer(cc)) })
	bytes("retMethodExpr dog", func() { f9 = retMethodExpr(dog{"a"}) })
	bytes("retMethodExpr cat", func() { f12 = retMethodExpr(cc) })
	bytes("retLit", func() { f0 = retLit(1) })
	bytes("retLitT", func() { f4 = retLitT(n) })
	bytes("retNested", func() { f5 = retNested[int](n) })
	bytes("retNested call", func() { f1 = f5() })
	bytes("retDefer", func() { n = retDefer(n) })
	bytes("deferCall", func() { deferCall(st, n) })
	bytes("goCall", func() { goCall(c, n) })
	bytes("goLit", func() { goLit(c, n) })
	bytes("local", func() { n = local(n) })
	bytes("localIdent", func() { n = localIdent(n) })
	bytes("inlinedLit", func() { f1 = inlinedLit(n) })
	bytes("inlinedLit2", func() { f := inlinedLit(n); n = f() })
	bytes("mapper", func() { f10 = mapper(func(x int) string { return "" }) })
	bytes("adder", func() { f3 = m.adder() })
	bytes("plain add", func() { f3 = m.add })
	bytes("recur", func() { f1 = recur(3, "x") })
}

// Output:
// pusher 1.0 24
// sizer 1.0 48
// lit 1.0 24
// empty 1.0 16
// count 0.0 0
// plain method value 1.0 16
// plain value method value 1.0 32
// plain value method value2 1.0 32
// plain expr 0.0 0
// plain val expr 0.0 0
// plain inst 0.0 0
// retIdent 1.0 16
// retIdentInt 0.0 0
// retExpr 1.0 16
// retValExpr 1.0 16
// retMethod dog 1.0 32
// retMethod cat 1.0 24
// retMethod namer 1.0 32
// retMethodExpr dog 0.0 0
// retMethodExpr cat 0.0 0
// retLit 1.0 16
// retLitT 1.0 24
// retNested 1.0 24
// retNested call 1.0 24
// retDefer 0.0 0
// deferCall 0.0 0
// goCall 1.0 32
// goLit 1.0 32
// local 0.0 0
// localIdent 0.0 0
// inlinedLit 1.0 24
// inlinedLit2 0.0 0
// mapper 1.0 24
// adder 1.0 24
// plain add 1.0 16
// recur 4.0 88
