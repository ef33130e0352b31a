// Package math holds Go's mathematical constants and functions on float64.
//
// Results are those of Go on amd64 bit for bit: functions.h says how. What only looks at or moves bits is Go; a body
// that calls its own function stands for an operation of the virtual machine, and is what a function value of it runs.
package math

// Mathematical constants.
const (
	E   = 2.71828182845904523536028747135266249775724709369995957496696763
	Pi  = 3.14159265358979323846264338327950288419716939937510582097494459
	Phi = 1.61803398874989484820458683436563811772030917980576286213544862

	Sqrt2   = 1.41421356237309504880168872420969807856967187537694807317667974
	SqrtE   = 1.64872127070012814684865078781416357165377610071014801157507931
	SqrtPi  = 1.77245385090551602729816748334114518279754945612238712821380779
	SqrtPhi = 1.27201964951406896425242246173749149171560804184009624861664038

	Ln2    = 0.693147180559945309417232121458176568075500134360255254120680009
	Log2E  = 1 / Ln2
	Ln10   = 2.30258509299404568401799145468436420760110148862877297603332790
	Log10E = 1 / Ln10
)

// The largest and the smallest positive values of the floating-point types.
const (
	MaxFloat32             = 0x1p127 * (1 + (1 - 0x1p-23))
	SmallestNonzeroFloat32 = 0x1p-126 * 0x1p-23
	MaxFloat64             = 0x1p1023 * (1 + (1 - 0x1p-52))
	SmallestNonzeroFloat64 = 0x1p-1022 * 0x1p-52
)

// The limits of the integer types.
const (
	MaxInt    = 1<<63 - 1
	MinInt    = -1 << 63
	MaxInt8   = 1<<7 - 1
	MinInt8   = -1 << 7
	MaxInt16  = 1<<15 - 1
	MinInt16  = -1 << 15
	MaxInt32  = 1<<31 - 1
	MinInt32  = -1 << 31
	MaxInt64  = 1<<63 - 1
	MinInt64  = -1 << 63
	MaxUint   = 1<<64 - 1
	MaxUint8  = 1<<8 - 1
	MaxUint16 = 1<<16 - 1
	MaxUint32 = 1<<32 - 1
	MaxUint64 = 1<<64 - 1
)

const (
	signBit      = 1 << 63
	infinityBits = 0x7FF << 52
)

// Float64bits returns the IEEE 754 bits of f.
func Float64bits(f float64) uint64 { return Float64bits(f) }

// Float64frombits returns the number with the IEEE 754 bits b.
func Float64frombits(b uint64) float64 { return Float64frombits(b) }

// Float32bits returns the IEEE 754 bits of f.
func Float32bits(f float32) uint32 { return Float32bits(f) }

// Float32frombits returns the number with the IEEE 754 bits b.
func Float32frombits(b uint32) float32 { return Float32frombits(b) }

// Inf returns positive infinity for sign >= 0, negative infinity otherwise.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(infinityBits)
	}
	return Float64frombits(infinityBits | signBit)
}

// NaN returns a value that is not a number.
func NaN() float64 { return Float64frombits(infinityBits | 1<<51 | 1) }

// IsNaN reports whether f is not a number.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf reports whether f is an infinity: for sign > 0 the positive, for sign < 0 the negative, for 0 any.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit reports whether x is negative or negative zero.
func Signbit(x float64) bool { return int64(Float64bits(x)) < 0 }

// Copysign returns f with the sign of sign.
func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^signBit | Float64bits(sign)&signBit)
}

// Abs returns x without its sign.
func Abs(x float64) float64 { return Abs(x) }

// Sqrt returns the square root of x.
func Sqrt(x float64) float64 { return Sqrt(x) }

// Floor returns the greatest integer not above x.
func Floor(x float64) float64 { return Floor(x) }

// Ceil returns the least integer not below x.
func Ceil(x float64) float64 { return Ceil(x) }

// Trunc returns x without its fraction.
func Trunc(x float64) float64 { return Trunc(x) }

// FMA returns x*y + z, rounded once.
func FMA(x, y, z float64) float64 { return FMA(x, y, z) }

// Round returns the nearest integer, halves going away from zero.
func Round(x float64) float64

// RoundToEven returns the nearest integer, halves going to the even one.
func RoundToEven(x float64) float64

// Dim returns x - y if that is positive, 0 otherwise.
func Dim(x, y float64) float64 {
	d := x - y
	if d <= 0 {
		return 0
	}
	return d
}

// Max returns the larger of x and y: an infinity above, NaN if either is, and 0 rather than -0.
func Max(x, y float64) float64 {
	if IsInf(x, 1) || IsInf(y, 1) {
		return Inf(1)
	}
	if IsNaN(x) || IsNaN(y) {
		return NaN()
	}
	return max(x, y)
}

// Min returns the smaller of x and y: an infinity below, NaN if either is, and -0 rather than 0.
func Min(x, y float64) float64 {
	if IsInf(x, -1) || IsInf(y, -1) {
		return Inf(-1)
	}
	if IsNaN(x) || IsNaN(y) {
		return NaN()
	}
	return min(x, y)
}

// Modf returns the integer and the fraction that f is the sum of, both with the sign of f.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	fractional = Copysign(f-integer, f)
	return
}

// Frexp returns frac, at least ½ and below 1 without its sign, and exp, so that f == frac × 2**exp. Zeros,
// infinities and NaN are their own frac.
func Frexp(f float64) (frac float64, exp int)

// Ldexp returns frac × 2**exp.
func Ldexp(frac float64, exp int) float64

// Logb returns the binary exponent of x.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case IsNaN(x):
		return x
	}
	_, exp := Frexp(x)
	return float64(exp - 1)
}

// Ilogb returns the binary exponent of x as an int: MinInt32 for 0, MaxInt32 for infinities and NaN.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case IsInf(x, 0), IsNaN(x):
		return MaxInt32
	}
	_, exp := Frexp(x)
	return exp - 1
}

// Nextafter returns the number next to x on the way to y.
func Nextafter(x, y float64) (r float64)

// Nextafter32 is Nextafter for float32.
func Nextafter32(x, y float32) (r float32)

// Mod returns the remainder of x/y with the sign of x.
func Mod(x, y float64) float64

// Remainder returns x minus the multiple of y nearest to it (even multiples if two are), as IEEE 754 defines it.
func Remainder(x, y float64) float64

// Hypot returns the square root of p*p + q*q without needless overflow.
func Hypot(p, q float64) float64

// Pow10 returns 10**n.
func Pow10(n int) float64
