// vet
// Copies of inlined text: what the text itself makes is said once, and of copies alone where the first of them stand.
package main

type T struct{ a int }

var sink *T

func mk() *T {
	t := &T{1} //govm:frame
	return t
}

func keep() { t := &T{2}; sink = t } //govm:frame

//govm:noalloc
func f1() { sink = mk() }

//govm:noalloc
func f2() {
	sink = mk()
	sink = mk()
	keep()
	keep()
}

func box[E any](e E) any {
	return e //govm:frame
}

var a any

func main() {
	sink = mk()
	sink = mk()
	keep()
	keep()
	f2()
	f2()
	a = box(3000)
	a = box("x")
	for i := range 3 {
		sink = mk()
		a = box(i)
	}
}

func local(n int) *int { return &n }

func use() int {
	return *local(1)
}

func pass(f func() any) any { return f() }

func boxed(n int) any {
	return pass(func() any { return n }) //govm:frame
}

// Exit: 3
