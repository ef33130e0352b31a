// run

package main

import (
	"fmt"
	"runtime"
)

func me() string { pc, _, _, _ := runtime.Caller(1); return runtime.FuncForPC(pc).Name() }

type L[T any] struct{ x T }

func (l *L[T]) Push(T)        {}
func (l L[T]) Val(T)          {}
func (l *L[T]) Gm[U any](u U) {}

type I[T any] interface{ Push(T) }
type N struct{}

func (N) Nm()           {}
func (N) Gm[U any](u U) {}

func Id[T any](x T) T { return x }

var sink any

//go:noinline
func use(x any) { sink = x }

func a1() { l := &L[int]{}; use(l.Push); func() { fmt.Println("methval", me()) }() }
func a2() { use((*L[int]).Push); func() { fmt.Println("methexpr", me()) }() }
func a3() { l := &L[int]{}; use(l.Val); func() { fmt.Println("methval through ptr", me()) }() }
func a4() { use(Id[int]); func() { fmt.Println("funcval", me()) }() }
func a5() { l := &L[int]{}; use(l.Gm[int]); func() { fmt.Println("gm val", me()) }() }
func a6() { use((*L[int]).Gm[string]); func() { fmt.Println("gm expr", me()) }() }
func a7() { var n N; use(n.Nm); use(N.Nm); func() { fmt.Println("plain", me()) }() }
func a8() { var n N; use(n.Gm[int]); func() { fmt.Println("plain gm val", me()) }() }
func a9() { use(N.Gm[int]); func() { fmt.Println("plain gm expr", me()) }() }
func b1() {
	var i I[int] = &L[int]{}
	use(i.Push)
	use(I[int].Push)
	func() { fmt.Println("iface", me()) }()
}
func b2[T any]() {
	l := &L[T]{}
	use(l.Push)
	func() { fmt.Println("in gen methval", me()) }()
	use((*L[T]).Push)
	func() { fmt.Println("in gen methexpr", me()) }()
	use(Id[T])
	func() { fmt.Println("in gen funcval", me()) }()
	use(l.Gm[T])
	func() { fmt.Println("in gen gm", me()) }()
	use((*L[T]).Gm[int])
	func() { fmt.Println("in gen gm expr", me()) }()
	use(L[T].Val)
	func() { fmt.Println("in gen gm expr", me()) }()
}
func b3[T interface{ Nm() }](t T) {
	use(t.Nm)
	func() { fmt.Println("tp methval", me()) }()
	use(T.Nm)
	func() { fmt.Println("tp methexpr", me()) }()
}
func b4() {
	go Id[int](3)
	func() { fmt.Println("go", me()) }()
	defer Id[int](3)
	func() { fmt.Println("defer", me()) }()
	l := &L[int]{}
	defer l.Push(1)
	func() { fmt.Println("defer meth", me()) }()
	defer l.Gm(1)
	func() { fmt.Println("defer gmeth", me()) }()
	defer fmt.Sprint(1)
	func() { fmt.Println("defer", me()) }()
	defer N{}.Nm()
	func() { fmt.Println("defer", me()) }()
	go N{}.Nm()
	func() { fmt.Println("go", me()) }()
	for range func(func() bool) {} {
	}
	func() { fmt.Println("rangefunc", me()) }()
	for range func(y func() bool) { y() } {
		fmt.Println("in rangefunc", me())
		func() { fmt.Println("in rangefunc", me()) }()
		func() { func() { fmt.Println("in rangefunc", me()) }() }()
		defer func() { fmt.Println("in rangefunc d", me()) }()
	}
}

var g = func() string { return me() }
var gg, hh = func() string { return me() + func() string { return me() }() }(), Id(func() string { return me() })

type E struct{ *L[string] }

func b5() {
	use(E{&L[string]{}}.Push)
	use(E.Push)
	use((*E).Push)
	func() { fmt.Println("embedded", me()) }()
}
func main() {
	a1()
	a2()
	a3()
	a4()
	a5()
	a6()
	a7()
	a8()
	a9()
	b1()
	b2[int]()
	b2[string]()
	b3(N{})
	b3(&N{})
	b4()
	b5()
	fmt.Println(g(), gg, hh())
}

// Output:
// methval main.a1.func1
// methexpr main.a2.func1
// methval through ptr main.a3.func1
// funcval main.a4.func1
// gm val main.a5.func2
// gm expr main.a6.func2
// plain main.a7.func1
// plain gm val main.a8.func2
// plain gm expr main.a9.func2
// iface main.b1.func1
// in gen methval main.b2[...].func2
// in gen methexpr main.b2[...].func4
// in gen funcval main.b2[...].func6
// in gen gm main.b2[...].func8
// in gen gm expr main.b2[...].func10
// in gen gm expr main.b2[...].func12
// in gen methval main.b2[...].func2
// in gen methexpr main.b2[...].func4
// in gen funcval main.b2[...].func6
// in gen gm main.b2[...].func8
// in gen gm expr main.b2[...].func10
// in gen gm expr main.b2[...].func12
// tp methval main.b3[...].func2
// tp methexpr main.b3[...].func3
// tp methval main.b3[...].func2
// tp methexpr main.b3[...].func3
// go main.b4.func1
// defer main.b4.func2
// defer meth main.b4.func3
// defer gmeth main.b4.func4
// defer main.b4.func5
// defer main.b4.func6
// go main.b4.func7
// rangefunc main.b4.func9
// in rangefunc main.b4-range2
// in rangefunc main.b4-range2.1
// in rangefunc main.b4-range2.2.1
// in rangefunc d main.b4-range2.3
// embedded main.b5.func1
// main.init.func1 main.init.func2main.init.func2.func1 main.init.func3
