package fmt

import "unicode/utf8"

// values reads an operand each, for Scan and Scanln.
func (s *scanner) values(a []any) (n int, err error) {
	defer catch(&err)
	for _, arg := range a {
		s.value('v', arg)
		n++
	}
	if s.lineEnds {
		for r := s.read(); r != '\n' && r != noRune; r = s.read() {
			if !isSpace(r) {
				s.failWith("expected newline")
			}
		}
	}
	return
}

// formatted carries out a format.
func (s *scanner) formatted(format string, a []any) (n int, err error) {
	defer catch(&err)
	for i := 0; i < len(format); {
		matched, ok := s.literal(format[i:])
		if !ok && format[i] != '%' {
			s.failWith("input does not match format")
		}
		if matched > 0 {
			i += matched
			continue
		}
		i++ // the percent sign
		var given bool
		s.width, given, i = number(format, i, len(format)-1)
		if !given {
			s.width = noWidth
		}
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.begin()
			if !s.accept("%") {
				s.failWith("missing literal %")
			}
			continue
		}
		if n >= len(a) {
			s.failWith("too few operands for format '%" + format[i-size:] + "'")
		}
		if end := s.count + s.width; end < noWidth {
			s.limit = end
		}
		s.value(verb, a[n])
		n++
		s.limit = noWidth
	}
	if n < len(a) {
		s.failWith("too many operands")
	}
	return
}

// literal reads what the format says before its next verb and returns how many bytes of the format it used: 0 if
// the format begins with a verb, and with false if the input is different.
func (s *scanner) literal(format string) (i int, ok bool) {
	for i < len(format) {
		c, size := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			i += s.space(format[i:])
			continue
		}
		if c == '%' {
			if i+size == len(format) {
				s.failWith("missing verb: % at end of format string")
			}
			if next, _ := utf8.DecodeRuneInString(format[i+size:]); next != '%' {
				return i, true
			}
			i += size
		}
		if s.need() != c {
			s.UnreadRune()
			return 0, false
		}
		i += size
	}
	return i, true
}

// space reads the space that the format begins with and returns how many bytes of the format that is. Each newline
// stands for space up to a newline or the end of the input; space behind a newline for any space but newlines; space
// alone for some space but newlines, or the end of the input.
func (s *scanner) space(format string) (size int) {
	lines, trailing := 0, false
	for _, c := range format {
		if !isSpace(c) {
			break
		}
		size += utf8.RuneLen(c)
		if c == '\n' {
			lines++
		}
		trailing = c != '\n'
	}
	for range lines {
		r := s.skipBlanks(s.read())
		if r != '\n' && r != noRune {
			s.failWith("newline in format does not match input")
		}
	}
	if trailing {
		r := s.read()
		if lines == 0 {
			if !isSpace(r) && r != noRune {
				s.failWith("expected space in input to match format")
			}
			if r == '\n' {
				s.failWith("newline in input does not match format")
			}
		}
		if s.skipBlanks(r) != noRune {
			s.UnreadRune()
		}
	}
	return size
}

// skipBlanks returns r, or if it is space but no newline the first character behind that is not.
func (s *scanner) skipBlanks(r rune) rune {
	for r != '\n' && isSpace(r) {
		r = s.read()
	}
	return r
}
