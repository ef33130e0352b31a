package gob

import (
	"encoding"
	"errors"
	"reflect"
	"sync"
)

// method is how values of a type encode or decode themselves.
type method int8

const (
	none method = iota
	byGob
	byBinary
	byText
)

// form is what matters of a type.
type form struct {
	user    reflect.Type
	base    reflect.Type // without pointers
	indir   int          // pointers in front of base
	encodes method
	decodes method
	// The pointers in front of the type with the method; -1 if the pointer to user has it.
	encodeIndir, decodeIndir int
}

var forms = struct {
	sync.RWMutex
	known map[reflect.Type]*form
}{known: map[reflect.Type]*form{}}

var (
	gobEncoder        = reflect.TypeFor[GobEncoder]()
	gobDecoder        = reflect.TypeFor[GobDecoder]()
	binaryMarshaler   = reflect.TypeFor[encoding.BinaryMarshaler]()
	binaryUnmarshaler = reflect.TypeFor[encoding.BinaryUnmarshaler]()
)

// checkedForm returns the form of a type; a type that is a pointer to itself has none.
func checkedForm(t reflect.Type) (*form, error) {
	forms.RLock()
	known := forms.known[t]
	forms.RUnlock()
	if known != nil {
		return known, nil
	}
	f := &form{user: t, base: t}
	for slow := t; f.base.Kind() == reflect.Pointer; f.indir++ {
		f.base = f.base.Elem()
		if f.base == slow {
			return nil, errors.New("can't represent recursive pointer type " + f.base.String())
		}
		if f.indir%2 == 0 {
			slow = slow.Elem()
		}
	}
	// Types that marshal themselves as text only are sent as what they are, as streams always had them.
	if indir, ok := implements(t, gobEncoder); ok {
		f.encodes, f.encodeIndir = byGob, indir
	} else if indir, ok := implements(t, binaryMarshaler); ok {
		f.encodes, f.encodeIndir = byBinary, indir
	}
	if indir, ok := implements(t, gobDecoder); ok {
		f.decodes, f.decodeIndir = byGob, indir
	} else if indir, ok := implements(t, binaryUnmarshaler); ok {
		f.decodes, f.decodeIndir = byBinary, indir
	}
	forms.Lock()
	forms.known[t] = f
	forms.Unlock()
	return f, nil
}

func formOf(t reflect.Type) *form {
	f, err := checkedForm(t)
	if err != nil {
		fail(err)
	}
	return f
}

// implements says how many pointers are in front of a type that implements an interface: those of t, or -1 for the pointer to t.
func implements(t, i reflect.Type) (int, bool) {
	const most = 100
	inner := t
	for n := 0; n <= most; n++ {
		if inner.Implements(i) {
			return n, true
		}
		if inner.Kind() != reflect.Pointer {
			break
		}
		inner = inner.Elem()
	}
	if t.Kind() != reflect.Pointer && reflect.PointerTo(t).Implements(i) {
		return -1, true
	}
	return 0, false
}

// isSent says whether a field is part of what is sent: it is exported and no channel or function.
func isSent(f *reflect.StructField) bool {
	t := f.Type
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return f.IsExported() && t.Kind() != reflect.Chan && t.Kind() != reflect.Func
}
