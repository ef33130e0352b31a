// run
package main

import "fmt"

func modify(s []int) { s[0] = 100 }

func main() {
	a := [5]int{1, 2, 3, 4, 5}
	s := a[1:3]
	fmt.Println(s, len(s), cap(s))
	s = append(s, 40)
	fmt.Println(a, s)
	t := a[1:2:2]
	t = append(t, 99)
	fmt.Println(a, t, cap(a[:0:1]))
	modify(s)
	fmt.Println(a)
	var n []int
	fmt.Println(n == nil, len(n), cap(n), append(n, n...) == nil)
	e := []int{}
	fmt.Println(e == nil, len(e[0:0]))
	c := make([]int, 2, 10)
	d := append(c, 1)
	f := append(c, 2)
	fmt.Println(d, f, copy(c, []int{7, 8, 9}), c)
	bs := []byte("hello")
	copy(bs[1:], "EY")
	fmt.Println(string(bs), string(bs[4:]))
	bs = append(bs, " world"...)
	fmt.Println(string(bs), len(bs))
	ss := [][]string{{"a"}, {"b", "c"}}
	ss[0] = append(ss[0], ss[1]...)
	fmt.Println(ss, len(ss[0]))
	caps := []int{}
	last := -1
	var g []int64
	for i := range 2000 {
		g = append(g, int64(i))
		if cap(g) != last {
			last = cap(g)
			caps = append(caps, last)
		}
	}
	fmt.Println(caps)
	arr := [4]int64(g[:4])
	ap := (*[2]int)(g2())
	ap[0] = 5
	fmt.Println(arr, *ap)
	clear(c)
	fmt.Println(c, min(3, 1, 2), max(2.5, 1), min("b", "a"))
	copy(a[1:], a[:])
	fmt.Println(a)
	p := &a
	for i := range p {
		p[i] *= 2
	}
	fmt.Println(p[1:3], len(p), a)
	idx := [...]string{2: "two", 0: "zero", 5: "five"}
	fmt.Println(len(idx), idx)
}

var arr2 [4]int

func g2() []int { return arr2[:] }

// Output:
// [2 3] 2 4
// [1 2 3 40 5] [2 3 40]
// [1 2 3 40 5] [2 99] 1
// [1 100 3 40 5]
// true 0 0 true
// false 0
// [7 8 2] [7 8 2] 2 [7 8]
// hEYlo o
// hEYlo world 11
// [[a b c] [b c]] 3
// [4 8 16 32 64 128 256 512 848 1280 1792 2560]
// [0 1 2 3] [5 0]
// [0 0] 1 2.5 a
// [1 1 100 3 40]
// [2 200] 5 [2 2 200 6 80]
// 6 [zero  two   five]
