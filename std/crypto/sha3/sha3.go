// Package sha3 computes the SHA-3 hashes and the SHAKE functions, whose output is as long as wanted. FIPS 202, SP 800-185.
package sha3

import (
	"bytes"
	"crypto"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"hash"
)

func init() {
	crypto.RegisterHash(crypto.SHA3_224, func() hash.Hash { return New224() })
	crypto.RegisterHash(crypto.SHA3_256, func() hash.Hash { return New256() })
	crypto.RegisterHash(crypto.SHA3_384, func() hash.Hash { return New384() })
	crypto.RegisterHash(crypto.SHA3_512, func() hash.Hash { return New512() })
}

// stateBytes is the size of the state; a sponge takes and gives fewer at a time, its rate.
const stateBytes = 200

// The bytes behind a text, by function; the padding goes on from there.
const (
	endSHA3   = 0x06
	endSHAKE  = 0x1f
	endCSHAKE = 0x04
)

// sponge takes a text into its state, then gives output out of it.
type sponge struct {
	state  [stateBytes]byte
	at     int  // how many bytes of the rate are used
	rate   int  // 0 as long as nothing has been chosen
	end    byte // of the text
	size   int  // of the hash, 0 if it is as long as wanted
	giving bool // the text has ended
}

// permute is the permutation Keccak-f[1600].
//
//go:noescape
func permute(state *[stateBytes]byte)

func (s *sponge) reset() {
	s.state = [stateBytes]byte{}
	s.at = 0
	s.giving = false
}

func (s *sponge) write(p []byte) {
	if s.giving {
		panic("sha3: Write after Read")
	}
	for len(p) > 0 {
		part := s.state[s.at:s.rate]
		n := subtle.XORBytes(part, part, p)
		p = p[n:]
		if s.at += n; s.at == s.rate {
			permute(&s.state)
			s.at = 0
		}
	}
}

func (s *sponge) read(p []byte) {
	if !s.giving {
		s.state[s.at] ^= s.end
		s.state[s.rate-1] ^= 0x80
		permute(&s.state)
		s.at = 0
		s.giving = true
	}
	for len(p) > 0 {
		if s.at == s.rate {
			permute(&s.state)
			s.at = 0
		}
		n := copy(p, s.state[s.at:s.rate])
		p = p[n:]
		s.at += n
	}
}

// sum appends the hash of what has been written; more may be written afterwards.
func (s *sponge) sum(b []byte) []byte {
	ended := *s
	var room [64]byte
	ended.read(room[:s.size])
	return append(b, room[:s.size]...)
}

// A saved sponge: a magic number for the kind of end, the rate, the state, the bytes used and whether the text ended.
const (
	magicSHA3   = "sha\x08"
	magicSHAKE  = "sha\x09"
	magicCSHAKE = "sha\x0a"

	savedBytes = len(magicSHA3) + 1 + stateBytes + 1 + 1
)

func (s *sponge) magic() string {
	switch s.end {
	case endSHA3:
		return magicSHA3
	case endSHAKE:
		return magicSHAKE
	}
	return magicCSHAKE
}

func (s *sponge) save(b []byte) []byte {
	b = append(b, s.magic()...)
	b = append(b, byte(s.rate))
	b = append(b, s.state[:]...)
	b = append(b, byte(s.at))
	if s.giving {
		return append(b, 1)
	}
	return append(b, 0)
}

func (s *sponge) load(b []byte) error {
	if len(b) != savedBytes {
		return errors.New("sha3: invalid hash state")
	}
	magic := s.magic()
	if !bytes.HasPrefix(b, []byte(magic)) {
		return errors.New("sha3: invalid hash state identifier")
	}
	b = b[len(magic):]
	if int(b[0]) != s.rate {
		return errors.New("sha3: invalid hash state function")
	}
	at, giving := int(b[1+stateBytes]), b[2+stateBytes]
	if at > s.rate || giving > 1 {
		return errors.New("sha3: invalid hash state")
	}
	copy(s.state[:], b[1:])
	s.at = at
	s.giving = giving == 1
	return nil
}

// SHA3 is a SHA-3 hash.Hash; its zero value is one of SHA3-256. It implements encoding.BinaryMarshaler,
// BinaryAppender and BinaryUnmarshaler to save and restore its state.
type SHA3 struct {
	sponge sponge
}

// hashSponge returns the sponge of a hash of so many bytes.
func hashSponge(size int) sponge { return sponge{rate: stateBytes - 2*size, end: endSHA3, size: size} }

func newHash(size int) *SHA3 { return &SHA3{hashSponge(size)} }

func (s *SHA3) chosen() *sponge {
	if s.sponge.rate == 0 {
		s.sponge = hashSponge(32)
	}
	return &s.sponge
}

// New224 returns a SHA3-224 hash.
func New224() *SHA3 { return newHash(28) }

// New256 returns a SHA3-256 hash.
func New256() *SHA3 { return newHash(32) }

// New384 returns a SHA3-384 hash.
func New384() *SHA3 { return newHash(48) }

// New512 returns a SHA3-512 hash.
func New512() *SHA3 { return newHash(64) }

func sumOf(data, out []byte) {
	s := hashSponge(len(out))
	s.write(data)
	s.read(out)
}

// Sum224 returns the SHA3-224 hash of data.
func Sum224(data []byte) (h [28]byte) {
	sumOf(data, h[:])
	return h
}

// Sum256 returns the SHA3-256 hash of data.
func Sum256(data []byte) (h [32]byte) {
	sumOf(data, h[:])
	return h
}

