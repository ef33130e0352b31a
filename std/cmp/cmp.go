// Package cmp compares ordered values.
package cmp

// Ordered is satisfied by the types that < is defined for.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr | ~float32 | ~float64 | ~string
}

// Less says whether x comes before y; a NaN comes before all other values.
func Less[T Ordered](x, y T) bool { return x < y || isNaN(x) && !isNaN(y) }

func isNaN[T Ordered](x T) bool { return x != x }

// Compare gives -1 if x comes before y, +1 if y comes before x, else 0; a NaN comes before all other values and
// equals a NaN.
func Compare[T Ordered](x, y T) int {
	if x < y {
		return -1
	}
	if x > y {
		return +1
	}
	xIsNaN := isNaN(x)
	yIsNaN := isNaN(y)
	if yIsNaN {
		if xIsNaN {
			return 0
		}
		return +1
	}
	if xIsNaN {
		return -1
	}
	return 0
}

// Or gives the first of vals that is not the zero value, else the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, val := range vals {
		if val != zero {
			return val
		}
	}
	return zero
}
