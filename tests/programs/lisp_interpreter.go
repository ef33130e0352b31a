// run

// A small Lisp: reader, environments, closures, tail calls by trampolining, macros by quasi-quotation, errors by panic and recover.
package main

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

type Value interface{}

type Symbol string

type Pair struct{ Car, Cdr Value }

type Nil struct{}

type Builtin struct {
	Name string
	Call func(args []Value) Value
}

type Lambda struct {
	Params  []Symbol
	Rest    Symbol
	Body    Value
	Env     *Env
	IsMacro bool
}

type Env struct {
	vars  map[Symbol]Value
	outer *Env
}

type LispError struct {
	Kind string
	Args []Value
}

func (e *LispError) Error() string {
	var parts []string
	for _, a := range e.Args {
		parts = append(parts, Show(a))
	}
	return e.Kind + ": " + strings.Join(parts, " ")
}

var ErrIncomplete = errors.New("incomplete input")

func fail(kind string, args ...Value) Value { panic(&LispError{kind, args}) }

func (e *Env) find(s Symbol) *Env {
	for at := e; at != nil; at = at.outer {
		if _, ok := at.vars[s]; ok {
			return at
		}
	}
	return nil
}

func (e *Env) Get(s Symbol) Value {
	if at := e.find(s); at != nil {
		return at.vars[s]
	}
	return fail("unbound", s)
}

type reader struct {
	text []rune
	at   int
}

func (r *reader) space() {
	for r.at < len(r.text) {
		switch c := r.text[r.at]; {
		case unicode.IsSpace(c):
			r.at++
		case c == ';':
			for r.at < len(r.text) && r.text[r.at] != '\n' {
				r.at++
			}
		default:
			return
		}
	}
}

func (r *reader) read() (v Value, err error) {
	r.space()
	if r.at >= len(r.text) {
		return nil, ErrIncomplete
	}
	c := r.text[r.at]
	quotes := map[rune]Symbol{'\'': "quote", '`': "quasiquote", ',': "unquote"}
	if name, ok := quotes[c]; ok {
		r.at++
		inner, err := r.read()
		if err != nil {
			return nil, fmt.Errorf("after %q: %w", c, err)
		}
		return list(name, inner), nil
	}
	switch c {
	case '(':
		r.at++
		var items []Value
		for {
			r.space()
			if r.at >= len(r.text) {
				return nil, fmt.Errorf("list of %d: %w", len(items), ErrIncomplete)
			}
			if r.text[r.at] == ')' {
				r.at++
				return list(items...), nil
			}
			item, err := r.read()
			if err != nil {
				return nil, err
			}
			items = append(items, item)
		}
	case ')':
		return nil, fmt.Errorf("unexpected ) at %d", r.at)
	case '"':
		start := r.at
		for r.at++; r.at < len(r.text) && r.text[r.at] != '"'; r.at++ {
			if r.text[r.at] == '\\' {
				r.at++
			}
		}
		if r.at >= len(r.text) {
			return nil, ErrIncomplete
		}
		r.at++
		return strconv.Unquote(string(r.text[start:r.at]))
	}
	start := r.at
	for r.at < len(r.text) && !unicode.IsSpace(r.text[r.at]) && !strings.ContainsRune("()'`,;\"", r.text[r.at]) {
		r.at++
	}
	word := string(r.text[start:r.at])
	if n, err := strconv.ParseInt(word, 0, 64); err == nil {
		return n, nil
	} else if errors.Is(err, strconv.ErrRange) {
		return nil, err
	}
	if f, err := strconv.ParseFloat(word, 64); err == nil {
		return f, nil
	}
	switch word {
	case "#t":
		return true, nil
	case "#f":
		return false, nil
	}
	return Symbol(word), nil
}

func list(items ...Value) Value {
	var out Value = Nil{}
	for i := len(items) - 1; i >= 0; i-- {
		out = &Pair{items[i], out}
	}
	return out
}

func slice(v Value) (out []Value) {
	for {
		switch p := v.(type) {
		case Nil:
			return out
		case *Pair:
			out = append(out, p.Car)
			v = p.Cdr
		default:
			fail("improper", v)
		}
	}
}

func Show(v Value) string {
	switch v := v.(type) {
	case nil:
		return "#void"
	case Nil:
		return "()"
	case bool:
		if v {
			return "#t"
		}
		return "#f"
	case string:
		return strconv.Quote(v)
	case *Pair:
		var b strings.Builder
		b.WriteByte('(')
		for {
			b.WriteString(Show(v.Car))
			next, ok := v.Cdr.(*Pair)
			if !ok {
				if _, end := v.Cdr.(Nil); !end {
					b.WriteString(" . " + Show(v.Cdr))
				}
				break
			}
			b.WriteByte(' ')
			v = next
		}
		b.WriteByte(')')
		return b.String()
	case *Lambda:
		return fmt.Sprintf("#<lambda/%d>", len(v.Params))
	case Builtin:
		return "#<" + v.Name + ">"
	}
	return fmt.Sprint(v)
}

