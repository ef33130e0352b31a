// run
// go/scanner: random texts, most of them wrong, cut into tokens, and the errors.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"go/scanner"
	"go/token"
	"os"
)

const texts = 60 // in bulk: 60000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var parts = []string{"x", "func", "return", "break", "ä1", "_", " ", "\t", "\n", "\r\n", "\n\n", "0", "1", "12", "0x1F", "0b12", "0o78", "09", "08i", "1_0", "1__0", "_1", "0x_1", "0x1p-2", "1e", "1e+", "1.5e3",
	".5", "1.", "0b1.1", "0xp1", "1p3", "0x1.8", "1i", "'a'", "'ab'", "''", "'\\n'", "'\\x4'", "'\\400'", "'\\u12'", "'\\ud800'", "'\\U00110000'", "'", "'\\q'", "\"a\\tb\"", "\"\\x\"", "\"", "\"a\nb\"", "`raw\r\n`", "`",
	"// line\n", "// line\r\n", "//line a.go:5\n", "//line :7:2\n", "//line x:0\n", "//line y:1:0\n", "//line z:q\n", "//line /abs/./f:3\n", "/*line b:9:4*/", "/*line :x*/", "/* c */", "/* a\nb */", "/* \r *\r/ */", "/*", "#", "$", "?", "@",
	"\x00", "\xff", "\ufeff", "“", "”", "日", "(", ")", "[", "]", "{", "}", ",", ";", ".", "...", "..", ":", ":=", "+", "++", "+=", "-", "--", "-=", "*", "*=", "/", "/=", "%", "%=", "&", "&&", "&=", "&^", "&^=", "|", "||", "|=",
	"^", "^=", "<", "<=", "<<", "<<=", "<-", ">", ">=", ">>", ">>=", "=", "==", "!", "!=", "~", "default", "fallthrough", "continue", "goto"}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i := range texts {
		text := ""
		for range random(12) {
			text += parts[random(len(parts))]
		}
		set := token.NewFileSet()
		file := set.AddFile("dir/file.go", -1, len(text))
		var list scanner.ErrorList
		var s scanner.Scanner
		s.Init(file, []byte(text), func(pos token.Position, msg string) { list.Add(pos, msg) }, scanner.Mode(i%2)*scanner.ScanComments)
		fmt.Fprintf(out, "%d %q %d\n", i, text, s.End())
		for {
			pos, tok, lit := s.Scan()
			fmt.Fprintf(out, " %v %v %q %d", set.Position(pos), tok, lit, s.End())
			if tok == token.EOF {
				break
			}
		}
		fmt.Fprintln(out, "", s.ErrorCount, file.Lines())
		scanner.PrintError(out, list.Err())
		fmt.Fprintln(out, list)
		list.RemoveMultiples()
		fmt.Fprintln(out, list.Len(), list)
	}

	var list scanner.ErrorList
	for _, e := range []scanner.Error{{token.Position{Filename: "b", Line: 2}, "x"}, {token.Position{Filename: "a", Line: 9, Column: 1}, "y"}, {token.Position{Filename: "a", Line: 9, Column: 1}, "q"}, {token.Position{Filename: "a", Line: 3}, "z"}, {Msg: "nowhere"}} {
		list.Add(e.Pos, e.Msg)
	}
	list.Sort()
	fmt.Fprintln(out, list.Less(0, 1), list.Less(1, 0), list[0].Error())
	list.Swap(0, 1)
	scanner.PrintError(out, list)
	scanner.PrintError(out, errors.New("other"))
	scanner.PrintError(out, nil)
	list.RemoveMultiples()
	fmt.Fprintln(out, list.Err())
	list.Reset()
	fmt.Fprintln(out, list.Err() == nil, list.Error())
	defer func() { fmt.Fprintln(out, recover()) }()
	new(scanner.Scanner).Init(token.NewFileSet().AddFile("f", -1, 3), nil, nil, 0)
}
