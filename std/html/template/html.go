package template

import (
	"bytes"
	"fmt"
	"strings"
)

// What characters become in text and quoted values, and in values without quotes.
var (
	htmlEscapes = map[rune]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}
	bareEscapes = with(htmlEscapes, map[rune]string{
		0: "&#xfffd;", '\t': "&#9;", '\n': "&#10;", '\v': "&#11;", '\f': "&#12;", '\r': "&#13;", ' ': "&#32;", '=': "&#61;", '`': "&#96;",
	})
)

// escapeHTML leaves references if the text is HTML.
func escapeHTML(s string, escapes map[rune]string, isHTML bool) string {
	return replace(s, func(r rune, _ string) (string, bool) {
		if isHTML && r == '&' {
			return "", false
		}
		text, ok := escapes[r]
		return text, ok
	})
}

func htmlText(args ...any) string {
	s, kind := textOf(args...)
	if kind == htmlContent {
		return s
	}
	return escapeHTML(s, htmlEscapes, false)
}

// rcdata is text of an element that has no tags inside.
func rcdata(args ...any) string {
	s, kind := textOf(args...)
	return escapeHTML(s, htmlEscapes, kind == htmlContent)
}

func attrValue(args ...any) string {
	s, kind := textOf(args...)
	if kind == htmlContent {
		s = withoutTags(s)
	}
	return escapeHTML(s, htmlEscapes, kind == htmlContent)
}

// bareValue is one without quotes, where nothing would be the next attribute.
func bareValue(args ...any) string {
	s, kind := textOf(args...)
	if s == "" {
		return harmless
	}
	if kind == htmlContent {
		s = withoutTags(s)
	}
	return replace(s, func(r rune, _ string) (string, bool) {
		switch {
		case kind == htmlContent && r == '&':
			return "", false
		case 0xfdd0 <= r && r <= 0xfdef, 0xfff0 <= r && r <= 0xffff:
			return fmt.Sprintf("&#x%x;", r), true // no characters
		}
		text, ok := bareEscapes[r]
		return text, ok
	})
}

// attrName lets names of attributes pass whose values are plain text.
func attrName(args ...any) string {
	s, kind := textOf(args...)
	if kind == attrContent {
		return s
	}
	s = strings.ToLower(s)
	if s == "" || valueOf(s) != plainContent {
		return harmless
	}
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return harmless
		}
	}
	return s
}

// comment puts nothing in.
func comment(args ...any) string { return "" }

// withoutTags returns the text of HTML, with its references.
func withoutTags(html string) string {
	s := []byte(html)
	var b strings.Builder
	var c context
	onlyText := true
	i := 0
	for i < len(s) {
		if c.delim != noDelim {
			// A value does not matter here.
			end := bytes.IndexAny(s[i:], delimEnds[c.delim])
			if end < 0 {
				break
			}
			if c.delim != spaceOrTagEnd {
				end++
			}
			c = context{state: inTag, element: c.element}
			i += end
			continue
		}
		// Scripts and styles are looked through for their end only.
		step := context.step
		if c.element != noElement && !c.state.isInTag() {
			step = beforeEndTag
		}
		d, n := step(c, s[i:])
		if c.state == inText || c.state == inRCDATA {
			end := i + n
			if d.state != c.state {
				if lt := bytes.LastIndexByte(s[i:end], '<'); lt >= 0 {
					end = i + lt
				}
			}
			b.Write(s[i:end])
		} else {
			onlyText = false
		}
		c = d
		i += n
	}
	if onlyText {
		return html
	}
	if c.state == inText || c.state == inRCDATA {
		b.Write(s[i:])
	}
	return b.String()
}
