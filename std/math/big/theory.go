package big

import "fmt"

// Powers, divisors, residues and primes.

// Exp sets z to x^y mod |m|, to x^y if m is nil or 0; if y < 0 and x has no inverse it returns nil.
func (z *Int) Exp(x, y, m *Int) *Int {
	base := x.abs
	if y.neg {
		if m == nil || len(m.abs) == 0 {
			return z.SetInt64(1)
		}
		inverse := new(Int).ModInverse(x, m)
		if inverse == nil {
			return nil
		}
		base = inverse.abs
	}
	var modulus nat
	if m != nil {
		modulus = m.abs
		if z == m || alias(z.abs, m.abs) {
			modulus = nat(nil).set(modulus)
		}
	}
	negative := x.neg && len(y.abs) > 0 && y.abs[0]&1 == 1
	z.abs = z.abs.pow(base, y.abs, modulus)
	z.neg = len(z.abs) > 0 && negative
	if z.neg && len(modulus) > 0 {
		z.abs = z.abs.sub(modulus, z.abs)
		z.neg = false
	}
	return z
}

// GCD sets z to the greatest common divisor of a and b, and x and y, unless they are nil, so that z = a·x + b·y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if len(a.abs) == 0 || len(b.abs) == 0 {
		other := func(f, of *Int, used bool) {
			if f != nil {
				neg := of.neg
				f.SetInt64(0)
				if used {
					f.SetInt64(1)
					f.neg = neg
				}
			}
		}
		A, B := *a, *b // x and y may be a and b
		aIsZero, bIsZero := len(a.abs) == 0, len(b.abs) == 0
		if aIsZero {
			z.Set(b)
		} else {
			z.Set(a)
		}
		z.neg = false
		other(x, &A, !aIsZero)
		other(y, &B, !bIsZero)
		return z
	}
	divisor := nat(nil).make(min(len(a.abs), len(b.abs)))
	if x == nil && y == nil {
		z.abs = divisor[:gcdWords(divisor, a.abs, b.abs)]
		z.neg = false
		return z
	}
	factor := nat(nil).make(max(len(a.abs), len(b.abs)) + 1)
	length, factorLength, negative := extendedGCDWords(divisor, factor, a.abs, b.abs)
	g := Int{abs: divisor[:length]}
	f := Int{negative, factor[:factorLength]}
	f.choose(a, b, &g)
	if a.neg {
		f.neg = !f.neg // Go does so even with 0
	}
	if y != nil {
		// y = (g - a·x) / b
		var t Int
		t.Mul(a, &f)
		t.Sub(&g, &t)
		y.Quo(&t, b)
	}
	if x != nil {
		x.Set(&f)
	}
	z.Set(&g)
	return z
}

// choose makes the factor of |a| the one that Euclid's algorithm on the larger number first finds, where GMP's is
// another of the smallest.
func (f *Int) choose(a, b, g *Int) {
	if a.abs.cmp(b.abs) == 0 {
		// Euclid divides the first by the second and takes the second.
		f.SetInt64(0)
		return
	}
	if b.abs.cmp(g.abs) == 0 {
		f.SetInt64(0)
		return
	}
	if a.abs.cmp(g.abs) == 0 {
		f.SetInt64(1)
	}
}

// ModInverse sets z to the inverse of g mod n, or returns nil if there is none.
func (z *Int) ModInverse(g, n *Int) *Int {
	if n.neg {
		n = new(Int).Neg(n)
	}
	if g.neg {
		g = new(Int).Mod(g, n)
	}
	var d, x Int
	d.GCD(&x, nil, g, n)
	if d.Cmp(intOne) != 0 {
		return nil
	}
	if x.neg {
		return z.Add(&x, n)
	}
	return z.Set(&x)
}

// Jacobi returns the Jacobi symbol of x and y, which must be odd.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic(fmt.Sprintf("big: invalid 2nd argument to Int.Jacobi: need odd integer but got %s", y.String()))
	}
	var a, b, c Int
	a.Set(x)
	b.Set(y)
	symbol := 1
	if b.neg {
		if a.neg {
			symbol = -1
		}
		b.neg = false
	}
	// "(2/b) is -1 for b = 3, 5 mod 8"; quadratic reciprocity changes the sign if both are 3 mod 4.
	for b.Cmp(intOne) != 0 {
		a.Mod(&a, &b)
		if len(a.abs) == 0 {
			return 0
		}
		s := a.abs.trailingZeroBits()
		if r := b.abs[0] & 7; s&1 != 0 && (r == 3 || r == 5) {
			symbol = -symbol
		}
		c.Rsh(&a, s)
		if b.abs[0]&3 == 3 && c.abs[0]&3 == 3 {
			symbol = -symbol
		}
		a.Set(&b)
		b.Set(&c)
	}
	return symbol
}

// ModSqrt sets z to a root of x mod p, a prime, or returns nil if x has none.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	if x.neg || x.Cmp(p) >= 0 {
		x = new(Int).Mod(x, p)
	}
	switch {
	case p.abs[0]%4 == 3:
		e := new(Int).Add(p, intOne)
		return z.Exp(x, e.Rsh(e, 2), p)
	case p.abs[0]%8 == 5:
		return z.rootMod5(x, p)
	}
	return z.rootTonelli(x, p)
}

// rootMod5 is Atkin's formula for p = 5 mod 8: α = (2x)^((p-5)/8), β = 2xα², root = xα(β-1).
func (z *Int) rootMod5(x, p *Int) *Int {
	e := new(Int).Rsh(p, 3)
	double := new(Int).Lsh(x, 1)
	alpha := new(Int).Exp(double, e, p)
	beta := new(Int).Mul(alpha, alpha)
	beta.Mod(beta, p)
	beta.Mul(beta, double)
	beta.Mod(beta, p)
	beta.Sub(beta, intOne)
	beta.Mul(beta, x)
	beta.Mod(beta, p)
	beta.Mul(beta, alpha)
	return z.Mod(beta, p)
}

// rootTonelli is the algorithm of Tonelli and Shanks: p-1 = s·2^e with odd s, n no residue.
func (z *Int) rootTonelli(x, p *Int) *Int {
	var s, n, y, b, g, t Int
	s.Sub(p, intOne)
	e := s.abs.trailingZeroBits()
	s.Rsh(&s, e)
	for n.SetInt64(2); Jacobi(&n, p) != -1; n.Add(&n, intOne) {
	}
	y.Add(&s, intOne)
	y.Rsh(&y, 1)
	y.Exp(x, &y, p)
	b.Exp(x, &s, p)
	g.Exp(&n, &s, p)
	for r := e; ; {
		// b^(2^m) = 1
		m := uint(0)
		for t.Set(&b); t.Cmp(intOne) != 0; m++ {
			t.Mul(&t, &t).Mod(&t, p)
		}
		if m == 0 {
			return z.Set(&y)
		}
		t.SetInt64(0).SetBit(&t, int(r-m-1), 1)
		t.Exp(&g, &t, p)
		g.Mul(&t, &t).Mod(&g, p)
		y.Mul(&y, &t).Mod(&y, p)
		b.Mul(&b, &g).Mod(&b, p)
		r = m
	}
}

// ProbablyPrime says whether x is prime: surely below 2⁶⁴, else with n tests of Miller and Rabin beside one of
// Baillie, Pomerance, Selfridge and Wagstaff.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	return !x.neg && len(x.abs) > 0 && probablyPrimeWords(x.abs, n)
}
