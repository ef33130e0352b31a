// Package abi looks at values through the types the VM keeps of them: what fmt, errors and reflect stand on.
//
// A value is a pair of its type and its address. Left out: making new types and calling functions.
package abi

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

// String returns the name of k, one of the above.
func (k Kind) String() string {
	return [...]string{
		"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
		"uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr",
		"slice", "string", "struct", "unsafe.Pointer",
	}[k]
}

// text is a string as the VM keeps it.
type text struct {
	size int
	data *byte
}

func (x text) string() string { return unsafe.String(x.data, x.size) }

// list is a sequence of equal things as the VM keeps it.
type list struct {
	first unsafe.Pointer
	size  int
}

// Type is the VM's descriptor of a type (vm/value/type.h; native.cpp asserts the places). Identical types have one, so
// pointers compare as types do. Its memory is not the heap's and never changes but for what is computed late.
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
	late      bool // the methods: described when they are first asked for
	index     uint32
	size      uintptr
	_         uintptr // the layout: size of an element
	pointers  uintptr // the layout: bytes that hold all pointers
	_         unsafe.Pointer
	name      text
	typeName  text
	pkgPath   text
	_         text // the key
	elem      *Type
	key       *Type
	length    int
	_         unsafe.Pointer // how maps are laid out
	fields    list
	params    list
	results   list
	methods   list
}

// field is how the VM describes a field.
type field struct {
	name     text
	pkgPath  text
	typ      *Type
	offset   uintptr
	tag      text
	embedded bool
}

// method is how the VM describes a method.
type method struct {
	name    text
	pkgPath text
	typ     *Type
	entry   uint32
}

// emptyInterface is what an any is made of.
type emptyInterface struct {
	typ  *Type
	data unsafe.Pointer
}

// TypeOf returns the dynamic type of v, nil if v is nil.
func TypeOf(v any) *Type {
	// Types are no part of the value: for escape analysis, nothing of v is in the result.
	return (*Type)(NoEscape(unsafe.Pointer((*emptyInterface)(unsafe.Pointer(&v)).typ)))
}

// TypeFor returns the type T.
func TypeFor[T any]() *Type { return TypeOf((*T)(nil)).elem }

// NoEscape returns p and hides from escape analysis that it does.
//
//go:nosplit
func NoEscape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

// Word returns the data word of v: the value itself if its type is pointer-shaped, else its address.
func Word(v any) unsafe.Pointer { return (*emptyInterface)(unsafe.Pointer(&v)).data }

// Kind returns what t is made like.
func (t *Type) Kind() Kind { return t.kind }

// IsDirect says whether an interface holds values of t itself, and not a pointer to them.
func (t *Type) IsDirect() bool { return t.direct }

// IsComparable says whether == is defined for values of t (it may still panic).
func (t *Type) IsComparable() bool { return t.equality != 0 }

// IsReflexive says whether x == x for all x of type t.
func (t *Type) IsReflexive() bool { return t.reflexive }

// IsVariadic says whether the last parameter of a func type is one for many.
func (t *Type) IsVariadic() bool { return t.variadic }

// HasPointers says whether values of t hold pointers.
func (t *Type) HasPointers() bool { return t.pointers != 0 }

// Align returns the alignment of variables of type t.
func (t *Type) Align() int { return int(t.align) }

// Direction returns how a channel type may be used: 1 receive, 2 send, 3 both.
func (t *Type) Direction() int { return int(t.direction) }

// Size returns the bytes of a value.
func (t *Type) Size() uintptr { return t.size }

// String returns the type as reflect prints it.
func (t *Type) String() string { return t.name.string() }

// Name returns the name of a defined type, "" of others.
func (t *Type) Name() string { return t.typeName.string() }

// PkgPath returns the import path of a defined type's package.
func (t *Type) PkgPath() string { return t.pkgPath.string() }

// Elem returns the element type of an array, channel, map, pointer or slice.
func (t *Type) Elem() *Type { return t.elem }

// Key returns the key type of a map.
func (t *Type) Key() *Type { return t.key }

// Len returns the length of an array type.
func (t *Type) Len() int { return t.length }

// NumField returns how many fields a struct type has.
func (t *Type) NumField() int { return t.fields.size }

// NumIn returns how many parameters a func type has.
func (t *Type) NumIn() int { return t.params.size }

