package gob

import (
	"bufio"
	"encoding"
	"errors"
	"io"
	"math"
	"math/bits"
	"reflect"
	"sync"
)

var (
	errBadUint  = errors.New("gob: encoded unsigned integer out of range")
	errBadCount = errors.New("invalid message length")
)

// decBuffer is what is left of a message. Its methods fail at its end.
type decBuffer struct{ data []byte }

func (b *decBuffer) uint() uint64 {
	if len(b.data) == 0 {
		fail(io.EOF)
	}
	c := b.data[0]
	b.data = b.data[1:]
	if c <= 0x7f {
		return uint64(c)
	}
	n := -int(int8(c))
	if n > 8 {
		fail(errBadUint)
	}
	if len(b.data) < n {
		failf("invalid uint data length %d: exceeds input size %d", n, len(b.data))
	}
	return bigEndian(b.take(n))
}

func bigEndian(data []byte) uint64 {
	x := uint64(0)
	for _, c := range data {
		x = x<<8 | uint64(c)
	}
	return x
}

func (b *decBuffer) take(n int) []byte {
	data := b.data[:n]
	b.data = b.data[n:]
	return data
}

func toInt(x uint64) int64 { return int64(x>>1) ^ -int64(x&1) }

func (b *decBuffer) int() int64 { return toInt(b.uint()) }

func (b *decBuffer) float() float64 { return math.Float64frombits(bits.ReverseBytes64(b.uint())) }

// length reads the length of what follows; ok if so much follows.
func (b *decBuffer) length() (n int, ok bool) {
	n = int(b.uint())
	if n < 0 || len(b.data) < n || tooBig <= n {
		return 0, false
	}
	return n, true
}

// Decoder reads values, and the descriptions of types in front of them.
type Decoder struct {
	mutex   sync.Mutex
	r       io.Reader
	message decBuffer
	scratch [longestUint]byte
	err     error
	wire    map[typeId]*wireType // the types of the stream
	structs map[reflect.Type]map[typeId]*structPlan
	singles map[reflect.Type]map[typeId]*decPlan
	skipped map[typeId]*decPlan
}

// NewDecoder returns a decoder that reads from r, and through a buffer if r is no io.ByteReader.
func NewDecoder(r io.Reader) *Decoder {
	if _, ok := r.(io.ByteReader); !ok {
		r = bufio.NewReader(r)
	}
	return &Decoder{r: r, wire: map[typeId]*wireType{}, structs: map[reflect.Type]map[typeId]*structPlan{},
		singles: map[reflect.Type]map[typeId]*decPlan{}, skipped: map[typeId]*decPlan{}}
}

// Decode reads the next value into what value points to, or skips it if value is nil. At the end of the stream the error is io.EOF.
func (d *Decoder) Decode(value any) error {
	if value == nil {
		return d.DecodeValue(reflect.Value{})
	}
	v := reflect.ValueOf(value)
	if v.Kind() != reflect.Pointer {
		d.err = errors.New("gob: attempt to decode into a non-pointer")
		return d.err
	}
	return d.DecodeValue(v)
}

// DecodeValue reads the next value into v, a pointer that is not nil or what can be set, or skips it if v is the zero Value.
func (d *Decoder) DecodeValue(v reflect.Value) error {
	if v.IsValid() && (v.Kind() != reflect.Pointer || v.IsNil()) && !v.CanSet() {
		return errors.New("gob: DecodeValue of unassignable value")
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.message.data = nil
	d.err = nil
	id := d.typeOfNext(false)
	if d.err == nil {
		d.value(id, v)
	}
	return d.err
}

// readUint reads a number from r.
func (d *Decoder) readUint(r io.Reader) (uint64, error) {
	if n, err := io.ReadFull(r, d.scratch[:1]); n == 0 {
		return 0, err
	}
	c := d.scratch[0]
	if c <= 0x7f {
		return uint64(c), nil
	}
	n := -int(int8(c))
	if n > 8 {
		return 0, errBadUint
	}
	if _, err := io.ReadFull(r, d.scratch[:n]); err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return 0, err
	}
	return bigEndian(d.scratch[:n]), nil
}

// Read reads from the message.
func (b *decBuffer) Read(p []byte) (int, error) {
	n := copy(p, b.data)
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	b.data = b.data[n:]
	return n, nil
}

