// run
package main

import "fmt"

type node struct {
	v    int
	next *node
}

func push(l **node, v int) { *l = &node{v, *l} }

func main() {
	var l *node
	for i := range 4 {
		push(&l, i)
	}
	for n := l; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	x := 1
	p := &x
	pp := &p
	**pp = 5
	y := *p
	*p++
	fmt.Println(x, y, p == *pp, *&x)
	a := [3]int{1, 2, 3}
	q := &a[1]
	*q = 20
	s := struct{ n int }{3}
	r := &s.n
	*r = 30
	fmt.Println(a, s)
}

// Output:
// 3 2 1 0 6 5 true 6
// [1 20 3] {30}
