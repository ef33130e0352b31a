package fmt

import (
	"strconv"
	"unicode/utf8"
)

const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

// blanks writes n bytes of padding: zeros only to the left.
func (p *printer) blanks(n int) {
	pad := byte(' ')
	if p.zero && !p.minus {
		pad = '0'
	}
	for range n {
		p.buf = append(p.buf, pad)
	}
}

// pad writes b, padded to the width.
func (p *printer) pad(b []byte) {
	missing := 0
	if p.widthGiven {
		missing = p.width - utf8.RuneCount(b)
	}
	if missing > 0 && !p.minus {
		p.blanks(missing)
	}
	p.buf = append(p.buf, b...)
	if missing > 0 && p.minus {
		p.blanks(missing)
	}
}

// padString writes s, padded to the width.
func (p *printer) padString(s string) {
	missing := 0
	if p.widthGiven {
		missing = p.width - utf8.RuneCountInString(s)
	}
	if missing > 0 && !p.minus {
		p.blanks(missing)
	}
	p.buf = append(p.buf, s...)
	if missing > 0 && p.minus {
		p.blanks(missing)
	}
}

// plainString writes s cut to the precision, in runes.
func (p *printer) plainString(s string) { p.padString(p.cut(s)) }

func (p *printer) cut(s string) string {
	if p.precGiven {
		n := p.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (p *printer) plainBytes(b []byte) {
	if p.precGiven {
		n := p.prec
		for i := 0; i < len(b); {
			n--
			if n < 0 {
				b = b[:i]
				break
			}
			_, size := utf8.DecodeRune(b[i:])
			i += size
		}
	}
	p.pad(b)
}

// quoted writes s as a Go string literal.
func (p *printer) quoted(s string) {
	s = p.cut(s)
	if p.sharp && strconv.CanBackquote(s) {
		p.padString("`" + s + "`")
		return
	}
	if p.plus {
		p.pad(strconv.AppendQuoteToASCII(p.digits[:0], s))
	} else {
		p.pad(strconv.AppendQuote(p.digits[:0], s))
	}
}

// hexText writes the bytes of s, or of b if it is not nil, in hexadecimal.
func (p *printer) hexText(s string, b []byte, upper bool) {
	digits := lowerDigits
	if upper {
		digits = upperDigits
	}
	n := len(b)
	if b == nil {
		n = len(s)
	}
	if p.precGiven && p.prec < n {
		n = p.prec
	}
	// Two digits each, and what the flags add.
	width := 2 * n
	if width > 0 {
		if p.space {
			if p.sharp {
				width *= 2
			}
			width += n - 1
		} else if p.sharp {
			width += 2
		}
	} else {
		if p.widthGiven {
			p.blanks(p.width)
		}
		return
	}
	if p.widthGiven && p.width > width && !p.minus {
		p.blanks(p.width - width)
	}
	if p.sharp {
		p.buf = append(p.buf, '0', digits[16])
	}
	for i := range n {
		if p.space && i > 0 {
			p.buf = append(p.buf, ' ')
			if p.sharp {
				p.buf = append(p.buf, '0', digits[16])
			}
		}
		var c byte
		if b != nil {
			c = b[i]
		} else {
			c = s[i]
		}
		p.buf = append(p.buf, digits[c>>4], digits[c&15])
	}
	if p.widthGiven && p.width > width && p.minus {
		p.blanks(p.width - width)
	}
}

// digitsOf writes an integer in a base. The precision is the least number of digits; zero padding is made of it.
func (p *printer) digitsOf(u uint64, base uint64, isSigned bool, verb rune, upper bool) {
	negative := isSigned && int64(u) < 0
	if negative {
		u = -u
	}
	least := 0
	if p.precGiven {
		least = p.prec
		if least == 0 && u == 0 {
			zero := p.zero
			p.zero = false
			if p.widthGiven {
				p.blanks(p.width)
			}
			p.zero = zero
			return
		}
	} else if p.zero && !p.minus && p.widthGiven {
		least = p.width
		if negative || p.plus || p.space {
			least--
		}
	}
	buf := p.digits[:]
	if need := least + 3; need > len(buf) {
		buf = make([]byte, need)
	}
	digits := lowerDigits
	if upper {
		digits = upperDigits
	}
	i := len(buf)
	switch base {
	case 10:
		for u >= 10 {
			i--
			q := u / 10
			buf[i] = byte('0' + u - q*10)
			u = q
		}
	case 16:
		for u >= 16 {
			i--
			buf[i] = digits[u&15]
			u >>= 4
		}
	case 8:
		for u >= 8 {
			i--
			buf[i] = byte('0' + u&7)
			u >>= 3
		}
	case 2:
		for u >= 2 {
			i--
			buf[i] = byte('0' + u&1)
			u >>= 1
		}
	}
	i--
	buf[i] = digits[u]
	for i > 0 && least > len(buf)-i {
		i--
		buf[i] = '0'
	}
	if p.sharp {
		switch base {
		case 2:
			i -= 2
			buf[i], buf[i+1] = '0', 'b'
		case 8:
			if buf[i] != '0' {
				i--
				buf[i] = '0'
			}
		case 16:
			i -= 2
			buf[i], buf[i+1] = '0', digits[16]
		}
	}
	if verb == 'O' {
		i -= 2
		buf[i], buf[i+1] = '0', 'o'
	}
	switch {
	case negative:
		i--
		buf[i] = '-'
	case p.plus:
		i--
		buf[i] = '+'
	case p.space:
		i--
		buf[i] = ' '
	}
	zero := p.zero
	p.zero = false
	p.pad(buf[i:])
	p.zero = zero
}

// character writes %c.
func (p *printer) character(u uint64) {
	r := rune(u)
	if u > utf8.MaxRune {
		r = utf8.RuneError
	}
	p.pad(utf8.AppendRune(p.digits[:0], r))
}

// quotedRune writes %q of an integer.
func (p *printer) quotedRune(u uint64) {
	r := rune(u)
	if u > utf8.MaxRune {
		r = utf8.RuneError
	}
	if p.plus {
		p.pad(strconv.AppendQuoteRuneToASCII(p.digits[:0], r))
	} else {
		p.pad(strconv.AppendQuoteRune(p.digits[:0], r))
	}
}

// codePoint writes %U: U+0041, with # also the character.
func (p *printer) codePoint(u uint64) {
	least := 4
	if p.precGiven && p.prec > least {
		least = p.prec
	}
	text := make([]byte, 0, 32)
	text = append(text, "U+"...)
	count := 1
	for rest := u >> 4; rest != 0; rest >>= 4 {
		count++
	}
	for range least - count {
		text = append(text, '0')
	}
	for i := count - 1; i >= 0; i-- {
		text = append(text, upperDigits[u>>(4*uint(i))&15])
	}
	if p.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		text = append(text, " '"...)
		text = utf8.AppendRune(text, rune(u))
		text = append(text, '\'')
	}
	zero := p.zero
	p.zero = false
	p.pad(text)
	p.zero = zero
}

// floatText writes a floating-point number with a verb of strconv.
func (p *printer) floatText(x float64, bits int, verb rune, prec int) {
	if p.precGiven {
		prec = p.prec
	}
	// Room for a sign in front.
	num := strconv.AppendFloat(p.digits[:1], x, byte(verb), prec, bits)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	} else {
		num[0] = '+'
	}
	if p.space && num[0] == '+' && !p.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' {
		// No zeros before infinities.
		zero := p.zero
		p.zero = false
		if num[1] == 'N' && !p.space && !p.plus {
			num = num[1:]
		}
		p.pad(num)
		p.zero = zero
		return
	}
	if p.sharp && verb != 'b' {
		num = withPoint(num, verb, prec)
	}
	if p.plus || num[0] != '+' {
		// The sign stands before padding zeros.
		if p.zero && !p.minus && p.widthGiven && p.width > len(num) {
			p.char(num[0])
			p.blanks(p.width - len(num))
			p.buf = append(p.buf, num[1:]...)
			return
		}
		p.pad(num)
		return
	}
	p.pad(num[1:])
}

// withPoint carries out the flag #: a decimal point always, and for %g as many digits as the precision says.
func withPoint(num []byte, verb rune, prec int) []byte {
	digits := 0
	switch verb {
	case 'v', 'g', 'G', 'x':
		digits = prec
		if digits < 0 {
			digits = 6
		}
	}
	var exponent []byte
	hasPoint, sawDigit := false, false
scan:
	for i := 1; i < len(num); i++ {
		switch num[i] {
		case '.':
			hasPoint = true
		case 'p', 'P':
			exponent = append(exponent, num[i:]...)
			num = num[:i]
			break scan
		case 'e', 'E':
			if verb != 'x' && verb != 'X' {
				exponent = append(exponent, num[i:]...)
				num = num[:i]
				break scan
			}
			fallthrough
		default:
			if num[i] != '0' {
				sawDigit = true
			}
			if sawDigit {
				digits--
			}
		}
	}
	if !hasPoint {
		if len(num) == 2 && num[1] == '0' {
			digits--
		}
		num = append(num, '.')
	}
	for ; digits > 0; digits-- {
		num = append(num, '0')
	}
	return append(num, exponent...)
}
