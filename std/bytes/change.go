package bytes

import (
	"unicode"
	"unicode/utf8"
)

// Clone returns a copy of b in memory of its own; nil of nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Runes returns the characters of s.
func Runes(s []byte) []rune {
	runes := make([]rune, utf8.RuneCount(s))
	n := 0
	for _, r := range view(s) {
		runes[n] = r
		n++
	}
	return runes
}

// Repeat returns count copies of b.
func Repeat(b []byte, count int) []byte {
	switch {
	case count < 0:
		panic("bytes: negative Repeat count")
	case count == 0 || len(b) == 0:
		return []byte{}
	case len(b) > (1<<63-1)/count:
		panic("bytes: Repeat output length overflow")
	}
	repeated := make([]byte, len(b)*count)
	for n := copy(repeated, b); n < len(repeated); {
		n += copy(repeated[n:], repeated[:n])
	}
	return repeated
}

// Replace returns a copy of s with the first n old replaced by new; negative n is all.
func Replace(s, old, new []byte, n int) []byte {
	m := 0
	if n != 0 {
		m = Count(s, old)
	}
	if m == 0 {
		return append([]byte(nil), s...)
	}
	if n < 0 || m < n {
		n = m
	}
	replaced := make([]byte, len(s)+n*(len(new)-len(old)))
	to, from := 0, 0
	for i := range n {
		at := from
		if len(old) > 0 {
			at += Index(s[from:], old)
		} else if i > 0 {
			_, size := utf8.DecodeRune(s[from:])
			at += size
		}
		to += copy(replaced[to:], s[from:at])
		to += copy(replaced[to:], new)
		from = at + len(old)
	}
	to += copy(replaced[to:], s[from:])
	return replaced[:to]
}

// ReplaceAll returns a copy of s with every old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Map returns a copy of s with each character replaced by what mapping returns, or dropped if that is negative.
func Map(mapping func(r rune) rune, s []byte) []byte {
	mapped := make([]byte, 0, len(s))
	for _, c := range view(s) {
		if r := mapping(c); r >= 0 {
			mapped = utf8.AppendRune(mapped, r)
		}
	}
	return mapped
}

// changeCase copies s with the ASCII letters from lo to hi in the other case; false if s has other characters than
// ASCII.
func changeCase(s []byte, lo, hi byte) ([]byte, bool) {
	found := false
	for _, c := range s {
		if c >= utf8.RuneSelf {
			return nil, false
		}
		found = found || lo <= c && c <= hi
	}
	if !found {
		return append([]byte(""), s...), true
	}
	changed := make([]byte, len(s))
	for i, c := range s {
		if lo <= c && c <= hi {
			c ^= 'a' - 'A'
		}
		changed[i] = c
	}
	return changed, true
}

// ToUpper returns a copy of s in upper case.
func ToUpper(s []byte) []byte {
	if t, ok := changeCase(s, 'a', 'z'); ok {
		return t
	}
	return Map(unicode.ToUpper, s)
}

// ToLower returns a copy of s in lower case.
func ToLower(s []byte) []byte {
	if t, ok := changeCase(s, 'A', 'Z'); ok {
		return t
	}
	return Map(unicode.ToLower, s)
}

// ToTitle returns a copy of s with all letters in title case.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper by the rules of c.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by the rules of c.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by the rules of c.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// separates says whether a word may begin behind r.
func separates(r rune) bool {
	if r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) {
		return false
	}
	return r < utf8.RuneSelf || unicode.IsSpace(r)
}

// Title returns a copy of s with the first letter of each word in title case.
func Title(s []byte) []byte {
	before := ' '
	return Map(func(r rune) rune {
		first := separates(before)
		before = r
		if first {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// ToValidUTF8 returns a copy of s with runs of bad bytes replaced.
func ToValidUTF8(s, replacement []byte) []byte {
	valid := make([]byte, 0, len(s)+len(replacement))
	bad := false
	for len(s) > 0 {
		r, size := utf8.DecodeRune(s)
		if r != utf8.RuneError || size > 1 {
			valid = append(valid, s[:size]...)
			bad = false
		} else if !bad {
			valid = append(valid, replacement...)
			bad = true
		}
		s = s[size:]
	}
	return valid
}
