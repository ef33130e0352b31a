// run

// What an inlined function makes is placed for each call: kept by one caller, in the frame of another. runtime.Caller shows inlined
// calls as Go does.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
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

func each(n int, visit func(int) bool) {
	for i := 0; i < n; i++ {
		if !visit(i) {
			return
		}
	}
}

func countdown(n int) int {
	if n == 0 {
		return 0
	}
	return countdown(n-1) + 1
}

func pair(s string) (head, tail string) {
	if i := strings.IndexByte(s, '='); i >= 0 {
		return s[:i], s[i+1:]
	}
	head = s
	return
}

type grid [9]int

func filled(v int) (g grid) {
	for i := range g {
		g[i] = v
	}
	return g
}

func (g *grid) sum() (n int) {
	for _, v := range g {
		n += v
	}
	return
}

func labeled(n int) int {
outer:
	for i := 0; i < 20; i++ {
		for j := 0; j < n; j++ {
			if i*j > n {
				break outer
			}
			if j > i {
				continue outer
			}
			n--
		}
	}
	return n
}

func largest[T int | string](list ...T) (most T) {
	for _, v := range list {
		most = max(most, v)
	}
	return
}

func where() string {
	_, _, line, _ := runtime.Caller(1)
	return fmt.Sprint(line)
}

func place() string { return where() }

func checked(list []int, i int) int { return list[i] }

func safe(f func()) (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	f()
	return "none"
}

func main() {
	total := 0
	for i := range 10 {
		total += newPoint(i, 1).add(newPoint(i, 2)).y
		kept = newPoint(i, 1)
	}
	next := counter()
	total += newShape(3).area() + next() + next()
	fmt.Println(errors.New("a") == errors.New("a"), total, *kept)

	sum := 0
	each(10, func(i int) bool {
		sum += i
		return i < 5
	})
	f, g := counter(), counter()
	fmt.Println(sum, f(), f(), g(), countdown(5))
	head, tail := pair("key=value")
	fmt.Println(head, tail)
	head, tail = pair("alone")
	fmt.Println(head, tail == "")
	a, b := filled(2), filled(3)
	fmt.Println(a.sum(), b.sum(), filled(1) == filled(1), labeled(7))
	fmt.Println(largest(3, 9, 4), largest("a", "c", "b"), largest[int]())
	fmt.Println(where(), place())
	fmt.Println(safe(func() { fmt.Println(checked([]int{1, 2}, total)) }))
	var none *point
	fmt.Println(safe(func() { fmt.Println(none.area()) }))
	var fs []func() int
	for i := range 3 {
		add := counter()
		fs = append(fs, func() int { return add()*10 + i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}

// Output:
// false 42 {9 1}
// 15 1 2 1 5
// key value
// alone true
// 18 27 true 0
// 9 c 0
// 137 103
// runtime error: index out of range [42] with length 2
// runtime error: invalid memory address or nil pointer dereference
// 10 20 11 21 12 22
