package rand

import (
	"errors"
	"math/bits"
)

// PCG is a permuted congruential generator with 128 bits of state and the output function DXSM (O'Neill, "PCG: A
// Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number Generation", 2014).
type PCG struct {
	high, low uint64
}

// NewPCG returns a PCG of a seed.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed sets the state.
func (p *PCG) Seed(seed1, seed2 uint64) { p.high, p.low = seed1, seed2 }

// Uint64 returns a number of 64 bits.
func (p *PCG) Uint64() uint64 {
	const (
		factorHigh = 2549297995355413924
		factorLow  = 4865540595714422341
		addedHigh  = 6364136223846793005
		addedLow   = 1442695040888963407
		cheap      = 0xda942042e4dd58b5
	)
	high, low := bits.Mul64(p.low, factorLow)
	high += p.high*factorLow + p.low*factorHigh
	low, carry := bits.Add64(low, addedLow, 0)
	high += addedHigh + carry
	p.high, p.low = high, low

	high ^= high >> 32
	high *= cheap
	high ^= high >> 48
	return high * (low | 1)
}

// AppendBinary implements encoding.BinaryAppender.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "pcg:"...)
	return appendBig(appendBig(b, p.high), p.low), nil
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(make([]byte, 0, 20)) }

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.high, p.low = big(data[4:12]), big(data[12:])
	return nil
}

func appendBig(b []byte, x uint64) []byte {
	return append(b, byte(x>>56), byte(x>>48), byte(x>>40), byte(x>>32), byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
}

func big(b []byte) (x uint64) {
	for _, c := range b {
		x = x<<8 | uint64(c)
	}
	return x
}

func appendLittle(b []byte, x uint64) []byte { return appendBig(b, bits.ReverseBytes64(x)) }

func little(b []byte) uint64 { return bits.ReverseBytes64(big(b)) }

const (
	blockWords   = 32 // numbers of a block
	lastBlock    = 3  // of a key
	nextKeyWords = 4  // of the last block, which become the next key
)

// ChaCha8 draws from the ChaCha stream cipher with 8 rounds: four blocks of a key at a time, the last words of the
// fourth are the next key.
type ChaCha8 struct {
	words [blockWords]uint64
	key   [4]uint64
	used  uint32 // of the words
	block uint32 // since the key

	rest      [8]byte // of the last number that Read took apart, at the end
	restBytes int
}

// fillBlock computes the numbers of block i of a key.
//
//go:noescape
func fillBlock(words *[blockWords]uint64, key *[4]uint64, i uint32)

// NewChaCha8 returns a ChaCha8 of a seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed sets the state.
func (c *ChaCha8) Seed(seed [32]byte) {
	for i := range c.key {
		c.key[i] = little(seed[8*i : 8*i+8])
	}
	c.start(0, 0)
	c.restBytes = 0
	c.rest = [8]byte{}
}

func (c *ChaCha8) start(block, used uint32) {
	c.block, c.used = block, used
	fillBlock(&c.words, &c.key, block)
}

// Uint64 returns a number of 64 bits.
func (c *ChaCha8) Uint64() uint64 {
	switch {
	case c.used < blockWords-nextKeyWords || c.used < blockWords && c.block < lastBlock:
	case c.block < lastBlock:
		c.start(c.block+1, 0)
	default:
		copy(c.key[:], c.words[blockWords-nextKeyWords:])
		c.start(0, 0)
	}
	x := c.words[c.used]
	c.used++
	return x
}

// Read fills p with random bytes.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if c.restBytes == 0 {
			appendLittle(c.rest[:0], c.Uint64())
			c.restBytes = len(c.rest)
		}
		m := copy(p[n:], c.rest[len(c.rest)-c.restBytes:])
		n += m
		c.restBytes -= m
	}
	return n, nil
}

// AppendBinary implements encoding.BinaryAppender.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.restBytes > 0 {
		b = append(b, "readbuf:"...)
		b = append(b, byte(c.restBytes))
		b = append(b, c.rest[len(c.rest)-c.restBytes:]...)
	}
	b = append(b, "chacha8:"...)
	b = appendBig(b, uint64(c.block*blockWords+c.used))
	for _, k := range c.key {
		b = appendLittle(b, k)
	}
	return b, nil
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(make([]byte, 0, 64)) }

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	if n := len("readbuf:"); len(data) >= n && string(data[:n]) == "readbuf:" {
		data = data[n:]
		if len(data) == 0 || len(data) < 1+int(data[0]) || int(data[0]) > len(c.rest) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		size := int(data[0])
		c.restBytes = copy(c.rest[len(c.rest)-size:], data[1:1+size])
		data = data[1+size:]
	}
	const size = 6 * 8
	if len(data) != size || string(data[:8]) != "chacha8:" {
		return errors.New("invalid ChaCha8 encoding")
	}
	used := big(data[8:16])
	if used > (lastBlock+1)*blockWords-nextKeyWords {
		return errors.New("invalid ChaCha8 encoding")
	}
	for i := range c.key {
		c.key[i] = little(data[16+8*i : 24+8*i])
	}
	c.start(uint32(used)/blockWords, uint32(used)%blockWords)
	return nil
}
