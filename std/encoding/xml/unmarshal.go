package xml

import (
	"bytes"
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// UnmarshalError is an element that is not the one a value asks for.
type UnmarshalError string

func (e UnmarshalError) Error() string { return string(e) }

// Unmarshaler reads itself: the element that start begins, to its end.
type Unmarshaler interface {
	UnmarshalXML(d *Decoder, start StartElement) error
}

// UnmarshalerAttr reads itself from an attribute.
type UnmarshalerAttr interface {
	UnmarshalXMLAttr(attr Attr) error
}

// maxDepth is how deep elements nest in values.
const maxDepth = 10000

// Unmarshal reads the first element of data into what v points to. Tags say what fields are:
//
//	"name", "space name", "a>b>name"   an element
//	"name,attr"                        an attribute
//	",chardata", ",cdata"              the text
//	",innerxml"                        all that is in the element, as it is written
//	",comment"                         the comments
//	",any", ",any,attr"                an element or attribute that no other field takes
//	"-"                                nothing
//
// XMLName asks for an element's name and gets it.
func Unmarshal(data []byte, v any) error { return NewDecoder(bytes.NewReader(data)).Decode(v) }

// Decode is Unmarshal of the next element.
func (d *Decoder) Decode(v any) error { return d.DecodeElement(v, nil) }

// DecodeElement is Decode of the element that start begins, if it is not nil.
func (d *Decoder) DecodeElement(v any, start *StartElement) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer {
		return errors.New("non-pointer passed to Unmarshal")
	}
	if p.IsNil() {
		return errors.New("nil pointer passed to Unmarshal")
	}
	return d.element(p.Elem(), start)
}

// pointedTo returns what v points to, made if it is nil; v itself if it is no pointer.
func pointedTo(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Pointer {
		return v
	}
	if v.IsNil() {
		v.Set(reflect.New(v.Type().Elem()))
	}
	return v.Elem()
}

func isBytes(t reflect.Type) bool {
	return t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8
}

// grown appends an element to the slice v, reads it, and takes it away if that fails.
func grown(v reflect.Value, read func(element reflect.Value) error) error {
	n := v.Len()
	v.Grow(1)
	v.SetLen(n + 1)
	err := read(v.Index(n))
	if err != nil {
		v.SetLen(n)
	}
	return err
}

// element reads an element, the next one if start is nil, into v.
func (d *Decoder) element(v reflect.Value, start *StartElement) error {
	if d.depth > maxDepth {
		return errors.New("exceeded max depth")
	}
	for start == nil {
		t, err := d.Token()
		if err != nil {
			return err
		}
		if e, ok := t.(StartElement); ok {
			start = &e
		}
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if p := v.Elem(); p.Kind() == reflect.Pointer && !p.IsNil() {
			v = p
		}
	}
	v = pointedTo(v)
	if own, _, ok := as[Unmarshaler](v); ok {
		return d.byMethod(own, start)
	}
	if own, _, ok := as[encoding.TextUnmarshaler](v); ok {
		text, err := d.ownText()
		if err != nil {
			return err
		}
		return own.UnmarshalText(text)
	}
	c := content{Decoder: d}
	switch kind := v.Kind(); {
	case kind == reflect.Interface:
		return d.Skip()
	case kind == reflect.Slice && !isBytes(v.Type()):
		return grown(v, func(element reflect.Value) error { return d.element(element, start) })
	case v.Type() == nameType:
		v.Set(reflect.ValueOf(start.Name))
	case kind == reflect.Struct:
		if err := c.begin(v, start); err != nil {
			return err
		}
	case kind == reflect.Slice || kind == reflect.String || reflect.Bool <= kind && kind <= reflect.Float64:
		c.text.to = v
	default:
		return errors.New("unknown type " + v.Type().String())
	}
	if err := c.read(); err != nil {
		return err
	}
	return c.end()
}

func (d *Decoder) byMethod(own Unmarshaler, start *StartElement) error {
	d.fence()
	before := d.inMethod
	d.inMethod = true
	defer func() { d.inMethod = before }()
	err := own.UnmarshalXML(d, *start)
	if all := d.unfence(); err == nil && !all {
		err = fmt.Errorf("xml: %s.UnmarshalXML did not consume entire <%s> element", methodOwner(own), start.Name.Local)
	}
	return err
}

