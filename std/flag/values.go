package flag

import (
	"encoding"
	"errors"
	"fmt"
	"internal/abi"
	"strconv"
	"time"
	"unsafe"
)

// Value is what a flag sets.
type Value interface {
	String() string
	Set(string) error
}

// Getter is a Value that returns what it holds; all of this package are but those of functions.
type Getter interface {
	Value
	Get() any
}

// boolFlag is a Value that needs no argument.
type boolFlag interface {
	Value
	IsBoolFlag() bool
}

func isBoolFlag(v Value) bool {
	b, ok := v.(boolFlag)
	return ok && b.IsBoolFlag()
}

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

// plain leaves only what is wrong of an error of strconv.
func plain(err error) error {
	if e, ok := err.(*strconv.NumError); ok {
		switch e.Err {
		case strconv.ErrSyntax:
			return errParse
		case strconv.ErrRange:
			return errRange
		}
	}
	return err
}

type boolValue bool

func (b *boolValue) Set(s string) error {
	v, err := strconv.ParseBool(s)
	if err != nil {
		err = errParse
	}
	*b = boolValue(v)
	return err
}

func (b *boolValue) Get() any         { return bool(*b) }
func (b *boolValue) String() string   { return strconv.FormatBool(bool(*b)) }
func (b *boolValue) IsBoolFlag() bool { return true }

type intValue int

func (i *intValue) Set(s string) error {
	v, err := strconv.ParseInt(s, 0, strconv.IntSize)
	*i = intValue(v)
	return plain(err)
}

func (i *intValue) Get() any       { return int(*i) }
func (i *intValue) String() string { return strconv.Itoa(int(*i)) }

type int64Value int64

func (i *int64Value) Set(s string) error {
	v, err := strconv.ParseInt(s, 0, 64)
	*i = int64Value(v)
	return plain(err)
}

func (i *int64Value) Get() any       { return int64(*i) }
func (i *int64Value) String() string { return strconv.FormatInt(int64(*i), 10) }

type uintValue uint

func (i *uintValue) Set(s string) error {
	v, err := strconv.ParseUint(s, 0, strconv.IntSize)
	*i = uintValue(v)
	return plain(err)
}

func (i *uintValue) Get() any       { return uint(*i) }
func (i *uintValue) String() string { return strconv.FormatUint(uint64(*i), 10) }

type uint64Value uint64

func (i *uint64Value) Set(s string) error {
	v, err := strconv.ParseUint(s, 0, 64)
	*i = uint64Value(v)
	return plain(err)
}

func (i *uint64Value) Get() any       { return uint64(*i) }
func (i *uint64Value) String() string { return strconv.FormatUint(uint64(*i), 10) }

type stringValue string

func (s *stringValue) Set(val string) error {
	*s = stringValue(val)
	return nil
}

func (s *stringValue) Get() any       { return string(*s) }
func (s *stringValue) String() string { return string(*s) }

type float64Value float64

func (f *float64Value) Set(s string) error {
	v, err := strconv.ParseFloat(s, 64)
	*f = float64Value(v)
	return plain(err)
}

func (f *float64Value) Get() any       { return float64(*f) }
func (f *float64Value) String() string { return strconv.FormatFloat(float64(*f), 'g', -1, 64) }

type durationValue time.Duration

func (d *durationValue) Set(s string) error {
	v, err := time.ParseDuration(s)
	if err != nil {
		err = errParse
	}
	*d = durationValue(v)
	return err
}

func (d *durationValue) Get() any       { return time.Duration(*d) }
func (d *durationValue) String() string { return (*time.Duration)(d).String() }

type textValue struct{ p encoding.TextUnmarshaler }

// newTextValue sets what p points to to value, which is of that type or points to one.
func newTextValue(value encoding.TextMarshaler, p encoding.TextUnmarshaler) textValue {
	pointer, given := abi.TypeOf(p), abi.TypeOf(value)
	if pointer.Kind() != abi.Pointer {
		panic("variable value type must be a pointer")
	}
	v := any(value)
	if given.Kind() == abi.Pointer {
		given = given.Elem()
		v = abi.At(given, abi.Word(value))
	}
	if given != pointer.Elem() {
		panic(fmt.Sprintf("default type does not match variable type: %v != %v", given, pointer.Elem()))
	}
	abi.Assign(given, abi.Word(p), v)
	return textValue{p}
}

func (v textValue) Set(s string) error { return v.p.UnmarshalText([]byte(s)) }
func (v textValue) Get() any           { return v.p }

func (v textValue) String() string {
	if m, ok := v.p.(encoding.TextMarshaler); ok {
		if b, err := m.MarshalText(); err == nil {
			return string(b)
		}
	}
	return ""
}

type funcValue func(string) error

func (f funcValue) Set(s string) error { return f(s) }
func (f funcValue) String() string     { return "" }

type boolFuncValue func(string) error

func (f boolFuncValue) Set(s string) error { return f(s) }
func (f boolFuncValue) String() string     { return "" }
func (f boolFuncValue) IsBoolFlag() bool   { return true }

// zeros are the zero values of types that are not large.
var zeros [32]uintptr

// isZero says whether text is what the zero value of the flag's type prints as. For a pointer type that is a pointer
// to a zero value.
func isZero(f *Flag, text string) (zero bool, err error) {
	t := abi.TypeOf(f.Value)
	made := t
	if t.Kind() == abi.Pointer {
		made = t.Elem()
	}
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("panic calling String method on zero %v for flag %s: %v", made, f.Name, e)
		}
	}()
	nothing := zeros[:]
	if n := int(made.Size()/8) + 1; n > len(nothing) {
		nothing = make([]uintptr, n)
	}
	v := abi.Copied(made, unsafe.Pointer(&nothing[0]))
	if t != made {
		p := abi.Word(v)
		if made.IsDirect() {
			p = unsafe.Pointer(new(unsafe.Pointer))
		}
		v = abi.At(t, unsafe.Pointer(&p))
	}
	return text == v.(Value).String(), nil
}
