// Package weak: pointers that do not keep what they point to alive.
package weak

import "unsafe"

// Pointer is a weak pointer to a T; those made from equal pointers are equal.
type Pointer[T any] struct {
	_ [0]*T
	u *handle
}

// handle is what all weak pointers to one object share. The collector clears it when the object dies; it has 16
// bytes so that it does not lie in a block with others.
type handle struct {
	object uintptr
	_      uintptr
}

// Make returns a weak pointer to what ptr points to.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	h := find(unsafe.Pointer(ptr))
	if h == nil {
		h = new(handle)
		add(unsafe.Pointer(ptr), h)
	}
	return Pointer[T]{u: h}
}

// Value returns a pointer to the object, nil if it has died.
func (p Pointer[T]) Value() *T {
	if p.u == nil {
		return nil
	}
	return (*T)(read(p.u))
}

func find(object unsafe.Pointer) *handle
func add(object unsafe.Pointer, h *handle)
func read(h *handle) unsafe.Pointer
