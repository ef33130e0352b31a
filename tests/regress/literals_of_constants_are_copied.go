// run
// A literal of constants may be copied from read-only data: what is made of it is a new value each time.
package main

import "fmt"

type kind uint8

const (
	first kind = iota + 1
	second
)

type row struct {
	name   string
	weight float64
	small  float32
	of     kind
	yes    bool
	signed int16
	pair   [2]int32
	_      int8
}

type holder struct {
	rows  [3]row
	tail  []int
	tells func() string
}

var table = [...]row{
	{"one", 1.5, -0.25, first, true, -7, [2]int32{1, -2}, 0},
	{name: "two", of: second, pair: [...]int32{1: 1 << 30}},
	{},
	4: {name: "five"},
}

var words = []string{"a", 2: "", 1: "b", 7: "last", 12: "more"}

var complexes = [...]complex128{1, 2i, 3 + 4i, -1i, 5}

var boxes = [...]any{1, "two", 3.0, nil, first}

var nested = [][4]int{{1, 2, 3, 4}, {5}, 3: {3: 9}}

var pointers = []*row{{name: "x"}, nil, {name: "y", of: second}}

func counts(i int) (int, int) {
	numbers := [...]int{10, 20, 30, 40, 50, 60, 70, 80, 90}
	numbers[i]++
	return numbers[i], numbers[8-i]
}

func slice() []int { return []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10} }

func kept() *[10]int { return &[10]int{0: 1, 9: 10, 4: 5, 1: 2} }

func partly(n int) [9]int { return [9]int{1, 2, 3, n, 5, 6, 7, 8, 9} }

func main() {
	fmt.Println(table, len(words), words)
	fmt.Println(complexes, boxes, nested, *pointers[0], pointers[1] == nil, pointers[2].of)
	for i := range 3 {
		fmt.Println(counts(i))
		fmt.Println(counts(i))
	}
	a, b := slice(), slice()
	a[3] = 100
	p, q := kept(), kept()
	p[0] = -1
	fmt.Println(a, b, slice(), *p, *q, partly(4), partly(44))
	sum := 0
	for i, x := range [...]int{9, 8, 7, 6, 5, 4, 3, 2, 1} {
		sum += x << i
	}
	fmt.Println(sum, [...]string{"zero", "one", "two", "three", "four"}[sum%5], len([20]byte{'x', 19: 'y'}))
	h := holder{rows: [3]row{{name: "r"}, {weight: 2, of: second}}, tail: []int{1, 2, 3, 4, 5, 6, 7, 8}, tells: func() string { return "told" }}
	g := h
	g.rows[1].weight = 3
	g.tail[0] = 11
	fmt.Println(h.rows, g.rows, h.tail, g.tells())
	same := [...]string{"a", "b", "c", "d", "e"} == [...]string{"a", "b", "c", "d", "e"}
	changed := table
	changed[0].name = "changed"
	fmt.Println(same, changed[0], table[0], changed == table)
	grown := append([]row{{name: "p"}, {name: "q", yes: true}}, table[:]...)
	fmt.Println(grown[1], len(grown))
	keyed := map[string][8]int{"k": {1, 2, 3, 4, 5, 6, 7, 8}, "l": {7: 1}}
	v := keyed["k"]
	v[0] = 5
	fmt.Println(keyed, v)
	var x any = [8]int{1, 2, 3, 4, 5, 6, 7, 8}
	fmt.Println(x == any([...]int{1, 2, 3, 4, 5, 6, 7, 8}))
}

// Output:
// [{one 1.5 -0.25 1 true -7 [1 -2] 0} {two 0 0 2 false 0 [0 1073741824] 0} { 0 0 0 false 0 [0 0] 0} { 0 0 0 false 0 [0 0] 0} {five 0 0 0 false 0 [0 0] 0}] 13 [a b      last     more]
// [(1+0i) (0+2i) (3+4i) (0-1i) (5+0i)] [1 two 3 <nil> 1] [[1 2 3 4] [5 0 0 0] [0 0 0 0] [0 0 0 9]] {x 0 0 0 false 0 [0 0] 0} true 2
// 11 90
// 11 90
// 21 80
// 21 80
// 31 70
// 31 70
// [1 2 3 100 5 6 7 8 9 10] [1 2 3 4 5 6 7 8 9 10] [1 2 3 4 5 6 7 8 9 10] [-1 2 0 0 5 0 0 0 0 10] [1 2 0 0 5 0 0 0 0 10] [1 2 3 4 5 6 7 8 9] [1 2 3 44 5 6 7 8 9]
// 1013 three 20
// [{r 0 0 0 false 0 [0 0] 0} { 2 0 2 false 0 [0 0] 0} { 0 0 0 false 0 [0 0] 0}] [{r 0 0 0 false 0 [0 0] 0} { 3 0 2 false 0 [0 0] 0} { 0 0 0 false 0 [0 0] 0}] [11 2 3 4 5 6 7 8] told
// true {changed 1.5 -0.25 1 true -7 [1 -2] 0} {one 1.5 -0.25 1 true -7 [1 -2] 0} false
// {q 0 0 0 true 0 [0 0] 0} 7
// map[k:[1 2 3 4 5 6 7 8] l:[0 0 0 0 0 0 0 1]] [5 2 3 4 5 6 7 8]
// true
