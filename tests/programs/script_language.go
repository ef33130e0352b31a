// run

// A scripting language whose programs become Go closures: Pratt parser by tables, lexical scopes resolved to slots, first class functions,
// generators on coroutines, exceptions as values with traces, and a limit of steps.
package main

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/scanner"
)

type (
	value    any
	record   map[string]value
	list     struct{ items []value }
	native   func(*thread, ...value) value
	code     func(*frame) value // of an expression
	flow     uint8
	action   func(*frame) flow // of a statement
	function struct {
		name   string
		params int
		body   *scope
		run    action
		outer  *frame
	}
	frame struct {
		*thread
		slots  []value
		outer  *frame
		result value
		yield  func(value) bool
	}
	thread struct {
		steps, depth, deepest int
		out                   strings.Builder
	}
	thrown struct {
		value value
		at    []int
	}
)

const (
	goesOn flow = iota
	breaks
	returns
)

func (t *thrown) Error() string { return fmt.Sprintf("uncaught %s %v", show(t.value), t.at) }

var errLimit = errors.New("too many steps")

func throw(format string, args ...any) value { panic(&thrown{value: fmt.Sprintf(format, args...)}) }

type scope struct {
	names []string
	outer *scope
	size  int
}

func (s *scope) declare(name string) int {
	s.names = append(s.names, name)
	s.size = max(s.size, len(s.names))
	return len(s.names) - 1
}

func (s *scope) find(name string) (up, slot int, ok bool) {
	for ; s != nil; s, up = s.outer, up+1 {
		for i, n := range slices.Backward(s.names) {
			if n == name {
				return up, i, true
			}
		}
	}
	return
}

type parser struct {
	scanner.Scanner
	tok   rune
	text  string
	scope *scope
}

type syntaxError struct {
	scanner.Position
	msg string
}

func (e syntaxError) Error() string { return e.Position.String() + ": " + e.msg }

func (p *parser) next() string {
	last := p.text
	p.tok = p.Scan()
	p.text = p.TokenText()
	for _, pair := range [...]string{"==", "!=", "<=", ">=", "&&", "||", "=>"} {
		if len(p.text) == 1 && p.text[0] == pair[0] && p.Peek() == rune(pair[1]) {
			p.Next()
			p.text = pair
		}
	}
	return last
}

func (p *parser) fail(format string, args ...any) {
	panic(syntaxError{p.Position, fmt.Sprintf(format, args...)})
}

func (p *parser) accept(text string) bool {
	ok := p.text == text && p.tok != scanner.String
	if ok {
		p.next()
	}
	return ok
}

func (p *parser) want(text string) {
	if !p.accept(text) {
		p.fail("want %q before %q", text, p.text)
	}
}

func (p *parser) ident() string {
	if p.tok != scanner.Ident {
		p.fail("want a name, not %s", scanner.TokenString(p.tok))
	}
	return p.next()
}

func separated[T any](p *parser, close string, each func() T) (all []T) {
	for !p.accept(close) {
		all = append(all, each())
		if p.text != close {
			p.want(",")
		}
	}
	return all
}

type operator struct {
	power int
	apply func(a, b value) value
}

func ordered(holds func(order int) bool) operator {
	return operator{4, func(a, b value) value {
		x, isText := a.(string)
		y, both := b.(string)
		if isText && both {
			return holds(strings.Compare(x, y))
		}
		return holds(int(max(-1, min(1, (number(a)-number(b))*1e9))))
	}}
}

func numeric(power int, f func(a, b float64) float64) operator {
	return operator{power, func(a, b value) value { return f(number(a), number(b)) }}
}

func number(v value) float64 {
	n, ok := v.(float64)
	if !ok {
		throw("%s is not a number", typeName(v))
	}
	return n
}

var operators = map[string]operator{
	"==": {3, func(a, b value) value { return a == b }},
	"!=": {3, func(a, b value) value { return a != b }},
	"<":  ordered(func(order int) bool { return order < 0 }),
	"<=": ordered(func(order int) bool { return order <= 0 }),
	">":  ordered(func(order int) bool { return order > 0 }),
	">=": ordered(func(order int) bool { return order >= 0 }),
	"-":  numeric(5, func(a, b float64) float64 { return a - b }),
	"*":  numeric(6, func(a, b float64) float64 { return a * b }),
	"/":  numeric(6, func(a, b float64) float64 { return a / b }),
	"%":  numeric(6, func(a, b float64) float64 { return float64(int(a) % int(b)) }),
	"+": {5, func(a, b value) value {
		if s, ok := a.(string); ok {
			return s + show(b)
		}
		return number(a) + number(b)
	}},
}

