package math

// Erf returns the error function of x.
func Erf(x float64) float64

// Erfc returns 1 - Erf(x), exactly where that is small too.
func Erfc(x float64) float64

// Erfinv returns the inverse of Erf.
func Erfinv(x float64) float64

// Erfcinv returns the inverse of Erfc.
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }

// Gamma returns the gamma function of x.
func Gamma(x float64) float64

// Lgamma returns the logarithm and the sign of Gamma(x).
func Lgamma(x float64) (lgamma float64, sign int)

// J0 returns the Bessel function of the first kind of order 0.
func J0(x float64) float64

// J1 returns the Bessel function of the first kind of order 1.
func J1(x float64) float64

// Jn returns the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64

// Y0 returns the Bessel function of the second kind of order 0.
func Y0(x float64) float64

// Y1 returns the Bessel function of the second kind of order 1.
func Y1(x float64) float64

// Yn returns the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64
