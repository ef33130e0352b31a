// Package json reads and writes JSON (RFC 8259) from and to Go values.
//
// Values are written from copies that have addresses, as in Go, whose allocations these are; that must not be seen: methods of
// pointers are called only where the value had an address before.
//
// Left out: encoding/json/v2, encoding/json/jsontext and the options that lead to them.
package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Marshaler is a value that writes itself as JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// UnsupportedTypeError is the error for values of a type that has no JSON.
type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// UnsupportedValueError is the error for values that have no JSON: NaN, infinities, cycles.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// InvalidUTF8Error is not made any more.
type InvalidUTF8Error struct {
	S string
}

func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// MarshalerError is what went wrong in a MarshalJSON or MarshalText.
type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

func (e *MarshalerError) Error() string {
	method := e.sourceFunc
	if method == "" {
		method = "MarshalJSON"
	}
	return "json: error calling " + method + " for type " + e.Type.String() + ": " + e.Err.Error()
}

// Unwrap returns the method's error.
func (e *MarshalerError) Unwrap() error { return e.Err }

// Marshal returns v as JSON.
func Marshal(v any) ([]byte, error) {
	e := newEncoding(true)
	err := e.root(v)
	var out []byte
	if err == nil {
		out = append(out, e.buf...)
	}
	e.release()
	return out, err
}

// MarshalIndent is Marshal, then Indent.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	compact, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	e := newEncoding(true)
	e.buf, err = appendIndented(e.buf, compact, prefix, indent)
	out := append([]byte(nil), e.buf...)
	e.release()
	return out, err
}

// encodingState is the writing of one value. They are used again.
type encodingState struct {
	buf   []byte
	html  bool // <, > and & are escaped
	depth int
	seen  map[visit]bool // pointers on the way here, once it is long
	names []string       // room for those of a map
	next  *encodingState
}

// visit is a pointer, map or slice that is being written.
type visit struct {
	p   unsafe.Pointer
	len int
	t   reflect.Type
}

var freeEncodings *encodingState

func newEncoding(html bool) *encodingState {
	e := freeEncodings
	if e == nil {
		e = new(encodingState)
	} else {
		freeEncodings = e.next
	}
	e.html = html
	e.depth = 0
	e.buf = e.buf[:0]
	return e
}

func (e *encodingState) release() {
	if cap(e.buf) > 1<<16 {
		e.buf = nil
	}
	e.seen = nil
	e.next = freeEncodings
	freeEncodings = e
}

func (e *encodingState) text(s string) { e.buf = append(e.buf, s...) }
func (e *encodingState) char(c byte)   { e.buf = append(e.buf, c) }

// option says how a field is written.
type option uint8

const (
	quoted option = 1 << iota // `json:",string"`
	copied                    // the value is, or is in, a copy made for writing it
)

// copyOf returns a copy of v that has an address.
func copyOf(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	return c
}

// root writes the whole value.
func (e *encodingState) root(x any) error {
	v := reflect.ValueOf(x)
	if !v.IsValid() || v.Kind() == reflect.Pointer && !v.IsNil() {
		return e.value(v, 0)
	}
	return e.value(copyOf(v), copied)
}

// typeInfo is what is known of a type: its methods, and its fields if it is a struct.
type typeInfo struct {
	marshals, textMarshals               bool // by its own method set
	pointerMarshals, pointerTextMarshals bool // by that of a pointer to it
	fields                               *structFields
	empty                                reflect.Value // a slice without elements, once one was needed
}

