package xml

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// get reads a byte; false at the end or after an error.
func (d *Decoder) get() (c byte, ok bool) {
	if d.err != nil {
		return 0, false
	}
	if d.back >= 0 {
		c = byte(d.back)
		d.back = -1
	} else {
		if c, d.err = d.r.ReadByte(); d.err != nil {
			return 0, false
		}
		if d.saving {
			d.saved = append(d.saved, c)
		}
	}
	d.offset++
	if c == '\n' {
		d.line++
		d.lineStart = d.offset
	}
	return c, true
}

// must reads a byte where there must be one.
func (d *Decoder) must() byte {
	c, ok := d.get()
	if !ok {
		if d.err == io.EOF {
			d.wrong("unexpected EOF")
		}
		panic(stop{})
	}
	return c
}

// unget makes c the next byte.
func (d *Decoder) unget(c byte) {
	if c == '\n' {
		d.line--
	}
	d.back = int(c)
	d.offset--
}

func (d *Decoder) skipSpace() {
	for {
		c, ok := d.get()
		if !ok {
			return
		}
		if c != ' ' && c != '\r' && c != '\n' && c != '\t' {
			d.unget(c)
			return
		}
	}
}

// raw reads a token as it is written.
func (d *Decoder) raw() (t Token, err error) {
	if d.t != nil {
		return d.t.Token()
	}
	if d.err != nil {
		return nil, d.err
	}
	if d.mustClose {
		d.mustClose = false
		return EndElement{d.toClose}, nil
	}
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(stop); !ok {
				panic(r)
			}
			t, err = nil, d.err
		}
	}()
	c, ok := d.get()
	if !ok {
		return nil, d.err
	}
	if c != '<' {
		d.unget(c)
		return CharData(d.text(-1, false)), nil
	}
	switch c = d.must(); c {
	case '/':
		name := d.name("expected element name after </")
		d.skipSpace()
		if d.must() != '>' {
			d.wrong("invalid characters between </%s and >", name.Local)
		}
		return EndElement{name}, nil
	case '?':
		return d.instruction(), nil
	case '!':
		switch c = d.must(); c {
		case '-':
			return d.comment(), nil
		case '[':
			for _, wanted := range []byte("CDATA[") {
				if d.must() != wanted {
					d.wrong("invalid <![ sequence")
				}
			}
			return CharData(d.text(-1, true)), nil
		}
		return d.directive(c), nil
	}
	d.unget(c)
	return d.start(), nil
}

func (d *Decoder) start() Token {
	e := StartElement{d.name("expected element name after <"), []Attr{}}
	for {
		d.skipSpace()
		c := d.must()
		if c == '>' {
			return e
		}
		if c == '/' {
			if d.must() != '>' {
				d.wrong("expected /> in element")
			}
			d.mustClose, d.toClose = true, e.Name
			return e
		}
		d.unget(c)
		a := Attr{Name: d.name("expected attribute name in element")}
		d.skipSpace()
		if c = d.must(); c == '=' {
			d.skipSpace()
			a.Value = string(d.attrValue())
		} else {
			if d.Strict {
				d.wrong("attribute name without = in element")
			}
			d.unget(c)
			a.Value = a.Name.Local
		}
		e.Attr = append(e.Attr, a)
	}
}

func (d *Decoder) attrValue() []byte {
	c := d.must()
	if c == '"' || c == '\'' {
		return d.text(int(c), false)
	}
	if d.Strict {
		d.wrong("unquoted or missing attribute value in element")
	}
	d.unget(c)
	d.buf = d.buf[:0]
	for {
		c = d.must()
		if (!isNameByte(c) || c == '.') && c != ':' {
			d.unget(c)
			return d.buf
		}
		d.buf = append(d.buf, c)
	}
}

func (d *Decoder) instruction() Token {
	target := d.simpleName("expected target name after <?")
	d.skipSpace()
	d.buf = d.buf[:0]
	for before, c := byte(0), byte(0); before != '?' || c != '>'; {
		before, c = c, d.must()
		d.buf = append(d.buf, c)
	}
	inst := d.buf[:len(d.buf)-len("?>")]
	if target == "xml" {
		d.declaration(string(inst))
	}
	return ProcInst{target, inst}
}

