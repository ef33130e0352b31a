package gob

import (
	"encoding"
	"errors"
	"io"
	"math"
	"math/bits"
	"reflect"
	"sync"
)

const (
	longestUint = 9       // bytes of a number
	tooBig      = 1 << 33 // for a message
)

// encBuffer is a message being written. Space for its length is in front.
type encBuffer struct{ data []byte }

// encBuffers keeps those of values in interfaces.
var encBuffers = sync.Pool{New: func() any { return new(encBuffer) }}

const longestKept = 64 << 10

func (b *encBuffer) reset() {
	b.data = append(b.data[:0], make([]byte, longestUint)...)
}

// Write appends data.
func (b *encBuffer) Write(data []byte) (int, error) {
	b.data = append(b.data, data...)
	return len(data), nil
}

// uint writes small numbers as a byte, others as the negative number of bytes and these, the highest first.
func (b *encBuffer) uint(x uint64) { b.data = appendUint(b.data, x) }

func appendUint(data []byte, x uint64) []byte {
	if x <= 0x7f {
		return append(data, byte(x))
	}
	n := (bits.Len64(x) + 7) / 8
	data = append(data, byte(-n))
	for n--; n >= 0; n-- {
		data = append(data, byte(x>>(8*n)))
	}
	return data
}

// int writes the sign as the lowest bit; negative numbers are complemented.
func (b *encBuffer) int(x int64) {
	b.uint(uint64(x<<1) ^ uint64(x>>63))
}

// float writes the bytes in reverse: numbers of few digits end with zeros.
func (b *encBuffer) float(x float64) { b.uint(bits.ReverseBytes64(math.Float64bits(x))) }

func (b *encBuffer) bytes(x []byte) {
	b.uint(uint64(len(x)))
	b.data = append(b.data, x...)
}

func (b *encBuffer) string(x string) {
	b.uint(uint64(len(x)))
	b.data = append(b.data, x...)
}

// Encoder writes values, and in front of them the descriptions of their types, each type once.
type Encoder struct {
	mutex   sync.Mutex
	writers []io.Writer // the stream, and messages in which values of interfaces are
	sent    map[reflect.Type]typeId
	message encBuffer
	err     error
}

// NewEncoder returns an encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder {
	return &Encoder{writers: []io.Writer{w}, sent: map[reflect.Type]typeId{}}
}

// Encode writes a value. Pointers are followed; nil and nil pointers cannot be sent.
func (e *Encoder) Encode(value any) error { return e.EncodeValue(reflect.ValueOf(value)) }

// EncodeValue writes a value as Encode does.
func (e *Encoder) EncodeValue(value reflect.Value) error {
	if !value.IsValid() {
		return errors.New("gob: cannot encode nil value")
	}
	if value.Kind() == reflect.Pointer && value.IsNil() {
		panic("gob: cannot encode nil pointer of type " + value.Type().String())
	}
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.writers = e.writers[:1]
	f, err := checkedForm(value.Type())
	if err != nil {
		return err
	}
	e.err = nil
	b := &e.message
	b.reset()
	e.describe(b, f)
	b.int(int64(e.sent[f.base]))
	if e.err == nil {
		e.encode(b, value, f)
	}
	if e.err == nil {
		e.send(e.writer(), b)
	}
	return e.err
}

func (e *Encoder) writer() io.Writer { return e.writers[len(e.writers)-1] }

// fail remembers the first error.
func (e *Encoder) fail(err error) {
	if e.err == nil {
		e.err = err
	}
}

// send writes a message with its length and begins a new one.
func (e *Encoder) send(w io.Writer, b *encBuffer) {
	length := len(b.data) - longestUint
	if length >= tooBig {
		e.fail(errors.New("gob: encoder: message too big"))
		return
	}
	var prefix [longestUint]byte
	n := len(appendUint(prefix[:0], uint64(length)))
	message := b.data[longestUint-n:]
	copy(message, prefix[:n])
	_, err := w.Write(message)
	b.reset()
	if err != nil {
		e.fail(err)
	}
}

// describe sends the description of a type that has not been sent, together with what is in b already.
func (e *Encoder) describe(b *encBuffer, f *form) {
	t := f.base
	if f.encodes != none {
		t = f.user
	}
	if _, ok := e.sent[t]; ok {
		return
	}
	sent := e.describePart(b, t)
	if e.err == nil && !sent {
		info, err := infoOf(f)
		if err != nil {
			e.fail(err)
			return
		}
		e.sent[t] = info.id
	}
}

