// Package maphash hashes bytes and comparable values as maps do: fast, and with a seed of the process.
package maphash

import (
	"hash"
	"internal/abi"
	"internal/sys"
	"unsafe"
)

// Seed chooses a hash function; only one from MakeSeed is one.
type Seed struct{ s uint64 }

// MakeSeed returns a random seed.
func MakeSeed() Seed {
	for {
		if s := sys.Random(); s != 0 {
			return Seed{s}
		}
	}
}

func (seed Seed) check() {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
}

// blockSize is how many bytes are hashed at a time.
const blockSize = 128

// hashText hashes n bytes, blockSize at a time, each with the hash of those before as its seed.
//
//go:noescape
func hashText(p *byte, n int, seed uint64) uint64

// hashValue hashes the comparable value at p.
//
//go:noescape
func hashValue(t *abi.Type, p unsafe.Pointer, seed uint64) uint64

// Bytes returns the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	seed.check()
	return hashText(unsafe.SliceData(b), len(b), seed.s)
}

// String returns the hash of the bytes of s.
func String(seed Seed, s string) uint64 {
	seed.check()
	return hashText(unsafe.StringData(s), len(s), seed.s)
}

// Comparable returns the hash of v: the same for values that are equal.
func Comparable[T comparable](seed Seed, v T) uint64 {
	return hashValue(abi.TypeOf((*T)(nil)).Elem(), unsafe.Pointer(&v), seed.s)
}

// WriteComparable adds v to what is hashed.
func WriteComparable[T comparable](h *Hash, x T) {
	h.Seed()
	if h.used != 0 {
		// So that it makes a difference what is written first.
		h.state.s = Comparable(h.state, h.used)
	}
	h.state.s = Comparable(h.state, x)
}

// Hash hashes the bytes written to it. It is ready to be used, with a seed of its own.
type Hash struct {
	_     [0]func() // not comparable
	seed  Seed
	state Seed // the hash of all blocks but the last
	block [blockSize]byte
	used  int // bytes in block
}

// Seed returns the seed.
func (h *Hash) Seed() Seed {
	if h.seed.s == 0 {
		h.seed = MakeSeed()
		h.state = h.seed
	}
	return h.seed
}

// SetSeed makes h forget all bytes and use seed.
func (h *Hash) SetSeed(seed Seed) {
	seed.check()
	h.seed, h.state, h.used = seed, seed, 0
}

// Reset makes h forget all bytes.
func (h *Hash) Reset() { h.SetSeed(h.Seed()) }

// Write adds b; it never fails.
func (h *Hash) Write(b []byte) (int, error) {
	return h.WriteString(unsafe.String(unsafe.SliceData(b), len(b)))
}

// WriteString adds the bytes of s; it never fails.
func (h *Hash) WriteString(s string) (int, error) {
	size := len(s)
	for len(s) > 0 {
		if h.used == blockSize {
			h.Seed()
			h.state.s = hashText(&h.block[0], blockSize, h.state.s)
			h.used = 0
		}
		n := copy(h.block[h.used:], s)
		h.used += n
		s = s[n:]
	}
	return size, nil
}

// WriteByte adds a byte; it never fails.
func (h *Hash) WriteByte(b byte) error {
	if h.used == blockSize {
		h.Write([]byte{b})
		return nil
	}
	h.block[h.used] = b
	h.used++
	return nil
}

// Sum64 returns the hash of the bytes written so far.
func (h *Hash) Sum64() uint64 {
	h.Seed()
	return hashText(&h.block[0], h.used, h.state.s)
}

// Sum appends Sum64 to b, the lowest byte first.
func (h *Hash) Sum(b []byte) []byte {
	sum := h.Sum64()
	for range h.Size() {
		b = append(b, byte(sum))
		sum >>= 8
	}
	return b
}

// Size returns the number of bytes of a hash.
func (h *Hash) Size() int { return 8 }

// BlockSize returns how many bytes are hashed at a time.
func (h *Hash) BlockSize() int { return blockSize }

// Clone returns a Hash that goes on from the same state.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.Seed()
	clone := *h
	return &clone, nil
}

// Hasher says which values are equal, and hashes them.
type Hasher[T any] interface {
	Hash(*Hash, T)
	Equal(x, y T) bool
}

// ComparableHasher is the Hasher of ==.
type ComparableHasher[T comparable] struct{ _ [0]func(T) }

// Hash adds v to what is hashed.
func (ComparableHasher[T]) Hash(h *Hash, v T) { WriteComparable(h, v) }

// Equal returns x == y.
func (ComparableHasher[T]) Equal(x, y T) bool { return x == y }