var (
	infos             = map[reflect.Type]*typeInfo{}
	marshalerType     = reflect.TypeFor[Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
	numberType        = reflect.TypeFor[Number]()
)

func infoOf(t reflect.Type) *typeInfo {
	if info, ok := infos[t]; ok {
		return info
	}
	info := &typeInfo{marshals: t.Implements(marshalerType), textMarshals: t.Implements(textMarshalerType)}
	if t.Kind() != reflect.Pointer && t.Kind() != reflect.Interface && t.Name() != "" || t.Kind() == reflect.Struct {
		p := reflect.PointerTo(t)
		info.pointerMarshals = p.Implements(marshalerType)
		info.pointerTextMarshals = p.Implements(textMarshalerType)
	}
	infos[t] = info
	return info
}

// enter notes that p is being written; beyond a depth that no honest value has, cycles are looked for.
func (e *encodingState) enter(v reflect.Value, length int) (visit, error) {
	e.depth++
	at := visit{v.UnsafePointer(), length, v.Type()}
	if e.depth > 1000 {
		if e.seen[at] {
			return at, &UnsupportedValueError{v, "encountered a cycle via " + v.Type().String()}
		}
		if e.seen == nil {
			e.seen = map[visit]bool{}
		}
		e.seen[at] = true
	}
	return at, nil
}

func (e *encodingState) leave(at visit) {
	if e.depth > 1000 {
		delete(e.seen, at)
	}
	e.depth--
}

// value writes v.
func (e *encodingState) value(v reflect.Value, opts option) error {
	if !v.IsValid() {
		e.text("null")
		return nil
	}
	t := v.Type()
	info := infoOf(t)
	switch {
	case info.marshals:
		if v.Kind() == reflect.Pointer && v.IsNil() || v.Kind() == reflect.Interface && v.IsNil() {
			e.text("null")
			return nil
		}
		return e.marshaler(v)
	case info.pointerMarshals && v.CanAddr() && opts&copied == 0:
		return e.marshaler(v)
	case info.textMarshals:
		if v.Kind() == reflect.Pointer && v.IsNil() || v.Kind() == reflect.Interface && v.IsNil() {
			e.text("null")
			return nil
		}
		return e.textMarshaler(v)
	case info.pointerTextMarshals && v.CanAddr() && opts&copied == 0:
		return e.textMarshaler(v)
	}
	switch v.Kind() {
	case reflect.Bool:
		e.quote(opts)
		e.buf = strconv.AppendBool(e.buf, v.Bool())
		e.quote(opts)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.quote(opts)
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
		e.quote(opts)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.quote(opts)
		e.buf = strconv.AppendUint(e.buf, v.Uint(), 10)
		e.quote(opts)
	case reflect.Float32:
		return e.float(v, 32, opts)
	case reflect.Float64:
		return e.float(v, 64, opts)
	case reflect.String:
		if t == numberType {
			return e.number(v.String(), opts)
		}
		if opts&quoted != 0 {
			e.buf = appendString(e.buf, string(appendString(nil, v.String(), e.html)), e.html)
		} else {
			e.buf = appendString(e.buf, v.String(), e.html)
		}
	case reflect.Interface:
		if v.IsNil() {
			e.text("null")
			return nil
		}
		return e.held(v)
	case reflect.Pointer:
		if v.IsNil() {
			e.text("null")
			return nil
		}
		at, err := e.enter(v, 0)
		if err == nil {
			err = e.value(v.Elem(), opts&^copied)
		}
		e.leave(at)
		return err
	case reflect.Struct:
		return e.object(v, opts&copied)
	case reflect.Map:
		return e.mapping(v)
	case reflect.Slice:
		return e.slice(v)
	case reflect.Array:
		return e.elements(v, opts&copied)
	default:
		return &UnsupportedTypeError{t}
	}
	return nil
}

func (e *encodingState) quote(opts option) {
	if opts&quoted != 0 {
		e.char('"')
	}
}

// withMethods returns v, or a pointer to it, as an interface: in any case with the methods of v's type.
func withMethods(v reflect.Value) any {
	if v.Kind() != reflect.Pointer && v.Kind() != reflect.Interface && v.CanAddr() {
		v = v.Addr()
	}
	return v.Interface()
}

func (e *encodingState) marshaler(v reflect.Value) error {
	t := v.Type()
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if isTime(t) && !(v.Kind() == reflect.Pointer && v.IsNil()) {
		return e.time(v)
	}
	m, ok := withMethods(v).(Marshaler)
	if !ok {
		e.text("null")
		return nil
	}
	b, err := m.MarshalJSON()
	if err == nil {
		e.buf, err = appendCompact(e.buf, b, e.html)
	}
	if err != nil {
		return &MarshalerError{pointerType(v.Type()), err, "MarshalJSON"}
	}
	return nil
}

// pointerType is the type that errors of methods name: a pointer to the value's.
func pointerType(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer && t.Name() == "" {
		return t
	}
	return reflect.PointerTo(t)
}

func (e *encodingState) textMarshaler(v reflect.Value) error {
	m, ok := withMethods(v).(encoding.TextMarshaler)
	if !ok {
		e.text("null")
		return nil
	}
	b, err := m.MarshalText()
	if err != nil {
		return &MarshalerError{pointerType(v.Type()), err, "MarshalText"}
	}
	e.buf = appendString(e.buf, string(b), e.html)
	return nil
}

// time writes a time.Time as its MarshalJSON does, but without an object.
func (e *encodingState) time(v reflect.Value) error {
	e.char('"')
	b, err := withMethods(v).(encoding.TextAppender).AppendText(e.buf)
	if err != nil {
		err = errors.New(strings.TrimPrefix(err.Error(), "Time.AppendText: "))
		return &MarshalerError{pointerType(v.Type()), err, "MarshalJSON"}
	}
	e.buf = append(b, '"')
	return nil
}

// held writes what an interface holds.
func (e *encodingState) held(v reflect.Value) error {
	inside := v.Elem()
	c := copyOf(inside)
	if v.NumMethod() > 0 {
		return e.value(c, copied)
	}
	switch inside.Type() {
	case boolType, stringType, float64Type:
		return e.value(c, copied)
	case sliceType, mapType:
		return e.anything(v.Interface())
	}
	return e.value(copyOf(c), copied)
}

// anything writes what an any holds. What is read into an any is written without copies.
func (e *encodingState) anything(held any) error {
	switch x := held.(type) {
	case nil:
		e.text("null")
	case bool:
		e.buf = strconv.AppendBool(e.buf, x)
	case string:
		e.buf = appendString(e.buf, x, e.html)
	case float64:
		return e.float(reflect.ValueOf(held), 64, 0)
	case []any:
		if x == nil {
			e.text("null")
			return nil
		}
		at, err := e.enter(reflect.ValueOf(held), len(x))
		e.char('[')
		for i := 0; i < len(x) && err == nil; i++ {
			if i > 0 {
				e.char(',')
			}
			err = e.anything(x[i])
		}
		e.char(']')
		e.leave(at)
		return err
	case map[string]any:
		if x == nil {
			e.text("null")
			return nil
		}
		at, err := e.enter(reflect.ValueOf(held), 0)
		names := e.takeNames()
		for name := range x {
			names = append(names, name)
		}
		slices.Sort(names)
		e.char('{')
		for i := 0; i < len(names) && err == nil; i++ {
			e.memberName(i, names[i])
			err = e.anything(x[names[i]])
		}
		e.char('}')
		e.giveNames(names)
		e.leave(at)
		return err
	default:
		return e.value(copyOf(reflect.ValueOf(held)), copied)
	}
	return nil
}

// memberName writes the name of member i of an object.
func (e *encodingState) memberName(i int, name string) {
	if i > 0 {
		e.char(',')
	}
	e.buf = appendString(e.buf, name, e.html)
	e.char(':')
}

// takeNames returns room for names of members; giveNames has it used again.
func (e *encodingState) takeNames() []string {
	names := e.names
	e.names = nil
	return names[:0]
}

func (e *encodingState) giveNames(names []string) {
	clear(names)
	e.names = names
}

// float writes a number as JavaScript does: with an exponent only where it is very large or small.
func (e *encodingState) float(v reflect.Value, bits int, opts option) error {
	f := v.Float()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return &UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, bits)}
	}
	e.quote(opts)
	e.buf = appendFloat(e.buf, f, bits)
	e.quote(opts)
	return nil
}

