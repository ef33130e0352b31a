// errorcheck -m
// Values of functions and methods that need a dictionary are function literals, which calls expand.
package main

type L[T any] []T

func (l L[T]) M(x T) T        { return l[0] } // ERROR `can inline L\[go\.shape\.string\]\.M` `can inline L\[go\.shape\.int\]\.M` `can inline L\[int\]\.M` `can inline L\[main\.s\]\.M` `inlining call to L\[go\.shape\.int\]\.M` `inlining call to L\[go\.shape\.string\]\.M`
func (l *L[T]) P(x T)         { *l = append(*l, x) } // ERROR `can inline \(\*L\[go\.shape\.string\]\)\.P` `can inline \(\*L\[go\.shape\.int\]\)\.P` `can inline \(\*L\[int\]\)\.P` `can inline \(\*L\[main\.s\]\)\.P` `inlining call to \(\*L\[go\.shape\.int\]\)\.P` `inlining call to \(\*L\[go\.shape\.string\]\)\.P` `append escapes to heap`
func id[T any](x T) T         { return x } // ERROR `can inline id\[go\.shape\.string\]` `can inline id\[go\.shape\.int\]` `can inline id\[int\]` `inlining call to id\[go\.shape\.int\]`
func use(f func(int) int) int { return f(1) } // ERROR `can inline use` `f does not escape`
type S interface{ String() string }

func gen[T S](x T, l L[T]) int { // ERROR `can inline gen\[main\.s\]`
	f := x.String // ERROR `can inline gen\[go\.shape\.string\]\.func1`
	_ = f() // ERROR `inlining call to gen\[go\.shape\.string\]\.func1`
	g := l.M // ERROR `can inline gen\[go\.shape\.string\]\.func2` `inlining call to L\[go\.shape\.string\]\.M`
	h := l.P // ERROR `can inline gen\[go\.shape\.string\]\.func3` `inlining call to \(\*L\[go\.shape\.string\]\)\.P` `append escapes to heap`
	h(g(x)) // ERROR `inlining call to gen\[go\.shape\.string\]\.func2` `inlining call to gen\[go\.shape\.string\]\.func3`
	k := id[T] // ERROR `can inline gen\[go\.shape\.string\]\.func4` `inlining call to id\[go\.shape\.string\]`
	k(x) // ERROR `inlining call to gen\[go\.shape\.string\]\.func4`
	m := T.String
	m(x)
	n := L[T].M // ERROR `can inline gen\[go\.shape\.string\]\.func5` `inlining call to L\[go\.shape\.string\]\.M`
	n(l, x) // ERROR `inlining call to gen\[go\.shape\.string\]\.func5`
	o := (*L[T]).P // ERROR `can inline gen\[go\.shape\.string\]\.func6` `inlining call to \(\*L\[go\.shape\.string\]\)\.P` `append escapes to heap`
	o(&l, x) // ERROR `inlining call to gen\[go\.shape\.string\]\.func6`
	p := (*L[T]).M // ERROR `can inline gen\[go\.shape\.string\]\.func7` `inlining call to L\[go\.shape\.string\]\.M`
	p(&l, x) // ERROR `inlining call to gen\[go\.shape\.string\]\.func7`
	return 0
}

type s string

func (s s) String() string { return string(s) } // ERROR `can inline s\.String` `leaking param: s to result ~r0 level=0`
type G struct{}

func (g *G) F[T any](x T) T { return x } // ERROR `can inline \(\*G\)\.F\[go\.shape\.int\]` `can inline \(\*G\)\.F\[go\.shape\.string\]`
type E struct{ *L[int] }

func main() {
	gen(s("a"), L[s]{"x"}) // ERROR `L\[main\.s\]\{\.\.\.\} escapes to heap`
	l := L[int]{1} // ERROR `L\[int\]\{\.\.\.\} escapes to heap`
	f := l.M // ERROR `l\.M does not escape`
	f(1)
	h := l.P // ERROR `l\.P does not escape`
	h(2)
	k := id[int]
	use(k) // ERROR `inlining call to use` `inlining call to id\[int\]` `inlining call to id\[go\.shape\.int\]`
	n := L[int].M
	n(l, 1) // ERROR `inlining call to L\[int\]\.M` `inlining call to L\[go\.shape\.int\]\.M`
	g := &G{} // ERROR `&G\{\} does not escape`
	q := g.F[int] // ERROR `can inline main\.func1` `inlining call to \(\*G\)\.F\[go\.shape\.int\]`
	use(q) // ERROR `inlining call to use` `inlining call to main\.func1`
	r := (*G).F[string] // ERROR `can inline main\.func2` `inlining call to \(\*G\)\.F\[go\.shape\.string\]`
	r(g, "a") // ERROR `inlining call to main\.func2`
	t := E.P
	t(E{&l}, 3)
	println(f(2))
}
