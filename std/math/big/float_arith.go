package big

import "math"

// Arithmetic of Floats: exact on mantissas, then rounded.

// Abs sets z to |x|.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}

// low returns the exponent of the lowest bit of the mantissa.
func (x *Float) low() int64 { return int64(x.exp) - int64(len(x.mant))*wordBits }

// aligned returns the mantissas with the same lowest bit, whose exponent is low.
func aligned(x, y *Float) (a, b nat, low int64) {
	a, b = x.mant, y.mant
	low = x.low()
	switch d := low - y.low(); {
	case d < 0:
		b = nat(nil).lsh(b, uint(-d))
	case d > 0:
		a = nat(nil).lsh(a, uint(d))
		low -= d
	}
	return a, b, low
}

// setMantissa rounds the mantissa, whose lowest bit has the exponent low.
func (z *Float) setMantissa(low int64, sticky uint) {
	if len(z.mant) == 0 {
		z.acc = Exact
		z.form = zero
		z.neg = false
		return
	}
	z.setExponent(low+int64(len(z.mant))*wordBits-normalize(z.mant), sticky)
}

// addSigned adds |y| with a sign to x, both finite.
func (z *Float) addSigned(x, y *Float, negative bool) *Float {
	z.neg = x.neg
	a, b, low := aligned(x, y)
	if x.neg == negative {
		z.mant = z.mant.add(a, b)
	} else if x.compareAbs(y) > 0 {
		z.mant = z.mant.sub(a, b)
	} else {
		z.neg = !z.neg
		z.mant = z.mant.sub(b, a)
	}
	z.setMantissa(low, 0)
	// "x - x is +0, but -0 when rounding toward -Inf."
	if z.form == zero && z.mode == ToNegativeInf && z.acc == Exact {
		z.neg = true
	}
	return z
}

func (z *Float) takePrecision(x, y *Float) {
	if z.prec == 0 {
		z.prec = max(x.prec, y.prec)
	}
}

// nan makes z zero and panics.
func (z *Float) nan(message string) {
	z.acc = Exact
	z.form = zero
	z.neg = false
	panic(ErrNaN{message})
}

// Add sets z to x+y; it panics for infinities of opposite signs.
func (z *Float) Add(x, y *Float) *Float {
	z.takePrecision(x, y)
	switch {
	case x.form == finite && y.form == finite:
		return z.addSigned(x, y, y.neg)
	case x.form == inf && y.form == inf && x.neg != y.neg:
		z.nan("addition of infinities with opposite signs")
	case x.form == zero && y.form == zero:
		z.acc = Exact
		z.form = zero
		z.neg = x.neg && y.neg
		return z
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	return z.Set(y)
}

// Sub sets z to x-y; it panics for infinities of equal signs.
func (z *Float) Sub(x, y *Float) *Float {
	z.takePrecision(x, y)
	switch {
	case x.form == finite && y.form == finite:
		return z.addSigned(x, y, !y.neg)
	case x.form == inf && y.form == inf && x.neg == y.neg:
		z.nan("subtraction of infinities with equal signs")
	case x.form == zero && y.form == zero:
		z.acc = Exact
		z.form = zero
		z.neg = x.neg && !y.neg
		return z
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	return z.Neg(y)
}

// Mul sets z to x·y; it panics for zero and infinity.
func (z *Float) Mul(x, y *Float) *Float {
	z.takePrecision(x, y)
	z.neg = x.neg != y.neg
	if x.form == finite && y.form == finite {
		low := x.low() + y.low()
		z.mant = z.mant.mul(x.mant, y.mant)
		z.setMantissa(low, 0)
		return z
	}
	z.acc = Exact
	if x.form == zero && y.form == inf || x.form == inf && y.form == zero {
		z.nan("multiplication of zero with infinity")
	}
	z.form = zero
	if x.form == inf || y.form == inf {
		z.form = inf
	}
	return z
}

// Quo sets z to x/y; it panics for two zeros and two infinities.
func (z *Float) Quo(x, y *Float) *Float {
	z.takePrecision(x, y)
	z.neg = x.neg != y.neg
	if x.form == finite && y.form == finite {
		// Enough words are put below x for a word more than z needs.
		words := max(0, int(z.prec/wordBits)+1-len(x.mant)+len(y.mant))
		a := nat(nil).lsh(x.mant, uint(words)*wordBits)
		low := x.low() - int64(words)*wordBits - y.low()
		quotient, rest := z.mant.div(nil, a, y.mant)
		z.mant = quotient
		z.setMantissa(low, uint(min(len(rest), 1)))
		return z
	}
	z.acc = Exact
	if x.form == y.form {
		z.nan("division of zero by zero or infinity by infinity")
	}
	z.form = inf
	if x.form == zero || y.form == inf {
		z.form = zero
	}
	return z
}

// compareAbs compares |x| and |y|, both finite.
func (x *Float) compareAbs(y *Float) int {
	switch {
	case x.exp < y.exp:
		return -1
	case x.exp > y.exp:
		return +1
	}
	// Words that one mantissa has more are at its low end.
	i, j := len(x.mant), len(y.mant)
	n := min(i, j)
	if c := compareWords(x.mant[i-n:], y.mant[j-n:]); c != 0 {
		return c
	}
	return min(len(x.mant[:i-n].norm()), 1) - min(len(y.mant[:j-n].norm()), 1)
}

// order returns -2, -1, 0, 1, 2 for -Inf, negative, zero, positive, +Inf.
func (x *Float) order() int {
	n := int(x.form)
	if x.neg {
		n = -n
	}
	return n
}

// Cmp returns -1, 0 or +1 as x is less than y, equal, or greater.
func (x *Float) Cmp(y *Float) int {
	a, b := x.order(), y.order()
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	case a == 1:
		return x.compareAbs(y)
	case a == -1:
		return y.compareAbs(x)
	}
	return 0
}

// Sqrt sets z to the root of x, by Newton's iteration for 1/√x; it panics for negative numbers.
func (z *Float) Sqrt(x *Float) *Float {
	if z.prec == 0 {
		z.prec = x.prec
	}
	if x.Sign() < 0 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		z.acc = Exact
		z.form = x.form
		z.neg = x.neg
		return z
	}
	prec := z.prec
	b := x.MantExp(z)
	z.prec = prec
	z.exp += int32(b % 2) // of an even exponent the root has half
	z.inverseRoot(z)
	return z.SetMantExp(z, b/2)
}

// inverseRoot sets z to x·(1/√x) for x in [0.25, 2).
func (z *Float) inverseRoot(x *Float) {
	three := NewFloat(3)
	var u, v Float
	f, _ := x.Float64()
	t := NewFloat(1 / math.Sqrt(f))
	for t.prec < z.prec+32 {
		// t = ½t(3 - xt²), with twice the bits
		t.prec *= 2
		u.prec, v.prec = t.prec, t.prec
		u.Mul(t, t)
		u.Mul(x, &u)
		v.Sub(three, &u)
		u.Mul(t, &v)
		u.exp--
		t.Set(&u)
	}
	z.Mul(x, t)
}
