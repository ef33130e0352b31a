package reflect

import (
	vm "internal/abi"
	"unsafe"
)

// MakeMap returns a new map of type typ.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize returns a new map with room for about n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return Value{t, makeMap(t, n), flag(Map)}
}

// MapIndex returns the element of key; the zero Value if the map has none.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "reflect.Value.MapIndex")
	// Keys had through hidden fields may be looked up.
	key = key.assignTo("reflect.Value.MapIndex", v.typ_.Key(), nil)
	var hold unsafe.Pointer
	p := mapGet(v.typ_, v.word(), key.address(&hold))
	if p == nil {
		return Value{}
	}
	return loaded(v.typ_.Elem(), p, (v.flag | key.flag).ro())
}

// SetMapIndex makes elem the element of key; the zero Value deletes it.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "reflect.Value.SetMapIndex")
	v.mustBeExported("reflect.Value.SetMapIndex")
	key.mustBeExported("reflect.Value.SetMapIndex")
	key = key.assignTo("reflect.Value.SetMapIndex", v.typ_.Key(), nil)
	var hold, holdElem unsafe.Pointer
	k := key.address(&hold)
	if elem.typ_ == nil {
		mapDelete(v.typ_, v.word(), k)
		return
	}
	elem.mustBeExported("reflect.Value.SetMapIndex")
	elem = elem.assignTo("reflect.Value.SetMapIndex", v.typ_.Elem(), nil)
	mapSet(v.typ_, v.word(), k, elem.address(&holdElem))
}

// MapKeys returns the keys of v in no order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "reflect.Value.MapKeys")
	key := v.typ_.Key()
	n := 0
	if m := v.word(); m != nil {
		n = vm.MapLen(m)
	}
	keys := make([]Value, n)
	var it cursor
	mapStart(v.typ_, v.word(), &it)
	for i := range keys {
		if it[0] == nil {
			return keys[:i]
		}
		keys[i] = loaded(key, it[0], v.flag.ro())
		mapNext(&it)
	}
	return keys
}

// cursor is the VM's iterator over a map (vm/value/map_iterator.h). The first two words are the addresses of the entry's
// key and element.
type cursor [12]unsafe.Pointer

func (c *cursor) begun() bool { return c[2] != nil }

// MapIter goes through a map.
type MapIter struct {
	m  Value
	at cursor
}

// MapRange returns an iterator that stands before the first entry of v.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		v.notMap()
	}
	return &MapIter{m: v}
}

func (v Value) notMap() { v.mustBe(Map, "reflect.Value.MapRange") }

// Next goes to the next entry and says whether there is one.
func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if !iter.at.begun() {
		mapStart(iter.m.typ_, iter.m.word(), &iter.at)
	} else {
		if iter.at[0] == nil {
			panic("MapIter.Next called on exhausted iterator")
		}
		mapNext(&iter.at)
	}
	return iter.at[0] != nil
}

// entry checks that the iterator stands at an entry.
func (iter *MapIter) entry(method string) {
	if !iter.at.begun() {
		panic(method + " called before Next")
	}
	if iter.at[0] == nil {
		panic(method + " called on exhausted iterator")
	}
}

// Key returns the entry's key.
func (iter *MapIter) Key() Value {
	iter.entry("MapIter.Key")
	return loaded(iter.m.typ_.Key(), iter.at[0], iter.m.flag.ro())
}

// Value returns the entry's element.
func (iter *MapIter) Value() Value {
	iter.entry("MapIter.Value")
	return loaded(iter.m.typ_.Elem(), iter.at[1], iter.m.flag.ro())
}

// Reset makes iter stand before the first entry of v, or without a map.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "unknown method")
	}
	iter.m = v
	iter.at = cursor{}
}

// SetIterKey is v.Set(iter.Key()) without the copy.
func (v Value) SetIterKey(iter *MapIter) {
	iter.entry("reflect: Value.SetIterKey")
	v.setEntry(iter, iter.m.typ_.Key(), iter.at[0], "reflect.Value.SetIterKey", "reflect.MapIter.SetKey")
}

// SetIterValue is v.Set(iter.Value()) without the copy.
func (v Value) SetIterValue(iter *MapIter) {
	iter.entry("reflect: Value.SetIterValue")
	v.setEntry(iter, iter.m.typ_.Elem(), iter.at[1], "reflect.Value.SetIterValue", "reflect.MapIter.SetValue")
}

func (v Value) setEntry(iter *MapIter, t *vm.Type, p unsafe.Pointer, method, context string) {
	v.mustBeAssignable(method)
	var target unsafe.Pointer
	if v.kind() == Interface {
		target = v.ptr
	}
	iter.m.mustBeExported(method)
	x := Value{t, p, flag(t.Kind()) | flagIndir | flagAddr}
	x = x.assignTo(context, v.typ_, target)
	if x.ptr != v.ptr {
		move(v.typ_, v.ptr, x.ptr)
	}
}

func makeMap(t *vm.Type, n int) unsafe.Pointer

// mapGet returns the address of the element of the key at k, nil if there is none.
//
//go:noescape
func mapGet(t *vm.Type, m, k unsafe.Pointer) unsafe.Pointer

//go:noescape
func mapSet(t *vm.Type, m, k, elem unsafe.Pointer)

//go:noescape
func mapDelete(t *vm.Type, m, k unsafe.Pointer)

//go:noescape
func mapClear(t *vm.Type, m unsafe.Pointer)

//go:noescape
func mapStart(t *vm.Type, m unsafe.Pointer, it *cursor)

//go:noescape
func mapNext(it *cursor)
