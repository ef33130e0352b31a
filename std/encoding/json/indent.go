package json

import (
	"bytes"
	"strings"
)

// HTMLEscape appends src to dst with <, >, &, U+2028 and U+2029 in strings escaped.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	dst.Grow(len(src))
	dst.Write(appendHTML(dst.AvailableBuffer(), src))
}

func appendHTML(b, src []byte) []byte {
	start := 0
	for i, c := range src {
		switch {
		case c == '<' || c == '>' || c == '&':
			b = append(b, src[start:i]...)
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			start = i + 1
		case c == 0xe2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xa8:
			b = append(b, src[start:i]...)
			b = append(b, '\\', 'u', '2', '0', '2', hexDigits[src[i+2]&15])
			start = i + 3
		}
	}
	return append(b, src[start:]...)
}

// Compact appends src to dst without white space between tokens.
func Compact(dst *bytes.Buffer, src []byte) error {
	dst.Grow(len(src))
	b, err := appendCompact(dst.AvailableBuffer(), src, false)
	if err == nil {
		dst.Write(b)
	}
	return ofText(err)
}

// ofText words an error as Compact and Indent do: they have values where the decoder has elements.
func ofText(err error) error {
	if e, ok := err.(*SyntaxError); ok {
		e.msg = strings.Replace(e.msg, "after array element", "after array value", 1)
	}
	return err
}

func appendCompact(b, src []byte, html bool) ([]byte, error) {
	if err := check(src); err != nil {
		return b, err
	}
	start := len(b)
	for i := 0; i < len(src); {
		switch src[i] {
		case ' ', '\t', '\n', '\r':
			i++
		case '"':
			end, _, _ := scanValue(src, i)
			b = append(b, src[i:end]...)
			i = end
		default:
			b = append(b, src[i])
			i++
		}
	}
	if html && bytes.ContainsAny(b[start:], "<>&\u2028\u2029") {
		return appendHTML(b[:start], bytes.Clone(b[start:])), nil
	}
	return b, nil
}

// Indent appends src to dst with each element on a line of its own, behind prefix and one indent for each level.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	dst.Grow(2 * len(src))
	b, err := appendIndented(dst.AvailableBuffer(), src, prefix, indent)
	dst.Write(b)
	return ofText(err)
}

func appendIndented(b, src []byte, prefix, indent string) ([]byte, error) {
	if err := check(src); err != nil {
		return b, err
	}
	depth := 0
	line := func() {
		b = append(b, '\n')
		b = append(b, prefix...)
		for i := 0; i < depth; i++ {
			b = append(b, indent...)
		}
	}
	end := len(src)
	for end > 0 && (src[end-1] == ' ' || src[end-1] == '\n' || src[end-1] == '\t' || src[end-1] == '\r') {
		end--
	}
	for i := 0; i < end; {
		switch c := src[i]; c {
		case ' ', '\t', '\n', '\r':
			i++
		case '{', '[':
			b = append(b, c)
			i = skipSpace(src, i+1)
			if src[i] == '}' || src[i] == ']' {
				b = append(b, src[i])
				i++
				continue
			}
			depth++
			line()
		case '}', ']':
			depth--
			line()
			b = append(b, c)
			i++
		case ',':
			b = append(b, c)
			line()
			i++
		case ':':
			b = append(b, ':', ' ')
			i++
		default:
			next, _, _ := scanValue(src, i)
			b = append(b, src[i:next]...)
			i = next
		}
	}
	start := len(b)
	b = append(b, src[end:]...)
	if !blank(prefix) || !blank(indent) {
		replaceMargins(b[start:], prefix, indent)
	}
	return b, nil
}

// blank says whether s has only spaces and tabs.
func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' && s[i] != '\t' {
			return false
		}
	}
	return true
}

// replaceMargins puts prefix and indent over the spaces at the beginning of lines behind the value, as Go does where these are not blank.
func replaceMargins(b []byte, prefix, indent string) {
	for {
		at := bytes.IndexByte(b, '\n')
		if at < 0 {
			return
		}
		b = b[at+1:]
		spaces := b[:len(b)-len(bytes.TrimLeft(b, " "))]
		b = b[len(spaces):]
		spaces = spaces[copy(spaces, prefix):]
		for len(spaces) > 0 && indent != "" {
			spaces = spaces[copy(spaces, indent):]
		}
	}
}
