// Package html escapes text for HTML, and undoes it.
package html

import (
	"strings"
	"sync"
	"unicode/utf8"
)

var escaper = strings.NewReplacer("&", "&amp;", "'", "&#39;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// EscapeString returns s with references for the five characters < > & ' and ".
func EscapeString(s string) string { return escaper.Replace(s) }

// longestBare is the length of the longest name that needs no semicolon behind it.
const longestBare = 6

// named returns what the names stand for.
var named = sync.OnceValue(func() map[string]string {
	names := make(map[string]string, 2300)
	for rest := entities; rest != ""; {
		var name, text string
		name, rest, _ = strings.Cut(rest, " ")
		text, rest, _ = strings.Cut(rest, "\x00")
		names[name] = text
	}
	return names
})

// windows1252 has what the numbers 0x80 to 0x9f mean in the pages that use them.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

// UnescapeString returns s with what its character references stand for: more of them than EscapeString writes, all
// that HTML has.
func UnescapeString(s string) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i >= 0 {
		b = append(b, s[:i]...)
		var n int
		b, n = appendReference(b, s[i:])
		s = s[i+n:]
		i = strings.IndexByte(s, '&')
	}
	return string(append(b, s...))
}

// appendReference appends what the reference at the beginning of s, a '&', stands for, or the bytes themselves; n of
// them are done.
func appendReference(b []byte, s string) (_ []byte, n int) {
	if len(s) > 1 && s[1] == '#' {
		if r, n := number(s); n > 0 {
			return utf8.AppendRune(b, r), n
		}
		return append(b, '&'), 1
	}
	n = 1
	for n < len(s) && ('a' <= s[n]|0x20 && s[n]|0x20 <= 'z' || '0' <= s[n] && s[n] <= '9') {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	if n > 1 {
		names := named()
		if text, ok := names[s[1:n]]; ok {
			return append(b, text...), n
		}
		for k := min(n-2, longestBare); k > 1; k-- {
			if text, ok := names[s[1:1+k]]; ok {
				return append(b, text...), 1 + k
			}
		}
	}
	return append(b, s[:n]...), n
}

// number reads a reference by number, "&#38;" or "&#x26;", in n bytes; n is 0 if there is none. A single digit needs the
// semicolon.
func number(s string) (r rune, n int) {
	if len(s) <= 3 {
		return 0, 0
	}
	n = 2
	hexadecimal := s[n]|0x20 == 'x'
	if hexadecimal {
		n++
	}
	for ; n < len(s); n++ {
		c := s[n]
		if '0' <= c && c <= '9' {
			c -= '0'
		} else if letter := c | 0x20; hexadecimal && 'a' <= letter && letter <= 'f' {
			c = letter - 'a' + 10
		} else {
			break
		}
		if hexadecimal {
			r = r*16 + rune(c)
		} else {
			r = r*10 + rune(c)
		}
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	if n <= 3 {
		return 0, 0
	}
	switch {
	case 0x80 <= r && r <= 0x9f:
		place := int32(0x80)
		for _, r1252 := range windows1252 {
			if place == r {
				return r1252, n
			}
			place++
		}
	case r == 0:
		r = utf8.RuneError
	}
	return r, n // AppendRune knows the numbers that are no characters
}
