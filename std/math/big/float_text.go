package big

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Text returns x in a format of strconv.FormatFloat, or 'p' (0x.mantissa p exponent); prec < 0: as few digits as x
// needs in its precision.
func (x *Float) Text(format byte, prec int) string {
	cap := 10 + max(0, prec)
	return string(x.Append(make([]byte, 0, cap), format, prec))
}

// String returns x with 10 digits.
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends Text.
func (x *Float) Append(buf []byte, fmt byte, prec int) []byte {
	start := len(buf)
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == inf {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch fmt {
	case 'b':
		return x.appendBinary(buf)
	case 'p':
		return x.appendFraction(buf)
	case 'x':
		return x.appendHex(buf, prec)
	case 'e', 'E', 'f', 'g', 'G':
	default:
		return append(buf[:start], '%', fmt)
	}
	var d decimal
	if x.form == finite {
		d.set(x.mant, int(x.exp)-x.mant.bitLen())
	}
	shortest := prec < 0
	if shortest {
		d.roundShortest(x)
		switch fmt {
		case 'e', 'E':
			prec = len(d.digits) - 1
		case 'f':
			prec = max(len(d.digits)-d.exp, 0)
		default:
			prec = len(d.digits)
		}
	} else {
		switch fmt {
		case 'e', 'E':
			d.round(1 + prec)
		case 'f':
			d.round(d.exp + prec)
		default:
			prec = max(prec, 1)
			d.round(prec)
		}
	}
	switch fmt {
	case 'e', 'E':
		return d.appendE(buf, fmt, prec)
	case 'f':
		return d.appendF(buf, prec)
	}
	// %e is used if the exponent is less than -4 or not less than the precision.
	limit := prec
	if limit > len(d.digits) && len(d.digits) >= d.exp {
		limit = len(d.digits)
	}
	if shortest {
		limit = 6
	}
	if exp := d.exp - 1; exp < -4 || exp >= limit {
		return d.appendE(buf, fmt+'e'-'g', min(prec, len(d.digits))-1)
	}
	if prec > d.exp {
		prec = len(d.digits)
	}
	return d.appendF(buf, max(prec-d.exp, 0))
}

func (d *decimal) appendE(buf []byte, fmt byte, prec int) []byte {
	buf = append(buf, d.at(0))
	if prec > 0 {
		buf = append(buf, '.')
		for i := 1; i <= prec; i++ {
			buf = append(buf, d.at(i))
		}
	}
	exp := 0
	if len(d.digits) > 0 {
		exp = d.exp - 1
	}
	return appendExponent(append(buf, fmt), exp)
}

// appendExponent appends a sign and at least two digits.
func appendExponent(buf []byte, exp int) []byte {
	sign := byte('+')
	if exp < 0 {
		sign = '-'
		exp = -exp
	}
	buf = append(buf, sign)
	if exp < 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, int64(exp), 10)
}

func (d *decimal) appendF(buf []byte, prec int) []byte {
	if d.exp <= 0 {
		buf = append(buf, '0')
	}
	for i := range d.exp {
		buf = append(buf, d.at(i))
	}
	if prec > 0 {
		buf = append(buf, '.')
		for i := range prec {
			buf = append(buf, d.at(d.exp+i))
		}
	}
	return buf
}

// shifted returns the mantissa with n bits.
func (x *Float) shifted(n uint) nat {
	switch length := uint(len(x.mant)) * wordBits; {
	case length < n:
		return nat(nil).lsh(x.mant, n-length)
	case length > n:
		return nat(nil).rsh(x.mant, length-n)
	}
	return x.mant
}

// appendBinary appends the mantissa of prec bits in decimal, and the exponent of 2.
func (x *Float) appendBinary(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	buf = append(buf, x.shifted(uint(x.prec)).itoa(false, 10)...)
	return appendPower(buf, int64(x.exp)-int64(x.prec))
}

// appendPower appends p and an exponent with its sign.
func appendPower(buf []byte, exp int64) []byte {
	buf = append(buf, 'p')
	if exp >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, exp, 10)
}

