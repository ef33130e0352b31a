package json

import (
	"strconv"
	"unicode/utf8"
)

// SyntaxError says what is wrong with a text that is not JSON.
type SyntaxError struct {
	msg    string
	Offset int64 // bytes read when it was found
}

func (e *SyntaxError) Error() string { return e.msg }

// What scanValue finds wrong, with native.cpp.
const (
	scanOK = iota
	scanEnd
	scanValueStart
	scanKeyStart
	scanAfterKey
	scanAfterPair
	scanAfterElement
	scanInString
	scanInEscape
	scanInNumber
	scanInLiteral
	scanTooDeep
)

// scanValue skips the value that begins at data[at], white space in front included. What is wrong stands at `end`; of
// literals and escapes at `end` too, and they begin at `begin`.
//
//go:noescape
func scanValue(data []byte, at int) (end, begin, what int)

// skipSpace returns where the next byte that is no white space stands.
func skipSpace(data []byte, at int) int {
	for at < len(data) && (data[at] == ' ' || data[at] == '\n' || data[at] == '\t' || data[at] == '\r') {
		at++
	}
	return at
}

// syntaxError is the error for what scanValue found.
func syntaxError(data []byte, end, begin, what int) error {
	if what == scanEnd {
		return &SyntaxError{"unexpected end of JSON input", int64(end)}
	}
	if what == scanTooDeep {
		return &SyntaxError{"exceeded max depth", int64(end + 1)}
	}
	if what == scanInEscape {
		text := string(data[begin:end])
		if len(text) > 1 && text[1] == 'u' && len(text) < len(`\u1234`) {
			text = string(data[begin:min(begin+len(`\u1234`), len(data))]) // with what stands where digits should
		}
		return &SyntaxError{"invalid escape sequence " + quoteText(text) + " in string", int64(end)}
	}
	where := ""
	switch what {
	case scanValueStart:
		where = "looking for beginning of value"
	case scanKeyStart:
		where = "looking for beginning of object key string"
	case scanAfterKey:
		where = "after object key"
	case scanAfterPair:
		where = "after object key:value pair"
	case scanAfterElement:
		where = "after array element"
	case scanInString:
		where = "in string"
	case scanInNumber:
		where = "in numeric literal"
	case scanInLiteral:
		literal := "null"
		switch data[begin] {
		case 't':
			literal = "true"
		case 'f':
			literal = "false"
		}
		where = "in literal " + literal + " (expecting " + strconv.QuoteRune(rune(literal[end-begin])) + ")"
	}
	return invalidCharacter(data, end, where)
}

// invalidCharacter complains about the character at data[at].
func invalidCharacter(data []byte, at int, where string) error {
	_, n := utf8.DecodeRune(data[at:])
	return &SyntaxError{"invalid character " + quoteCharacter(data[at:at+n]) + " " + where, int64(at + n)}
}

func quoteCharacter(c []byte) string {
	r, n := utf8.DecodeRune(c)
	if r == utf8.RuneError && n == 1 {
		return `'\x` + string(hexDigits[c[0]>>4]) + string(hexDigits[c[0]&15]) + `'`
	}
	return strconv.QuoteRune(r)
}

func quoteText(s string) string {
	for _, r := range s {
		if r == '`' || r == utf8.RuneError || !strconv.IsPrint(r) || r == ' ' {
			return strconv.Quote(s)
		}
	}
	return "`" + s + "`"
}

// check says what is wrong with data as one value.
func check(data []byte) error {
	end, begin, what := scanValue(data, 0)
	if what != scanOK {
		return syntaxError(data, end, begin, what)
	}
	if end = skipSpace(data, end); end < len(data) {
		return invalidCharacter(data, end, "after top-level value")
	}
	return nil
}

// checkString says what is wrong with data as one string.
func checkString(data []byte) error {
	if len(data) > 0 && data[0] != '"' {
		return invalidCharacter(data, 0, "looking for beginning of object key string")
	}
	return check(data)
}

// Valid says whether data is JSON.
func Valid(data []byte) bool {
	end, _, what := scanValue(data, 0)
	return what == scanOK && skipSpace(data, end) == len(data)
}

// isNumber says whether s is a number of JSON.
func isNumber(s string) bool {
	if s == "" || s[0] != '-' && (s[0] < '0' || s[0] > '9') {
		return false
	}
	end, _, what := scanValue([]byte(s), 0)
	return what == scanOK && end == len(s)
}