// ownText reads an element to its end and returns the text that is not in others inside.
func (d *Decoder) ownText() (text []byte, err error) {
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case CharData:
			if depth == 1 {
				text = append(text, t...)
			}
		case StartElement:
			depth++
		case EndElement:
			depth--
		}
	}
	return text, nil
}

// collected is bytes of an element and the value they are for.
type collected struct {
	to   reflect.Value
	data []byte
}

// content is what an element's value takes of what is in it.
type content struct {
	*Decoder
	v             reflect.Value // the struct, if it is one
	s             *structure
	text, comment collected
	inner         collected
	innerStart    int // in saved
	any           reflect.Value
}

// begin sees to name and attributes, and to what fields are for.
func (c *content) begin(v reflect.Value, start *StartElement) (err error) {
	if c.s, err = structureOf(v.Type()); err != nil {
		return err
	}
	c.v = v
	if err := c.checkName(start.Name); err != nil {
		return err
	}
	for _, a := range start.Attr {
		if err := c.takeAttr(a); err != nil {
			return err
		}
	}
	first := func(to *reflect.Value, f *field) bool {
		if to.IsValid() {
			return false
		}
		*to = f.of(v, true)
		return true
	}
	for i := range c.s.fields {
		f := &c.s.fields[i]
		switch f.flags & modes {
		case isCDATA, isCharData:
			first(&c.text.to, f)
		case isComment:
			first(&c.comment.to, f)
		case isAny | isElement:
			first(&c.any, f)
		case isInnerXML:
			if first(&c.inner.to, f) {
				if c.saving {
					c.innerStart = c.savedLength()
				} else {
					c.saving, c.saved, c.innerStart = true, nil, 0
				}
			}
		}
	}
	return nil
}

// savedLength returns how much of what is saved has been read.
func (d *Decoder) savedLength() int {
	if d.back >= 0 {
		return len(d.saved) - 1
	}
	return len(d.saved)
}

func (c *content) checkName(name Name) error {
	f := c.s.name
	if f == nil {
		return nil
	}
	if f.name != "" && f.name != name.Local {
		return UnmarshalError("expected element type <" + f.name + "> but have <" + name.Local + ">")
	}
	if f.space != "" && f.space != name.Space {
		have := name.Space
		if have == "" {
			have = "no name space"
		}
		return UnmarshalError("expected element <" + f.name + "> in name space " + f.space + " but have " + have)
	}
	if to := f.of(c.v, true); to.Type() == nameType {
		to.Set(reflect.ValueOf(name))
	}
	return nil
}

func (c *content) takeAttr(a Attr) error {
	taken := false
	var rest *field
	for i := range c.s.fields {
		f := &c.s.fields[i]
		switch f.flags & modes {
		case isAttr:
			to := f.of(c.v, true)
			if a.Name.Local == f.name && (f.space == "" || f.space == a.Name.Space) {
				if err := c.attr(to, a); err != nil {
					return err
				}
				taken = true
			}
		case isAny | isAttr:
			if rest == nil {
				rest = f
			}
		}
	}
	if taken || rest == nil {
		return nil
	}
	return c.attr(rest.of(c.v, true), a)
}

// attr reads an attribute into v.
func (d *Decoder) attr(v reflect.Value, a Attr) error {
	v = pointedTo(v)
	if own, _, ok := as[UnmarshalerAttr](v); ok {
		return own.UnmarshalXMLAttr(a)
	}
	if own, _, ok := as[encoding.TextUnmarshaler](v); ok {
		return own.UnmarshalText([]byte(a.Value))
	}
	if v.Kind() == reflect.Slice && !isBytes(v.Type()) {
		return grown(v, func(element reflect.Value) error { return d.attr(element, a) })
	}
	if v.Type() == attrType {
		v.Set(reflect.ValueOf(a))
		return nil
	}
	return setText(v, []byte(a.Value))
}

