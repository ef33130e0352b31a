// errorcheck -m -l
// A key of a struct literal may name a promoted field: what is stored there is converted to its type and flows as any other.
package main

type inner struct {
	value any
	at    *int
	items []int
}

type middle struct{ inner }

type outer struct {
	id int
	middle
}

type box[T any] struct {
	count int
	held[T]
}

type held[T any] struct {
	item T
	next *box[T]
}

var kept *outer

//go:noinline
func use(o *outer) {} // ERROR `o does not escape`
//go:noinline
func local(n int, s string) { // ERROR `s does not escape`
	use(&outer{value: n}) // ERROR `&outer\{\.\.\.\} does not escape` `n does not escape`
	use(&outer{id: 1, value: s, items: make([]int, 3)}) // ERROR `&outer\{\.\.\.\} does not escape` `s does not escape` `make\(\[\]int, 3\) does not escape`
	use(&outer{1, middle{inner{value: "text"}}}) // ERROR `&outer\{\.\.\.\} does not escape` `"text" does not escape`
}

//go:noinline
func keep(n int, s string) { // ERROR `leaking param: s`
	x, y := n, n // ERROR `moved to heap: x` `moved to heap: y`
	kept = &outer{at: &x} // ERROR `&outer\{\.\.\.\} escapes to heap`
	kept = &outer{id: n, value: s, at: &y, items: []int{n}} // ERROR `&outer\{\.\.\.\} escapes to heap` `s escapes to heap` `\[\]int\{\.\.\.\} escapes to heap`
}

//go:noinline
func wrap[T any](item T, next *box[T]) *box[T] {
	return &box[T]{count: 1, item: item, next: next} // ERROR `&box\[go\.shape\.int\]\{\.\.\.\} escapes to heap` `&box\[go\.shape\.string\]\{\.\.\.\} escapes to heap`
}

func main() {
	local(1, "a")
	keep(1, "b")
	println(kept.id, wrap(1, nil).count, wrap("c", wrap("d", nil)).count)
}
