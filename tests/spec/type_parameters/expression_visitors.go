// run

// Expressions over any kind of number, with visitors, generic closures and method values of instances.
package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

type Number interface{ ~int | ~float64 | ~complex128 }

type Expr[N Number] interface {
	Eval(env Env[N]) (N, error)
	Accept(v Visitor[N])
}

type Env[N Number] map[string]N

type Visitor[N Number] interface {
	Const(N)
	Var(string)
	Binary(op byte, x, y Expr[N])
}

type constant[N Number] struct{ n N }
type variable[N Number] string
type binary[N Number] struct {
	op   byte
	x, y Expr[N]
}

func (c constant[N]) Eval(Env[N]) (N, error) { return c.n, nil }
func (c constant[N]) Accept(v Visitor[N])    { v.Const(c.n) }
func (s variable[N]) Accept(v Visitor[N])    { v.Var(string(s)) }
func (s variable[N]) Eval(env Env[N]) (n N, err error) {
	n, ok := env[string(s)]
	if !ok {
		err = fmt.Errorf("%s is not defined in %T", string(s), env)
	}
	return
}
func (b *binary[N]) Accept(v Visitor[N]) { v.Binary(b.op, b.x, b.y) }
func (b *binary[N]) Eval(env Env[N]) (n N, err error) {
	x, err := b.x.Eval(env)
	if err != nil {
		return
	}
	y, err := b.y.Eval(env)
	if err != nil {
		return
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v: %v", b.op, r)
		}
	}()
	return operators[N]()[b.op](x, y), nil
}

func operators[N Number]() map[byte]func(x, y N) N {
	return map[byte]func(x, y N) N{
		'+': func(x, y N) N { return x + y },
		'-': func(x, y N) N { return x - y },
		'*': func(x, y N) N { return x * y },
		'/': func(x, y N) N { return x / y },
	}
}

type printer[N Number] struct {
	strings.Builder
	depth int
}

func (p *printer[N]) Const(n N)    { fmt.Fprint(p, n) }
func (p *printer[N]) Var(s string) { p.WriteString(s) }
func (p *printer[N]) Binary(op byte, x, y Expr[N]) {
	p.depth++
	p.WriteByte('(')
	x.Accept(p)
	p.WriteByte(op)
	y.Accept(p)
	p.WriteByte(')')
}

type collector[N Number] struct {
	vars   map[string]int
	consts []N
}

func (c *collector[N]) Const(n N)    { c.consts = append(c.consts, n) }
func (c *collector[N]) Var(s string) { c.vars[s]++ }
func (c *collector[N]) Binary(_ byte, x, y Expr[N]) {
	for _, e := range []Expr[N]{x, y} {
		e.Accept(c)
	}
}

// parse reads prefix notation: "+ x * 2 y".
func parse[N Number](words []string, number func(string) (N, bool)) (Expr[N], []string) {
	w := words[0]
	words = words[1:]
	if strings.Contains("+-*/", w) {
		var x, y Expr[N]
		x, words = parse(words, number)
		y, words = parse(words, number)
		return &binary[N]{w[0], x, y}, words
	}
	if n, ok := number(w); ok {
		return constant[N]{n}, words
	}
	return variable[N](w), words
}

func scan[N Number](s string) (n N, ok bool) {
	_, err := fmt.Sscan(s, &n)
	return n, err == nil
}

func show[N Number](text string, env Env[N]) {
	e, _ := parse(strings.Fields(text), scan[N])
	p := &printer[N]{}
	e.Accept(p)
	c := &collector[N]{vars: map[string]int{}}
	e.Accept(c)
	n, err := e.Eval(env)
	fmt.Println(p, p.depth, slices.Sorted(maps.Keys(c.vars)), c.consts, n, err)
}

type thunk[N Number] func(Env[N]) (N, error)

func main() {
	show("+ x * 2 y", Env[int]{"x": 3, "y": 4})
	show("+ x * 2.5 y", Env[float64]{"x": 3, "y": 4})
	show("* x x", Env[complex128]{"x": 1i})
	show("/ 7 - x x", Env[int]{"x": 1})
	show("/ 7 - x x", Env[float64]{"x": 1})
	show("- a b", Env[float64]{"a": 1})
	e, _ := parse(strings.Fields("* n n"), scan[int])
	thunks := []thunk[int]{e.Eval, constant[int]{7}.Eval, variable[int]("n").Eval, (&binary[int]{'-', e, constant[int]{1}}).Eval}
	for _, t := range thunks {
		fmt.Print(t(Env[int]{"n": 9}))
		fmt.Print("; ")
	}
	eval := (*binary[int]).Eval
	fmt.Println(eval(e.(*binary[int]), Env[int]{"n": -3}))
	fmt.Printf("%T %T %T\n", e, thunks[0], operators[float64])
}

// Output:
// (x+(2*y)) 2 [x y] [2] 11 <nil>
// (x+(2.5*y)) 2 [x y] [2.5] 13 <nil>
// (x*x) 1 [x] [] (-1+0i) <nil>
// (7/(x-x)) 2 [x] [7] 0 47: runtime error: integer divide by zero
// (7/(x-x)) 2 [x] [7] +Inf <nil>
// (a-b) 1 [a b] [] 0 b is not defined in main.Env[float64]
// 81 <nil>; 7 <nil>; 9 <nil>; 80 <nil>; 9 <nil>
// *main.binary[int] main.thunk[int] func() map[uint8]func(float64, float64) float64
