package xml

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// structure is what the fields of a struct type mean.
type structure struct {
	name   *field // XMLName
	fields []field
}

// field is a field of a struct, or of one embedded in it.
type field struct {
	index   []int
	name    string
	space   string
	flags   fieldFlags
	parents []string // of the element, from "a>b>c"
}

type fieldFlags int

const (
	isElement fieldFlags = 1 << iota
	isAttr
	isCDATA
	isCharData
	isInnerXML
	isComment
	isAny
	omitEmpty

	modes = isElement | isAttr | isCDATA | isCharData | isInnerXML | isComment | isAny
)

var flagNames = map[string]fieldFlags{
	"attr": isAttr, "cdata": isCDATA, "chardata": isCharData, "innerxml": isInnerXML, "comment": isComment, "any": isAny, "omitempty": omitEmpty,
}

// nameField is the name of the field that has the element's name.
const nameField = "XMLName"

var nameType = reflect.TypeFor[Name]()
var attrType = reflect.TypeFor[Attr]()

// structures has what is known. A sync.Map would take as many objects as the addresses of types decide.
var structures = struct {
	sync.Mutex
	known map[reflect.Type]*structure
}{known: make(map[reflect.Type]*structure)}

// structureOf returns what the fields of t mean; nothing if it is no struct, or Name.
func structureOf(t reflect.Type) (*structure, error) {
	structures.Lock()
	s := structures.known[t]
	structures.Unlock()
	if s != nil {
		return s, nil
	}
	s = new(structure)
	if t.Kind() == reflect.Struct && t != nameType {
		for i := range t.NumField() {
			if err := s.read(t, t.Field(i)); err != nil {
				return nil, err
			}
		}
	}
	structures.Lock()
	structures.known[t] = s
	structures.Unlock()
	return s, nil
}

func (s *structure) read(t reflect.Type, f reflect.StructField) error {
	if !f.IsExported() && !f.Anonymous || f.Tag.Get("xml") == "-" {
		return nil
	}
	if f.Anonymous {
		embedded := f.Type
		if embedded.Kind() == reflect.Pointer {
			embedded = embedded.Elem()
		}
		if embedded.Kind() == reflect.Struct {
			inner, err := structureOf(embedded)
			if err != nil {
				return err
			}
			if s.name == nil {
				s.name = inner.name
			}
			for _, each := range inner.fields {
				each.index = append([]int{f.Index[0]}, each.index...)
				if err := s.add(t, each); err != nil {
					return err
				}
			}
			return nil
		}
	}
	own, err := fieldOf(t, f)
	if err != nil {
		return err
	}
	if f.Name == nameField {
		s.name = own
		return nil
	}
	return s.add(t, *own)
}

// fieldOf reads the tag of a field of t.
func fieldOf(t reflect.Type, f reflect.StructField) (*field, error) {
	own := &field{index: f.Index}
	written := f.Tag.Get("xml")
	tag := written
	if space, rest, ok := strings.Cut(tag, " "); ok {
		own.space, tag = space, rest
	}
	tag, options, hasOptions := strings.Cut(tag, ",")
	if !hasOptions {
		own.flags = isElement
	} else if !own.readOptions(options, f.Name, tag) {
		return nil, fmt.Errorf("xml: invalid tag in field %s of type %s: %q", f.Name, t, written)
	}
	switch {
	case own.space != "" && tag == "":
		return nil, fmt.Errorf("xml: namespace without name in field %s of type %s: %q", f.Name, t, written)
	case f.Name == nameField:
		own.name = tag
		return own, nil
	case tag == "":
		own.name = f.Name
		if inner := elementName(f.Type); inner != nil {
			own.space, own.name = inner.space, inner.name
		}
		return own, nil
	}
	path := strings.Split(tag, ">")
	last := len(path) - 1
	if path[0] == "" {
		path[0] = f.Name
	}
	if path[last] == "" {
		return nil, fmt.Errorf("xml: trailing '>' in field %s of type %s", f.Name, t)
	}
	own.name = path[last]
	if last > 0 {
		if own.flags&isElement == 0 {
			return nil, fmt.Errorf("xml: %s chain not valid with %s flag", tag, options)
		}
		own.parents = path[:last]
	}
	if own.flags&isElement != 0 {
		if inner := elementName(f.Type); inner != nil && inner.name != own.name {
			return nil, fmt.Errorf("xml: name %q in tag of %s.%s conflicts with name %q in %s.XMLName", own.name, t, f.Name, inner.name, f.Type)
		}
	}
	return own, nil
}

