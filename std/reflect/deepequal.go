package reflect

import (
	vm "internal/abi"
	"unsafe"
)

// pair is a comparison that has begun: what meets it again takes it for equal.
type pair struct {
	x, y unsafe.Pointer
	t    *vm.Type
}

// DeepEqual says whether x and y are of one type and equal in depth: what pointers, slices, maps and interfaces lead to
// is compared, not where it lies. Funcs are equal only if both are nil.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	v, w := ValueOf(x), ValueOf(y)
	if v.typ_ != w.typ_ {
		return false
	}
	return deepEqual(v, w, map[pair]bool{})
}

// mayCycle says whether v and w lead to something that could lead back.
func mayCycle(v, w Value) bool {
	switch v.kind() {
	case Pointer, Map, Slice, Interface:
		return !v.IsNil() && !w.IsNil()
	}
	return false
}

func begin(v, w Value, begun map[pair]bool) (known bool) {
	var p, q unsafe.Pointer
	switch v.kind() {
	case Pointer, Map:
		p, q = v.word(), w.word()
	default:
		p, q = v.ptr, w.ptr
	}
	if uintptr(p) > uintptr(q) {
		p, q = q, p
	}
	at := pair{p, q, v.typ_}
	if begun[at] {
		return true
	}
	begun[at] = true
	return false
}

func deepEqual(v, w Value, begun map[pair]bool) bool {
	if !v.IsValid() || !w.IsValid() {
		return v.IsValid() == w.IsValid()
	}
	if v.typ_ != w.typ_ {
		return false
	}
	if mayCycle(v, w) && begin(v, w, begun) {
		return true
	}
	switch v.kind() {
	case Array:
		for i := 0; i < v.typ_.Len(); i++ {
			if !deepEqual(v.Index(i), w.Index(i), begun) {
				return false
			}
		}
		return true
	case Slice:
		if v.IsNil() != w.IsNil() || v.Len() != w.Len() {
			return false
		}
		if v.slice().data == w.slice().data {
			return true
		}
		if k := kindOf(v.typ_.Elem()); k == Uint8 {
			return string(*(*[]byte)(v.ptr)) == string(*(*[]byte)(w.ptr))
		}
		for i := 0; i < v.Len(); i++ {
			if !deepEqual(v.Index(i), w.Index(i), begun) {
				return false
			}
		}
		return true
	case Interface:
		if v.IsNil() || w.IsNil() {
			return v.IsNil() == w.IsNil()
		}
		return deepEqual(v.Elem(), w.Elem(), begun)
	case Pointer:
		return v.word() == w.word() || deepEqual(v.Elem(), w.Elem(), begun)
	case Struct:
		for i := 0; i < v.typ_.NumField(); i++ {
			if !deepEqual(v.Field(i), w.Field(i), begun) {
				return false
			}
		}
		return true
	case Map:
		if v.IsNil() != w.IsNil() || v.Len() != w.Len() {
			return false
		}
		if v.word() == w.word() {
			return true
		}
		var iter MapIter // MapRange's would be on the heap
		iter.Reset(v)
		for iter.Next() {
			other := w.MapIndex(iter.Key())
			if !other.IsValid() || !deepEqual(iter.Value(), other, begun) {
				return false
			}
		}
		return true
	case Func:
		return v.IsNil() && w.IsNil()
	case Bool:
		return v.Bool() == w.Bool()
	case Int, Int8, Int16, Int32, Int64:
		return v.Int() == w.Int()
	case Uint, Uint8, Uint16, Uint32, Uint64, Uintptr:
		return v.Uint() == w.Uint()
	case String:
		return v.String() == w.String()
	case Float32, Float64:
		return v.Float() == w.Float()
	case Complex64, Complex128:
		return v.Complex() == w.Complex()
	}
	return v.word() == w.word()
}
