package bytes

import (
	"unicode"
	"unicode/utf8"
)

// explode splits s into characters, at most n of them; the last is the rest.
func explode(s []byte, n int) [][]byte {
	if n <= 0 || n > len(s) {
		n = len(s)
	}
	list := make([][]byte, 0, n)
	for len(s) > 0 && len(list) < n-1 {
		_, size := utf8.DecodeRune(s)
		list = append(list, s[:size:size])
		s = s[size:]
	}
	if len(s) > 0 {
		list = append(list, s)
	}
	return list
}

// split splits s around sep, of which keep bytes stay with the part before it, into at most n parts.
func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	list := make([][]byte, min(n, len(s)+1))
	last := 0
	for ; last < len(list)-1; last++ {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		list[last] = s[: at+keep : at+keep]
		s = s[at+len(sep):]
	}
	list[last] = s
	return list[:last+1]
}

// Split splits s around every sep.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN splits s around sep into at most n parts; negative n is all.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter splits s behind every sep.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN splits s behind sep into at most n parts; negative n is all.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

func isSpace(c byte) bool {
	return c == ' ' || '\t' <= c && c <= '\r'
}

// Fields splits s around white space.
func Fields(s []byte) [][]byte {
	n := 0
	inField := false
	for _, c := range s {
		if c >= utf8.RuneSelf {
			return FieldsFunc(s, unicode.IsSpace)
		}
		space := isSpace(c)
		if !space && !inField {
			n++
		}
		inField = !space
	}
	list := make([][]byte, n)
	end := 0
	for i := range list {
		start := end
		for isSpace(s[start]) {
			start++
		}
		end = start
		for end < len(s) && !isSpace(s[end]) {
			end++
		}
		list[i] = s[start:end:end]
	}
	return list
}

// FieldsFunc splits s around the characters for which f holds.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	type span struct{ start, end int }
	spans := make([]span, 0, 32)
	start := -1
	for i, c := range view(s) {
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
	list := make([][]byte, len(spans))
	for i, sp := range spans {
		list[i] = s[sp.start:sp.end:sp.end]
	}
	return list
}

// Join puts sep between the slices, in memory of its own.
func Join(s [][]byte, sep []byte) []byte {
	switch len(s) {
	case 0:
		return []byte{}
	case 1:
		return append([]byte(nil), s[0]...)
	}
	n := len(sep) * (len(s) - 1)
	for _, part := range s {
		n += len(part)
	}
	joined := make([]byte, n)
	at := copy(joined, s[0])
	for _, part := range s[1:] {
		at += copy(joined[at:], sep)
		at += copy(joined[at:], part)
	}
	return joined
}
