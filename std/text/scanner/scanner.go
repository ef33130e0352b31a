// Package scanner cuts UTF-8 text into tokens: Go's, or what Mode, Whitespace and IsIdentRune say.
package scanner

import (
	"fmt"
	"io"
	"os"
	"unicode"
	"unicode/utf8"
)

// Position is a place in a text.
type Position struct {
	Filename string
	Offset   int // bytes before it
	Line     int // from 1; 0 if there is no place
	Column   int // characters, from 1
}

// IsValid reports whether there is a place.
func (pos *Position) IsValid() bool { return pos.Line > 0 }

func (pos Position) String() string {
	s := pos.Filename
	if s == "" {
		s = "<input>"
	}
	if pos.IsValid() {
		s += fmt.Sprintf(":%d:%d", pos.Line, pos.Column)
	}
	return s
}

// What Scan returns for tokens that are more than a character.
const (
	EOF = -(iota + 1)
	Ident
	Int
	Float
	Char
	String
	RawString
	Comment

	skipComment
)

// The bits of Mode: what is a token. With ScanFloats, integers are, too; with SkipComments, comments are white space.
const (
	ScanIdents     = 1 << -Ident
	ScanInts       = 1 << -Int
	ScanFloats     = 1 << -Float
	ScanChars      = 1 << -Char
	ScanStrings    = 1 << -String
	ScanRawStrings = 1 << -RawString
	ScanComments   = 1 << -Comment
	SkipComments   = 1 << -skipComment
	GoTokens       = ScanIdents | ScanFloats | ScanChars | ScanStrings | ScanRawStrings | ScanComments | SkipComments
)

// GoWhitespace is the white space of Go.
const GoWhitespace = 1<<'\t' | 1<<'\n' | 1<<'\r' | 1<<' '

var tokenNames = [...]string{-EOF: "EOF", -Ident: "Ident", -Int: "Int", -Float: "Float", -Char: "Char", -String: "String", -RawString: "RawString", -Comment: "Comment"}

// TokenString returns the name of a token, or a character in quotes.
func TokenString(tok rune) string {
	if Comment <= tok && tok <= EOF {
		return tokenNames[-tok]
	}
	return fmt.Sprintf("%q", string(tok))
}

// unread is the current character before the first one is read.
const unread = -2

// chunk is how many bytes are read at a time.
const chunk = 1024

// Scanner reads tokens. Init sets all fields but those of Position; they may be changed between tokens.
type Scanner struct {
	src   io.Reader
	buf   []byte // read, from the beginning of the token on if its text is wanted
	base  int    // offset of buf
	pos   int    // in buf, behind the current character
	start int    // in buf, of the token; -1 if there is none
	end   int    // in buf, of the token

	line     int
	column   int // of the current character; 0 if that is a newline
	lastLine int // characters in the line before
	width    int // of the current character
	ch       rune

	// Error is called for each error; nil prints to os.Stderr.
	Error func(s *Scanner, msg string)
	// ErrorCount counts errors.
	ErrorCount int
	// Mode says what is a token.
	Mode uint
	// Whitespace has a bit for each character, up to ' ', that is skipped.
	Whitespace uint64
	// IsIdentRune reports whether ch can be the character i of an identifier; nil takes Go's rules.
	IsIdentRune func(ch rune, i int) bool
	// Position is where the token begins that Scan returned last. After Next and Init there is none.
	Position
}

// Init begins a text, with Go's tokens and white space.
func (s *Scanner) Init(src io.Reader) *Scanner {
	s.src = src
	s.buf = s.buf[:0]
	s.base, s.pos, s.start, s.end = 0, 0, -1, 0
	s.line, s.column, s.lastLine, s.width = 1, 0, 0, 0
	s.ch = unread
	s.Error = nil
	s.ErrorCount = 0
	s.Mode = GoTokens
	s.Whitespace = GoWhitespace
	s.Line = 0
	return s
}

