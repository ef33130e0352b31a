// Package rand draws pseudo-random numbers: of a source with a seed, those that Go draws.
//
// Left out: Rand.N, a generic method.
package rand

import (
	"internal/sys"
	"internal/ziggurat"
	"math"
	"math/bits"
)

// Source draws numbers of 64 bits.
type Source interface {
	Uint64() uint64
}

// Rand draws numbers of many kinds from a source.
type Rand struct {
	src Source
}

// New returns a Rand of a source.
func New(src Source) *Rand { return &Rand{src} }

// Int64 returns a number of 63 bits.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 returns a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 returns a number of 64 bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 returns a number of 31 bits.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int returns a number that is not negative.
func (r *Rand) Int() int { return int(r.src.Uint64() << 1 >> 1) }

// Uint returns a number of 64 bits.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// below returns a number in [0, n) by a multiplication (Lemire, "Fast Random Integer Generation in an Interval").
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	high, low := bits.Mul64(r.Uint64(), n)
	if low < n {
		for least := -n % n; low < least; {
			high, low = bits.Mul64(r.Uint64(), n)
		}
	}
	return high
}

// Int64N returns a number in [0, n).
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

// Uint64N returns a number in [0, n).
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

// Int32N returns a number in [0, n).
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

// Uint32N returns a number in [0, n).
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

// IntN returns a number in [0, n).
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

// UintN returns a number in [0, n).
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns a number in [0, n).
func (r *Rand) N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(r.below(uint64(n)))
}

// Float64 returns a number in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }

// Float32 returns a number in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm returns the numbers of [0, n) in random order.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle brings n things that swap exchanges into random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

// NormFloat64 returns a number of the normal distribution with mean 0 and deviation 1.
func (r *Rand) NormFloat64() float64 {
	table := ziggurat.Normal()
	for {
		u := r.Uint64()
		j := int32(u)
		i := u >> 32 & 0x7F
		x := float64(j) * float64(table.Factor[i])
		if uint32(max(j, -j)) < table.Inside[i] {
			return x
		}
		if i == 0 {
			return r.normalTail(j > 0)
		}
		if table.Density[i]+float32(r.Float64())*(table.Density[i-1]-table.Density[i]) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

func (r *Rand) normalTail(positive bool) float64 {
	const tail = ziggurat.NormalTail
	for {
		x := -math.Log(r.Float64()) * (1.0 / tail)
		y := -math.Log(r.Float64())
		if y+y < x*x {
			continue
		}
		if positive {
			return tail + x
		}
		return -tail - x
	}
}

// ExpFloat64 returns a number of the exponential distribution with rate 1.
func (r *Rand) ExpFloat64() float64 {
	table := ziggurat.Exponential()
	for {
		u := r.Uint64()
		j := uint32(u)
		i := uint8(u >> 32)
		x := float64(j) * float64(table.Factor[i])
		if j < table.Inside[i] {
			return x
		}
		if i == 0 {
			return ziggurat.ExponentialTail - math.Log(r.Float64())
		}
		if table.Density[i]+float32(r.Float64())*(table.Density[i-1]-table.Density[i]) < float32(math.Exp(-x)) {
			return x
		}
	}
}

// systemSource draws from govm, whose numbers depend on --seed alone.
type systemSource struct{}

func (systemSource) Uint64() uint64 { return sys.Random() }

// The functions of the package draw from one Rand.
var shared = &Rand{systemSource{}}

// Int64 returns a number of 63 bits.
func Int64() int64 { return shared.Int64() }

// Uint32 returns a number of 32 bits.
func Uint32() uint32 { return shared.Uint32() }

// Uint64N returns a number in [0, n).
func Uint64N(n uint64) uint64 { return shared.Uint64N(n) }

// Uint32N returns a number in [0, n).
func Uint32N(n uint32) uint32 { return shared.Uint32N(n) }

// Uint64 returns a number of 64 bits.
func Uint64() uint64 { return shared.Uint64() }

// Int32 returns a number of 31 bits.
func Int32() int32 { return shared.Int32() }

// Int returns a number that is not negative.
func Int() int { return shared.Int() }

// Uint returns a number of 64 bits.
func Uint() uint { return shared.Uint() }

// Int64N returns a number in [0, n).
func Int64N(n int64) int64 { return shared.Int64N(n) }

// Int32N returns a number in [0, n).
func Int32N(n int32) int32 { return shared.Int32N(n) }

// IntN returns a number in [0, n).
func IntN(n int) int { return shared.IntN(n) }

// UintN returns a number in [0, n).
func UintN(n uint) uint { return shared.UintN(n) }

// N returns a number in [0, n).
func N[Int intType](n Int) Int { return shared.N(n) }

// Float64 returns a number in [0, 1).
func Float64() float64 { return shared.Float64() }

// Float32 returns a number in [0, 1).
func Float32() float32 { return shared.Float32() }

// Perm returns the numbers of [0, n) in random order.
func Perm(n int) []int { return shared.Perm(n) }

// Shuffle brings n things that swap exchanges into random order.
func Shuffle(n int, swap func(i, j int)) { shared.Shuffle(n, swap) }

// NormFloat64 returns a number of the normal distribution with mean 0 and deviation 1.
func NormFloat64() float64 { return shared.NormFloat64() }

// ExpFloat64 returns a number of the exponential distribution with rate 1.
func ExpFloat64() float64 { return shared.ExpFloat64() }
