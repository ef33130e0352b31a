package reflect

import (
	"internal/reflectlite"
	vm "internal/abi"
	"unsafe"
)

// SliceHeader is a slice as it lies in memory.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is a string as it lies in memory.
type StringHeader struct {
	Data uintptr
	Len  int
}

// sliceWords and stringWords are the same for the collector to see.
type sliceWords struct {
	data     unsafe.Pointer
	len, cap int
}

type stringWords struct {
	data unsafe.Pointer
	len  int
}

func (v Value) slice() *sliceWords { return (*sliceWords)(v.ptr) }

// Len returns len(v); of a pointer to an array the array's.
func (v Value) Len() int {
	switch v.kind() {
	case Slice:
		return v.slice().len
	case Array:
		return v.typ_.Len()
	case Chan:
		return chanLen(v.word())
	case Map:
		return vm.MapLen(v.word())
	case String:
		return len(*(*string)(v.ptr))
	case Pointer:
		if v.typ_.Elem().Kind() == vm.Array {
			return v.typ_.Elem().Len()
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.kind()})
}

// Cap returns cap(v); of a pointer to an array the array's.
func (v Value) Cap() int {
	switch v.kind() {
	case Slice:
		return v.slice().cap
	case Array:
		return v.typ_.Len()
	case Chan:
		return chanCap(v.word())
	case Pointer:
		if v.typ_.Elem().Kind() == vm.Array {
			return v.typ_.Elem().Len()
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.kind()})
}

var byteType = vm.TypeOf(byte(0))

// Index returns v[i].
func (v Value) Index(i int) Value {
	switch v.kind() {
	case Array:
		if uint(i) >= uint(v.typ_.Len()) {
			panic("reflect: array index out of range")
		}
		elem := v.typ_.Elem()
		// An array that is not behind an address is pointer-shaped, and so is its only element.
		return Value{elem, vm.Index(elem, v.ptr, i), v.flag&(flagIndir|flagAddr) | v.flag.ro() | flag(elem.Kind())}
	case Slice:
		s := v.slice()
		if uint(i) >= uint(s.len) {
			panic("reflect: slice index out of range")
		}
		elem := v.typ_.Elem()
		return Value{elem, vm.Index(elem, s.data, i), flagAddr | flagIndir | v.flag.ro() | flag(elem.Kind())}
	case String:
		s := (*stringWords)(v.ptr)
		if uint(i) >= uint(s.len) {
			panic("reflect: string index out of range")
		}
		return Value{byteType, unsafe.Add(s.data, i), v.flag.ro() | flag(Uint8) | flagIndir}
	}
	panic(&ValueError{"reflect.Value.Index", v.kind()})
}

