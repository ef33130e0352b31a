package big

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

// Scan implements fmt.Scanner for the verbs e, f, g, E, F, G, v.
func (z *Rat) Scan(s fmt.ScanState, ch rune) error {
	token, err := s.Token(true, func(ch rune) bool { return strings.ContainsRune("+-/0123456789.eE", ch) })
	if err != nil {
		return err
	}
	if !strings.ContainsRune("efgEFGv", ch) {
		return errors.New("Rat.Scan: invalid verb")
	}
	if _, ok := z.SetString(string(token)); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

// Exponents beyond these would make numbers of millions of digits.
const (
	mostFives = 1e6
	mostTwos  = 1e7
)

// SetString sets z to the number in the text: a fraction a/b, or a number with point and exponent.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if s == "" {
		return nil, false
	}
	if numerator, denominator, ok := strings.Cut(s, "/"); ok {
		if _, ok := z.a.SetString(numerator, 0); !ok {
			return nil, false
		}
		r := strings.NewReader(denominator)
		var err error
		if z.b.abs, _, _, err = z.b.abs.scan(r, 0, false); err != nil || r.Len() > 0 || len(z.b.abs) == 0 {
			return nil, false
		}
		return z.norm(), true
	}
	r := strings.NewReader(s)
	neg, err := scanSign(r)
	if err != nil {
		return nil, false
	}
	var base, count int
	if z.a.abs, base, count, err = z.a.abs.scan(r, 0, true); err != nil {
		return nil, false
	}
	exp, expBase, err := scanExponent(r, true)
	if err != nil || r.Len() > 0 {
		return nil, false
	}
	if len(z.a.abs) == 0 {
		return z.norm(), true
	}
	twos, fives := powers(base, count, exp, expBase)
	if fives < -mostFives || fives > mostFives {
		return nil, false
	}
	power := nat(nil).pow(nat{5}, nat(nil).setWord(Word(magnitude(fives))), nil)
	z.b.abs = z.b.abs.setWord(1)
	if fives > 0 {
		z.a.abs = z.a.abs.mul(z.a.abs, power)
	} else {
		z.b.abs = power
	}
	if twos < -mostTwos || twos > mostTwos {
		return nil, false
	}
	if twos > 0 {
		z.a.abs = z.a.abs.lsh(z.a.abs, uint(twos))
	} else {
		z.b.abs = z.b.abs.lsh(z.b.abs, uint(-twos))
	}
	z.a.neg = neg
	return z.norm(), true
}

// String returns a/b, also if b is 1.
func (x *Rat) String() string { return string(x.marshal(nil)) }

func (x *Rat) marshal(buf []byte) []byte {
	buf = append(x.a.Append(buf, 10), '/')
	if len(x.b.abs) == 0 {
		return append(buf, '1')
	}
	return x.b.Append(buf, 10)
}

// RatString returns a/b, or a if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString returns x with prec digits behind the point, halves rounded away from zero.
func (x *Rat) FloatString(prec int) string {
	if x.IsInt() {
		s := x.a.String()
		if prec > 0 {
			s += "." + strings.Repeat("0", prec)
		}
		return s
	}
	q, r := nat(nil).div(nil, x.a.abs, x.b.abs)
	power := nat(nil).pow(nat{10}, nat(nil).setWord(Word(max(prec, 0))), nil)
	digits, rest := nat(nil).div(nil, nat(nil).mul(r, power), x.b.abs)
	if x.b.abs.cmp(rest.add(rest, rest)) <= 0 {
		digits = digits.add(digits, one)
		if digits.cmp(power) >= 0 {
			q = nat(nil).add(q, one)
			digits = nat(nil).sub(digits, power)
		}
	}
	s := string(q.itoa(false, 10))
	if x.a.neg {
		s = "-" + s
	}
	if prec > 0 {
		fraction := string(digits.itoa(false, 10))
		s += "." + strings.Repeat("0", max(0, prec-len(fraction))) + fraction
	}
	return s
}

// FloatPrec returns how many digits behind the point x has before they repeat, and whether they end.
func (x *Rat) FloatPrec() (n int, exact bool) {
	// The denominator is 2^twos·5^fives·q; only for q = 1 the digits end.
	twos := x.denominator().trailingZeroBits()
	q := nat(nil).rsh(x.denominator(), twos)
	fives := 0
	for {
		t, r := nat(nil).div(nil, q, nat{5})
		if len(r) != 0 {
			break
		}
		fives++
		q = t
	}
	return max(int(twos), fives), q.cmp(one) == 0
}

// AppendText implements encoding.TextAppender.
func (x *Rat) AppendText(b []byte) ([]byte, error) {
	if x.IsInt() {
		return x.a.AppendText(b)
	}
	return x.marshal(b), nil
}

// MarshalText implements encoding.TextMarshaler.
func (x *Rat) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText implements encoding.TextUnmarshaler.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}

// GobEncode returns version and sign in a byte, the length of the numerator, and both numbers big-endian.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	const header = 1 + 4
	buf := make([]byte, header+(len(x.a.abs)+len(x.b.abs))*wordBytes)
	i := x.b.abs.bytes(buf)
	j := x.a.abs.bytes(buf[:i])
	putBig(buf[j-4:], uint32(i-j))
	buf[j-header] = gobHeader(x.a.neg)
	return buf[j-header:], nil
}

// GobDecode is the inverse of GobEncode.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	const header = 1 + 4
	if len(buf) < header {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if version := buf[0] >> 1; version != gobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", version)
	}
	length := uint64(getBig(buf[1:]))
	if length > math.MaxInt-header {
		return errors.New("Rat.GobDecode: invalid length")
	}
	end := header + int(length)
	if len(buf) < end {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	z.a.neg = buf[0]&1 != 0
	z.a.abs = z.a.abs.setBytes(buf[header:end])
	z.b.abs = z.b.abs.setBytes(buf[end:])
	return nil
}
