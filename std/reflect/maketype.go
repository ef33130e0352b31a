package reflect

import (
	vm "internal/abi"
	"strconv"
	"unicode"
)

const maxBytes = 1 << 47 // of address space

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// PointerTo returns the type *t.
func PointerTo(t Type) Type { return toType(pointerTo(t.common())) }

// SliceOf returns the type []t.
func SliceOf(t Type) Type { return toType(sliceOf(t.common())) }

// ArrayOf returns the type [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	t := elem.common()
	if t.Size() > 0 && uintptr(length) > ^uintptr(0)/t.Size() {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return toType(arrayOf(t, length))
}

// MapOf returns the type map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return toType(mapOf(key.common(), elem.common()))
}

// ChanOf returns the channel type with that direction and element type.
func ChanOf(dir ChanDir, t Type) Type {
	elem := t.common()
	if elem.Size() >= 1<<16 {
		panic("reflect.ChanOf: element size too large")
	}
	if dir < RecvDir || dir > BothDir {
		panic("reflect.ChanOf: invalid dir")
	}
	return toType(chanOf(elem, int(dir)))
}

// FuncOf returns the func type with these parameters and results. The last parameter of a variadic one is a slice.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	if len(in)+len(out) > 128 {
		panic("reflect.FuncOf: too many arguments")
	}
	types := make([]*vm.Type, 0, 16)
	for _, t := range in {
		types = append(types, &t.(*rtype).t)
	}
	for _, t := range out {
		types = append(types, &t.(*rtype).t)
	}
	return toType(funcOf(types, len(in), variadic))
}

// fieldSpec is a field of a struct to be made, as the VM reads it.
type fieldSpec struct {
	name     string
	pkgPath  string
	tag      string
	typ      *vm.Type
	embedded bool
}

// StructOf returns the struct type with these fields, whose Offset and Index are not looked at.
func StructOf(fields []StructField) Type {
	specs := make([]fieldSpec, len(fields))
	names := map[string]bool{}
	pkgPath := ""
	size, maxAlign := uintptr(0), uintptr(1)
	for i, f := range fields {
		if f.Name == "" {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no name")
		}
		if !isIdentifier(f.Name) {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has invalid name")
		}
		if f.Type == nil {
			panic("reflect.StructOf: field " + strconv.Itoa(i) + " has no type")
		}
		checkName(f)
		if f.PkgPath != "" {
			if pkgPath != "" && pkgPath != f.PkgPath {
				panic("reflect.StructOf: fields with different PkgPath " + pkgPath + " and " + f.PkgPath)
			}
			pkgPath = f.PkgPath
		}
		t := f.Type.common()
		if f.Anonymous {
			checkEmbedded(t, i, len(fields))
		}
		if names[f.Name] && f.Name != "_" {
			panic("reflect.StructOf: duplicate field " + f.Name)
		}
		names[f.Name] = true
		align := uintptr(t.Align())
		maxAlign = max(maxAlign, align)
		size = (size+align-1)/align*align + t.Size()
		if size > maxBytes {
			panic("reflect.StructOf: struct size would exceed virtual address space")
		}
		specs[i] = fieldSpec{f.Name, f.PkgPath, string(f.Tag), t, f.Anonymous}
	}
	return toType(structOf(specs))
}

// checkEmbedded refuses embedded types whose methods cannot be promoted.
func checkEmbedded(t *vm.Type, i, n int) {
	switch kindOf(t) {
	case Pointer:
		if k := kindOf(t.Elem()); k == Pointer || k == Interface {
			panic("reflect.StructOf: illegal embedded field type " + t.String())
		}
		if t.NumMethod() > 0 {
			if i > 0 {
				panic("reflect: embedded type with methods not implemented if type is not first field")
			}
			if n > 1 {
				panic("reflect: embedded type with methods not implemented if there is more than one field")
			}
		}
	case Interface:
		for j := 0; j < t.NumMethod(); j++ {
			if t.Method(j).PkgPath != "" {
				panic("reflect: embedded interface with unexported method(s) not implemented")
			}
		}
		if t.NumMethod() > 0 {
			panic("not supported by govm: reflect.StructOf with methods of embedded interfaces")
		}
	default:
		if t.NumMethod() > 0 {
			if i > 0 {
				panic("reflect: embedded type with methods not implemented if type is not first field")
			}
			if n > 1 && t.IsDirect() {
				panic("reflect: embedded type with methods not implemented for non-pointer type")
			}
		}
	}
}

func isIdentifier(name string) bool {
	for i, c := range name {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return true
}

func checkName(f StructField) {
	if f.Anonymous && f.PkgPath != "" {
		panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
	}
	if c := f.Name[0]; f.PkgPath == "" && ('a' <= c && c <= 'z' || c == '_') {
		panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
	}
}

func pointerTo(t *vm.Type) *vm.Type
func sliceOf(t *vm.Type) *vm.Type
func arrayOf(t *vm.Type, length int) *vm.Type
func mapOf(key, elem *vm.Type) *vm.Type
func chanOf(elem *vm.Type, dir int) *vm.Type
func funcOf(types []*vm.Type, in int, variadic bool) *vm.Type
func structOf(fields []fieldSpec) *vm.Type