func (p *parser) function(name string) code {
	inner := &scope{outer: p.scope}
	p.want("(")
	params := separated(p, ")", p.ident)
	for _, n := range params {
		inner.declare(n)
	}
	p.scope = inner
	defer func() { p.scope = inner.outer }()
	var body action
	if p.accept("=>") {
		v := p.expression(0)
		body = func(f *frame) flow { f.result = v(f); return returns }
	} else {
		body = p.block()
	}
	return func(f *frame) value { return &function{name, len(params), inner, body, f} }
}

func constant(v value) code { return func(*frame) value { return v } }

func (p *parser) primary() code {
	tok := p.tok
	switch text := p.next(); {
	case tok == scanner.Int || tok == scanner.Float:
		n, err := strconv.ParseFloat(text, 64)
		if err != nil {
			p.fail("%v", err)
		}
		return constant(n)
	case tok == scanner.String:
		s, _ := strconv.Unquote(text)
		return constant(s)
	case text == "true", text == "false":
		return constant(text == "true")
	case text == "nil":
		return constant(nil)
	case text == "fn":
		return p.function("fn" + strconv.Itoa(p.Line))
	case tok == scanner.Ident:
		up, slot, ok := p.scope.find(text)
		if !ok {
			p.fail("%s is not declared", text)
		}
		at := func(f *frame) *value {
			for range up {
				f = f.outer
			}
			return &f.slots[slot]
		}
		if p.accept("=") {
			v := p.expression(0)
			return func(f *frame) value {
				x := v(f)
				*at(f) = x
				return x
			}
		}
		return func(f *frame) value { return *at(f) }
	case text == "(":
		defer p.want(")")
		return p.expression(0)
	case text == "[":
		items := separated(p, "]", func() code { return p.expression(0) })
		return func(f *frame) value { return &list{evaluate(f, items)} }
	case text == "{":
		type field struct {
			name string
			code
		}
		fields := separated(p, "}", func() field {
			n := p.ident()
			p.want(":")
			return field{n, p.expression(0)}
		})
		return func(f *frame) value {
			r := make(record, len(fields))
			for _, x := range fields {
				r[x.name] = x.code(f)
			}
			return r
		}
	case text == "-":
		v := p.expression(7)
		return func(f *frame) value { return -number(v(f)) }
	case text == "!":
		v := p.expression(7)
		return func(f *frame) value { return !truth(v(f)) }
	default:
		p.fail("unexpected %q", text)
		panic("not reached")
	}
}

func evaluate(f *frame, codes []code) []value {
	all := make([]value, 0, len(codes))
	for _, c := range codes {
		all = append(all, c(f))
	}
	return all
}

func (p *parser) expression(power int) code {
	left := p.primary()
	for {
		a := left
		switch op, isOp := operators[p.text]; {
		case p.accept("("):
			line := p.Line
			args := separated(p, ")", func() code { return p.expression(0) })
			left = func(f *frame) value { callee := a(f); return f.call(line, callee, evaluate(f, args)...) }
		case p.text == "[" || p.text == ".":
			var index, set code
			if p.next() == "." {
				index = constant(p.ident())
			} else {
				index = p.expression(0)
				p.want("]")
			}
			if power == 0 && p.accept("=") {
				set = p.expression(0)
			}
			left = func(f *frame) value {
				of, i := a(f), index(f)
				if set == nil {
					return element(of, i)
				}
				return element(of, i, set(f))
			}
		case (p.text == "&&" || p.text == "||") && power < 2:
			and := p.next() == "&&"
			b := p.expression(2)
			left = func(f *frame) value {
				if x := a(f); truth(x) != and {
					return x
				}
				return b(f)
			}
		case isOp && op.power > power:
			p.next()
			b := p.expression(op.power)
			left = func(f *frame) value { x := a(f); return op.apply(x, b(f)) }
		default:
			return left
		}
	}
}

