package fmt

import (
	"internal/rtype"
	"slices"
	"unsafe"
)

// sortedEntries returns the entries of a map as they are printed: numbers, strings and addresses ascending, false before
// true, NaN before numbers, structs and arrays by their parts, interfaces by type, then value. Equal keys, as NaNs are, keep their order.
func sortedEntries(t *rtype.Type, m unsafe.Pointer) []rtype.MapEntry {
	entries := rtype.MapEntries(t, m)
	key := t.Key()
	slices.SortStableFunc(entries, func(a, b rtype.MapEntry) int { return compare(key, a.Key, b.Key) })
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
func compare(t *rtype.Type, a, b unsafe.Pointer) int {
	switch k := t.Kind(); k {
	case rtype.Bool:
		x, y := *(*bool)(a), *(*bool)(b)
		return three(!x && y, x && !y)
	case rtype.Int, rtype.Int8, rtype.Int16, rtype.Int32, rtype.Int64:
		x, y := int64(signed(k, a)), int64(signed(k, b))
		return three(x < y, x > y)
	case rtype.Uint, rtype.Uint8, rtype.Uint16, rtype.Uint32, rtype.Uint64, rtype.Uintptr:
		x, y := unsigned(k, a), unsigned(k, b)
		return three(x < y, x > y)
	case rtype.Float32:
		return compareFloats(float64(*(*float32)(a)), float64(*(*float32)(b)))
	case rtype.Float64:
		return compareFloats(*(*float64)(a), *(*float64)(b))
	case rtype.Complex64:
		x, y := (*[2]float32)(a), (*[2]float32)(b)
		if c := compareFloats(float64(x[0]), float64(y[0])); c != 0 {
			return c
		}
		return compareFloats(float64(x[1]), float64(y[1]))
	case rtype.Complex128:
		x, y := (*[2]float64)(a), (*[2]float64)(b)
		if c := compareFloats(x[0], y[0]); c != 0 {
			return c
		}
		return compareFloats(x[1], y[1])
	case rtype.String:
		x, y := *(*string)(a), *(*string)(b)
		return three(x < y, x > y)
	case rtype.Chan, rtype.Pointer, rtype.UnsafePointer:
		x, y := *(*uintptr)(a), *(*uintptr)(b)
		return three(x < y, x > y)
	case rtype.Struct:
		for i := range t.NumField() {
			f := t.Field(i)
			if c := compare(f.Type, unsafe.Add(a, f.Offset), unsafe.Add(b, f.Offset)); c != 0 {
				return c
			}
		}
	case rtype.Array:
		elem := t.Elem()
		for i := range t.Len() {
			if c := compare(elem, rtype.Index(elem, a, i), rtype.Index(elem, b, i)); c != 0 {
				return c
			}
		}
	case rtype.Interface:
		return compareDynamic(rtype.Dynamic(t, a), rtype.Dynamic(t, b))
	}
	return 0
}

func compareDynamic(x, y any) int {
	if x == nil || y == nil {
		return three(x == nil && y != nil, x != nil && y == nil)
	}
	tx, ty := rtype.TypeOf(x), rtype.TypeOf(y)
	if tx != ty {
		return compareTypes(tx, ty)
	}
	wx, wy := rtype.Word(x), rtype.Word(y)
	if tx.IsDirect() {
		return compare(tx, unsafe.Pointer(&wx), unsafe.Pointer(&wy))
	}
	return compare(tx, wx, wy)
}

// predeclared holds the predeclared types' places among each other in Go's executables.
var predeclared = [...]uint8{
	rtype.String: 0, rtype.Int8: 1, rtype.Uint8: 2, rtype.Int16: 3, rtype.Uint16: 4, rtype.Int32: 5, rtype.Uint32: 6,
	rtype.Int64: 7, rtype.Uint64: 8, rtype.Int: 9, rtype.Uint: 10, rtype.Uintptr: 11, rtype.Complex64: 12,
	rtype.Complex128: 13, rtype.Float32: 14, rtype.Float64: 15, rtype.Bool: 16, rtype.UnsafePointer: 17,
}

// compareTypes orders different types as the addresses of their descriptors in Go's executables mostly are: types
// without a name, defined types, the predeclared ones, defined struct types; within these by name.
func compareTypes(x, y *rtype.Type) int {
	place := func(t *rtype.Type) int {
		switch {
		case t.Name() == "":
			return 0
		case t.Kind() == rtype.Struct:
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
