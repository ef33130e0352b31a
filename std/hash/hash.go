// Package hash holds the interfaces of hash functions.
package hash

import "io"

// Hash is what all hash functions have.
type Hash interface {
	// Write adds bytes to what is hashed; it never fails.
	io.Writer
	// Sum appends the hash of what was written to b; the state does not change.
	Sum(b []byte) []byte
	// Reset goes back to the beginning.
	Reset()
	// Size returns the number of bytes of a Sum.
	Size() int
	// BlockSize returns the number of bytes that are hashed at a time.
	BlockSize() int
}

// Hash32 is a hash function of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 is a hash function of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// Cloner is a hash function whose state can be copied.
type Cloner interface {
	Hash
	// Clone returns one that goes on from the same state.
	Clone() (Cloner, error)
}

// XOF is a hash function with output of any length.
type XOF interface {
	// Write adds bytes to what is hashed; not after Read.
	io.Writer
	// Read reads more of the output.
	io.Reader
	// Reset goes back to the beginning.
	Reset()
	// BlockSize returns the number of bytes that are hashed at a time.
	BlockSize() int
}
