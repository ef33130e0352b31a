package big

import (
	"math"
	"math/bits"
	"math/rand"
)

// Word is a digit of a number.
type Word uint

const (
	wordBits  = bits.UintSize
	wordBytes = wordBits / 8
)

// nat is a natural number: its digits in base 2⁶⁴, the lowest first, the highest not 0. A method with receiver z puts
// its result into z's memory if that is large enough, and returns it.
type nat []Word

var (
	one = nat{1}
	two = nat{2}
)

// The functions of GMP; slices have the lengths of their results.

//go:noescape
func addWords(z, x, y []Word) (carry Word) // len(x) >= len(y) > 0

//go:noescape
func subtractWords(z, x, y []Word) (borrow Word) // len(x) >= len(y) > 0

//go:noescape
func multiplyWords(z, x, y []Word) // len(x) >= len(y) > 0; z is neither

//go:noescape
func multiplyAddWord(z, x []Word, factor, summand Word) (carry Word)

//go:noescape
func divideWords(q, r, x, y []Word) // len(q) = len(x)-len(y)+1, len(r) = len(y)

//go:noescape
func shiftLeftWords(z, x []Word, bits uint) (carry Word) // 0 < bits < 64; z may begin behind x

//go:noescape
func shiftRightWords(z, x []Word, bits uint) // 0 < bits < 64; z may begin before x

//go:noescape
func compareWords(x, y []Word) int // of one length

//go:noescape
func powerWords(z, x, y, m []Word) (length int) // len(z) = len(m)

//go:noescape
func gcdWords(z, x, y []Word) (length int) // of x, y > 0

//go:noescape
func extendedGCDWords(z, factor, x, y []Word) (length, factorLength int, negative bool)

//go:noescape
func squareRootWords(z, x []Word) // len(z) = (len(x)+1)/2, x > 0

//go:noescape
func probablyPrimeWords(x []Word, tests int) bool

//go:noescape
func writeDigits(buf []byte, x []Word, base int) (start int) // at the end of buf, x > 0

//go:noescape
func readDigits(z []Word, digits []byte, base int) (length int) // digits are values and not letters

// norm takes zeros off the top.
func (z nat) norm() nat {
	i := len(z)
	for i > 0 && z[i-1] == 0 {
		i--
	}
	return z[:i]
}

// make returns n words, with some more room if they are new.
func (z nat) make(n int) nat {
	if n <= cap(z) {
		return z[:n]
	}
	if n == 1 {
		return make(nat, 1)
	}
	const more = 4
	return make(nat, n, n+more)
}

func (z nat) setWord(x Word) nat {
	if x == 0 {
		return z[:0]
	}
	z = z.make(1)
	z[0] = x
	return z
}

func (z nat) set(x nat) nat {
	z = z.make(len(x))
	copy(z, x)
	return z
}

// alias says whether x and y share memory; they end at the same word then.
func alias(x, y nat) bool {
	return cap(x) > 0 && cap(y) > 0 && &x[:cap(x)][cap(x)-1] == &y[:cap(y)][cap(y)-1]
}

func (x nat) cmp(y nat) int {
	switch {
	case len(x) < len(y):
		return -1
	case len(x) > len(y):
		return 1
	}
	return compareWords(x, y)
}

func (z nat) add(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	switch {
	case len(x) == 0:
		return z[:0]
	case len(y) == 0:
		return z.set(x)
	}
	n := len(x)
	z = z.make(n + 1)
	z[n] = addWords(z[:n], x, y)
	return z.norm()
}

// sub returns x-y for x >= y.
func (z nat) sub(x, y nat) nat {
	switch {
	case len(x) < len(y):
		panic("underflow")
	case len(x) == 0:
		return z[:0]
	case len(y) == 0:
		return z.set(x)
	}
	z = z.make(len(x))
	if subtractWords(z, x, y) != 0 {
		panic("underflow")
	}
	return z.norm()
}