// readOptions sets the flags and reports whether they go together.
func (own *field) readOptions(options, name, tag string) bool {
	for option := range strings.SplitSeq(options, ",") {
		own.flags |= flagNames[option]
	}
	switch mode := own.flags & modes; mode {
	case 0:
		own.flags |= isElement
	case isAttr, isCDATA, isCharData, isInnerXML, isComment, isAny, isAny | isAttr:
		if name == nameField || tag != "" && mode != isAttr {
			return false
		}
	default:
		return false
	}
	if own.flags&modes == isAny {
		own.flags |= isElement
	}
	return own.flags&omitEmpty == 0 || own.flags&(isElement|isAttr) != 0
}

// elementName returns what the XMLName of a struct type, or of one pointed to, says; nil if it says nothing.
func elementName(t reflect.Type) *field {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	for i := range t.NumField() {
		if f := t.Field(i); f.Name == nameField {
			if own, err := fieldOf(t, f); err == nil && own.name != "" {
				return own
			}
			return nil
		}
	}
	return nil
}

// conflicts reports whether an element or attribute could be either field's.
func (own *field) conflicts(other *field) bool {
	if own.flags&modes != other.flags&modes || own.space != "" && other.space != "" && own.space != other.space {
		return false
	}
	n := min(len(own.parents), len(other.parents))
	switch {
	case !slices.Equal(own.parents[:n], other.parents[:n]):
		return false
	case len(own.parents) > n:
		return own.parents[n] == other.name
	case len(other.parents) > n:
		return other.parents[n] == own.name
	}
	return own.name == other.name && own.space == other.space
}

// add adds a field: of those that conflict the one of the shallowest depth stays, and there must be one.
func (s *structure) add(t reflect.Type, own field) error {
	hidden := false
	var equal *field
	for i := range s.fields {
		other := &s.fields[i]
		if !other.conflicts(&own) {
			continue
		}
		hidden = hidden || len(other.index) < len(own.index)
		if equal == nil && len(other.index) == len(own.index) {
			equal = other
		}
	}
	if hidden {
		return nil
	}
	if equal != nil {
		f1, f2 := t.FieldByIndex(equal.index), t.FieldByIndex(own.index)
		return &TagPathError{t, f1.Name, f1.Tag.Get("xml"), f2.Name, f2.Tag.Get("xml")}
	}
	s.fields = slices.DeleteFunc(s.fields, func(other field) bool { return other.conflicts(&own) })
	s.fields = append(s.fields, own)
	return nil
}

// TagPathError is two fields of a struct whose tags conflict.
type TagPathError struct {
	Struct       reflect.Type
	Field1, Tag1 string
	Field2, Tag2 string
}

func (e *TagPathError) Error() string {
	return fmt.Sprintf("%s field %q with tag %q conflicts with field %q with tag %q", e.Struct, e.Field1, e.Tag1, e.Field2, e.Tag2)
}

// of returns the field of v; embedded structs that nil points to are made, or give the zero Value.
func (own *field) of(v reflect.Value, makes bool) reflect.Value {
	for i, n := range own.index {
		if i > 0 && v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct {
			if v.IsNil() {
				if !makes {
					return reflect.Value{}
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v
}

// as returns v, or a pointer to it, as an interface type, with its type.
func as[T any](v reflect.Value) (x T, t reflect.Type, ok bool) {
	// Interface makes a copy of what it is not wanted for.
	wanted := reflect.TypeFor[T]()
	if v.CanInterface() && v.Type().Implements(wanted) {
		x, ok = v.Interface().(T)
		return x, v.Type(), ok
	}
	if v.CanAddr() {
		if p := v.Addr(); p.CanInterface() && p.Type().Implements(wanted) {
			x, ok = p.Interface().(T)
			return x, p.Type(), ok
		}
	}
	return x, nil, false
}

// methodOwner returns how an error names the type of a value with a method.
func methodOwner(v any) string {
	t := reflect.TypeOf(v)
	if t.Name() != "" {
		return t.String()
	}
	return "(" + t.String() + ")"
}
