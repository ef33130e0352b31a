package reflectlite

import (
	"internal/abi"
	"unsafe"
)

// swap exchanges the values of type t at a and b.
//
//go:noescape
func swap(t *abi.Type, a, b unsafe.Pointer)

// Swapper returns a function that exchanges two elements of slice.
func Swapper(slice any) func(i, j int) {
	t := abi.TypeOf(slice)
	if t == nil {
		panic(&ValueError{"Swapper", abi.Invalid})
	}
	if t.Kind() != abi.Slice {
		panic(&ValueError{"Swapper", t.Kind()})
	}
	header := abi.Word(slice)
	elem, s := t.Elem(), *(*[]byte)(header)
	switch len(s) {
	case 0:
		return func(i, j int) { panic("reflect: slice index out of range") }
	case 1:
		return func(i, j int) {
			if i != 0 || j != 0 {
				panic("reflect: slice index out of range")
			}
		}
	}
	if elem.Kind() == abi.String {
		texts := *(*[]string)(header)
		return func(i, j int) { texts[i], texts[j] = texts[j], texts[i] }
	}
	if pointers := elem.HasPointers(); pointers && elem.Size() == 8 {
		words := *(*[]unsafe.Pointer)(header)
		return func(i, j int) { words[i], words[j] = words[j], words[i] }
	} else if !pointers {
		switch elem.Size() {
		case 8:
			words := *(*[]int64)(header)
			return func(i, j int) { words[i], words[j] = words[j], words[i] }
		case 4:
			words := *(*[]int32)(header)
			return func(i, j int) { words[i], words[j] = words[j], words[i] }
		case 2:
			words := *(*[]int16)(header)
			return func(i, j int) { words[i], words[j] = words[j], words[i] }
		case 1:
			return func(i, j int) { s[i], s[j] = s[j], s[i] }
		}
	}
	// Go holds one element here while two change places.
	held := abi.Word(abi.Copied(elem, unsafe.Pointer(unsafe.SliceData(s))))
	return func(i, j int) {
		if uint(i) >= uint(len(s)) || uint(j) >= uint(len(s)) {
			panic("reflect: slice index out of range")
		}
		_ = held
		data := unsafe.Pointer(unsafe.SliceData(s))
		swap(elem, abi.Index(elem, data, i), abi.Index(elem, data, j))
	}
}
