// run

// Values of several words where one word is the common case: in interfaces, as elements that are appended, tested for their
// type; maps with keys of 32 bits; closures on the heap; switches with many cases.
package main

import "fmt"

type triple struct {
	a, b, c int
}

type named struct {
	name  string
	index int
}

//go:noinline
func box(t triple) any { return t }

//go:noinline
func boxElement(s []triple, i int) any { return s[i] }

//go:noinline
func boxPointee(p *named) any { return *p }

//go:noinline
func add(s []triple, t triple) []triple { return append(s, t) }

//go:noinline
func isTriple(v any) bool {
	_, ok := v.(triple)
	return ok
}

//go:noinline
func kind(v any) string {
	if _, ok := v.(named); ok {
		return "named"
	}
	if _, ok := v.(triple); !ok {
		return "other"
	}
	return "triple"
}

func untilOther(values []any) (n int) {
	for {
		if _, ok := values[n].(triple); ok {
			n++
			continue
		}
		return n
	}
}

//go:noinline
func counts(keys []int32) (map[int32]triple, int) {
	m := map[int32]triple{}
	for _, k := range keys {
		t := m[k]
		t.a++
		t.b += int(k)
		m[k] = t
	}
	before := len(m)
	delete(m, keys[0])
	delete(m, 77)
	return m, before
}

var kept []func() int

//go:noinline
func keep(n int) {
	kept = append(kept, func() int { n++; return n })
}

//go:noinline
func makeTriples(n int) []triple { return make([]triple, n) }

//go:noinline
func dense(n int) string {
	switch n {
	case 0:
		return "zero"
	case 1:
		return "one"
	case 2:
		return "two"
	case 3:
		return "three"
	case 4:
		return "four"
	case 5:
		return "five"
	case 6:
		return "six"
	case 7:
		return "seven"
	case 8:
		return "eight"
	case 9:
		return "nine"
	}
	return "many"
}

func main() {
	fmt.Println(box(triple{1, 2, 3}), boxElement([]triple{{}, {4, 5, 6}}, 1), boxPointee(&named{"x", 7}))
	s := add(nil, triple{1, 1, 1})
	for i := range 5 {
		s = add(s, triple{i, i * i, i * i * i})
	}
	fmt.Println(s, len(s), isTriple(s[0]), isTriple(1), kind(named{}), kind(triple{}), kind(""))
	fmt.Println(untilOther([]any{triple{}, triple{1, 2, 3}, 4}))
	fmt.Println(counts([]int32{5, -3, 5, 9, -3}))
	keep(10)
	keep(20)
	fmt.Println(kept[0](), kept[0](), kept[1](), len(makeTriples(4)))
	for i := -1; i < 11; i++ {
		fmt.Print(dense(i), " ")
	}
	fmt.Println()
}

// Output:
// {1 2 3} {4 5 6} {x 7}
// [{1 1 1} {0 0 0} {1 1 1} {2 4 8} {3 9 27} {4 16 64}] 6 true false named triple other
// 2
// map[-3:{2 -6 0} 9:{1 9 0}] 3
// 11 12 21 4
// many zero one two three four five six seven eight nine many
