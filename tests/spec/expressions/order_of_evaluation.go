// run
package main

import "fmt"

var trace []string

func t(s string, v int) int { trace = append(trace, s); return v }

func pair() (int, int) { trace = append(trace, "pair"); return 1, 2 }

func three(a, b, c int) int { return a*100 + b*10 + c }

type box struct{ v []int }

func (b *box) at(i int) *box { trace = append(trace, fmt.Sprint("at", i)); return b }

func main() {
	a := []int{1, 2, 3}
	i := 0
	i, a[i] = 1, 9
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	fmt.Println(three(t("x", 1), t("y", 2), t("z", 3)), trace)
	trace = nil
	m := map[int]int{t("k1", 1): t("v1", 2), t("k2", 3): t("v2", 4)}
	fmt.Println(len(m), trace)
	trace = nil
	b := &box{make([]int, 3)}
	b.at(1).v[t("i", 1)], b.at(2).v[t("j", 2)] = pair()
	fmt.Println(b.v, trace)
	trace = nil
	_ = t("l", 0) == 1 && t("r", 1) == 1 || t("o", 1) == 1
	fmt.Println(trace)
	x := 1
	f := func() int { x = 5; return 1 }
	y := x + f()
	fmt.Println(x, y > 0)
	var p *int
	func() {
		defer func() { fmt.Println("recovered", recover() != nil, x) }()
		x, *p = 7, 8
	}()
	s := []int{1, 2, 3}
	s[t("0", 0)] += t("5", 5)
	s[1]++
	s[2] <<= 3
	fmt.Println(s)
}

// Output:
// 1 [9 2 3]
// [3 9 2]
// 123 [x y z]
// 2 [k1 v1 k2 v2]
// [0 1 2] [at1 i at2 j pair]
// [l o]
// 5 true
// recovered true 7
// [6 3 24]
