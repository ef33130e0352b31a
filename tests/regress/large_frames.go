// run

// Frames whose variables do not fit the 64 KiB that operands reach: calls, defer, channels, make, map keys from them.
package main

import "fmt"

type T struct {
	p *int
	a [12000]int
}

func sum(a *[12000]int) (s int) {
	for _, v := range a {
		s += v
	}
	return
}

func args(a, b int, s string, f float64) (int, string, float64) { return a + b, s + "!", f * 2 }

type adder interface{ add(int, int) int }

type k int

func (x k) add(a, b int) int { return int(x) + a + b }

func f(n int) (r int) {
	var t T
	t.p = &n
	var a, b [12000]int
	for i := range a {
		a[i] = i
		b[len(b)-1-i] = 2 * i
	}
	t.a = b
	x, s, g := args(a[5], b[7], "text", 1.5)
	var i adder = k(n)
	r = x + len(s) + int(g) + i.add(a[1], b[2]) + sum(&a) + sum(&b) + sum(&t.a) + *t.p
	defer func() {
		r += sum(&a)
		if e := recover(); e != nil {
			r += 1000
		}
	}()
	h := func(q int) int { return a[q] + b[q] }
	r += h(17)
	if n > 0 {
		r += f(n - 1)
	}
	fmt.Println(r, x, s, g, len(a), n)
	if n == 1 {
		a[h(3)] = 7
	}
	return r
}

type wide [1500]int

func many(n int) int {
	var a, b, c, d, e, f, g, h wide
	a[n], b[n], c[n], d[n], e[n], f[n], g[n], h[n] = 1, 2, 3, 4, 5, 6, 7, 8
	p := []*wide{&a, &b, &c, &d, &e, &f, &g, &h}
	s := 0
	for _, q := range p {
		for i := range q {
			s += q[i] * (i + 1)
		}
	}
	x, _, _ := args(s, a[n], "", 0)
	return x
}

func boxed() any {
	var a [15000]int
	a[7] = 3
	return a
}

func main() {
	fmt.Println(f(3))
	fmt.Println(many(2))
	fmt.Println(boxed().([15000]int)[7])
	buf := make([]byte, 65536)
	n := copy(buf, "hello")
	fmt.Println(string(buf[:n]), len(buf))
	c := make(chan wide, 1)
	var w wide
	w[3] = 9
	c <- w
	v := <-c
	select {
	case c <- v:
	default:
	}
	select {
	case v = <-c:
		fmt.Println(v[3])
	}
	for i := 40; i < 44; i++ {
		q := make([]int, i, 4000)
		q[i-1] = i
		fmt.Println(len(q), cap(q), q[i-1])
	}
	m := map[wide]int{w: 5}
	fmt.Println(m[w], m[wide{}])
}

// Output:
// 360041973 23989 text! 3 12000 0
// 792077948 23989 text! 3 12000 1
// 1224114925 23989 text! 3 12000 2
// 1656150904 23989 text! 3 12000 3
// 1728144904
// 109
// 3
// hello 65536
// 9
// 40 4000 40
// 41 4000 41
// 42 4000 42
// 43 4000 43
// 5 0
