package reflect

import (
	vm "internal/abi"
	"unsafe"
)

// Bool returns the bool v.
func (v Value) Bool() bool {
	v.mustBe(Bool, "reflect.Value.Bool")
	return *(*bool)(v.ptr)
}

// Int returns the signed integer v.
func (v Value) Int() int64 {
	switch v.kind() {
	case Int, Int64:
		return *(*int64)(v.ptr)
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Int", v.kind()})
}

// Uint returns the unsigned integer v.
func (v Value) Uint() uint64 {
	switch v.kind() {
	case Uint, Uint64, Uintptr:
		return *(*uint64)(v.ptr)
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Uint", v.kind()})
}

// Float returns the floating-point number v.
func (v Value) Float() float64 {
	switch v.kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Float", v.kind()})
}

// Complex returns the complex number v.
func (v Value) Complex() complex128 {
	switch v.kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Complex", v.kind()})
}

// String returns the string v, of other kinds "<T Value>".
func (v Value) String() string {
	switch v.kind() {
	case String:
		return *(*string)(v.ptr)
	case Invalid:
		return "<invalid Value>"
	}
	return "<" + v.Type().String() + " Value>"
}

// Bytes returns the []byte v, or the array variable v of bytes as a slice.
func (v Value) Bytes() []byte {
	switch v.kind() {
	case Slice:
		if v.typ_.Elem().Kind() != vm.Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if v.typ_.Elem().Kind() != vm.Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), v.typ_.Len())
	}
	panic(&ValueError{"reflect.Value.Bytes", v.kind()})
}

// CanInt says whether Int may be called.
func (v Value) CanInt() bool {
	switch v.kind() {
	case Int, Int8, Int16, Int32, Int64:
		return true
	}
	return false
}

// CanUint says whether Uint may be called.
func (v Value) CanUint() bool {
	switch v.kind() {
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return true
	}
	return false
}

// CanFloat says whether Float may be called.
func (v Value) CanFloat() bool { return v.kind() == Float32 || v.kind() == Float64 }

// CanComplex says whether Complex may be called.
func (v Value) CanComplex() bool { return v.kind() == Complex64 || v.kind() == Complex128 }

// OverflowInt says whether x does not fit v's type.
func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(&ValueError{"reflect.Value.OverflowInt", v.kind()})
	}
	return overflowInt(v.typ_, x)
}

// OverflowUint says whether x does not fit v's type.
func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.OverflowUint", v.kind()})
	}
	return overflowUint(v.typ_, x)
}

// OverflowFloat says whether x does not fit v's type.
func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(&ValueError{"reflect.Value.OverflowFloat", v.kind()})
	}
	return v.kind() == Float32 && overflowFloat32(x)
}

// OverflowComplex says whether x does not fit v's type.
func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		panic(&ValueError{"reflect.Value.OverflowComplex", v.kind()})
	}
	return v.kind() == Complex64 && (overflowFloat32(real(x)) || overflowFloat32(imag(x)))
}

// IsNil says whether v, of a kind that has a nil, is it.
func (v Value) IsNil() bool {
	switch v.kind() {
	case Chan, Func, Map, Pointer, UnsafePointer:
		return v.flag&flagMethod == 0 && v.word() == nil
	case Interface, Slice:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.kind()})
}

// IsZero says whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.kind() {
	case Bool:
		return !v.Bool()
	case Int, Int8, Int16, Int32, Int64:
		return v.Int() == 0
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return v.Uint() == 0
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case Chan, Func, Interface, Map, Pointer, Slice, UnsafePointer:
		return v.IsNil()
	case String:
		return *(*string)(v.ptr) == ""
	case Array, Struct:
		if v.flag&flagIndir == 0 {
			return v.ptr == nil
		}
		// What is comparable is compared; so a -0 in it is zero.
		if v.typ_.IsComparable() && v.typ_.Size() <= unsafe.Sizeof(zeroes) {
			return equal(v.typ_, v.ptr, unsafe.Pointer(&zeroes))
		}
		if v.kind() == Array {
			for i := 0; i < v.typ_.Len(); i++ {
				if !v.Index(i).IsZero() {
					return false
				}
			}
			return true
		}
		for i := 0; i < v.typ_.NumField(); i++ {
			if !v.Field(i).IsZero() && v.typ_.Field(i).Name != "_" {
				return false
			}
		}
		return true
	}
	panic(&ValueError{"reflect.Value.IsZero", v.kind()})
}

// Pointer returns the pointer v, or that of a map, channel, func, slice or string, as a number.
func (v Value) Pointer() uintptr {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return uintptr(v.word())
	case Func:
		return uintptr(v.code())
	case Slice:
		return uintptr(*(*unsafe.Pointer)(v.ptr))
	case String:
		return uintptr(*(*unsafe.Pointer)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Pointer", v.kind()})
}

// code returns the entry of the func v.
func (v Value) code() unsafe.Pointer {
	if v.flag&flagMethod != 0 {
		// All method values have one code.
		return *(*unsafe.Pointer)(methodFunc("Pointer", v).word())
	}
	p := v.word()
	if p != nil {
		p = *(*unsafe.Pointer)(p)
	}
	return p
}

// UnsafePointer is Pointer as an unsafe.Pointer.
func (v Value) UnsafePointer() unsafe.Pointer {
	switch v.kind() {
	case Pointer, Chan, Map, UnsafePointer:
		return v.word()
	case Func:
		return v.code()
	case Slice, String:
		return *(*unsafe.Pointer)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.UnsafePointer", v.kind()})
}

// UnsafeAddr returns the address of the variable v.
func (v Value) UnsafeAddr() uintptr {
	if v.typ_ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&flagAddr == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

// Comparable says whether v can be compared without a panic.
func (v Value) Comparable() bool {
	switch v.kind() {
	case Invalid:
		return false
	case Array:
		switch kindOf(v.typ_.Elem()) {
		case Interface, Array, Struct:
			for i := 0; i < v.typ_.Len(); i++ {
				if !v.Index(i).Comparable() {
					return false
				}
			}
			return true
		}
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Struct:
		for i := 0; i < v.typ_.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.Type().Comparable()
}

// Equal says whether v == u; interfaces stand for what they hold.
func (v Value) Equal(u Value) bool {
	if v.kind() == Interface {
		v = v.Elem()
	}
	if u.kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.kind() != u.kind() || v.Type() != u.Type() {
		return false
	}
	switch v.kind() {
	case Bool:
		return v.Bool() == u.Bool()
	case Int, Int8, Int16, Int32, Int64:
		return v.Int() == u.Int()
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return v.Uint() == u.Uint()
	case Float32, Float64:
		return v.Float() == u.Float()
	case Complex64, Complex128:
		return v.Complex() == u.Complex()
	case String:
		return v.String() == u.String()
	case Chan, Pointer, UnsafePointer:
		return v.word() == u.word()
	case Array:
		n := v.typ_.Len()
		for i := 0; i < n; i++ {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		if n > 0 || v.typ_.Elem().IsComparable() {
			return true
		}
	case Struct:
		for i := 0; i < v.typ_.NumField(); i++ {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	}
	panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
}

// equal is == of two values of type t.
//
//go:noescape
func equal(t *vm.Type, a, b unsafe.Pointer) bool
