package cmplx

import (
	"math"
	"math/bits"
)

func special(f float64) bool { return math.IsInf(f, 0) || math.IsNaN(f) }

// sinhcosh returns both, for one exponential where that is exact enough.
func sinhcosh(x float64) (sinh, cosh float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

// Sin returns the sine of x.
func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && special(re):
		return complex(math.NaN(), im)
	case math.IsInf(im, 0) && re == 0:
		return x
	case math.IsInf(im, 0) && special(re):
		return complex(math.NaN(), im)
	case re == 0 && math.IsNaN(im):
		return x
	}
	sin, cos := math.Sincos(re)
	sinh, cosh := sinhcosh(im)
	return complex(sin*cosh, cos*sinh)
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && special(im):
		return complex(re, math.NaN())
	case math.IsInf(re, 0) && im == 0:
		return x
	case math.IsInf(re, 0) && special(im):
		return complex(re, math.NaN())
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	sin, cos := math.Sincos(im)
	sinh, cosh := sinhcosh(re)
	return complex(cos*sinh, sin*cosh)
}

// Cos returns the cosine of x.
func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && special(re):
		return complex(math.NaN(), -im*math.Copysign(0, re))
	case math.IsInf(im, 0) && re == 0:
		return complex(math.Inf(1), -re*math.Copysign(0, im))
	case math.IsInf(im, 0) && special(re):
		return complex(math.Inf(1), math.NaN())
	case re == 0 && math.IsNaN(im):
		return complex(math.NaN(), 0)
	}
	sin, cos := math.Sincos(re)
	sinh, cosh := sinhcosh(im)
	return complex(cos*cosh, -sin*sinh)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && special(im):
		return complex(math.NaN(), re*math.Copysign(0, im))
	case math.IsInf(re, 0) && im == 0:
		return complex(math.Inf(1), im*math.Copysign(0, re))
	case math.IsInf(re, 0) && special(im):
		return complex(math.Inf(1), math.NaN())
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	sin, cos := math.Sincos(im)
	sinh, cosh := sinhcosh(re)
	return complex(cos*cosh, sin*sinh)
}

// Tan returns the tangent of x.
func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(im, 0) && special(re):
		return complex(math.Copysign(0, re), math.Copysign(1, im))
	case math.IsInf(im, 0):
		return complex(math.Copysign(0, math.Sin(2*re)), math.Copysign(1, im))
	case re == 0 && math.IsNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = coshMinusCos(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(re, 0) && special(im):
		return complex(math.Copysign(1, re), math.Copysign(0, im))
	case math.IsInf(re, 0):
		return complex(math.Copysign(1, re), math.Copysign(0, math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

// Cot returns the cotangent of x.
func Cot(x complex128) complex128 {
	d := math.Cosh(2*imag(x)) - math.Cos(2*real(x))
	if math.Abs(d) < 0.25 {
		d = coshMinusCos(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}

// coshMinusCos is cosh(2 im) - cos(2 re), with 2 re reduced by π, by its power series: the difference would cancel.
func coshMinusCos(z complex128) float64 {
	const precision = 1.0 / (1 << 53)
	x := reducePi(math.Abs(2 * real(z)))
	y := math.Abs(2 * imag(z))
	x *= x
	y *= y
	x2, y2, factorial, n, sum := 1.0, 1.0, 1.0, 0.0, 0.0
	term := func(sign float64) float64 {
		n++
		factorial *= n
		n++
		factorial *= n
		x2 *= x
		y2 *= y
		return (y2 + sign*x2) / factorial
	}
	for {
		sum += term(1)
		t := term(-1)
		sum += t
		if !(math.Abs(t/sum) > precision) { // also ends for NaN
			return sum
		}
	}
}

// inversePi holds the binary digits of 1/π, 64 in an element, the first for 2^-0 and up.
var inversePi = [...]uint64{
	0x0000000000000000, 0x517cc1b727220a94, 0xfe13abe8fa9a6ee0, 0x6db14acc9e21c820, 0xff28b1d5ef5de2b0,
	0xdb92371d2126e970, 0x0324977504e8c90e, 0x7f0ef58e5894d39f, 0x74411afa975da242, 0x74ce38135a2fbf20,
	0x9cc8eb1cc1a99cfa, 0x4e422fc5defc941d, 0x8ffc4bffef02cc07, 0xf79788c5ad05368f, 0xb69b3f6793e584db,
	0xa7a31fb34f2ff516, 0xba93dd63f5f2f8bd, 0x9e839cfbc5294975, 0x35fdafd88fc6ae84, 0x2b0198237e3db5d5,
}

// reducePi returns x less the nearest multiple of π.
func reducePi(x float64) float64 {
	if math.Abs(x) < 1<<30 {
		// Cody and Waite: π in three parts, of which the first two times the multiple are exact.
		const (
			high   = 3.141592502593994
			middle = 1.5099578831723193e-07
			low    = 1.0780605716316238e-14
		)
		t := float64(int64(x/math.Pi + 0.5))
		return ((x - t*high) - t*middle) - t*low
	}
	// Payne and Hanek: the fraction of x/π, from the digits of 1/π that matter for x's exponent.
	const (
		fractionBits = 52
		bias         = 1023
	)
	mantissa := math.Float64bits(x)
	exponent := int(mantissa>>fractionBits&0x7ff) - bias - fractionBits
	mantissa = mantissa&(1<<fractionBits-1) | 1<<fractionBits
	at, shift := uint(exponent+64)/64, uint(exponent+64)%64
	digits := func(i uint) uint64 { return inversePi[at+i]<<shift | inversePi[at+i+1]>>(64-shift) }
	carried, _ := bits.Mul64(digits(2), mantissa)
	middle, low := bits.Mul64(digits(1), mantissa)
	low, carry := bits.Add64(low, carried, 0)
	high, _ := bits.Add64(digits(0)*mantissa, middle, carry)
	// The product's fraction as a float: its leading bit is implicit.
	skip := uint(bits.LeadingZeros64(high)) + 1
	fraction := (high<<skip | low>>(64-skip)) >> (64 - fractionBits)
	x = math.Float64frombits(fraction | uint64(bias-skip)<<fractionBits)
	if x > 0.5 {
		x--
	}
	return math.Pi * x
}
