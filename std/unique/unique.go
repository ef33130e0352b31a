// Package unique: one value for all that are equal.
//
// Each type has a map from values to weak pointers; a cleanup takes a value out when its last handle has died. Go's
// trie, and so the number of objects a new value costs, is left out.
package unique

import (
	"internal/abi"
	"runtime"
	"sync"
	"unsafe"
	"weak"
)

// Handle stands for a value; handles are equal if their values are.
type Handle[T comparable] struct {
	value *T
}

// Value returns the value.
func (h Handle[T]) Value() T { return *h.value }

// Make returns the handle of value.
func Make[T comparable](value T) Handle[T] {
	typ := abi.TypeOf((*T)(nil))
	t, _ := tables[typ].(*table[T])
	if t == nil {
		t = &table[T]{known: make(map[T]weak.Pointer[T])}
		t.drop = t.remove
		if tables == nil {
			tables = make(map[*abi.Type]any)
		}
		tables[typ] = t
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.known) != 0 { // a value that cannot be a key is to fail when it is hashed
		if p := t.known[value].Value(); p != nil {
			return Handle[T]{p}
		}
	}
	p := new(T)
	*p = value
	cloneStrings(typ, unsafe.Pointer(p))
	t.known[*p] = weak.Make(p)
	runtime.AddCleanup(p, t.drop, *p)
	return Handle[T]{p}
}

var tables map[*abi.Type]any // any is a *table[T], the key is that of *T

type table[T comparable] struct {
	mu    sync.Mutex
	known map[T]weak.Pointer[T]
	drop  func(T)
}

// remove takes a value out, but for one that has a new handle.
func (t *table[T]) remove(value T) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.known[value].Value() == nil {
		delete(t.known, value)
	}
}

// cloneStrings replaces the strings in the value at p, which is of type pointer, by copies: a value shall not keep
// the text alive that its string was cut from.
//
//go:noescape
func cloneStrings(pointer *abi.Type, p unsafe.Pointer)
