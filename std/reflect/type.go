package reflect

import (
	vm "internal/abi"
	"iter"
	"unsafe"
)

// Type is a Go type. Two are equal, by ==, if they are identical types. Methods that a kind does not have panic.
type Type interface {
	// Align returns the alignment of variables of the type.
	Align() int
	// FieldAlign returns the alignment of fields of the type.
	FieldAlign() int
	// Method returns the method i of those that are exported, in the order of names.
	Method(int) Method
	// MethodByName returns the exported method of that name.
	MethodByName(string) (Method, bool)
	// Methods returns an iterator over the methods that Method gives.
	Methods() iter.Seq[Method]
	// NumMethod returns how many methods can be had by Method; of interfaces all count.
	NumMethod() int
	// Name returns the name of a defined type in its package.
	Name() string
	// PkgPath returns the import path of a defined type, "" for predeclared ones.
	PkgPath() string
	// Size returns how many bytes a value takes.
	Size() uintptr
	// String returns the type written with package names.
	String() string
	// Kind returns what the type is made like.
	Kind() Kind
	// Implements says whether the type has the methods of the interface type u.
	Implements(u Type) bool
	// AssignableTo says whether values can be assigned to variables of type u.
	AssignableTo(u Type) bool
	// ConvertibleTo says whether values can be converted to type u.
	ConvertibleTo(u Type) bool
	// Comparable says whether == is defined for values of the type.
	Comparable() bool
	// Bits returns the size of a number in bits.
	Bits() int
	// ChanDir returns what a channel type allows.
	ChanDir() ChanDir
	// IsVariadic says whether the last parameter of a func type is "...".
	IsVariadic() bool
	// Elem returns the element type of an array, channel, map, pointer or slice.
	Elem() Type
	// Field returns the field i of a struct.
	Field(i int) StructField
	// Fields returns an iterator over the fields of a struct.
	Fields() iter.Seq[StructField]
	// FieldByIndex follows a path of fields.
	FieldByIndex(index []int) StructField
	// FieldByName returns the field that x.name would mean.
	FieldByName(name string) (StructField, bool)
	// FieldByNameFunc returns the one field whose name matches, by the rules of FieldByName.
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	// In returns the type of the parameter i.
	In(i int) Type
	// Ins returns an iterator over the types of the parameters.
	Ins() iter.Seq[Type]
	// Key returns the key type of a map.
	Key() Type
	// Len returns the length of an array type.
	Len() int
	// NumField returns the number of fields of a struct.
	NumField() int
	// NumIn returns the number of parameters.
	NumIn() int
	// NumOut returns the number of results.
	NumOut() int
	// Out returns the type of the result i.
	Out(i int) Type
	// Outs returns an iterator over the types of the results.
	Outs() iter.Seq[Type]
	// OverflowComplex says whether x does not fit.
	OverflowComplex(x complex128) bool
	// OverflowFloat says whether x does not fit.
	OverflowFloat(x float64) bool
	// OverflowInt says whether x does not fit.
	OverflowInt(x int64) bool
	// OverflowUint says whether x does not fit.
	OverflowUint(x uint64) bool
	// CanSeq says whether a Value of the type has Seq.
	CanSeq() bool
	// CanSeq2 says whether a Value of the type has Seq2.
	CanSeq2() bool

	common() *vm.Type
}

// rtype is the one implementation of Type: the VM's descriptor under a name of ours.
type rtype struct {
	t vm.Type
}

func toRType(t *vm.Type) *rtype { return (*rtype)(unsafe.Pointer(t)) }

// toType makes a Type of a descriptor; of none it is nil.
func toType(t *vm.Type) Type {
	if t == nil {
		return nil
	}
	return toRType(t)
}

// TypeOf returns the dynamic type of i, nil if i is nil.
func TypeOf(i any) Type { return toType(vm.TypeOf(i)) }

// TypeFor returns the type T.
func TypeFor[T any]() Type { return toRType(vm.TypeFor[T]()) }

