// Package big has numbers of any size: integers, fractions, floating-point numbers.
//
// Arithmetic of words is GMP's.
package big

import (
	"math/bits"
	"math/rand"
)

// Int is an integer; its zero value is 0. A method z.Op(x, y) puts the result into z and returns z.
type Int struct {
	neg bool
	abs nat
}

var intOne = &Int{false, one}

// NewInt returns x.
func NewInt(x int64) *Int {
	size := uint64(x)
	if x < 0 {
		size = -size
	}
	var abs []Word
	if x != 0 {
		abs = []Word{Word(size)}
	}
	return &Int{neg: x < 0, abs: abs}
}

func magnitude(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// Sign returns -1, 0 or +1.
func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	z.abs = z.abs.setWord(Word(magnitude(x)))
	z.neg = x < 0
	return z
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int {
	z.abs = z.abs.setWord(Word(x))
	z.neg = false
	return z
}

// Set sets z to x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.abs = z.abs.set(x.abs)
		z.neg = x.neg
	}
	return z
}

// Bits returns the digits of |x| in x's memory.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets z to the digits in their memory.
func (z *Int) SetBits(abs []Word) *Int {
	z.abs = nat(abs).norm()
	z.neg = false
	return z
}

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	z.neg = len(z.abs) > 0 && !z.neg
	return z
}

// Add sets z to x+y.
func (z *Int) Add(x, y *Int) *Int { return z.addSigned(x, y, y.neg) }

// Sub sets z to x-y.
func (z *Int) Sub(x, y *Int) *Int { return z.addSigned(x, y, !y.neg) }

// addSigned adds |y| with a sign to x.
func (z *Int) addSigned(x, y *Int, negative bool) *Int {
	neg := x.neg
	switch {
	case neg == negative:
		z.abs = z.abs.add(x.abs, y.abs)
	case x.abs.cmp(y.abs) >= 0:
		z.abs = z.abs.sub(x.abs, y.abs)
	default:
		neg = !neg
		z.abs = z.abs.sub(y.abs, x.abs)
	}
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Mul sets z to x·y.
func (z *Int) Mul(x, y *Int) *Int {
	neg := x.neg != y.neg
	z.abs = z.abs.mul(x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// MulRange sets z to the product of all integers from a to b.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	neg := false
	if a < 0 {
		neg = (b-a)&1 == 0
		a, b = -b, -a
	}
	z.abs = z.abs.mulRange(uint64(a), uint64(b))
	z.neg = neg
	return z
}

// Binomial sets z to the number of ways to choose k of n things.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n || k < 0 {
		return z.SetInt64(0)
	}
	k = min(k, n-k)
	z.Set(intOne)
	var factor, i Int
	for j := range k {
		z.Mul(z, factor.SetInt64(n-j))
		z.Quo(z, i.SetInt64(j+1))
	}
	return z
}

// Quo sets z to x/y, rounded toward zero.
func (z *Int) Quo(x, y *Int) *Int {
	neg := x.neg != y.neg
	z.abs, _ = z.abs.div(nil, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// Rem sets z to the rest of Quo.
func (z *Int) Rem(x, y *Int) *Int {
	neg := x.neg
	_, z.abs = nat(nil).div(z.abs, x.abs, y.abs)
	z.neg = len(z.abs) > 0 && neg
	return z
}

// QuoRem sets z to x/y rounded toward zero, and r to the rest.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	quotientNeg, restNeg := x.neg != y.neg, x.neg
	z.abs, r.abs = z.abs.div(r.abs, x.abs, y.abs)
	z.neg, r.neg = len(z.abs) > 0 && quotientNeg, len(r.abs) > 0 && restNeg
	return z, r
}

// Div sets z to x/y, rounded so that the rest is not negative.
func (z *Int) Div(x, y *Int) *Int {
	negative := y.neg
	var r Int
	z.QuoRem(x, y, &r)
	if r.neg {
		if negative {
			z.Add(z, intOne)
		} else {
			z.Sub(z, intOne)
		}
	}
	return z
}

// Mod sets z to the rest of Div.
func (z *Int) Mod(x, y *Int) *Int {
	if z == y || alias(z.abs, y.abs) {
		y = new(Int).Set(y)
	}
	var q Int
	q.QuoRem(x, y, z)
	if z.neg {
		if y.neg {
			z.Sub(z, y)
		} else {
			z.Add(z, y)
		}
	}
	return z
}

// DivMod sets z and m to the results of Div and Mod.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	if z == y || m == y || alias(z.abs, y.abs) || alias(m.abs, y.abs) {
		y = new(Int).Set(y)
	}
	z.QuoRem(x, y, m)
	if m.neg {
		if y.neg {
			z.Add(z, intOne)
			m.Sub(m, y)
		} else {
			z.Sub(z, intOne)
			m.Add(m, y)
		}
	}
	return z, m
}

// Cmp returns -1, 0 or +1 as x is less than y, equal, or greater.
func (x *Int) Cmp(y *Int) (r int) {
	switch {
	case x == y:
		return 0
	case x.neg != y.neg:
		r = 1
	default:
		r = x.abs.cmp(y.abs)
	}
	if x.neg {
		r = -r
	}
	return r
}

// CmpAbs compares |x| and |y|.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

func (x nat) low() uint64 {
	if len(x) == 0 {
		return 0
	}
	return uint64(x[0])
}

// Int64 returns x, or its lowest bits.
func (x *Int) Int64() int64 {
	v := int64(x.abs.low())
	if x.neg {
		v = -v
	}
	return v
}

// Uint64 returns x, or its lowest bits.
func (x *Int) Uint64() uint64 { return x.abs.low() }

