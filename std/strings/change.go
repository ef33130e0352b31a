package strings

import (
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// ruleOf returns what tables are drawn with most often, if it begins with c: a Repeat of it is a part of one.
func ruleOf(c byte) string {
	switch c {
	case ' ':
		return "                                                                                                                                "
	case '-':
		return "--------------------------------------------------------------------------------------------------------------------------------"
	case '0':
		return "0000000000000000000000000000000000000000000000000000000000000000"
	case '=':
		return "================================================================================================================================"
	case '\t':
		return "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"
	}
	return ""
}

// Repeat returns count copies of s.
func Repeat(s string, count int) string {
	switch {
	case count < 0:
		panic("strings: negative Repeat count")
	case count == 0 || s == "":
		return ""
	case count == 1:
		return s
	case len(s) > (1<<63-1)/count:
		panic("strings: Repeat output length overflow")
	}
	n := len(s) * count
	if rule := ruleOf(s[0]); n <= len(rule) && HasPrefix(rule, s) {
		return rule[:n]
	}
	var b Builder
	b.Grow(n)
	b.WriteString(s)
	for b.Len() < n {
		rest := n - b.Len()
		if rest > b.Len() {
			rest = b.Len()
		}
		b.WriteString(b.String()[:rest])
	}
	return b.String()
}

// Replace replaces the first n old by new; negative n is all.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if m := Count(s, old); m == 0 {
		return s
	} else if n < 0 || m < n {
		n = m
	}
	var b Builder
	b.Grow(len(s) + n*(len(new)-len(old)))
	start := 0
	for i := range n {
		at := start
		if old == "" {
			if i > 0 {
				_, size := utf8.DecodeRuneInString(s[start:])
				at += size
			}
		} else {
			at += Index(s[start:], old)
		}
		b.WriteString(s[start:at])
		b.WriteString(new)
		start = at + len(old)
	}
	b.WriteString(s[start:])
	return b.String()
}

// ReplaceAll replaces every old by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Map replaces each character by what mapping returns, or drops it if that is negative.
func Map(mapping func(rune) rune, s string) string {
	for i, c := range s {
		r := mapping(c)
		if r == c && c != utf8.RuneError {
			continue
		}
		size := 1
		if c == utf8.RuneError {
			c, size = utf8.DecodeRuneInString(s[i:])
			if size != 1 && r == c {
				continue
			}
		} else {
			size = utf8.RuneLen(c)
		}
		var b Builder
		b.Grow(len(s) + utf8.UTFMax)
		b.WriteString(s[:i])
		if r >= 0 {
			b.WriteRune(r)
		}
		for _, c := range s[i+size:] {
			if r := mapping(c); r >= 0 {
				b.WriteRune(r)
			}
		}
		return b.String()
	}
	return s
}

// changeCase maps ASCII letters from lo to hi by the distance of the cases; ok is false if s has other
// characters than ASCII.
func changeCase(s string, lo, hi byte) (string, bool) {
	found := false
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return "", false
		}
		found = found || lo <= c && c <= hi
	}
	if !found {
		return s, true
	}
	var out Builder
	out.Grow(len(s))
	b := out.buf[:len(s)]
	for i := range len(s) {
		c := s[i]
		if lo <= c && c <= hi {
			c ^= 'a' - 'A'
		}
		b[i] = c
	}
	return unsafe.String(unsafe.SliceData(b), len(b)), true
}

// ToUpper returns s in upper case.
func ToUpper(s string) string {
	if t, ok := changeCase(s, 'a', 'z'); ok {
		return t
	}
	return Map(unicode.ToUpper, s)
}

// ToLower returns s in lower case.
func ToLower(s string) string {
	if t, ok := changeCase(s, 'A', 'Z'); ok {
		return t
	}
	return Map(unicode.ToLower, s)
}

// ToTitle returns s with all letters in title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial returns s in upper case, by the mappings of c first.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial returns s in lower case, by the mappings of c first.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial returns s with all letters in title case, by the mappings of c first.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// Title returns s with the first letter of each word in title case.
func Title(s string) string {
	prev := ' '
	return Map(func(r rune) rune {
		letter := prev == '_' || unicode.IsLetter(prev) || unicode.IsDigit(prev)
		if prev > 0x7F && !unicode.IsLetter(prev) && !unicode.IsDigit(prev) {
			letter = !unicode.IsSpace(prev)
		}
		prev = r
		if !letter {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

// ToValidUTF8 replaces runs of bad bytes.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b Builder
	b.Grow(len(s) + len(replacement))
	bad := false
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if !bad {
				b.WriteString(replacement)
			}
			bad = true
		} else {
			b.WriteString(s[i : i+size])
			bad = false
		}
		i += size
	}
	return b.String()
}

// Clone returns a copy of s in memory of its own.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	b := make([]byte, len(s))
	copy(b, s)
	return unsafe.String(&b[0], len(b))
}

// TrimFunc removes characters for which f holds from both ends.
func TrimFunc(s string, f func(rune) bool) string { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc removes characters for which f holds from the beginning.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc removes characters for which f holds from the end.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// Trim removes the characters of cutset from both ends.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft removes the characters of cutset from the beginning.
func TrimLeft(s, cutset string) string {
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[size:]
	}
	return s
}

// TrimRight removes the characters of cutset from the end.
func TrimRight(s, cutset string) string {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// TrimSpace removes white space from both ends.
func TrimSpace(s string) string {
	start, end := 0, len(s)
	for ; start < end; start++ {
		c := s[start]
		if c >= utf8.RuneSelf {
			return TrimFunc(s[start:end], unicode.IsSpace)
		}
		if !isSpace(c) {
			break
		}
	}
	for ; end > start; end-- {
		c := s[end-1]
		if c >= utf8.RuneSelf {
			return TrimRightFunc(s[start:end], unicode.IsSpace)
		}
		if !isSpace(c) {
			break
		}
	}
	return s[start:end]
}

// TrimPrefix removes prefix from the beginning.
func TrimPrefix(s, prefix string) string {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix removes suffix from the end.
func TrimSuffix(s, suffix string) string {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}