func truthy(v Value) bool { b, ok := v.(bool); return !ok || b }

func bind(l *Lambda, args []Value) *Env {
	if len(args) < len(l.Params) || (l.Rest == "" && len(args) > len(l.Params)) {
		fail("arity", int64(len(l.Params)), int64(len(args)))
	}
	env := &Env{map[Symbol]Value{}, l.Env}
	for i, p := range l.Params {
		env.vars[p] = args[i]
	}
	if l.Rest != "" {
		env.vars[l.Rest] = list(args[len(l.Params):]...)
	}
	return env
}

func lambda(form []Value, env *Env) *Lambda {
	l := &Lambda{Env: env, Body: list(append([]Value{Symbol("begin")}, form[1:]...)...)}
	at := form[0]
	for {
		switch p := at.(type) {
		case *Pair:
			l.Params = append(l.Params, p.Car.(Symbol))
			at = p.Cdr
			if len(l.Params) >= 2 && l.Params[len(l.Params)-2] == "&" {
				l.Rest = l.Params[len(l.Params)-1]
				l.Params = l.Params[:len(l.Params)-2]
			}
			continue
		case Nil:
		}
		return l
	}
}

func quasi(v Value, env *Env) Value {
	p, ok := v.(*Pair)
	if !ok {
		return v
	}
	if p.Car == Symbol("unquote") {
		return Eval(p.Cdr.(*Pair).Car, env)
	}
	return &Pair{quasi(p.Car, env), quasi(p.Cdr, env)}
}

func Eval(v Value, env *Env) Value {
	for {
		switch at := v.(type) {
		case Symbol:
			return env.Get(at)
		case *Pair:
			if s, ok := at.Car.(Symbol); ok {
				form := slice(at.Cdr)
				switch s {
				case "quote":
					return form[0]
				case "quasiquote":
					return quasi(form[0], env)
				case "if":
					switch {
					case truthy(Eval(form[0], env)):
						v = form[1]
					case len(form) > 2:
						v = form[2]
					default:
						return nil
					}
					continue
				case "define", "defmacro":
					if head, ok := form[0].(*Pair); ok {
						l := lambda(append([]Value{head.Cdr}, form[1:]...), env)
						l.IsMacro = s == "defmacro"
						env.vars[head.Car.(Symbol)] = l
					} else {
						env.vars[form[0].(Symbol)] = Eval(form[1], env)
					}
					return nil
				case "set!":
					name := form[0].(Symbol)
					target := env.find(name)
					if target == nil {
						return fail("unbound", name)
					}
					target.vars[name] = Eval(form[1], env)
					return nil
				case "lambda":
					return lambda(form, env)
				case "begin":
					for _, f := range form[:len(form)-1] {
						Eval(f, env)
					}
					v = form[len(form)-1]
					continue
				case "try":
					return try(form, env)
				}
			}
			f := Eval(at.Car, env)
			args := slice(at.Cdr)
			if l, ok := f.(*Lambda); ok && l.IsMacro {
				v = Eval(l.Body, bind(l, args))
				continue
			}
			values := make([]Value, len(args))
			for i, a := range args {
				values[i] = Eval(a, env)
			}
			switch f := f.(type) {
			case Builtin:
				return f.Call(values)
			case *Lambda:
				v, env = f.Body, bind(f, values)
				continue
			}
			return fail("not-a-function", f)
		default:
			return v
		}
	}
}

func try(form []Value, env *Env) (result Value) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *LispError:
			handler := Eval(form[1], env)
			result = Eval(list(handler, list(Symbol("quote"), Symbol(r.Kind))), env)
		default:
			panic(r)
		}
	}()
	return Eval(form[0], env)
}

type number interface{ ~int64 | ~float64 }

func fold[T number](args []T, op string) Value {
	acc := args[0]
	for _, a := range args[1:] {
		switch op {
		case "+":
			acc += a
		case "-":
			acc -= a
		case "*":
			acc *= a
		case "/":
			acc /= a
		case "<":
			if !(acc < a) {
				return false
			}
			acc = a
		}
	}
	if op == "<" {
		return true
	}
	return acc
}

func arithmetic(op string) func([]Value) Value {
	return func(args []Value) Value {
		var ints []int64
		var floats []float64
		for _, a := range args {
			switch a := a.(type) {
			case int64:
				ints = append(ints, a)
				floats = append(floats, float64(a))
			case float64:
				floats = append(floats, a)
			default:
				fail("not-a-number", a)
			}
		}
		if len(ints) == len(floats) {
			return fold(ints, op)
		}
		return fold(floats, op)
	}
}

