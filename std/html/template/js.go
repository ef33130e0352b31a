package template

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

const jsSpace = "\f\n\r\t\v\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"

// slashAfter is what / means behind a piece of JavaScript.
func slashAfter(s []byte, before slash) slash {
	s = bytes.TrimRight(s, jsSpace)
	if len(s) == 0 {
		return before
	}
	last := s[len(s)-1]
	switch {
	case last == '+' || last == '-':
		// x++ ends an operand, x + + does not.
		if n := len(s) - len(bytes.TrimRight(s, string(last))); n%2 == 0 {
			return slashDivides
		}
		return slashRegexp
	case last == '.':
		if len(s) > 1 && isDigit(s[len(s)-2]) {
			return slashDivides
		}
		return slashRegexp
	case strings.IndexByte(",<>=*%&|^?!~([:;{}", last) >= 0:
		return slashRegexp
	}
	start := len(s)
	for start > 0 && isJSWord(rune(s[start-1])) {
		start--
	}
	// A keyword that an expression follows, but for a property of that name.
	switch string(s[start:]) {
	case "break", "case", "continue", "delete", "do", "else", "finally", "in", "instanceof", "return", "throw", "try", "typeof", "void", "yield":
		if !bytes.HasSuffix(bytes.TrimRight(s[:start], jsSpace), []byte(".")) {
			return slashRegexp
		}
	}
	return slashDivides
}

func isJSWord(r rune) bool {
	return r == '$' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// isJSType says whether a script of this MIME type is read as JavaScript, or as JSON.
func isJSType(mime string) bool {
	mime, _, _ = strings.Cut(mime, ";")
	mime = strings.TrimSpace(strings.ToLower(mime))
	if mime == "" || mime == "module" {
		return true
	}
	group, kind, _ := strings.Cut(mime, "/")
	switch group {
	case "application":
		switch kind {
		case "ecmascript", "javascript", "json", "ld+json", "x-ecmascript", "x-javascript":
			return true
		}
	case "text":
		switch kind {
		case "ecmascript", "javascript", "javascript1.0", "javascript1.1", "javascript1.2", "javascript1.3", "javascript1.4", "javascript1.5",
			"jscript", "livescript", "x-ecmascript", "x-javascript":
			return true
		}
	}
	return false
}

// stepJS goes behind the next character that may change the context.
func (c context) stepJS(s []byte) (context, int) {
	i := bytes.IndexAny(s, "\"`'/{}<-#")
	if i < 0 {
		c.slash = slashAfter(s, c.slash)
		return c, len(s)
	}
	c.slash = slashAfter(s[:i], c.slash)
	rest := s[i:]
	starts := func(text string) bool { return bytes.HasPrefix(rest, []byte(text)) }
	switch rest[0] {
	case '"':
		c.state, c.slash = inJSDouble, slashRegexp
	case '\'':
		c.state, c.slash = inJSSingle, slashRegexp
	case '`':
		c.state, c.slash = inJSTemplate, slashRegexp
	case '/':
		switch {
		case starts("//"):
			c.state = inJSLineComment
			i++
		case starts("/*"):
			c.state = inJSBlockComment
			i++
		case c.slash == slashRegexp:
			c.state = inJSRegexp
		case c.slash == slashDivides:
			c.slash = slashRegexp
		default:
			return fail(ErrSlashAmbig, "'/' could start a division or regexp: %.32q", rest), len(s)
		}
	case '<':
		if starts("<!--") {
			c.state = inJSHTMLOpenComment
			i += 3
		}
	case '-':
		if starts("-->") {
			c.state = inJSHTMLCloseComment
			i += 2
		}
	case '#':
		if starts("#!") {
			c.state = inJSLineComment
			i++
			break
		}
		// A private name.
		for i+1 < len(s) && isJSWord(rune(s[i+1])) {
			i++
		}
		c.slash = slashDivides
	case '{', '}':
		return c.brace(rest[0]), i + 1
	}
	return c, i + 1
}

// brace goes behind a brace; that which closes ${ leads back to the literal.
func (c context) brace(brace byte) context {
	if top := len(c.braces) - 1; top >= 0 {
		if brace == '{' {
			c.braces[top]++
		} else if c.braces[top]--; c.braces[top] < 0 {
			c.braces = c.braces[:top]
			c.state = inJSTemplate
			return c
		}
	}
	c.slash = slashAfter([]byte{brace}, c.slash)
	return c
}

// stepJSTemplate looks for the end of a template literal, or for ${.
func (c context) stepJSTemplate(s []byte) (context, int) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			if i++; i == len(s) {
				return fail(ErrPartialEscape, "unfinished escape sequence in JS string: %q", s), len(s)
			}
		case '$':
			if i+1 < len(s) && s[i+1] == '{' {
				c.braces = append(c.braces, 0)
				c.state, c.slash = inJS, slashRegexp
				return c, i + 2
			}
		case '`':
			c.state = inJS
			return c, i + 1
		}
	}
	return c, len(s)
}

