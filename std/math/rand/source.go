package rand

// additiveSource is an additive lagged Fibonacci generator: x[n] = x[n-607] + x[n-273] mod 2⁶⁴.
type additiveSource struct {
	tap   int // where in the state the two terms are
	feed  int
	state [length]uint64
}

const (
	length = 607
	lag    = 273

	lehmerModulus = 1<<31 - 1
)

// lehmer returns the successor of x in Lehmer's generator with the multiplier 48271.
func lehmer(x uint64) uint64 { return x * 48271 % lehmerModulus }

// Seed sets the state: numbers of Lehmer's generator, mixed with a table.
func (s *additiveSource) Seed(seed int64) {
	s.tap = 0
	s.feed = length - lag
	seed %= lehmerModulus
	if seed < 0 {
		seed += lehmerModulus
	}
	if seed == 0 {
		seed = 89482311
	}
	x := uint64(seed)
	for range 20 {
		x = lehmer(x)
	}
	for i := range &s.state {
		a := lehmer(x)
		b := lehmer(a)
		x = lehmer(b)
		s.state[i] = a<<40 ^ b<<20 ^ x ^ mixed[i]
	}
}

// Int63 returns a number of 63 bits.
func (s *additiveSource) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }

// Uint64 returns a number of 64 bits.
func (s *additiveSource) Uint64() uint64 {
	if s.tap--; s.tap < 0 {
		s.tap += length
	}
	if s.feed--; s.feed < 0 {
		s.feed += length
	}
	x := s.state[s.feed] + s.state[s.tap]
	s.state[s.feed] = x
	return x
}

// systemSource draws from govm, whose numbers depend on --seed alone.
type systemSource struct{}

func (systemSource) Int63() int64   { return int64(random() &^ (1 << 63)) }
func (systemSource) Uint64() uint64 { return random() }
func (systemSource) Seed(int64)     { panic("internal error: call to runtimeSource.Seed") }
