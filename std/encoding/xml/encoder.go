package xml

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Header is an XML declaration, which Marshal does not write.
const Header = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// Encoder writes tokens and values through a buffer.
type Encoder struct {
	w              *bufio.Writer
	prefix, indent string
	depth          int
	begun          bool              // something is written, so that a newline comes before what follows
	leaf           bool              // the last tag began an element: its end stands on the same line
	open           []Name            // elements; the empty name is where a MarshalXML begins
	used           []string          // prefixes of attributes in the elements that are open; "" where one begins
	spaces         map[string]string // of the prefixes
	prefixes       map[string]string // of the name spaces
	number         int               // of the last prefix that was made
	closed         bool
	err            error
}

// NewEncoder returns an Encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: bufio.NewWriter(w)} }

// Indent makes each element begin on a line of its own, with a prefix and an indentation for each element around it.
func (enc *Encoder) Indent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// Flush writes what is in the buffer.
func (enc *Encoder) Flush() error { return enc.w.Flush() }

// Close flushes; nothing can be written any more. It is an error if elements are open.
func (enc *Encoder) Close() error {
	if enc.closed {
		return nil
	}
	enc.closed = true
	if err := enc.w.Flush(); err != nil {
		return err
	}
	if n := len(enc.open); n > 0 {
		return fmt.Errorf("unclosed tag <%s>", enc.open[n-1].Local)
	}
	return nil
}

// put writes texts as long as there is no error, and returns the error.
func (enc *Encoder) put(texts ...string) error {
	if enc.closed && enc.err == nil {
		enc.err = errors.New("use of closed Encoder")
	}
	for _, text := range texts {
		if enc.err == nil {
			_, enc.err = enc.w.WriteString(text)
		}
	}
	return enc.err
}

// EncodeToken writes a token. The beginning and end of elements must go together.
func (enc *Encoder) EncodeToken(t Token) error {
	switch t := t.(type) {
	case StartElement:
		if err := enc.begin(t); err != nil {
			return err
		}
	case EndElement:
		if err := enc.end(t.Name); err != nil {
			return err
		}
	case CharData:
		enc.put(escaped(string(t), false))
	case Comment:
		if bytes.Contains(t, []byte("-->")) {
			return fmt.Errorf("xml: EncodeToken of Comment containing --> marker")
		}
		enc.put("<!--", string(t), "-->")
	case ProcInst:
		switch {
		case t.Target == "xml" && enc.w.Buffered() != 0:
			return fmt.Errorf("xml: EncodeToken of ProcInst xml target only valid for xml declaration, first token encoded")
		case !isName([]byte(t.Target)):
			return fmt.Errorf("xml: EncodeToken of ProcInst with invalid Target")
		case bytes.Contains(t.Inst, []byte("?>")):
			return fmt.Errorf("xml: EncodeToken of ProcInst containing ?> marker")
		}
		enc.put("<?", t.Target)
		if len(t.Inst) > 0 {
			enc.put(" ", string(t.Inst))
		}
		enc.put("?>")
	case Directive:
		if !isClosed(string(t)) {
			return fmt.Errorf("xml: EncodeToken of Directive containing wrong < or > markers")
		}
		enc.put("<!", string(t), ">")
	default:
		return fmt.Errorf("xml: EncodeToken of invalid token type")
	}
	return enc.put()
}

