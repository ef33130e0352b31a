// Package sha256 computes the SHA-256 and SHA-224 hashes.
package sha256

import (
	"crypto"
	"hash"
	"internal/blockhash"
)

func init() {
	crypto.RegisterHash(crypto.SHA224, New224)
	crypto.RegisterHash(crypto.SHA256, New)
}

// The numbers of bytes of the hashes.
const (
	Size    = 32
	Size224 = 28
)

// BlockSize is the number of bytes that are hashed at a time.
const BlockSize = 64

const name = "crypto/sha256"

type digest struct {
	state  [8]uint32
	block  [BlockSize]byte
	used   int // bytes in block
	length uint64
	size   int // bytes of the hash, which says what state it begins with
}

// variant is one of the hashes.
type variant struct {
	magic string
	start [8]uint32
}

var variantFull = variant{"sha\x03", [...]uint32{
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
}}

var variant224 = variant{"sha\x02", [...]uint32{
	0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
	0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
}}

func (d *digest) variant() *variant {
	switch d.size {
	case Size224:
		return &variant224
	}
	return &variantFull
}

func sumOf(size int, data, out []byte) {
	d := digest{size: size}
	d.Reset()
	d.Write(data)
	d.hash(out)
}

// New returns a hash.Hash for SHA-256 hashes; it implements encoding.BinaryMarshaler, BinaryAppender and
// BinaryUnmarshaler to save and restore its state.
func New() hash.Hash {
	d := &digest{size: Size}
	d.Reset()
	return d
}

// New224 returns a hash.Hash for SHA-224 hashes; it implements encoding.BinaryMarshaler, BinaryAppender and
// BinaryUnmarshaler to save and restore its state.
func New224() hash.Hash {
	d := &digest{size: Size224}
	d.Reset()
	return d
}

// Sum256 returns the SHA-256 hash of data.
func Sum256(data []byte) (h [Size]byte) {
	sumOf(Size, data, h[:])
	return h
}

// Sum224 returns the SHA-224 hash of data.
func Sum224(data []byte) (h [Size224]byte) {
	sumOf(Size224, data, h[:])
	return h
}

//go:noinline as in Go, where it is too long: New is expanded and holds this call
func (d *digest) Reset() {
	d.state = d.variant().start
	d.used = 0
	d.length = 0
}

func (d *digest) Size() int { return d.size }

func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Write(p []byte) (n int, err error) {
	blockhash.Write(blockhash.SHA256, d.state[:], d.block[:], &d.used, &d.length, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	var h [Size]byte
	d.hash(h[:d.size])
	return append(in, h[:d.size]...)
}

func (d *digest) hash(out []byte) {
	blockhash.Sum(blockhash.SHA256, d.state[:], d.block[:], d.used, d.length, out)
}

// Clone returns a digest that goes on from the same state.
func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}

func (d *digest) MarshalBinary() ([]byte, error) {
	return d.AppendBinary(make([]byte, 0, 36+BlockSize+8))
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return blockhash.Append(b, d.variant().magic, d.state[:], d.block[:], d.used, d.length), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	return blockhash.Load(b, name, d.variant().magic, d.state[:], d.block[:], &d.used, &d.length)
}
