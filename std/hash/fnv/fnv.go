// Package fnv computes the hashes FNV-1 and FNV-1a of Fowler, Noll and Vo, of 32, 64 and 128 bits.
package fnv

import (
	"hash"
	"internal/checksum"
)

const name = "hash/fnv"

const (
	start32      = 2166136261
	start64      = 14695981039346656037
	start128High = 0x6c62272e07bb0142
	start128Low  = 0x62b821756295c58d
)

type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	sum128  [2]uint64 // the upper word first
	sum128a [2]uint64
)

// New32 returns a hash of 32 bits by FNV-1; its state can be saved as an encoding.BinaryMarshaler.
func New32() hash.Hash32 {
	s := sum32(start32)
	return &s
}

func (s *sum32) Reset()         { *s = start32 }
func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32) Size() int      { return 4 }
func (s *sum32) BlockSize() int { return 1 }

func (s *sum32) Write(data []byte) (int, error) {
	*s = sum32(checksum.FNV32(uint32(*s), true, data))
	return len(data), nil
}

func (s *sum32) Sum(in []byte) []byte { return checksum.Append(in, uint64(*s), 4) }

func (s *sum32) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x01"...)), nil }
func (s *sum32) MarshalBinary() ([]byte, error)        { return s.AppendBinary(make([]byte, 0, 8)) }

func (s *sum32) UnmarshalBinary(b []byte) error {
	b, err := checksum.Check(b, name, "fnv\x01", 4)
	if err == nil {
		*s = sum32(checksum.Read(b))
	}
	return err
}

// Clone returns a hash that goes on from the same state.
func (s *sum32) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}

// New32a returns a hash of 32 bits by FNV-1a; its state can be saved as an encoding.BinaryMarshaler.
func New32a() hash.Hash32 {
	s := sum32a(start32)
	return &s
}

func (s *sum32a) Reset()         { *s = start32 }
func (s *sum32a) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Size() int      { return 4 }
func (s *sum32a) BlockSize() int { return 1 }

func (s *sum32a) Write(data []byte) (int, error) {
	*s = sum32a(checksum.FNV32(uint32(*s), false, data))
	return len(data), nil
}

func (s *sum32a) Sum(in []byte) []byte { return checksum.Append(in, uint64(*s), 4) }

func (s *sum32a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x02"...)), nil }
func (s *sum32a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(make([]byte, 0, 8)) }

func (s *sum32a) UnmarshalBinary(b []byte) error {
	b, err := checksum.Check(b, name, "fnv\x02", 4)
	if err == nil {
		*s = sum32a(checksum.Read(b))
	}
	return err
}

// Clone returns a hash that goes on from the same state.
func (s *sum32a) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}

// New64 returns a hash of 64 bits by FNV-1; its state can be saved as an encoding.BinaryMarshaler.
func New64() hash.Hash64 {
	s := sum64(start64)
	return &s
}

func (s *sum64) Reset()         { *s = start64 }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64) Size() int      { return 8 }
func (s *sum64) BlockSize() int { return 1 }

func (s *sum64) Write(data []byte) (int, error) {
	*s = sum64(checksum.FNV64(uint64(*s), true, data))
	return len(data), nil
}

func (s *sum64) Sum(in []byte) []byte { return checksum.Append(in, uint64(*s), 8) }

func (s *sum64) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x03"...)), nil }
func (s *sum64) MarshalBinary() ([]byte, error)        { return s.AppendBinary(make([]byte, 0, 12)) }

func (s *sum64) UnmarshalBinary(b []byte) error {
	b, err := checksum.Check(b, name, "fnv\x03", 8)
	if err == nil {
		*s = sum64(checksum.Read(b))
	}
	return err
}

// Clone returns a hash that goes on from the same state.
func (s *sum64) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}

// New64a returns a hash of 64 bits by FNV-1a; its state can be saved as an encoding.BinaryMarshaler.
func New64a() hash.Hash64 {
	s := sum64a(start64)
	return &s
}

func (s *sum64a) Reset()         { *s = start64 }
func (s *sum64a) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Size() int      { return 8 }
func (s *sum64a) BlockSize() int { return 1 }

func (s *sum64a) Write(data []byte) (int, error) {
	*s = sum64a(checksum.FNV64(uint64(*s), false, data))
	return len(data), nil
}

func (s *sum64a) Sum(in []byte) []byte { return checksum.Append(in, uint64(*s), 8) }

func (s *sum64a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x04"...)), nil }
func (s *sum64a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(make([]byte, 0, 12)) }

func (s *sum64a) UnmarshalBinary(b []byte) error {
	b, err := checksum.Check(b, name, "fnv\x04", 8)
	if err == nil {
		*s = sum64a(checksum.Read(b))
	}
	return err
}

// Clone returns a hash that goes on from the same state.
func (s *sum64a) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}

// New128 returns a hash of 128 bits by FNV-1; its state can be saved as an encoding.BinaryMarshaler.
func New128() hash.Hash {
	return &sum128{start128High, start128Low}
}

func (s *sum128) Reset()         { *s = sum128{start128High, start128Low} }
func (s *sum128) Size() int      { return 16 }
func (s *sum128) BlockSize() int { return 1 }

func (s *sum128) Write(data []byte) (int, error) {
	s[0], s[1] = checksum.FNV128(s[0], s[1], true, data)
	return len(data), nil
}

func (s *sum128) Sum(in []byte) []byte { return checksum.Append(checksum.Append(in, s[0], 8), s[1], 8) }

func (s *sum128) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x05"...)), nil }
func (s *sum128) MarshalBinary() ([]byte, error)        { return s.AppendBinary(make([]byte, 0, 20)) }

func (s *sum128) UnmarshalBinary(b []byte) error {
	b, err := checksum.Check(b, name, "fnv\x05", 16)
	if err == nil {
		s[0], s[1] = checksum.Read(b[:8]), checksum.Read(b[8:])
	}
	return err
}

// Clone returns a hash that goes on from the same state.
func (s *sum128) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}

// New128a returns a hash of 128 bits by FNV-1a; its state can be saved as an encoding.BinaryMarshaler.
func New128a() hash.Hash {
	return &sum128a{start128High, start128Low}
}

func (s *sum128a) Reset()         { *s = sum128a{start128High, start128Low} }
func (s *sum128a) Size() int      { return 16 }
func (s *sum128a) BlockSize() int { return 1 }

func (s *sum128a) Write(data []byte) (int, error) {
	s[0], s[1] = checksum.FNV128(s[0], s[1], false, data)
	return len(data), nil
}

func (s *sum128a) Sum(in []byte) []byte {
	return checksum.Append(checksum.Append(in, s[0], 8), s[1], 8)
}

func (s *sum128a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x06"...)), nil }
func (s *sum128a) MarshalBinary() ([]byte, error)        { return s.AppendBinary(make([]byte, 0, 20)) }

func (s *sum128a) UnmarshalBinary(b []byte) error {
	b, err := checksum.Check(b, name, "fnv\x06", 16)
	if err == nil {
		s[0], s[1] = checksum.Read(b[:8]), checksum.Read(b[8:])
	}
	return err
}

// Clone returns a hash that goes on from the same state.
func (s *sum128a) Clone() (hash.Cloner, error) {
	clone := *s
	return &clone, nil
}
