// errorcheck -m -l
// Lines name the words of dictionaries by their numbers: methods of type parameters, instances, types, conversions.
package main

import "fmt"

type number interface{ ~int8 | ~int | ~float64 }

type named interface {
	Name() string
	Size() int
}

type pair[K comparable, V any] struct {
	key   K
	value V
}

func add[T number](x, y T) T { return x + y }

func both[T number](x, y T) (T, T) { return add(x, y), x - y }

func pairs[K comparable, V any](m map[K]V, less func(K, K) bool) []pair[K, V] {
	list := make([]pair[K, V], 0, len(m)) // ERROR `make\(\[\]pair\[go\.shape\.string,go\.shape\.float64\], 0, len\(m\)\) escapes to heap` `make\(\[\]pair\[go\.shape\.string,go\.shape\.int8\], 0, len\(m\)\) escapes to heap`
	for k, v := range m {
		list = append(list, pair[K, V]{k, v}) // ERROR `append escapes to heap`
	}
	var any interface{} = list // ERROR `list does not escape`
	if _, ok := any.(fmt.Stringer); ok {
		return nil
	}
	for i := range list {
		for j := i; j > 0 && less(list[j].key, list[j-1].key); j-- {
			list[j], list[j-1] = list[j-1], list[j] // ERROR `pairs\[go\.shape\.string,go\.shape\.float64\] ignoring self-assignment in list\[j\], list\[j - 1\] = list\[j - 1\], list\[j\]` `pairs\[go\.shape\.string,go\.shape\.int8\] ignoring self-assignment in list\[j\], list\[j - 1\] = list\[j - 1\], list\[j\]`
		}
	}
	return list
}

func show[T number, S named](x T, s S, m map[string]T) {
	fmt.Println(add(x, x), s.Name(), s.Size()) // ERROR `\.\.\. argument does not escape` `add\[go\.shape\.float64\]\(\(\*\[1\]uintptr\)\(\.dict\[2\]\), x, x\) escapes to heap` `\(func\(go\.shape\.string\) string\)\(&\.dict\[0\]\)\(s\) escapes to heap` `\(func\(go\.shape\.string\) int\)\(&\.dict\[1\]\)\(s\) escapes to heap` `add\[go\.shape\.int8\]\(\(\*\[1\]uintptr\)\(\.dict\[2\]\), x, x\) escapes to heap`
	a, b := both(x, 1)
	fmt.Println(a, b, pairs(m, func(a, b string) bool { return a < b })) // ERROR `\.\.\. argument does not escape` `a escapes to heap` `b escapes to heap` `pairs\[go\.shape\.string,go\.shape\.float64\]\(\(\*\[10\]uintptr\)\(\.dict\[4\]\), m, func literal\) escapes to heap` `func literal does not escape` `pairs\[go\.shape\.string,go\.shape\.int8\]\(\(\*\[10\]uintptr\)\(\.dict\[4\]\), m, func literal\) escapes to heap`
	fmt.Println(count(s, []T{x}), new(box[T]).put(x).get()) // ERROR `\.\.\. argument does not escape` `count\[go\.shape\.string,go\.shape\.float64\]\(\(\*\[5\]uintptr\)\(\.dict\[5\]\), s, \[\]go\.shape\.float64\{\.\.\.\}\) escapes to heap` `\[\]go\.shape\.float64\{\.\.\.\} does not escape` `\(\*box\[go\.shape\.float64\]\)\.get\(\(\*box\[go\.shape\.float64\]\)\.put\(new\(<node DYNAMICTYPE>\), \(\*\[12\]uintptr\)\(\.dict\[6\]\), x\), \(\*\[12\]uintptr\)\(\.dict\[6\]\)\) escapes to heap` `new\(<node DYNAMICTYPE>\) does not escape` `count\[go\.shape\.string,go\.shape\.int8\]\(\(\*\[5\]uintptr\)\(\.dict\[5\]\), s, \[\]go\.shape\.int8\{\.\.\.\}\) escapes to heap` `\[\]go\.shape\.int8\{\.\.\.\} does not escape` `\(\*box\[go\.shape\.int8\]\)\.get\(\(\*box\[go\.shape\.int8\]\)\.put\(new\(<node DYNAMICTYPE>\), \(\*\[12\]uintptr\)\(\.dict\[6\]\), x\), \(\*\[12\]uintptr\)\(\.dict\[6\]\)\) escapes to heap`
}

func count[S named, E any](s S, list []E) int {
	switch any(s).(type) { // ERROR `any\(s\) does not escape`
	case S:
		var f func(S) int = S.Size
		return f(s) + len(list)
	}
	return 0
}

type box[E any] struct{ held []E }

func (b *box[E]) put(e E) *box[E] {
	b.held = append(b.held, e) // ERROR `append escapes to heap`
	return b
}

func (b *box[E]) get() (e E) {
	for _, e = range b.held {
		fmt.Sprint(b.first(), pair[int, E]{1, e}, add(1, len(b.held))) // ERROR `\.\.\. argument does not escape` `\(\*box\[go\.shape\.float64\]\)\.first\(b, \(\*\[12\]uintptr\)\(\.dict\[0\]\)\) escapes to heap` `pair\[go\.shape\.int,go\.shape\.float64\]\{\.\.\.\} escapes to heap` `add\[go\.shape\.int\]\(&\.dict\.add\[int\], 1, len\(b\.held\)\) escapes to heap` `\(\*box\[go\.shape\.int8\]\)\.first\(b, \(\*\[12\]uintptr\)\(\.dict\[0\]\)\) escapes to heap` `pair\[go\.shape\.int,go\.shape\.int8\]\{\.\.\.\} escapes to heap`
	}
	return e
}

func (b *box[E]) first() E { return b.held[0] }

type thing string

func (t thing) Name() string { return string(t) } // ERROR `leaking param: t to result ~r0 level=0`
func (t thing) Size() int    { return len(t) } // ERROR `t does not escape`
func main() {
	show(1.5, thing("x"), map[string]float64{"a": 1}) // ERROR `map\[string\]float64\{\.\.\.\} does not escape`
	show(int8(2), thing("y"), nil)
}