// isClosed reports whether quotes, comments and "<>" in a directive are closed.
func isClosed(directive string) bool {
	depth := 0
	var quote byte
	comment := false
	for i := range len(directive) {
		switch c := directive[i]; {
		case comment:
			comment = c != '>' || !strings.HasSuffix(directive[:i+1], "-->")
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '<':
			if rest := directive[i:]; len(rest) > len("<!--") && strings.HasPrefix(rest, "<!--") {
				comment = true
			} else {
				depth++
			}
		case c == '>':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0 && quote == 0 && !comment
}

// newLine begins a line, if lines are wanted; change is 1 before a tag that begins an element and -1 before one that ends it.
func (enc *Encoder) newLine(change int) {
	if enc.prefix == "" && enc.indent == "" {
		return
	}
	if change < 0 {
		enc.depth--
		wasLeaf := enc.leaf
		enc.leaf = false
		if wasLeaf {
			return
		}
	}
	if enc.begun {
		enc.put("\n")
	}
	enc.begun = true
	enc.put(enc.prefix, strings.Repeat(enc.indent, enc.depth))
	if change > 0 {
		enc.depth++
		enc.leaf = true
	}
}

// begin writes the tag that begins an element.
func (enc *Encoder) begin(e StartElement) error {
	if e.Name.Local == "" {
		return fmt.Errorf("xml: start tag with no name")
	}
	enc.open = append(enc.open, e.Name)
	enc.used = append(enc.used, "")
	enc.newLine(1)
	enc.put("<", e.Name.Local)
	if e.Name.Space != "" {
		enc.put(` xmlns="`, escaped(e.Name.Space, true), `"`)
	}
	for _, a := range e.Attr {
		if a.Name.Local == "" {
			continue
		}
		enc.put(" ")
		if a.Name.Space != "" {
			enc.put(enc.prefixOf(a.Name.Space), ":")
		}
		enc.put(a.Name.Local, `="`, escaped(a.Value, true), `"`)
	}
	enc.put(">")
	return nil
}

// end writes the tag that ends an element.
func (enc *Encoder) end(name Name) error {
	if name.Local == "" {
		return fmt.Errorf("xml: end tag with no name")
	}
	last := len(enc.open) - 1
	if last < 0 || enc.open[last].Local == "" {
		return fmt.Errorf("xml: end tag </%s> without start tag", name.Local)
	}
	switch begun := enc.open[last]; {
	case begun.Local != name.Local:
		return fmt.Errorf("xml: end tag </%s> does not match start tag <%s>", name.Local, begun.Local)
	case begun.Space != name.Space:
		return fmt.Errorf("xml: end tag </%s> in namespace %s does not match start tag <%s> in namespace %s", name.Local, name.Space, begun.Local, begun.Space)
	}
	enc.open = enc.open[:last]
	enc.newLine(-1)
	enc.put("</", name.Local, ">")
	for n := len(enc.used); n > 0; n-- {
		prefix := enc.used[n-1]
		enc.used = enc.used[:n-1]
		if prefix == "" {
			break
		}
		delete(enc.prefixes, enc.spaces[prefix])
		delete(enc.spaces, prefix)
	}
	return nil
}

// prefixOf returns the prefix of a name space in attributes; a new one is declared where it is used first.
func (enc *Encoder) prefixOf(space string) string {
	if prefix := enc.prefixes[space]; prefix != "" {
		return prefix
	}
	if space == xmlSpace {
		return xmlPrefix
	}
	if enc.prefixes == nil {
		enc.prefixes, enc.spaces = make(map[string]string), make(map[string]string)
	}
	// The last element of the URL, if it can be a prefix.
	prefix := strings.TrimRight(space, "/")
	prefix = prefix[strings.LastIndexByte(prefix, '/')+1:]
	if !isName([]byte(prefix)) || strings.Contains(prefix, ":") {
		prefix = "_"
	}
	if len(prefix) >= 3 && strings.EqualFold(prefix[:3], "xml") {
		prefix = "_" + prefix
	}
	for base := prefix; enc.spaces[prefix] != ""; prefix = base + "_" + strconv.Itoa(enc.number) {
		enc.number++
	}
	enc.prefixes[space] = prefix
	enc.spaces[prefix] = space
	enc.used = append(enc.used, prefix)
	enc.put("xmlns:", prefix, `="`, escaped(space, true), `" `)
	return prefix
}

// Escape is EscapeText without an error.
func Escape(w io.Writer, s []byte) { EscapeText(w, s) }

// EscapeText writes s as it can stand in text and in attributes.
func EscapeText(w io.Writer, s []byte) error {
	from := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if by := reference(r, size, true); by != nil {
			if _, err := w.Write(s[from:i]); err != nil {
				return err
			}
			if _, err := w.Write(by); err != nil {
				return err
			}
			from = i + size
		}
		i += size
	}
	_, err := w.Write(s[from:])
	return err
}

// escaped returns s as it can stand in text, and with newlines in attributes, too.
func escaped(s string, newlines bool) string {
	var b strings.Builder
	from := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if by := reference(r, size, newlines); by != nil {
			b.WriteString(s[from:i])
			b.Write(by)
			from = i + size
		}
		i += size
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// What stands for characters that cannot stand themselves.
var (
	quoteReference   = []byte("&#34;")
	aposReference    = []byte("&#39;")
	ampReference     = []byte("&amp;")
	lessReference    = []byte("&lt;")
	greaterReference = []byte("&gt;")
	tabReference     = []byte("&#x9;")
	newlineReference = []byte("&#xA;")
	returnReference  = []byte("&#xD;")
	replacement      = []byte("\uFFFD")
)

// reference returns what stands for r, which has size bytes, nil if it stands itself.
func reference(r rune, size int, newlines bool) []byte {
	switch r {
	case '"':
		return quoteReference
	case '\'':
		return aposReference
	case '&':
		return ampReference
	case '<':
		return lessReference
	case '>':
		return greaterReference
	case '\t':
		return tabReference
	case '\r':
		return returnReference
	case '\n':
		if newlines {
			return newlineReference
		}
		return nil
	}
	if isCharacter(r) && (r != utf8.RuneError || size > 1) {
		return nil
	}
	return replacement
}

// cdata returns s in CDATA sections, of which "]]>" needs two.
func cdata(s string) string {
	if s == "" {
		return ""
	}
	return "<![CDATA[" + strings.ReplaceAll(s, "]]>", "]]]]><![CDATA[>") + "]]>"
}
