// run

// Generic aliases, types declared inside generic functions, what they are called.
package main

import (
	"fmt"
	"strings"
)

type Vec[T any] = []T
type Dict[V any] = map[string]V
type PairOf[T any] = Pair[T, T]
type Fn[A, R any] = func(A) R
type Nested[T any] = Dict[Vec[Pair[string, T]]]

type Pair[A, B any] struct {
	A A
	B B
}

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.B, p.A} }

func Reduce[T, R any](v Vec[T], start R, f Fn[Pair[R, T], R]) R {
	for _, x := range v {
		start = f(Pair[R, T]{start, x})
	}
	return start
}

func Sort[T any](items []T, less func(a, b T) bool) []T {
	type node struct {
		value       T
		left, right *node
	}
	var root *node
	for _, item := range items {
		at := &root
		for *at != nil {
			if less(item, (*at).value) {
				at = &(*at).left
			} else {
				at = &(*at).right
			}
		}
		*at = &node{value: item}
	}
	sorted := items[:0:0]
	var walk func(*node)
	walk = func(n *node) {
		if n != nil {
			walk(n.left)
			sorted = append(sorted, n.value)
			walk(n.right)
		}
	}
	walk(root)
	return sorted
}

func Describe[K comparable, V any](k K, v V) (text string, box any) {
	type key struct{ k K }
	type entry[X any] struct {
		key
		value X
	}
	type unused struct{}
	e := entry[V]{key{k}, v}
	m := map[key]entry[V]{{k}: e}
	f := func() string {
		type inner struct {
			entry[V]
			list []unused
		}
		return fmt.Sprintf("%T", inner{})
	}
	_, ok := m[key{k}]
	return fmt.Sprintf("%T %T %v %t %s", e, m, e, ok, f()), e
}

func Kind[T any](x any) string {
	type mine struct{ t T }
	switch x.(type) {
	case mine:
		return "mine"
	case *mine:
		return "pointer"
	case T:
		return "T"
	case []T:
		return "slice"
	}
	return "other"
}

func Make[T any](t T) any {
	type mine struct{ t T }
	return mine{t}
}

type counter[T any] struct{}

func (counter[T]) count(items ...T) string {
	type tally struct{ n int }
	type of struct {
		items []T
		tally
	}
	o := of{items, tally{len(items)}}
	return fmt.Sprintf("%T %+v", o, o)
}

func plain() any {
	type local struct{ x int }
	return Pair[local, *local]{}
}

func main() {
	var v Vec[int] = []int{1, 2, 3}
	d := Dict[Vec[string]]{"a": {"x"}}
	p := PairOf[int]{1, 2}
	fmt.Printf("%T %T %T %v %T\n", v, d, p, p.Swap(), Nested[bool]{})
	fmt.Println(Reduce(v, "", func(p Pair[string, int]) string { return p.A + fmt.Sprint(p.B) }))
	fmt.Println(Sort([]int{3, 1, 2}, func(a, b int) bool { return a < b }), Sort(strings.Fields("c a b"), func(a, b string) bool { return a > b }))
	one, a := Describe("k", 1)
	two, b := Describe("k", int8(1))
	three, c := Describe("k", 1)
	fmt.Println(one)
	fmt.Println(two)
	fmt.Println(three == one, a == b, a == c)
	fmt.Println(Kind[int](Make(1)), Kind[int](Make("x")), Kind[int](1), Kind[string]([]string{}), Make(1) == Make(1), Make(1) == Make(uint(1)))
	fmt.Println(counter[string]{}.count("a", "b"))
	fmt.Printf("%T\n", plain())
	defer func() { fmt.Println(recover()) }()
	_ = Make(PairOf[int]{}).(fmt.Stringer)
}

// Output:
// []int map[string][]string main.Pair[int,int] {2 1} map[string][]main.Pair[string,bool]
// 123
// [1 2 3] [c b a]
// main.entry[string,int;int] map[main.key[string,int]]main.entry[string,int;int] {{k} 1} true main.inner[string,int]
// main.entry[string,int8;int8] map[main.key[string,int8]]main.entry[string,int8;int8] {{k} 1} true main.inner[string,int8]
// true false true
// other other T slice true false
// main.of[string] {items:[a b] tally:{n:2}}
// main.Pair[main.local·10,*main.local·10]
// interface conversion: main.mine[main.Pair[int,int]] is not fmt.Stringer: missing method String
