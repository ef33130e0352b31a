package atomic

import "unsafe"

// Bool is a bool to share; the zero value is false.
type Bool struct {
	_ noCopy
	v uint32
}

// Load returns the value.
func (x *Bool) Load() bool { return x.v != 0 }

// Store sets the value.
func (x *Bool) Store(val bool) { x.v = number(val) }

// Swap sets the value and returns the old one.
func (x *Bool) Swap(new bool) (old bool) { return SwapUint32(&x.v, number(new)) != 0 }

// CompareAndSwap sets the value to new if it is old.
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool) {
	return CompareAndSwapUint32(&x.v, number(old), number(new))
}

func number(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// Pointer is a *T to share; the zero value is nil.
type Pointer[T any] struct {
	_ [0]*T // Pointers to different types are no conversions of each other.
	_ noCopy
	v unsafe.Pointer
}

// Load returns the value.
func (x *Pointer[T]) Load() *T { return (*T)(LoadPointer(&x.v)) }

// Store sets the value.
func (x *Pointer[T]) Store(val *T) { StorePointer(&x.v, unsafe.Pointer(val)) }

// Swap sets the value and returns the old one.
func (x *Pointer[T]) Swap(new *T) (old *T) {
	return (*T)(SwapPointer(&x.v, unsafe.Pointer(new)))
}

// CompareAndSwap sets the value to new if it is old.
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	return CompareAndSwapPointer(&x.v, unsafe.Pointer(old), unsafe.Pointer(new))
}

// Value is a value to share, of one type from the first Store on.
type Value struct {
	v any
}

// words are what an any is made of.
type words struct {
	typ  unsafe.Pointer
	data unsafe.Pointer
}

func typeOf(v any) unsafe.Pointer { return (*words)(unsafe.Pointer(&v)).typ }

// check panics unless val can be stored by the method that is called op.
func (v *Value) check(op string, val any) {
	if val == nil {
		panic("sync/atomic: " + op + " of nil value into Value")
	}
	if v.v != nil && typeOf(v.v) != typeOf(val) {
		panic("sync/atomic: " + op + " of inconsistently typed value into Value")
	}
}

// Load returns the value, nil if none was stored.
func (v *Value) Load() (val any) { return v.v }

// Store sets the value, which must be of the type of the first one and not nil.
func (v *Value) Store(val any) {
	v.check("store", val)
	v.v = val
}

// Swap sets the value and returns the old one, nil if none was stored.
func (v *Value) Swap(new any) (old any) {
	v.check("swap", new)
	old = v.v
	v.v = new
	return old
}

// CompareAndSwap sets the value to new if it equals old; it panics if values of the type cannot be compared.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && typeOf(old) != typeOf(new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if v.v == nil && old != nil {
		return false
	}
	v.check("compare and swap", new)
	if v.v != old {
		return false
	}
	v.v = new
	return true
}