func appendFloat(b []byte, f float64, bits int) []byte {
	abs := math.Abs(f)
	small, large := abs < 1e-6, abs >= 1e21
	if bits == 32 {
		small, large = float32(abs) < 1e-6, float32(abs) >= 1e21
	}
	if abs == 0 || !small && !large {
		return strconv.AppendFloat(b, f, 'f', -1, bits)
	}
	b = strconv.AppendFloat(b, f, 'e', -1, bits)
	// e-09 becomes e-9.
	if n := len(b); n >= 4 && b[n-4] == 'e' && b[n-3] == '-' && b[n-2] == '0' {
		b[n-2] = b[n-1]
		b = b[:n-1]
	}
	return b
}

func (e *encodingState) number(s string, opts option) error {
	if s == "" {
		s = "0"
	}
	if !isNumber(s) {
		return &MarshalerError{reflect.PointerTo(numberType), &numberError{s}, "MarshalJSONTo"}
	}
	e.quote(opts)
	e.text(s)
	e.quote(opts)
	return nil
}

// numberError is a Number that is none.
type numberError struct{ s string }

func (e *numberError) Error() string {
	return "cannot parse " + strconv.Quote(e.s) + " as JSON number: " + strconv.ErrSyntax.Error()
}
func (e *numberError) Unwrap() error { return strconv.ErrSyntax }

