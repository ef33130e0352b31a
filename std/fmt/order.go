package fmt

import (
	"internal/abi"
	"slices"
	"unsafe"
)

// sortedEntries returns the entries of a map as they are printed: numbers, strings and addresses ascending, false before
// true, NaN before numbers, structs and arrays by their parts, interfaces by type, then value. Equal keys, as NaNs are, keep their order.
func sortedEntries(t *abi.Type, m unsafe.Pointer) []abi.MapEntry {
	entries := abi.MapEntries(t, m)
	key := t.Key()
	slices.SortStableFunc(entries, func(a, b abi.MapEntry) int { return compare(key, a.Key, b.Key) })
	return entries
}

func three(less, greater bool) int {
	if less {
		return -1
	}
	if greater {
		return 1
	}
	return 0
}

func compareFloats(a, b float64) int {
	switch {
	case a != a:
		return three(b == b, false)
	case b != b:
		return 1
	}
	return three(a < b, a > b)
}

// compare orders two values of type t.
func compare(t *abi.Type, a, b unsafe.Pointer) int {
	switch k := t.Kind(); k {
	case abi.Bool:
		x, y := *(*bool)(a), *(*bool)(b)
		return three(!x && y, x && !y)
	case abi.Int, abi.Int8, abi.Int16, abi.Int32, abi.Int64:
		x, y := int64(signed(k, a)), int64(signed(k, b))
		return three(x < y, x > y)
	case abi.Uint, abi.Uint8, abi.Uint16, abi.Uint32, abi.Uint64, abi.Uintptr:
		x, y := unsigned(k, a), unsigned(k, b)
		return three(x < y, x > y)
	case abi.Float32:
		return compareFloats(float64(*(*float32)(a)), float64(*(*float32)(b)))
	case abi.Float64:
		return compareFloats(*(*float64)(a), *(*float64)(b))
	case abi.Complex64:
		x, y := (*[2]float32)(a), (*[2]float32)(b)
		if c := compareFloats(float64(x[0]), float64(y[0])); c != 0 {
			return c
		}
		return compareFloats(float64(x[1]), float64(y[1]))
	case abi.Complex128:
		x, y := (*[2]float64)(a), (*[2]float64)(b)
		if c := compareFloats(x[0], y[0]); c != 0 {
			return c
		}
		return compareFloats(x[1], y[1])
	case abi.String:
		x, y := *(*string)(a), *(*string)(b)
		return three(x < y, x > y)
	case abi.Chan, abi.Pointer, abi.UnsafePointer:
		x, y := *(*uintptr)(a), *(*uintptr)(b)
		return three(x < y, x > y)
	case abi.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if c := compare(f.Type, unsafe.Add(a, f.Offset), unsafe.Add(b, f.Offset)); c != 0 {
				return c
			}
		}
	case abi.Array:
		elem := t.Elem()
		for i := range t.Len() {
			if c := compare(elem, abi.Index(elem, a, i), abi.Index(elem, b, i)); c != 0 {
				return c
			}
		}
	case abi.Interface:
		return compareDynamic(abi.Dynamic(t, a), abi.Dynamic(t, b))
	}
	return 0
}

func compareDynamic(x, y any) int {
	if x == nil || y == nil {
		return three(x == nil && y != nil, x != nil && y == nil)
	}
	tx, ty := abi.TypeOf(x), abi.TypeOf(y)
	if tx != ty {
		return compareTypes(tx, ty)
	}
	wx, wy := abi.Word(x), abi.Word(y)
	if tx.IsDirect() {
		return compare(tx, unsafe.Pointer(&wx), unsafe.Pointer(&wy))
	}
	return compare(tx, wx, wy)
}

// predeclared holds the predeclared types' places among each other in Go's executables.
var predeclared = [...]uint8{
	abi.String: 0, abi.Int8: 1, abi.Uint8: 2, abi.Int16: 3, abi.Uint16: 4, abi.Int32: 5, abi.Uint32: 6,
	abi.Int64: 7, abi.Uint64: 8, abi.Int: 9, abi.Uint: 10, abi.Uintptr: 11, abi.Complex64: 12,
	abi.Complex128: 13, abi.Float32: 14, abi.Float64: 15, abi.Bool: 16, abi.UnsafePointer: 17,
}

// compareTypes orders different types as the addresses of their descriptors in Go's executables mostly are: types
// without a name, defined types, the predeclared ones, defined struct types; within these by name.
func compareTypes(x, y *abi.Type) int {
	place := func(t *abi.Type) int {
		switch {
		case t.Name() == "":
			return 0
		case t.Kind() == abi.Struct:
			return 3
		case t.PkgPath() == "":
			return 2
		}
		return 1
	}
	px, py := place(x), place(y)
	if px == 2 && py == 2 {
		px, py = int(predeclared[x.Kind()]), int(predeclared[y.Kind()])
	}
	if px != py {
		return three(px < py, px > py)
	}
	sx, sy := x.String(), y.String()
	return three(sx < sy, sx > sy)
}
