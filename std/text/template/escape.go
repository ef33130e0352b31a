package template

import (
	"fmt"
	"io"
	"net/url"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inHTML has what stands for bytes of HTML, nil for those that stay.
var inHTML = [...][]byte{0: []byte("\uFFFD"), '"': []byte("&#34;"), '&': []byte("&amp;"), '\'': []byte("&#39;"), '<': []byte("&lt;"), '>': []byte("&gt;")}

// HTMLEscape writes b as it can stand in HTML.
func HTMLEscape(w io.Writer, b []byte) {
	from := 0
	for i, c := range b {
		if int(c) < len(inHTML) && inHTML[c] != nil {
			w.Write(b[from:i])
			w.Write(inHTML[c])
			from = i + 1
		}
	}
	w.Write(b[from:])
}

// HTMLEscapeString returns s as it can stand in HTML.
func HTMLEscapeString(s string) string {
	if !strings.ContainsAny(s, "'\"&<>\x00") {
		return s
	}
	var b strings.Builder
	HTMLEscape(&b, []byte(s))
	return b.String()
}

// HTMLEscaper returns what fmt.Sprint prints as it can stand in HTML.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(textOf(args)) }

// inJS has what stands for bytes of a string of JavaScript; controls are written as numbers.
var inJS = [...][]byte{'"': []byte(`\"`), '&': []byte(`\u0026`), '\'': []byte(`\'`), '<': []byte(`\u003C`), '=': []byte(`\u003D`), '>': []byte(`\u003E`), '\\': []byte(`\\`)}

var (
	control = []byte(`\u00`)
	digits  = []byte("0123456789ABCDEF")
)

// JSEscape writes b as it can stand in a string of JavaScript.
func JSEscape(w io.Writer, b []byte) {
	from := 0
	for i := 0; i < len(b); i++ {
		c := b[i]
		if !isSpecialInJS(rune(c)) {
			continue
		}
		w.Write(b[from:i])
		switch {
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRune(b[i:])
			if unicode.IsPrint(r) {
				w.Write(b[i : i+size])
			} else {
				fmt.Fprintf(w, "\\u%04X", r)
			}
			i += size - 1
		case c < ' ':
			w.Write(control)
			w.Write(digits[c>>4:][:1])
			w.Write(digits[c&15:][:1])
		default:
			w.Write(inJS[c])
		}
		from = i + 1
	}
	w.Write(b[from:])
}

// JSEscapeString returns s as it can stand in a string of JavaScript.
func JSEscapeString(s string) string {
	if strings.IndexFunc(s, isSpecialInJS) < 0 {
		return s
	}
	var b strings.Builder
	JSEscape(&b, []byte(s))
	return b.String()
}

func isSpecialInJS(r rune) bool {
	return r < ' ' || r >= utf8.RuneSelf || strings.ContainsRune(`\'"<>&=`, r)
}

// JSEscaper returns what fmt.Sprint prints as it can stand in a string of JavaScript.
func JSEscaper(args ...any) string { return JSEscapeString(textOf(args)) }

// URLQueryEscaper returns what fmt.Sprint prints as it can stand in the query of a URL.
func URLQueryEscaper(args ...any) string { return url.QueryEscape(textOf(args)) }

// textOf returns what is printed for args.
func textOf(args []any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	for i, arg := range args {
		if printed, ok := printable(reflect.ValueOf(arg)); ok {
			args[i] = printed
		}
	}
	return fmt.Sprint(args...)
}
