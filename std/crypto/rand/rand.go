// Package rand makes random numbers that cannot be foreseen: the kernel's.
package rand

import (
	"errors"
	"io"
	"math/big"
)

type kernel struct{}

func (kernel) Read(b []byte) (n int, err error) {
	fill(b)
	return len(b), nil
}

// fill fills b with random bytes of the kernel.
//
//go:noescape
func fill(b []byte)

// Reader gives random bytes.
var Reader io.Reader = kernel{}

// Read fills b with random bytes. It never fails: the program ends if there are none.
func Read(b []byte) (n int, err error) {
	if _, own := Reader.(kernel); own {
		fill(b)
		return len(b), nil
	}
	bytes := make([]byte, len(b))
	_, err = io.ReadFull(Reader, bytes)
	copy(b, bytes)
	if err != nil {
		fatal("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}

// fatal ends the program.
func fatal(text string)

// Text returns a secret of at least 128 random bits: 26 characters of base32.
func Text() string {
	b := make([]byte, 26)
	Read(b)
	for i, c := range b {
		b[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[c%32]
	}
	return string(b)
}

// topBits returns how many bits the first byte of a number of that many bits has.
func topBits(bits int) uint { return uint(bits+7)%8 + 1 }

// Int returns a random number of [0, max).
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	n = new(big.Int)
	bits := n.Sub(max, n.SetUint64(1)).BitLen()
	if bits == 0 {
		return n, nil
	}
	bytes := make([]byte, (bits+7)/8)
	for {
		if _, err = io.ReadFull(rand, bytes); err != nil {
			return nil, err
		}
		bytes[0] &= 1<<topBits(bits) - 1
		if n.SetBytes(bytes).Cmp(max) < 0 {
			return n, nil
		}
	}
}

// Prime returns a number of that many bits that is a prime, but for very little. The two highest bits are set; the bytes are
// the kernel's, whatever r is.
func Prime(r io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	bytes := make([]byte, (bits+7)/8)
	p := new(big.Int)
	for {
		Read(bytes)
		top := topBits(bits)
		bytes[0] &= 1<<top - 1
		if top >= 2 {
			bytes[0] |= 3 << (top - 2)
		} else {
			bytes[0] |= 1
			bytes[1] |= 0x80
		}
		bytes[len(bytes)-1] |= 1
		if p.SetBytes(bytes).ProbablyPrime(20) {
			return p, nil
		}
	}
}
