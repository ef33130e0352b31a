// run

// A spreadsheet: a Pratt parser for formulas, references and ranges, recomputation in dependency order, cycles and errors as values,
// undo by closures, output aligned by tabwriter.
package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"
	"text/tabwriter"
)

type Ref struct {
	col byte
	row int
}

func (r Ref) String() string { return fmt.Sprintf("%c%d", r.col, r.row) }

type Expr interface {
	Eval(*Sheet) float64
	refs(visit func(Ref))
}

type (
	Num   float64
	Cell  Ref
	Range [2]Ref
	Unary struct {
		op byte
		x  Expr
	}
	Binary struct {
		op   string
		x, y Expr
	}
	Call struct {
		name string
		args []Expr
	}
)

type CellError string

func (e CellError) Error() string { return "#" + string(e) + "!" }

var (
	ErrCycle = CellError("CYCLE")
	ErrDiv   = CellError("DIV/0")
	ErrName  = CellError("NAME")
)

func (n Num) Eval(*Sheet) float64    { return float64(n) }
func (n Num) refs(func(Ref))         {}
func (c Cell) Eval(s *Sheet) float64 { return s.value(Ref(c)) }
func (c Cell) refs(v func(Ref))      { v(Ref(c)) }
func (r Range) Eval(*Sheet) float64  { panic(CellError("VALUE")) }
func (r Range) refs(v func(Ref)) {
	for c := r[0].col; c <= r[1].col; c++ {
		for row := r[0].row; row <= r[1].row; row++ {
			v(Ref{c, row})
		}
	}
}
func (u Unary) Eval(s *Sheet) float64 { return -u.x.Eval(s) }
func (u Unary) refs(v func(Ref))      { u.x.refs(v) }
func (b Binary) refs(v func(Ref))     { b.x.refs(v); b.y.refs(v) }
func (b Binary) Eval(s *Sheet) float64 {
	x, y := b.x.Eval(s), b.y.Eval(s)
	switch b.op {
	case "+":
		return x + y
	case "-":
		return x - y
	case "*":
		return x * y
	case "/":
		if y == 0 {
			panic(ErrDiv)
		}
		return x / y
	case "^":
		return math.Pow(x, y)
	case "<":
		if x < y {
			return 1
		}
	case "=":
		if x == y {
			return 1
		}
	}
	return 0
}

func (c Call) refs(v func(Ref)) {
	for _, a := range c.args {
		a.refs(v)
	}
}

var functions = map[string]func([]float64) float64{
	"SUM": func(v []float64) (t float64) {
		for _, x := range v {
			t += x
		}
		return
	},
	"MAX": func(v []float64) float64 {
		m := math.Inf(-1)
		for _, x := range v {
			m = max(m, x)
		}
		return m
	},
	"COUNT": func(v []float64) float64 { return float64(len(v)) },
}

func (c Call) Eval(s *Sheet) float64 {
	if c.name == "IF" && len(c.args) == 3 {
		if c.args[0].Eval(s) != 0 {
			return c.args[1].Eval(s)
		}
		return c.args[2].Eval(s)
	}
	f, ok := functions[c.name]
	if !ok {
		panic(ErrName)
	}
	var values []float64
	for _, a := range c.args {
		if r, ok := a.(Range); ok {
			r.refs(func(at Ref) {
				if _, set := s.cells[at]; set {
					values = append(values, s.value(at))
				}
			})
			continue
		}
		values = append(values, a.Eval(s))
	}
	return f(values)
}

type lexer struct {
	tokens []string
}

func lex(text string) *lexer {
	l := &lexer{}
	for i := 0; i < len(text); {
		j := i + 1
		isWord := func(c byte) bool { return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '.' }
		if text[i] == ' ' {
			i++
			continue
		}
		for isWord(text[i]) && j < len(text) && isWord(text[j]) {
			j++
		}
		l.tokens = append(l.tokens, text[i:j])
		i = j
	}
	return l
}

