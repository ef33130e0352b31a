// run
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func fib() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

type acc struct{ total int }

func (a *acc) adder() func(int) { return func(n int) { a.total += n } }

func main() {
	next, reset := counter()
	fmt.Print(next(), next(), " ")
	reset()
	fmt.Println(next())
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	double := func(x int) int { return x * 2 }
	k := 3
	fmt.Println(compose(double, func(x int) int { return x + k }, double)(5))
	var rec func(int) int
	rec = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * rec(n-1)
	}
	fmt.Println(rec(10))
	a := &acc{}
	add := a.adder()
	add(3)
	add(4)
	fmt.Println(a.total)
	var fs [3]func() string
	for i, s := range []string{"x", "y", "z"} {
		fs[i] = func() string { return fmt.Sprint(s, i) }
	}
	fmt.Println(fs[0](), fs[1](), fs[2]())
	big := [40]int{5: 5}
	str := "s"
	g := func() { big[5]++; str += "t" }
	g()
	g()
	fmt.Println(big[5], str)
	func(args ...int) { fmt.Println(len(args), args) }(1, 2, 3)
	x := 1
	{
		x := x + 1
		x++
		_ = x
	}
	if x := x * 5; x > 4 {
		fmt.Println("inner", x)
	}
	fmt.Println(x)
	fmt.Println(func() (a, b int) { a = 1; b = 2; return b, a }())
}

// Output:
// 1 2 101
// 0 1 1 2 3 5 8 13 21 34
// 26
// 3628800
// 7
// x0 y1 z2
// 7 stt
// 3 [1 2 3]
// inner 5
// 1
// 2 1