func (z nat) mul(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	if len(y) == 0 {
		return z[:0]
	}
	if len(y) == 1 {
		return z.mulAdd(x, y[0], 0)
	}
	if alias(z, x) || alias(z, y) {
		z = nil
	}
	z = z.make(len(x) + len(y))
	multiplyWords(z, x, y)
	return z.norm()
}

// mulAdd returns x·factor+summand.
func (z nat) mulAdd(x nat, factor, summand Word) nat {
	if len(x) == 0 || factor == 0 {
		return z.setWord(summand)
	}
	n := len(x)
	z = z.make(n + 1)
	z[n] = multiplyAddWord(z[:n], x, factor, summand)
	return z.norm()
}

// div returns quotient and rest; the rest goes into r's memory.
func (z nat) div(r nat, x, y nat) (quotient, rest nat) {
	if len(y) == 0 {
		panic("division by zero")
	}
	if x.cmp(y) < 0 {
		if alias(z, x) {
			z = nil
		}
		return z[:0], r.set(x)
	}
	if alias(z, x) || alias(z, y) || alias(z, r) {
		z = nil
	}
	if alias(r, x) || alias(r, y) {
		r = nil
	}
	z = z.make(len(x) - len(y) + 1)
	r = r.make(len(y))
	divideWords(z, r, x, y)
	return z.norm(), r.norm()
}

func (z nat) lsh(x nat, s uint) nat {
	if len(x) == 0 {
		return z[:0]
	}
	if s == 0 {
		return z.set(x)
	}
	words := int(s / wordBits)
	n := len(x) + words
	z = z.make(n + 1)
	if s %= wordBits; s == 0 {
		copy(z[words:n], x)
		z[n] = 0
	} else {
		z[n] = shiftLeftWords(z[words:n], x, s)
	}
	clear(z[:words])
	return z.norm()
}

func (z nat) rsh(x nat, s uint) nat {
	words := s / wordBits
	if words >= uint(len(x)) {
		return z[:0]
	}
	x = x[words:]
	if s %= wordBits; s == 0 {
		return z.set(x)
	}
	z = z.make(len(x))
	shiftRightWords(z, x, s)
	return z.norm()
}

func (x nat) bitLen() int {
	if n := len(x); n > 0 {
		return (n-1)*wordBits + bits.Len(uint(x[n-1]))
	}
	return 0
}

func (x nat) trailingZeroBits() uint {
	for i, w := range x {
		if w != 0 {
			return uint(i*wordBits + bits.TrailingZeros(uint(w)))
		}
	}
	return 0
}

func (x nat) bit(i uint) uint {
	if w := i / wordBits; w < uint(len(x)) {
		return uint(x[w]>>(i%wordBits)) & 1
	}
	return 0
}

func (z nat) setBit(x nat, i uint, b uint) nat {
	w := int(i / wordBits)
	mask := Word(1) << (i % wordBits)
	n := len(x)
	switch b {
	case 0:
		z = z.set(x)
		if w < n {
			z[w] &^= mask
		}
		return z.norm()
	case 1:
		z = z.make(max(n, w+1))
		copy(z, x)
		clear(z[min(n, len(z)):])
		z[w] |= mask
		return z
	}
	panic("set bit is not 0 or 1")
}

// sticky returns 1 if any of the lowest i bits is set.
func (x nat) sticky(i uint) uint {
	w := i / wordBits
	if w >= uint(len(x)) {
		return uint(min(len(x), 1))
	}
	for _, d := range x[:w] {
		if d != 0 {
			return 1
		}
	}
	if x[w]<<(wordBits-i%wordBits) != 0 && i%wordBits != 0 {
		return 1
	}
	return 0
}

func (z nat) and(x, y nat) nat {
	n := min(len(x), len(y))
	z = z.make(n)
	for i := range n {
		z[i] = x[i] & y[i]
	}
	return z.norm()
}

func (z nat) andNot(x, y nat) nat {
	n := min(len(x), len(y))
	z = z.make(len(x))
	for i := range n {
		z[i] = x[i] &^ y[i]
	}
	copy(z[n:], x[n:])
	return z.norm()
}