// Sum384 returns the SHA3-384 hash of data.
func Sum384(data []byte) (h [48]byte) {
	sumOf(data, h[:])
	return h
}

// Sum512 returns the SHA3-512 hash of data.
func Sum512(data []byte) (h [64]byte) {
	sumOf(data, h[:])
	return h
}

func (s *SHA3) Write(p []byte) (n int, err error) {
	s.chosen().write(p)
	return len(p), nil
}

func (s *SHA3) Sum(b []byte) []byte { return s.chosen().sum(b) }

func (s *SHA3) Reset() { s.chosen().reset() }

func (s *SHA3) Size() int { return s.chosen().size }

// BlockSize returns how many bytes are hashed at a time.
func (s *SHA3) BlockSize() int { return s.chosen().rate }

func (s *SHA3) MarshalBinary() ([]byte, error) {
	return s.AppendBinary(make([]byte, 0, savedBytes))
}

func (s *SHA3) AppendBinary(p []byte) ([]byte, error) { return s.chosen().save(p), nil }

func (s *SHA3) UnmarshalBinary(data []byte) error { return s.chosen().load(data) }

// Clone returns a hash that goes on from the same state.
func (d *SHA3) Clone() (hash.Cloner, error) {
	clone := *d
	return &clone, nil
}

// SHAKE is a SHAKE or cSHAKE function: what has been written decides what is read, as much as wanted. Its zero value
// is SHAKE256. It implements encoding.BinaryMarshaler, BinaryAppender and BinaryUnmarshaler to save and restore its
// state.
type SHAKE struct {
	sponge sponge
	start  []byte // what cSHAKE begins with, padded to a multiple of the rate
}

// shakeSponge returns the sponge of a function of so many bits.
func shakeSponge(bits int) sponge { return sponge{rate: stateBytes - bits/4, end: endSHAKE} }

func (s *SHAKE) chosen() *sponge {
	if s.sponge.rate == 0 {
		s.sponge = shakeSponge(256)
	}
	return &s.sponge
}

// NewSHAKE128 returns the function SHAKE128.
func NewSHAKE128() *SHAKE { return &SHAKE{sponge: shakeSponge(128)} }

// NewSHAKE256 returns the function SHAKE256.
func NewSHAKE256() *SHAKE { return &SHAKE{sponge: shakeSponge(256)} }

// NewCSHAKE128 returns the function cSHAKE128 with the name N and the customization S; SHAKE128 if both are empty.
func NewCSHAKE128(N, S []byte) *SHAKE { return newCSHAKE(128, N, S) }

// NewCSHAKE256 returns the function cSHAKE256 with the name N and the customization S; SHAKE256 if both are empty.
func NewCSHAKE256(N, S []byte) *SHAKE { return newCSHAKE(256, N, S) }

func newCSHAKE(bits int, name, customization []byte) *SHAKE {
	s := &SHAKE{sponge: shakeSponge(bits)}
	if len(name) == 0 && len(customization) == 0 {
		return s
	}
	s.sponge.end = endCSHAKE
	s.start = make([]byte, 0, 9+len(name)+9+len(customization))
	s.start = appendText(s.start, name)
	s.start = appendText(s.start, customization)
	s.begin()
	return s
}

// appendText appends the length of text in bits, as one byte for its own length and the bytes, then text.
func appendText(b, text []byte) []byte {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(text))*8)
	first := 0
	for first < 7 && length[first] == 0 {
		first++
	}
	b = append(b, byte(8-first))
	b = append(b, length[first:]...)
	return append(b, text...)
}

// begin takes in what cSHAKE begins with: the rate, then the texts, filled up to whole blocks.
func (s *SHAKE) begin() {
	s.sponge.write([]byte{1, byte(s.sponge.rate)})
	s.sponge.write(s.start)
	if s.sponge.at > 0 {
		permute(&s.sponge.state)
		s.sponge.at = 0
	}
}

func sumSHAKE(bits int, data []byte, length int) []byte {
	s := shakeSponge(bits)
	s.write(data)
	out := make([]byte, length)
	s.read(out)
	return out
}

// SumSHAKE128 returns length bytes of what SHAKE128 makes of data.
func SumSHAKE128(data []byte, length int) []byte { return sumSHAKE(128, data, length) }

// SumSHAKE256 returns length bytes of what SHAKE256 makes of data.
func SumSHAKE256(data []byte, length int) []byte { return sumSHAKE(256, data, length) }

// Write takes in more of the text; it panics if output has been read.
func (s *SHAKE) Write(p []byte) (n int, err error) {
	s.chosen().write(p)
	return len(p), nil
}

// Read gives the next bytes of the output.
func (s *SHAKE) Read(p []byte) (n int, err error) {
	s.chosen().read(p)
	return len(p), nil
}

// Reset makes s as it was when it was new.
func (s *SHAKE) Reset() {
	s.chosen().reset()
	if len(s.start) > 0 {
		s.begin()
	}
}

// BlockSize returns how many bytes are taken in at a time.
func (s *SHAKE) BlockSize() int { return s.chosen().rate }

func (s *SHAKE) MarshalBinary() ([]byte, error) {
	return s.AppendBinary(make([]byte, 0, savedBytes+len(s.start)))
}

func (s *SHAKE) AppendBinary(p []byte) ([]byte, error) {
	return append(s.chosen().save(p), s.start...), nil
}

func (s *SHAKE) UnmarshalBinary(data []byte) error {
	if len(data) < savedBytes {
		return errors.New("sha3: invalid hash state")
	}
	if err := s.chosen().load(data[:savedBytes]); err != nil {
		return err
	}
	s.start = bytes.Clone(data[savedBytes:])
	return nil
}