func (e *encodingState) object(v reflect.Value, opts option) error {
	fields := fieldsOf(v.Type())
	first := true
	e.char('{')
	for i := range fields.list {
		f := &fields.list[i]
		fv, ok := f.find(v)
		if !ok || f.omitEmpty && isEmpty(fv) || f.omitZero && isZero(fv) {
			continue
		}
		if !first {
			e.char(',')
		}
		first = false
		if e.html {
			e.text(f.quotedHTML)
		} else {
			e.text(f.quotedName)
		}
		inherited := opts
		if f.behindPointer {
			inherited = 0
		}
		if err := e.value(fv, f.opts|inherited); err != nil {
			return err
		}
	}
	e.char('}')
	return nil
}

// isEmpty is the rule of omitempty.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64, reflect.Interface,
		reflect.Pointer:
		return v.IsZero()
	}
	return false
}

// isZeroer is a type that says itself what omitzero means.
type isZeroer interface{ IsZero() bool }

// isZero is the rule of omitzero.
func isZero(v reflect.Value) bool {
	if v.Kind() == reflect.Pointer && v.IsNil() || v.Kind() == reflect.Interface && v.IsNil() {
		return true
	}
	if v.CanInterface() {
		if z, ok := v.Interface().(isZeroer); ok {
			return z.IsZero()
		}
		if v.CanAddr() {
			if z, ok := v.Addr().Interface().(isZeroer); ok {
				return z.IsZero()
			}
		}
	}
	return v.IsZero()
}

// entry is an entry of a map whose key has become a name.
type entry struct {
	name       string
	key, value reflect.Value
	_          [2]uintptr // in Go, whether they are copies
}

func (e *encodingState) mapping(v reflect.Value) error {
	key := v.Type().Key()
	if v.IsNil() {
		e.text("null")
		return nil
	}
	at, err := e.enter(v, 0)
	if err != nil {
		e.leave(at)
		return err
	}
	if !isNameType(key) && v.Len() > 0 {
		e.leave(at)
		switch key.Kind() {
		case reflect.Chan, reflect.Func, reflect.UnsafePointer, reflect.Complex64, reflect.Complex128:
			return &UnsupportedTypeError{key}
		}
		// The key would be written, and is found to be none.
		return e.errNoName(2)
	}
	e.char('{')
	err = e.entries(v)
	e.char('}')
	e.leave(at)
	return err
}

// entries writes the entries of a map in the order of their names.
func (e *encodingState) entries(v reflect.Value) error {
	n := v.Len()
	if n == 0 {
		return nil
	}
	t := v.Type()
	k, x := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
	var iter reflect.MapIter // MapRange's would be on the heap
	iter.Reset(v)
	switch {
	case n == 1:
		iter.Next()
		k.SetIterKey(&iter)
		x.SetIterValue(&iter)
		name, err := e.nameOf(k)
		if err != nil {
			return err
		}
		e.memberName(0, name)
		return e.value(x, copied)
	case t.Key().Kind() == reflect.String:
		names := e.takeNames()
		for iter.Next() {
			k.SetIterKey(&iter)
			names = append(names, k.String())
		}
		slices.Sort(names)
		for i, name := range names {
			k.SetString(name)
			x.Set(v.MapIndex(k))
			e.memberName(i, name)
			if err := e.value(x, copied); err != nil {
				return err
			}
		}
		e.giveNames(names)
		return nil
	}
	entries := make([]entry, n)
	keys, values := reflect.MakeSlice(reflect.SliceOf(t.Key()), n, n), reflect.MakeSlice(reflect.SliceOf(t.Elem()), n, n)
	for i := 0; iter.Next(); i++ {
		k, x := keys.Index(i), values.Index(i)
		k.SetIterKey(&iter)
		x.SetIterValue(&iter)
		name, err := e.nameOf(k)
		if err != nil {
			return err
		}
		entries[i] = entry{name: name, key: k, value: x}
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	for i, each := range entries {
		e.memberName(i, each.name)
		if err := e.value(each.value, copied); err != nil {
			return err
		}
	}
	return nil
}

// isNameType says whether keys of type t become names.
func isNameType(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8,
		reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr, reflect.Float32, reflect.Float64, reflect.Interface:
		return true
	}
	return t.Implements(textMarshalerType)
}

