// run

// A template language: lexer as state functions over a channel-free queue, a tree of nodes, filters looked up by reflection on
// methods, scopes by maps and struct fields, errors that carry lines.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
)

type kind int

const (
	text kind = iota
	open
	word
	str
	pipe
	closing
	eof
)

//go:generate stringer -type kind
func (k kind) String() string {
	return [...]string{text: "text", open: "{{", word: "word", str: "string", pipe: "|", closing: "}}", eof: "end"}[k]
}

type token struct {
	kind
	value string
	line  int
}

type lexer struct {
	input  string
	start  int
	at     int
	line   int
	tokens []token
	err    error
}

type state func(*lexer) state

func (l *lexer) emit(k kind) {
	v := l.input[l.start:l.at]
	l.tokens = append(l.tokens, token{k, v, l.line})
	l.line += strings.Count(v, "\n")
	l.start = l.at
}

func lexText(l *lexer) state {
	i := strings.Index(l.input[l.at:], "{{")
	if i < 0 {
		l.at = len(l.input)
	} else {
		l.at += i
	}
	if l.at > l.start {
		l.emit(text)
	}
	if i < 0 {
		l.emit(eof)
		return nil
	}
	l.at += 2
	l.emit(open)
	return lexInside
}

func lexInside(l *lexer) state {
	switch r, n := utf8.DecodeRuneInString(l.input[l.at:]); {
	case n == 0:
		return l.fail("unclosed {{")
	case strings.HasPrefix(l.input[l.at:], "}}"):
		l.at += 2
		l.emit(closing)
		return lexText
	case r == ' ' || r == '\n':
		l.at++
		if r == '\n' {
			l.line++
		}
		l.start = l.at
	case r == '|':
		l.at++
		l.emit(pipe)
	case r == '"':
		for l.at++; l.at < len(l.input) && l.input[l.at] != '"'; l.at++ {
		}
		if l.at == len(l.input) {
			return l.fail("unclosed string")
		}
		l.at++
		l.emit(str)
	default:
		for l.at < len(l.input) && !strings.ContainsAny(l.input[l.at:l.at+1], " \n|}\"") {
			l.at++
		}
		if l.at == l.start {
			return l.fail("unexpected %q", r)
		}
		l.emit(word)
	}
	return lexInside
}

type Error struct {
	Line int
	Err  error
}

func (e *Error) Error() string { return "line " + strconv.Itoa(e.Line) + ": " + e.Err.Error() }
func (e *Error) Unwrap() error { return e.Err }

func (l *lexer) fail(format string, args ...any) state {
	l.err = &Error{l.line, fmt.Errorf(format, args...)}
	return nil
}

type node interface {
	render(io.Writer, *scope) error
}

type scope struct {
	value any
	names map[string]any
	outer *scope
}

var ErrMissing = errors.New("no such name")

func (s *scope) get(path string) (any, error) {
	first, rest, _ := strings.Cut(path, ".")
	var v any
	switch {
	case first == "":
		v = s.value
	default:
		at := s
		for ; at != nil; at = at.outer {
			if found, ok := at.names[first]; ok {
				v = found
				break
			}
		}
		if at == nil {
			return nil, fmt.Errorf("%w: %s", ErrMissing, first)
		}
	}
	for rest != "" {
		first, rest, _ = strings.Cut(rest, ".")
		rv := reflect.ValueOf(v)
		if m := rv.MethodByName(first); m.IsValid() && m.Type().NumIn() == 0 {
			v = m.Call(nil)[0].Interface()
			continue
		}
		for rv.Kind() == reflect.Pointer || rv.Kind() == reflect.Interface {
			rv = rv.Elem()
		}
		switch rv.Kind() {
		case reflect.Struct:
			f := rv.FieldByName(first)
			if !f.IsValid() || !f.CanInterface() {
				return nil, fmt.Errorf("%w: %s in %s", ErrMissing, first, rv.Type())
			}
			v = f.Interface()
		case reflect.Map:
			f := rv.MapIndex(reflect.ValueOf(first).Convert(rv.Type().Key()))
			if !f.IsValid() {
				return nil, fmt.Errorf("%w: key %q", ErrMissing, first)
			}
			v = f.Interface()
		case reflect.Slice, reflect.Array:
			i, err := strconv.Atoi(first)
			if err != nil {
				return nil, err
			}
			v = rv.Index(i).Interface()
		default:
			return nil, fmt.Errorf("%s of %v", first, rv.Kind())
		}
	}
	return v, nil
}

