// run

package main

import (
	"fmt"
	"runtime"
)

//go:noinline
func me() string { pc, _, _, _ := runtime.Caller(1); return runtime.FuncForPC(pc).Name() }

//go:noinline
func call(f func() string) string { return f() }

func f() func() string { return func() string { return me() } }
func nest() func() string {
	return func() string { return call(func() string { return call(func() string { return me() }) }) }
}

var sink any

//go:noinline
func use(x any) { sink = x }

type L[T any] struct{ x T }

func (l *L[T]) Push(T) {}

func gen[T any]() string {
	l := &L[T]{}
	use(l.Push)
	return call(func() string { return me() })
}

func main() {
	g := func() string { return me() }
	fmt.Println(call(g), call(f()), call(nest()))
	fmt.Println(call(f()), call(nest()))
	fmt.Println(func() string { return call(func() string { return me() }) }())
	fmt.Println(call(func() string { return me() }))
	func() {
		fmt.Println(call(f()), call(func() string { return me() }))
		fmt.Println(func() string { return call(func() string { return me() }) }())
	}()
	fmt.Println(call(func() string {
		return call(f()) + " " + call(func() string { return me() }) + " " + func() string { return call(func() string { return me() }) }()
	}))
	fmt.Println(call(func() string { return me() }))
	fmt.Println(gen[int]())
	fmt.Println(gen[string]())
	h := func() string { return call(func() string { return me() }) }
	fmt.Println(h())
	fmt.Println(h())
	fmt.Println(call(func() string { return me() }))
}

// Output:
// main.main.func1 main.f.func1 main.nest.func1.1.1
// main.f.func1 main.nest.func1.1.1
// main.main.func2.func1
// main.main.func3
// main.f.func1 main.main.func4.func1
// main.main.func4.func2.func1
// main.f.1 main.main.func5.1 main.main.func5.2.1
// main.main.func6
// main.gen[...].func2
// main.gen[...].func2
// main.main.func7.func1
// main.main.func7.func1
// main.main.func8
