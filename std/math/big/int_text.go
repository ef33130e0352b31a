package big

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Text returns x in a base from 2 to 62, in the letters a-z before A-Z.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	return string(x.abs.itoa(x.neg, base))
}

// Append appends Text.
func (x *Int) Append(buf []byte, base int) []byte {
	if x == nil {
		return append(buf, "<nil>"...)
	}
	return append(buf, x.abs.itoa(x.neg, base)...)
}

// String returns x in decimal.
func (x *Int) String() string { return x.Text(10) }

// repeat writes the text count times.
func repeat(s fmt.State, text string, count int) {
	for range count {
		io.WriteString(s, text)
	}
}

// Format implements fmt.Formatter: b, o, O, d, x, X, s, v with the flags of integers.
func (x *Int) Format(s fmt.State, ch rune) {
	base, prefix := 10, ""
	switch ch {
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0"
	case 'O':
		base = 8
	case 'd', 's', 'v':
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", ch, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	if !s.Flag('#') {
		prefix = ""
	}
	if ch == 'O' {
		prefix = "0o"
	}
	digits := x.abs.itoa(false, base)
	if ch == 'X' {
		for i, d := range digits {
			if 'a' <= d && d <= 'z' {
				digits[i] = d - 'a' + 'A'
			}
		}
	}
	var left, zeros, right int
	precision, exactly := s.Precision()
	if exactly {
		if len(digits) < precision {
			zeros = precision - len(digits)
		} else if precision == 0 && len(x.abs) == 0 {
			return
		}
	}
	if width, ok := s.Width(); ok {
		switch missing := max(0, width-len(sign)-len(prefix)-zeros-len(digits)); {
		case s.Flag('-'):
			right = missing
		case s.Flag('0') && !exactly:
			zeros += missing
		default:
			left = missing
		}
	}
	repeat(s, " ", left)
	io.WriteString(s, sign)
	io.WriteString(s, prefix)
	repeat(s, "0", zeros)
	s.Write(digits)
	repeat(s, " ", right)
}

// Scan implements fmt.Scanner for the verbs b, o, d, x, X, s, v.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	base := 0
	switch ch {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	_, err := z.scan(byteScanner{s}, base)
	return err
}

// byteScanner reads the bytes of a scan.
type byteScanner struct {
	fmt.ScanState
}

func (r byteScanner) ReadByte() (byte, error) {
	ch, size, err := r.ReadRune()
	if size != 1 && err == nil {
		err = fmt.Errorf("invalid rune %#U", ch)
	}
	return byte(ch), err
}

func (r byteScanner) UnreadByte() error { return r.UnreadRune() }

func (z *Int) scan(r io.ByteScanner, base int) (*Int, error) {
	neg, err := scanSign(r)
	if err != nil {
		return nil, err
	}
	if z.abs, _, _, err = z.abs.scan(r, base, false); err != nil {
		return nil, err
	}
	z.neg = len(z.abs) > 0 && neg
	return z, nil
}

// SetString sets z to the number in the text; base 0: its prefix says which.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	r := strings.NewReader(s)
	if _, err := z.scan(r, base); err != nil {
		return nil, false
	}
	if r.Len() > 0 {
		return nil, false
	}
	return z, true
}

func scanSign(r io.ByteScanner) (neg bool, err error) {
	ch, err := r.ReadByte()
	if err == nil && ch != '-' && ch != '+' {
		r.UnreadByte()
	}
	return ch == '-', err
}

var (
	errNoDigits = errors.New("number has no digits")
	errInvalSep = errors.New("'_' must separate successive digits")
)

// digitValue returns the value of a digit, MaxBase+1 if it is none.
func digitValue(ch byte, base int) int {
	switch {
	case '0' <= ch && ch <= '9':
		return int(ch - '0')
	case 'a' <= ch && ch <= 'z':
		return int(ch-'a') + 10
	case 'A' <= ch && ch <= 'Z' && base <= 36:
		return int(ch-'A') + 10
	case 'A' <= ch && ch <= 'Z':
		return int(ch-'A') + 36
	}
	return MaxBase + 1
}

// scan reads a number without sign. If point, it may have one, and count is then minus the digits behind it; else
// count is the number of digits. With base 0 the prefix decides and underscores may separate digits.
func (z nat) scan(r io.ByteScanner, base int, point bool) (res nat, b, count int, err error) {
	if base != 0 && (point && base != 2 && base != 8 && base != 10 && base != 16 || base < 2 || base > MaxBase) {
		panic(fmt.Sprintf("invalid number base %d", base))
	}
	b = base
	prefix := byte(0)
	before := byte('.') // '0': a digit (or prefix), '_', '.': anything else
	badSeparator := false
	ch, err := r.ReadByte()
	if base == 0 {
		b = 10
		if err == nil && ch == '0' {
			before = '0'
			count = 1
			if ch, err = r.ReadByte(); err == nil {
				switch ch {
				case 'b', 'B':
					b, prefix = 2, 'b'
				case 'o', 'O':
					b, prefix = 8, 'o'
				case 'x', 'X':
					b, prefix = 16, 'x'
				default:
					if !point {
						b, prefix = 8, '0'
					}
				}
				if prefix != 0 {
					count = 0
					if prefix != '0' {
						ch, err = r.ReadByte()
					}
				}
			}
		}
	}
	var digits []byte
	at := -1 // of the point
	for err == nil {
		if ch == '.' && point {
			point = false
			badSeparator = badSeparator || before == '_'
			before = '.'
			at = count
		} else if ch == '_' && base == 0 {
			badSeparator = badSeparator || before != '0'
			before = '_'
		} else {
			d := digitValue(ch, b)
			if d >= b {
				r.UnreadByte()
				break
			}
			before = '0'
			count++
			if len(digits) > 0 || d > 0 {
				digits = append(digits, byte(d))
			}
		}
		ch, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && (badSeparator || before == '_') {
		err = errInvalSep
	}
	z = z[:0]
	if count == 0 {
		if prefix == '0' {
			return z, 10, 1, err // a single 0
		}
		err = errNoDigits
	}
	if len(digits) > 0 {
		// A digit of base 62 takes less than 6 bits.
		z = z.make(len(digits)*6/wordBits + 2)
		z = z[:readDigits(z, digits, b)].norm()
	}
	if at >= 0 {
		count = at - count
	}
	return z, b, count, err
}

// AppendText implements encoding.TextAppender.
func (x *Int) AppendText(b []byte) (text []byte, err error) { return x.Append(b, 10), nil }

// MarshalText implements encoding.TextMarshaler.
func (x *Int) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON implements json.Marshaler.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.abs.itoa(x.neg, 10), nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}

const gobVersion = 1 // of Int, Rat and Float, in all but the lowest bit of the first byte

// GobEncode returns version and sign in a byte, then |x| big-endian.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	buf := make([]byte, 1+len(x.abs)*wordBytes)
	start := x.abs.bytes(buf) - 1
	buf[start] = gobHeader(x.neg)
	return buf[start:], nil
}

func gobHeader(neg bool) byte {
	if neg {
		return gobVersion<<1 | 1
	}
	return gobVersion << 1
}

// GobDecode is the inverse of GobEncode.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if version := buf[0] >> 1; version != gobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", version)
	}
	z.neg = buf[0]&1 != 0
	z.abs = z.abs.setBytes(buf[1:])
	return nil
}
