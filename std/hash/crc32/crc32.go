// Package crc32 computes cyclic redundancy checks of 32 bits, the least significant bit first.
package crc32

import (
	"errors"
	"hash"
	"internal/checksum"
)

// Size is the number of bytes of a checksum.
const Size = 4

// The polynomials in use, reversed.
const (
	// IEEE is that of Ethernet, gzip, zip and png.
	IEEE = 0xedb88320
	// Castagnoli is that of iSCSI.
	Castagnoli = 0x82f63b78
	// Koopman finds more errors than IEEE.
	Koopman = 0xeb31d82e
)

const (
	name  = "hash/crc32"
	magic = "crc\x01"
)

// Table holds the checksums of all bytes.
type Table [256]uint32

// IEEETable is the table of IEEE.
var IEEETable = tableOf(IEEE)

var castagnoli *Table // made when it is asked for

// MakeTable returns the table of a reversed polynomial; it must not be changed.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		if castagnoli == nil {
			castagnoli = tableOf(poly)
		}
		return castagnoli
	}
	return tableOf(poly)
}

func tableOf(poly uint32) *Table {
	table := new(Table)
	for i := range table {
		crc := uint32(i)
		for range 8 {
			crc = crc>>1 ^ poly&-(crc&1)
		}
		table[i] = crc
	}
	return table
}

// Update takes p into the checksum crc.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	if len(p) > 0 {
		_ = tab[0]
	}
	return checksum.CRC32(crc, (*[256]uint32)(tab), p)
}

// Checksum returns the checksum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE returns the checksum of data by IEEE.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

// NewIEEE returns a hash.Hash32 for checksums by IEEE.
func NewIEEE() hash.Hash32 { return New(IEEETable) }

type digest struct {
	crc   uint32
	table *Table
}

// New returns a hash.Hash32 for checksums by a table; its state can be saved as an encoding.BinaryMarshaler.
func New(tab *Table) hash.Hash32 { return &digest{0, tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

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
	if uint32(checksum.Read(b[:Size])) != tableSum(d.table) {
		return errors.New(name + ": tables do not match")
	}
	d.crc = uint32(checksum.Read(b[Size:]))
	return nil
}

// tableSum returns the checksum of a table's bytes by IEEE.
func tableSum(tab *Table) uint32 {
	var bytes []byte
	if tab != nil {
		for _, word := range tab {
			bytes = checksum.Append(bytes, uint64(word), Size)
		}
	}
	return ChecksumIEEE(bytes)
}

// Clone returns a digest that goes on from the same state.
func (d *digest) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}