// errNoName is the error for a key that is no name, in the words of Go's package jsontext.
func (e *encodingState) errNoName(offset int) error {
	where := strconv.Itoa(len(e.buf) + offset)
	return &UnsupportedValueError{Str: "jsontext: object member name must be a string after offset " + where}
}

// nameOf returns a map's key as a name: a string is it as it is, whatever methods its type has.
func (e *encodingState) nameOf(v reflect.Value) (string, error) {
	for v.Kind() == reflect.Interface {
		if v.IsNil() {
			return "", e.errNoName(1)
		}
		v = v.Elem()
	}
	if v.Kind() == reflect.Pointer && !v.IsNil() && v.Elem().Kind() == reflect.String {
		v = v.Elem()
	}
	if v.Kind() != reflect.String && infoOf(v.Type()).textMarshals {
		m := withMethods(v).(encoding.TextMarshaler)
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return "", nil
		}
		b, err := m.MarshalText()
		if err != nil {
			err = &MarshalerError{pointerType(v.Type()), err, "MarshalText"}
		}
		return string(b), err
	}
	switch {
	case v.Kind() == reflect.String:
		return v.String(), nil
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10), nil
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10), nil
	case v.CanFloat():
		f := v.Float()
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return "", &UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, v.Type().Bits())}
		}
		return string(appendFloat(nil, f, v.Type().Bits())), nil
	}
	return "", &UnsupportedTypeError{v.Type()}
}

func (e *encodingState) slice(v reflect.Value) error {
	if v.IsNil() {
		e.text("null")
		return nil
	}
	if elem := v.Type().Elem(); elem.Kind() == reflect.Uint8 {
		p := infoOf(elem)
		if !p.marshals && !p.textMarshals && !p.pointerMarshals && !p.pointerTextMarshals {
			e.char('"')
			e.buf = base64.StdEncoding.AppendEncode(e.buf, v.Bytes())
			e.char('"')
			return nil
		}
	}
	at, err := e.enter(v, v.Len())
	if err == nil {
		err = e.elements(v, 0)
	}
	e.leave(at)
	return err
}

func (e *encodingState) elements(v reflect.Value, opts option) error {
	e.char('[')
	for i := 0; i < v.Len(); i++ {
		if i > 0 {
			e.char(',')
		}
		if err := e.value(v.Index(i), opts); err != nil {
			return err
		}
	}
	e.char(']')
	return nil
}

const hexDigits = "0123456789abcdef"

// appendString adds s in quotes. What is not UTF-8 becomes U+FFFD.
func appendString(b []byte, s string, html bool) []byte {
	b = append(b, '"')
	for {
		n := plainLength(s, html)
		b = append(b, s[:n]...)
		s = s[n:]
		if s == "" {
			return append(b, '"')
		}
		c := s[0]
		if c < utf8.RuneSelf {
			switch c {
			case '\\', '"':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, '\\', 'b')
			case '\f':
				b = append(b, '\\', 'f')
			case '\n':
				b = append(b, '\\', 'n')
			case '\r':
				b = append(b, '\\', 'r')
			case '\t':
				b = append(b, '\\', 't')
			default:
				b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			}
			s = s[1:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 {
			b = append(b, "\ufffd"...)
		} else {
			b = append(b, '\\', 'u', '2', '0', '2', hexDigits[r&15])
		}
		s = s[size:]
	}
}

// plainLength returns how many bytes at the beginning of s stand for themselves in a JSON string.
//
//go:noescape
func plainLength(s string, html bool) int
