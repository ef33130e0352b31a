package reflect

import (
	vm "internal/abi"
	"unsafe"
)

// Set assigns x to the variable v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("reflect.Value.Set")
	x.mustBeExported("reflect.Value.Set")
	var target unsafe.Pointer
	if v.kind() == Interface {
		target = v.ptr
	}
	x = x.assignTo("reflect.Set", v.typ_, target)
	if x.flag&flagIndir == 0 {
		*(*unsafe.Pointer)(v.ptr) = x.ptr
	} else if x.ptr != v.ptr {
		move(v.typ_, v.ptr, x.ptr)
	}
}

// assignTo returns v as a value of type t; in the text of a panic context is what asked. An interface is made at
// target, if that is not nil.
func (v Value) assignTo(context string, t *vm.Type, target unsafe.Pointer) Value {
	if v.flag&flagMethod != 0 {
		v = methodFunc(context, v)
	}
	if assignableAsIs(t, v.typ_) {
		return Value{t, v.ptr, v.flag&(flagAddr|flagIndir) | v.flag.ro() | flag(t.Kind())}
	}
	if t.Kind() == vm.Interface && vm.Implements(v.typ_, t) {
		if target == nil {
			target = newObject(t)
		}
		if v.kind() == Interface && v.IsNil() {
			wipe(t, target, 1)
		} else {
			storeInterface(t, target, v.toInterface(false))
		}
		return Value{t, target, flagIndir | flag(Interface)}
	}
	panic(context + ": value of type " + v.typ_.String() + " is not assignable to type " + t.String())
}

// storeInterface makes x, which is not nil, an interface of type t at p.
func storeInterface(t *vm.Type, p unsafe.Pointer, x any) {
	if t.NumMethod() == 0 {
		*(*any)(p) = x
	} else {
		vm.Assign(t, p, x)
	}
}

// SetBool sets the variable v.
func (v Value) SetBool(x bool) {
	v.mustBeAssignable("reflect.Value.SetBool")
	v.mustBe(Bool, "reflect.Value.SetBool")
	*(*bool)(v.ptr) = x
}

// SetInt sets the variable v; what does not fit is cut off.
func (v Value) SetInt(x int64) {
	v.mustBeAssignable("reflect.Value.SetInt")
	switch v.kind() {
	case Int, Int64:
		*(*int64)(v.ptr) = x
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	default:
		panic(&ValueError{"reflect.Value.SetInt", v.kind()})
	}
}

// SetUint sets the variable v; what does not fit is cut off.
func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("reflect.Value.SetUint")
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		*(*uint64)(v.ptr) = x
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	default:
		panic(&ValueError{"reflect.Value.SetUint", v.kind()})
	}
}

// SetFloat sets the variable v.
func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("reflect.Value.SetFloat")
	switch v.kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetFloat", v.kind()})
	}
}

// SetComplex sets the variable v.
func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("reflect.Value.SetComplex")
	switch v.kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetComplex", v.kind()})
	}
}

// SetString sets the variable v.
func (v Value) SetString(x string) {
	v.mustBeAssignable("reflect.Value.SetString")
	v.mustBe(String, "reflect.Value.SetString")
	*(*string)(v.ptr) = x
}

// SetBytes sets the variable v, a slice of bytes.
func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("reflect.Value.SetBytes")
	v.mustBe(Slice, "reflect.Value.SetBytes")
	if v.typ_.Elem().Kind() != vm.Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	*(*[]byte)(v.ptr) = x
}

// SetPointer sets the variable v, an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustBeAssignable("reflect.Value.SetPointer")
	v.mustBe(UnsafePointer, "reflect.Value.SetPointer")
	*(*unsafe.Pointer)(v.ptr) = x
}

// SetZero makes the variable v zero.
func (v Value) SetZero() {
	v.mustBeAssignable("reflect.Value.SetZero")
	wipe(v.typ_, v.ptr, 1)
}
