// Package gcm has Galois/counter mode, for AES and, through functions, for any cipher with blocks of 16 bytes.
package gcm

import (
	"crypto/internal/fips140/aes"
	"crypto/internal/fips140/alias"
	"crypto/rand"
	"crypto/subtle"
	"encoding/binary"
	"errors"
)

// What NIST SP 800-38D says of sizes in bytes.
const (
	blockSize         = aes.BlockSize
	StandardNonceSize = 12
	MaxTagSize        = blockSize
	minTagSize        = 12
)

// ErrOpen is the error for a message that was changed.
var ErrOpen = errors.New("cipher: message authentication failed")

// Sizes are those of a mode.
type Sizes struct{ Nonce, Tag int }

// Check returns an error unless the mode can have these sizes.
func (s Sizes) Check() error {
	if s.Tag < minTagSize || s.Tag > MaxTagSize {
		return errors.New("cipher: incorrect tag size given to GCM")
	}
	if s.Nonce <= 0 {
		return errors.New("cipher: the nonce can't have zero length")
	}
	return nil
}

// GCM is the mode with a key of AES.
type GCM struct {
	cipher    aes.Block
	nonceSize int
	tagSize   int
	hashKey   [blockSize]byte
	_         [240]byte // Go has a table of products of the hash's key
}

// New returns the mode with these sizes.
func New(cipher *aes.Block, nonceSize, tagSize int) (*GCM, error) {
	if err := (Sizes{nonceSize, tagSize}).Check(); err != nil {
		return nil, err
	}
	g := &GCM{cipher: *cipher, nonceSize: nonceSize, tagSize: tagSize}
	cipher.Encrypt(g.hashKey[:], g.hashKey[:])
	return g, nil
}

// NonceSize returns the size of a nonce.
func (g *GCM) NonceSize() int { return g.nonceSize }

// Overhead returns the size of a tag.
func (g *GCM) Overhead() int { return g.tagSize }

// Seal appends the encrypted text and its tag to dst.
func (g *GCM) Seal(dst, nonce, plaintext, data []byte) []byte {
	whole, out := Sizes{g.nonceSize, g.tagSize}.Sealing(dst, nonce, plaintext, data)
	var counter, mask, tag [blockSize]byte
	Begin(&g.hashKey, &counter, nonce)
	aes.XORCounters32(&g.cipher, &counter, mask[:], mask[:])
	aes.XORCounters32(&g.cipher, &counter, out, plaintext)
	Authenticate(&g.hashKey, &tag, &mask, out[:len(plaintext)], data)
	copy(out[len(plaintext):], tag[:])
	return whole
}

// Open appends the text to dst if the tag is right.
func (g *GCM) Open(dst, nonce, ciphertext, data []byte) ([]byte, error) {
	text, mark, whole, out, err := Sizes{g.nonceSize, g.tagSize}.Opening(dst, nonce, ciphertext, data)
	if err != nil {
		return nil, err
	}
	var counter, mask, tag [blockSize]byte
	Begin(&g.hashKey, &counter, nonce)
	aes.XORCounters32(&g.cipher, &counter, mask[:], mask[:])
	Authenticate(&g.hashKey, &tag, &mask, text, data)
	if subtle.ConstantTimeCompare(tag[:g.tagSize], mark) != 1 {
		clear(out)
		return nil, ErrOpen
	}
	aes.XORCounters32(&g.cipher, &counter, out, text)
	return whole, nil
}

// SealWithRandomNonce fills nonce at random, and out with the encrypted text and its tag.
func SealWithRandomNonce(g *GCM, nonce, out, plaintext, data []byte) {
	rand.Read(nonce)
	g.Seal(out[:0], nonce, plaintext, data)
}

// Sealing returns dst with room for the encrypted text and its tag, and that room.
func (s Sizes) Sealing(dst, nonce, plaintext, data []byte) (whole, out []byte) {
	if len(nonce) != s.Nonce {
		panic("crypto/cipher: incorrect nonce length given to GCM")
	}
	if uint64(len(plaintext)) > (1<<32-2)*blockSize {
		panic("crypto/cipher: message too large for GCM")
	}
	whole, out = Extend(dst, len(plaintext)+s.Tag)
	CheckOverlap(out, plaintext, data)
	return whole, out
}

// Opening splits ciphertext into encrypted text and tag, and returns dst with room for the text, and that room.
func (s Sizes) Opening(dst, nonce, ciphertext, data []byte) (text, tag, whole, out []byte, err error) {
	if len(nonce) != s.Nonce {
		panic("crypto/cipher: incorrect nonce length given to GCM")
	}
	length := len(ciphertext) - s.Tag
	if length < 0 || uint64(length) > (1<<32-2)*blockSize {
		return nil, nil, nil, nil, ErrOpen
	}
	whole, out = Extend(dst, length)
	CheckOverlap(out, ciphertext, data)
	return ciphertext[:length], ciphertext[length:], whole, out, nil
}

// CheckOverlap panics if what is written lies over what is read, but for text that begins at the same place.
func CheckOverlap(out, text, data []byte) {
	if alias.InexactOverlap(out, text) {
		panic("crypto/cipher: invalid buffer overlap of output and input")
	}
	if alias.AnyOverlap(out, data) {
		panic("crypto/cipher: invalid buffer overlap of output and additional data")
	}
}

// Extend returns b with n more bytes, and these.
func Extend(b []byte, n int) (whole, more []byte) {
	total := len(b) + n
	if total <= cap(b) {
		whole = b[:total]
	} else {
		whole = make([]byte, total)
		copy(whole, b)
	}
	return whole, whole[len(b):]
}

// Begin sets the counter that nonce stands for.
func Begin(hashKey, counter *[blockSize]byte, nonce []byte) {
	if len(nonce) == StandardNonceSize {
		copy(counter[:], nonce)
		counter[blockSize-1] = 1
		return
	}
	var lengths [blockSize]byte
	binary.BigEndian.PutUint64(lengths[8:], uint64(len(nonce))*8)
	hash(hashKey, counter, nonce)
	hash(hashKey, counter, lengths[:])
}

// Authenticate sets the tag of an encrypted text and its data.
func Authenticate(hashKey, tag, mask *[blockSize]byte, ciphertext, data []byte) {
	var lengths [blockSize]byte
	binary.BigEndian.PutUint64(lengths[:], uint64(len(data))*8)
	binary.BigEndian.PutUint64(lengths[8:], uint64(len(ciphertext))*8)
	hash(hashKey, tag, data)
	hash(hashKey, tag, ciphertext)
	hash(hashKey, tag, lengths[:])
	subtle.XORBytes(tag[:], tag[:], mask[:])
}

// hash adds data to sum, filled with zeros to whole blocks.
//
//go:noescape
func hash(key, sum *[blockSize]byte, data []byte)
