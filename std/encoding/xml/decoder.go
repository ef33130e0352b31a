// Package xml reads and writes XML 1.0 with name spaces, and values of Go as elements of it.
package xml

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"
)

// Decoder reads tokens and values.
type Decoder struct {
	// Strict is true unless it is set to false: then elements may end with others, attributes need no values and no quotes, and
	// references may be unknown.
	Strict bool
	// AutoClose has elements that end where they begin, if they are not Strict.
	AutoClose []string
	// Entity has more entities than XML's five.
	Entity map[string]string
	// CharsetReader returns a reader of UTF-8 for one of another encoding.
	CharsetReader func(charset string, input io.Reader) (io.Reader, error)
	// DefaultSpace is the name space of elements without one.
	DefaultSpace string

	r         io.ByteReader
	t         TokenReader // instead of r
	buf       []byte      // of the token
	saving    bool        // what is read is kept in saved
	saved     []byte
	open      []frame
	depth     int  // of elements that are open
	mustClose bool // the next token is the end of toClose
	toClose   Name
	delayed   Token // comes behind an end that was added
	spaces    map[string]string
	back      int // byte that was given back, or -1
	line      int
	lineStart int64
	offset    int64
	err       error
	inMethod  bool // UnmarshalXML is being called
}

// frame is an open element, a name space that it hides, or the end of what UnmarshalXML may read.
type frame struct {
	kind  frameKind
	name  Name
	known bool // a name space that was hidden; name has its prefix and it
}

type frameKind int

const (
	frameElement frameKind = iota
	frameSpace
	frameEnd
)

// NewDecoder returns a Decoder that reads from r; with a buffer if r is no io.ByteReader.
func NewDecoder(r io.Reader) *Decoder {
	d := &Decoder{Strict: true, spaces: make(map[string]string), back: -1, line: 1}
	d.readFrom(r)
	return d
}

// NewTokenDecoder returns a Decoder of tokens; t itself if it is one.
func NewTokenDecoder(t TokenReader) *Decoder {
	if d, ok := t.(*Decoder); ok {
		return d
	}
	return &Decoder{Strict: true, spaces: make(map[string]string), back: -1, line: 1, t: t}
}

func (d *Decoder) readFrom(r io.Reader) {
	if own, ok := r.(io.ByteReader); ok {
		d.r = own
	} else {
		d.r = bufio.NewReader(r)
	}
}

// InputOffset returns how many bytes were read: where the last token ends and the next one begins.
func (d *Decoder) InputOffset() int64 { return d.offset }

// InputPos returns the place where the last token ends: line and byte in it, from 1.
func (d *Decoder) InputPos() (line, column int) { return d.line, int(d.offset-d.lineStart) + 1 }

// RawToken reads a token: ends are not checked, and prefixes are not replaced.
func (d *Decoder) RawToken() (Token, error) {
	if d.inMethod {
		return nil, errors.New("xml: cannot use RawToken from UnmarshalXML method")
	}
	return d.raw()
}

func (d *Decoder) top() *frame {
	if len(d.open) == 0 {
		return nil
	}
	return &d.open[len(d.open)-1]
}

// Token reads a token; nil and io.EOF at the end. Elements end as they begin, or there is an error; "<a/>" is two tokens.
func (d *Decoder) Token() (Token, error) {
	if top := d.top(); top != nil && top.kind == frameEnd {
		return nil, io.EOF
	}
	t := d.delayed
	d.delayed = nil
	if t == nil {
		var err error
		if t, err = d.raw(); t == nil && err != nil {
			if err == io.EOF && len(d.open) > 0 {
				err = d.syntaxError("unexpected EOF")
			}
			return nil, err
		}
	}
	if end, ok := d.autoClose(t); ok {
		d.delayed = t
		t = end
	}
	switch e := t.(type) {
	case StartElement:
		for _, a := range e.Attr {
			switch {
			case a.Name.Space == xmlnsPrefix:
				d.setSpace(a.Name.Local, a.Value)
			case a.Name == Name{Local: xmlnsPrefix}:
				d.setSpace("", a.Value)
			}
		}
		d.open = append(d.open, frame{kind: frameElement, name: e.Name})
		d.depth++
		d.translate(&e.Name, true)
		for i := range e.Attr {
			d.translate(&e.Attr[i].Name, false)
		}
		return e, nil
	case EndElement:
		if !d.closes(&e) {
			return nil, d.err
		}
		return e, nil
	}
	return t, nil
}

