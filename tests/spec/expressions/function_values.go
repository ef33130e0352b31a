// run
package main

import "fmt"

func add(a, b int) int { return a + b }
func apply(f func(int, int) int, x ...int) (r int) {
	for _, v := range x {
		r = f(r, v)
	}
	return
}
func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func main() {
	fmt.Println(apply(add, 1, 2, 3), apply(func(a, b int) int { return a*10 + b }, 1, 2, 3), apply(add))
	next, reset := counter()
	next()
	next()
	reset()
	fmt.Println(next())
	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(15))
	ops := map[string]func(int, int) int{"add": add, "sub": func(a, b int) int { return a - b }}
	fmt.Println(ops["sub"](7, 3), ops["mul"] == nil)
	fmt.Println(func(x int) int { return x * x }(5))
}

// Output:
// 6 123 0
// 101
// 610
// 4 true
// 25
