package strings

import (
	"unicode"
	"unicode/utf8"
)

// explode splits s into characters, at most n of them; the last is the rest.
func explode(s string, n int) []string {
	count := utf8.RuneCountInString(s)
	if n < 0 || n > count {
		n = count
	}
	list := make([]string, n)
	for i := 0; i < n-1; i++ {
		_, size := utf8.DecodeRuneInString(s)
		list[i] = s[:size]
		s = s[size:]
	}
	if n > 0 {
		list[n-1] = s
	}
	return list
}

// split splits s around sep, of which keep bytes stay with the part before it, into at most n parts.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	list := make([]string, n)
	i := 0
	for ; i < n-1; i++ {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		list[i] = s[:at+keep]
		s = s[at+len(sep):]
	}
	list[i] = s
	return list[:i+1]
}

// Split splits s around every sep.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN splits s around sep into at most n parts; negative n is all.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter splits s behind every sep.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN splits s behind sep into at most n parts; negative n is all.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// Fields splits s around white space.
func Fields(s string) []string {
	n := 0
	inField := false
	ascii := true
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
		space := isSpace(c)
		if !space && !inField {
			n++
		}
		inField = !space
	}
	if !ascii {
		return FieldsFunc(s, unicode.IsSpace)
	}
	list := make([]string, n)
	at, start := 0, -1
	for i := range len(s) {
		if isSpace(s[i]) {
			if start >= 0 {
				list[at] = s[start:i]
				at++
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		list[at] = s[start:]
	}
	return list
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f'
}

// FieldsFunc splits s around the characters for which f holds.
func FieldsFunc(s string, f func(rune) bool) []string {
	type span struct{ start, end int }
	spans := make([]span, 0, 32)
	start := -1
	for i, c := range s {
		if f(c) {
			if start >= 0 {
				spans = append(spans, span{start, i})
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		spans = append(spans, span{start, len(s)})
	}
	list := make([]string, len(spans))
	for i, sp := range spans {
		list[i] = s[sp.start:sp.end]
	}
	return list
}

// Join puts sep between the elements.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	n := len(sep) * (len(elems) - 1)
	for _, e := range elems {
		n += len(e)
	}
	var b Builder
	b.Grow(n)
	b.WriteString(elems[0])
	for _, e := range elems[1:] {
		b.WriteString(sep)
		b.WriteString(e)
	}
	return b.String()
}
