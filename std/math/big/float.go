package big

import (
	"math"
	"math/bits"
	"strconv"
)

// Float is a floating-point number sign × 0.mantissa × 2^exponent of any precision, or ±0, or ±Inf. A method z.Op
// rounds its result to z's precision in z's mode; precision 0 is set to what the operands need.
type Float struct {
	prec uint32 // bits of the mantissa
	mode RoundingMode
	acc  Accuracy
	form form
	neg  bool
	mant nat // the highest bit is set; words that are 0 may be missing at the low end
	exp  int32
}

// Limits of exponents and precisions.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

type form byte

const (
	zero form = iota
	finite
	inf
)

// RoundingMode says how a result is rounded.
type RoundingMode byte

// The rounding modes.
const (
	ToNearestEven RoundingMode = iota
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

// The names of modes for Int.Divide.
const (
	Trunc = ToZero
	Floor = ToNegativeInf
	Round = ToNearestEven
	Ceil  = ToPositiveInf
)

// String returns the name of the mode.
func (i RoundingMode) String() string {
	names := [...]string{"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf"}
	if int(i) < len(names) {
		return names[i]
	}
	return "RoundingMode(" + strconv.Itoa(int(i)) + ")"
}

// Accuracy says how a rounded result lies to the exact one.
type Accuracy int8

// The accuracies.
const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

// String returns the name of the accuracy.
func (i Accuracy) String() string {
	switch i {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return "Accuracy(" + strconv.Itoa(int(i)) + ")"
}

func accuracy(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

// ErrNaN is what an operation panics with that has no result.
type ErrNaN struct {
	msg string
}

// Error implements error.
func (err ErrNaN) Error() string { return err.msg }

// NewFloat returns x with 53 bits.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// SetPrec sets the precision and rounds; 0 makes z zero unless it is Inf.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = accuracy(z.neg)
			z.form = zero
		}
		return z
	}
	old := z.prec
	z.prec = uint32(min(prec, MaxPrec))
	if z.prec < old {
		z.round(0)
	}
	return z
}

// SetMode sets the rounding mode.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

// Prec returns the precision in bits.
func (x *Float) Prec() uint { return uint(x.prec) }

// MinPrec returns the least precision that x fits in.
func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(len(x.mant))*wordBits - x.mant.trailingZeroBits()
}

// Mode returns the rounding mode.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc returns how the last operation rounded.
func (x *Float) Acc() Accuracy { return x.acc }

// Sign returns -1, 0 or +1.
func (x *Float) Sign() int {
	switch {
	case x.form == zero:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Signbit says whether x is negative, or -0.
func (x *Float) Signbit() bool { return x.neg }

// IsInf says whether x is +Inf or -Inf.
func (x *Float) IsInf() bool { return x.form == inf }

// IsInt says whether x is an integer.
func (x *Float) IsInt() bool {
	if x.form != finite {
		return x.form == zero
	}
	return x.exp > 0 && (x.prec <= uint32(x.exp) || x.MinPrec() <= uint(x.exp))
}

// MantExp returns the exponent, and sets mant, unless it is nil, to the mantissa in [0.5, 1).
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.exp)
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == finite {
			mant.exp = 0
		}
	}
	return exp
}

// SetMantExp sets z to mant × 2^exp with mant's precision and mode.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Copy(mant)
	if z.form == finite {
		z.setExponent(int64(z.exp)+int64(exp), 0)
	}
	return z
}

// setExponent sets exponent and form, and rounds; sticky is 1 if something below the mantissa was cut off.
func (z *Float) setExponent(exp int64, sticky uint) {
	switch {
	case exp < MinExp:
		z.acc = accuracy(z.neg)
		z.form = zero
	case exp > MaxExp:
		z.acc = accuracy(!z.neg)
		z.form = inf
	default:
		z.form = finite
		z.exp = int32(exp)
		z.round(sticky)
	}
}