// fill reads until a character is at pos; false at the end.
func (s *Scanner) fill() bool {
	for !utf8.FullRune(s.buf[s.pos:]) {
		done := s.pos
		if s.start >= 0 {
			done = s.start
			s.start = 0
		}
		have := copy(s.buf, s.buf[done:])
		s.base += done
		s.pos -= done
		s.end -= done
		if cap(s.buf) < have+chunk {
			s.buf = append(make([]byte, 0, 2*have+chunk), s.buf[:have]...)
		}
		n, err := s.src.Read(s.buf[have : have+chunk])
		s.buf = s.buf[:have+n]
		if err != nil {
			if err != io.EOF {
				s.end = s.pos // the current character counts, too
				s.report(err.Error())
			}
			return s.pos < len(s.buf)
		}
	}
	return true
}

// next returns the next character.
func (s *Scanner) next() rune {
	if !s.fill() {
		if s.width > 0 {
			s.column++
		}
		s.width = 0
		return EOF
	}
	ch, width := rune(s.buf[s.pos]), 1
	if ch >= utf8.RuneSelf {
		ch, width = utf8.DecodeRune(s.buf[s.pos:])
	}
	s.pos += width
	s.width = width
	s.column++
	switch {
	case ch == utf8.RuneError && width == 1:
		s.fail("invalid UTF-8 encoding")
	case ch == 0:
		s.fail("invalid character NUL")
	case ch == '\n':
		s.line++
		s.lastLine = s.column
		s.column = 0
	}
	return ch
}

// Peek returns the next character without reading it.
func (s *Scanner) Peek() rune {
	if s.ch == unread {
		if s.ch = s.next(); s.ch == '\uFEFF' {
			s.ch = s.next() // a byte order mark is no text
		}
	}
	return s.ch
}

// Next reads a character; EOF at the end.
func (s *Scanner) Next() rune {
	s.start = -1
	s.Line = 0
	ch := s.Peek()
	if ch != EOF {
		s.ch = s.next()
	}
	return ch
}

// endToken ends the token before the current character.
func (s *Scanner) endToken() { s.end = s.pos - s.width }

func (s *Scanner) fail(format string, args ...any) {
	s.endToken()
	s.report(fmt.Sprintf(format, args...))
}