func global() *Env {
	env := &Env{map[Symbol]Value{}, nil}
	add := func(name string, f func([]Value) Value) { env.vars[Symbol(name)] = Builtin{name, f} }
	for _, op := range []string{"+", "-", "*", "/", "<"} {
		add(op, arithmetic(op))
	}
	add("cons", func(a []Value) Value { return &Pair{a[0], a[1]} })
	add("car", func(a []Value) Value { return a[0].(*Pair).Car })
	add("cdr", func(a []Value) Value { return a[0].(*Pair).Cdr })
	add("null?", func(a []Value) Value { _, ok := a[0].(Nil); return ok })
	add("=", func(a []Value) Value { return a[0] == a[1] })
	add("list", func(a []Value) Value { return list(a...) })
	add("raise", func(a []Value) Value { return fail(string(a[0].(Symbol)), a[1:]...) })
	add("names", func([]Value) Value {
		var names []string
		for n := range env.vars {
			names = append(names, string(n))
		}
		sort.Strings(names)
		return strings.Join(names, " ")
	})
	return env
}

func run(text string, env *Env) (out string) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				out = fmt.Sprintf("error %v", e)
				var le *LispError
				out += fmt.Sprint(" lisp=", errors.As(e, &le))
				return
			}
			panic(r)
		}
	}()
	r := &reader{text: []rune(text)}
	for {
		v, err := r.read()
		if err == ErrIncomplete {
			return out
		}
		if err != nil {
			return "read error " + err.Error() + fmt.Sprint(" incomplete=", errors.Is(err, ErrIncomplete))
		}
		if got := Eval(v, env); got != nil {
			out += Show(got) + "\n"
		}
	}
}

func main() {
	env := global()
	for _, program := range []string{
		`(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 20) (fact 3.0)`,
		`(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 3000 0)`,
		`(define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (* x x)) '(1 2 3.5 4))`,
		`(define (counter) (define n 0) (lambda () (set! n (+ n 1)) n)) (define c (counter)) (define d (counter)) (list (c) (c) (d) (c))`,
		"(defmacro (unless c & body) `(if ,c #f ,(cons 'begin body))) (unless #f 1 2 3) (unless #t 1)",
		"(define x 5) `(a ,(+ x 1) (b ,x) \"q\\n\")",
		`(try (car 5) (lambda (e) e))`,
		`(try (raise 'boom 1 2) (lambda (e) (list 'caught e)))`,
		`(try (fact 'a) (lambda (e) e)) (raise 'final "x" 1.25 '(1 (2 . 3)))`,
		`(undefined 1)`, `((lambda (a b) a) 1)`, `(1 2)`, `(/ 1 0)`, `(car (cdr (list 1)))`,
		`(list 1 2`, `'`, `)`, `99999999999999999999`, `(names) fact car`,
	} {
		fmt.Println(">", program)
		fmt.Println(strings.TrimRight(run(program, env), "\n"))
	}
}

// Output:
// > (define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 20) (fact 3.0)
// 2432902008176640000
// 6
// > (define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 3000 0)
// 4501500
// > (define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (* x x)) '(1 2 3.5 4))
// (1 4 12.25 16)
// > (define (counter) (define n 0) (lambda () (set! n (+ n 1)) n)) (define c (counter)) (define d (counter)) (list (c) (c) (d) (c))
// (1 2 1 3)
// > (defmacro (unless c & body) `(if ,c #f ,(cons 'begin body))) (unless #f 1 2 3) (unless #t 1)
// 3
// #f
// > (define x 5) `(a ,(+ x 1) (b ,x) "q\n")
// (a 6 (b 5) "q\n")
// > (try (car 5) (lambda (e) e))
// error interface conversion: main.Value is int64, not *main.Pair lisp=false
// > (try (raise 'boom 1 2) (lambda (e) (list 'caught e)))
// (caught boom)
// > (try (fact 'a) (lambda (e) e)) (raise 'final "x" 1.25 '(1 (2 . 3)))
// error final: "x" 1.25 (1 (2 . 3)) lisp=true
// > (undefined 1)
// error unbound: undefined lisp=true
// > ((lambda (a b) a) 1)
// error arity: 2 1 lisp=true
// > (1 2)
// error not-a-function: 1 lisp=true
// > (/ 1 0)
// error runtime error: integer divide by zero lisp=false
// > (car (cdr (list 1)))
// error interface conversion: main.Value is main.Nil, not *main.Pair lisp=false
// > (list 1 2
// read error list of 3: incomplete input incomplete=true
// > '
// read error after '\'': incomplete input incomplete=true
// > )
// read error unexpected ) at 0 incomplete=false
// > 99999999999999999999
// read error strconv.ParseInt: parsing "99999999999999999999": value out of range incomplete=false
// > (names) fact car
// "* + - / < = c car cdr cons counter d fact list loop map names null? raise unless x"
// #<lambda/1>
// #<car>
