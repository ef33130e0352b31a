package slices

import (
	"math/bits"
	"unsafe"
)

// Insert puts v before s[i]; it panics if there is no such place.
func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	_ = s[i:]
	if len(v) == 0 {
		return s
	}
	if i == len(s) {
		return append(s, v...)
	}
	return splice(s, i, i, v)
}

// Replace puts v in the place of s[i:j].
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j]
	if i == j {
		return Insert(s, i, v...)
	}
	if j == len(s) {
		replaced := append(s[:i], v...)
		if len(replaced) < len(s) {
			clear(s[len(replaced):])
		}
		return replaced
	}
	return splice(s, i, j, v)
}

// splice puts v in the place of s[i:j], which is not at the end; v may be a part of the array of s.
func splice[S ~[]E, E any](s S, i, j int, v []E) S {
	total := len(s) + len(v) - (j - i)
	if total > cap(s) {
		// By append, so that the capacity is that of a size class.
		grown := append(s[:i], make(S, total-i)...)
		copy(grown[i:], v)
		copy(grown[i+len(v):], s[j:])
		return grown
	}
	result := s[:total]
	if i+len(v) <= j {
		copy(result[i:], v)
		copy(result[i+len(v):], s[j:])
		clear(s[total:])
		return result
	}
	if !overlap(result[i+len(v):], v) {
		copy(result[i+len(v):], s[j:])
		copy(result[i:], v)
		return result
	}
	// Moving the rest up would destroy v. As much of v as what is replaced has room for goes there, what is left behind
	// the end, and from there by rotation to its place.
	more := len(v) - (j - i)
	if i == j || !overlap(result[i:j], v) {
		copy(result[i:j], v[more:])
		copy(result[len(s):], v[:more])
		rotate(result[i:], len(result)-i-more)
		return result
	}
	if !overlap(result[len(s):], v) {
		copy(result[len(s):], v[:more])
		copy(result[i:j], v[more:])
		rotate(result[i:], len(result)-i-more)
		return result
	}
	// v reaches over both places: the rest, s[j:], is inside v and is copied from there when v is in place.
	rest := int(uintptr(unsafe.Pointer(&s[j]))-uintptr(unsafe.Pointer(&v[0]))) / int(unsafe.Sizeof(v[0]))
	copy(result[i:], v)
	copy(result[i+len(v):], result[i+rest:])
	return result
}

// overlap says whether two slices share memory.
func overlap[E any](a, b []E) bool {
	if len(a) == 0 || len(b) == 0 || unsafe.Sizeof(a[0]) == 0 {
		return false
	}
	return uintptr(unsafe.Pointer(&a[0])) <= uintptr(unsafe.Pointer(&b[len(b)-1])) &&
		uintptr(unsafe.Pointer(&b[0])) <= uintptr(unsafe.Pointer(&a[len(a)-1]))
}

// rotate makes s[n] the first element.
func rotate[E any](s []E, n int) {
	Reverse(s[:n])
	Reverse(s[n:])
	Reverse(s)
}

// Reverse turns the order of the elements round.
func Reverse[S ~[]E, E any](s S) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// Delete takes s[i:j] out; the places at the end that become free are cleared.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)]
	if i == j {
		return s
	}
	rest := append(s[:i], s[j:]...)
	clear(s[len(rest):])
	return rest
}

// DeleteFunc takes out the elements that del is true for; the places at the end that become free are cleared.
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	kept := IndexFunc(s, del)
	if kept == -1 {
		return s
	}
	for i := kept + 1; i < len(s); i++ {
		if v := s[i]; !del(v) {
			s[kept] = v
			kept++
		}
	}
	clear(s[kept:])
	return s[:kept]
}

// Compact keeps one of each run of equal elements; the places at the end that become free are cleared.
func Compact[S ~[]E, E comparable](s S) S {
	return CompactFunc(s, func(a, b E) bool { return a == b })
}

// CompactFunc keeps the first of each run of elements equal by eq; the places at the end that become free are cleared.
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	for i := 1; i < len(s); i++ {
		if !eq(s[i], s[i-1]) {
			continue
		}
		rest := s[i:]
		for k := 1; k < len(rest); k++ {
			if !eq(rest[k], rest[k-1]) {
				s[i] = rest[k]
				i++
			}
		}
		clear(s[i:])
		return s[:i]
	}
	return s
}

// Clone gives a slice with the same elements; of nil it is nil. It may have more capacity than it needs.
func Clone[S ~[]E, E any](s S) S {
	if s == nil {
		return nil
	}
	return append(S{}, s...)
}

// Grow gives s capacity for n more elements; it panics if n is negative.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if n -= cap(s) - len(s); n > 0 {
		s = append(s[:cap(s)], make([]E, n)...)[:len(s)]
	}
	return s
}

// Clip takes away the capacity that is not used.
func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

// Concat gives a new slice with the elements of all; nil if there are none.
func Concat[S ~[]E, E any](slices ...S) S {
	size := 0
	for _, s := range slices {
		size += len(s)
		if size < 0 {
			panic("len out of range")
		}
	}
	all := Grow[S](nil, size)
	for _, s := range slices {
		all = append(all, s...)
	}
	return all
}

// Repeat gives a new slice with the elements of x count times; it panics if count is negative or the result too long.
func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	high, size := bits.Mul(uint(len(x)), uint(count))
	if high > 0 || int(size) < 0 {
		panic("the result of (len(x) * count) overflows")
	}
	repeated := make(S, int(size))
	for n := copy(repeated, x); n < len(repeated); {
		n += copy(repeated[n:], repeated[:n])
	}
	return repeated
}
