// Formats every Go file below a folder, as it is and with other white space, and prints a line for each with the sum of the result or
// the error. Real Go and govm print the same:
//
//	go run tests/oracle/format_tree/main.go $(go env GOROOT)/src > go.txt
//	govm tests/oracle/format_tree/main.go -- $(go env GOROOT)/src > govm.txt
//
// A second argument "1 4" takes the second of four parts.
package main

import (
	"fmt"
	"go/format"
	"go/scanner"
	"go/token"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const largest = 400_000 // bytes of a file

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

// changed returns a text with other space between its tokens, in one of five ways.
func changed(text []byte, way int) []byte {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(text))
	s.Init(file, text, func(token.Position, string) {}, scanner.ScanComments)
	var out []byte
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
		if lit == "" || tok.IsOperator() {
			lit = tok.String()
		}
		begin := file.Offset(pos)
		out = append(out, space(string(text[min(end, begin):begin]), way, last, tok)...)
		out = append(out, lit...)
		end = begin + len(lit)
		last = tok
	}
	return append(out, text[min(end, len(text)):]...)
}

func space(gap string, way int, before, behind token.Token) string {
	lines := strings.Contains(gap, "\n")
	switch way {
	case 0: // none that can be left out
		if lines {
			return strings.Repeat("\n", strings.Count(gap, "\n"))
		} else if gap != "" {
			return " "
		}
	case 1: // any amount
		if lines {
			return strings.Repeat("\n", 1+random(3)) + strings.Repeat("\t", random(3))
		} else if gap != "" || random(4) == 0 {
			return strings.Repeat(" ", 1+random(3))
		}
	case 2: // newlines where they are no semicolons
		switch before {
		case token.COMMA, token.LPAREN, token.LBRACE, token.LBRACK, token.ADD, token.LAND, token.LOR, token.PERIOD, token.ASSIGN, token.DEFINE,
			token.COLON, token.SEMICOLON, token.EQL, token.MUL:
			if random(6) == 0 {
				return "\n" + strings.Repeat("\n", random(8)/7)
			}
		}
	case 3: // comments
		if random(40) > 0 {
			break
		}
		comments := []string{" /* c */ ", "/*c*/", " /* a\n   b\n */ ", "\t/*x*/ /* y */"}
		if lines {
			comments = []string{" // line", "\n// own", "\n\t/* own */", "\n\n// far\n// away\n", " /* c */", "\n/*\n * stars\n */"}
		}
		return comments[random(len(comments))] + gap
	case 4: // fewer newlines
		if !lines {
			break
		}
		switch before {
		case token.COMMA, token.LPAREN, token.LBRACE, token.SEMICOLON, token.ADD:
			if random(3) > 0 {
				return " "
			}
		}
		if behind == token.RBRACE && random(2) == 0 {
			return " "
		}
	}
	return gap
}

func main() {
	part, parts := 0, 1
	if len(os.Args) > 2 {
		fmt.Sscan(os.Args[2], &part, &parts)
	}
	count := 0
	root := filepath.Clean(os.Args[1]) + "/" // it may be a link
	filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") && !strings.Contains(path, "printer/testdata") {
			return nil
		}
		count++
		text, err := os.ReadFile(path)
		if count%parts != part || err != nil || len(text) > largest {
			return nil
		}
		for way, text := range [][]byte{text, changed(text, count/parts%5)} {
			formatted, err := format.Source(text)
			h := fnv.New64a()
			h.Write(formatted)
			fmt.Printf("%s %d %d %x %v\n", path, way, len(formatted), h.Sum64(), err)
		}
		return nil
	})
}
