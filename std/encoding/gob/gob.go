// Package gob writes and reads streams of Go values that describe their types.
//
// A stream is messages: a length, then either the negative id of a type and its description, or the id of a type and a value. Ids are
// those of the writer. Writer and reader compile what is to be done for a type, or for a pair of a described and a local type, to a plan
// once and walk over values by it.
package gob

import (
	"fmt"
	"reflect"
	"sync"
)

// GobEncoder writes itself.
type GobEncoder interface {
	// GobEncode returns the value as bytes that GobDecode of the same type understands.
	GobEncode() ([]byte, error)
}

// GobDecoder reads itself.
type GobDecoder interface {
	// GobDecode overwrites the receiver, a pointer, with what GobEncode wrote. It must copy data that it keeps.
	GobDecode([]byte) error
}

// registry has the types of values in interfaces.
var registry struct {
	sync.RWMutex
	types map[string]reflect.Type
	names map[reflect.Type]string // of types without pointers
}

// RegisterName registers the type of value under a name of one's own.
func RegisterName(name string, value any) {
	if name == "" {
		panic("attempt to register empty name")
	}
	form := formOf(reflect.TypeOf(value))
	registry.Lock()
	defer registry.Unlock()
	registerBasics()
	register(name, form)
}

func register(name string, form *form) {
	if t, ok := registry.types[name]; ok && t != form.user {
		panic(fmt.Sprintf("gob: registering duplicate types for %q: %s != %s", name, t, form.user))
	}
	if n, ok := registry.names[form.base]; ok && n != name {
		panic(fmt.Sprintf("gob: registering duplicate names for %s: %q != %q", form.user, n, name))
	}
	registry.types[name] = form.user
	registry.names[form.base] = name
}

// Register registers the type of value under its name with the import path. Only registered types can be sent and received in
// interfaces.
func Register(value any) {
	RegisterName(nameOf(reflect.TypeOf(value)), value)
}

// nameOf returns the name of a type with its import path. Pointers have none: they are named as they are written in source.
func nameOf(t reflect.Type) string {
	if t.Name() == "" || t.PkgPath() == "" {
		return t.String()
	}
	return t.PkgPath() + "." + t.Name()
}

// registerBasics registers the predeclared types and slices of them when a registry is first used.
func registerBasics() {
	if registry.types != nil {
		return
	}
	registry.types = map[string]reflect.Type{}
	registry.names = map[reflect.Type]string{}
	for _, value := range [...]any{
		int(0), int8(0), int16(0), int32(0), int64(0), uint(0), uint8(0), uint16(0), uint32(0), uint64(0), float32(0), float64(0),
		complex64(0), complex128(0), uintptr(0), false, "",
		[]byte(nil), []int(nil), []int8(nil), []int16(nil), []int32(nil), []int64(nil), []uint(nil), []uint16(nil), []uint32(nil), []uint64(nil),
		[]float32(nil), []float64(nil), []complex64(nil), []complex128(nil), []uintptr(nil), []bool(nil), []string(nil),
	} {
		t := reflect.TypeOf(value)
		register(nameOf(t), formOf(t))
	}
}

func registeredName(base reflect.Type) (string, bool) {
	registry.Lock()
	defer registry.Unlock()
	registerBasics()
	name, ok := registry.names[base]
	return name, ok
}

func registeredType(name string) (reflect.Type, bool) {
	registry.Lock()
	defer registry.Unlock()
	registerBasics()
	t, ok := registry.types[name]
	return t, ok
}

// failure is an error that ends an encoding or decoding by a panic.
type failure struct{ err error }

func fail(err error) { panic(failure{err}) }

func failf(format string, args ...any) { fail(fmt.Errorf("gob: "+format, args...)) }

// catch stores the error of a failure. It is deferred.
func catch(err *error) {
	if e := recover(); e != nil {
		f, ok := e.(failure)
		if !ok {
			panic(e)
		}
		*err = f.err
	}
}
