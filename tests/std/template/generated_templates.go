// run
// Templates put together at random: parsed, written again, copied, executed; errors of all of these.
package main

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"text/template"
	"text/template/parse"
)

const texts = 60 // in bulk: 20000

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func pick(list ...string) string { return list[random(len(list))] }

type inner struct {
	A int
	B *inner
	C any
	d int
}

func (i inner) Value() string          { return fmt.Sprint("value ", i.A) }
func (i *inner) Pointer(n int) string  { return fmt.Sprint("pointer ", i.A+n) }
func (i inner) String() string         { return fmt.Sprintf("inner(%d)", i.A) }
func (i inner) Fails() (string, error) { return "", errors.New("failed") }
func (i inner) Panics() string         { panic("thrown") }
func (i inner) More(a string, b ...any) string {
	return fmt.Sprint(a, len(b), b)
}

type celsius float32

type outer struct {
	N     int
	U     uint8
	F     float64
	C     complex128
	S     string
	T     bool
	L     []int
	E     []string
	M     map[string]int
	K     map[int]string
	Any   any
	Nil   any
	In    inner
	P     *inner
	NoP   *inner
	Fn    func(int) int
	NoFn  func()
	Two   func() (int, error)
	Seq   iter.Seq[string]
	Seq2  iter.Seq2[string, int]
	Ch    chan int
	NoCh  chan<- int
	Arr   [3]celsius
	Mixed map[any]int
	Err   error
	hid   int
}

var data = outer{N: 3, U: 200, F: 1.5, C: 2i, S: "str<&>'\"", T: true, L: []int{4, 5, 6}, M: map[string]int{"one": 1, "two": 2}, K: map[int]string{7: "seven", -1: "minus"},
	Any: []any{1, "two", 3.5, nil}, In: inner{A: 1, C: "c"}, P: &inner{A: 2, B: &inner{A: 9}}, Fn: func(i int) int { return i * 2 }, Two: func() (int, error) { return 2, errors.New("second") },
	Seq: func(yield func(string) bool) { _ = yield("s1") && yield("s2") }, Seq2: func(yield func(string, int) bool) { _ = yield("k1", 1) && yield("k2", 2) },
	Arr: [3]celsius{1, 2.5, 3}, Mixed: map[any]int{1: 1, 2: 2}, Err: errors.New("err")}

func value(depth int) string {
	if depth == 0 || random(3) > 0 {
		return pick(".", "$", "$x", ".N", ".U", ".F", ".C", ".S", ".T", ".L", ".E", ".M", ".M.one", ".M.none", ".K", ".Any", ".Nil", ".In", ".In.A", ".In.d", ".In.B.A", ".P", ".P.B.A", ".P.Value", ".In.Value", ".NoP", ".NoP.A",
			".Fn", ".NoFn", ".Arr", ".Err", ".hid", ".None", ".In.String", ".P.Fails", ".In.Panics", ".Any.X", ".Nil.X", "$.N", "$x.A", "1", "0", "-3", "0x1F", "2.5", "1e3", "'a'", "'\\n'", "\"text\"", "`raw`", "true", "false", "nil", "2i", "1+2i", "9999999999999999999", "1e400", "0b11", "0o17", "1_000")
	}
	return "(" + pipeline(depth-1) + ")" + pick("", "", "", ".A", ".Value")
}

func command(depth int) string {
	switch random(3) {
	case 0:
		return value(depth)
	case 1:
		s := pick("len", "not", "print", "printf \"%v|%T\"", "println", "html", "js", "urlquery", "call .Fn", "call .Two", "call .NoFn", "call", "index .L", "index .M", "index .K", "index .Any", "slice .L", "slice .S", "and", "or", "eq", "ne", "lt", "le", "gt", "ge", "add", "fails", "index", "takes", "nothing")
		for range random(4) {
			s += " " + value(depth)
		}
		return s
	}
	return pick(".P.Pointer", ".In.Pointer", ".In.More", ".In.Value", ".M.one", ".S", "$x", "add") + " " + value(depth)
}

func pipeline(depth int) string {
	s := command(depth)
	for random(4) == 0 {
		s += " | " + command(depth)
	}
	return s
}

