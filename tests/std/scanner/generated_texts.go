// run
// Texts put together at random, read as tokens and as characters in all modes, with their places and errors.
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
	"text/scanner"
	"unicode"
)

const texts = 60 // in bulk: 60000

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

var pieces = []string{"a", "b1", "_x", "é世", "0", "1", "12", "0x", "0X1F", "0b", "0b12", "0o7", "0o8", "089", ".", "e", "p", "E+", "p-", "_", "__", "1_0", "_1", "i", "\"", "\"s\"", "'", "'c'", "'\\n'", "`", "`raw\n`", "\\", "\\x", "\\u12", "\\777", "//", "/*", "*/", "/", "\n", " ", "\t", "\r\n", "\x00", "\xff", "\xe4\xb8", "\uFEFF", "+", "-", "%", "1.5e3", "0x1p-2", "0x1.8", "1e", ".5", "// c\n", "/* d\n */", "x1-y"}

func main() {
	for i := range texts {
		var b strings.Builder
		for range random(9) {
			b.WriteString(pieces[random(len(pieces))])
		}
		if random(20) == 0 {
			b.WriteString(strings.Repeat("long ", 400))
		}
		text := b.String()
		var src io.Reader = strings.NewReader(text)
		switch random(5) {
		case 0:
			src = iotest.OneByteReader(src)
		case 1:
			src = iotest.HalfReader(src)
		case 2:
			src = io.MultiReader(src, iotest.ErrReader(errors.New("broken")))
		}
		var s scanner.Scanner
		s.Init(src)
		s.Filename = []string{"", "file"}[random(2)]
		errs := 0
		s.Error = func(s *scanner.Scanner, msg string) {
			if errs++; errs < 20 {
				fmt.Printf("  error %s %s %s %q\n", s.Position, s.Pos(), msg, s.TokenText())
			}
		}
		switch random(4) {
		case 0:
			s.Mode = uint(random(1 << 10))
		case 1:
			s.Mode = scanner.GoTokens &^ scanner.SkipComments
		}
		if random(4) == 0 {
			s.Whitespace = uint64(random(2)) << ' '
		}
		if random(5) == 0 {
			s.IsIdentRune = func(ch rune, i int) bool { return unicode.IsLetter(ch) || i > 0 && (ch == '-' || unicode.IsDigit(ch)) }
		}
		fmt.Printf("%d %.60q %d %d\n", i, text, s.Mode, s.Whitespace)
		for range 30 {
			if random(6) == 0 {
				fmt.Printf("  %q", s.Peek())
				fmt.Printf(" %q %q %s\n", s.Next(), s.TokenText(), s.Pos())
				continue
			}
			tok := s.Scan()
			fmt.Printf("  %s %s %q %s %d %v\n", scanner.TokenString(tok), s.Position, s.TokenText(), s.Pos(), s.ErrorCount, s.IsValid())
			if tok == scanner.EOF {
				break
			}
		}
	}
	for tok := rune(-10); tok < 3; tok++ {
		fmt.Println(scanner.TokenString(tok))
	}
	fmt.Println(scanner.GoTokens, scanner.GoWhitespace, scanner.Position{}, scanner.Position{Line: 2, Column: 3})
}