type literal string

func (t literal) render(w io.Writer, _ *scope) error {
	_, err := io.WriteString(w, string(t))
	return err
}

type block []node

func (b block) render(w io.Writer, s *scope) error {
	for _, n := range b {
		if err := n.render(w, s); err != nil {
			return err
		}
	}
	return nil
}

type expr struct {
	line  int
	first token
	pipes [][]token
}

type Filters struct{ calls int }

func (f *Filters) Upper(s string) string             { f.calls++; return strings.ToUpper(s) }
func (f *Filters) Join(s []string, by string) string { f.calls++; return strings.Join(s, by) }
func (f *Filters) Add(n int, more int) int           { f.calls++; return n + more }
func (f *Filters) Fmt(v any, verb string) string     { f.calls++; return fmt.Sprintf(verb, v) }
func (f *Filters) Even(n int) (bool, error) {
	if n < 0 {
		return false, fmt.Errorf("negative %d", n)
	}
	return n%2 == 0, nil
}

var filters = &Filters{}

func operand(t token, s *scope) (any, error) {
	if t.kind == str {
		return strconv.Unquote(t.value)
	}
	if n, err := strconv.Atoi(t.value); err == nil {
		return n, nil
	}
	return s.get(t.value)
}

func (e *expr) eval(s *scope) (v any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
		if err != nil {
			err = &Error{e.line, err}
		}
	}()
	if v, err = operand(e.first, s); err != nil {
		return
	}
	for _, p := range e.pipes {
		m := reflect.ValueOf(filters).MethodByName(p[0].value)
		if !m.IsValid() {
			return nil, fmt.Errorf("no filter %s", p[0].value)
		}
		args := []reflect.Value{reflect.ValueOf(v)}
		for _, t := range p[1:] {
			a, err := operand(t, s)
			if err != nil {
				return nil, err
			}
			args = append(args, reflect.ValueOf(a))
		}
		out := m.Call(args)
		if len(out) == 2 && !out[1].IsNil() {
			return nil, out[1].Interface().(error)
		}
		v = out[0].Interface()
	}
	return v, nil
}

func (e *expr) render(w io.Writer, s *scope) error {
	v, err := e.eval(s)
	if err == nil {
		_, err = fmt.Fprint(w, v)
	}
	return err
}

type ifNode struct {
	cond    *expr
	yes, no block
}

func truth(v any) bool { return v != nil && !reflect.ValueOf(v).IsZero() }

func (n *ifNode) render(w io.Writer, s *scope) error {
	v, err := n.cond.eval(s)
	if err != nil && !errors.Is(err, ErrMissing) {
		return err
	}
	if truth(v) {
		return n.yes.render(w, s)
	}
	return n.no.render(w, s)
}

type eachNode struct {
	name string
	over *expr
	body block
}

func (n *eachNode) render(w io.Writer, s *scope) error {
	v, err := n.over.eval(s)
	if err != nil {
		return err
	}
	i := 0
	for _, item := range reflect.ValueOf(v).Seq2() {
		inner := &scope{s.value, map[string]any{n.name: item.Interface(), "index": i}, s}
		if err := n.body.render(w, inner); err != nil {
			return fmt.Errorf("item %d: %w", i, err)
		}
		i++
	}
	return nil
}

type parser struct {
	tokens []token
	at     int
}

func (p *parser) next() token { t := p.tokens[p.at]; p.at++; return t }

func (p *parser) expr() *expr {
	e := &expr{line: p.tokens[p.at].line, first: p.next()}
	for p.tokens[p.at].kind == pipe {
		p.next()
		var call []token
		for k := p.tokens[p.at].kind; k == word || k == str; k = p.tokens[p.at].kind {
			call = append(call, p.next())
		}
		e.pipes = append(e.pipes, call)
	}
	if t := p.next(); t.kind != closing {
		panic(&Error{t.line, fmt.Errorf("%v %q where }} should be", t.kind, t.value)})
	}
	return e
}