// SetLen sets the length of the slice variable v.
func (v Value) SetLen(n int) {
	v.mustBeAssignable("reflect.Value.SetLen")
	v.mustBe(Slice, "reflect.Value.SetLen")
	s := v.slice()
	if uint(n) > uint(s.cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	s.len = n
}

// SetCap sets the capacity of the slice variable v.
func (v Value) SetCap(n int) {
	v.mustBeAssignable("reflect.Value.SetCap")
	v.mustBe(Slice, "reflect.Value.SetCap")
	s := v.slice()
	if n < s.len || n > s.cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	s.cap = n
}

// sliced is base[i:j:k].
func sliced(t *vm.Type, base unsafe.Pointer, i, j, k int, f flag) Value {
	s := &sliceWords{base, j - i, k - i}
	if k > i {
		s.data = vm.Index(t.Elem(), base, i)
	}
	return Value{t, unsafe.Pointer(s), f.ro() | flagIndir | flag(Slice)}
}

// sliceable gives the type of a slice of an array or slice, where its elements begin and how many there are.
func (v Value) sliceable(method string) (t *vm.Type, base unsafe.Pointer, n int) {
	switch v.kind() {
	case Array:
		if v.flag&flagAddr == 0 {
			panic(method + ": slice of unaddressable array")
		}
		return sliceOf(v.typ_.Elem()), v.ptr, v.typ_.Len()
	case Slice:
		return v.typ_, v.slice().data, v.slice().cap
	}
	panic(&ValueError{method, v.kind()})
}

// Slice returns v[i:j].
func (v Value) Slice(i, j int) Value {
	if v.kind() == String {
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := new(string)
		if i < len(s) {
			*part = s[i:j]
		}
		return Value{v.typ_, unsafe.Pointer(part), v.flag}
	}
	t, base, n := v.sliceable("reflect.Value.Slice")
	if i < 0 || j < i || j > n {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return sliced(t, base, i, j, n, v.flag)
}

// Slice3 returns v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	t, base, n := v.sliceable("reflect.Value.Slice3")
	if i < 0 || j < i || k < j || k > n {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return sliced(t, base, i, j, k, v.flag)
}

// MakeSlice returns a new slice of type typ.
func MakeSlice(typ Type, len, cap int) Value {
	if typ.Kind() != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.common()
	s := &sliceWords{newArray(t.Elem(), cap), len, cap}
	return Value{t, unsafe.Pointer(s), flagIndir | flag(Slice)}
}

// SliceAt returns the slice of n elements of type typ that begins at p.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	checked := n
	if size := typ.Size(); size != 0 && n > 0 && uintptr(n) > maxBytes/size {
		checked = -1
	}
	_ = unsafe.Slice((*byte)(p), checked)
	s := &sliceWords{p, n, n}
	return Value{sliceOf(typ.common()), unsafe.Pointer(s), flagIndir | flag(Slice)}
}

// Grow makes room for n more elements in the slice variable v.
func (v Value) Grow(n int) {
	v.mustBeAssignable("reflect.Value.Grow")
	v.mustBe(Slice, "reflect.Value.Grow")
	v.grow(n)
}

func (v Value) grow(n int) {
	s := v.slice()
	switch {
	case n < 0:
		panic("reflect.Value.Grow: negative len")
	case s.len+n < 0:
		panic("reflect.Value.Grow: slice overflow")
	case s.len+n > s.cap:
		growSlice(v.typ_.Elem(), v.ptr, n)
	}
}

// extended is the slice v with n more elements, under a header of its own.
func (v Value) extended(n int) Value {
	v.mustBeExported("unknown method")
	s := *v.slice()
	v.ptr = unsafe.Pointer(&s)
	v.flag = flagIndir | flag(Slice)
	v.grow(n)
	s.len += n
	return v
}

// Append appends the values x to s.
func Append(s Value, x ...Value) Value {
	s.mustBe(Slice, "unknown method")
	n := s.Len()
	s = s.extended(len(x))
	for i, v := range x {
		s.Index(n + i).Set(v)
	}
	return s
}

// AppendSlice appends the elements of t to s.
func AppendSlice(s, t Value) Value {
	s.mustBe(Slice, "unknown method")
	t.mustBe(Slice, "unknown method")
	mustBeSame("reflect.AppendSlice", s.typ_.Elem(), t.typ_.Elem())
	n := s.Len()
	s = s.extended(t.Len())
	Copy(s.Slice(n, n+t.Len()), t)
	return s
}

func mustBeSame(what string, t, u *vm.Type) {
	if t != u {
		panic(what + ": " + t.String() + " != " + u.String())
	}
}

// Copy copies elements of src to dst and returns how many.
func Copy(dst, src Value) int {
	k := dst.kind()
	if k != Array && k != Slice {
		panic(&ValueError{"reflect.Copy", k})
	}
	if k == Array {
		dst.mustBeAssignable("unknown method")
	}
	dst.mustBeExported("unknown method")
	elem := dst.typ_.Elem()
	from := src.kind()
	if from != Array && from != Slice && (from != String || elem.Kind() != vm.Uint8) {
		panic(&ValueError{"reflect.Copy", from})
	}
	src.mustBeExported("unknown method")
	if from != String {
		mustBeSame("reflect.Copy", elem, src.typ_.Elem())
	}
	n := min(dst.Len(), src.Len())
	var hold unsafe.Pointer
	at := src.address(&hold)
	if from != Array {
		at = *(*unsafe.Pointer)(at)
	}
	to := dst.ptr
	if k == Slice {
		to = dst.slice().data
	}
	moveElements(elem, to, at, n)
	return n
}

// Clear deletes all entries of the map v or zeroes all elements of the slice v.
func (v Value) Clear() {
	switch v.kind() {
	case Slice:
		s := v.slice()
		wipe(v.typ_.Elem(), s.data, s.len)
	case Map:
		mapClear(v.typ_, v.word())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.kind()})
	}
}

// Swapper returns a function that exchanges two elements of slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.kind()})
	}
	return reflectlite.Swapper(slice)
}

func newArray(t *vm.Type, n int) unsafe.Pointer

// moveElements copies n elements of type t; the ranges may overlap.
//
//go:noescape
func moveElements(t *vm.Type, dst, src unsafe.Pointer, n int)

// growSlice makes room for n more elements of type t in the slice at p.
//
//go:noescape
func growSlice(t *vm.Type, p unsafe.Pointer, n int)
