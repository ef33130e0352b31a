package rand

import "math"

// Zipf draws numbers k in [0, imax] with probability proportional to (v+k)^-s, by rejection and inversion (Hörmann
// and Derflinger, "Rejection-Inversion to Generate Variates from Monotone Discrete Distributions", 1996).
type Zipf struct {
	r          *Rand
	v, q       float64
	power      float64 // 1-q
	inverse    float64 // 1/(1-q)
	hMax       float64
	hRange     float64
	acceptance float64
	imax       float64
}

// h is the integral of the density, hInverse its inverse.
func (z *Zipf) h(x float64) float64 { return math.Exp(z.power*math.Log(z.v+x)) * z.inverse }

func (z *Zipf) hInverse(x float64) float64 { return math.Exp(z.inverse*math.Log(z.power*x)) - z.v }

// NewZipf returns a Zipf for s > 1 and v >= 1, nil for others.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, q: s, power: 1.0 - s, imax: float64(imax)}
	z.inverse = 1.0 / z.power
	z.hMax = z.h(z.imax + 0.5)
	z.hRange = z.h(0.5) - math.Exp(math.Log(v)*(-s)) - z.hMax
	z.acceptance = 1 - z.hInverse(z.h(1.5)-math.Exp(-s*math.Log(v+1.0)))
	return z
}

// Uint64 returns a number of the distribution.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.hMax + z.r.Float64()*z.hRange
		x := z.hInverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.acceptance || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