// declaration sees to the version and the encoding of "<?xml ?>".
func (d *Decoder) declaration(content string) {
	if version := parameter("version", content); version != "" && version != "1.0" {
		d.fail(fmt.Errorf("xml: unsupported version %q; only version 1.0 is supported", version))
	}
	charset := parameter("encoding", content)
	if charset == "" || strings.EqualFold(charset, "utf-8") {
		return
	}
	if d.CharsetReader == nil {
		d.fail(fmt.Errorf("xml: encoding %q declared but Decoder.CharsetReader is nil", charset))
	}
	r, err := d.CharsetReader(charset, d.r.(io.Reader))
	if err != nil {
		d.fail(fmt.Errorf("xml: opening charset %q: %w", charset, err))
	}
	if r == nil {
		panic("CharsetReader returned a nil Reader for charset " + charset)
	}
	d.readFrom(r)
}

// parameter returns the value of name="value" in an instruction.
func parameter(name, content string) string {
	for {
		_, rest, ok := strings.Cut(content, name+"=")
		if !ok || rest == "" {
			return ""
		}
		if quote := rest[:1]; quote == "'" || quote == `"` {
			if value, _, ok := strings.Cut(rest[1:], quote); ok {
				return value
			}
			return ""
		}
		content = rest[1:]
	}
}

func (d *Decoder) comment() Token {
	if d.must() != '-' {
		d.wrong("invalid sequence <!- not part of <!--")
	}
	d.buf = d.buf[:0]
	for dashes := 0; ; {
		c := d.must()
		d.buf = append(d.buf, c)
		if dashes == 2 {
			if c != '>' {
				d.wrong(`invalid sequence "--" not allowed in comments`)
			}
			return Comment(d.buf[:len(d.buf)-len("-->")])
		}
		if c == '-' {
			dashes++
		} else {
			dashes = 0
		}
	}
}

// directive reads what "<!" begins, from its first byte on. Comments in it are a space; quoted text and what stands in "<>" are
// not looked into.
func (d *Decoder) directive(c byte) Token {
	d.buf = append(d.buf[:0], c)
	var quote byte
	for depth := 0; ; {
		c = d.must()
		if quote == 0 && c == '>' && depth == 0 {
			return Directive(d.buf)
		}
		for again := true; again; {
			again = false
			d.buf = append(d.buf, c)
			switch {
			case c == quote:
				quote = 0
			case quote != 0:
			case c == '\'' || c == '"':
				quote = c
			case c == '>':
				depth--
			case c == '<':
				matched := 0
				for ; matched < len("!--"); matched++ {
					if c = d.must(); c != "!--"[matched] {
						break
					}
				}
				if matched < len("!--") {
					d.buf = append(d.buf, "!--"[:matched]...)
					depth++
					again = true
					continue
				}
				for before, last := byte(0), byte(0); ; before, last = last, c {
					if c = d.must(); before == '-' && last == '-' && c == '>' {
						break
					}
				}
				d.buf[len(d.buf)-1] = ' '
			}
		}
	}
}

// name reads a name with its prefix; missing is the error if there is none.
func (d *Decoder) name(missing string) Name {
	s := d.simpleName(missing)
	if strings.Count(s, ":") > 1 {
		d.wrong("%s", missing)
	}
	if space, local, ok := strings.Cut(s, ":"); ok && space != "" && local != "" {
		return Name{space, local}
	}
	return Name{Local: s}
}

func (d *Decoder) simpleName(missing string) string {
	d.buf = d.buf[:0]
	if !d.nameBytes() {
		d.wrong("%s", missing)
	}
	if !isName(d.buf) {
		d.wrong("invalid XML name: %s", d.buf)
	}
	return string(d.buf)
}

