// Package ipaddr checks the text of IP addresses, with the errors of net/netip.
package ipaddr

import "strconv"

// parseError is why a text is no address.
type parseError struct {
	text   string // all of it
	reason string
	at     string // what follows from where it is wrong, if that is known
}

func (e parseError) Error() string {
	s := "ParseAddr(" + strconv.Quote(e.text) + "): " + e.reason
	if e.at != "" {
		s += " (at " + strconv.Quote(e.at) + ")"
	}
	return s
}

// Check reports whether s is an address in dotted decimal or one of IPv6, or why it is neither.
func Check(s string) (is4 bool, err error) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '.':
			return true, check4(s, s)
		case ':':
			return false, check6(s)
		case '%':
			return false, parseError{s, "missing IPv6 address", ""}
		}
	}
	return false, parseError{s, "unable to parse IP", ""}
}

// check4 checks s, a part of text: four numbers with dots between.
func check4(text, s string) error {
	number, digits, dots := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			if digits == 1 && number == 0 {
				return parseError{text, "IPv4 field has octet with leading zero", ""}
			}
			number = number*10 + int(c-'0')
			digits++
			if number > 255 {
				return parseError{text, "IPv4 field has value >255", ""}
			}
		case c != '.':
			return parseError{text, "unexpected character", s[i:]}
		case digits == 0 || i == len(s)-1:
			return parseError{text, "IPv4 field must have at least one digit", s[i:]}
		case dots == 3:
			return parseError{text, "IPv4 address too long", ""}
		default:
			number, digits = 0, 0
			dots++
		}
	}
	if dots < 3 {
		return parseError{text, "IPv4 address too short", ""}
	}
	return nil
}

// check6 checks eight groups of hexadecimal digits, fewer where "::" stands for zeros, and a zone behind '%'.
func check6(text string) error {
	s := text
	for i := 0; i < len(s); i++ {
		if s[i] == '%' {
			if i+1 == len(s) {
				return parseError{text, "zone must be a non-empty string", ""}
			}
			s = s[:i]
		}
	}
	groups := 0
	shortened := len(s) >= 2 && s[:2] == "::"
	if shortened {
		if s = s[2:]; s == "" {
			return nil
		}
	}
	for groups < 8 {
		digits := 0
		for digits < len(s) && isHex(s[digits]) {
			if digits++; digits > 4 {
				return parseError{text, "each group must have 4 or less digits", s}
			}
		}
		if digits == 0 {
			return parseError{text, "each colon-separated field must have at least one digit", s}
		}
		if digits < len(s) && s[digits] == '.' {
			if !shortened && groups != 6 {
				return parseError{text, "embedded IPv4 address must replace the final 2 fields of the address", s}
			}
			if groups > 6 {
				return parseError{text, "too many hex fields to fit an embedded IPv4 at the end of the address", s}
			}
			if err := check4(text, s); err != nil {
				return err
			}
			groups += 2
			s = ""
			break
		}
		groups++
		if s = s[digits:]; s == "" {
			break
		}
		if s[0] != ':' {
			return parseError{text, "unexpected character, want colon", s}
		}
		if len(s) == 1 {
			return parseError{text, "colon must be followed by more characters", s}
		}
		if s = s[1:]; s[0] == ':' {
			if shortened {
				return parseError{text, "multiple :: in address", s}
			}
			shortened = true
			if s = s[1:]; s == "" {
				break
			}
		}
	}
	switch {
	case s != "":
		return parseError{text, "trailing garbage after address", s}
	case groups < 8 && !shortened:
		return parseError{text, "address string too short", ""}
	case groups == 8 && shortened:
		return parseError{text, "the :: must expand to at least one field of zeros", ""}
	}
	return nil
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}
