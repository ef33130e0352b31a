package xml

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Marshaler writes itself: elements, of which start is what the first one would be.
type Marshaler interface {
	MarshalXML(e *Encoder, start StartElement) error
}

// MarshalerAttr returns itself as an attribute; none if that has no name.
type MarshalerAttr interface {
	MarshalXMLAttr(name Name) (Attr, error)
}

// UnsupportedTypeError is a type whose values are no element.
type UnsupportedTypeError struct{ Type reflect.Type }

func (e *UnsupportedTypeError) Error() string { return "xml: unsupported type: " + e.Type.String() }

// Marshal returns v as an element, a slice as elements. Tags say what fields are as for Unmarshal; with ",omitempty" those are
// left out that are empty. The name is that of XMLName, the field or the type.
func Marshal(v any) ([]byte, error) { return MarshalIndent(v, "", "") }

// MarshalIndent is Marshal with the elements on lines, as Encoder.Indent says.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	var b bytes.Buffer
	enc := NewEncoder(&b)
	enc.Indent(prefix, indent)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	if err := enc.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Encode writes v as Marshal does, and flushes.
func (enc *Encoder) Encode(v any) error {
	if err := enc.value(reflect.ValueOf(v), nil, nil); err != nil {
		return err
	}
	return enc.w.Flush()
}

// EncodeElement is Encode with the name and the attributes of start.
func (enc *Encoder) EncodeElement(v any, start StartElement) error {
	if err := enc.value(reflect.ValueOf(v), nil, &start); err != nil {
		return err
	}
	return enc.w.Flush()
}

func isEmpty(v reflect.Value) bool {
	switch kind := v.Kind(); kind {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Interface, reflect.Pointer:
		return v.IsNil()
	default:
		return reflect.Bool <= kind && kind <= reflect.Float64 && v.IsZero()
	}
}

// startFor returns what the element of a value that writes itself would begin with.
func startFor(t reflect.Type, f *field, template *StartElement) StartElement {
	switch {
	case template != nil:
		return StartElement{template.Name, slices.Clone(template.Attr)}
	case f != nil && f.name != "":
		return StartElement{Name: Name{f.space, f.name}}
	case t.Name() != "":
		return StartElement{Name: Name{Local: t.Name()}}
	}
	return StartElement{Name: Name{Local: t.Elem().Name()}}
}

// value writes v, the value of a field if there is one, with the name and attributes of a template if there is one.
func (enc *Encoder) value(v reflect.Value, f *field, template *StartElement) error {
	if template != nil && template.Name.Local == "" {
		return fmt.Errorf("xml: EncodeElement of StartElement with missing name")
	}
	if !v.IsValid() || f != nil && f.flags&omitEmpty != 0 && isEmpty(v) {
		return nil
	}
	if v = pointed(v); v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer {
		return nil
	}
	t := v.Type()
	if own, ownType, ok := as[Marshaler](v); ok {
		return enc.byMethod(own, startFor(ownType, f, template))
	}
	if own, ownType, ok := as[encoding.TextMarshaler](v); ok {
		start := startFor(ownType, f, template)
		if err := enc.begin(start); err != nil {
			return err
		}
		text, err := own.MarshalText()
		if err != nil {
			return err
		}
		enc.put(escaped(string(text), true))
		return enc.end(start.Name)
	}
	if kind := t.Kind(); (kind == reflect.Slice || kind == reflect.Array) && t.Elem().Kind() != reflect.Uint8 {
		for i := range v.Len() {
			if err := enc.value(v.Index(i), f, template); err != nil {
				return err
			}
		}
		return nil
	}
	s, err := structureOf(t)
	if err != nil {
		return err
	}
	start, err := enc.start(v, s, f, template)
	if err != nil {
		return err
	}
	if err := enc.begin(start); err != nil {
		return err
	}
	if t.Kind() == reflect.Struct {
		err = enc.fields(s, v)
	} else {
		var text string
		if text, err = simple(v); err == nil {
			enc.put(escaped(text, true))
		}
	}
	if err != nil {
		return err
	}
	if err := enc.end(start.Name); err != nil {
		return err
	}
	return enc.put()
}

// pointed returns what v leads to through pointers and interfaces, or the one that is nil.
func pointed(v reflect.Value) reflect.Value {
	for (v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer) && !v.IsNil() {
		v = v.Elem()
	}
	return v
}

// start returns what the element of v begins with.
func (enc *Encoder) start(v reflect.Value, s *structure, f *field, template *StartElement) (start StartElement, err error) {
	switch {
	case template != nil:
		start = StartElement{template.Name, slices.Clone(template.Attr)}
	case s.name != nil && s.name.name != "":
		start.Name = Name{s.name.space, s.name.name}
	case s.name != nil:
		if own := s.name.of(v, false); own.IsValid() && own.Type() == nameType {
			if name := own.Interface().(Name); name.Local != "" {
				start.Name = name
			}
		}
	}
	if start.Name.Local == "" && f != nil {
		start.Name = Name{f.space, f.name}
	}
	if start.Name.Local == "" {
		start.Name.Local, _, _ = strings.Cut(v.Type().Name(), "[")
		if start.Name.Local == "" {
			return start, &UnsupportedTypeError{v.Type()}
		}
	}
	for i := range s.fields {
		f := &s.fields[i]
		if f.flags&isAttr == 0 {
			continue
		}
		own := f.of(v, false)
		if f.flags&omitEmpty != 0 && (!own.IsValid() || isEmpty(own)) || own.Kind() == reflect.Interface && own.IsNil() {
			continue
		}
		if err := start.add(Name{f.space, f.name}, own); err != nil {
			return start, err
		}
	}
	// An element without a name space is none of that around it.
	if n := len(enc.open); s.name != nil && start.Name.Space == "" && s.name.space == "" && s.name.name == "" && n > 0 && enc.open[n-1].Space != "" {
		start.Attr = append(start.Attr, Attr{Name{Local: xmlnsPrefix}, ""})
	}
	return start, nil
}

