package template

import (
	"bytes"
	"html"
	"strings"
)

// afterText is the context behind the first part of a template's text, and how long that part is.
func afterText(c context, s []byte) (context, int) {
	if c.delim == noDelim {
		d, n := beforeEndTag(c, s)
		if n == 0 {
			return d, 0
		}
		return c.step(s[:n])
	}
	// In an attribute's value. A browser takes the character references away before it looks closer.
	end := bytes.IndexAny(s, delimEnds[c.delim])
	open := end < 0
	if open {
		end = len(s)
	}
	if c.delim == spaceOrTagEnd {
		// Browsers do not agree on what these are.
		if bad := bytes.IndexAny(s[:end], "\"'<=`"); bad >= 0 {
			return fail(ErrBadHTML, "%q in unquoted attr: %q", s[bad:bad+1], s[:end]), len(s)
		}
	}
	if open {
		for value := []byte(html.UnescapeString(string(s))); len(value) > 0; {
			var n int
			c, n = c.step(value)
			value = value[n:]
		}
		return c, len(s)
	}
	element := c.element
	if c.state == inAttr && element == scriptElement && c.attr == scriptTypeAttr && !isJSType(string(s[:end])) {
		element = noElement
	}
	if c.delim != spaceOrTagEnd {
		end++
	}
	return context{state: inTag, element: element}, end
}

// beforeEndTag stops in front of the tag that ends an element without HTML inside.
func beforeEndTag(c context, s []byte) (context, int) {
	if c.element == noElement || c.element == scriptElement && (c.state.isJSLiteral() || c.state.isComment()) {
		return c, len(s)
	}
	if i := indexEndTag(s, []byte(elementTags[c.element])); i >= 0 {
		return context{}, i
	}
	return c, len(s)
}

func indexEndTag(s, tag []byte) int {
	for from := 0; ; {
		i := bytes.Index(s[from:], []byte("</"))
		if i < 0 {
			return -1
		}
		i += from
		from = i + 2
		if rest := s[from:]; len(rest) >= len(tag) && bytes.EqualFold(rest[:len(tag)], tag) {
			from += len(tag)
			if from < len(s) && strings.IndexByte("> \t\n\f/", s[from]) >= 0 {
				return i
			}
		}
	}
}

// step is the context behind the first part of a text in which no attribute's value ends, and how long that part is.
func (c context) step(s []byte) (context, int) {
	switch c.state {
	case inText:
		return c.stepText(s)
	case inTag:
		return c.stepTag(s)
	case inAttrName:
		end, err := attrNameEnd(s, 0)
		if err != nil {
			return context{state: failed, err: err}, len(s)
		}
		if end < len(s) {
			c.state = afterName
		}
		return c, end
	case afterName:
		i := spaceEnd(s, 0)
		switch {
		case i == len(s):
		case s[i] == '=':
			c.state = beforeValue
			i++
		default:
			c.state = inTag
		}
		return c, i
	case beforeValue:
		i := spaceEnd(s, 0)
		if i == len(s) {
			return c, i
		}
		c.state, c.delim = attrStates[c.attr], spaceOrTagEnd
		switch s[i] {
		case '\'':
			c.delim = singleQuote
			i++
		case '"':
			c.delim = doubleQuote
			i++
		}
		return c, i
	case inHTMLComment:
		if i := bytes.Index(s, []byte("-->")); i >= 0 {
			return context{}, i + 3
		}
		return c, len(s)
	case inRCDATA:
		return beforeEndTag(c, s)
	case inURL, inSrcset:
		return c.stepURL(s), len(s)
	case inMetaContent:
		return c.stepMeta(s)
	case inMetaContentURL:
		if i := bytes.IndexByte(s, ';'); i >= 0 {
			c.state = inMetaContent
			return c, i + 1
		}
		return c, len(s)
	case inJS:
		return c.stepJS(s)
	case inJSDouble, inJSSingle, inJSRegexp:
		return c.stepJSQuoted(s)
	case inJSTemplate:
		return c.stepJSTemplate(s)
	case inCSS:
		return c.stepCSS(s)
	case inCSSDouble, inCSSSingle, inCSSDoubleURL, inCSSSingleURL, inCSSURL:
		return c.stepCSSQuoted(s)
	case inJSBlockComment, inCSSBlockComment:
		return c.stepBlockComment(s)
	case inJSLineComment, inJSHTMLOpenComment, inJSHTMLCloseComment:
		return c.stepLineComment(s, "\n\r\u2028\u2029", inJS)
	case inCSSLineComment:
		return c.stepLineComment(s, "\n\f\r", inCSS)
	}
	return c, len(s) // plain values, and behind an error
}