// nextUint reads a number from the message, outside of values.
func (d *Decoder) nextUint() uint64 {
	x, err := d.readUint(&d.message)
	if err != nil {
		d.err = err
	}
	return x
}

// receive reads the next message. It is read in pieces: a length alone takes no memory.
func (d *Decoder) receive() bool {
	n, err := d.readUint(d.r)
	if err == nil && n >= tooBig {
		err = errBadCount
	}
	if err != nil {
		d.err = err
		return false
	}
	d.message.data, d.err = readAll(d.r, int(n))
	return d.err == nil
}

const piece = 10 << 20 // read or allocated at once

func readAll(r io.Reader, n int) ([]byte, error) {
	data := make([]byte, min(n, piece))
	for done := 0; ; {
		if _, err := io.ReadFull(r, data[done:]); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return data[:done], err
		}
		if done = len(data); done == n {
			return data, nil
		}
		data = append(data, make([]byte, min(n-done, piece))...)
	}
}

// typeOfNext reads descriptions of types up to the id of the type of a value; -1 at an error. In an interface each is followed by
// the length of what comes next.
func (d *Decoder) typeOfNext(inInterface bool) typeId {
	first := true
	for d.err == nil {
		if len(d.message.data) == 0 && !d.receive() {
			if !first && d.err == io.EOF {
				d.err = io.ErrUnexpectedEOF
			}
			break
		}
		id := typeId(toInt(d.nextUint()))
		if id >= 0 {
			return id
		}
		d.describe(-id)
		if d.err != nil {
			break
		}
		if len(d.message.data) > 0 {
			if !inInterface {
				d.err = errors.New("extra data in buffer")
				break
			}
			d.nextUint()
		}
		first = false
	}
	return -1
}

// describe reads the description of a type.
func (d *Decoder) describe(id typeId) {
	if id < firstUserId || d.wire[id] != nil {
		d.err = errors.New("gob: duplicate type received")
		return
	}
	wire := new(wireType)
	d.value(wireTypeId, reflect.ValueOf(wire))
	if d.err == nil {
		d.wire[id] = wire
	}
}

// value reads a value of the type id into v.
func (d *Decoder) value(id typeId, v reflect.Value) {
	defer catch(&d.err)
	if !v.IsValid() {
		d.skipValue(id)
		return
	}
	f := formOf(v.Type())
	if f.base.Kind() == reflect.Struct && f.decodes == none {
		var p *structPlan
		if p, d.err = d.structPlanOf(id, f); d.err != nil {
			return
		}
		v = allocated(v)
		if wire := d.wire[id]; p.known == 0 && f.base.NumField() > 0 && wire != nil && len(wire.StructT.Field) > 0 {
			failf("type mismatch: no fields matched compiling decoder for %s", f.base.Name())
		}
		d.fields(p, v)
		return
	}
	var p *decPlan
	if p, d.err = d.singlePlanOf(id, f); d.err != nil {
		return
	}
	v = allocated(v)
	d.begin()
	d.into(p, v, f.user.String())
}

// begin reads the field number in front of a value that is no struct.
func (d *Decoder) begin() {
	if d.message.uint() != 0 {
		failf("decode: corrupted data: non-zero delta for singleton")
	}
}

func (d *Decoder) skipValue(id typeId) {
	if wire := d.wire[id]; wire != nil && wire.StructT != nil {
		var p *structPlan
		if p, d.err = d.structPlanOf(id, noFields); d.err == nil {
			d.skipFields(p)
		}
		return
	}
	p := d.skipped[id]
	if p == nil {
		p = d.skipPlan(id, map[typeId]*decPlan{}, 0)
		d.skipped[id] = p
	}
	d.begin()
	d.skip(p)
}

// allocated returns what pointers point to; nil ones get new values.
func allocated(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	return v
}

// fieldNumber reads the distance to the next field; false behind the last one.
func (d *Decoder) fieldNumber(last, count int, action string) (int, bool) {
	if len(d.message.data) == 0 {
		return 0, false
	}
	delta := int(d.message.uint())
	if delta < 0 {
		failf("%s: corrupted data: negative delta", action)
	}
	if delta == 0 {
		return 0, false
	}
	if last >= count-delta {
		fail(errRange)
	}
	return last + delta, true
}

