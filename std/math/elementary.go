package math

// Exp returns e**x.
func Exp(x float64) float64

// Exp2 returns 2**x.
func Exp2(x float64) float64

// Expm1 returns e**x - 1, exactly near 0 too.
func Expm1(x float64) float64

// Log returns the natural logarithm of x.
func Log(x float64) float64

// Log10 returns the decimal logarithm of x.
func Log10(x float64) float64

// Log2 returns the binary logarithm of x, exactly for powers of two.
func Log2(x float64) float64

// Log1p returns the natural logarithm of 1 + x, exactly near 0 too.
func Log1p(x float64) float64

// Pow returns x**y.
func Pow(x, y float64) float64

// Cbrt returns the cube root of x.
func Cbrt(x float64) float64

// Sin returns the sine of x radians.
func Sin(x float64) float64

// Cos returns the cosine of x radians.
func Cos(x float64) float64

// Sincos returns Sin(x), Cos(x).
func Sincos(x float64) (sin, cos float64)

// Tan returns the tangent of x radians.
func Tan(x float64) float64

// Asin returns the arcsine of x.
func Asin(x float64) float64

// Acos returns the arccosine of x.
func Acos(x float64) float64

// Atan returns the arctangent of x.
func Atan(x float64) float64

// Atan2 returns the angle of the point (x, y) with the positive x axis.
func Atan2(y, x float64) float64

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x float64) float64

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x float64) float64