func action(depth int) string {
	open := pick("{{", "{{", "{{- ")
	end := pick("}}", "}}", " -}}")
	list := func() string {
		s := ""
		for range random(3) {
			s += pick("text", " \n ", "x ", "") + action(depth-1)
		}
		return s
	}
	switch kind := random(14); {
	case depth == 0 || kind < 5:
		return open + pipeline(1) + end
	case kind == 5:
		return open + pick("$x := ", "$y := ", "$x = ", "$u = ") + pipeline(1) + end
	case kind == 6:
		return open + "if " + pick("", "$x := ") + pipeline(1) + end + list() + pick("", "{{else}}"+list(), "{{else if "+pipeline(1)+"}}"+list()+"{{else}}z") + "{{end}}"
	case kind == 7:
		return open + "with " + pick("", "$x := ") + pipeline(1) + end + list() + pick("", "{{else}}"+list(), "{{else with "+pipeline(1)+"}}"+list()) + "{{end}}"
	case kind <= 9:
		over := pick(".L", ".E", ".M", ".K", ".Any", ".Seq", ".Seq2", ".N", "3", ".Arr", ".Mixed.x", ".Nil", ".NoCh", ".S", ".In", ".Fn", pipeline(1))
		return open + "range " + pick("", "$i, $x := ", "$x := ", "$x = ", "$a, $b = ") + over + end + pick("{{.}},", "{{$x}};", "", list()) + pick("", "{{break}}", "{{if $x}}{{continue}}{{end}}more") + pick("", "{{else}}"+list()) + "{{end}}"
	case kind == 10:
		return open + "template " + pick("\"T\"", "\"T\" .", "\"U\" .N", "`B`", "\"none\"") + end
	case kind == 11:
		return open + "block " + pick("\"B\"", "\"C\"") + " " + pipeline(1) + end + list() + "{{end}}"
	case kind == 12:
		return pick("{{/* c */}}", "{{- /* c\nd */ -}}", "{{/* c }}", "{{define \"D\"}}d{{end}}")
	}
	return open + pick("break", "continue", "else", "end", "if", "range", "template T", "|", "$", "$u", "\"open", "'x", "(1", "1)", ",", "1 2", ".A.", ".3x", "0x", "1+", "nil.A", "§", "~", "$x :", "# ", "é", ".é", "define \"x\"", "block", "range $x,", "with", "1.A", "true.A", "\"s\".A", "a.b", "foo", "..", "@") + end
}

func main() {
	funcs := template.FuncMap{
		"add": func(a int, b ...int) int {
			s := a
			for _, x := range b {
				s += x
			}
			return s
		},
		"fails":   func(x any) (any, error) { return nil, fmt.Errorf("fails: %v", x) },
		"takes":   func(a int8, b *inner, c func()) string { return fmt.Sprint(a, b == nil, c == nil) },
		"nothing": func() any { return nil },
	}
	for i := range texts {
		var b strings.Builder
		b.WriteString("{{$x := .In}}")
		for range 1 + random(4) {
			b.WriteString(pick("", "some ", " \n", "\n\n"))
			b.WriteString(action(2))
		}
		text := b.String()
		fmt.Printf("%d %q\n", i, text)
		t := template.New(pick("name", "other"))
		t.Funcs(funcs)
		template.Must(t.Parse("{{define \"T\"}}T<{{.}}>{{end}}{{define \"U\"}}{{with .}}U{{.}}{{end}}{{end}}"))
		if random(4) == 0 {
			t.Option("missingkey=" + pick("zero", "error", "invalid"))
		}
		if t.Name() == "other" && random(2) == 0 {
			fmt.Println("  " + t.Name())
		}
		u, err := t.Parse(text)
		if err != nil {
			fmt.Println("  ", err)
			continue
		}
		if u.Tree != nil {
			fmt.Printf("  %q %v\n", u.Root.String(), parse.IsEmptyTree(u.Root))
			if c := u.Copy().Root.String(); c != u.Root.String() {
				fmt.Printf("  copy: %q\n", c)
			}
		}
		b.Reset()
		err = u.Execute(&b, &data)
		fmt.Printf("  %q\n  %v\n", address(b.String()), address(fmt.Sprint(err)))
		var exec template.ExecError
		if errors.As(err, &exec) {
			fmt.Println("  ", exec.Name, errors.Unwrap(exec) == exec.Err)
		}
	}
}

// address hides the addresses of functions and pointers.
func address(s string) string {
	for {
		i := strings.Index(s, "0x")
		if i < 0 {
			return s
		}
		j := i + 2
		for j < len(s) && strings.IndexByte("0123456789abcdef", s[j]) >= 0 {
			j++
		}
		s = s[:i] + "ADDRESS" + s[j:]
	}
}