// appendHex appends 0x1.mantissa in hexadecimal, and the exponent of 2.
func (x *Float) appendHex(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = append(buf, '.')
			for range prec {
				buf = append(buf, '0')
			}
		}
		return append(buf, "p+00"...)
	}
	n := 1 + 4*uint(prec)
	if prec < 0 {
		n = 1 + (x.MinPrec()-1+3)/4*4
	}
	r := new(Float).SetPrec(n).SetMode(x.mode).Set(x)
	digits := r.shifted(n).itoa(false, 16)
	buf = append(buf, "0x1"...)
	if len(digits) > 1 {
		buf = append(append(buf, '.'), digits[1:]...)
	}
	return appendExponent(append(buf, 'p'), int(r.exp)-1)
}

// appendFraction appends 0x.mantissa in hexadecimal, and the exponent of 2.
func (x *Float) appendFraction(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	digits := x.mant.itoa(false, 16)
	n := len(digits)
	for digits[n-1] == '0' {
		n--
	}
	buf = append(append(buf, "0x."...), digits[:n]...)
	return appendPower(buf, int64(x.exp))
}

// Format implements fmt.Formatter: the verbs of floats, and b, p, x.
func (x *Float) Format(s fmt.State, format rune) {
	prec, given := s.Precision()
	if !given {
		prec = 6
	}
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		format = 'f'
	case 'v', 'g', 'G':
		if format == 'v' {
			format = 'g'
		}
		if !given {
			prec = -1
		}
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	buf := x.Append(nil, byte(format), prec)
	sign := ""
	switch {
	case buf[0] == '-':
		sign, buf = "-", buf[1:]
	case buf[0] == '+': // of +Inf
		sign, buf = "+", buf[1:]
		if s.Flag(' ') {
			sign = " "
		}
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	padding := 0
	if width, ok := s.Width(); ok {
		padding = max(0, width-len(sign)-len(buf))
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		io.WriteString(s, sign)
		repeat(s, "0", padding)
		s.Write(buf)
	case s.Flag('-'):
		io.WriteString(s, sign)
		s.Write(buf)
		repeat(s, " ", padding)
	default:
		repeat(s, " ", padding)
		io.WriteString(s, sign)
		s.Write(buf)
	}
}

// SetString sets z to the number in the text.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// scanExponent reads e or p with a decimal number; without one it is 0 of base 10.
func scanExponent(r io.ByteScanner, separators bool) (exp int64, base int, err error) {
	ch, err := r.ReadByte()
	if err != nil {
		if err == io.EOF {
			err = nil
		}
		return 0, 10, err
	}
	switch ch {
	case 'e', 'E':
		base = 10
	case 'p', 'P':
		base = 2
	default:
		r.UnreadByte()
		return 0, 10, nil
	}
	var digits []byte
	ch, err = r.ReadByte()
	if err == nil && (ch == '+' || ch == '-') {
		if ch == '-' {
			digits = append(digits, '-')
		}
		ch, err = r.ReadByte()
	}
	before := byte('.')
	badSeparator, any := false, false
	for err == nil {
		if '0' <= ch && ch <= '9' {
			digits = append(digits, ch)
			before = '0'
			any = true
		} else if ch == '_' && separators {
			badSeparator = badSeparator || before != '0'
			before = '_'
		} else {
			r.UnreadByte()
			break
		}
		ch, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && !any {
		err = errNoDigits
	}
	if err == nil {
		exp, err = strconv.ParseInt(string(digits), 10, 64)
	}
	if err == nil && (badSeparator || before == '_') {
		err = errInvalSep
	}
	return exp, base, err
}

// powers returns the powers of 2 and 5 that digits behind the point, counted negatively, and an exponent stand for.
func powers(base, count int, exp int64, expBase int) (two, five int64) {
	if count < 0 {
		d := int64(count)
		switch base {
		case 10:
			two, five = d, d
		case 2:
			two = d
		case 8:
			two = 3 * d
		case 16:
			two = 4 * d
		}
	}
	two += exp
	if expBase == 10 {
		five += exp
	}
	return two, five
}

func (z *Float) scan(r io.ByteScanner, base int) (f *Float, b int, err error) {
	prec := z.prec
	if prec == 0 {
		prec = 64
	}
	z.form = zero
	if z.neg, err = scanSign(r); err != nil {
		return nil, 0, err
	}
	var count int
	if z.mant, b, count, err = z.mant.scan(r, base, true); err != nil {
		return nil, b, err
	}
	exp, expBase, err := scanExponent(r, base == 0)
	if err != nil {
		return nil, b, err
	}
	if len(z.mant) == 0 {
		z.prec = prec
		z.acc = Exact
		return z, b, nil
	}
	two, five := powers(b, count, exp, expBase)
	two += int64(len(z.mant))*wordBits - normalize(z.mant)
	if two < MinExp || two > MaxExp {
		return nil, b, errors.New("exponent overflow")
	}
	z.prec = prec
	z.form = finite
	z.exp = int32(two)
	if five == 0 {
		z.round(0)
		return z, b, nil
	}
	p := new(Float).SetPrec(z.Prec() + 64)
	if five < 0 {
		z.Quo(z, p.power5(uint64(-five)))
	} else {
		z.Mul(z, p.power5(uint64(five)))
	}
	return z, b, nil
}

// power5 sets z to 5ⁿ.
func (z *Float) power5(n uint64) *Float {
	const most = 27 // of 64 bits
	z.SetUint64(1)
	small := uint64(1)
	for range min(n, most) {
		small *= 5
	}
	z.SetUint64(small)
	f := new(Float).SetPrec(z.Prec() + 64).SetUint64(5)
	for n -= min(n, most); n > 0; n >>= 1 {
		if n&1 != 0 {
			z.Mul(z, f)
		}
		f.Mul(f, f)
	}
	return z
}

// Parse sets z to the number at the text's beginning, which must be all of it; base 0: its prefix says which.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	switch s {
	case "Inf", "inf", "+Inf", "+inf":
		return z.SetInf(false), 0, nil
	case "-Inf", "-inf":
		return z.SetInf(true), 0, nil
	}
	r := strings.NewReader(s)
	if f, b, err = z.scan(r, base); err != nil {
		return f, b, err
	}
	if ch, err := r.ReadByte(); err == nil {
		return f, b, fmt.Errorf("expected end of string, found %q", ch)
	}
	return f, b, nil
}