// stepText looks for a tag or comment.
func (c context) stepText(s []byte) (context, int) {
	for from := 0; ; {
		i := bytes.IndexByte(s[from:], '<')
		if i < 0 || from+i+1 == len(s) {
			return c, len(s)
		}
		i += from
		if bytes.HasPrefix(s[i:], []byte("<!--")) {
			return context{state: inHTMLComment}, i + 4
		}
		i++
		closes := s[i] == '/'
		if closes {
			if i++; i == len(s) {
				return c, i
			}
		}
		end, element := tagName(s, i)
		if end > i {
			if closes {
				element = noElement
			}
			return context{state: inTag, element: element}, end
		}
		from = end
	}
}

// stepTag looks for the name of an attribute, or the end of the tag.
func (c context) stepTag(s []byte) (context, int) {
	i := spaceEnd(s, 0)
	if i == len(s) {
		return c, i
	}
	if s[i] == '>' {
		if c.element == metaElement {
			return context{}, i + 1
		}
		return context{state: elementStates[c.element], element: c.element}, i + 1
	}
	end, err := attrNameEnd(s, i)
	if err != nil {
		return context{state: failed, err: err}, len(s)
	}
	if end == i {
		return fail(ErrBadHTML, "expected space, attr name, or end of tag, but got %q", s[i:]), len(s)
	}
	d := context{state: afterName, element: c.element, attr: attrOf(c.element, strings.ToLower(string(s[i:end])))}
	if end == len(s) {
		d.state = inAttrName
	}
	return d, end
}

func attrOf(e element, name string) attr {
	switch {
	case e == scriptElement && name == "type":
		return scriptTypeAttr
	case e == metaElement && name == "content":
		return metaContentAttr
	}
	switch valueOf(name) {
	case urlContent:
		return urlAttr
	case cssContent:
		return styleAttr
	case jsContent:
		return scriptAttr
	case srcsetContent:
		return srcsetAttr
	}
	return plainAttr
}

// stepURL notes how far the URL has come.
func (c context) stepURL(s []byte) context {
	switch {
	case bytes.ContainsAny(s, "#?"):
		c.urlPart = urlQuery
	case c.urlPart == urlStart && spaceEnd(s, 0) < len(s):
		c.urlPart = urlBeforeQuery
	}
	return c
}

// stepMeta looks for the URL that a page leads to.
func (c context) stepMeta(s []byte) (context, int) {
	for i := 0; i+3 < len(s); i++ {
		if bytes.EqualFold(s[i:i+3], []byte("url")) {
			if j := spaceEnd(s, i+3); j < len(s) && s[j] == '=' {
				c.state = inMetaContentURL
				return c, j + 1
			}
		}
	}
	return c, len(s)
}

func (c context) stepBlockComment(s []byte) (context, int) {
	i := bytes.Index(s, []byte("*/"))
	if i < 0 {
		return c, len(s)
	}
	if c.state == inJSBlockComment {
		c.state = inJS
	} else {
		c.state = inCSS
	}
	return c, i + 2
}

// stepLineComment stops in front of the line's end, which may mean something to the language.
func (c context) stepLineComment(s []byte, ends string, behind state) (context, int) {
	i := bytes.IndexAny(s, ends)
	if i < 0 {
		return c, len(s)
	}
	c.state = behind
	return c, i
}

func attrNameEnd(s []byte, i int) (int, *Error) {
	for ; i < len(s); i++ {
		switch s[i] {
		case ' ', '\t', '\n', '\f', '\r', '=', '>':
			return i, nil
		case '\'', '"', '<':
			return -1, errorAt(ErrBadHTML, nil, 0, "%q in attribute name: %.32q", s[i:i+1], s)
		}
	}
	return i, nil
}

// tagName returns where the name at i ends; at i if there is none.
func tagName(s []byte, i int) (int, element) {
	if i == len(s) || !isLetter(s[i]) {
		return i, noElement
	}
	end := i + 1
	for end < len(s) {
		switch {
		case isLetter(s[end]) || isDigit(s[end]):
			end++
			continue
		case (s[end] == ':' || s[end] == '-') && end+1 < len(s) && (isLetter(s[end+1]) || isDigit(s[end+1])):
			end += 2
			continue
		}
		break
	}
	return end, elementOf(strings.ToLower(string(s[i:end])))
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' }

func spaceEnd(s []byte, i int) int {
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	return i
}
