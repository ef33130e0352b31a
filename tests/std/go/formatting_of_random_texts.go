// run
// go/format and go/printer: texts whose white space and comments were changed by chance, formatted whole and in part, and their trees
// printed in all modes, whole, in nodes, with and without comments, without positions and with exported names only.
package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/printer"
	"go/scanner"
	"go/token"
	"hash/fnv"
	"reflect"
	"strings"
)

const texts = 12 // in bulk: 2500

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func oneOf(list ...string) string { return list[random(len(list))] }

var pieces = strings.Split(`import (
	"fmt"
	a "b" // c

	. "c"
	"a/b"
)
|const (
	A = iota // a
	Bcd
	// e
	E int = 1
	F, G = 2, 3
)
|// Doc of c and d:
// ~~1. one
//   2. two
// code:
//	x := 1
//
// # Heading
// see [T] and [link].
//
// [link]: http://x.y/z
//go:noinline
const c, d int = 1, 0X2P3
|var (
	x, y = 1, f(2, 0XFFi)
	z  [3]int
	longName string = "a" +
		"b"
)
|/* Doc
   of
     T.
*/
type T struct {
	a, b int "tag" // c
	*U // d
	p.V[int]
	// own
	c [2]T

	long, names map[string]struct{ x int } `+"`tag`"+` // e
}
|type I interface {
	m(x int) (y error) // m
	~int | string
	q.R; G[a, b]
}
|type (
	G[P any, Q *P] map[P]chan<- Q
	A = []func(...int) (a, b <-chan int)
	X [N]int; Y[P (int)] struct{}
	Z[P *T,] int
)
|func f(a, b int, c ...string) (x, y int) { return a + b*-c<<2, x &^ y / *p }
|func (r *T[P, _]) m() {
	r.x[1:2:n+1], r.y = <-c, &T{1, a: 2, b: {3}}
	x = a*b + c*(d - -e) + f(a+b, c*d)
}
|func g() {
L: // label
	for i := 0; i < n; i++ { if x := f(i); (x) { continue L } else if !y { break } else { goto L } // end
	}
}
|func h() {
	switch x := y.(type) {
	case int, []T: // t
	// in front of default
	default: fallthrough
	}
	switch a, b := f(); a { case 1: }
M:
}
|func k() { select { case c <- 1: case v, ok := <-c: x(); default: } ; go f(x...); defer func() {}() ; select {} }
|func l() { for range ch { }; for k, v := range m { k++; v-- }; for { }; { ; } var q struct{}; type r int }
|func n() {
	x = []int{1, 2: 3,
		4, 5,
	}
	m := map[string]T{
		"a": {}, // a
		"longer key": {1, 2}, "b": {3},
		"k": func() int { return 1 }(),
	}
	_ = x.(T).
		y[z](1)(2); *p = (a)(b)
	return func(x int) { f(x) }, T{
		1,
	}
}
|func o(
	a int,
	b, c string,
) (
	d int,
) { x.
	y().z(
		1, 2)
	if (T{}) == x || a &&
		b { }
	return a,
		b
}
|// +build a,!b

|//go:build x && (y || !z)

`, "|")

// source returns a file of pieces.
func source() string {
	var text strings.Builder
	text.WriteString(oneOf("", "// Package p is.\n", "//go:build a||b\n\n", "// +build a b\n// +build c\n\n", "/* p */ "))
	text.WriteString("package p\n" + oneOf("", "\n", "// behind\n"))
	for range 1 + random(5) {
		text.WriteString(pieces[random(len(pieces))] + oneOf("", "\n", "\n\n"))
	}
	return text.String()
}

// changed returns a text with other white space and more comments.
func changed(text string) string {
	way := random(5)
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(text))
	s.Init(file, []byte(text), nil, scanner.ScanComments)
	var out strings.Builder
	end := 0
	last := token.ILLEGAL
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		if tok == token.SEMICOLON && lit == "\n" {
			continue
		}
		if lit == "" {
			lit = tok.String()
		}
		begin := file.Offset(pos)
		out.WriteString(space(text[end:begin], way, last, tok) + lit)
		end = begin + len(lit)
		last = tok
	}
	return out.String() + text[min(end, len(text)):]
}