// ParseFloat is Parse into a new Float.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// Scan implements fmt.Scanner.
func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	_, _, err := z.scan(byteScanner{s}, 0)
	return err
}

// AppendText implements encoding.TextAppender.
func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

// MarshalText implements encoding.TextMarshaler.
func (x *Float) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}

// GobEncode returns the version, a byte of mode, accuracy, form and sign, the precision, and for a finite number
// exponent and mantissa, all big-endian.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	buf := make([]byte, 6)
	buf[0] = gobVersion
	buf[1] = byte(x.mode&7)<<5 | byte((x.acc+1)&3)<<3 | byte(x.form&3)<<1
	if x.neg {
		buf[1] |= 1
	}
	putBig(buf[2:], x.prec)
	if x.form == finite {
		words := min(int((x.prec+wordBits-1)/wordBits), len(x.mant))
		buf = append(buf, make([]byte, 4+words*wordBytes)...)
		putBig(buf[6:], uint32(x.exp))
		x.mant[len(x.mant)-words:].bytes(buf[10:])
	}
	return buf, nil
}

func putBig(b []byte, x uint32) {
	b[0], b[1], b[2], b[3] = byte(x>>24), byte(x>>16), byte(x>>8), byte(x)
}

func getBig(b []byte) uint32 {
	return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
}

// GobDecode is the inverse of GobEncode; z keeps its precision and mode if it has one.
func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != gobVersion {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	prec, mode := z.prec, z.mode
	z.mode = RoundingMode(buf[1] >> 5)
	z.acc = Accuracy(buf[1]>>3&3) - 1
	z.form = form(buf[1] >> 1 & 3)
	z.neg = buf[1]&1 != 0
	z.prec = getBig(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		z.exp = int32(getBig(buf[6:]))
		z.mant = z.mant.setBytes(buf[10:])
	}
	if prec != 0 {
		z.mode = mode
		z.SetPrec(uint(prec))
	}
	if z.form != finite {
		return nil
	}
	switch m := z.mant; {
	case len(m) == 0:
		return errors.New("Float.GobDecode: nonzero finite number with empty mantissa")
	case m.top()>>63 == 0:
		return fmt.Errorf("Float.GobDecode: msb not set in last word %#x of %s", m[len(m)-1], z.Text('p', 0))
	case z.prec == 0:
		return errors.New("Float.GobDecode: zero precision finite number")
	}
	return nil
}
