// Package bytes searches, splits and builds slices of bytes.
//
// What only looks at bytes is done by package strings, through a view of the bytes as a string.
package bytes

import (
	"strings"
	"unsafe"
)

// MinRead is the room that Buffer.ReadFrom offers to a reader at least.
const MinRead = 512

// view returns the bytes of b as a string, without a copy; it must not be kept.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Equal says whether a and b have the same bytes; nil is empty.
func Equal(a, b []byte) bool { return string(a) == string(b) }

// Compare returns -1, 0 or 1.
func Compare(a, b []byte) int {
	switch x, y := view(a), view(b); {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// EqualFold says whether s and t are equal as UTF-8 but for the case of letters.
func EqualFold(s, t []byte) bool { return strings.EqualFold(view(s), view(t)) }

// Count returns how often sep is in s without overlap; an empty one is around each character.
func Count(s, sep []byte) int { return strings.Count(view(s), view(sep)) }

// Contains says whether subslice is in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny says whether any character of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune says whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc says whether f holds for a character of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Index returns the first place of sep, -1 if there is none.
func Index(s, sep []byte) int { return strings.Index(view(s), view(sep)) }

// IndexByte returns the first place of c, -1 if there is none.
func IndexByte(b []byte, c byte) int { return strings.IndexByte(view(b), c) }

// IndexRune returns the first place of r, -1 if there is none; RuneError stands for any bad byte.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(view(s), r) }

// IndexAny returns the first place of any character of chars, -1 if there is none.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(view(s), chars) }

// IndexFunc returns the first place where f holds, -1 if there is none.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(view(s), f) }

// LastIndex returns the last place of sep, -1 if there is none.
func LastIndex(s, sep []byte) int { return strings.LastIndex(view(s), view(sep)) }

// LastIndexByte returns the last place of c, -1 if there is none.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(view(s), c) }

// LastIndexAny returns the last place of any character of chars, -1 if there is none.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }

// LastIndexFunc returns the last place where f holds, -1 if there is none.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

// HasPrefix says whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return len(s) >= len(prefix) && Equal(s[:len(prefix)], prefix) }

// HasSuffix says whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool {
	return len(s) >= len(suffix) && Equal(s[len(s)-len(suffix):], suffix)
}

// Cut splits s around the first sep.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast splits s around the last sep.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// Trim removes the characters of cutset from both ends; nil if nothing remains.
func Trim(s []byte, cutset string) []byte { return TrimLeft(TrimRight(s, cutset), cutset) }

// TrimLeft removes the characters of cutset from the beginning; nil if nothing remains.
func TrimLeft(s []byte, cutset string) []byte {
	return tail(s, len(strings.TrimLeft(view(s), cutset)))
}

// TrimRight removes the characters of cutset from the end.
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(view(s), cutset))]
}

// TrimFunc removes characters for which f holds from both ends; nil if there are no others.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc removes characters for which f holds from the beginning; nil if there are no others.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return tail(s, len(strings.TrimLeftFunc(view(s), f)))
}

// TrimRightFunc removes characters for which f holds from the end.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(view(s), f))]
}

// TrimSpace removes white space from both ends; nil if nothing remains.
func TrimSpace(s []byte) []byte {
	t := strings.TrimSpace(view(s))
	if t == "" {
		return nil
	}
	from := int(uintptr(unsafe.Pointer(unsafe.StringData(t))) - uintptr(unsafe.Pointer(unsafe.SliceData(s))))
	return s[from : from+len(t)]
}

// TrimPrefix removes prefix from the beginning.
func TrimPrefix(s, prefix []byte) []byte {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix removes suffix from the end.
func TrimSuffix(s, suffix []byte) []byte {
	s, _ = CutSuffix(s, suffix)
	return s
}

// tail returns the last n bytes of s, nil if n is 0.
func tail(s []byte, n int) []byte {
	if n == 0 {
		return nil
	}
	return s[len(s)-n:]
}