// nameBytes appends the bytes that a name may have to d.buf; false if there are none.
func (d *Decoder) nameBytes() (any bool) {
	for {
		c := d.must()
		if c < utf8.RuneSelf && !isNameByte(c) && c != ':' {
			d.unget(c)
			return any
		}
		d.buf = append(d.buf, c)
		any = true
	}
}

// isNameByte is about ASCII without the colon.
func isNameByte(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c == '.' || c == '-'
}

func isName(s []byte) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRune(s[i:])
		if r == utf8.RuneError && size == 1 || !unicode.Is(nameStart, r) && (i == 0 || !unicode.Is(nameMore, r)) {
			return false
		}
		i += size
	}
	return len(s) > 0
}

// text reads text up to a quote, to "]]>" of a CDATA section, or to '<', which it leaves.
func (d *Decoder) text(quote int, cdata bool) []byte {
	d.buf = d.buf[:0]
	var first, second byte // before c
	for {
		c, ok := d.get()
		if !ok {
			if !cdata {
				break
			}
			if d.err == io.EOF {
				d.wrong("unexpected EOF in CDATA section")
			}
			panic(stop{})
		}
		if quote < 0 && first == ']' && second == ']' && c == '>' {
			if !cdata {
				d.wrong("unescaped ]]> not in CDATA section")
			}
			d.buf = d.buf[:len(d.buf)-len("]]")]
			break
		}
		if c == '<' && !cdata {
			if quote >= 0 {
				d.wrong("unescaped < inside quoted string")
			}
			d.unget(c)
			break
		}
		if quote >= 0 && c == byte(quote) {
			break
		}
		if c == '&' && !cdata {
			d.reference()
			first, second = 0, 0
			continue
		}
		// A carriage return, with a newline or without, is a newline.
		switch {
		case c == '\r':
			d.buf = append(d.buf, '\n')
		case c != '\n' || second != '\r':
			d.buf = append(d.buf, c)
		}
		first, second = second, c
	}
	for rest := d.buf; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			d.wrong("invalid UTF-8")
		}
		if !isCharacter(r) {
			d.wrong("illegal character code %U", r)
		}
		rest = rest[size:]
	}
	return d.buf
}

// isCharacter reports whether XML text may have r.
func isCharacter(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || ' ' <= r && r <= 0xd7ff || 0xe000 <= r && r <= 0xfffd || 0x10000 <= r && r <= unicode.MaxRune
}

var entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": `"`}

// reference appends what a reference, behind its '&', stands for; if that is not known and need not be, the reference itself.
func (d *Decoder) reference() {
	begin := len(d.buf)
	d.buf = append(d.buf, '&')
	text, known := "", false
	c := d.must()
	if c == '#' {
		d.buf = append(d.buf, c)
		base := 10
		if c = d.must(); c == 'x' {
			base = 16
			d.buf = append(d.buf, c)
			c = d.must()
		}
		digits := len(d.buf)
		for '0' <= c && c <= '9' || base == 16 && 'a' <= c|0x20 && c|0x20 <= 'f' {
			d.buf = append(d.buf, c)
			c = d.must()
		}
		if c != ';' {
			d.unget(c)
		} else {
			n, err := strconv.ParseUint(string(d.buf[digits:]), base, 64)
			d.buf = append(d.buf, ';')
			if known = err == nil && n <= unicode.MaxRune; known {
				text = string(rune(n))
			}
		}
	} else {
		d.unget(c)
		d.nameBytes()
		if c = d.must(); c != ';' {
			d.unget(c)
		} else {
			name := d.buf[begin+1:]
			if isName(name) {
				if text, known = entities[string(name)]; !known {
					text, known = d.Entity[string(name)]
				}
			}
			d.buf = append(d.buf, ';')
		}
	}
	switch {
	case known:
		d.buf = append(d.buf[:begin], text...)
	case d.Strict:
		written := string(d.buf[begin:])
		if !strings.HasSuffix(written, ";") {
			written += " (no semicolon)"
		}
		d.wrong("invalid character entity %s", written)
	}
}
