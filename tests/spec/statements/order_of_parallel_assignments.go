// run
// In which order operands are evaluated and panic.
package main

import (
	"container/heap"
	"fmt"
)

type H []int

func (h H) Len() int           { return len(h) }
func (h H) Less(i, j int) bool { return h[i] < h[j] }
func (h H) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *H) Push(x any)        { *h = append(*h, x.(int)) }
func (h *H) Pop() any {
	old := *h
	n := len(old)
	x := old[n-1]
	*h = old[:n-1]
	return x
}

type S struct{ a, b []int }

type L struct {
	next *L
	v    int
	arr  [4]int
}

type P struct{ *L }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
}

func swap(s []int, i, j int) { s[i], s[j] = s[j], s[i] }

var g int
var gs []int = []int{1, 2, 3}

func results(s []int) (a, b int) {
	defer func() { recover() }()
	a, b = 5, s[7]
	return
}

func results2(s []int) (a, b int) {
	defer func() { recover() }()
	a, b = s[0], s[9]
	return
}

func main() {
	try("heap", func() { heap.Pop(&H{}) })
	try("fields", func() {
		var s S
		s.a[1], s.b[2] = s.b[3], s.a[4]
	})
	try("swap", func() { swap([]int{1}, -1, 5) })
	try("swap2", func() { swap([]int{1}, 5, -1) })
	try("swap3", func() { swap([]int{1, 2}, 0, 7) })
	s := []int{1, 2, 3}
	i, j := 0, 2
	s[i], s[j] = s[j], s[i]
	fmt.Println(s)
	i, s[i] = 2, 9
	fmt.Println(i, s)
	s[i], i = 7, 0
	fmt.Println(i, s)
	i, j = j, i
	fmt.Println(i, j)
	a, b, c := 1, 2, 3
	a, b, c = b, c, a
	fmt.Println(a, b, c)
	// pointers
	l := &L{v: 1}
	l.next, l = &L{v: 2}, l
	fmt.Println(l.v, l.next.v)
	l, l.v = l.next, 100
	fmt.Println(l.v)
	l = &L{v: 1, next: &L{v: 2, next: &L{v: 3}}}
	// reverse
	var prev *L
	for l != nil {
		l.next, prev, l = prev, l, l.next
	}
	for p := prev; p != nil; p = p.next {
		fmt.Print(p.v, " ")
	}
	fmt.Println()
	p := P{&L{v: 5}}
	q := &L{v: 6}
	p.L, p.v = q, 77
	fmt.Println(p.v, q.v)
	p.v, p.L = 88, &L{v: 1}
	fmt.Println(p.v, q.v)
	gs[g], g = 50, 2
	g, gs[g] = 1, 60
	fmt.Println(g, gs)
	gs, gs[0] = []int{9, 9}, 70
	fmt.Println(gs)
	var arr [4]int
	k := 1
	k, arr[k] = 3, 4
	arr[k], arr[1] = arr[1], arr[k]
	fmt.Println(k, arr)
	ar2 := [2][2]int{{1, 2}, {3, 4}}
	ar2[0], ar2[1] = ar2[1], ar2[0]
	fmt.Println(ar2)
	ar2[0][1], ar2[1] = ar2[1][0], ar2[0]
	fmt.Println(ar2)
	m := map[string]int{"a": 1, "b": 2}
	m["a"], m["b"] = m["b"], m["a"]
	fmt.Println(m)
	var x any = 1
	var y any = "s"
	x, y = y, x
	fmt.Println(x, y)
	fmt.Println(results(nil))
	fmt.Println(results2([]int{4}))
	try("nil map", func() {
		var m map[string]int
		var s []int
		m["x"], s[3] = s[1], 5
	})
	try("nil map 2", func() {
		var m map[string]int
		var s []int
		s[3], m["x"] = m["y"], s[1]
	})
	try("nil ptr", func() {
		var p *L
		var s []int
		p.v, p.next = s[4], nil
	})
	try("nil ptr 2", func() {
		var p *L
		var s []int
		p.v, s[2] = 1, 2
	})
	try("array index", func() {
		var p *L
		var s []int
		p.arr[1], s[2] = s[0], p.v
	})
	try("div", func() {
		z := 0
		var s []int
		s[1], z = 10/z, s[2]
	})
	try("div2", func() {
		z := 0
		var s []int
		z, s[1] = 1, 10/z
	})
	try("iface", func() {
		var e any
		var s []int
		s[0], s[1] = e.(int), s[5]
	})
	try("conv", func() {
		var s []int
		var str string
		str, s[0] = string(rune(s[1])), len(str)
	})
	func() {
		st := struct{ a, b int }{1, 2}
		st.a, st.b = st.b, st.a
		fmt.Println(st)
		ps := &st
		ps.a, st.b = st.b, ps.a
		fmt.Println(st)
		st, st.a = struct{ a, b int }{8, 9}, 4
		fmt.Println(st)
	}()
	type big struct{ x [10]int }
	b1, b2 := big{}, big{}
	b1.x[3] = 1
	b1, b2 = b2, b1
	fmt.Println(b1.x[3], b2.x[3])
	bs := []big{b1, b2}
	bs[0], bs[1] = bs[1], bs[0]
	fmt.Println(bs[0].x[3], bs[1].x[3])
	f := func() int { i++; return i }
	i = 0
	s = []int{0, 0, 0, 0, 0}
	s[f()], s[i] = f(), i
	fmt.Println(s)
	i, s[f()] = f(), i
	fmt.Println(i, s)
	for idx, v := range []int{3, 1, 2} {
		s[v], s[idx] = s[idx], s[v]
	}
	fmt.Println(s)
	u, err := 1, error(nil)
	v, err := u+1, fmt.Errorf("x %d", u)
	fmt.Println(u, v, err)
	u, w := v, u
	fmt.Println(u, w)
}

// Output:
// heap runtime error: index out of range [0] with length 0
// fields runtime error: index out of range [4] with length 0
// swap runtime error: index out of range [-1]
// swap2 runtime error: index out of range [5] with length 1
// swap3 runtime error: index out of range [7] with length 2
// [3 2 1]
// 2 [9 2 1]
// 0 [9 2 7]
// 2 0
// 2 3 1
// 1 2
// 2
// 3 2 1
// 6 6
// 1 88
// 1 [50 2 60]
// [9 9]
// 3 [0 0 0 4]
// [[3 4] [1 2]]
// [[3 1] [3 4]]
// map[a:2 b:1]
// s 1
// 0 0
// 0 0
// nil map assignment to entry in nil map
// nil map 2 runtime error: index out of range [1] with length 0
// nil ptr runtime error: index out of range [4] with length 0
// nil ptr 2 runtime error: invalid memory address or nil pointer dereference
// array index runtime error: invalid memory address or nil pointer dereference
// div runtime error: index out of range [2] with length 0
// div2 runtime error: integer divide by zero
// iface interface conversion: interface {} is nil, not int
// conv runtime error: index out of range [1] with length 0
// {2 1}
// {1 2}
// {4 9}
// 0 1
// 1 0
// [0 2 2 0 0]
// 4 [0 2 2 4 0]
// [4 2 2 0 0]
// 1 2 x 1
// 2 1