func (p *parser) block(ends ...string) (b block, end string) {
	for {
		switch t := p.next(); t.kind {
		case eof:
			if len(ends) > 0 {
				panic(&Error{t.line, fmt.Errorf("missing %s", strings.Join(ends, " or "))})
			}
			return b, ""
		case text:
			b = append(b, literal(t.value))
		case open:
			switch w := p.tokens[p.at].value; w {
			case "if":
				p.next()
				n := &ifNode{cond: p.expr()}
				if n.yes, end = p.block("else", "end"); end == "else" {
					n.no, _ = p.block("end")
				}
				b = append(b, n)
			case "each":
				p.next()
				n := &eachNode{name: p.next().value}
				n.over = p.expr()
				n.body, _ = p.block("end")
				b = append(b, n)
			default:
				for _, e := range ends {
					if e == w {
						p.at += 2
						return b, w
					}
				}
				b = append(b, p.expr())
			}
		}
	}
}

func parse(input string) (b block, err error) {
	l := &lexer{input: input, line: 1}
	for s := state(lexText); s != nil; {
		s = s(l)
	}
	if l.err != nil {
		return nil, l.err
	}
	defer func() {
		if r := recover(); r != nil {
			err = r.(*Error)
		}
	}()
	b, _ = (&parser{tokens: l.tokens}).block()
	return
}

type money int64

func (m money) String() string { return fmt.Sprintf("$%d.%02d", int64(m)/100, int64(m)%100) }

type item struct {
	Name   string
	Price  money
	Tags   []string
	secret int
}

func (i *item) Cheap() bool { return i.Price < 500 }

func main() {
	data := map[string]any{
		"items": []*item{{"pen", 199, []string{"red", "blue"}, 1}, {"book", 2550, nil, 2}},
		"user":  struct{ Name, Email string }{"Zoë", "z@x"},
		"m":     map[string][]int{"a": {1, 2, 3}},
		"neg":   -4,
	}
	for _, t := range []string{
		"Hello {{user.Name | Upper}}!\n{{each it items}}{{index | Add 1}}. {{it.Name}} {{it.Price}}{{if it.Cheap}} cheap{{end}}" +
			"{{if it.Tags}} ({{it.Tags | Join \", \"}}){{else}} -{{end}}\n{{end}}",
		`{{m.a.1}} {{m.a | Fmt "%03d"}} {{3 | Add 4 | Even}} {{"q" | Upper}} {{if nope}}x{{else}}none{{end}}`,
		"\n{{m.b}}", "\n\n{{user.Age}}", "{{items.5}}", "{{neg | Even}}", "{{neg | Nope}}", "{{neg | Join \"x\"}}",
		"{{each it items}}{{it.secret}}{{end}}", "a {{ b", "{{if user}}", "x {{\"abc}}", "{{user user}}", "{{neg.x}}",
	} {
		b, err := parse(t)
		if err == nil {
			err = b.render(os.Stdout, &scope{names: data})
		}
		var e *Error
		if errors.As(err, &e) {
			fmt.Printf("[%d] %v missing=%t", e.Line, err, errors.Is(err, ErrMissing))
		}
		fmt.Println()
	}
	fmt.Println(filters.calls, text, closing, fmt.Sprintf("%d %v", pipe, token{word, "w", 3}))
}

// Output:
// Hello ZOË!
// 1. pen $1.99 cheap (red, blue)
// 2. book $25.50 -
//
// 2 [001 002 003] false Q none
//
// [2] line 2: no such name: key "b" missing=true
//
//
// [3] line 3: no such name: Age in struct { Name string; Email string } missing=true
// [1] line 1: panic: reflect: slice index out of range missing=false
// [1] line 1: negative -4 missing=false
// [1] line 1: no filter Nope missing=false
// [1] line 1: panic: reflect: Call using int as type []string missing=false
// [1] item 0: line 1: no such name: secret in main.item missing=true
// [1] line 1: unclosed {{ missing=false
// [1] line 1: missing else or end missing=false
// [1] line 1: unclosed string missing=false
// [1] line 1: word "user" where }} should be missing=false
// [1] line 1: x of int missing=false
// 7 text }} 4 word
