// run

// What the verbs of package fmt, flags, widths and precisions make of complex values.
package main

import (
	"fmt"
	"math"
)

type named complex128

func (n named) String() string { return "named!" }

func main() {
	values := []any{1 + 2i, complex64(-1.5 + 0.1i), complex(math.Inf(1), math.NaN()), complex(math.Copysign(0, -1), 1e21), named(1i)}
	verbs := []string{"%v", "%+v", "%#v", "%g", "%G", "%f", "%F", "%.2f", "%8.1f", "%-8.1f|", "%+.3e", "%E", "% .1f", "%08.2f", "%x", "%.3X", "%b", "%s", "%d", "%q", "%T", "%t", "%p"}
	for _, verb := range verbs {
		for _, v := range values {
			fmt.Printf(verb+" ", v)
		}
		fmt.Println()
	}
	fmt.Println([]complex64{1, 2i}, map[complex128]int{2: 1, 1i: 2, 1: 3}, struct{ C complex64 }{3i}, &[]complex128{1})
	fmt.Printf("%v %+v %#v\n", [2]complex64{1, 2}, struct{ C complex128 }{1 - 1i}, []complex64{1i})
}

// Output:
// (1+2i) (-1.5+0.1i) (+Inf+NaNi) (-0+1e+21i) named!
// (1+2i) (-1.5+0.1i) (+Inf+NaNi) (-0+1e+21i) named!
// (1+2i) (-1.5+0.1i) (+Inf+NaNi) (-0+1e+21i) (0+1i)
// (1+2i) (-1.5+0.1i) (+Inf+NaNi) (-0+1e+21i) (0+1i)
// (1+2i) (-1.5+0.1i) (+Inf+NaNi) (-0+1E+21i) (0+1i)
// (1.000000+2.000000i) (-1.500000+0.100000i) (+Inf+NaNi) (-0.000000+1000000000000000000000.000000i) (0.000000+1.000000i)
// (1.000000+2.000000i) (-1.500000+0.100000i) (+Inf+NaNi) (-0.000000+1000000000000000000000.000000i) (0.000000+1.000000i)
// (1.00+2.00i) (-1.50+0.10i) (+Inf+NaNi) (-0.00+1000000000000000000000.00i) (0.00+1.00i)
// (     1.0    +2.0i) (    -1.5    +0.1i) (    +Inf    +NaNi) (    -0.0+1000000000000000000000.0i) (     0.0    +1.0i)
// (1.0     +2.0    i)| (-1.5    +0.1    i)| (+Inf    +NaN    i)| (-0.0    +1000000000000000000000.0i)| (0.0     +1.0    i)|
// (+1.000e+00+2.000e+00i) (-1.500e+00+1.000e-01i) (+Inf+NaNi) (-0.000e+00+1.000e+21i) (+0.000e+00+1.000e+00i)
// (1.000000E+00+2.000000E+00i) (-1.500000E+00+1.000000E-01i) (+Inf+NaNi) (-0.000000E+00+1.000000E+21i) (0.000000E+00+1.000000E+00i)
// ( 1.0+2.0i) (-1.5+0.1i) ( Inf+NaNi) (-0.0+1000000000000000000000.0i) ( 0.0+1.0i)
// (00001.00+0002.00i) (-0001.50+0000.10i) (    +Inf    +NaNi) (-0000.00+1000000000000000000000.00i) (00000.00+0001.00i)
// (0x1p+00+0x1p+01i) (-0x1.8p+00+0x1.99999ap-04i) (+Inf+NaNi) (-0x0p+00+0x1.b1ae4d6e2ef5p+69i) 6e616d656421
// (0X1.000P+00+0X1.000P+01i) (-0X1.800P+00+0X1.99AP-04i) (+Inf+NaNi) (-0X0.000P+00+0X1.B1BP+69i) 6E616D
// (4503599627370496p-52+4503599627370496p-51i) (-12582912p-23+13421773p-27i) (+Inf+NaNi) (-0p-1074+7629394531250000p+17i) (0p-1074+4503599627370496p-52i)
// %!s(complex128=(1+2i)) %!s(complex64=(-1.5+0.1i)) %!s(complex128=(+Inf+NaNi)) %!s(complex128=(-0+1e+21i)) named!
// %!d(complex128=(1+2i)) %!d(complex64=(-1.5+0.1i)) %!d(complex128=(+Inf+NaNi)) %!d(complex128=(-0+1e+21i)) %!d(main.named=(0+1i))
// %!q(complex128=(1+2i)) %!q(complex64=(-1.5+0.1i)) %!q(complex128=(+Inf+NaNi)) %!q(complex128=(-0+1e+21i)) "named!"
// complex128 complex64 complex128 complex128 main.named
// %!t(complex128=(1+2i)) %!t(complex64=(-1.5+0.1i)) %!t(complex128=(+Inf+NaNi)) %!t(complex128=(-0+1e+21i)) %!t(main.named=(0+1i))
// %!p(complex128=(1+2i)) %!p(complex64=(-1.5+0.1i)) %!p(complex128=(+Inf+NaNi)) %!p(complex128=(-0+1e+21i)) %!p(main.named=(0+1i))
// [(1+0i) (0+2i)] map[(0+1i):2 (1+0i):3 (2+0i):1] {(0+3i)} &[(1+0i)]
// [(1+0i) (2+0i)] {C:(1-1i)} []complex64{(0+1i)}
