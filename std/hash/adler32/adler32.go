// Package adler32 computes the checksum Adler-32 of RFC 1950.
package adler32

import (
	"hash"
	"internal/checksum"
)

// Size is the number of bytes of a checksum.
const Size = 4

const (
	name  = "hash/adler32"
	magic = "adl\x01"
)

// digest is the two sums, the second one in the upper half.
type digest uint32

// Checksum returns the checksum of data.
func Checksum(data []byte) uint32 { return checksum.Adler32(1, data) }

// New returns a hash.Hash32 for checksums; its state can be saved as an encoding.BinaryMarshaler.
func New() hash.Hash32 {
	d := digest(1)
	return &d
}

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Reset()         { *d = 1 }
func (d *digest) Sum32() uint32  { return uint32(*d) }

func (d *digest) Write(p []byte) (n int, err error) {
	*d = digest(checksum.Adler32(uint32(*d), p))
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return checksum.Append(in, uint64(*d), Size) }

func (d *digest) AppendBinary(b []byte) ([]byte, error) { return d.Sum(append(b, magic...)), nil }
func (d *digest) MarshalBinary() ([]byte, error) {
	return d.AppendBinary(make([]byte, 0, len(magic)+Size))
}

func (d *digest) UnmarshalBinary(b []byte) error {
	b, err := checksum.Check(b, name, magic, Size)
	if err == nil {
		*d = digest(checksum.Read(b))
	}
	return err
}

// Clone returns a digest that goes on from the same state.
func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}
