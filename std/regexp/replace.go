package regexp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// replaced returns s with the text that replace appends for each match.
func (re *Regexp) replaced(s string, count int, replace func(dst []byte, ends []int) []byte) []byte {
	var buf []byte
	var room [2]int
	last := 0 // the end of the match before
	for pos := 0; pos <= len(s); {
		ends := re.find(room[:], s, pos, count)
		if ends == nil {
			break
		}
		buf = append(buf, s[last:ends[0]]...)
		// An empty match just behind another does not count.
		if ends[1] > last || ends[0] == 0 {
			buf = replace(buf, ends)
		}
		last = ends[1]
		_, size := utf8.DecodeRuneInString(s[pos:])
		pos = max(pos+max(size, 1), ends[1])
	}
	return append(buf, s[last:]...)
}

// ReplaceAllString returns src with every match replaced by repl, in which $1 or ${name} stand for groups.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	count := 2
	if strings.IndexByte(repl, '$') >= 0 {
		count = re.ends
	}
	b := re.replaced(src, count, func(dst []byte, ends []int) []byte {
		return re.expand(dst, repl, src, ends)
	})
	return string(b)
}

// ReplaceAllLiteralString returns src with every match replaced by repl as it is.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return string(re.replaced(src, 2, func(dst []byte, ends []int) []byte { return append(dst, repl...) }))
}

// ReplaceAllStringFunc returns src with every match replaced by what repl returns for it.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	b := re.replaced(src, 2, func(dst []byte, ends []int) []byte {
		return append(dst, repl(src[ends[0]:ends[1]])...)
	})
	return string(b)
}

// ReplaceAll is ReplaceAllString for bytes; the result is a new slice.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	count := 2
	template := strings.Clone(view(repl)) // on the heap, as in Go
	if strings.IndexByte(template, '$') >= 0 {
		count = re.ends
	}
	return re.replaced(view(src), count, func(dst []byte, ends []int) []byte {
		return re.expand(dst, template, view(src), ends)
	})
}

// ReplaceAllLiteral is ReplaceAllLiteralString for bytes; the result is a new slice.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return re.replaced(view(src), 2, func(dst []byte, ends []int) []byte { return append(dst, repl...) })
}

// ReplaceAllFunc is ReplaceAllStringFunc for bytes; the result is a new slice.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return re.replaced(view(src), 2, func(dst []byte, ends []int) []byte {
		return append(dst, repl(src[ends[0]:ends[1]])...)
	})
}

// Expand appends template to dst, with groups of the match of src whose ends are given for $1, $name and ${name}.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), view(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template, src string, ends []int) []byte {
	for {
		before, after, found := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !found {
			return dst
		}
		template = after
		if after != "" && after[0] == '$' {
			dst = append(dst, '$')
			template = after[1:]
			continue
		}
		name, number, rest, ok := reference(after)
		if !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		if number < 0 {
			number = re.matchedIndex(name, ends)
		}
		if number >= 0 && 2*number+1 < len(ends) && ends[2*number] >= 0 {
			dst = append(dst, src[ends[2*number]:ends[2*number+1]]...)
		}
	}
}

// matchedIndex returns the first group with the name that has matched, -1 if there is none.
func (re *Regexp) matchedIndex(name string, ends []int) int {
	for i, n := range re.names {
		if n == name && 2*i+1 < len(ends) && ends[2*i] >= 0 {
			return i
		}
	}
	return -1
}

// reference reads name or {name} behind a $; number is -1 for what is no number.
func reference(s string) (name string, number int, rest string, ok bool) {
	brace := s != "" && s[0] == '{'
	if brace {
		s = s[1:]
	}
	end := 0
	for end < len(s) {
		c, size := utf8.DecodeRuneInString(s[end:])
		if c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			break
		}
		end += size
	}
	name, rest = s[:end], s[end:]
	if name == "" {
		return
	}
	if brace {
		if rest == "" || rest[0] != '}' {
			return
		}
		rest = rest[1:]
	}
	for i := range len(name) {
		if name[i] < '0' || '9' < name[i] || number >= 1e8 {
			return name, -1, rest, true
		}
		number = number*10 + int(name[i]-'0')
	}
	if name[0] == '0' && len(name) > 1 {
		number = -1
	}
	return name, number, rest, true
}