func (l *lexer) peek() string {
	if len(l.tokens) == 0 {
		return ""
	}
	return l.tokens[0]
}

func (l *lexer) next() string {
	t := l.peek()
	if t != "" {
		l.tokens = l.tokens[1:]
	}
	return t
}

var power = map[string][2]int{"<": {1, 2}, "=": {1, 2}, "+": {3, 4}, "-": {3, 4}, "*": {5, 6}, "/": {5, 6}, "^": {10, 9}}

func (l *lexer) expr(min int) Expr {
	var left Expr
	switch t := l.next(); {
	case t == "-":
		left = Unary{'-', l.expr(7)}
	case t == "(":
		left = l.expr(0)
		l.want(")")
	case t == "":
		panic(CellError("SYNTAX"))
	case l.peek() == "(":
		call := Call{name: t}
		for l.next(); l.peek() != ")"; {
			call.args = append(call.args, l.expr(0))
			if l.peek() == "," {
				l.next()
			}
		}
		l.want(")")
		left = call
	case t[0] >= 'A' && t[0] <= 'Z':
		left = Cell(ref(t))
		if l.peek() == ":" {
			l.next()
			left = Range{ref(t), ref(l.next())}
		}
	default:
		f, err := strconv.ParseFloat(t, 64)
		if err != nil {
			panic(fmt.Errorf("%w: %w", CellError("SYNTAX"), err))
		}
		left = Num(f)
	}
	for {
		bp, ok := power[l.peek()]
		if !ok || bp[0] < min {
			return left
		}
		left = Binary{l.next(), left, l.expr(bp[1])}
	}
}

func (l *lexer) want(t string) {
	if got := l.next(); got != t {
		panic(fmt.Errorf("%w: %q for %q", CellError("SYNTAX"), got, t))
	}
}

func ref(t string) Ref {
	row, err := strconv.Atoi(t[1:])
	if err != nil {
		panic(ErrName)
	}
	return Ref{t[0], row}
}

type content struct {
	text  string
	expr  Expr
	err   error
	value *float64
	busy  bool
}

type Sheet struct {
	cells   map[Ref]*content
	undo    []func()
	evals   int
	readers map[Ref]map[Ref]bool
}

func (s *Sheet) value(r Ref) float64 {
	c, ok := s.cells[r]
	if !ok {
		return 0
	}
	if c.busy {
		panic(ErrCycle)
	}
	if c.err != nil {
		panic(c.err)
	}
	if c.value == nil {
		c.busy = true
		defer func() {
			c.busy = false
			if e := recover(); e != nil {
				c.err = e.(error)
				panic(e)
			}
		}()
		s.evals++
		v := c.expr.Eval(s)
		c.value = &v
	}
	return *c.value
}

func (s *Sheet) invalidate(r Ref) {
	for reader := range s.readers[r] {
		if c := s.cells[reader]; c != nil && (c.value != nil || c.err != nil && c.expr != nil) {
			c.value, c.err = nil, nil
			s.invalidate(reader)
		}
	}
}

func (s *Sheet) Set(at, text string) {
	r := ref(at)
	old, had := s.cells[r]
	s.undo = append(s.undo, func() {
		if had {
			s.cells[r] = &content{text: old.text, expr: old.expr}
		} else {
			delete(s.cells, r)
		}
		s.invalidate(r)
	})
	c := &content{text: text}
	func() {
		defer func() {
			if e := recover(); e != nil {
				c.err = e.(error)
			}
		}()
		l := lex(strings.TrimPrefix(text, "="))
		c.expr = l.expr(0)
		l.want("")
		c.expr.refs(func(to Ref) {
			if s.readers[to] == nil {
				s.readers[to] = map[Ref]bool{}
			}
			s.readers[to][r] = true
		})
	}()
	s.cells[r] = c
	s.invalidate(r)
}

