// Package rtype looks at values through the types the VM keeps of them: what fmt, errors and reflect stand on.
//
// A value is a pair of its type and its address. Left out: making new types and calling functions.
package rtype

import "unsafe"

// Kind says what a type is made like; the numbers are reflect's.
type Kind uint8

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Type is the VM's descriptor of a type. Identical types have one, so pointers compare as types do. Its memory is
// not the heap's; only the first fields are known here (native.cpp asserts their places).
type Type struct {
	kind      Kind
	equality  uint8
	mapKey    uint8
	direct    bool
	variadic  bool
	hashPanic bool
	reflexive bool
	align     uint8
	direction uint8
}

// emptyInterface is what an any is made of.
type emptyInterface struct {
	typ  *Type
	data unsafe.Pointer
}

// TypeOf returns the dynamic type of v, nil if v is nil.
func TypeOf(v any) *Type { return (*emptyInterface)(unsafe.Pointer(&v)).typ }

// Word returns the data word of v: the value itself if its type is pointer-shaped, else its address.
func Word(v any) unsafe.Pointer { return (*emptyInterface)(unsafe.Pointer(&v)).data }

// Kind returns what t is made like.
func (t *Type) Kind() Kind { return t.kind }

// IsDirect says whether an interface holds values of t itself, and not a pointer to them.
func (t *Type) IsDirect() bool { return t.direct }

// IsComparable says whether == is defined for values of t (it may still panic).
func (t *Type) IsComparable() bool { return t.equality != 0 }

// At makes an any of the value of type t at address p, which it may go on to share.
func At(t *Type, p unsafe.Pointer) any {
	e := emptyInterface{t, p}
	if t.direct {
		e.data = *(*unsafe.Pointer)(p)
	}
	return *(*any)(unsafe.Pointer(&e))
}

// Copied makes an any of a copy of the value of type t at address p.
func Copied(t *Type, p unsafe.Pointer) any {
	if t.direct || t.Size() == 0 {
		return At(t, p)
	}
	return At(t, copyOf(t, p))
}

// Dynamic returns the value in the interface of type t at address p as an any; nil if it holds none.
func Dynamic(t *Type, p unsafe.Pointer) any {
	if hasMethods(t) {
		var e emptyInterface
		word := *(*[2]unsafe.Pointer)(p)
		if word[0] != nil {
			e = emptyInterface{itabType(word[0]), word[1]}
		}
		return *(*any)(unsafe.Pointer(&e))
	}
	return *(*any)(p)
}

// Index returns the address of the element i of an array at p, or of a slice whose elements begin at p.
func Index(elem *Type, p unsafe.Pointer, i int) unsafe.Pointer {
	return unsafe.Add(p, uintptr(i)*elem.Size())
}

// Field describes a field of a struct type.
type Field struct {
	Name     string
	Type     *Type
	Offset   uintptr
	Tag      string
	PkgPath  string // of a name that is not exported
	Embedded bool
}

// Field returns the field i of the struct type t.
func (t *Type) Field(i int) Field {
	var f Field
	f.Name, f.Type, f.Offset, f.Tag, f.PkgPath, f.Embedded = field(t, i)
	return f
}

// MapEntries returns the addresses of all keys and elements of the map m of type t.
func MapEntries(t *Type, m unsafe.Pointer) (keys, elems []unsafe.Pointer) {
	n := MapLen(m)
	keys = make([]unsafe.Pointer, n)
	elems = make([]unsafe.Pointer, n)
	n = mapEntries(t, m, keys, elems)
	return keys[:n], elems[:n]
}

// Size returns the bytes of a value.
//
//go:noescape
func (t *Type) Size() uintptr

// String returns the type as reflect prints it.
//
//go:noescape
func (t *Type) String() string

// Name returns the name of a defined type, "" of others.
//
//go:noescape
func (t *Type) Name() string

// PkgPath returns the import path of a defined type's package.
//
//go:noescape
func (t *Type) PkgPath() string

// Elem returns the element type of an array, channel, map, pointer or slice.
//
//go:noescape
func (t *Type) Elem() *Type

// Key returns the key type of a map.
//
//go:noescape
func (t *Type) Key() *Type

// Len returns the length of an array type.
//
//go:noescape
func (t *Type) Len() int

// NumField returns how many fields a struct type has.
//
//go:noescape
func (t *Type) NumField() int

// MapLen returns the number of entries of a map, which may be nil.
//
//go:noescape
func MapLen(m unsafe.Pointer) int

//go:noescape
func field(t *Type, i int) (name string, typ *Type, offset uintptr, tag, pkgPath string, embedded bool)

//go:noescape
func hasMethods(t *Type) bool

//go:noescape
func itabType(itab unsafe.Pointer) *Type

//go:noescape
func copyOf(t *Type, p unsafe.Pointer) unsafe.Pointer

//go:noescape
func mapEntries(t *Type, m unsafe.Pointer, keys, elems []unsafe.Pointer) int

// Implements says whether values of t have the methods of the interface type.
//
//go:noescape
func Implements(t, interfaceType *Type) bool

// Assign stores x in the variable of type t at p, if its dynamic type is t or implements it.
func Assign(t *Type, p unsafe.Pointer, x any) bool
