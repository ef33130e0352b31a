// Package checksum runs the checksums of hash/crc32, crc64, adler32 and fnv over bytes, and puts their states into
// bytes and back.
package checksum

import "errors"

// CRC32 takes p into a checksum by the table of a reversed polynomial.
//
//go:noescape
func CRC32(crc uint32, table *[256]uint32, p []byte) uint32

// CRC64 takes p into a checksum by the table of a reversed polynomial.
//
//go:noescape
func CRC64(crc uint64, table *[256]uint64, p []byte) uint64

// Adler32 takes p into a checksum of RFC 1950.
//
//go:noescape
func Adler32(sum uint32, p []byte) uint32

// FNV32 takes p into a hash; multiplyFirst is FNV-1, else it is FNV-1a.
//
//go:noescape
func FNV32(hash uint32, multiplyFirst bool, p []byte) uint32

// FNV64 takes p into a hash; multiplyFirst is FNV-1, else it is FNV-1a.
//
//go:noescape
func FNV64(hash uint64, multiplyFirst bool, p []byte) uint64

// FNV128 takes p into a hash of two words, the upper one first; multiplyFirst is FNV-1, else it is FNV-1a.
//
//go:noescape
func FNV128(high, low uint64, multiplyFirst bool, p []byte) (newHigh, newLow uint64)

// Append appends the lower size bytes of a state to b, the most significant one first.
func Append(b []byte, state uint64, size int) []byte {
	for i := size - 1; i >= 0; i-- {
		b = append(b, byte(state>>(8*i)))
	}
	return b
}

// Read returns the state that b, of up to 8 bytes, holds.
func Read(b []byte) (state uint64) {
	for _, c := range b {
		state = state<<8 | uint64(c)
	}
	return state
}

// Check returns what follows the magic bytes of a saved state, which must be size bytes. Errors begin with the
// package's name.
func Check(b []byte, name, magic string, size int) ([]byte, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errors.New(name + ": invalid hash state identifier")
	}
	if len(b) != len(magic)+size {
		return nil, errors.New(name + ": invalid hash state size")
	}
	return b[len(magic):], nil
}
