// run
// plain: with --escape=off more is allocated

// An inlined function allocates where its caller keeps what it makes, and not where it does not.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type point struct{ x, y int }

func newPoint(x, y int) *point { return &point{x, y} }

func (p *point) add(q *point) *point { return newPoint(p.x+q.x, p.y+q.y) }

type shape interface{ area() int }

func (p *point) area() int { return p.x * p.y }

func newShape(n int) shape { return newPoint(n, n) }

var kept *point

func counter() func() int {
	n := 0
	return func() int {
		n++
		return n
	}
}

func mallocs(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

func main() {
	total := 0
	fmt.Println(mallocs(func() {
		for i := range 10 {
			total += newPoint(i, 1).add(newPoint(i, 2)).y
		}
	}), mallocs(func() {
		for i := range 10 {
			kept = newPoint(i, 1)
		}
	}), mallocs(func() { total += newShape(3).area() }), mallocs(func() {
		next := counter()
		total += next() + next()
	}), mallocs(func() {
		if errors.New("a") == errors.New("a") {
			total++
		}
	}), total, *kept)
}

// Output:
// 0 10 0 0 0 42 {9 1}
