package xml

import (
	"bytes"
	"fmt"
	"strconv"
)

// SyntaxError is text that is no XML.
type SyntaxError struct {
	Msg  string
	Line int
}

func (e *SyntaxError) Error() string {
	return "XML syntax error on line " + strconv.Itoa(e.Line) + ": " + e.Msg
}

// Name is a name; Space is its name space, of raw tokens the prefix.
type Name struct{ Space, Local string }

// Attr is an attribute of an element.
type Attr struct {
	Name  Name
	Value string
}

// Token is a StartElement, EndElement, CharData, Comment, ProcInst or Directive. The bytes of those that have some are the
// Decoder's: they change with the next one.
type Token any

// StartElement is the beginning of an element.
type StartElement struct {
	Name Name
	Attr []Attr
}

// Copy returns a copy with attributes of its own.
func (e StartElement) Copy() StartElement {
	e.Attr = append(make([]Attr, 0, len(e.Attr)), e.Attr...)
	return e
}

// End returns the end of the element.
func (e StartElement) End() EndElement { return EndElement{e.Name} }

// EndElement is the end of an element.
type EndElement struct{ Name Name }

// CharData is text, decoded.
type CharData []byte

// Copy returns a copy.
func (c CharData) Copy() CharData { return bytes.Clone(c) }

// Comment is what stands between "<!--" and "-->".
type Comment []byte

// Copy returns a copy.
func (c Comment) Copy() Comment { return bytes.Clone(c) }

// ProcInst is "<?Target Inst?>".
type ProcInst struct {
	Target string
	Inst   []byte
}

// Copy returns a copy.
func (p ProcInst) Copy() ProcInst { return ProcInst{p.Target, bytes.Clone(p.Inst)} }

// Directive is what stands between "<!" and ">".
type Directive []byte

// Copy returns a copy.
func (d Directive) Copy() Directive { return bytes.Clone(d) }

// CopyToken returns a copy of a token.
func CopyToken(t Token) Token {
	switch t := t.(type) {
	case StartElement:
		return t.Copy()
	case CharData:
		return t.Copy()
	case Comment:
		return t.Copy()
	case ProcInst:
		return t.Copy()
	case Directive:
		return t.Copy()
	}
	return t
}

// TokenReader gives tokens; at the end nil and io.EOF, or the last one and io.EOF.
type TokenReader interface {
	Token() (Token, error)
}

// The names that mean something by themselves.
const (
	xmlSpace    = "http://www.w3.org/XML/1998/namespace"
	xmlPrefix   = "xml"
	xmlnsPrefix = "xmlns"
)

// stop is what the methods of raw panic with after setting Decoder.err.
type stop struct{}

func (d *Decoder) fail(err error) {
	d.err = err
	panic(stop{})
}

func (d *Decoder) syntaxError(format string, args ...any) error {
	return &SyntaxError{fmt.Sprintf(format, args...), d.line}
}

func (d *Decoder) wrong(format string, args ...any) { d.fail(d.syntaxError(format, args...)) }
