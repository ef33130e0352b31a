package netip

import (
	"strconv"
	"strings"
)

// parseAddrError is why a text is no address.
type parseAddrError struct {
	text   string // all of it
	reason string
	at     string // what follows from where it is wrong, if that is known
}

func (e parseAddrError) Error() string {
	s := "ParseAddr(" + strconv.Quote(e.text) + "): " + e.reason
	if e.at != "" {
		s += " (at " + strconv.Quote(e.at) + ")"
	}
	return s
}

// ParseAddr reads dotted decimal, or groups of hexadecimal digits with an optional zone behind '%'.
func ParseAddr(s string) (Addr, error) {
	i := strings.IndexAny(s, ".:%")
	switch {
	case i < 0:
		return Addr{}, parseAddrError{s, "unable to parse IP", ""}
	case s[i] == '%':
		return Addr{}, parseAddrError{s, "missing IPv6 address", ""}
	case s[i] == ':':
		return parse6(s)
	}
	var bytes [4]byte
	if err := parse4(s, s, &bytes); err != nil {
		return Addr{}, err
	}
	return AddrFrom4(bytes), nil
}

// MustParseAddr is ParseAddr that panics.
func MustParseAddr(s string) Addr {
	ip, err := ParseAddr(s)
	if err != nil {
		panic(err)
	}
	return ip
}

// parse4 reads s, a part of text: four numbers with dots between.
func parse4(text, s string, bytes *[4]byte) error {
	number, digits, dots := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			if digits == 1 && number == 0 {
				return parseAddrError{text, "IPv4 field has octet with leading zero", ""}
			}
			number = number*10 + int(c-'0')
			digits++
			if number > 255 {
				return parseAddrError{text, "IPv4 field has value >255", ""}
			}
		case c != '.':
			return parseAddrError{text, "unexpected character", s[i:]}
		case digits == 0 || i == len(s)-1:
			return parseAddrError{text, "IPv4 field must have at least one digit", s[i:]}
		case dots == 3:
			return parseAddrError{text, "IPv4 address too long", ""}
		default:
			bytes[dots] = byte(number)
			number, digits = 0, 0
			dots++
		}
	}
	if dots < 3 {
		return parseAddrError{text, "IPv4 address too short", ""}
	}
	bytes[3] = byte(number)
	return nil
}

// parse6 reads eight groups of hexadecimal digits, fewer where "::" stands for zeros, the last two perhaps as IPv4, and a zone.
func parse6(text string) (Addr, error) {
	fail := func(reason, at string) (Addr, error) { return Addr{}, parseAddrError{text, reason, at} }
	s, zone, zoned := strings.Cut(text, "%")
	if zoned && zone == "" {
		return fail("zone must be a non-empty string", "")
	}
	var bytes [16]byte
	n, zeros := 0, -1 // bytes that are there, and where the zeros go
	if strings.HasPrefix(s, "::") {
		zeros = 0
		if s = s[2:]; s == "" {
			return IPv6Unspecified().WithZone(zone), nil
		}
	}
	for n < 16 {
		group, digits := 0, 0
		for digits < len(s) {
			digit := hexDigit(s[digits])
			if digit < 0 {
				break
			}
			if digits++; digits > 4 {
				return fail("each group must have 4 or less digits", s)
			}
			group = group<<4 | digit
		}
		if digits == 0 {
			return fail("each colon-separated field must have at least one digit", s)
		}
		if digits < len(s) && s[digits] == '.' {
			if zeros < 0 && n != 12 {
				return fail("embedded IPv4 address must replace the final 2 fields of the address", s)
			}
			if n > 12 {
				return fail("too many hex fields to fit an embedded IPv4 at the end of the address", s)
			}
			if err := parse4(text, s, (*[4]byte)(bytes[n:])); err != nil {
				return Addr{}, err
			}
			n += 4
			s = ""
			break
		}
		bytes[n], bytes[n+1] = byte(group>>8), byte(group)
		n += 2
		if s = s[digits:]; s == "" {
			break
		}
		if s[0] != ':' {
			return fail("unexpected character, want colon", s)
		}
		if len(s) == 1 {
			return fail("colon must be followed by more characters", s)
		}
		if s = s[1:]; s[0] == ':' {
			if zeros >= 0 {
				return fail("multiple :: in address", s)
			}
			zeros = n
			if s = s[1:]; s == "" {
				break
			}
		}
	}
	switch {
	case s != "":
		return fail("trailing garbage after address", s)
	case n < 16 && zeros < 0:
		return fail("address string too short", "")
	case n == 16 && zeros >= 0:
		return fail("the :: must expand to at least one field of zeros", "")
	}
	if n < 16 {
		copy(bytes[zeros+16-n:], bytes[zeros:n])
		clear(bytes[zeros : zeros+16-n])
	}
	return AddrFrom16(bytes).WithZone(zone), nil
}

// hexDigit returns the value of a hexadecimal digit, -1 if it is none.
func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
