// errorcheck
package main

type number interface{ ~int | ~float64 }
type plain interface{ int }
type method interface{ m() }
type defined int
type alias[T any] = []T
type pair[A, B any] struct {
	a A
	b B
}

func (pair[A]) few()      {} // ERROR `receiver declares 1 type parameter, but receiver base type declares 2`
func (pair[A, B, C]) many() {} // ERROR `receiver declares 3 type parameters, but receiver base type declares 2`
func (defined[T]) none()  {} // ERROR `defined is not a generic type`
func (alias[T]) generic() {} // ERROR `cannot define new methods on generic alias type alias\[T any\]`
type (
	overlap interface{ int | ~int } // ERROR `overlapping terms ~int and int`
	tilde   interface{ ~defined } // ERROR `invalid use of ~ \(underlying type of defined is int\)`
	meth    interface{ int | method } // ERROR `cannot use main\.method in union \(main\.method contains methods\)`
	comp    interface{ int | comparable } // ERROR `cannot use comparable in union`
	param[T any] interface{ T } // ERROR `term cannot be a type parameter`
	term[T any]  interface{ ~T | int } // ERROR `type in term ~T cannot be a type parameter`
	bound[T any, U T] struct{} // ERROR `cannot use a type parameter as constraint`
)

type def[T any] T // ERROR `cannot use a type parameter as RHS in type declaration`
var (
	_ number // ERROR `cannot use type number outside a type constraint: interface contains type constraints`
	_ comparable // ERROR `cannot use type comparable outside a type constraint: interface is \(or embeds\) comparable`
	_ pair // ERROR `cannot use generic type pair\[A, B any\] without instantiation`
	_ pair[int] // ERROR `not enough type arguments for type pair: have 1, want 2`
	_ pair[int, int, int] // ERROR `too many type arguments for type pair: have 3, want 2`
	_ pair[int, undefined] // ERROR `undefined: undefined`
	_ defined[int] // ERROR `invalid operation: defined\[int\] \(defined is not a generic type\)`
)

func sum[T number](x ...T) (s T) { return s }

func only[T plain](x T) {}

func ordered[K comparable, V any](m map[K]V) {}

func endless[T any]() { endless[*T]() }

func main() {
	_ = sum[string] // ERROR `string does not satisfy number \(string missing in ~int \| ~float64\)`
	_ = sum("a") // ERROR `string does not satisfy number \(string missing in ~int \| ~float64\)`
	_ = sum() // ERROR `in call to sum, cannot infer T \(declared at \./constraints_are_checked\.go:39:10\)`
	_ = sum[int, int] // ERROR `got 2 type arguments but want 1`
	_ = sum // ERROR `cannot use generic function sum without instantiation`
	_ = sum(1, 2.5)
	only(defined(1)) // ERROR `defined does not satisfy plain \(possibly missing ~ for int in plain\)`
	ordered[func(), int](nil) // ERROR `func\(\) does not satisfy comparable`
	var _ pair[int, int] = pair[int, string]{} // ERROR `cannot use pair\[int, string\]\{\} \(value of struct type pair\[int, string\]\) as pair\[int, int\] value in variable declaration`
	_ = number(1) // ERROR `cannot use interface number in conversion \(contains specific type constraints or is comparable\)`
	var i interface{ m() } = defined(1) // ERROR `cannot use defined\(1\) \(constant 1 of int type defined\) as interface\{m\(\)\} value in variable declaration: defined does not implement interface\{m\(\)\} \(missing method m\)`
	_ = i.(defined) // ERROR `impossible type assertion: i\.\(defined\)`
	switch i.(type) {
	case defined, *defined: // ERROR `impossible type switch case: defined` `impossible type switch case: \*defined`
	case method, method: // ERROR `duplicate case method in type switch`
	}
	_ = undefined[int] // ERROR `undefined: undefined`
}
