// errorcheck
// Messages print the type parameters of generic functions, and where those are declared that are named as a predeclared type.
package main

type S[T any] struct{ v T }

func (s *S[int]) n() { var i int = 3; _ = i } // ERROR `cannot use 3 \(untyped int constant\) as int /\* with int declared at \./messages_name_type_parameters\.go:7:12 \*/ value in variable declaration`
func two[A, B any](a A, b B) {}

func H[T any](f func(T) T) {}

func id[T any](x T) T { return x }

func F[A any, P ~func(A) A](f P) {}

type G struct{}

func (G) M[U any](x U) U { return x }

func convert[P any](p string) { _ = (*P)(p) } // ERROR `cannot convert p \(variable of type string\) to type \*P: string does not implement \*P \(type \*P is pointer to type parameter, not type parameter\)`
type I interface{ m() }

func main() {
	H(two) // ERROR `in call to H, type func\[A, B any\]\(a A, b B\) of two does not match func\(T\) T \(cannot infer T, A, and B\)`
	id[int](id) // ERROR `in call to id\[int\], type func\[T any\]\(x T\) T of id does not match int \(cannot infer T\)`
	F(two) // ERROR `in call to F, P \(type func\[A, B any\]\(a A, b B\)\) does not satisfy ~func\(A\) A`
	var g G
	var f func(int) string = id // ERROR `inferred type func\(x int\) int for func\(x T\) T does not match type func\(int\) string of f`
	var h func(int) string = g.M // ERROR `inferred type func\(x int\) int for func\(x U\) U does not match type func\(int\) string of h`
	var i func(int) string = (g). // ERROR `inferred type func\(x int\) int for func\(x U\) U does not match type func\(int\) string of i`
		M
	_, _, _ = f, h, i
	_ = (*I)("a") // ERROR `cannot convert "a" \(untyped string constant\) to type \*I`
	var p *I = "b" // ERROR `declared and not used: p` `cannot use "b" \(untyped string constant\) as \*I value in variable declaration`
}
