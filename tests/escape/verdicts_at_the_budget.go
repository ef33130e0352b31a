// errorcheck -m
// What words of dictionaries and sizes that are not written cost; method expressions of instances; sentinel errors are laid out.
package main

import (
	"errors"
	"fmt"
	"slices"
)

var ErrA = errors.New("a") // ERROR `inlining call to errors\.New`
type L[T any] struct{ xs []T }

func (l L[T]) Each(f func(T)) { // ERROR `can inline L\[go\.shape\.int\]\.Each` `can inline L\[int\]\.Each` `inlining call to L\[go\.shape\.int\]\.Each`
	for _, x := range l.xs {
		f(x)
	}
}

func mk(a int) []int { o := []int{a, 2, 1}; slices.Sort(o); return o } // ERROR `inlining call to slices\.Sort\[go\.shape\.\[\]int,go\.shape\.int\]` `\[\]int\{\.\.\.\} escapes to heap`
func mp() int           { m := make(map[int]int); return len(m) } // ERROR `can inline mp` `make\(map\[int\]int\) does not escape`
func mc() chan int      { return make(chan int) } // ERROR `can inline mc`
func ng[T any]() *L[T]  { return new(L[T]) } // ERROR `can inline ng\[go\.shape\.int\]` `can inline ng\[int\]` `inlining call to ng\[go\.shape\.int\]` `new\(<node DYNAMICTYPE>\) escapes to heap`
func as[T any](x any) T { return x.(T) } // ERROR `can inline as\[go\.shape\.int\]` `can inline as\[int\]` `inlining call to as\[go\.shape\.int\]`
func sw[T any](x any) int { // ERROR `can inline sw\[go\.shape\.int\]` `can inline sw\[int\]` `inlining call to sw\[go\.shape\.int\]`
	switch x.(type) {
	case []T:
		return 1
	case *T:
		return 2
	}
	return 0
}

func main() {
	l := L[int]{[]int{1}} // ERROR `\[\]int\{\.\.\.\} does not escape`
	t := 0
	L[int].Each(l, func(i int) { t += i }) // ERROR `can inline main\.func1` `inlining call to L\[int\]\.Each` `inlining call to L\[go\.shape\.int\]\.Each` `inlining call to main\.func1`
	h := L[int].Each
	h(l, func(i int) { t += i }) // ERROR `can inline main\.func2` `inlining call to L\[int\]\.Each` `inlining call to L\[go\.shape\.int\]\.Each` `inlining call to main\.func2`
	fmt.Println(t, ErrA, mk(3), mp(), mc(), ng[int](), as[int](1), sw[int](nil)) // ERROR `inlining call to mp` `inlining call to mc` `inlining call to ng\[go\.shape\.int\]` `inlining call to as\[go\.shape\.int\]` `inlining call to sw\[go\.shape\.int\]` `inlining call to fmt\.Println` `\.\.\. argument does not escape` `t escapes to heap` `mk\(3\) escapes to heap` `~r0 escapes to heap` `make\(map\[int\]int\) does not escape` `new\(<node DYNAMICTYPE>\) escapes to heap` `1 does not escape`
}
