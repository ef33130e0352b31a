package strconv

// FormatComplex returns c as (a+bi), both parts as FormatFloat writes them. bitSize is 64 for a complex64, 128 for a
// complex128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	var room [64]byte
	b := append(room[:0], '(')
	b = AppendFloat(b, real(c), fmt, prec, bitSize/2)
	sign := len(b)
	b = AppendFloat(b, imag(c), fmt, prec, bitSize/2)
	if b[sign] != '+' && b[sign] != '-' {
		b = append(b, 0)
		copy(b[sign+1:], b[sign:])
		b[sign] = '+'
	}
	return string(append(b, "i)"...))
}

// ParseComplex reads N, Ni or N±Ni, with or without parentheses, where N is what ParseFloat reads. bitSize 64 rounds
// the parts to float32. An error is a *NumError; parts that are too large are infinities.
func ParseComplex(s string, bitSize int) (complex128, error) {
	re, im, failure := parseComplex(s, bitSize)
	if failure != statusOK {
		return complex(re, im), numError("ParseComplex", s, failure, 0, bitSize)
	}
	return complex(re, im), nil
}

func parseComplex(s string, bitSize int) (re, im float64, failure status) {
	bits := 64
	if bitSize == 64 {
		bits = 32
	}
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	n := floatPrefix(s)
	first, failure := parseFloat(s[:n], bits)
	if failure != statusOK && failure != statusRange {
		return 0, 0, failure
	}
	s = s[n:]
	switch {
	case s == "":
		return first, 0, failure
	case s == "i":
		return 0, first, failure
	case len(s) > 1 && s[0] == '+' && s[1] != '+':
		s = s[1:] // NaN takes no sign
	case s[0] != '-' && s[0] != '+':
		return 0, 0, statusSyntax
	}
	n = floatPrefix(s)
	second, also := parseFloat(s[:n], bits)
	if also != statusOK {
		failure = also
	}
	if failure == statusSyntax || s[n:] != "i" {
		return 0, 0, statusSyntax
	}
	return first, second, failure
}

// floatPrefix returns the length of the longest beginning of s that can be a number, or the beginning of one.
func floatPrefix(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	for _, word := range [...]string{"infinity", "inf", "nan"} {
		if len(s)-i >= len(word) && equalLower(s[i:i+len(word)], word) {
			return i + len(word)
		}
	}
	exponent := byte('e')
	if len(s)-i > 2 && s[i] == '0' && s[i+1]|' ' == 'x' {
		exponent = 'p'
		i += 2
	}
	for point := false; i < len(s); i++ {
		c := s[i]
		if c == '.' && !point {
			point = true
		} else if c != '_' && !isDigit(c) && (exponent == 'e' || c|' ' < 'a' || 'f' < c|' ') {
			break
		}
	}
	if i < len(s) && s[i]|' ' == exponent {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		for i < len(s) && (isDigit(s[i]) || s[i] == '_') {
			i++
		}
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// equalLower says whether s is word, which is in lower case, in any case.
func equalLower(s, word string) bool {
	for i := range len(s) {
		if s[i]|' ' != word[i] {
			return false
		}
	}
	return true
}
