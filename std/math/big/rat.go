package big

import "math"

// Rat is a fraction in lowest terms; its zero value is 0. A method z.Op(x, y) puts the result into z and returns z.
type Rat struct {
	a Int
	b Int // > 0; empty is 1
}

// NewRat returns a/b.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

// norm brings z into lowest terms.
func (z *Rat) norm() *Rat {
	z.b.neg = false
	switch {
	case len(z.a.abs) == 0:
		z.a.neg = false
		z.b.abs = z.b.abs.setWord(1)
	case len(z.b.abs) == 0:
		z.b.abs = z.b.abs.setWord(1)
	default:
		g := nat(nil).make(min(len(z.a.abs), len(z.b.abs)))
		g = g[:gcdWords(g, z.a.abs, z.b.abs)]
		if len(g) != 1 || g[0] != 1 {
			z.a.abs, _ = z.a.abs.div(nil, z.a.abs, g)
			z.b.abs, _ = z.b.abs.div(nil, z.b.abs, g)
		}
	}
	return z
}

// SetFrac sets z to a/b.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	neg := a.neg != b.neg
	denominator := b.abs
	if &z.a == b || alias(z.a.abs, denominator) {
		denominator = nat(nil).set(denominator)
	}
	z.a.abs = z.a.abs.set(a.abs)
	z.b.abs = z.b.abs.set(denominator)
	z.a.neg = neg
	return z.norm()
}

// SetFrac64 sets z to a/b.
func (z *Rat) SetFrac64(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	z.a.SetInt64(a)
	if b < 0 {
		z.a.neg = !z.a.neg
	}
	z.b.abs = z.b.abs.setWord(Word(magnitude(b)))
	return z.norm()
}

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat {
	z.a.SetInt64(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat {
	z.a.SetUint64(x)
	z.b.abs = z.b.abs.setWord(1)
	return z
}

// SetFloat64 sets z to f exactly; nil if that is not finite.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil
	}
	m, exp := math.Frexp(math.Abs(f))
	z.a.SetUint64(uint64(m * (1 << 53)))
	z.a.neg = f < 0
	z.b.abs = z.b.abs.setWord(1)
	z.b.neg = false
	if shift := exp - 53; shift >= 0 {
		z.a.Lsh(&z.a, uint(shift))
	} else {
		z.b.Lsh(&z.b, uint(-shift))
	}
	return z.norm()
}

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b.Set(&x.b)
	}
	if len(z.b.abs) == 0 {
		z.b.abs = z.b.abs.setWord(1)
	}
	return z
}

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.Neg(&z.a)
	return z
}

// Inv sets z to 1/x.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	z.Set(x)
	z.a.abs, z.b.abs = z.b.abs, z.a.abs
	return z
}

// Sign returns -1, 0 or +1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt says whether the denominator is 1.
func (x *Rat) IsInt() bool { return len(x.b.abs) == 0 || x.b.abs.cmp(one) == 0 }

// Num returns the numerator, a part of x.
func (x *Rat) Num() *Int { return &x.a }

// Denom returns the denominator, a part of x if x is not a zero value.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		return &Int{abs: nat{1}}
	}
	return &x.b
}

// denominator returns the digits of the denominator.
func (x *Rat) denominator() nat {
	if len(x.b.abs) == 0 {
		return one
	}
	return x.b.abs
}

// over returns the numerator of x with the denominator of both.
func (x *Rat) over(y *Rat) Int {
	if len(y.b.abs) == 0 {
		return Int{x.a.neg, nat(nil).set(x.a.abs)}
	}
	return Int{x.a.neg, nat(nil).mul(x.a.abs, y.b.abs)}
}

// Cmp returns -1, 0 or +1 as x is less than y, equal, or greater.
func (x *Rat) Cmp(y *Rat) int {
	a, b := x.over(y), y.over(x)
	return a.Cmp(&b)
}

// Add sets z to x+y.
func (z *Rat) Add(x, y *Rat) *Rat {
	a, b := x.over(y), y.over(x)
	z.b.abs = z.b.abs.mul(x.denominator(), y.denominator())
	z.a.Add(&a, &b)
	return z.norm()
}

// Sub sets z to x-y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	a, b := x.over(y), y.over(x)
	z.b.abs = z.b.abs.mul(x.denominator(), y.denominator())
	z.a.Sub(&a, &b)
	return z.norm()
}

// Mul sets z to x·y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	z.b.abs = z.b.abs.mul(x.denominator(), y.denominator())
	z.a.Mul(&x.a, &y.a)
	return z.norm()
}

// Quo sets z to x/y.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	a, b := x.over(y), y.over(x)
	z.a, z.b = a, b
	z.a.neg = a.neg != b.neg
	return z.norm()
}

// nearest returns numerator/denominator rounded to a number of IEEE 754 with so many bits of mantissa and exponent.
func (x *Rat) nearest(mantBits, expBits uint) (result uint64, exact bool) {
	if len(x.a.abs) == 0 {
		return 0, true
	}
	// Some bits more than the mantissa has, and one that says whether there is a rest, decide the rounding.
	a, b := x.a.abs, x.denominator()
	shift := int(mantBits) + 3 - a.bitLen() + b.bitLen()
	if shift > 0 {
		a = nat(nil).lsh(a, uint(shift))
	} else {
		b = nat(nil).lsh(b, uint(-shift))
	}
	q, r := nat(nil).div(nil, a, b)
	f := Float{prec: wordBits, neg: x.a.neg}
	f.mant = nat(nil).lsh(q, 1)
	if len(r) > 0 {
		f.mant[0] |= 1
	}
	f.setMantissa(int64(-shift-1), 0)
	result, acc := f.nearest(mantBits, expBits)
	return result, acc == Exact && len(r) == 0
}

// Float32 returns the nearest float32, and whether it is x.
func (x *Rat) Float32() (f float32, exact bool) {
	b, exact := x.nearest(23, 8)
	return math.Float32frombits(uint32(b)), exact
}

// Float64 returns the nearest float64, and whether it is x.
func (x *Rat) Float64() (f float64, exact bool) {
	b, exact := x.nearest(52, 11)
	return math.Float64frombits(b), exact
}
