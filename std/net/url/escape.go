package url

import (
	"strconv"
	"strings"
)

// EscapeError is what stands in a text where an escape should.
type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

// InvalidHostError is a character that no host may have.
type InvalidHostError string

func (e InvalidHostError) Error() string {
	return "invalid character " + strconv.Quote(string(e)) + " in host name"
}

// part is a component of a URL, as one bit.
type part uint8

const (
	partPath part = 1 << iota
	partSegment
	partHost
	partZone
	partUser
	partQuery
	partFragment
)

// plain says for a byte in which parts it stands for itself.
var plain = func() (table [256]part) {
	allow := func(characters string, parts part) {
		for _, c := range []byte(characters) {
			table[c] |= parts
		}
	}
	const all = partPath | partSegment | partHost | partZone | partUser | partQuery | partFragment
	allow("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~", all)
	allow("$&+=", partPath|partSegment|partUser|partFragment)
	allow(":@", partPath|partSegment|partFragment)
	allow("/", partPath|partFragment)
	allow(",;", partPath|partUser|partFragment)
	allow("?!()*", partFragment)
	allow("!$&'()*+,;=:[]<>\"", partHost|partZone)
	return table
}()

// digitOf returns the value of a hexadecimal digit, 16 or more for other bytes.
func digitOf(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return c | 0x20 - 'a' + 10
	}
	return 16
}

// escapeAt returns the byte that the escape at the beginning of s stands for.
func escapeAt(s string) (c byte, ok bool) {
	if len(s) < 3 {
		return 0, false
	}
	high, low := digitOf(s[1]), digitOf(s[2])
	return high<<4 | low&15, high < 16 && low < 16
}

func unescape(s string, in part) (string, error) {
	escapes := 0
	pluses := false
	host := in&(partHost|partZone) != 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%':
			decoded, ok := escapeAt(s[i:])
			// RFC 3986 has escapes of bytes that are not ASCII alone in hosts; RFC 6874 adds that of '%'. Zones may
			// escape what a host can have, and spaces.
			if ok && host && decoded != '%' {
				if in == partHost {
					ok = decoded >= 0x80
				} else {
					ok = decoded == ' ' || plain[decoded]&partHost != 0
				}
			}
			if !ok {
				return "", EscapeError(s[i:min(i+3, len(s))])
			}
			escapes++
			i += 2
		case c == '+':
			pluses = in == partQuery
		case host && c < 0x80 && plain[c]&in == 0:
			return "", InvalidHostError(s[i : i+1])
		}
	}
	if escapes == 0 && !pluses {
		return s, nil
	}
	var b strings.Builder
	b.Grow(len(s) - 2*escapes)
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '%' {
			c, _ = escapeAt(s[i:])
			i += 2
		} else if c == '+' && pluses {
			c = ' '
		}
		b.WriteByte(c)
	}
	return b.String(), nil
}

func escape(s string, in part) string {
	escapes := 0
	spaces := false
	for i := 0; i < len(s); i++ {
		if plain[s[i]]&in == 0 {
			if s[i] == ' ' && in == partQuery {
				spaces = true
			} else {
				escapes++
			}
		}
	}
	if escapes == 0 && !spaces {
		return s
	}
	const digits = "0123456789ABCDEF"
	var short [64]byte
	t := short[:0]
	if n := len(s) + 2*escapes; n > len(short) {
		t = make([]byte, 0, n)
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case plain[c]&in != 0:
			t = append(t, c)
		case c == ' ' && in == partQuery:
			t = append(t, '+')
		default:
			t = append(t, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(t)
}

// QueryUnescape undoes QueryEscape.
func QueryUnescape(s string) (string, error) { return unescape(s, partQuery) }

// PathUnescape undoes PathEscape; a '+' stands for itself.
func PathUnescape(s string) (string, error) { return unescape(s, partSegment) }

// QueryEscape returns s as it can stand in a query.
func QueryEscape(s string) string { return escape(s, partQuery) }

// PathEscape returns s as it can stand between two slashes of a path.
func PathEscape(s string) string { return escape(s, partSegment) }

// isEncoded reports whether s may be what a path or fragment was encoded to, by someone who escapes less.
func isEncoded(s string, in part) bool {
	for i := 0; i < len(s); i++ {
		if plain[s[i]]&in == 0 && strings.IndexByte("!$&'()*+,;=:@[]%", s[i]) < 0 {
			return false
		}
	}
	return true
}

// encode returns raw if it encodes text, else text as this package escapes it.
func encode(raw, text string, in part) string {
	if raw != "" && isEncoded(raw, in) {
		if decoded, err := unescape(raw, in); err == nil && decoded == text {
			return raw
		}
	}
	if text == "*" && in == partPath {
		return text
	}
	return escape(text, in)
}

// decode returns what raw encodes, and raw itself if escaping gives something else.
func decode(raw string, in part) (text, hint string, err error) {
	text, err = unescape(raw, in)
	if err == nil && escape(text, in) != raw {
		hint = raw
	}
	return text, hint, err
}