// describePart sends the description of a type and of its parts if it needs one and has not been sent.
func (e *Encoder) describePart(b *encBuffer, t reflect.Type) bool {
	f := formOf(t)
	if f.encodes == none {
		switch f.base.Kind() {
		case reflect.Slice:
			if f.base.Elem().Kind() == reflect.Uint8 {
				return false
			}
		case reflect.Array, reflect.Map, reflect.Struct:
		default:
			return false
		}
	}
	if _, ok := e.sent[f.base]; ok {
		return false
	}
	info, err := infoOf(f)
	if err != nil {
		e.fail(err)
		return false
	}
	b.int(-int64(info.id))
	e.encode(b, reflect.ValueOf(info.wire), formOf(reflect.TypeFor[*wireType]()))
	e.send(e.writer(), b)
	if e.err != nil {
		return false
	}
	e.sent[f.base] = info.id
	e.sent[f.user] = info.id
	switch f.base.Kind() {
	case reflect.Struct:
		for i := range f.base.NumField() {
			if field := f.base.Field(i); field.IsExported() {
				e.describePart(b, field.Type)
			}
		}
	case reflect.Array, reflect.Slice:
		e.describePart(b, f.base.Elem())
	case reflect.Map:
		e.describePart(b, f.base.Key())
		e.describePart(b, f.base.Elem())
	}
	return true
}

// encode writes a value. One that is no struct has an empty field number in front.
func (e *Encoder) encode(b *encBuffer, value reflect.Value, f *form) {
	defer catch(&e.err)
	p := encPlanOf(f)
	indir := f.indir
	if f.encodes != none {
		indir = f.encodeIndir
	}
	for range indir {
		value = reflect.Indirect(value)
	}
	if !isThere(value) {
		return
	}
	if p.kind == reflect.Struct && p.by == none {
		e.fields(b, p, value)
		return
	}
	if p.by != none {
		value = p.receiver(value)
	}
	b.uint(0)
	e.value(b, p, value)
}

// encPlan is how values of a type are encoded.
type encPlan struct {
	kind   reflect.Kind // without pointers
	indir  int
	by     method
	form   *form // if by is not none
	key    *encPlan
	elem   *encPlan
	fields []encField // of a struct
}

type encField struct {
	number int // among those that are sent
	index  int
	plan   *encPlan
}

var encPlans struct {
	sync.Mutex
	plans map[reflect.Type]*encPlan
}

// encPlanOf returns the plan for a type. Plans of which a part fails are not kept.
func encPlanOf(f *form) *encPlan {
	encPlans.Lock()
	defer encPlans.Unlock()
	if p := encPlans.plans[f.user]; p != nil {
		return p
	}
	c := encCompiler{}
	p := c.plan(f.user)
	if encPlans.plans == nil {
		encPlans.plans = map[reflect.Type]*encPlan{}
	}
	for t, p := range c {
		encPlans.plans[t] = p
	}
	return p
}

// encCompiler has the plans that are being made.
type encCompiler map[reflect.Type]*encPlan

func (c encCompiler) plan(t reflect.Type) *encPlan {
	if p := c[t]; p != nil {
		return p
	}
	if p := encPlans.plans[t]; p != nil {
		return p
	}
	f := formOf(t)
	p := &encPlan{kind: f.base.Kind(), indir: f.indir}
	c[t] = p
	if f.encodes != none {
		p.by, p.form, p.indir = f.encodes, f, f.encodeIndir
		return p
	}
	switch p.kind {
	case reflect.Slice:
		if f.base.Elem().Kind() != reflect.Uint8 {
			p.elem = c.plan(f.base.Elem())
		}
	case reflect.Array:
		p.elem = c.plan(f.base.Elem())
	case reflect.Map:
		p.key = c.plan(f.base.Key())
		p.elem = c.plan(f.base.Elem())
	case reflect.Struct:
		for i := range f.base.NumField() {
			if field := f.base.Field(i); isSent(&field) {
				p.fields = append(p.fields, encField{len(p.fields), i, c.plan(field.Type)})
			}
		}
		if f.base.NumField() > 0 && len(p.fields) == 0 {
			failf("type %s has no exported fields", f.base)
		}
	case reflect.Chan, reflect.Func, reflect.UnsafePointer:
		failf("can't happen: encode type %s", t)
	}
	return p
}

// receiver returns the value on which the method is.
func (p *encPlan) receiver(value reflect.Value) reflect.Value {
	if p.indir >= 0 {
		return value
	}
	if !value.CanAddr() {
		failf("unaddressable value of type %s", reflect.PointerTo(p.form.user))
	}
	return value.Addr()
}

// follow follows up to n pointers; a nil one is returned as it is.
func follow(value reflect.Value, n int) reflect.Value {
	for ; n > 0 && !value.IsNil(); n-- {
		value = value.Elem()
	}
	return value
}

// isThere says whether a value is neither invalid nor a nil pointer.
func isThere(value reflect.Value) bool {
	return value.IsValid() && (value.Kind() != reflect.Pointer || !value.IsNil())
}

