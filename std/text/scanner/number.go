package scanner

// literal is a number being read.
type literal struct {
	*Scanner
	ch         rune // the current character
	base       int
	kind       string // of the literal, for errors
	digits     int    // read so far
	separators bool   // there are '_'
	wrong      rune   // the first digit that the base does not have
}

func (l *literal) advance() { l.ch = l.next() }

// run reads digits and '_' and returns how many digits there are. Decimal digits are read whatever the base is.
func (l *literal) run(base int) (digits int) {
	for ; l.ch == '_' || digitValue(l.ch) < max(base, 10); l.advance() {
		if l.ch == '_' {
			l.separators = true
			continue
		}
		if l.wrong == 0 && digitValue(l.ch) >= base {
			l.wrong = l.ch
		}
		digits++
	}
	return digits
}

// number reads a number from its first character on, the one behind the point if there is one, and returns what it is and the
// character behind it.
func (s *Scanner) number(first rune, point bool) (tok, after rune) {
	l := literal{Scanner: s, ch: first, base: 10, kind: "decimal literal"}
	prefix := rune(0)
	tok = Int
	floats := s.Mode&ScanFloats != 0
	if !point {
		if first == '0' {
			prefix = l.prefix()
		}
		l.digits += l.run(l.base)
		if l.ch == '.' && floats {
			l.advance()
			point = true
		}
	}
	if point {
		tok = Float
		if prefix == 'o' || prefix == 'b' {
			s.fail("invalid radix point in %s", l.kind)
		}
		l.digits += l.run(l.base)
	}
	if l.digits == 0 {
		s.fail("%s has no digits", l.kind)
	}
	if e := l.ch | 0x20; (e == 'e' || e == 'p') && floats {
		tok = Float
		l.exponent(e, prefix)
	} else if prefix == 'x' && tok == Float {
		s.fail("hexadecimal mantissa requires a 'p' exponent")
	}
	if tok == Int && l.wrong != 0 {
		s.fail("invalid digit %q in %s", l.wrong, l.kind)
	}
	if l.separators {
		s.endToken()
		if !separatesDigits(s.TokenText()) {
			s.fail("'_' must separate successive digits")
		}
	}
	return tok, l.ch
}

// prefix reads a leading 0 and the letter that says the base; '0' if there is none.
func (l *literal) prefix() rune {
	l.advance()
	prefix := l.ch | 0x20
	switch prefix {
	case 'x':
		l.base, l.kind = 16, "hexadecimal literal"
	case 'o':
		l.base, l.kind = 8, "octal literal"
	case 'b':
		l.base, l.kind = 2, "binary literal"
	default:
		l.base, l.kind = 8, "octal literal"
		l.digits = 1
		return '0'
	}
	l.advance()
	return prefix
}

func (l *literal) exponent(e, prefix rune) {
	switch {
	case e == 'e' && prefix != 0 && prefix != '0':
		l.fail("%q exponent requires decimal mantissa", l.ch)
	case e == 'p' && prefix != 'x':
		l.fail("%q exponent requires hexadecimal mantissa", l.ch)
	}
	if l.advance(); l.ch == '+' || l.ch == '-' {
		l.advance()
	}
	if l.run(10) == 0 {
		l.fail("exponent has no digits")
	}
}

// separatesDigits reports whether each '_' of a number stands between digits; a prefix counts as one.
func separatesDigits(text string) bool {
	base := 10
	before := false // there is a digit before
	if len(text) >= 2 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x':
			base = 16
			before = true
		case 'o', 'b':
			before = true
		}
		if before {
			text = text[2:]
		}
	}
	open := false // the character before is '_'
	for _, c := range text {
		isDigit := digitValue(c) < base
		switch {
		case c == '_' && !before, open && !isDigit:
			return false
		}
		open = c == '_'
		before = isDigit
	}
	return !open
}