// read reads to the end of the element.
func (c *content) read() error {
	for {
		before := c.savedLength()
		t, err := c.Token()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case StartElement:
			if err := c.child(&t); err != nil {
				return err
			}
		case EndElement:
			if c.inner.to.IsValid() {
				c.inner.data = c.saved[c.innerStart:before]
				if c.innerStart == 0 {
					c.saving, c.saved = false, nil
				}
			}
			return nil
		case CharData:
			if c.text.to.IsValid() {
				c.text.data = append(c.text.data, t...)
			}
		case Comment:
			if c.comment.to.IsValid() {
				c.comment.data = append(c.comment.data, t...)
			}
		}
	}
}

func (c *content) child(start *StartElement) error {
	if c.v.IsValid() {
		if taken, err := c.path(nil, start); taken || err != nil {
			return err
		}
		if c.any.IsValid() {
			return c.element(c.any, start)
		}
	}
	return c.Skip()
}

// path gives an element that is inside of parents to the field it is for; one that is a parent of fields is read. It reports
// whether that was so.
func (c *content) path(parents []string, start *StartElement) (taken bool, err error) {
	depth := len(parents)
	var into []string
	for i := range c.s.fields {
		f := &c.s.fields[i]
		if f.flags&isElement == 0 || len(f.parents) < depth || f.space != "" && f.space != start.Name.Space {
			continue
		}
		if !slices.Equal(parents, f.parents[:depth]) {
			continue
		}
		if len(f.parents) == depth && f.name == start.Name.Local {
			return true, c.element(f.of(c.v, true), start)
		}
		if len(f.parents) > depth && f.parents[depth] == start.Name.Local {
			into = f.parents[:depth+1]
			break
		}
	}
	if into == nil {
		return false, nil
	}
	for {
		t, err := c.Token()
		if err != nil {
			return true, err
		}
		switch t := t.(type) {
		case StartElement:
			taken, err := c.path(into, &t)
			if err == nil && !taken {
				err = c.Skip()
			}
			if err != nil {
				return true, err
			}
		case EndElement:
			return true, nil
		}
	}
}

// end sets the values to what was collected.
func (c *content) end() error {
	if to := c.text.to; to.IsValid() {
		if own, _, ok := as[encoding.TextUnmarshaler](to); ok {
			if err := own.UnmarshalText(c.text.data); err != nil {
				return err
			}
		} else if err := setText(to, c.text.data); err != nil {
			return err
		}
	}
	switch to := c.comment.to; to.Kind() {
	case reflect.String:
		to.SetString(string(c.comment.data))
	case reflect.Slice:
		to.Set(reflect.ValueOf(c.comment.data))
	}
	switch to := c.inner.to; {
	case to.Kind() == reflect.String:
		to.SetString(string(c.inner.data))
	case to.Kind() == reflect.Slice && isBytes(to.Type()):
		to.Set(reflect.ValueOf(c.inner.data))
	}
	return nil
}

// setText sets a value, or what it points to, to what a text says.
func setText(v reflect.Value, text []byte) error {
	to := pointedTo(v)
	number := strings.TrimSpace(string(text))
	switch kind := to.Kind(); {
	case kind == reflect.String:
		to.SetString(string(text))
	case kind == reflect.Slice:
		if text == nil {
			text = []byte{}
		}
		to.SetBytes(text)
	case len(text) == 0 && reflect.Bool <= kind && kind <= reflect.Float64:
		to.SetZero()
	case kind == reflect.Bool:
		b, err := strconv.ParseBool(number)
		if err != nil {
			return err
		}
		to.SetBool(b)
	case to.CanInt():
		i, err := strconv.ParseInt(number, 10, to.Type().Bits())
		if err != nil {
			return err
		}
		to.SetInt(i)
	case to.CanUint():
		u, err := strconv.ParseUint(number, 10, to.Type().Bits())
		if err != nil {
			return err
		}
		to.SetUint(u)
	case to.CanFloat():
		f, err := strconv.ParseFloat(number, to.Type().Bits())
		if err != nil {
			return err
		}
		to.SetFloat(f)
	default:
		return errors.New("cannot unmarshal into " + v.Type().String())
	}
	return nil
}
