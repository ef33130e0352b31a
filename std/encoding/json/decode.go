package json

import (
	"bytes"
	"encoding"
	"encoding/base64"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Unmarshaler is a value that reads itself from JSON.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// UnmarshalTypeError is the error for a JSON value that does not fit a Go value.
type UnmarshalTypeError struct {
	Value  string       // what the JSON value is
	Type   reflect.Type // of the Go value
	Offset int64
	Struct string // name of the root type
	Field  string // path from the root
	Err    error
}

func (e *UnmarshalTypeError) Error() string {
	s := "json: cannot unmarshal " + e.Value + " into Go value of type " + e.Type.String()
	if e.Struct != "" || e.Field != "" {
		into := "Go struct field "
		last := e.Field[strings.LastIndexByte(e.Field, '.')+1:]
		if last != "" && strings.Trim(last, "0123456789") == "" {
			into = ""
		}
		s = "json: cannot unmarshal " + e.Value + " into " + into + e.Struct + "." + e.Field + " of type " + e.Type.String()
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns what is behind the error.
func (e *UnmarshalTypeError) Unwrap() error { return e.Err }

// UnmarshalFieldError is not made any more.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name +
		" of type " + e.Type.String()
}

// InvalidUnmarshalError is the error for an argument that is no pointer, or nil.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// Number is a number as it is written.
type Number string

// String returns the text.
func (n Number) String() string { return string(n) }

// Float64 parses it.
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

// Int64 parses it.
func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// Unmarshal reads JSON into what v points to.
func Unmarshal(data []byte, v any) error {
	rv := reflect.ValueOf(v)
	if rv.Kind() != reflect.Pointer || rv.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	if err := check(data); err != nil {
		return err
	}
	d := decoding{data: data, root: rv.Type().Elem()}
	return d.run(rv)
}

// decoding is the reading of one value, whose text is known to be right.
type decoding struct {
	data          []byte
	at            int
	nameEnd       int   // of the member that was begun last
	base          int64 // where data begins in the stream
	root          reflect.Type
	first         error // what did not fit; the rest is read all the same
	useNumber     bool
	rejectUnknown bool
	variables     [2]any // of the map that was begun last: Go's are on the heap
}

func (d *decoding) run(v reflect.Value) error {
	d.at = skipSpace(d.data, 0)
	d.value(v, 0)
	return d.first
}

// failed notes an error, of a method or of what has no place.
func (d *decoding) failed(err error) {
	if d.first == nil {
		d.first = err
	}
}

// skip returns the text of the value at d.at and goes behind it.
func (d *decoding) skip() []byte {
	start := d.at
	d.at, _, _ = scanValue(d.data, start)
	return d.data[start:d.at]
}

// misfit notes that a JSON value does not fit type t. kind is its first character, text is shown if it is not nil.
func (d *decoding) misfit(kind byte, text []byte, t reflect.Type, err error) {
	if d.first != nil {
		return
	}
	what := kindName(kind)
	if text != nil {
		what += " " + string(text)
	}
	e := &UnmarshalTypeError{Value: what, Type: t, Err: err}
	// A Number reads itself, and does not know where it stands.
	if t != numberType {
		e.Offset = d.base + int64(d.at)
		if path := d.pathTo(d.at); len(path) > 0 {
			e.Struct = d.root.Name()
			e.Field = strings.Join(path, ".")
		}
	}
	d.first = e
}

// pathTo returns the names and indices of what is around the value that ends at an offset, or that an offset is in the beginning of.
// To keep them up to date while nothing is wrong would allocate.
func (d *decoding) pathTo(end int) []string {
	var path []string
	again := decoding{data: d.data}
	for next := skipSpace(d.data, 0); next >= 0; {
		again.at = next
		next = -1
		enter := func(name string, begin, reached int) {
			again.skip()
			if reached <= end && end <= again.at {
				path = append(path, name)
				next = begin
			}
		}
		switch d.data[again.at] {
		case '{':
			again.members(func(name []byte) { enter(kept(name), again.at, again.nameEnd) })
		case '[':
			again.items(func(i int) { enter(strconv.Itoa(i), again.at, again.at+1) })
		}
	}
	return path
}

// isTime says whether t is time.Time, which reads itself.
func isTime(t reflect.Type) bool { return t.Name() == "Time" && t.PkgPath() == "time" }

// misfitAt is misfit for a whole value, that begins at begin and was gone over: of an array or object only the bracket counts as read.
func (d *decoding) misfitAt(begin int, kind byte, t reflect.Type, err error) {
	end := d.at
	if kind == '[' || kind == '{' {
		d.at = begin + 1
	}
	d.misfit(kind, nil, t, err)
	d.at = end
}

func kindName(c byte) string {
	switch c {
	case 'n':
		return "null"
	case 't', 'f':
		return "bool"
	case '"':
		return "string"
	case '{':
		return "object"
	case '[':
		return "array"
	}
	return "number"
}

var (
	unmarshalerType     = reflect.TypeFor[Unmarshaler]()
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// settleTarget follows pointers, making them, to the value to be set or one with a method. Of null the last pointer that can
// be set is the end.
func settleTarget(v reflect.Value, null bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		v = v.Addr()
	}
	for {
		// An interface that holds a pointer is read into what that points to.
		if v.Kind() == reflect.Interface && !v.IsNil() {
			if e := v.Elem(); e.Kind() == reflect.Pointer && !e.IsNil() && (!null || e.Elem().Kind() == reflect.Pointer) {
				v = e
				continue
			}
		}
		if v.Kind() != reflect.Pointer {
			return nil, nil, v
		}
		if null && v.CanSet() {
			return nil, nil, v
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().Name() != "" {
			v = v.Elem().Addr() // a type defined as *T has not its methods
		}
		if v.CanInterface() && v.Type().NumMethod() > 0 {
			if u, ok := v.Interface().(Unmarshaler); ok {
				return u, nil, v
			}
			if u, ok := v.Interface().(encoding.TextUnmarshaler); ok && !null {
				return nil, u, v
			}
		}
		v = v.Elem()
	}
}

// value reads the value at d.at into v.
func (d *decoding) value(v reflect.Value, opts option) {
	c := d.data[d.at]
	if !v.IsValid() {
		d.skip()
		return
	}
	if opts&quoted != 0 && v.Kind() == reflect.Pointer && bytes.HasPrefix(d.data[d.at:], []byte(`"null"`)) {
		d.skip()
		v.SetZero()
		return
	}
	u, tu, v := settleTarget(v, c == 'n')
	if v.Kind() == reflect.Interface && v.NumMethod() > 0 && c != 'n' {
		d.misfit(c, nil, v.Type(), nil)
		d.skip()
		return
	}
	switch {
	case u != nil:
		if isTime(v.Type().Elem()) && c != '"' && c != 'n' {
			d.composite(c, v.Elem()) // it says what did not fit, the method would not
			return
		}
		d.failed(u.UnmarshalJSON(d.skip()))
		return
	case tu != nil:
		begin := d.at
		text := d.skip()
		if c != '"' {
			d.misfitAt(begin, c, v.Type().Elem(), errors.New("JSON value must be string type"))
			return
		}
		d.failed(tu.UnmarshalText(unescaped(text)))
		return
	}
	switch {
	case v.Kind() == reflect.Interface && c != 'n':
		v.Set(reflect.ValueOf(d.anything()))
		return
	case c == '{':
		d.object(v)
		return
	case c == '[':
		d.array(v)
		return
	}
	text := d.skip()
	if opts&quoted != 0 && c != 'n' {
		d.quotedLiteral(text, v)
	} else {
		d.literal(text, v)
	}
}

// quotedLiteral reads a value of a field with the option string: numbers in Go's syntax, null, true and false, and strings as
// JSON in the string.
func (d *decoding) quotedLiteral(text []byte, v reflect.Value) {
	number := v.CanInt() || v.CanUint() || v.CanFloat()
	if !number && v.Kind() != reflect.Bool && v.Kind() != reflect.String {
		d.literal(text, v)
		return
	}
	if text[0] != '"' {
		d.misfit(text[0], nil, v.Type(), nil)
		return
	}
	if v.Type() == numberType {
		d.text(text, v)
		return
	}
	inner := unescaped(text)
	switch {
	case string(inner) == "null":
	case number:
		if !setNumber(string(inner), v) {
			d.misfit('0', inner, v.Type(), nil)
		}
	case v.Kind() == reflect.Bool:
		if string(inner) == "true" || string(inner) == "false" {
			v.SetBool(string(inner) == "true")
		} else {
			d.misfit('"', text, v.Type(), strconv.ErrSyntax)
		}
	default:
		if err := checkString(inner); err != nil {
			d.misfit('"', nil, v.Type(), err)
		} else {
			v.SetString(unquote(inner))
		}
	}
}

// literal reads null, a bool, string or number.
func (d *decoding) literal(text []byte, v reflect.Value) {
	c := text[0]
	switch c {
	case 'n':
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case 't', 'f':
		switch {
		case v.Kind() == reflect.Bool:
			v.SetBool(c == 't')
		default:
			d.misfit(c, nil, v.Type(), nil)
		}
	case '"':
		d.text(text, v)
	default:
		d.number(text, v)
	}
}

func (d *decoding) text(text []byte, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		s := unquote(text)
		if v.Type() == numberType && !isNumber(s) {
			d.misfit('"', text, v.Type(), strconv.ErrSyntax)
			return
		}
		v.SetString(s)
	case reflect.Slice:
		if v.Type().Elem().Kind() != reflect.Uint8 {
			d.misfit('"', nil, v.Type(), nil)
			return
		}
		digits := unescaped(text)
		b := make([]byte, base64.StdEncoding.DecodedLen(len(digits)))
		n, err := base64.StdEncoding.Decode(b, digits)
		if err != nil {
			d.misfit('"', nil, v.Type(), err)
			return
		}
		v.SetBytes(b[:n])
	default:
		d.misfit('"', nil, v.Type(), nil)
	}
}

// setNumber sets v, a number, to what s says in Go's syntax.
func setNumber(s string, v reflect.Value) bool {
	switch {
	case v.CanInt():
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || v.OverflowInt(n) {
			return false
		}
		v.SetInt(n)
	case v.CanUint():
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil || v.OverflowUint(n) {
			return false
		}
		v.SetUint(n)
	default:
		f, err := strconv.ParseFloat(s, v.Type().Bits())
		if err != nil {
			return false
		}
		v.SetFloat(f)
	}
	return true
}

func (d *decoding) number(text []byte, v reflect.Value) {
	switch {
	case v.CanInt() || v.CanUint() || v.CanFloat():
		if !setNumber(string(text), v) {
			d.misfit(text[0], text, v.Type(), nil)
		}
	case v.Type() == numberType:
		v.SetString(string(text))
	default:
		d.misfit(text[0], nil, v.Type(), nil)
	}
}

// Types of what an interface gets.
var (
	boolType    = reflect.TypeFor[bool]()
	float64Type = reflect.TypeFor[float64]()
	stringType  = reflect.TypeFor[string]()
	sliceType   = reflect.TypeFor[[]any]()
	mapType     = reflect.TypeFor[map[string]any]()
)

// contents returns what p points to. Of all but maps reflect makes a copy, which is Go's as the variable is.
func contents(p any) any { return reflect.ValueOf(p).Elem().Interface() }

// anything reads a value of any type.
func (d *decoding) anything() any {
	switch d.data[d.at] {
	case '{':
		m := new(map[string]any)
		*m = map[string]any{}
		name, element := new(string), new(any)
		d.variables = [...]any{name, element}
		d.members(func(n []byte) {
			*name, *element = kept(n), d.anything()
			(*m)[*name] = *element
		})
		return contents(m)
	case '[':
		list := new([]any)
		d.items(func(int) { *list = append(*list, d.anything()) })
		if *list == nil {
			*list = []any{}
		}
		return contents(list)
	case '"':
		s := new(string)
		*s = unquote(d.skip())
		return contents(s)
	case 't', 'f':
		b := new(bool)
		*b = d.skip()[0] == 't'
		return contents(b)
	case 'n':
		d.skip()
		return nil
	}
	text := d.skip()
	if d.useNumber {
		n := new(Number)
		*n = Number(text)
		return contents(n)
	}
	f := new(float64)
	var err error
	if *f, err = strconv.ParseFloat(string(text), 64); err != nil {
		*f = 0
		d.misfit('0', text, float64Type, nil)
	}
	return contents(f)
}

// members calls f for each member of the object at d.at, with d.at at the value. A name is only valid in the call.
func (d *decoding) members(f func(name []byte)) {
	d.at = skipSpace(d.data, d.at+1)
	for d.data[d.at] != '}' {
		name := unescaped(d.skip())
		d.nameEnd = d.at
		d.at = skipSpace(d.data, skipSpace(d.data, d.at)+1)
		f(name)
		d.at = skipSpace(d.data, d.at)
		if d.data[d.at] == ',' {
			d.at = skipSpace(d.data, d.at+1)
		}
	}
	d.at++
}

// items calls f for each element of the array at d.at.
func (d *decoding) items(f func(i int)) {
	d.at = skipSpace(d.data, d.at+1)
	for i := 0; d.data[d.at] != ']'; i++ {
		f(i)
		d.at = skipSpace(d.data, d.at)
		if d.data[d.at] == ',' {
			d.at = skipSpace(d.data, d.at+1)
		}
	}
	d.at++
}

// composite goes over an array or object, which open begins, for which v has no room.
func (d *decoding) composite(open byte, v reflect.Value) {
	begin := d.at
	d.skip()
	d.misfitAt(begin, open, v.Type(), nil)
}

func (d *decoding) array(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice, reflect.Array:
	default:
		d.composite('[', v)
		return
	}
	n := 0
	d.items(func(i int) {
		if v.Kind() == reflect.Slice && i >= v.Len() {
			if i >= v.Cap() {
				v.Grow(1)
			}
			v.SetLen(i + 1)
		}
		if i < v.Len() {
			d.value(v.Index(i), 0)
		} else {
			d.skip()
		}
		n = i + 1
	})
	if v.Kind() == reflect.Array {
		for ; n < v.Len(); n++ {
			v.Index(n).SetZero()
		}
		return
	}
	v.SetLen(n)
	if n == 0 {
		info := infoOf(v.Type())
		if !info.empty.IsValid() {
			info.empty = reflect.MakeSlice(v.Type(), 0, 0)
		}
		v.Set(info.empty)
	}
}

func (d *decoding) object(v reflect.Value) {
	switch v.Kind() {
	case reflect.Map:
		d.mapping(v)
		return
	case reflect.Struct:
	default:
		d.composite('{', v)
		return
	}
	fields := fieldsOf(v.Type())
	d.members(func(name []byte) {
		f := fields.lookup(name)
		if f == nil {
			d.skip()
			if d.rejectUnknown {
				d.failed(errors.New("json: unknown field " + strconv.Quote(string(name))))
			}
		} else if target, ok := d.place(v, f); ok {
			d.value(target, f.opts)
		} else {
			d.skip()
		}
	})
}

// place returns the field in v, making embedded structs on the way.
func (d *decoding) place(v reflect.Value, f *field) (reflect.Value, bool) {
	for i, x := range f.index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !v.CanSet() {
					d.failed(errors.New("json: cannot set embedded pointer to unexported struct: " + v.Type().Elem().String()))
					return v, false
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, true
}

func (d *decoding) mapping(v reflect.Value) {
	t := v.Type()
	key := t.Key()
	byText := reflect.PointerTo(key).Implements(textUnmarshalerType)
	if !byText && !isNameType(key) {
		d.composite('{', v)
		return
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(t))
	}
	// The same for all members: the map takes copies.
	k, elem := reflect.New(key).Elem(), reflect.New(t.Elem()).Elem()
	d.members(func(name []byte) {
		value := d.at
		d.at = d.nameEnd
		k.SetZero()
		ok, err := d.key(k, name, byText)
		d.at = value
		if !ok {
			d.skip()
			d.failed(err)
			return
		}
		elem.SetZero()
		d.value(elem, 0)
		v.SetMapIndex(k, elem)
	})
}

// key makes a name a key; if it fits none, false and an error that is not noted yet.
func (d *decoding) key(k reflect.Value, name []byte, byText bool) (ok bool, err error) {
	t := k.Type()
	switch {
	case byText:
		if err := k.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(name); err != nil {
			return false, err
		}
	case t.Kind() == reflect.String:
		k.SetString(kept(name))
	case t.Kind() == reflect.Interface:
		if t.NumMethod() != 0 {
			d.misfit('"', nil, t, nil)
			return false, nil
		}
		k.Set(reflect.ValueOf(kept(name)))
	case k.CanInt():
		n, err := strconv.ParseInt(string(name), 10, 64)
		if err != nil || k.OverflowInt(n) {
			d.misfit('0', name, t, nil)
			return false, nil
		}
		k.SetInt(n)
	case k.CanUint():
		n, err := strconv.ParseUint(string(name), 10, 64)
		if err != nil || k.OverflowUint(n) {
			d.misfit('0', name, t, nil)
			return false, nil
		}
		k.SetUint(n)
	case k.CanFloat():
		f, err := strconv.ParseFloat(string(name), t.Bits())
		if err != nil {
			d.misfit('0', name, t, nil)
			return false, nil
		}
		k.SetFloat(f)
	}
	return true, nil
}

// unquote returns the text of a JSON string.
func unquote(quoted []byte) string { return kept(unescaped(quoted)) }

// unescaped returns the bytes of a JSON string's text. What is no UTF-8 or half a surrogate pair becomes U+FFFD.
func unescaped(quoted []byte) []byte {
	s := quoted[1 : len(quoted)-1]
	simple := true
	for _, c := range s {
		if c == '\\' || c >= utf8.RuneSelf {
			simple = false
			break
		}
	}
	if simple {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\':
			i++
			switch s[i] {
			case 'u':
				r := hexRune(s[i+1:])
				i += 5
				if utf16.IsSurrogate(r) {
					pair := rune(utf8.RuneError)
					if i+6 <= len(s) && s[i] == '\\' && s[i+1] == 'u' {
						pair = utf16.DecodeRune(r, hexRune(s[i+2:]))
					}
					if pair != utf8.RuneError {
						i += 6
					}
					r = pair
				}
				b = utf8.AppendRune(b, r)
				continue
			case 'b':
				b = append(b, '\b')
			case 'f':
				b = append(b, '\f')
			case 'n':
				b = append(b, '\n')
			case 'r':
				b = append(b, '\r')
			case 't':
				b = append(b, '\t')
			default:
				b = append(b, s[i])
			}
			i++
		case c < utf8.RuneSelf:
			b = append(b, c)
			i++
		default:
			r, n := utf8.DecodeRune(s[i:])
			b = utf8.AppendRune(b, r)
			i += n
		}
	}
	return b
}

// texts are strings that were read, each in the place that its bytes choose: the same ones come again and again.
var texts [256]string

// kept returns b as a string, the one that was made of the same bytes before if it is still there.
func kept(b []byte) string {
	if len(b) < 2 || len(b) > 256 {
		return string(b)
	}
	place := &texts[placeOf(b)]
	if *place != string(b) {
		*place = string(b)
	}
	return *place
}

// placeOf returns a number below 256 that depends on the first and last bytes of b, of which there are two at least.
//
//go:noescape
func placeOf(b []byte) int

func hexRune(s []byte) rune {
	r := rune(0)
	for _, c := range s[:4] {
		switch {
		case c >= 'a':
			c = c - 'a' + 10
		case c >= 'A':
			c = c - 'A' + 10
		default:
			c -= '0'
		}
		r = r<<4 | rune(c)
	}
	return r
}