func (z nat) or(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z.make(len(x))
	for i := range y {
		z[i] = x[i] | y[i]
	}
	copy(z[len(y):], x[len(y):])
	return z
}

func (z nat) xor(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z = z.make(len(x))
	for i := range y {
		z[i] = x[i] ^ y[i]
	}
	copy(z[len(y):], x[len(y):])
	return z.norm()
}

// pow returns x^y, mod m if m is not empty.
func (z nat) pow(x, y, m nat) nat {
	switch {
	case len(m) == 1 && m[0] == 1:
		return z[:0]
	case len(y) == 0:
		return z.setWord(1)
	case len(x) == 0:
		return z[:0]
	case len(x) == 1 && x[0] == 1:
		return z.setWord(1)
	}
	if alias(z, x) || alias(z, y) || alias(z, m) {
		z = nil
	}
	if len(m) > 0 {
		z = z.make(len(m))
		return z[:powerWords(z, x, y, m)]
	}
	z = z.set(x)
	var square nat
	for i := y.bitLen() - 2; i >= 0; i-- {
		square = square.mul(z, z)
		z, square = square, z
		if y.bit(uint(i)) != 0 {
			square = square.mul(z, x)
			z, square = square, z
		}
	}
	return z
}

func (z nat) sqrt(x nat) nat {
	if len(x) == 0 {
		return z[:0]
	}
	if alias(z, x) {
		z = nil
	}
	z = z.make((len(x) + 1) / 2)
	squareRootWords(z, x)
	return z.norm()
}

// mulRange returns the product of the numbers from a to b, split in halves of about one length.
func (z nat) mulRange(a, b uint64) nat {
	switch {
	case a == 0:
		return z[:0]
	case a > b:
		return z.setWord(1)
	case a == b:
		return z.setWord(Word(a))
	case a+1 == b:
		return z.mul(nat(nil).setWord(Word(a)), nat(nil).setWord(Word(b)))
	}
	m := a + (b-a)/2
	return z.mul(nat(nil).mulRange(a, m), nat(nil).mulRange(m+1, b))
}

// random returns a number below limit, which has n bits.
func (z nat) random(r *rand.Rand, limit nat, n int) nat {
	if alias(z, limit) {
		z = nil
	}
	z = z.make(len(limit))
	mask := ^Word(0) >> (-uint(n) % wordBits)
	for {
		for i := range z {
			low := Word(r.Uint32())
			z[i] = low | Word(r.Uint32())<<32
		}
		z[len(limit)-1] &= mask
		if z.cmp(limit) < 0 {
			return z.norm()
		}
	}
}

// bytes puts the number big-endian at the end of buf and returns where it begins; digits that do not fit must be 0.
func (x nat) bytes(buf []byte) (start int) {
	i := len(buf)
	for _, d := range x {
		for range wordBytes {
			i--
			if i >= 0 {
				buf[i] = byte(d)
			} else if byte(d) != 0 {
				panic("math/big: buffer too small to fit value")
			}
			d >>= 8
		}
	}
	i = max(i, 0)
	for i < len(buf) && buf[i] == 0 {
		i++
	}
	return i
}

func (z nat) setBytes(buf []byte) nat {
	z = z.make((len(buf) + wordBytes - 1) / wordBytes)
	clear(z)
	for i := range buf {
		z[i/wordBytes] |= Word(buf[len(buf)-1-i]) << (i % wordBytes * 8)
	}
	return z.norm()
}

// MaxBase is the largest base of texts.
const MaxBase = 10 + ('z' - 'a' + 1) + ('Z' - 'A' + 1)

// itoa returns the digits, behind a sign if neg.
func (x nat) itoa(neg bool, base int) []byte {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	if len(x) == 0 {
		return []byte("0")
	}
	n := int(float64(x.bitLen())/math.Log2(float64(base))) + 1
	if neg {
		n++
	}
	buf := make([]byte, n)
	start := writeDigits(buf, x, base)
	if neg {
		start--
		buf[start] = '-'
	}
	return buf[start:]
}
