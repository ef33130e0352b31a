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

var html = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "'", "&#39;", "&", "&amp;", "<", "&lt;", ">", "&gt;")

// HTMLEscape writes b as it can stand in HTML.
func HTMLEscape(w io.Writer, b []byte) { html.WriteString(w, string(b)) }

// HTMLEscapeString returns s as it can stand in HTML.
func HTMLEscapeString(s string) string { return html.Replace(s) }

// HTMLEscaper returns what fmt.Sprint prints as it can stand in HTML.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(textOf(args)) }

// JSEscape writes b as it can stand in a string of JavaScript.
func JSEscape(w io.Writer, b []byte) { io.WriteString(w, JSEscapeString(string(b))) }

// JSEscapeString returns s as it can stand in a string of JavaScript.
func JSEscapeString(s string) string {
	if strings.IndexFunc(s, isSpecialInJS) < 0 {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == '\\' || r == '\'' || r == '"':
			b.WriteByte('\\')
			b.WriteByte(byte(r))
		case r < utf8.RuneSelf && isSpecialInJS(r) || r >= utf8.RuneSelf && !unicode.IsPrint(r):
			fmt.Fprintf(&b, "\\u%04X", r)
		default:
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
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
