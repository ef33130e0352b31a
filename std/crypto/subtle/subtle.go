// Package subtle compares and chooses in steps that do not depend on the values.
package subtle

// ConstantTimeCompare returns 1 if x and y are equal, else 0; at once if their lengths differ.
func ConstantTimeCompare(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	return ConstantTimeByteEq(differences(x, y), 0)
}

// differences returns the bits in which a byte of x differs from that of y.
//
//go:noescape
func differences(x, y []byte) byte

// ConstantTimeSelect returns x if v is 1 and y if v is 0.
func ConstantTimeSelect(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

// ConstantTimeByteEq returns 1 if x is y, else 0.
func ConstantTimeByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

// ConstantTimeEq returns 1 if x is y, else 0.
func ConstantTimeEq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

// ConstantTimeCopy copies y to x if v is 1, and nothing if v is 0. The lengths must be equal.
func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	mask := byte(v - 1)
	for i := range x {
		x[i] = x[i]&mask | y[i]&^mask
	}
}

// ConstantTimeLessOrEq returns 1 if x <= y, else 0; both must be from 0 to 2³¹-1.
func ConstantTimeLessOrEq(x, y int) int {
	return int((int32(x)-int32(y)-1)>>31) & 1
}

// XORBytes sets dst[i] to x[i] ^ y[i] for the shorter length, which it returns. dst may be x or y, but must not begin
// inside of one.
func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n == 0 {
		return 0
	}
	if n > len(dst) {
		panic("subtle.XORBytes: dst too short")
	}
	if overlaps(dst[:n], x[:n]) || overlaps(dst[:n], y[:n]) {
		panic("subtle.XORBytes: invalid overlap")
	}
	xor(dst, x, y, n)
	return n
}

// overlaps says whether a and b share memory but do not begin together.
//
//go:noescape
func overlaps(a, b []byte) bool

//go:noescape
func xor(dst, x, y []byte, n int)

// WithDataIndependentTiming calls f; nothing here has modes of timing.
func WithDataIndependentTiming(f func()) { f() }