// fields writes the fields that are not zero, each behind the distance of its number, and a zero behind the last one.
func (e *Encoder) fields(b *encBuffer, p *encPlan, value reflect.Value) {
	last := -1
	for _, f := range p.fields {
		field := value.Field(f.index)
		if f.plan.indir > 0 {
			if field = follow(field, f.plan.indir); !isThere(field) {
				continue
			}
		}
		if f.plan.by != none {
			field = f.plan.receiver(field)
		}
		if !f.plan.isLeftOut(field) {
			b.uint(uint64(f.number - last))
			last = f.number
			e.value(b, f.plan, field)
		}
	}
	b.uint(0)
}

// isLeftOut says whether a field is not written because it is zero. Arrays and structs are always written.
func (p *encPlan) isLeftOut(value reflect.Value) bool {
	if p.by != none {
		return value.IsZero()
	}
	switch p.kind {
	case reflect.Array, reflect.Struct:
		return false
	case reflect.Slice:
		return value.Len() == 0
	case reflect.Float32, reflect.Float64:
		return value.Float() == 0
	case reflect.Complex64, reflect.Complex128:
		return value.Complex() == 0
	}
	return value.IsZero()
}

// value writes a value whose pointers were followed.
func (e *Encoder) value(b *encBuffer, p *encPlan, value reflect.Value) {
	if p.by != none {
		b.bytes(marshaled(p.by, value))
		return
	}
	switch p.kind {
	case reflect.Bool:
		if value.Bool() {
			b.uint(1)
		} else {
			b.uint(0)
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		b.int(value.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		b.uint(value.Uint())
	case reflect.Float32, reflect.Float64:
		b.float(value.Float())
	case reflect.Complex64, reflect.Complex128:
		b.float(real(value.Complex()))
		b.float(imag(value.Complex()))
	case reflect.String:
		b.string(value.String())
	case reflect.Slice:
		if p.elem == nil {
			b.bytes(value.Bytes())
		} else {
			e.elements(b, p.elem, value)
		}
	case reflect.Array:
		e.elements(b, p.elem, value)
	case reflect.Map:
		b.uint(uint64(value.Len()))
		var entries reflect.MapIter // MapRange's would be on the heap
		entries.Reset(value)
		for entries.Next() {
			e.entry(b, p.key, entries.Key())
			e.entry(b, p.elem, entries.Value())
		}
	case reflect.Struct:
		e.fields(b, p, value)
	case reflect.Interface:
		e.dynamic(b, value)
	}
}

func (e *Encoder) elements(b *encBuffer, p *encPlan, value reflect.Value) {
	n := value.Len()
	b.uint(uint64(n))
	for i := range n {
		elem := value.Index(i)
		if p.indir > 0 {
			if elem = follow(elem, p.indir); !isThere(elem) {
				failf("encodeArray: nil element")
			}
		}
		if p.by != none {
			elem = p.receiver(elem)
		}
		e.value(b, p, elem)
	}
}

// entry writes the key or the element of an entry of a map.
func (e *Encoder) entry(b *encBuffer, p *encPlan, value reflect.Value) {
	for i := 0; i < p.indir && value.IsValid(); i++ {
		value = reflect.Indirect(value)
	}
	if !value.IsValid() {
		failf("encodeReflectValue: nil element")
	}
	if p.by != none {
		value = p.receiver(value)
	}
	e.value(b, p, value)
}

// dynamic writes the value in an interface: the name of its type, descriptions of types, the type's id, and the value with its length.
func (e *Encoder) dynamic(b *encBuffer, value reflect.Value) {
	elem := value.Elem()
	if elem.Kind() == reflect.Pointer && elem.IsNil() {
		failf("gob: cannot encode nil pointer of type %s inside interface", elem.Type())
	}
	if value.IsNil() {
		b.uint(0)
		return
	}
	f := formOf(elem.Type())
	name, ok := registeredName(f.base)
	if !ok {
		failf("type not registered for interface: %s", f.base)
	}
	b.string(name)
	e.describe(b, f)
	b.int(int64(e.sent[f.base]))
	e.writers = append(e.writers, b)
	inner := encBuffers.Get().(*encBuffer)
	inner.reset()
	e.encode(inner, elem, f)
	if e.err != nil {
		fail(e.err)
	}
	e.writers = e.writers[:len(e.writers)-1]
	e.send(b, inner)
	if cap(inner.data) <= longestKept {
		encBuffers.Put(inner)
	}
}

// marshaled returns what a value encodes itself as.
func marshaled(by method, value reflect.Value) []byte {
	var data []byte
	var err error
	switch by {
	case byGob:
		data, err = value.Interface().(GobEncoder).GobEncode()
	case byBinary:
		data, err = value.Interface().(encoding.BinaryMarshaler).MarshalBinary()
	}
	if err != nil {
		fail(err)
	}
	return data
}