// round rounds the mantissa to the precision.
func (z *Float) round(sticky uint) {
	z.acc = Exact
	if z.form != finite {
		return
	}
	length := uint32(len(z.mant)) * wordBits
	if length <= z.prec {
		return
	}
	below := uint(length - z.prec - 1) // index of the first bit cut off
	half := z.mant.bit(below)
	if sticky == 0 && (half == 0 || z.mode == ToNearestEven) {
		sticky = z.mant.sticky(below)
	}
	words := (z.prec + wordBits - 1) / wordBits
	if n := uint32(len(z.mant)); n > words {
		copy(z.mant, z.mant[n-words:])
		z.mant = z.mant[:words]
	}
	last := Word(1) << (words*wordBits - z.prec)
	if half|sticky != 0 {
		up := false
		switch z.mode {
		case ToNegativeInf:
			up = z.neg
		case ToPositiveInf:
			up = !z.neg
		case ToZero:
		case AwayFromZero:
			up = true
		case ToNearestAway:
			up = half != 0
		case ToNearestEven:
			up = half != 0 && (sticky != 0 || z.mant[0]&last != 0)
		default:
			panic("unreachable")
		}
		z.acc = accuracy(up != z.neg)
		if up && addWords(z.mant, z.mant, nat{last}) != 0 {
			if z.exp >= MaxExp {
				z.form = inf
				return
			}
			z.exp++
			shiftRightWords(z.mant, z.mant, 1)
			z.mant[words-1] |= 1 << (wordBits - 1)
		}
	}
	z.mant[0] &^= last - 1
}

// normalize shifts the highest bit of m to the top and returns by how much.
func normalize(m nat) int64 {
	s := bits.LeadingZeros(uint(m[len(m)-1]))
	if s > 0 {
		shiftLeftWords(m, m, uint(s))
	}
	return int64(s)
}

func (z *Float) setUint(neg bool, x uint64) *Float {
	if z.prec == 0 {
		z.prec = 64
	}
	z.acc = Exact
	z.neg = neg
	if x == 0 {
		z.form = zero
		return z
	}
	z.form = finite
	s := bits.LeadingZeros64(x)
	z.mant = z.mant.setWord(Word(x << s))
	z.exp = int32(64 - s)
	if z.prec < 64 {
		z.round(0)
	}
	return z
}

// SetUint64 sets z to x; precision 0 becomes 64.
func (z *Float) SetUint64(x uint64) *Float { return z.setUint(false, x) }

// SetInt64 sets z to x; precision 0 becomes 64.
func (z *Float) SetInt64(x int64) *Float { return z.setUint(x < 0, magnitude(x)) }

// SetFloat64 sets z to x; precision 0 becomes 53.
func (z *Float) SetFloat64(x float64) *Float {
	if z.prec == 0 {
		z.prec = 53
	}
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	z.acc = Exact
	z.neg = math.Signbit(x)
	switch {
	case x == 0:
		z.form = zero
		return z
	case math.IsInf(x, 0):
		z.form = inf
		return z
	}
	z.form = finite
	m, exp := math.Frexp(x)
	z.mant = z.mant.setWord(Word(1<<63 | math.Float64bits(m)<<11))
	z.exp = int32(exp)
	if z.prec < 53 {
		z.round(0)
	}
	return z
}

// SetInt sets z to x; precision 0 becomes x's length, at least 64.
func (z *Float) SetInt(x *Int) *Float {
	n := uint32(x.BitLen())
	if z.prec == 0 {
		z.prec = max(n, 64)
	}
	z.acc = Exact
	z.neg = x.neg
	if len(x.abs) == 0 {
		z.form = zero
		return z
	}
	z.mant = z.mant.set(x.abs)
	normalize(z.mant)
	z.setExponent(int64(n), 0)
	return z
}

// SetRat sets z to x; precision 0 becomes the longer part's length, at least 64.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	var a, b Float
	a.SetInt(x.Num())
	b.SetInt(x.Denom())
	if z.prec == 0 {
		z.prec = max(a.prec, b.prec)
	}
	return z.Quo(&a, &b)
}

// SetInf sets z to -Inf or +Inf.
func (z *Float) SetInf(signbit bool) *Float {
	z.acc = Exact
	z.form = inf
	z.neg = signbit
	return z
}

// Set sets z to x; precision 0 becomes x's.
func (z *Float) Set(x *Float) *Float {
	z.acc = Exact
	if z == x {
		return z
	}
	z.form, z.neg = x.form, x.neg
	if x.form == finite {
		z.exp = x.exp
		z.mant = z.mant.set(x.mant)
	}
	if z.prec == 0 {
		z.prec = x.prec
	} else if z.prec < x.prec {
		z.round(0)
	}
	return z
}

// Copy sets z to x with x's precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	if z == x {
		return z
	}
	z.prec, z.mode, z.acc, z.form, z.neg = x.prec, x.mode, x.acc, x.form, x.neg
	if z.form == finite {
		z.mant = z.mant.set(x.mant)
		z.exp = x.exp
	}
	return z
}

// top returns the highest word of a mantissa.
func (x nat) top() uint64 { return uint64(x[len(x)-1]) }