// element reads what is at an index, or sets it.
func element(of, i value, set ...value) value {
	switch of := of.(type) {
	case *list:
		n := number(i)
		copy(of.items[int(n):][:1], set)
		return of.items[int(n)]
	case record:
		for _, v := range set {
			of[show(i)] = v
		}
		if v, ok := of[show(i)]; ok {
			return v
		}
		return throw("no %s in %s", show(i), show(of))
	}
	return throw("%s has no elements", typeName(of))
}

func (p *parser) block() action {
	p.want("{")
	depth := len(p.scope.names)
	var all []action
	for !p.accept("}") {
		all = append(all, p.statement())
	}
	p.scope.names = p.scope.names[:depth]
	return sequence(all)
}

func sequence(all []action) action {
	return func(f *frame) flow {
		for _, a := range all {
			if f.steps++; f.steps > 20_000 {
				panic(errLimit)
			}
			if next := a(f); next != goesOn {
				return next
			}
		}
		return goesOn
	}
}

func (p *parser) statement() action {
	defer p.accept(";")
	switch {
	case p.text == "let" || p.text == "def":
		var v code
		var slot int
		if p.next() == "def" {
			name := p.ident()
			slot = p.scope.declare(name)
			v = p.function(name)
		} else {
			name := p.ident()
			p.want("=")
			v = p.expression(0)
			slot = p.scope.declare(name)
		}
		return func(f *frame) flow { f.slots[slot] = v(f); return goesOn }
	case p.accept("if"):
		cond, then := p.expression(0), p.block()
		otherwise := action(func(*frame) flow { return goesOn })
		if p.accept("else") {
			otherwise = p.block()
		}
		return func(f *frame) flow {
			if truth(cond(f)) {
				return then(f)
			}
			return otherwise(f)
		}
	case p.accept("for"):
		name := p.ident()
		p.want("in")
		over := p.expression(0)
		slot := p.scope.declare(name)
		body := p.block()
		p.scope.names = p.scope.names[:slot]
		return func(f *frame) flow {
			for v := range f.elements(over(f)) {
				f.slots[slot] = v
				switch body(f) {
				case breaks:
					return goesOn
				case returns:
					return returns
				}
			}
			return goesOn
		}
	case p.accept("return"):
		v := p.expression(0)
		return func(f *frame) flow { f.result = v(f); return returns }
	case p.accept("throw"):
		v := p.expression(0)
		return func(f *frame) flow { panic(&thrown{value: v(f)}) }
	case p.accept("yield"):
		v := p.expression(0)
		return func(f *frame) flow {
			if f.yield == nil {
				throw("yield outside of a generator")
			}
			if !f.yield(v(f)) {
				return returns
			}
			return goesOn
		}
	case p.accept("break"):
		return func(*frame) flow { return breaks }
	case p.accept("try"):
		body := p.block()
		p.want("catch")
		slot := p.scope.declare(p.ident())
		handler := p.block()
		return func(f *frame) flow {
			next, err := attempt(func() flow { return body(f) })
			if err == nil {
				return next
			}
			f.slots[slot] = err.value
			return handler(f)
		}
	}
	v := p.expression(0)
	return func(f *frame) flow { v(f); return goesOn }
}

// attempt runs f; what is thrown in it and what Go's run-time has to say become errors.
func attempt[T any](f func() T) (result T, err *thrown) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *thrown:
			err = e
		case interface {
			error
			RuntimeError()
		}:
			err = &thrown{value: strings.TrimPrefix(e.Error(), "runtime error: ")}
		default:
			panic(e)
		}
	}()
	return f(), nil
}

func (t *thread) frame(fn *function, args []value) *frame {
	if len(args) != fn.params {
		throw("%s takes %d arguments, not %d", fn.name, fn.params, len(args))
	}
	return &frame{thread: t, slots: append(args, make([]value, fn.body.size-len(args))...), outer: fn.outer}
}