// In returns the type of the parameter i.
func (t *Type) In(i int) *Type { return *(**Type)(unsafe.Add(t.params.first, i*8)) }

// NumOut returns how many results a func type has.
func (t *Type) NumOut() int { return t.results.size }

// Out returns the type of the result i.
func (t *Type) Out(i int) *Type { return *(**Type)(unsafe.Add(t.results.first, i*8)) }

// NumMethod returns how many methods the type has, or asks for, names that are not exported included.
func (t *Type) NumMethod() int { return t.allMethods().size }

func (t *Type) allMethods() list {
	if t.late {
		describeMethods(t)
	}
	return t.methods
}

// Method describes a method. Type is its func type without receiver.
type Method struct {
	Name    string
	PkgPath string // of a name that is not exported
	Type    *Type
	Entry   uint32 // the function; it takes the data word of an interface
}

func (t *Type) methodAt(i int) *method {
	return (*method)(unsafe.Add(t.allMethods().first, uintptr(i)*unsafe.Sizeof(method{})))
}

// Method returns the method i in the order of names.
func (t *Type) Method(i int) Method {
	m := t.methodAt(i)
	if m.typ.kind == Invalid {
		describe(m.typ)
	}
	return Method{m.name.string(), m.pkgPath.string(), m.typ, m.entry}
}

// describe completes the func type of a method, of which so far only the identity is known.
//
//go:noescape
func describe(t *Type)

// describeMethods completes the methods of a type.
//
//go:noescape
func describeMethods(t *Type)

// ItabType returns the dynamic type of an interface with methods whose first word is itab.
func ItabType(itab unsafe.Pointer) *Type { return *(**Type)(unsafe.Add(itab, 8)) }

// IsMethodExported says whether the name of the method i is exported.
func (t *Type) IsMethodExported(i int) bool { return t.methodAt(i).pkgPath.size == 0 }

// MethodName returns the name of the method i.
func (t *Type) MethodName(i int) string { return t.methodAt(i).name.string() }

// Pack makes an any of type t with this data word.
func Pack(t *Type, word unsafe.Pointer) any {
	e := emptyInterface{t, word}
	return *(*any)(unsafe.Pointer(&e))
}

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
	if t.methods.size != 0 {
		var e emptyInterface
		word := *(*[2]unsafe.Pointer)(p)
		if word[0] != nil {
			e = emptyInterface{ItabType(word[0]), word[1]}
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
	f := (*field)(unsafe.Add(t.fields.first, uintptr(i)*unsafe.Sizeof(field{})))
	return Field{f.name.string(), f.typ, f.offset, f.tag.string(), f.pkgPath.string(), f.embedded}
}

// FieldPlace returns of the field i what it takes to find it, and whether its name is hidden: not exported.
func (t *Type) FieldPlace(i int) (typ *Type, offset uintptr, hidden, embedded bool) {
	f := (*field)(unsafe.Add(t.fields.first, uintptr(i)*unsafe.Sizeof(field{})))
	return f.typ, f.offset, f.pkgPath.size != 0, f.embedded
}

// MapEntry is the addresses of a key and an element. It is as large as two reflect.Values.
type MapEntry struct {
	Key, Elem unsafe.Pointer
	_         [4]uintptr
}

// MapEntries returns copies of all keys and elements of the map m of type t.
func MapEntries(t *Type, m unsafe.Pointer) []MapEntry {
	entries := make([]MapEntry, MapLen(m))
	entries = entries[:mapEntries(t, m, entries)]
	key, elem := t.Key(), t.Elem()
	for i := range entries {
		e := &entries[i]
		if !key.direct && key.Size() > 0 {
			e.Key = copyOf(key, e.Key)
		}
		if !elem.direct && elem.Size() > 0 {
			e.Elem = copyOf(elem, e.Elem)
		}
	}
	return entries
}

// MapLen returns the number of entries of a map, which may be nil.
//
//go:noescape
func MapLen(m unsafe.Pointer) int

//go:noescape
func copyOf(t *Type, p unsafe.Pointer) unsafe.Pointer

//go:noescape
func mapEntries(t *Type, m unsafe.Pointer, entries []MapEntry) int

// Implements says whether values of t have the methods of the interface type.
//
//go:noescape
func Implements(t, interfaceType *Type) bool

// Assign stores x in the variable of type t at p, if its dynamic type is t or implements it.
func Assign(t *Type, p unsafe.Pointer, x any) bool
