// run

// Sums, products and quotients of both widths, with signed zeros, infinities and NaN as operands.
package main

import (
	"fmt"
	"math"
)

var inf, nan, negZero = math.Inf(1), math.NaN(), math.Copysign(0, -1)

func show(c complex128) string {
	return fmt.Sprint(part(real(c)), ",", part(imag(c)))
}

func part(f float64) string {
	if math.IsNaN(f) {
		return "NaN"
	}
	return fmt.Sprintf("%x", math.Float64bits(f))
}

func main() {
	values := []float64{0, negZero, 1, -2.5, 1e300, inf, -inf, nan}
	var all []complex128
	for _, re := range values {
		for _, im := range values {
			all = append(all, complex(re, im))
		}
	}
	var sum uint64
	mix := func(s string) {
		for i := 0; i < len(s); i++ {
			sum = sum*31 + uint64(s[i])
		}
	}
	for i, x := range all {
		y := all[(i*7+3)%len(all)]
		mix(show(x + y))
		mix(show(x - y))
		mix(show(x * y))
		mix(show(x / y))
		mix(show(y / x))
		mix(show(-x))
	}
	fmt.Println(len(all), sum)

	a, b := complex(1, 2), complex(3, -4)
	fmt.Println(a+b, a-b, a*b, a/b, -a, +a, a == b, a != b, a == complex(1, 2))
	c, d := complex64(complex(1.1, 2.2)), complex64(complex(3.3, -4.4))
	fmt.Println(c+d, c-d, c*d, c/d, -c, c == d)
	fmt.Println(a/0, complex(0, 0)/complex(real(a)-1, 0), complex(inf, nan)/b, b/complex(inf, 1))
	a += b
	a *= 2
	a -= 1i
	a /= 1 + 1i
	a++
	a--
	c++
	fmt.Println(a, c)
	z := complex(negZero, negZero)
	fmt.Println(z == 0, 1/real(z), real(z), imag(z), -z)
	n := complex(nan, 0)
	fmt.Println(n == n, n != n)
}

// Output:
// 64 2020851179218732884
// (4-2i) (-2+6i) (11+2i) (-0.2+0.4i) (-1-2i) (1+2i) false true true
// (4.4-2.2i) (-2.1999998+6.6000004i) (13.31+2.4199998i) (-0.2+0.4i) (-1.1-2.2i) false
// (+Inf+Infi) (NaN+NaNi) (+Inf+Infi) (0-0i)
// (1.5-6.5i) (2.1+2.2i)
// true -Inf -0 -0 (0+0i)
// false true
