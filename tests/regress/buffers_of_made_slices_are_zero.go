// run

// The buffer in the frame that a make may use is live whether its elements fill it or go to the heap.

package main

import "fmt"

type value struct {
	typ  *int
	ptr  *int
	flag int
}

type method struct {
	name, path string
	typ        any
	fn         value
	index      int
}

type object struct {
	entry, typ, target *int
}

type typ struct {
	direct bool
	name   string
	n      *int
}

//go:noinline
func funcOf(in, out []any, variadic bool) *typ { return &typ{n: new(int)} }

//go:noinline
func (t *typ) common() *int { return t.n }

//go:noinline
func fnValue(i int) *int { return new(int) }

//go:noinline
func (t *typ) method(i int) method {
	if t.n == nil {
		if i < 0 {
			return method{}
		}
		m := *t
		return method{name: m.name, path: m.name, typ: t.n, index: i}
	}
	in := make([]any, 0, 1+i)
	in = append(in, t)
	for j := 0; j < i; j++ {
		in = append(in, t.name)
	}
	out := make([]any, 0, i)
	for j := 0; j < i; j++ {
		out = append(out, t.n)
	}
	with := funcOf(in, out, t.direct)
	fn := fnValue(i)
	if !t.direct {
		f := &object{entry: with.common(), typ: with.common(), target: fn}
		fn = f.entry
	}
	return method{name: t.name, typ: with, fn: value{with.common(), fn, 3}, index: i}
}

//go:noinline
func fill(n int) int {
	var a [40]*int
	for i := range a {
		a[i] = new(int)
	}
	return len(a) + n
}

func main() {
	t := &typ{name: "a", n: new(int)}
	u := &typ{name: "b", n: new(int), direct: true}
	for range 3 {
		fill(1)
		m := t.method(2)
		fill(2)
		n := u.method(1)
		fmt.Println(m.name, n.name, fill(3))
	}
}

// Output:
// a b 43
// a b 43
// a b 43