func (t *rtype) common() *vm.Type { return &t.t }
func (t *rtype) Align() int       { return t.t.Align() }
func (t *rtype) FieldAlign() int  { return t.t.Align() }
func (t *rtype) Size() uintptr    { return t.t.Size() }
func (t *rtype) String() string   { return t.t.String() }
func (t *rtype) Kind() Kind       { return Kind(t.t.Kind()) }
func (t *rtype) Name() string     { return t.t.Name() }
func (t *rtype) PkgPath() string  { return t.t.PkgPath() }
func (t *rtype) Comparable() bool { return t.t.IsComparable() }

func (t *rtype) Bits() int {
	if t == nil {
		panic("reflect: Bits of nil Type")
	}
	if k := t.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.Size()) * 8
}

func (t *rtype) ChanDir() ChanDir {
	if t.Kind() != Chan {
		panic("reflect: ChanDir of non-chan type " + t.String())
	}
	return ChanDir(t.t.Direction())
}

func (t *rtype) Elem() Type { return toType(elemOf(&t.t)) }

func elemOf(t *vm.Type) *vm.Type {
	switch kindOf(t) {
	case Array, Chan, Map, Pointer, Slice:
		return t.Elem()
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	if t.Kind() != Map {
		panic("reflect: Key of non-map type " + t.String())
	}
	return toType(t.t.Key())
}

func (t *rtype) Len() int {
	if t.Kind() != Array {
		panic("reflect: Len of non-array type " + t.String())
	}
	return t.t.Len()
}

func (t *rtype) mustBeFunc(method string) {
	if t.Kind() != Func {
		panic("reflect: " + method + " of non-func type " + t.String())
	}
}

// pick checks the index of a parameter or result as indexing a slice does.
func pick(i, n int) int {
	if uint(i) >= uint(n) {
		_ = make([]struct{}, n)[i]
	}
	return i
}

func (t *rtype) In(i int) Type {
	t.mustBeFunc("In")
	return toType(t.t.In(pick(i, t.t.NumIn())))
}

func (t *rtype) NumIn() int {
	t.mustBeFunc("NumIn")
	return t.t.NumIn()
}

func (t *rtype) NumOut() int {
	t.mustBeFunc("NumOut")
	return t.t.NumOut()
}

func (t *rtype) Out(i int) Type {
	t.mustBeFunc("Out")
	return toType(t.t.Out(pick(i, t.t.NumOut())))
}

func (t *rtype) IsVariadic() bool {
	t.mustBeFunc("IsVariadic")
	return t.t.IsVariadic()
}

func (t *rtype) OverflowComplex(x complex128) bool {
	switch t.Kind() {
	case Complex64:
		return overflowFloat32(real(x)) || overflowFloat32(imag(x))
	case Complex128:
		return false
	}
	panic("reflect: OverflowComplex of non-complex type " + t.String())
}

func (t *rtype) OverflowFloat(x float64) bool {
	switch t.Kind() {
	case Float32:
		return overflowFloat32(x)
	case Float64:
		return false
	}
	panic("reflect: OverflowFloat of non-float type " + t.String())
}

func (t *rtype) OverflowInt(x int64) bool {
	switch t.Kind() {
	case Int, Int8, Int16, Int32, Int64:
		return overflowInt(&t.t, x)
	}
	panic("reflect: OverflowInt of non-int type " + t.String())
}

func (t *rtype) OverflowUint(x uint64) bool {
	switch t.Kind() {
	case Uint, Uintptr, Uint8, Uint16, Uint32, Uint64:
		return overflowUint(&t.t, x)
	}
	panic("reflect: OverflowUint of non-uint type " + t.String())
}

// overflowFloat32 says whether x becomes infinite as a float32.
func overflowFloat32(x float64) bool {
	const largest = 0x1p127 * (1 + (1 - 0x1p-23))
	if x < 0 {
		x = -x
	}
	return largest < x && x <= 0x1p1023*(1+(1-0x1p-52))
}

func overflowInt(t *vm.Type, x int64) bool {
	shift := 64 - t.Size()*8
	return x != x<<shift>>shift
}

func overflowUint(t *vm.Type, x uint64) bool {
	shift := 64 - t.Size()*8
	return x != x<<shift>>shift
}

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return vm.Implements(&t.t, u.common())
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(u.common(), &t.t)
}

