// Package bytealg searches bytes in bulk; strings and bytes stand on it.
package bytealg

// IndexByte returns the first place of c in s, -1 if there is none.
//
//go:noescape
func IndexByte(s string, c byte) int

// LastIndexByte returns the last place of c in s, -1 if there is none.
//
//go:noescape
func LastIndexByte(s string, c byte) int

// Index returns the first place of sub in s, -1 if there is none.
//
//go:noescape
func Index(s, sub string) int

// CountByte returns how often c is in s.
//
//go:noescape
func CountByte(s string, c byte) int

// IndexMarked returns the first place in s, not before from, of a byte whose mark is not 0; -1 if there is none.
//
//go:noescape
func IndexMarked(s string, from int, marks *[256]byte) int
