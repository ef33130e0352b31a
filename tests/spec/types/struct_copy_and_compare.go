// run
package main

import "fmt"

type Point struct{ X, Y int }
type Line struct {
	A, B Point
	name string
}
type Big struct {
	a [10]int
	s string
	p *int
}

func move(p Point) Point { p.X++; return p }

func change(b Big) Big {
	b.a[3] = 7
	b.s += "!"
	return b
}

func main() {
	p := Point{1, 2}
	q := p
	q.X = 10
	fmt.Println(p, q, p == q, p == Point{1, 2}, move(p), p)
	l := Line{p, q, "l"}
	m := l
	m.B.Y = 99
	fmt.Println(l, m, l == m, l != m)
	m = l
	fmt.Println(l == m)
	var b Big
	c := change(b)
	d := c
	d.a[0] = 1
	fmt.Println(b.a, c.a, d.a, c.s, c == d, c == change(b))
	arr := [3]Point{{1, 2}, {3, 4}}
	brr := arr
	brr[1].X = 9
	fmt.Println(arr, brr, arr == brr, len(arr))
	pp := &arr[1]
	pp.Y = 44
	fmt.Println(arr, *pp)
	anon := struct {
		Point
		Z int
	}{Point{5, 6}, 7}
	fmt.Println(anon.X, anon.Y, anon.Z, anon)
}

// Output:
// {1 2} {10 2} false true {2 2} {1 2}
// {{1 2} {10 2} l} {{1 2} {10 99} l} false true
// true
// [0 0 0 0 0 0 0 0 0 0] [0 0 0 7 0 0 0 0 0 0] [1 0 0 7 0 0 0 0 0 0] ! false true
// [{1 2} {3 4} {0 0}] [{1 2} {9 4} {0 0}] false 3
// [{1 2} {3 44} {0 0}] {3 44}
// 5 6 7 {{5 6} 7}