func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return conversionOf(u.common(), &t.t) != convertNot
}

func (t *rtype) CanSeq() bool {
	switch t.Kind() {
	case Int8, Int16, Int32, Int64, Int, Uint8, Uint16, Uint32, Uint64, Uint, Uintptr, Array, Slice, Chan, String, Map:
		return true
	case Func:
		return yieldsTo(&t.t, 1)
	case Pointer:
		return t.t.Elem().Kind() == vm.Array
	}
	return false
}

func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return yieldsTo(&t.t, 2)
	case Pointer:
		return t.t.Elem().Kind() == vm.Array
	}
	return false
}

// yieldsTo says whether t is func(yield func(n values) bool).
func yieldsTo(t *vm.Type, n int) bool {
	if t.NumIn() != 1 || t.NumOut() != 0 || t.In(0).Kind() != vm.Func {
		return false
	}
	yield := t.In(0)
	return yield.NumIn() == n && yield.NumOut() == 1 && yield.Out(0).Kind() == vm.Bool
}

// assignable says whether a value of type v may be assigned to a variable of type t.
func assignable(t, v *vm.Type) bool {
	return assignableAsIs(t, v) || t.Kind() == vm.Interface && vm.Implements(v, t)
}

// assignableAsIs leaves out conversions to interfaces (spec: Assignability): "V and T have identical underlying types
// … and at least one of V or T is not a named type", "V and T are channel types with identical element types, V is a
// bidirectional channel, and at least one of V or T is not a named type".
func assignableAsIs(t, v *vm.Type) bool {
	if t == v {
		return true
	}
	if t.Name() != "" && v.Name() != "" || t.Kind() != v.Kind() {
		return false
	}
	if t.Kind() == vm.Chan && v.Direction() == int(BothDir) && t.Elem() == v.Elem() {
		return true
	}
	return sameUnderlying(t, v, true)
}

// sameType says whether two types are identical, or would be without the tags of fields.
func sameType(t, v *vm.Type, tags bool) bool {
	if tags || t == v {
		return t == v
	}
	if t.Name() != v.Name() || t.Kind() != v.Kind() || t.PkgPath() != v.PkgPath() {
		return false
	}
	return sameUnderlying(t, v, false)
}

// sameUnderlying says it of the underlying types.
func sameUnderlying(t, v *vm.Type, tags bool) bool {
	if t == v {
		return true
	}
	k := kindOf(t)
	if k != kindOf(v) {
		return false
	}
	switch k {
	case Array:
		return t.Len() == v.Len() && sameType(t.Elem(), v.Elem(), tags)
	case Chan:
		return t.Direction() == v.Direction() && sameType(t.Elem(), v.Elem(), tags)
	case Func:
		if t.NumIn() != v.NumIn() || t.NumOut() != v.NumOut() || t.IsVariadic() != v.IsVariadic() {
			return false
		}
		for i := 0; i < t.NumIn(); i++ {
			if !sameType(t.In(i), v.In(i), tags) {
				return false
			}
		}
		for i := 0; i < t.NumOut(); i++ {
			if !sameType(t.Out(i), v.Out(i), tags) {
				return false
			}
		}
		return true
	case Interface:
		if t.NumMethod() != v.NumMethod() {
			return false
		}
		for i := 0; i < t.NumMethod(); i++ {
			if t.Method(i) != v.Method(i) {
				return false
			}
		}
		return true
	case Map:
		return sameType(t.Key(), v.Key(), tags) && sameType(t.Elem(), v.Elem(), tags)
	case Pointer, Slice:
		return sameType(t.Elem(), v.Elem(), tags)
	case Struct:
		if t.NumField() != v.NumField() {
			return false
		}
		for i := 0; i < t.NumField(); i++ {
			f, g := t.Field(i), v.Field(i)
			if f.Name != g.Name || f.PkgPath != g.PkgPath || f.Offset != g.Offset || f.Embedded != g.Embedded ||
				tags && f.Tag != g.Tag || !sameType(f.Type, g.Type, tags) {
				return false
			}
		}
		return true
	}
	return true
}