func space(gap string, way int, before, behind token.Token) string {
	lines := strings.Contains(gap, "\n")
	switch way {
	case 0:
		if lines {
			return strings.Repeat("\n", strings.Count(gap, "\n"))
		} else if gap != "" {
			return " "
		}
	case 1:
		if lines {
			return strings.Repeat("\n", 1+random(3)) + strings.Repeat("\t", random(3))
		} else if gap != "" || random(4) == 0 {
			return strings.Repeat(" ", 1+random(3))
		}
	case 2:
		switch before {
		case token.COMMA, token.LPAREN, token.LBRACE, token.LBRACK, token.ADD, token.LAND, token.LOR, token.PERIOD, token.ASSIGN, token.COLON, token.MUL:
			if random(5) == 0 {
				return "\n" + strings.Repeat("\n", random(8)/7)
			}
		}
	case 3:
		if random(9) > 0 {
		} else if lines {
			return oneOf(" // line", "\n// own", "\n\t/* own */", "\n\n// far\n// away\n", " /* c */", "\n/*\n * stars\n */", "\n//line a.go:7\n") + gap
		} else {
			return oneOf(" /* c */ ", "/*c*/", " /* a\n   b\n */ ", "\t/*x*/ /* y */") + gap
		}
	case 4:
		if lines && random(3) > 0 {
			switch before {
			case token.COMMA, token.LPAREN, token.LBRACE, token.SEMICOLON, token.ADD:
				return " "
			}
		}
	}
	return gap
}

// say prints what was made, in short when there is much.
func say(what string, text []byte, err error) {
	if texts > 100 {
		h := fnv.New64a()
		h.Write(text)
		fmt.Printf("%s %d %x %v\n", what, len(text), h.Sum64(), err)
		return
	}
	fmt.Printf("-- %s %v\n%s\n", what, err, text)
}

// forget takes the positions of some nodes away.
func forget(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || random(10) > 0 {
			return true
		}
		v := reflect.ValueOf(n).Elem()
		for i := range v.NumField() {
			switch v.Type().Field(i).Name {
			case "Slash", "Ellipsis", "Assign", "Lparen":
			default:
				if v.Field(i).Type() == reflect.TypeFor[token.Pos]() && random(2) == 0 {
					v.Field(i).SetInt(0)
				}
			}
		}
		return true
	})
}

func main() {
	for i := range texts {
		text := changed(source())
		formatted, err := format.Source([]byte(text))
		say(fmt.Sprint("text ", i), formatted, err)
		fset := token.NewFileSet()
		parse := func() *ast.File {
			file, _ := parser.ParseFile(fset, "a.go", text, parser.ParseComments)
			return file
		}
		if err != nil {
			continue
		}
		file := parse()
		var out bytes.Buffer
		print := func(what string, config printer.Config, node any) {
			out.Reset()
			err := config.Fprint(&out, fset, node)
			say(what, out.Bytes(), err)
		}
		mode := printer.Mode(random(16))
		print(fmt.Sprint("mode ", mode), printer.Config{Mode: mode, Tabwidth: random(9), Indent: random(3)}, file)
		ast.Inspect(file, func(n ast.Node) bool {
			if n == nil || random(15) > 0 {
				return n != nil
			}
			config := printer.Config{Tabwidth: 8}
			print("node", config, n)
			print("with comments", config, &printer.CommentedNode{Node: n, Comments: file.Comments})
			part := text[fset.PositionFor(n.Pos(), false).Offset:min(fset.PositionFor(n.End(), false).Offset, len(text))]
			part = strings.Repeat("\n", random(3)) + strings.Repeat(oneOf(" ", "\t"), random(3)) + part + oneOf("", "\n", " \n\n", " // c\n")
			formatted, err := format.Source([]byte(part))
			say("part", formatted, err)
			return true
		})
		forget(file)
		print("without positions", printer.Config{Mode: printer.TabIndent, Tabwidth: 4}, file)
		file = parse()
		ast.FileExports(file)
		print("exports", printer.Config{Mode: printer.UseSpaces, Tabwidth: 4}, file)
		file.Comments = nil
		print("comments of nodes", printer.Config{Tabwidth: 8}, file)
	}
}