func (t *thread) call(line int, callee value, args ...value) value {
	v, err := attempt(func() value {
		switch fn := callee.(type) {
		case native:
			return fn(t, args...)
		case *function:
			if t.depth > 50 {
				throw("too deep")
			}
			t.depth++
			t.deepest = max(t.deepest, t.depth)
			defer func() { t.depth-- }()
			f := t.frame(fn, args)
			fn.run(f)
			return f.result
		}
		return throw("%s is not a function", typeName(callee))
	})
	if err != nil {
		err.at = append(err.at, line)
		panic(err)
	}
	return v
}

// elements are those of a list, the names of a record, or what a function without parameters yields.
func (t *thread) elements(of value) iter.Seq[value] {
	return func(yield func(value) bool) {
		switch of := of.(type) {
		case *list:
			for i := 0; i < len(of.items) && yield(of.items[i]); i++ {
			}
		case record:
			for _, k := range slices.Sorted(maps.Keys(of)) {
				if !yield(k) {
					return
				}
			}
		case *function:
			f := t.frame(of, nil)
			f.yield = yield
			of.run(f)
		default:
			for i := range int(number(of)) {
				if !yield(float64(i)) {
					return
				}
			}
		}
	}
}

func truth(v value) bool { b, ok := v.(bool); return v != nil && (b || !ok) }

func typeName(v value) string {
	switch v.(type) {
	case nil:
		return "nil"
	case *list, record:
		return strings.TrimLeft(fmt.Sprintf("%T", v), "*main.")
	case *function, native:
		return "function"
	}
	return fmt.Sprintf("%T", v)
}

func show(v value) string {
	var b strings.Builder
	switch v := v.(type) {
	case nil:
		return "nil"
	case *list:
		for _, x := range v.items {
			fmt.Fprint(&b, " ", show(x))
		}
		return "[" + strings.TrimSpace(b.String()) + "]"
	case record:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			b.WriteString(" " + k + ":" + show(v[k]))
		}
		return "{" + strings.TrimSpace(b.String()) + "}"
	case *function:
		return v.name + "/" + strconv.Itoa(v.params)
	}
	return fmt.Sprint(v)
}

var library = map[string]native{
	"print": func(t *thread, args ...value) value {
		for i, a := range args {
			t.out.WriteString([]string{"", " "}[min(i, 1)] + show(a))
		}
		return t.out.WriteByte('\n')
	},
	"push": func(_ *thread, args ...value) value {
		l := args[0].(*list)
		l.items = append(l.items, args[1:]...)
		return l
	},
	// zip takes turns between two sequences, one of them a coroutine.
	"zip": func(t *thread, args ...value) value {
		var out list
		next, stop := iter.Pull(t.elements(args[1]))
		defer stop()
		for a := range t.elements(args[0]) {
			b, ok := next()
			if !ok {
				break
			}
			out.items = append(out.items, &list{[]value{a, b}})
		}
		return &out
	},
	"type": func(_ *thread, args ...value) value { return typeName(args[0]) },
}

func compile(src string) (run action, globals *frame, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case syntaxError:
			err = e
		default:
			panic(e)
		}
	}()
	p := &parser{scope: &scope{}}
	p.Init(strings.NewReader(src))
	p.Error = func(s *scanner.Scanner, msg string) { panic(syntaxError{s.Pos(), msg}) }
	globals = &frame{thread: &thread{}}
	for _, name := range slices.Sorted(maps.Keys(library)) {
		p.scope.declare(name)
		globals.slots = append(globals.slots, library[name])
	}
	p.next()
	var all []action
	for p.tok != scanner.EOF {
		all = append(all, p.statement())
	}
	globals.slots = append(globals.slots, make([]value, p.scope.size)...)
	return sequence(all), globals, nil
}

