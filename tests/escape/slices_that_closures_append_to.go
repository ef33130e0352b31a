// run
// plain: with --escape=off more is allocated

// Slices that closures and bodies of range-over-func loops append to: where these are inlined away the slice grows in the frame first.
package main

import (
	"fmt"
	"testing"
)

var kept []int
var n = 5

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func collect(n int) []int {
	var out []int
	for x := range upTo(n) {
		out = append(out, x)
	}
	return out
}

func local(n int) (sum int) {
	var out []int
	for x := range upTo(n) {
		out = append(out, x)
	}
	for _, x := range out {
		sum += x
	}
	return
}

func each(xs []int, f func(int)) {
	for _, x := range xs {
		f(x)
	}
}

func grow(xs []int) []int {
	for i := range 3 {
		xs = append(xs, i)
	}
	return xs
}

func named(xs []int) (out []int) {
	for _, x := range xs {
		if x%2 == 0 {
			out = append(out, x)
		}
	}
	return
}

func mapped[T, U any](xs []T, f func(T) U) []U {
	var out []U
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

type list[T any] struct {
	items []T
}

func (l *list[T]) all() func(func(T) bool) {
	return func(yield func(T) bool) {
		for _, x := range l.items {
			if !yield(x) {
				return
			}
		}
	}
}

func (l *list[T]) slice() []T {
	var out []T
	for x := range l.all() {
		out = append(out, x)
	}
	return out
}

func keep(xs []int) { kept = xs }

func show(name string, f func()) { fmt.Println(name, testing.AllocsPerRun(100, f), kept) }

func main() {
	numbers := []int{1, 2, 3, 4, 5, 6}
	ints := &list[int]{numbers}
	show("collect 3", func() { kept = collect(3) })
	show("collect 4", func() { kept = collect(4) })
	show("collect 9", func() { kept = collect(9) })
	show("local 3", func() { n += local(3) - 3 })
	show("local 10", func() { n += local(10) - 45 })
	show("literal called at once", func() {
		var out []int
		func() { out = append(out, 1) }()
		func() { out = append(out, 2) }()
		kept = out
	})
	show("literal passed", func() {
		var out []int
		each(numbers, func(x int) { out = append(out, x) })
		kept = out
	})
	show("literal passed, local", func() {
		var out []int
		each(numbers[:3], func(x int) { out = append(out, x) })
		n += len(out) - 3
	})
	show("parameter", func() { kept = grow([]int{1}) })
	show("parameter nil", func() { kept = grow(nil) })
	show("named result", func() { kept = named(numbers) })
	show("mapped", func() { kept = mapped(numbers, func(x int) int { return x * x }) })
	show("mapped strings", func() { n += len(mapped(numbers, func(x int) string { return "s" })) - 6 })
	show("handed on twice", func() {
		var out []int
		for i := range 3 {
			out = append(out, i)
		}
		keep(out)
		kept = out
	})
	show("kept by a closure", func() {
		var out []int
		add := func(x int) { out = append(out, x) }
		for i := range n {
			add(i)
		}
		kept = out
	})
	show("generic list", func() { kept = ints.slice() })
	show("in a loop", func() {
		for i := range 3 {
			var out []int
			for x := range upTo(i + 1) {
				out = append(out, x)
			}
			kept = out
		}
	})
	show("capacity", func() {
		var out []int
		for x := range upTo(3) {
			out = append(out, x)
		}
		if cap(out) > 1000 {
			n++
		}
		kept = out
	})
	fmt.Println(n, collect(5), local(5), grow([]int{7}), named(numbers), ints.slice(), mapped([]string{"a", "bb"}, func(s string) int { return len(s) }))
}

// Output:
// collect 3 1 [0 1 2]
// collect 4 1 [0 1 2 3]
// collect 9 2 [0 1 2 3 4 5 6 7 8]
// local 3 1 [0 1 2 3 4 5 6 7 8]
// local 10 2 [0 1 2 3 4 5 6 7 8]
// literal called at once 1 [1 2]
// literal passed 1 [1 2 3 4 5 6]
// literal passed, local 0 [1 2 3 4 5 6]
// parameter 2 [1 0 1 2]
// parameter nil 1 [0 1 2]
// named result 3 [2 4 6]
// mapped 1 [1 4 9 16 25 36]
// mapped strings 2 [1 4 9 16 25 36]
// handed on twice 3 [0 1 2]
// kept by a closure 1 [0 1 2 3 4]
// generic list 1 [1 2 3 4 5 6]
// in a loop 6 [0 1 2]
// capacity 1 [0 1 2]
// 5 [0 1 2 3 4] 10 [7 0 1 2] [2 4 6] [1 2 3 4 5 6] [1 2]
