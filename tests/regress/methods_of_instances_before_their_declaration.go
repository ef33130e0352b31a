// run
// Methods of instances that initialisers name before the generic type is declared.
package main

import "fmt"

var a = P[int]{}.B()
var b = f(P[string]{"x"})

func f[T any](p P[T]) T { return p.get() }

type Q struct{ P[int] }

var c = Q{P[int]{7}}.get()
var d = (*P[int]).set
var e = interface{ get() int }(P[int]{9}).get()

type P[T any] struct{ v T }

func (p P[T]) get() T   { return p.v }
func (p *P[T]) set(v T) { p.v = v }
func (p P[T]) B() (r string) {
	defer func() { r += "B" }()
	return "A"
}

func main() {
	q := P[int]{1}
	d(&q, 5)
	fmt.Println(a, b, c, q.v, e)
}

// Output:
// AB x 7 5 9
