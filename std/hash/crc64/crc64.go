// Package crc64 computes cyclic redundancy checks of 64 bits, the least significant bit first.
package crc64

import (
	"errors"
	"hash"
	"internal/checksum"
)

// Size is the number of bytes of a checksum.
const Size = 8

// The polynomials in use, reversed.
const (
	// ISO is that of ISO 3309.
	ISO = 0xD800000000000000
	// ECMA is that of ECMA 182.
	ECMA = 0xC96C5795D7870F42
)

const (
	name  = "hash/crc64"
	magic = "crc\x02"
)

// Table holds the checksums of all bytes.
type Table [256]uint64

var iso, ecma *Table // made when they are asked for

// MakeTable returns the table of a reversed polynomial; it must not be changed.
func MakeTable(poly uint64) *Table {
	var known **Table
	switch poly {
	case ISO:
		known = &iso
	case ECMA:
		known = &ecma
	default:
		return tableOf(poly)
	}
	if *known == nil {
		*known = tableOf(poly)
	}
	return *known
}

func tableOf(poly uint64) *Table {
	table := new(Table)
	for i := range table {
		crc := uint64(i)
		for range 8 {
			crc = crc>>1 ^ poly&-(crc&1)
		}
		table[i] = crc
	}
	return table
}

// Update takes p into the checksum crc.
func Update(crc uint64, tab *Table, p []byte) uint64 {
	if len(p) > 0 {
		_ = tab[0]
	}
	return checksum.CRC64(crc, (*[256]uint64)(tab), p)
}

// Checksum returns the checksum of data.
func Checksum(data []byte, tab *Table) uint64 { return Update(0, tab, data) }

type digest struct {
	crc   uint64
	table *Table
}

// New returns a hash.Hash64 for checksums by a table; its state can be saved as an encoding.BinaryMarshaler.
func New(tab *Table) hash.Hash64 { return &digest{0, tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum64() uint64  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.table, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte { return checksum.Append(in, uint64(d.crc), Size) }

// AppendBinary writes the checksum of the table, too: only the same one can go on.
func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, magic...)
	b = checksum.Append(b, uint64(tableSum(d.table)), Size)
	return checksum.Append(b, uint64(d.crc), Size), nil
}

func (d *digest) MarshalBinary() ([]byte, error) {
	return d.AppendBinary(make([]byte, 0, len(magic)+2*Size))
}

func (d *digest) UnmarshalBinary(b []byte) error {
	b, err := checksum.Check(b, name, magic, 2*Size)
	if err != nil {
		return err
	}
	if uint64(checksum.Read(b[:Size])) != tableSum(d.table) {
		return errors.New(name + ": tables do not match")
	}
	d.crc = uint64(checksum.Read(b[Size:]))
	return nil
}

// tableSum returns the checksum of a table's bytes by ISO.
func tableSum(tab *Table) uint64 {
	var bytes []byte
	if tab != nil {
		for _, word := range tab {
			bytes = checksum.Append(bytes, uint64(word), Size)
		}
	}
	return Checksum(bytes, MakeTable(ISO))
}

// Clone returns a digest that goes on from the same state.
func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}