// IsInt64 says whether x is an int64.
func (x *Int) IsInt64() bool {
	if len(x.abs) > 1 {
		return false
	}
	w := int64(x.abs.low())
	return w >= 0 || x.neg && w == -w
}

// IsUint64 says whether x is a uint64.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// SetBytes sets z to the big-endian number.
func (z *Int) SetBytes(buf []byte) *Int {
	z.abs = z.abs.setBytes(buf)
	z.neg = false
	return z
}

// Bytes returns |x| big-endian.
func (x *Int) Bytes() []byte {
	buf := make([]byte, len(x.abs)*wordBytes)
	return buf[x.abs.bytes(buf):]
}

// FillBytes fills buf with |x| big-endian; it panics if that does not fit.
func (x *Int) FillBytes(buf []byte) []byte {
	clear(buf)
	x.abs.bytes(buf)
	return buf
}

// BitLen returns the length of |x| in bits.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits returns how many of the lowest bits of |x| are 0.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeroBits() }

// Lsh sets z to x·2ⁿ.
func (z *Int) Lsh(x *Int, n uint) *Int {
	z.abs = z.abs.lsh(x.abs, n)
	z.neg = x.neg
	return z
}

// Rsh sets z to x/2ⁿ, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		// -((|x|-1)>>n + 1)
		t := z.abs.sub(x.abs, one)
		t = t.rsh(t, n)
		z.abs = t.add(t, one)
		z.neg = true
		return z
	}
	z.abs = z.abs.rsh(x.abs, n)
	z.neg = false
	return z
}

// The operations on bits take negative numbers in two's complement: -x is ^(x-1).

// Bit returns the bit i.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		return nat(nil).sub(x.abs, one).bit(uint(i)) ^ 1
	}
	return x.abs.bit(uint(i))
}

// SetBit sets z to x with the bit i set to b.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		t := z.abs.sub(x.abs, one)
		t = t.setBit(t, uint(i), b^1)
		z.abs = t.add(t, one)
		z.neg = len(z.abs) > 0
		return z
	}
	z.abs = z.abs.setBit(x.abs, uint(i), b)
	z.neg = false
	return z
}

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int {
	switch {
	case x.neg && y.neg:
		x1, y1 := nat(nil).sub(x.abs, one), nat(nil).sub(y.abs, one)
		z.abs = z.abs.add(z.abs.or(x1, y1), one)
		z.neg = true
		return z
	case x.neg:
		x, y = y, x
		fallthrough
	case y.neg:
		z.abs = z.abs.andNot(x.abs, nat(nil).sub(y.abs, one))
	default:
		z.abs = z.abs.and(x.abs, y.abs)
	}
	z.neg = false
	return z
}

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int {
	switch {
	case x.neg && y.neg:
		x1, y1 := nat(nil).sub(x.abs, one), nat(nil).sub(y.abs, one)
		z.abs = z.abs.andNot(y1, x1)
		z.neg = false
	case x.neg:
		x1 := nat(nil).sub(x.abs, one)
		z.abs = z.abs.add(z.abs.or(x1, y.abs), one)
		z.neg = true
	case y.neg:
		z.abs = z.abs.and(x.abs, nat(nil).sub(y.abs, one))
		z.neg = false
	default:
		z.abs = z.abs.andNot(x.abs, y.abs)
		z.neg = false
	}
	return z
}

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int {
	switch {
	case x.neg && y.neg:
		x1, y1 := nat(nil).sub(x.abs, one), nat(nil).sub(y.abs, one)
		z.abs = z.abs.add(z.abs.and(x1, y1), one)
		z.neg = true
		return z
	case x.neg:
		x, y = y, x
		fallthrough
	case y.neg:
		y1 := nat(nil).sub(y.abs, one)
		z.abs = z.abs.add(z.abs.andNot(y1, x.abs), one)
		z.neg = true
		return z
	}
	z.abs = z.abs.or(x.abs, y.abs)
	z.neg = false
	return z
}

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int {
	switch {
	case x.neg && y.neg:
		x1, y1 := nat(nil).sub(x.abs, one), nat(nil).sub(y.abs, one)
		z.abs = z.abs.xor(x1, y1)
		z.neg = false
		return z
	case x.neg:
		x, y = y, x
		fallthrough
	case y.neg:
		y1 := nat(nil).sub(y.abs, one)
		z.abs = z.abs.add(z.abs.xor(x.abs, y1), one)
		z.neg = true
		return z
	}
	z.abs = z.abs.xor(x.abs, y.abs)
	z.neg = false
	return z
}

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int {
	if x.neg {
		z.abs = z.abs.sub(x.abs, one)
		z.neg = false
		return z
	}
	z.abs = z.abs.add(x.abs, one)
	z.neg = true
	return z
}

// Sqrt sets z to the root of x, rounded down.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	z.abs = z.abs.sqrt(x.abs)
	z.neg = false
	return z
}

// Rand sets z to a random number in [0, n).
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	z.neg = false
	if n.neg || len(n.abs) == 0 {
		z.abs = nil
		return z
	}
	z.abs = z.abs.random(rnd, n.abs, n.abs.bitLen())
	return z
}

// Float64 returns the nearest float64, and how it was rounded.
func (x *Int) Float64() (float64, Accuracy) {
	n := x.abs.bitLen()
	if n == 0 {
		return 0, Exact
	}
	if n <= 53 || n < 64 && n-bits.TrailingZeros64(x.abs.low()) <= 53 {
		f := float64(x.abs.low())
		if x.neg {
			f = -f
		}
		return f, Exact
	}
	return new(Float).SetInt(x).Float64()
}