func (s *Sheet) Show(r Ref) (out string) {
	defer func() {
		if e := recover(); e != nil {
			var ce CellError
			if !errors.As(e.(error), &ce) {
				panic(e)
			}
			out = ce.Error()
		}
	}()
	return strconv.FormatFloat(s.value(r), 'g', 6, 64)
}

func (s *Sheet) Print(title string) {
	fmt.Println("--", title)
	rows := map[int][]Ref{}
	for r := range s.cells {
		rows[r.row] = append(rows[r.row], r)
	}
	w := tabwriter.NewWriter(os.Stdout, 4, 0, 1, '.', tabwriter.AlignRight|tabwriter.Debug)
	for row := 1; row <= 4; row++ {
		sort.Slice(rows[row], func(i, j int) bool { return rows[row][i].col < rows[row][j].col })
		for _, r := range rows[row] {
			fmt.Fprintf(w, "%v %s\t", r, s.Show(r))
		}
		fmt.Fprintln(w)
	}
	w.Flush()
	fmt.Println("evaluations", s.evals)
}

func main() {
	s := &Sheet{cells: map[Ref]*content{}, readers: map[Ref]map[Ref]bool{}}
	for _, set := range strings.Split(`A1 2;A2 3.5;A3 =A1*A2;B1 =SUM(A1:A3);B2 =2^3^2-1;B3 =-A1^2+(B1-1)/2;C1 =IF(A1<A2,MAX(A1:B3),1/0);C2 =D1;D1 =C2+1;
D2 =A1/(A2-3.5);D3 =NOPE(1);A4 =1+;B4 =(1;C4 =1.2.3;D4 =SUM(A1:Z9)`, ";") {
		at, formula, _ := strings.Cut(strings.TrimSpace(set), " ")
		s.Set(at, formula)
	}
	s.Print("first")
	s.Set("A1", "10")
	s.Set("D1", "=4")
	s.Print("A1 and D1 changed")
	for len(s.undo) > 15 {
		last := len(s.undo) - 1
		s.undo[last]()
		s.undo = s.undo[:last]
	}
	s.Print("undone")
	fmt.Printf("%+v %v %#v\n", s.cells[Ref{'A', 3}].expr, s.cells[Ref{'C', 4}].err, s.cells[Ref{'B', 4}].err.Error())
}

// Output:
// -- first
// ........A1 2|.....B1 12.5|......C1 511|.D1 #CYCLE!|
// ......A2 3.5|......B2 511|..C2 #CYCLE!|.D2 #DIV/0!|
// ........A3 7|.....B3 1.75|...D3 #NAME!|
// .A4 #SYNTAX!|.B4 #SYNTAX!|.C4 #SYNTAX!|.D4 #SYNTAX!|
// evaluations 12
// -- A1 and D1 changed
// .......A1 10|.....B1 48.5|..C1 #DIV/0!|.......D1 4|
// ......A2 3.5|......B2 511|........C2 4|.D2 #DIV/0!|
// .......A3 35|...B3 -76.25|...D3 #NAME!|
// .A4 #SYNTAX!|.B4 #SYNTAX!|.C4 #SYNTAX!|.D4 #SYNTAX!|
// evaluations 21
// -- undone
// ........A1 2|.....B1 12.5|......C1 511|.D1 #CYCLE!|
// ......A2 3.5|......B2 511|..C2 #CYCLE!|.D2 #DIV/0!|
// ........A3 7|.....B3 1.75|...D3 #NAME!|
// .A4 #SYNTAX!|.B4 #SYNTAX!|.C4 #SYNTAX!|.D4 #SYNTAX!|
// evaluations 30
// {op:* x:{col:65 row:1} y:{col:65 row:2}} #SYNTAX!: strconv.ParseFloat: parsing "1.2.3": invalid syntax "#SYNTAX!: \"\" for \")\""