// add adds v as an attribute, a slice as several.
func (e *StartElement) add(name Name, v reflect.Value) error {
	if own, _, ok := as[MarshalerAttr](v); ok {
		a, err := own.MarshalXMLAttr(name)
		if err == nil && a.Name.Local != "" {
			e.Attr = append(e.Attr, a)
		}
		return err
	}
	if own, _, ok := as[encoding.TextMarshaler](v); ok {
		text, err := own.MarshalText()
		if err == nil {
			e.Attr = append(e.Attr, Attr{name, string(text)})
		}
		return err
	}
	if v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	if v.Kind() == reflect.Slice && !isBytes(v.Type()) {
		for i := range v.Len() {
			if err := e.add(name, v.Index(i)); err != nil {
				return err
			}
		}
		return nil
	}
	if v.Type() == attrType {
		e.Attr = append(e.Attr, v.Interface().(Attr))
		return nil
	}
	text, err := simple(v)
	if err == nil {
		e.Attr = append(e.Attr, Attr{name, text})
	}
	return err
}

func (enc *Encoder) byMethod(own Marshaler, start StartElement) error {
	n := len(enc.open)
	enc.open = append(enc.open, Name{})
	if err := own.MarshalXML(enc, start); err != nil {
		return err
	}
	if last := len(enc.open) - 1; last > n {
		return fmt.Errorf("xml: %s.MarshalXML wrote invalid XML: <%s> not closed", methodOwner(own), enc.open[last].Local)
	}
	enc.open = enc.open[:n]
	return nil
}

// simple returns a number, bool, string or bytes as text.
func simple(v reflect.Value) (string, error) {
	switch t := v.Type(); {
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), nil
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10), nil
	case v.CanFloat():
		return strconv.FormatFloat(v.Float(), 'g', -1, t.Bits()), nil
	case v.Kind() == reflect.String:
		return v.String(), nil
	case v.Kind() == reflect.Bool:
		return strconv.FormatBool(v.Bool()), nil
	case isBytes(t):
		return string(v.Bytes()), nil
	case v.Kind() == reflect.Array && t.Elem().Kind() == reflect.Uint8:
		b := make([]byte, v.Len())
		reflect.Copy(reflect.ValueOf(b), v)
		return string(b), nil
	}
	return "", &UnsupportedTypeError{v.Type()}
}

// fields writes what is in the element of a struct.
func (enc *Encoder) fields(s *structure, v reflect.Value) error {
	var parents []string // that are open
	for i := range s.fields {
		f := &s.fields[i]
		if f.flags&isAttr != 0 {
			continue
		}
		own := f.of(v, false)
		if !own.IsValid() {
			continue
		}
		mode := f.flags & modes
		if mode != isInnerXML {
			if err := enc.leave(&parents, f.parents); err != nil {
				return err
			}
		}
		var err error
		switch mode {
		case isCDATA, isCharData:
			err = enc.text(own, mode == isCDATA)
		case isComment:
			err = enc.comment(pointed(own), v.Type())
		case isInnerXML:
			switch raw := pointed(own).Interface().(type) {
			case []byte:
				enc.put(string(raw))
			case string:
				enc.put(raw)
			default:
				err = enc.value(own, f, nil)
			}
		default:
			if kind := own.Kind(); kind != reflect.Pointer && kind != reflect.Interface || !own.IsNil() {
				for len(parents) < len(f.parents) && err == nil {
					parents = f.parents[:len(parents)+1]
					err = enc.begin(StartElement{Name: Name{Local: parents[len(parents)-1]}})
				}
			}
			if err == nil {
				err = enc.value(own, f, nil)
			}
		}
		if err != nil {
			return err
		}
	}
	enc.leave(&parents, nil)
	return enc.put()
}

// leave ends those of the parents that are open which are not among others.
func (enc *Encoder) leave(open *[]string, others []string) error {
	common := 0
	for common < len(others) && common < len(*open) && others[common] == (*open)[common] {
		common++
	}
	for i := len(*open) - 1; i >= common; i-- {
		if err := enc.end(Name{Local: (*open)[i]}); err != nil {
			return err
		}
	}
	*open = (*open)[:common]
	return nil
}

// text writes a field that is the text of an element; of types that are no text, nothing.
func (enc *Encoder) text(v reflect.Value, inCDATA bool) error {
	var text string
	if own, _, ok := as[encoding.TextMarshaler](v); ok {
		b, err := own.MarshalText()
		if err != nil {
			return err
		}
		text = string(b)
	} else {
		v = pointed(v)
		if v.Kind() == reflect.Array || v.Kind() == reflect.Slice && v.Type() != reflect.TypeFor[[]byte]() {
			return nil
		}
		var err error
		if text, err = simple(v); err != nil {
			return nil
		}
	}
	if inCDATA {
		return enc.put(cdata(text))
	}
	return enc.put(escaped(text, true))
}

func (enc *Encoder) comment(v reflect.Value, owner reflect.Type) error {
	if v.Kind() != reflect.String && !isBytes(v.Type()) {
		return fmt.Errorf("xml: bad type for comment field of %s", owner)
	}
	text, _ := simple(v)
	if text == "" {
		return nil
	}
	enc.newLine(0)
	enc.put("<!--")
	if strings.Contains(text, "--") {
		return fmt.Errorf(`xml: comments must not contain "--"`)
	}
	enc.put(text)
	if strings.HasSuffix(text, "-") {
		enc.put(" ")
	}
	enc.put("-->")
	return nil
}
