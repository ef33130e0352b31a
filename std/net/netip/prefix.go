package netip

import (
	"cmp"
	"errors"
	"strconv"
	"strings"
)

// Prefix is a number of first bits of an address: a network. The zero value is none.
type Prefix struct {
	ip          Addr // without zone, all bits
	bitsPlusOne uint8
}

// PrefixFrom returns the first bits of ip, which loses its zone. It is invalid if there are not as many bits.
func PrefixFrom(ip Addr, bits int) Prefix {
	p := Prefix{ip: ip.WithZone("")}
	if ip.IsValid() && 0 <= bits && bits <= ip.BitLen() {
		p.bitsPlusOne = uint8(bits) + 1
	}
	return p
}

// Addr returns the address, with all its bits.
func (p Prefix) Addr() Addr { return p.ip }

// Bits returns the number of bits, -1 if it is invalid.
func (p Prefix) Bits() int { return int(p.bitsPlusOne) - 1 }

// IsValid reports whether it is a prefix.
func (p Prefix) IsValid() bool { return p.bitsPlusOne > 0 }

// IsSingleIP reports whether it has all bits of its address.
func (p Prefix) IsSingleIP() bool { return p.IsValid() && p.Bits() == p.ip.BitLen() }

// Compare orders by the bits that count, then their number, then the address.
func (p Prefix) Compare(p2 Prefix) int {
	return cmp.Or(p.Masked().ip.Compare(p2.Masked().ip), cmp.Compare(p.Bits(), p2.Bits()), p.ip.Compare(p2.ip))
}

// parsePrefixError is why a text is no prefix.
type parsePrefixError struct{ text, reason string }

func (e parsePrefixError) Error() string {
	return "netip.ParsePrefix(" + strconv.Quote(e.text) + "): " + e.reason
}

// ParsePrefix reads an address without zone, '/' and the number of bits.
func ParsePrefix(s string) (Prefix, error) {
	slash := strings.LastIndexByte(s, '/')
	if slash < 0 {
		return Prefix{}, parsePrefixError{s, "no '/'"}
	}
	ip, err := ParseAddr(s[:slash])
	if err != nil {
		return Prefix{}, parsePrefixError{s, err.Error()}
	}
	if ip.Zone() != "" {
		return Prefix{}, parsePrefixError{s, "IPv6 zones cannot be present in a prefix"}
	}
	digits := s[slash+1:]
	bits, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 1 && (digits[0] < '1' || '9' < digits[0]) {
		return Prefix{}, parsePrefixError{s, "bad bits after slash: " + strconv.Quote(digits)}
	}
	if bits < 0 || bits > ip.BitLen() {
		return Prefix{}, parsePrefixError{s, "prefix length out of range"}
	}
	return PrefixFrom(ip, bits), nil
}

// MustParsePrefix is ParsePrefix that panics.
func MustParsePrefix(s string) Prefix {
	p, err := ParsePrefix(s)
	if err != nil {
		panic(err)
	}
	return p
}

// Masked returns the prefix with all bits of its address zero but those that count; of an invalid one the zero Prefix.
func (p Prefix) Masked() Prefix {
	m, _ := p.ip.Prefix(p.Bits())
	return m
}

// Contains reports whether ip begins with the prefix. One with a zone does not, nor one of the other version.
func (p Prefix) Contains(ip Addr) bool {
	if !p.IsValid() || ip.BitLen() != p.ip.BitLen() || ip.Zone() != "" {
		return false
	}
	masked, _ := ip.Prefix(p.Bits())
	return masked == p.Masked()
}

// Overlaps reports whether there are addresses that begin with both.
func (p Prefix) Overlaps(o Prefix) bool {
	if !p.IsValid() || !o.IsValid() || p.ip.BitLen() != o.ip.BitLen() {
		return false
	}
	bits := min(p.Bits(), o.Bits())
	mine, _ := p.ip.Prefix(bits)
	others, _ := o.ip.Prefix(bits)
	return mine == others
}

// String returns the text that ParsePrefix reads; "invalid Prefix" if it is none.
func (p Prefix) String() string {
	if !p.IsValid() {
		return "invalid Prefix"
	}
	var buffer [room6 + len("/128")]byte
	return string(p.AppendTo(buffer[:0]))
}

// AppendTo appends the text to b; nothing of the zero Prefix.
func (p Prefix) AppendTo(b []byte) []byte {
	switch {
	case p == Prefix{}:
		return b
	case !p.IsValid():
		return append(b, "invalid Prefix"...)
	}
	return strconv.AppendInt(append(p.ip.AppendTo(b), '/'), int64(p.Bits()), 10)
}

// AppendText is AppendTo.
func (p Prefix) AppendText(b []byte) ([]byte, error) { return p.AppendTo(b), nil }

// MarshalText returns the text, of the zero Prefix an empty one.
func (p Prefix) MarshalText() ([]byte, error) {
	room := 0
	switch p.ip.z {
	case none:
	case of4:
		room = room4 + len("/32")
	default:
		room = room6 + len("/128")
	}
	return p.AppendTo(make([]byte, 0, room)), nil
}

// UnmarshalText is ParsePrefix, but an empty text is the zero Prefix.
func (p *Prefix) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Prefix{}
		return nil
	}
	var err error
	*p, err = ParsePrefix(string(text))
	return err
}

// AppendBinary appends the address and a byte with the number of bits.
func (p Prefix) AppendBinary(b []byte) ([]byte, error) {
	b, _ = p.ip.AppendBinary(b)
	return append(b, byte(p.Bits())), nil
}

// MarshalBinary returns the address and a byte with the number of bits.
func (p Prefix) MarshalBinary() ([]byte, error) {
	return p.AppendBinary(make([]byte, 0, p.ip.binaryLen()+1))
}

// UnmarshalBinary reads what MarshalBinary returns.
func (p *Prefix) UnmarshalBinary(b []byte) error {
	at := len(b) - 1
	if at < 0 {
		return errors.New("unexpected slice size")
	}
	var ip Addr
	if err := ip.UnmarshalBinary(b[:at]); err != nil {
		return err
	}
	*p = PrefixFrom(ip, int(b[at]))
	return nil
}