// Uint64 returns x rounded toward zero, at most the largest uint64 and at least 0.
func (x *Float) Uint64() (uint64, Accuracy) {
	switch {
	case x.form == zero:
		return 0, Exact
	case x.neg:
		return 0, Above
	case x.form == inf || x.exp > 64:
		return math.MaxUint64, Below
	case x.exp <= 0:
		return 0, Below
	}
	u := x.mant.top() >> (64 - uint32(x.exp))
	if x.MinPrec() <= 64 {
		return u, Exact
	}
	return u, Below
}

// Int64 returns x rounded toward zero, at most the largest int64 and at least the smallest.
func (x *Float) Int64() (int64, Accuracy) {
	if x.form == zero {
		return 0, Exact
	}
	acc := accuracy(x.neg)
	switch {
	case x.form == finite && x.exp <= 0:
		return 0, acc
	case x.form == finite && x.exp <= 63:
		i := int64(x.mant.top() >> (64 - uint32(x.exp)))
		if x.neg {
			i = -i
		}
		if x.MinPrec() <= uint(x.exp) {
			acc = Exact
		}
		return i, acc
	case x.neg:
		if x.form == finite && x.exp == 64 && x.MinPrec() == 1 {
			acc = Exact
		}
		return math.MinInt64, acc
	}
	return math.MaxInt64, Below
}

// nearest returns the bits of the nearest number of IEEE 754 with so many bits of mantissa (without the hidden one)
// and exponent.
func (x *Float) nearest(mantBits, expBits uint) (result uint64, acc Accuracy) {
	sign := uint64(0)
	if x.neg {
		sign = 1 << (mantBits + expBits)
	}
	infinite := (uint64(1)<<expBits - 1) << mantBits
	switch x.form {
	case zero:
		return sign, Exact
	case inf:
		return sign | infinite, Exact
	}
	bias := 1<<(expBits-1) - 1
	least := 1 - bias
	// Below the least exponent there are fewer bits, at last only the rounding bit.
	e := int(x.exp) - 1
	p := int(mantBits) + 1
	if e < least {
		p += e - least
		if p < 0 || p == 0 && x.mant.sticky(uint(len(x.mant))*wordBits-1) == 0 {
			return sign, accuracy(x.neg)
		}
		if p == 0 {
			return sign | 1, accuracy(!x.neg)
		}
	}
	var r Float
	r.prec = uint32(p)
	r.Set(x)
	e = int(r.exp) - 1
	if r.form == inf || e > bias {
		return sign | infinite, accuracy(!x.neg)
	}
	if e < least {
		p = int(mantBits) + 1 + e - least
		return sign | r.mant.top()>>(64-p), r.acc
	}
	mant := r.mant.top() >> (63 - mantBits) & (1<<mantBits - 1)
	return sign | uint64(e+bias)<<mantBits | mant, r.acc
}

// Float32 returns the nearest float32.
func (x *Float) Float32() (float32, Accuracy) {
	b, acc := x.nearest(23, 8)
	return math.Float32frombits(uint32(b)), acc
}

// Float64 returns the nearest float64.
func (x *Float) Float64() (float64, Accuracy) {
	b, acc := x.nearest(52, 11)
	return math.Float64frombits(b), acc
}

// Int returns x rounded toward zero in z, or a new Int if z is nil; nil for Inf.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if x.form == inf {
		return nil, accuracy(x.neg)
	}
	if z == nil {
		z = new(Int)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	acc := accuracy(x.neg)
	if x.exp <= 0 {
		return z.SetInt64(0), acc
	}
	length, exp := uint(len(x.mant))*wordBits, uint(x.exp)
	if x.MinPrec() <= exp {
		acc = Exact
	}
	z.neg = x.neg
	if exp >= length {
		z.abs = z.abs.lsh(x.mant, exp-length)
	} else {
		z.abs = z.abs.rsh(x.mant, length-exp)
	}
	return z, acc
}

// Rat returns x in z, or a new Rat if z is nil; nil for Inf.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if x.form == inf {
		return nil, accuracy(x.neg)
	}
	if z == nil {
		z = new(Rat)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	length := int32(len(x.mant)) * wordBits
	z.a.neg = x.neg
	if x.exp >= length {
		z.a.abs = z.a.abs.lsh(x.mant, uint(x.exp-length))
		z.b.abs = z.b.abs[:0]
		return z, Exact
	}
	z.a.abs = z.a.abs.set(x.mant)
	t := z.b.abs.setWord(1)
	z.b.abs = t.lsh(t, uint(length-x.exp))
	return z.norm(), Exact
}
