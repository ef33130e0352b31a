// run

// What a built-in function, a slice expression or an assertion gives is taken at its turn: a call that stands behind it in the statement
// does not change it any more. Variables are read where the statement takes effect.
package main

import "fmt"

type pair struct{ a, b any }

func results() (int, int, int) {
	x := []int{1}
	f := func() int { x = []int{1, 2, 3}; return 2 }
	return len(x), f(), len(x)
}

func main() {
	x := make([]int, 1, 4)
	grow := func() int { x = make([]int, len(x)+2, 40); return 7 }
	a, b, c := len(x), grow(), len(x)
	fmt.Println(a, b, c)
	a, b, c = cap(x), grow(), cap(x[2:])
	fmt.Println(a, b, c)
	s, n := x[1:], grow()
	fmt.Println(len(s), n, len(x))
	var d, e = append(x, 1), grow()
	fmt.Println(len(d), e, len(x))
	fmt.Println(results())

	f := 1.0
	set := func() float64 { f = 3; return 2 }
	g, h, i := complex(f, 0), set(), complex(f, 1)
	fmt.Println(g, h, i)
	z := 1i
	turn := func() int { z = 3 + 4i; return 5 }
	re, im, t := real(z), imag(z), turn()
	fmt.Println(re, im, t)
	lo, hi, k := min(f, 9), max(f, 1), set()
	fmt.Println(lo, hi, k)

	// Targets and operands of operations.
	arr := [9]int{}
	x = x[:1]
	arr[len(x)] = grow()
	arr[len(x)] += grow()
	fmt.Println(arr, len(x))
	arr[len(x[:1])], arr[len(x)-1], n = 1, grow(), 3
	fmt.Println(arr, n)

	// Variables, elements and fields are read late; assertions to an interface or a value are made at their turn.
	v, bump := 1, func() int { return 0 }
	bump = func() int { v++; arr[0]++; return v }
	p, q, r := v, arr[0], bump()
	fmt.Println(p, q, r)
	var o any = 1
	swap := func() int { o = 2; return 0 }
	j, l := o.(int), swap()
	fmt.Println(j, l, o)
	o = fmt.Errorf("one")
	replace := func() string { o = fmt.Errorf("two"); return "new" }
	m, w := o.(error), replace()
	fmt.Println(m, w, o)
	text := []byte("ab")
	change := func() string { text[0] = 'x'; return string(text) }
	before, after := string(text), change()
	fmt.Println(before, after)
	fmt.Println(pair{len(x), grow()}, [...]int{len(x), grow(), len(x)}, []any{cap(x), grow()}, map[int]int{len(x): grow()})
	for i, y := range [][]int{x[:2], {grow()}} {
		fmt.Println(i, len(y), len(x))
	}
	ch := make(chan int, 2)
	ch <- len(x)
	ch <- cap(x)
	got, rest := len(ch), <-ch
	fmt.Println(got, rest, len(ch))
	type node struct{ next *node }
	first := &node{}
	first.next = &node{}
	move := func() *node { first = first.next; return first }
	first.next, c = move(), len(x)
	fmt.Println(first.next == first, c == len(x))
	var err error
	func() {
		defer func() { fmt.Println("recovered:", recover(), v) }()
		y, z := err.(fmt.Stringer), bump()
		fmt.Println(y, z)
	}()
}

// Output:
// 1 7 3
// 40 7 38
// 4 7 7
// 8 7 9
// 1 2 3
// (1+0i) 2 (3+1i)
// 0 1 5
// 3 3 2
// [0 7 0 7 0 0 0 0 0] 5
// [0 1 0 7 7 0 0 0 0] 3
// 2 1 2
// 1 0 2
// one new two
// xb xb
// {7 7} [9 7 11] [40 7] map[13:7]
// 0 2 17
// 1 1 17
// 2 17 1
// true true
// recovered: interface conversion: interface is nil, not fmt.Stringer 2