var scripts = [...]struct{ name, text string }{
	{"closures", `
def counter(start) { let n = start; return fn() { n = n + 1; return n } }
let a = counter(10) let b = counter(100)
print(a(), a(), b(), a())
def compose(f, g) { return fn(x) => f(g(x)) }
print(compose(fn(x) => x * 2, fn(x) => x + 1)(20), compose)
let fs = []
for i in 4 { let j = i * i; push(fs, fn() => j) }
for f in fs { print(f()) break }
`},
	{"recursion", `
def fib(n) { if n < 2 { return n } return fib(n - 1) + fib(n - 2) }
def even(n) { if n == 0 { return true } return !even(n - 1) }
print(fib(12), even(31), 2 + 3 * 4 - -1, (2 + 3) * 4 % 7, 7 / 2, "a" + 1 + nil)
print(nil || "default", false && print("no"), "b" > "a", 1 <= 1, 0.5 != 1, !0)
`},
	{"generators", `
def naturals() { let i = 0; for forever in fn() { for x in 100 { yield x } } { yield i; i = i + 1 } }
for n in naturals { if n > 2 { break } print("n", n) }
let squares = fn() { for n in naturals { yield n * n } }
print(zip(squares, ["a", "b", "c"]), zip(["p", "q"], squares), zip({x: 1, y: 2}, 3))
`},
	{"records", `
let account = {owner: "ann", balance: 10, log: []}
def draw(acc, n) {
	if n > acc.balance { throw {kind: "overdrawn", by: n - acc.balance} }
	acc.balance = acc.balance - n
	push(acc.log, n)
	return acc
}
try { draw(account, 4) draw(account, 9) print("not reached") } catch e { print("caught", e, e.kind) }
account["owner"] = account.owner + "e"
print(account, type(account), type(account.log), type(draw), account.log[0])
try { account.missing } catch e { print(e) }
try { [1, 2][2] } catch e { print(e) }
try { draw(account) } catch e { print(e) }
try { print(1 % 0) } catch e { print(e) }
try { "x"() } catch e { print(e) }
try { -"x" } catch e { print(e) }
try { push(1, 2) } catch e { print(e) }
try { print(account == account) } catch e { print(e) }
`},
	{"uncaught", "def f(n) {\n if n == 0 { throw \"bottom\" }\n return f(n - 1)\n}\nf(3)\n"},
	{"deep", "def f(n) => f(n + 1)\ntry { f(0) } catch e { print(e) }"},
	{"endless", "try { for a in 1000 { for b in 1000 { let c = a * b } } } catch e { print(e) }"},
	{"lost", "yield 1"},
	{"syntax", "let a = (1 + \n 2"},
	{"unknown", "print(undeclared)"},
	{"text", "print(\"open\n)"},
	{"name", "let 5 = 6"},
	{"stray", "1 + * 2"},
}

func main() {
	for _, s := range scripts {
		fmt.Printf("== %s\n", s.name)
		run, f, err := compile(s.text)
		if err != nil {
			fmt.Println("syntax:", err)
			continue
		}
		func() {
			defer func() {
				if e := recover(); e != nil {
					fmt.Println("error:", e)
				}
			}()
			defer func() { fmt.Print(f.out.String()) }()
			run(f)
		}()
		fmt.Printf("-- %d steps, depth %d\n", f.steps, f.deepest)
	}
}

// Output:
// == closures
// 11 12 101 13
// 42 compose/2
// 9
// -- 32 steps, depth 2
// == recursion
// 144 false 15 6 3.5 a1nil
// default false true true true false
// -- 998 steps, depth 32
// == generators
// n 0
// n 1
// n 2
// [[0 a] [1 b] [4 c]] [[p 0] [q 1]] [[x 0] [y 1]]
// -- 56 steps, depth 0
// == records
// caught {by:3 kind:overdrawn} overdrawn
// {balance:6 log:[4] owner:anne} record list function 4
// no missing in {balance:6 log:[4] owner:anne}
// slice bounds out of range [:1] with capacity 0
// draw takes 2 arguments, not 1
// integer divide by zero
// string is not a function
// string is not a number
// interface conversion: main.value is float64, not *main.list
// comparing uncomparable type main.record
// -- 38 steps, depth 1
// == uncaught
// error: uncaught bottom [3 3 3 5]
// -- 10 steps, depth 4
// == deep
// too deep
// -- 4 steps, depth 51
// == endless
// error: too many steps
// -- 20001 steps, depth 0
// == lost
// error: uncaught yield outside of a generator []
// -- 1 steps, depth 0
// == syntax
// syntax: <input>:2:3: want ")" before ""
// == unknown
// syntax: <input>:1:17: undeclared is not declared
// == text
// syntax: <input>:1:12: literal not terminated
// == name
// syntax: <input>:1:5: want a name, not Int
// == stray
// syntax: <input>:1:7: unexpected "*"
