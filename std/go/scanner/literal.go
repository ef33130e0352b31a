package scanner

import (
	"go/token"
	"strings"
	"unicode"
)

// digits goes over digits and underscores, and returns whether there are any of each and where the first digit stands that base
// does not have, -1 if none does.
func (s *Scanner) digits(base int) (some, separated bool, bad int) {
	bad = -1
	for {
		switch c := s.ch; {
		case c == '_':
			separated = true
		case isDecimal(c):
			some = true
			if bad < 0 && int(c-'0') >= base {
				bad = s.at
			}
		case base == 16 && valueOf(c) < 16:
			some = true
		default:
			return some, separated, bad
		}
		s.advance()
	}
}

// valueOf returns the value of a hexadecimal digit, 16 of other characters.
func valueOf(c rune) int {
	switch lower := c | 0x20; {
	case isDecimal(c):
		return int(c - '0')
	case 'a' <= lower && lower <= 'f':
		return int(lower-'a') + 10
	}
	return 16
}

// number goes over a number (spec: Integer literals, Floating-point literals, Imaginary literals).
func (s *Scanner) number() token.Token {
	at, tok := s.at, token.INT
	base, name, some, separated, bad := 10, "decimal literal", false, false, -1
	marked := false // by a prefix other than 0
	if s.ch == '0' {
		s.advance()
		switch s.ch | 0x20 {
		case 'x':
			base, name, marked = 16, "hexadecimal literal", true
		case 'o':
			base, name, marked = 8, "octal literal", true
		case 'b':
			base, name, marked = 2, "binary literal", true
		default:
			base, name, some = 8, "octal literal", true
		}
		if marked {
			s.advance()
		}
	}
	read := func() {
		a, b, c := s.digits(base)
		some, separated = some || a, separated || b
		if bad < 0 {
			bad = c
		}
	}
	if s.ch != '.' || at != s.at {
		read()
	}
	if s.ch == '.' {
		tok = token.FLOAT
		if marked && base != 16 {
			s.wrong(s.at, "invalid radix point in %s", name)
		}
		s.advance()
		read()
	}
	if !some {
		s.wrong(s.at, "%s has no digits", name)
	}
	if e := s.ch | 0x20; e == 'e' || e == 'p' {
		if e == 'e' && marked {
			s.wrong(s.at, "%q exponent requires decimal mantissa", s.ch)
		} else if e == 'p' && base != 16 {
			s.wrong(s.at, "%q exponent requires hexadecimal mantissa", s.ch)
		}
		tok = token.FLOAT
		s.advance()
		if s.ch == '+' || s.ch == '-' {
			s.advance()
		}
		power, more, _ := s.digits(10)
		separated = separated || more
		if !power {
			s.wrong(s.at, "exponent has no digits")
		}
	} else if base == 16 && tok == token.FLOAT {
		s.wrong(s.at, "hexadecimal mantissa requires a 'p' exponent")
	}
	if s.ch == 'i' {
		tok = token.IMAG
		s.advance()
	}
	if tok == token.INT && bad >= 0 {
		s.wrong(bad, "invalid digit %q in %s", s.src[bad], name)
	}
	if separated {
		if i := misplaced(string(s.src[at:s.at]), base == 16); i >= 0 {
			s.wrong(at+i, "'_' must separate successive digits")
		}
	}
	return tok
}

// misplaced returns the index of the first underscore that is not between digits, or between a prefix and a digit; -1 if all are.
func misplaced(text string, hex bool) int {
	digit := func(i int) bool {
		return i < len(text) && (isDecimal(rune(text[i])) || hex && valueOf(rune(text[i])) < 16)
	}
	prefixed := len(text) > 1 && text[0] == '0' && strings.IndexByte("xXoObB", text[1]) >= 0
	for i := range len(text) {
		if text[i] != '_' {
			continue
		}
		behind := i > 0 && digit(i-1) || prefixed && i == 2
		if before := digit(i+1) || i+1 < len(text) && text[i+1] == '_'; !behind || !before {
			return i
		}
	}
	return -1
}

// escape goes over what is behind a backslash, and says whether it is right.
func (s *Scanner) escape(quote rune) bool {
	at := s.at
	n, base, most := 0, 16, uint32(unicode.MaxRune)
	switch c := s.ch; c {
	case quote, 'a', 'b', 'f', 'n', 'r', 't', 'v', '\\':
		s.advance()
		return true
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n, base, most = 3, 8, 255
	case 'x':
		n, most = 2, 255
	case 'u':
		n = 4
	case 'U':
		n = 8
	case endOfFile:
		s.wrong(at, "escape sequence not terminated")
		return false
	default:
		s.wrong(at, "unknown escape sequence")
		return false
	}
	if base == 16 {
		s.advance()
	}
	value := uint32(0)
	for range n {
		d := valueOf(s.ch)
		if d >= base {
			if s.ch < 0 {
				s.wrong(s.at, "escape sequence not terminated")
			} else {
				s.wrong(s.at, "illegal character %#U in escape sequence", s.ch)
			}
			return false
		}
		value = value*uint32(base) + uint32(d)
		s.advance()
	}
	if value > most || 0xd800 <= value && value < 0xe000 {
		s.wrong(at, "escape sequence is invalid Unicode code point")
		return false
	}
	return true
}

// text goes over an interpreted string.
func (s *Scanner) text() {
	at := s.at
	for s.advance(); s.ch != '"'; {
		switch s.ch {
		case '\n', endOfFile:
			s.wrong(at, "string literal not terminated")
			return
		case '\\':
			s.advance()
			s.escape('"')
		default:
			s.advance()
		}
	}
	s.advance()
}

// character goes over a rune literal.
func (s *Scanner) character() {
	at, right, n := s.at, true, 0
	for s.advance(); s.ch != '\''; n++ {
		switch s.ch {
		case '\n', endOfFile:
			if right {
				s.wrong(at, "rune literal not terminated")
			}
			return
		case '\\':
			s.advance()
			right = s.escape('\'') && right
		default:
			s.advance()
		}
	}
	s.advance()
	if right && n != 1 {
		s.wrong(at, "illegal rune literal")
	}
}

// rawText goes over a raw string.
func (s *Scanner) rawText() {
	at := s.at
	for s.advance(); s.ch != '`'; s.advance() {
		if s.ch < 0 {
			s.wrong(at, "raw string literal not terminated")
			return
		}
	}
	s.advance()
}
