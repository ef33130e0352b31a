// Package rand draws pseudo-random numbers: with a seed the numbers that Go draws with it.
package rand

import (
	"internal/sys"
	"internal/ziggurat"
	"math"
)

// Source draws numbers of 63 bits.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 draws numbers of 64 bits, too.
type Source64 interface {
	Source
	Uint64() uint64
}

// NewSource returns a Source of a seed.
func NewSource(seed int64) Source {
	var rng additiveSource
	rng.Seed(seed)
	return &rng
}

// Rand draws numbers of many kinds from a source.
type Rand struct {
	src Source
	s64 Source64 // src if it is one

	left      int64 // of Read: bytes drawn and not returned
	leftBytes int8
}

// New returns a Rand of a source.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed sets the state of the source.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.leftBytes = 0
}

// Int63 returns a number of 63 bits.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 returns a number of 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

// Uint64 returns a number of 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	low := uint64(r.Int63()) >> 31
	return low | uint64(r.Int63())<<32
}

// Int31 returns a number of 31 bits.
func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }

// Int returns a number that is not negative.
func (r *Rand) Int() int { return int(r.Int63()) }

// Int63n returns a number in [0, n).
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	// Numbers above the last multiple of n would prefer small results.
	most := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > most {
		v = r.Int63()
	}
	return v % n
}

// Int31n returns a number in [0, n).
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	most := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > most {
		v = r.Int31()
	}
	return v % n
}

// scaled returns a number in [0, n) by a multiplication (Lemire, "Fast Random Integer Generation in an Interval").
func (r *Rand) scaled(n int32) int {
	product := uint64(r.Uint32()) * uint64(n)
	if uint32(product) < uint32(n) {
		for least := uint32(-n) % uint32(n); uint32(product) < least; {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return int(product >> 32)
}

// Intn returns a number in [0, n).
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= math.MaxInt32 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 returns a number in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 returns a number in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm returns the numbers of [0, n) in random order.
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := range n {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle brings n things that swap exchanges into random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i >= math.MaxInt32 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, r.scaled(int32(i+1)))
		}
	}
}

// Read fills p with random bytes.
func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.leftBytes == 0 {
			r.left = r.src.Int63()
			r.leftBytes = 7
		}
		p[i] = byte(r.left)
		r.left >>= 8
		r.leftBytes--
	}
	return len(p), nil
}

// NormFloat64 returns a number of the normal distribution with mean 0 and deviation 1.
func (r *Rand) NormFloat64() float64 {
	table := ziggurat.Normal()
	for {
		j := int32(r.Uint32())
		i := j & 0x7F
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
		j := r.Uint32()
		i := j & 0xFF
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

func random() uint64 { return sys.Random() }

// The functions of the package draw from one Rand.
var shared = &Rand{src: systemSource{}, s64: systemSource{}}

// Seed does nothing: as in Go since 1.24, where programs cannot make these functions repeat.
func Seed(seed int64) {}

// Int63 returns a number of 63 bits.
func Int63() int64 { return shared.Int63() }

// Uint32 returns a number of 32 bits.
func Uint32() uint32 { return shared.Uint32() }

// Uint64 returns a number of 64 bits.
func Uint64() uint64 { return shared.Uint64() }

// Int31 returns a number of 31 bits.
func Int31() int32 { return shared.Int31() }

// Int returns a number that is not negative.
func Int() int { return shared.Int() }

// Int63n returns a number in [0, n).
func Int63n(n int64) int64 { return shared.Int63n(n) }

// Int31n returns a number in [0, n).
func Int31n(n int32) int32 { return shared.Int31n(n) }

// Intn returns a number in [0, n).
func Intn(n int) int { return shared.Intn(n) }

// Float64 returns a number in [0, 1).
func Float64() float64 { return shared.Float64() }

// Float32 returns a number in [0, 1).
func Float32() float32 { return shared.Float32() }

// Perm returns the numbers of [0, n) in random order.
func Perm(n int) []int { return shared.Perm(n) }

// Shuffle brings n things that swap exchanges into random order.
func Shuffle(n int, swap func(i, j int)) { shared.Shuffle(n, swap) }

// Read fills p with random bytes.
func Read(p []byte) (n int, err error) { return shared.Read(p) }

// NormFloat64 returns a number of the normal distribution with mean 0 and deviation 1.
func NormFloat64() float64 { return shared.NormFloat64() }

// ExpFloat64 returns a number of the exponential distribution with rate 1.
func ExpFloat64() float64 { return shared.ExpFloat64() }
