package template

import (
	"cmp"
	"reflect"
	"slices"
)

// entry is a key of a map with its element.
type entry struct{ key, element reflect.Value }

// sortedEntries returns the entries of a map in the order of its keys, as fmt prints them.
func sortedEntries(m reflect.Value) []entry {
	entries := make([]entry, 0, m.Len())
	var all reflect.MapIter // MapRange's would be on the heap
	all.Reset(m)
	for all.Next() {
		entries = append(entries, entry{all.Key(), all.Value()})
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return compareKeys(a.key, b.key) })
	return entries
}

// compareKeys orders two keys: parts in their order, nil first, interfaces by the address of the type before the value.
func compareKeys(a, b reflect.Value) int {
	if a.Type() != b.Type() {
		return -1
	}
	switch kind := a.Kind(); {
	case a.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	case a.CanUint():
		return cmp.Compare(a.Uint(), b.Uint())
	case a.CanFloat():
		return cmp.Compare(a.Float(), b.Float())
	case a.CanComplex():
		x, y := a.Complex(), b.Complex()
		return cmp.Or(cmp.Compare(real(x), real(y)), cmp.Compare(imag(x), imag(y)))
	case kind == reflect.String:
		return cmp.Compare(a.String(), b.String())
	case kind == reflect.Bool:
		return cmp.Compare(number(a.Bool()), number(b.Bool()))
	case kind == reflect.Pointer || kind == reflect.UnsafePointer || kind == reflect.Chan:
		return cmp.Compare(a.Pointer(), b.Pointer())
	case kind == reflect.Struct:
		for i := range a.NumField() {
			if c := compareKeys(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
		return 0
	case kind == reflect.Array:
		for i := range a.Len() {
			if c := compareKeys(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
		return 0
	case kind == reflect.Interface:
		if a.IsNil() || b.IsNil() {
			return cmp.Compare(number(!a.IsNil()), number(!b.IsNil()))
		}
		types := compareKeys(reflect.ValueOf(a.Elem().Type()), reflect.ValueOf(b.Elem().Type()))
		if types != 0 {
			return types
		}
		return compareKeys(a.Elem(), b.Elem())
	}
	panic("bad type in compare: " + a.Type().String())
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
