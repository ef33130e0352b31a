// Package binary turns numbers, and arrays, slices and structs of them, into bytes and back.
//
// The values it takes have a fixed size: bool, integers of a given width, floats, complex numbers, arrays and structs of
// these, slices of these, and pointers to these. Fields without a name are read over and written as zeros.
package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
	"slices"
	"unsafe"
)

var errTooSmall = errors.New("buffer too small")

// coder walks through a value and the bytes it stands for.
type coder struct {
	order ByteOrder
	buf   []byte // what is not done yet
}

// unfit is the error of an operation on data that it cannot take. Pointers to numbers are followed, also when they are nil.
func unfit(operation string, data any) error {
	if v := reflect.ValueOf(data); v.Kind() == reflect.Pointer && numberSize(reflect.Zero(v.Type().Elem())) > 0 {
		_ = *(*byte)(v.UnsafePointer())
	}
	return errors.New("binary." + operation + reflect.TypeOf(data).String())
}

const (
	notReadable = ": invalid type "
	notSized    = ": some values are not fixed-sized in type "
)

// Read reads the value that data points to, or the elements of the slice it is. The error is io.EOF only if there is no
// byte at all.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, size := target(data)
	if size < 0 {
		// A number that is no pointer is read before it is seen to be wrong.
		if n := numberSize(reflect.ValueOf(data)); n > 0 {
			if _, err := io.ReadFull(r, make([]byte, n)); err != nil {
				return err
			}
		}
		return unfit("Read"+notReadable, data)
	}
	buf := make([]byte, size)
	if _, err := io.ReadFull(r, buf); err != nil {
		return err
	}
	decode(buf, order, v)
	return nil
}

// Decode is Read from a slice; it returns how many bytes it used.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size := target(data)
	if size < 0 {
		if n := numberSize(reflect.ValueOf(data)); n > len(buf) {
			return 0, errTooSmall
		}
		return 0, unfit("Decode"+notReadable, data)
	}
	if len(buf) < size {
		return 0, errTooSmall
	}
	decode(buf[:size], order, v)
	switch data.(type) {
	case []bool, []int8:
		if 0 < size && size < len(buf) {
			_ = buf[:size][size] // of these two the bytes are counted, not the elements
		}
	}
	return size, nil
}

// target returns what can be written to through data, and its size; -1 if it cannot.
func target(data any) (reflect.Value, int) {
	v := reflect.ValueOf(data)
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
	case reflect.Slice:
	default:
		return v, -1
	}
	return v, sizeOf(v)
}

// numberSize returns the size of a value of a predeclared type, 0 if v is none.
func numberSize(v reflect.Value) int {
	if !v.IsValid() || v.Type().PkgPath() != "" || v.Kind() > reflect.Float64 {
		return 0
	}
	return max(sizeOfType(v.Type()), 0)
}

// Write writes a value in one call.
func Write(w io.Writer, order ByteOrder, data any) error {
	buf, ok := data.([]byte)
	if !ok {
		v, size := source(data)
		if size < 0 {
			return unfit("Write"+notSized, data)
		}
		buf = make([]byte, size)
		encode(buf, order, v)
	}
	_, err := w.Write(buf)
	return err
}

// Encode is Write to a slice; it returns how many bytes it used.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size := source(data)
	if size < 0 {
		return 0, unfit("Encode"+notSized, data)
	}
	if len(buf) < size {
		return 0, errTooSmall
	}
	encode(buf[:size], order, v)
	return size, nil
}

// Append is Write to the end of a slice.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	v, size := source(data)
	if size < 0 {
		return nil, unfit("Append"+notSized, data)
	}
	n := len(buf)
	buf = slices.Grow(buf, size)[:n+size]
	encode(buf[n:], order, v)
	return buf, nil
}

// Size returns how many bytes Write writes for v; -1 if it cannot.
func Size(v any) int {
	_, size := source(v)
	return size
}

func source(data any) (reflect.Value, int) {
	v := reflect.Indirect(reflect.ValueOf(data))
	return v, sizeOf(v)
}

func sizeOf(v reflect.Value) int {
	switch {
	case !v.IsValid():
		return -1
	case v.Kind() != reflect.Slice:
		return sizeOfType(v.Type())
	}
	if size := sizeOfType(v.Type().Elem()); size >= 0 {
		return size * v.Len()
	}
	return -1
}

// sizeOfType returns the size of all values of a type, -1 if they have not the same.
func sizeOfType(t reflect.Type) int {
	switch kind := t.Kind(); kind {
	case reflect.Array:
		if size := sizeOfType(t.Elem()); size >= 0 {
			return size * t.Len()
		}
	case reflect.Struct:
		sum := 0
		for i := range t.NumField() {
			size := sizeOfType(t.Field(i).Type)
			if size < 0 {
				return -1
			}
			sum += size
		}
		return sum
	case reflect.Int, reflect.Uint, reflect.Uintptr:
	default:
		if reflect.Bool <= kind && kind <= reflect.Complex128 {
			return int(t.Size())
		}
	}
	return -1
}

