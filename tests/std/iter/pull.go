// run

// Pull: values one at a time, what panics and Goexit of the iterator do, misuse.
package main

import (
	"fmt"
	"iter"
	"runtime"
	"slices"
)

func numbers(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("numbers end")
		for i := range n {
			if !yield(i) {
				fmt.Println("stopped at", i)
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func same[V comparable](a, b iter.Seq[V]) bool {
	nextA, stopA := iter.Pull(a)
	defer stopA()
	nextB, stopB := iter.Pull(b)
	defer stopB()
	for {
		x, okX := nextA()
		y, okY := nextB()
		if okX != okY || x != y {
			return false
		}
		if !okX {
			return true
		}
	}
}

func try(what string, f func()) {
	defer func() { fmt.Println(what+":", recover()) }()
	f()
}

func main() {
	next, stop := iter.Pull(numbers(3))
	for range 5 {
		fmt.Println(next())
	}
	stop()
	stop()

	next, stop = iter.Pull(numbers(10))
	fmt.Println(next())
	stop()
	fmt.Println(next())

	_, stop = iter.Pull(numbers(10))
	stop()

	for n, w := range zip(numbers(10), slices.Values([]string{"a", "b"})) {
		fmt.Println(n, w)
	}
	next2, stop2 := iter.Pull2(slices.All([]string{"x", "y"}))
	fmt.Println(next2())
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()
	fmt.Println(same(slices.Values([]int{1, 2, 3}), slices.Values([]int{1, 2, 3})), same(slices.Values([]int{1, 2}), slices.Values([]int{1, 3})))

	next, stop = iter.Pull(func(yield func(int) bool) {
		yield(1)
		panic("in the middle")
	})
	fmt.Println(next())
	try("next", func() { next() })
	fmt.Println(next())
	stop()

	next, stop = iter.Pull(func(yield func(int) bool) {
		yield(1)
		panic("while stopping")
	})
	next()
	try("stop", stop)

	done := make(chan bool)
	go func() {
		defer close(done)
		next, stop := iter.Pull(func(yield func(int) bool) {
			yield(1)
			runtime.Goexit()
		})
		defer stop()
		fmt.Println(next())
		next()
		fmt.Println("not reached")
	}()
	<-done

	var own func() (int, bool)
	own, stop = iter.Pull(func(yield func(int) bool) {
		yield(1)
		own()
	})
	own()
	try("own next", func() { own() })

	// An iterator that goes on after it was told to stop.
	next, stop = iter.Pull(func(yield func(int) bool) {
		for i := range 3 {
			fmt.Println("yield", yield(i))
		}
	})
	next()
	stop()

	before := runtime.NumGoroutine()
	var stops []func()
	for range 3 {
		_, stop := iter.Pull(numbers(1))
		stops = append(stops, stop)
	}
	fmt.Println(runtime.NumGoroutine() - before)
	for _, stop := range stops {
		stop()
	}

	// Control goes directly to and fro, past goroutines that are ready.
	var order []string
	go func() { order = append(order, "other") }()
	next, stop = iter.Pull(func(yield func(int) bool) {
		for i := range 3 {
			order = append(order, fmt.Sprint("make ", i))
			if !yield(i) {
				return
			}
		}
	})
	for {
		n, ok := next()
		if !ok {
			break
		}
		order = append(order, fmt.Sprint("take ", n))
	}
	fmt.Println(slices.DeleteFunc(order, func(s string) bool { return s == "other" }))
}

// Output:
// 0 true
// 1 true
// 2 true
// numbers end
// 0 false
// 0 false
// 0 true
// stopped at 0
// numbers end
// 0 false
// 0 a
// 1 b
// stopped at 2
// numbers end
// 0 x true
// 1 y true
// 0  false
// true false
// 1 true
// next: in the middle
// 0 false
// stop: while stopping
// 1 true
// own next: iter.Pull: next called again before yield
// yield false
// yield false
// yield false
// 3
// [make 0 take 0 make 1 take 1 make 2 take 2]