// stepJSQuoted looks for the end of a string or regexp.
func (c context) stepJSQuoted(s []byte) (context, int) {
	end := byte('"')
	switch c.state {
	case inJSSingle:
		end = '\''
	case inJSRegexp:
		end = '/'
	}
	inSet := false // [ ] of a regexp
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\':
			if i++; i == len(s) {
				return fail(ErrPartialEscape, "unfinished escape sequence in JS string: %q", s), len(s)
			}
		case s[i] == '[' && c.state == inJSRegexp:
			inSet = true
		case s[i] == ']' && c.state == inJSRegexp:
			inSet = false
		case s[i] != end:
		case end == '/' && i > 0 && i+7 <= len(s) && bytes.EqualFold(s[i-1:i+7], []byte("</script")):
			i++ // the tag is made harmless
		case !inSet:
			c.state, c.slash = inJS, slashDivides
			return c, i + 1
		}
	}
	if inSet {
		return fail(ErrPartialCharset, "unfinished JS regexp charset: %q", s), len(s)
	}
	return c, len(s)
}

var (
	scriptTags  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(?i)<(script|/script|!--)") })
	scriptInDoc = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(?i)<(/?)script") })
)

var marshalerType = reflect.TypeFor[json.Marshaler]()

// jsValue makes an expression of a value, by encoding/json.
func jsValue(args ...any) string {
	for i, arg := range args {
		args[i] = behind(arg, marshalerType)
	}
	var value any
	if len(args) != 1 {
		value = fmt.Sprint(args...)
	} else {
		value = args[0]
		switch v := value.(type) {
		case JS:
			return string(v)
		case JSStr:
			return `"` + string(v) + `"`
		case json.Marshaler:
		case fmt.Stringer:
			value = v.String()
		}
	}
	b, err := json.Marshal(value)
	if err != nil {
		text := scriptInDoc().ReplaceAllString(err.Error(), `\x3C${1}script`)
		text = strings.ReplaceAll(text, "*/", "* /")
		return " /* " + strings.ReplaceAll(text, "<!--", `\x3C!--`) + " */null "
	}
	text := string(b)
	if text == "" {
		return " null "
	}
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	// Line ends of Unicode may not stand in strings.
	text = strings.NewReplacer("\u2028", `\u2028`, "\u2029", `\u2029`).Replace(text)
	if isJSWord(first) || isJSWord(last) {
		text = " " + text + " " // apart from words beside it
	}
	return text
}

// What characters become in strings; those below a space that have no entry become \u00xx.
var (
	jsControls = map[rune]string{'\t': `\t`, '\n': `\n`, '\f': `\f`, '\r': `\r`}
	jsMarkup   = map[rune]string{'"': `\u0022`, '`': `\u0060`, '&': `\u0026`, '\'': `\u0027`, '+': `\u002b`, '/': `\/`, '<': `\u003c`, '>': `\u003e`}
	jsEscapes  = with(jsMarkup, map[rune]string{'\\': `\\`})
	jsTemplate = with(jsEscapes, map[rune]string{'$': `\u0024`, '{': `\u007b`, '}': `\u007d`})
	jsRegexp   = func() map[rune]string {
		all := with(jsEscapes, nil)
		delete(all, '`')
		for _, r := range "$()*-.?[]^{|}" {
			all[r] = `\` + string(r)
		}
		return all
	}()
)

func with(some, more map[rune]string) map[rune]string {
	all := map[rune]string{}
	for _, m := range []map[rune]string{some, more} {
		for r, text := range m {
			all[r] = text
		}
	}
	return all
}

func escapeJS(s string, escapes map[rune]string) string {
	return replace(s, func(r rune, _ string) (string, bool) {
		switch {
		case r < ' ':
			if text, ok := jsControls[r]; ok {
				return text, true
			}
			return fmt.Sprintf(`\u%04x`, r), true
		case r == '\u2028' || r == '\u2029':
			return fmt.Sprintf(`\u%04x`, r), true
		}
		text, ok := escapes[r]
		return text, ok
	})
}

// replace puts other texts in the place of characters; by is also given what stands behind the character.
func replace(s string, by func(r rune, rest string) (string, bool)) string {
	var b strings.Builder
	written := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if text, ok := by(r, s[i+size:]); ok {
			b.WriteString(s[written:i])
			b.WriteString(text)
			written = i + size
		}
		i += size
	}
	if written == 0 {
		return s
	}
	b.WriteString(s[written:])
	return b.String()
}

// jsString escapes what stands between quotes.
func jsString(args ...any) string {
	s, kind := textOf(args...)
	if kind == jsStringContent {
		return escapeJS(s, jsMarkup)
	}
	return escapeJS(s, jsEscapes)
}

func jsTemplateLiteral(args ...any) string {
	s, _ := textOf(args...)
	return escapeJS(s, jsTemplate)
}

func jsRegexpPart(args ...any) string {
	s, _ := textOf(args...)
	if s == "" {
		return "(?:)" // an empty regexp would begin a comment
	}
	return escapeJS(s, jsRegexp)
}