// numbers returns the memory of v if it is a slice, or a variable, of integers or floats; size is that of one.
func numbers(v reflect.Value) (memory []byte, size int) {
	t := v.Type()
	var p unsafe.Pointer
	n := 1
	switch {
	case t.Kind() == reflect.Slice:
		t = t.Elem()
		p = v.UnsafePointer()
		n = v.Len()
	case v.CanAddr() && v.CanSet():
		p = v.Addr().UnsafePointer()
	}
	if kind := t.Kind(); p == nil || kind < reflect.Int8 || reflect.Float64 < kind {
		return nil, 0
	}
	size = int(t.Size())
	return unsafe.Slice((*byte)(p), n*size), size
}

func encode(buf []byte, order ByteOrder, v reflect.Value) {
	c := coder{order, buf}
	from, size := numbers(v)
	if size == 0 {
		c.encode(v)
		return
	}
	if _, ok := order.(littleEndian); ok || size == 1 {
		copy(buf, from)
		return
	}
	for i := 0; i < len(from); i += size {
		c.put(size, native(from[i:], size))
	}
}

func decode(buf []byte, order ByteOrder, v reflect.Value) {
	c := coder{order, buf}
	to, size := numbers(v)
	if size == 0 {
		c.decode(v)
		return
	}
	if _, ok := order.(littleEndian); ok || size == 1 {
		copy(to, buf)
		return
	}
	out := coder{LittleEndian, to}
	for len(c.buf) > 0 {
		out.put(size, c.get(size))
	}
}

// native returns the number of that size at the beginning of b.
func native(b []byte, size int) uint64 {
	c := coder{LittleEndian, b}
	return c.get(size)
}

// put writes the lower bytes of bits.
func (c *coder) put(size int, bits uint64) {
	switch size {
	case 1:
		c.buf[0] = byte(bits)
	case 2:
		c.order.PutUint16(c.buf[:2], uint16(bits))
	case 4:
		c.order.PutUint32(c.buf[:4], uint32(bits))
	default:
		c.order.PutUint64(c.buf[:8], bits)
	}
	c.buf = c.buf[size:]
}

// get reads a number of that size.
func (c *coder) get(size int) (bits uint64) {
	switch size {
	case 1:
		bits = uint64(c.buf[0])
	case 2:
		bits = uint64(c.order.Uint16(c.buf[:2]))
	case 4:
		bits = uint64(c.order.Uint32(c.buf[:4]))
	default:
		bits = c.order.Uint64(c.buf[:8])
	}
	c.buf = c.buf[size:]
	return bits
}

// skip returns the bytes of a value that is not there.
func (c *coder) skip(v reflect.Value) (bytes []byte) {
	n := sizeOf(v)
	bytes, c.buf = c.buf[:n], c.buf[n:]
	return bytes
}

func isBlank(v reflect.Value, i int) bool {
	return !v.Field(i).CanSet() && v.Type().Field(i).Name == "_"
}

func (c *coder) encode(v reflect.Value) {
	size := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			c.encode(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if isBlank(v, i) {
				clear(c.skip(v.Field(i)))
			} else {
				c.encode(v.Field(i))
			}
		}
	case reflect.Bool:
		var bit uint64
		if v.Bool() {
			bit = 1
		}
		c.put(1, bit)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		c.put(size, uint64(v.Int()))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		c.put(size, v.Uint())
	case reflect.Float32, reflect.Float64:
		c.putFloat(size, v.Float())
	case reflect.Complex64, reflect.Complex128:
		c.putFloat(size/2, real(v.Complex()))
		c.putFloat(size/2, imag(v.Complex()))
	}
}

func (c *coder) decode(v reflect.Value) {
	size := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			c.decode(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if isBlank(v, i) {
				c.skip(v.Field(i))
			} else {
				c.decode(v.Field(i))
			}
		}
	case reflect.Bool:
		v.SetBool(c.get(1) != 0)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		unused := 64 - 8*size
		v.SetInt(int64(c.get(size)) << unused >> unused)
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(c.get(size))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(c.getFloat(size))
	case reflect.Complex64, reflect.Complex128:
		re := c.getFloat(size / 2)
		v.SetComplex(complex(re, c.getFloat(size/2)))
	}
}

func (c *coder) putFloat(size int, f float64) {
	if size == 4 {
		c.put(size, uint64(math.Float32bits(float32(f))))
	} else {
		c.put(size, math.Float64bits(f))
	}
}

func (c *coder) getFloat(size int) float64 {
	if size == 4 {
		return float64(math.Float32frombits(uint32(c.get(size))))
	}
	return math.Float64frombits(c.get(size))
}