func (d *Decoder) fields(p *structPlan, v reflect.Value) {
	number, ok := d.fieldNumber(-1, len(p.fields), "decode")
	for ok {
		f := &p.fields[number]
		if f.index == nil {
			d.skip(f.plan)
		} else {
			d.into(f.plan, allocated(v.FieldByIndex(f.index)), f.name)
		}
		number, ok = d.fieldNumber(number, len(p.fields), "decode")
	}
}

func (d *Decoder) skipFields(p *structPlan) {
	number, ok := d.fieldNumber(-1, len(p.fields), "ignore decode")
	for ok {
		d.skip(p.fields[number].plan)
		number, ok = d.fieldNumber(number, len(p.fields), "ignore decode")
	}
}

// into decodes a value into v, which is no pointer; name is what numbers that are too large are said to be for.
func (d *Decoder) into(p *decPlan, v reflect.Value, name string) {
	b := &d.message
	if p.by != none {
		d.unmarshal(p, v)
		return
	}
	switch p.kind {
	case reflect.Bool:
		v.SetBool(b.uint() != 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		x := b.int()
		if v.OverflowInt(x) {
			fail(outOfRange(name))
		}
		v.SetInt(x)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		x := b.uint()
		if v.OverflowUint(x) {
			fail(outOfRange(name))
		}
		v.SetUint(x)
	case reflect.Float32, reflect.Float64:
		x := b.float()
		if v.OverflowFloat(x) {
			fail(outOfRange(name))
		}
		v.SetFloat(x)
	case reflect.Complex64, reflect.Complex128:
		parts := [2]float64{}
		for i := range parts {
			parts[i] = b.float()
			if p.kind == reflect.Complex64 && reflect.ValueOf(float32(0)).OverflowFloat(parts[i]) {
				fail(outOfRange(name))
			}
		}
		v.SetComplex(complex(parts[0], parts[1]))
	case reflect.String:
		n, ok := b.length()
		if !ok {
			failf("bad %s slice length: %d", v.Type(), n)
		}
		v.SetString(string(b.take(n)))
	case reflect.Slice:
		d.slice(p, v)
	case reflect.Array:
		if b.uint() != uint64(v.Len()) {
			failf("length mismatch in decodeArray")
		}
		d.elements(p, v, v.Len())
	case reflect.Map:
		d.entries(p, v)
	case reflect.Struct:
		d.fields(p.inner, v)
	case reflect.Interface:
		d.dynamic(p.typ, v)
	}
}

func (d *Decoder) slice(p *decPlan, v reflect.Value) {
	b := &d.message
	if p.elem == nil {
		n, ok := b.length()
		if !ok {
			failf("bad %s slice length: %d", v.Type(), n)
		}
		if v.Cap() < n {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		} else {
			v.SetLen(n)
		}
		copy(v.Bytes(), b.take(n))
		return
	}
	count := b.uint()
	size := uint64(v.Type().Elem().Size())
	high, total := bits.Mul64(count, size)
	n := int(count)
	if n < 0 || high != 0 || total > tooBig {
		failf("%s slice too big: %d elements of %d bytes", v.Type().Elem(), count, size)
	}
	if v.Cap() < n {
		// More than a piece is only allocated for elements that are there.
		at := n
		if total > piece {
			at = max(int(piece/size), 1)
		}
		v.Set(reflect.MakeSlice(v.Type(), at, at))
	} else {
		v.SetLen(n)
	}
	d.elements(p, v, n)
}

// elements decodes n elements of a slice, which grows if it is shorter, or of an array.
func (d *Decoder) elements(p *decPlan, v reflect.Value, n int) {
	elem := v.Type().Elem()
	var kind string // of unnamed types, for which errors have it
	if elem.Kind() < reflect.Array && elem.PkgPath() == "" || elem == reflect.TypeFor[string]() {
		kind = elem.String() + " "
	}
	for i := range n {
		if len(d.message.data) == 0 {
			failf("decoding %sarray or slice: length exceeds input size (%d elements)", kind, n)
		}
		if i >= v.Len() {
			v.Grow(1)
			v.SetLen(min(v.Cap(), n))
		}
		element := allocated(v.Index(i))
		if kind == "string " {
			element.SetString(d.element())
		} else {
			d.into(p.elem, element, p.name)
		}
	}
}

// element reads a string that is an element.
func (d *Decoder) element() string {
	n := d.message.uint()
	if n > uint64(len(d.message.data)) {
		failf("length of string exceeds input size (%d bytes)", n)
	}
	return string(d.message.take(int(n)))
}

func (d *Decoder) entries(p *decPlan, v reflect.Value) {
	n := int(d.message.uint())
	if v.IsNil() {
		v.Set(reflect.MakeMapWithSize(p.typ, min(max(n, 0), len(d.message.data))))
	}
	key, elem := reflect.New(p.typ.Key()).Elem(), reflect.New(p.typ.Elem()).Elem()
	for range n {
		d.into(p.key, allocated(key), p.name)
		d.into(p.elem, allocated(elem), p.name)
		v.SetMapIndex(key, elem)
		key.SetZero()
		elem.SetZero()
	}
}

const longestName = 1024

// dynamic decodes the value of an interface.
func (d *Decoder) dynamic(t reflect.Type, v reflect.Value) {
	b := &d.message
	length := b.uint()
	if length > 1<<31 {
		failf("invalid type name length %d", length)
	}
	if length > uint64(len(b.data)) {
		failf("invalid type name length %d: exceeds input size", length)
	}
	name := string(b.take(int(length)))
	if name == "" {
		v.SetZero()
		return
	}
	if len(name) > longestName {
		failf("name too long (%d bytes): %.20q...", len(name), name)
	}
	concrete, ok := registeredType(name)
	if !ok {
		failf("name not registered for interface: %q", name)
	}
	id := d.typeOfNext(true)
	if id < 0 {
		fail(d.err)
	}
	b.uint() // the length
	inner := reflect.New(concrete).Elem()
	d.value(id, inner)
	if d.err != nil {
		fail(d.err)
	}
	if !concrete.AssignableTo(t) {
		failf("%s is not assignable to type %s", concrete, t)
	}
	v.Set(inner)
}

// unmarshal lets a value decode itself.
func (d *Decoder) unmarshal(p *decPlan, v reflect.Value) {
	data := d.message.take(d.marshaledLength())
	if p.pointer {
		v = v.Addr()
	}
	var err error
	switch p.by {
	case byGob:
		err = v.Interface().(GobDecoder).GobDecode(data)
	case byBinary:
		err = v.Interface().(encoding.BinaryUnmarshaler).UnmarshalBinary(data)
	}
	if err != nil {
		fail(err)
	}
}

func (d *Decoder) marshaledLength() int {
	n, ok := d.message.length()
	if !ok {
		failf("GobDecoder: length too large for buffer")
	}
	return n
}

// skip skips a value.
func (d *Decoder) skip(p *decPlan) {
	b := &d.message
	switch p.skip {
	case skipUint:
		b.uint()
	case skipTwoUints:
		b.uint()
		b.uint()
	case skipBytes:
		n, ok := b.length()
		if !ok {
			failf("slice length too large")
		}
		b.take(n)
	case skipInterface:
		d.skipDynamic()
	case skipArray:
		if b.uint() != uint64(p.len) {
			failf("length mismatch in ignoreArray")
		}
		d.skipElements(p, p.len)
	case skipSlice:
		d.skipElements(p, int(b.uint()))
	case skipMap:
		for range int(b.uint()) {
			d.skip(p.key)
			d.skip(p.elem)
		}
	case skipStruct:
		d.skipFields(p.inner)
	case skipMarshaled:
		b.take(d.marshaledLength())
	}
}

func (d *Decoder) skipElements(p *decPlan, n int) {
	for range n {
		if len(d.message.data) == 0 {
			failf("decoding array or slice: length exceeds input size (%d elements)", n)
		}
		d.skip(p.elem)
	}
}

func (d *Decoder) skipDynamic() {
	b := &d.message
	n, ok := b.length()
	if !ok {
		failf("bad interface encoding: name too large for buffer")
	}
	b.take(n)
	if d.typeOfNext(true) < 0 {
		fail(d.err)
	}
	n, ok = b.length()
	if !ok {
		failf("bad interface encoding: data length too large for buffer")
	}
	b.take(n)
}