// setSpace makes url the name space of a prefix until the element ends.
func (d *Decoder) setSpace(prefix, url string) {
	hidden, known := d.spaces[prefix]
	d.open = append(d.open, frame{frameSpace, Name{hidden, prefix}, known})
	d.spaces[prefix] = url
}

// translate replaces the prefix of a name by its name space.
func (d *Decoder) translate(n *Name, isElement bool) {
	switch {
	case n.Space == xmlnsPrefix, n.Space == "" && (!isElement || n.Local == xmlnsPrefix):
		return
	case n.Space == xmlPrefix:
		n.Space = xmlSpace
	}
	if space, ok := d.spaces[n.Space]; ok {
		n.Space = space
	} else if n.Space == "" {
		n.Space = d.DefaultSpace
	}
}

// closes ends the element that e ends, and its name spaces; false if it ends none.
func (d *Decoder) closes(e *EndElement) bool {
	top := d.top()
	if top == nil {
		d.err = d.syntaxError("unexpected end element </%s>", e.Name.Local)
		return false
	}
	begin := *top
	d.open = d.open[:len(d.open)-1]
	if begin.kind != frameElement {
		d.err = d.syntaxError("unexpected end element </%s>", e.Name.Local)
		return false
	}
	d.depth--
	name := e.Name
	switch {
	case begin.name.Local != name.Local:
		if d.Strict {
			d.err = d.syntaxError("element <%s> closed by </%s>", begin.name.Local, name.Local)
			return false
		}
		d.mustClose, d.toClose = true, name
		e.Name = begin.name
		return true
	case begin.name.Space != name.Space:
		space := name.Space
		if space == "" {
			space = `""`
		}
		d.err = d.syntaxError("element <%s> in space %s closed by </%s> in space %s", name.Local, begin.name.Space, name.Local, space)
		return false
	}
	d.translate(&e.Name, true)
	for top := d.top(); top != nil && top.kind == frameSpace; top = d.top() {
		if top.known {
			d.spaces[top.name.Local] = top.name.Space
		} else {
			delete(d.spaces, top.name.Local)
		}
		d.open = d.open[:len(d.open)-1]
	}
	return true
}

// autoClose returns the end of the open element if it is one of AutoClose and t is not its end.
func (d *Decoder) autoClose(t Token) (end EndElement, ok bool) {
	top := d.top()
	if d.Strict || top == nil || top.kind != frameElement {
		return end, false
	}
	if !slices.ContainsFunc(d.AutoClose, func(name string) bool { return strings.EqualFold(name, top.name.Local) }) {
		return end, false
	}
	own, isEnd := t.(EndElement)
	return EndElement{top.name}, !isEnd || !strings.EqualFold(own.Name.Local, top.name.Local)
}

// fence makes Token end where the open element does.
func (d *Decoder) fence() {
	i := len(d.open) - 1
	for d.open[i].kind != frameElement {
		i--
	}
	for i > 0 && d.open[i-1].kind == frameSpace {
		i--
	}
	d.open = slices.Insert(d.open, i, frame{kind: frameEnd})
}

// unfence undoes fence and reports whether all was read up to it.
func (d *Decoder) unfence() bool {
	if top := d.top(); top == nil || top.kind != frameEnd {
		return false
	}
	d.open = d.open[:len(d.open)-1]
	return true
}

// Skip reads up to the end of the element whose beginning was read last.
func (d *Decoder) Skip() error {
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case StartElement:
			depth++
		case EndElement:
			if depth == 0 {
				return nil
			}
			depth--
		}
	}
}

// HTMLAutoClose has the elements of HTML that have no end, for Decoder.AutoClose.
var HTMLAutoClose []string = []string{"basefont", "br", "area", "link", "img", "param", "hr", "input", "col", "frame", "isindex", "base", "meta"}
