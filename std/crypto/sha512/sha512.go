// Package sha512 computes the SHA-384, SHA-512, SHA-512/224 and SHA-512/256 hashes.
package sha512

import (
	"crypto"
	"hash"
	"internal/blockhash"
)

func init() {
	crypto.RegisterHash(crypto.SHA384, New384)
	crypto.RegisterHash(crypto.SHA512, New)
	crypto.RegisterHash(crypto.SHA512_224, New512_224)
	crypto.RegisterHash(crypto.SHA512_256, New512_256)
}

// The numbers of bytes of the hashes.
const (
	Size    = 64
	Size384 = 48
	Size224 = 28
	Size256 = 32
)

// BlockSize is the number of bytes that are hashed at a time.
const BlockSize = 128

const name = "crypto/sha512"

type digest struct {
	state  [8]uint64
	block  [BlockSize]byte
	used   int // bytes in block
	length uint64
	size   int // bytes of the hash, which says what state it begins with
}

// variant is one of the hashes.
type variant struct {
	magic string
	start [8]uint64
}

var variantFull = variant{"sha\x07", [...]uint64{
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
}}

var variant384 = variant{"sha\x04", [...]uint64{
	0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
	0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
}}

var variant512_224 = variant{"sha\x05", [...]uint64{
	0x8c3d37c819544da2, 0x73e1996689dcd4d6, 0x1dfab7ae32ff9c82, 0x679dd514582f9fcf,
	0x0f6d2b697bd44da8, 0x77e36f7304c48942, 0x3f9d85a86a1d36c8, 0x1112e6ad91d692a1,
}}

var variant512_256 = variant{"sha\x06", [...]uint64{
	0x22312194fc2bf72c, 0x9f555fa3c84c64c2, 0x2393b86b6f53b151, 0x963877195940eabd,
	0x96283ee2a88effe3, 0xbe5e1e2553863992, 0x2b0199fc2c85b8aa, 0x0eb72ddc81c52ca2,
}}

func (d *digest) variant() *variant {
	switch d.size {
	case Size384:
		return &variant384
	case Size224:
		return &variant512_224
	case Size256:
		return &variant512_256
	}
	return &variantFull
}

func sumOf(size int, data, out []byte) {
	d := digest{size: size}
	d.Reset()
	d.Write(data)
	d.hash(out)
}

// New returns a hash.Hash for SHA-512 hashes; it implements encoding.BinaryMarshaler, BinaryAppender and
// BinaryUnmarshaler to save and restore its state.
func New() hash.Hash {
	d := &digest{size: Size}
	d.Reset()
	return d
}

// New384 returns a hash.Hash for SHA-384 hashes; it implements encoding.BinaryMarshaler, BinaryAppender and
// BinaryUnmarshaler to save and restore its state.
func New384() hash.Hash {
	d := &digest{size: Size384}
	d.Reset()
	return d
}

// New512_224 returns a hash.Hash for SHA-512/224 hashes; it implements encoding.BinaryMarshaler, BinaryAppender and
// BinaryUnmarshaler to save and restore its state.
func New512_224() hash.Hash {
	d := &digest{size: Size224}
	d.Reset()
	return d
}

// New512_256 returns a hash.Hash for SHA-512/256 hashes; it implements encoding.BinaryMarshaler, BinaryAppender and
// BinaryUnmarshaler to save and restore its state.
func New512_256() hash.Hash {
	d := &digest{size: Size256}
	d.Reset()
	return d
}

// Sum512 returns the SHA-512 hash of data.
func Sum512(data []byte) (h [Size]byte) {
	sumOf(Size, data, h[:])
	return h
}

// Sum384 returns the SHA-384 hash of data.
func Sum384(data []byte) (h [Size384]byte) {
	sumOf(Size384, data, h[:])
	return h
}

// Sum512_224 returns the SHA-512/224 hash of data.
func Sum512_224(data []byte) (h [Size224]byte) {
	sumOf(Size224, data, h[:])
	return h
}

// Sum512_256 returns the SHA-512/256 hash of data.
func Sum512_256(data []byte) (h [Size256]byte) {
	sumOf(Size256, data, h[:])
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
	blockhash.Write(blockhash.SHA512, d.state[:], d.block[:], &d.used, &d.length, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	var h [Size]byte
	d.hash(h[:d.size])
	return append(in, h[:d.size]...)
}

func (d *digest) hash(out []byte) {
	blockhash.Sum(blockhash.SHA512, d.state[:], d.block[:], d.used, d.length, out)
}

// Clone returns a digest that goes on from the same state.
func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}

func (d *digest) MarshalBinary() ([]byte, error) {
	return d.AppendBinary(make([]byte, 0, 68+BlockSize+8))
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return blockhash.Append(b, d.variant().magic, d.state[:], d.block[:], d.used, d.length), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	return blockhash.Load(b, name, d.variant().magic, d.state[:], d.block[:], &d.used, &d.length)
}
