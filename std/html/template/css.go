package template

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// stepCSS looks for a string, a comment or url(.
func (c context) stepCSS(s []byte) (context, int) {
	for i := range s {
		switch s[i] {
		case '"':
			c.state = inCSSDouble
			return c, i + 1
		case '\'':
			c.state = inCSSSingle
			return c, i + 1
		case '/':
			if i+1 < len(s) && s[i+1] == '/' {
				c.state = inCSSLineComment
				return c, i + 2
			}
			if i+1 < len(s) && s[i+1] == '*' {
				c.state = inCSSBlockComment
				return c, i + 2
			}
		case '(':
			if !endsInURLWord(bytes.TrimRight(s[:i], "\t\n\f\r ")) {
				continue
			}
			end := spaceEnd(s, i+1)
			c.state = inCSSURL
			if end < len(s) && s[end] == '"' {
				c.state = inCSSDoubleURL
				end++
			} else if end < len(s) && s[end] == '\'' {
				c.state = inCSSSingleURL
				end++
			}
			return c, end
		}
	}
	return c, len(s)
}

func endsInURLWord(s []byte) bool {
	before := len(s) - len("url")
	if before < 0 || !bytes.EqualFold(s[before:], []byte("url")) {
		return false
	}
	r, _ := utf8.DecodeLastRune(s[:before])
	return before == 0 || !isCSSWord(r)
}

func isCSSWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '_' ||
		0x80 <= r && r <= 0xd7ff || 0xe000 <= r && r <= 0xfffd || 0x10000 <= r && r <= 0x10ffff
}

// stepCSSQuoted looks for the end of a string or URL. Strings are often URLs, so both are followed as these.
func (c context) stepCSSQuoted(s []byte) (context, int) {
	ends := "\t\n\f\r )"
	switch c.state {
	case inCSSDouble, inCSSDoubleURL:
		ends = `"`
	case inCSSSingle, inCSSSingleURL:
		ends = "'"
	}
	from := 0
	for {
		i := bytes.IndexAny(s[from:], `\`+ends)
		if i < 0 {
			// The rest counts as read by its decoded length.
			rest := decodeCSS(s[from:])
			return c.stepURL(rest), from + len(rest)
		}
		i += from
		if s[i] != '\\' {
			c.state = inCSS
			return c, i + 1
		}
		if i++; i == len(s) {
			return fail(ErrPartialEscape, "unfinished escape sequence in CSS string: %q", s), len(s)
		}
		c = c.stepURL(decodeCSS(s[:i+1]))
		from = i + 1
	}
}

// decodeCSS takes escapes away: a backslash and up to six hexadecimal digits with a space behind them, or any other character.
func decodeCSS(s []byte) []byte {
	if bytes.IndexByte(s, '\\') < 0 {
		return s
	}
	out := make([]byte, 0, len(s))
	for len(s) > 0 {
		plain, escape, is := bytes.Cut(s, []byte{'\\'})
		out = append(out, plain...)
		if !is || len(escape) == 0 {
			break
		}
		digits := 0
		var r rune
		for digits < min(len(escape), 6) && isHex(escape[digits]) {
			next := r<<4 | rune(hexValue(escape[digits]))
			if next > utf8.MaxRune {
				break
			}
			r = next
			digits++
		}
		if digits > 0 {
			out = utf8.AppendRune(out, r)
			s = skipCSSSpace(escape[digits:])
			continue
		}
		_, size := utf8.DecodeRune(escape)
		out = append(out, escape[:size]...)
		s = escape[size:]
	}
	return out
}

func skipCSSSpace(s []byte) []byte {
	if bytes.HasPrefix(s, []byte("\r\n")) {
		return s[2:]
	}
	if len(s) > 0 && isSpace(s[0]) {
		return s[1:]
	}
	return s
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F' }

func hexValue(c byte) byte {
	if isDigit(c) {
		return c - '0'
	}
	return c&^0x20 - 'A' + 10
}

var cssEscapes = map[rune]string{
	0: `\0`, '\t': `\9`, '\n': `\a`, '\f': `\c`, '\r': `\d`, '"': `\22`, '&': `\26`, '\'': `\27`, '(': `\28`, ')': `\29`, '+': `\2b`, '/': `\2f`,
	':': `\3a`, ';': `\3b`, '<': `\3c`, '>': `\3e`, '\\': `\\`, '{': `\7b`, '}': `\7d`,
}

// cssString escapes what stands between quotes. A space ends digits that would go on otherwise.
func cssString(args ...any) string {
	s, _ := textOf(args...)
	return replace(s, func(r rune, rest string) (string, bool) {
		text, ok := cssEscapes[r]
		if ok && r != '\\' && (rest == "" || isHex(rest[0]) || isSpace(rest[0])) {
			text += " "
		}
		return text, ok
	})
}

// cssValue lets numbers, words, colours and the like pass; nothing that could end the value or call something.
func cssValue(args ...any) string {
	s, kind := textOf(args...)
	if kind == cssContent {
		return s
	}
	b := decodeCSS([]byte(s))
	var word []byte
	for i, c := range b {
		if strings.IndexByte("\x00\"'()/;@[\\]`{}<>", c) >= 0 || c == '-' && i > 0 && b[i-1] == '-' {
			return harmless
		}
		if c != '-' && c < utf8.RuneSelf && isCSSWord(rune(c)) {
			word = append(word, c)
		}
	}
	word = bytes.ToLower(word)
	if bytes.Contains(word, []byte("expression")) || bytes.Contains(word, []byte("mozbinding")) {
		return harmless
	}
	return string(b)
}
