// Package sha1 computes the SHA-1 hash, which is broken as a cryptographic hash.
package sha1

import (
	"crypto"
	"hash"
	"internal/blockhash"
)

func init() {
	crypto.RegisterHash(crypto.SHA1, New)
}

// Size is the number of bytes of a hash.
const Size = 20

// BlockSize is the number of bytes that are hashed at a time.
const BlockSize = 64

const (
	name  = "crypto/sha1"
	magic = "sha\x01"
)

type digest struct {
	state  [5]uint32
	block  [BlockSize]byte
	used   int // bytes in block
	length uint64
}

// New returns a hash.Hash for SHA-1 hashes; it implements encoding.BinaryMarshaler, BinaryAppender and
// BinaryUnmarshaler to save and restore its state.
func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

// Sum returns the hash of data.
func Sum(data []byte) [Size]byte {
	var d digest
	d.Reset()
	d.Write(data)
	return d.hash()
}

func (d *digest) Reset() {
	d.state = [...]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}
	d.used = 0
	d.length = 0
}

func (d *digest) Size() int { return Size }

func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Write(p []byte) (n int, err error) {
	blockhash.Write(blockhash.SHA1, d.state[:], d.block[:], &d.used, &d.length, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	h := d.hash()
	return append(in, h[:]...)
}

// ConstantTimeSum is Sum; Go's takes the same time for all states.
func (d *digest) ConstantTimeSum(in []byte) []byte { return d.Sum(in) }

func (d *digest) hash() (h [Size]byte) {
	blockhash.Sum(blockhash.SHA1, d.state[:], d.block[:], d.used, d.length, h[:])
	return h
}

// Clone returns a digest that goes on from the same state.
func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}

func (d *digest) MarshalBinary() ([]byte, error) {
	return d.AppendBinary(make([]byte, 0, len(magic)+4*len(d.state)+BlockSize+8))
}

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return blockhash.Append(b, magic, d.state[:], d.block[:], d.used, d.length), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	return blockhash.Load(b, name, magic, d.state[:], d.block[:], &d.used, &d.length)
}
