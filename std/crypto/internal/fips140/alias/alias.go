// Package alias tells whether two slices lie over each other.
package alias

import "unsafe"

// AnyOverlap reports whether x and y have a byte in common.
func AnyOverlap(x, y []byte) bool {
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	a, b := uintptr(unsafe.Pointer(&x[0])), uintptr(unsafe.Pointer(&y[0]))
	return a < b+uintptr(len(y)) && b < a+uintptr(len(x))
}

// InexactOverlap reports whether x and y have a byte in common but do not begin together.
func InexactOverlap(x, y []byte) bool {
	return len(x) > 0 && len(y) > 0 && &x[0] != &y[0] && AnyOverlap(x, y)
}