func (s *Scanner) report(message string) {
	s.ErrorCount++
	if s.Error != nil {
		s.Error(s, message)
		return
	}
	place := s.Position
	if !place.IsValid() {
		place = s.Pos()
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", place, message)
}

// Pos returns the place behind the character or token that was read last.
func (s *Scanner) Pos() Position {
	p := Position{s.Filename, s.base + s.pos - s.width, s.line, s.column}
	switch {
	case s.column > 0:
	case s.lastLine > 0:
		p.Line, p.Column = s.line-1, s.lastLine
	default:
		p.Line, p.Column = 1, 1
	}
	return p
}

// TokenText returns the text of the token that Scan returned last; "" after Next.
func (s *Scanner) TokenText() string {
	if s.start < 0 {
		return ""
	}
	s.end = max(s.end, s.start)
	return string(s.buf[s.start:s.end])
}

func (s *Scanner) isIdent(ch rune, i int) bool {
	if s.IsIdentRune != nil {
		return ch != EOF && s.IsIdentRune(ch, i)
	}
	return ch == '_' || unicode.IsLetter(ch) || unicode.IsDigit(ch) && i > 0
}

func isDecimal(ch rune) bool { return '0' <= ch && ch <= '9' }

// Scan reads a token, or a character that is none, and returns it; EOF at the end.
func (s *Scanner) Scan() rune {
	ch := s.Peek()
	s.start = -1
	s.Line = 0
	for {
		for s.Whitespace&(1<<uint(ch)) != 0 {
			ch = s.next()
		}
		s.begin()
		tok, after := s.token(ch)
		if tok != skipComment {
			s.endToken()
			s.ch = after
			return tok
		}
		ch = after
	}
}

// begin begins a token at the current character.
func (s *Scanner) begin() {
	s.start = s.pos - s.width
	s.Offset = s.base + s.start
	s.Line, s.Column = s.line, s.column
	if s.column == 0 {
		s.Line, s.Column = s.line-1, s.lastLine
	}
}

// token reads the token that ch begins, and returns it and the character behind it.
func (s *Scanner) token(ch rune) (tok, after rune) {
	wanted := func(bits uint) bool { return s.Mode&bits != 0 }
	switch {
	case s.isIdent(ch, 0):
		if !wanted(ScanIdents) {
			break
		}
		next := s.next()
		for i := 1; s.isIdent(next, i); i++ {
			next = s.next()
		}
		return Ident, next
	case isDecimal(ch):
		if wanted(ScanInts | ScanFloats) {
			return s.number(ch, false)
		}
	case ch == EOF:
		return EOF, EOF
	case ch == '"' && wanted(ScanStrings):
		s.quoted('"')
		return String, s.next()
	case ch == '\'' && wanted(ScanChars):
		if s.quoted('\'') != 1 {
			s.fail("invalid char literal")
		}
		return Char, s.next()
	case ch == '`' && wanted(ScanRawStrings):
		for next := s.next(); next != '`'; next = s.next() {
			if next == EOF {
				s.fail("literal not terminated")
				break
			}
		}
		return RawString, s.next()
	case ch == '.':
		next := s.next()
		if isDecimal(next) && wanted(ScanFloats) {
			return s.number(next, true)
		}
		return ch, next
	case ch == '/':
		next := s.next()
		if next != '/' && next != '*' || !wanted(ScanComments) {
			return ch, next
		}
		if wanted(SkipComments) {
			s.start = -1
			return skipComment, s.comment(next)
		}
		return Comment, s.comment(next)
	}
	return ch, s.next()
}

// comment reads a comment from its second character on, and returns the character behind it.
func (s *Scanner) comment(kind rune) rune {
	ch := s.next()
	if kind == '/' {
		for ch != '\n' && ch != EOF {
			ch = s.next()
		}
		return ch
	}
	for {
		if ch == EOF {
			s.fail("comment not terminated")
			return ch
		}
		before := ch
		if ch = s.next(); before == '*' && ch == '/' {
			return s.next()
		}
	}
}

// quoted reads up to a quote and returns the number of characters.
func (s *Scanner) quoted(quote rune) (n int) {
	for ch := s.next(); ch != quote; n++ {
		if ch == '\n' || ch == EOF {
			s.fail("literal not terminated")
			return n
		}
		if ch == '\\' {
			ch = s.escape(quote)
		} else {
			ch = s.next()
		}
	}
	return n
}

// escape reads what follows a backslash and returns the character behind it.
func (s *Scanner) escape(quote rune) rune {
	ch := s.next()
	switch ch {
	case 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\', quote:
		return s.next()
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return s.escapeDigits(ch, 8, 3)
	case 'x':
		return s.escapeDigits(s.next(), 16, 2)
	case 'u':
		return s.escapeDigits(s.next(), 16, 4)
	case 'U':
		return s.escapeDigits(s.next(), 16, 8)
	}
	s.fail("invalid char escape")
	return ch
}

func (s *Scanner) escapeDigits(ch rune, base, n int) rune {
	for ; n > 0; n-- {
		if digitValue(ch) >= base {
			s.fail("invalid char escape")
			break
		}
		ch = s.next()
	}
	return ch
}

// digitValue returns the value of a digit, 16 for other characters.
func digitValue(ch rune) int {
	switch lower := ch | 0x20; {
	case isDecimal(ch):
		return int(ch - '0')
	case 'a' <= lower && lower <= 'f':
		return int(lower-'a') + 10
	}
	return 16
}
