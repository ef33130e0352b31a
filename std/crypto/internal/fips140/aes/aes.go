// Package aes has the cipher of FIPS 197 and its modes that work on many blocks at a time.
package aes

import (
	"crypto/internal/fips140/alias"
	"encoding/binary"
	"strconv"
)

// BlockSize is the number of bytes of a block.
const BlockSize = 16

// Block is a key, expanded for both directions.
type Block struct {
	rounds   int
	enc, dec [60]uint32
}

// KeySizeError is the error for a key of that many bytes.
type KeySizeError int

func (k KeySizeError) Error() string { return "crypto/aes: invalid key size " + strconv.Itoa(int(k)) }

// New expands a key of 16, 24 or 32 bytes.
func New(key []byte) (*Block, error) {
	switch len(key) {
	case 16, 24, 32:
	default:
		return nil, KeySizeError(len(key))
	}
	b := &Block{rounds: 6 + len(key)/4}
	expand(key, &b.enc, &b.dec)
	return b, nil
}

//go:noescape
func expand(key []byte, enc, dec *[60]uint32)

// encryptBlocks encrypts blocks, each by itself.
//
//go:noescape
func encryptBlocks(rounds int, key *[60]uint32, dst, src []byte)

//go:noescape
func decryptBlocks(rounds int, key *[60]uint32, dst, src []byte)

// encryptChain encrypts blocks, each with the one before; iv becomes the last.
//
//go:noescape
func encryptChain(rounds int, key *[60]uint32, iv *[BlockSize]byte, dst, src []byte)

//go:noescape
func decryptChain(rounds int, key *[60]uint32, iv *[BlockSize]byte, dst, src []byte)

// xorCounters combines src with the encrypted numbers hi<<64|lo, its successors and so on, from the byte skip of the first one on.
//
//go:noescape
func xorCounters(rounds int, key *[60]uint32, hi, lo uint64, skip int, dst, src []byte)

// BlockSize returns 16.
func (b *Block) BlockSize() int { return BlockSize }

// Encrypt encrypts the first block of src.
func (b *Block) Encrypt(dst, src []byte) {
	checkBlock(dst, src)
	encryptBlocks(b.rounds, &b.enc, dst, src[:BlockSize])
}

// Decrypt decrypts the first block of src.
func (b *Block) Decrypt(dst, src []byte) {
	checkBlock(dst, src)
	decryptBlocks(b.rounds, &b.dec, dst, src[:BlockSize])
}

func checkBlock(dst, src []byte) {
	switch {
	case len(src) < BlockSize:
		panic("crypto/aes: input not full block")
	case len(dst) < BlockSize:
		panic("crypto/aes: output not full block")
	case alias.InexactOverlap(dst[:BlockSize], src[:BlockSize]):
		panic("crypto/aes: invalid buffer overlap")
	}
}

// CBCEncrypter chains blocks.
type CBCEncrypter struct {
	b  Block
	iv [BlockSize]byte
}

// NewCBCEncrypter returns a chain that begins with iv.
func NewCBCEncrypter(b *Block, iv [BlockSize]byte) *CBCEncrypter { return &CBCEncrypter{*b, iv} }

// BlockSize returns 16.
func (c *CBCEncrypter) BlockSize() int { return BlockSize }

// CryptBlocks encrypts the blocks of src.
func (c *CBCEncrypter) CryptBlocks(dst, src []byte) {
	checkBlocks(dst, src)
	encryptChain(c.b.rounds, &c.b.enc, &c.iv, dst, src)
}

// SetIV begins again with iv.
func (c *CBCEncrypter) SetIV(iv []byte) { setIV(&c.iv, iv) }

// CBCDecrypter undoes the chain of a CBCEncrypter.
type CBCDecrypter struct {
	b  Block
	iv [BlockSize]byte
}

// NewCBCDecrypter returns one that undoes the chain that begins with iv.
func NewCBCDecrypter(b *Block, iv [BlockSize]byte) *CBCDecrypter { return &CBCDecrypter{*b, iv} }

// BlockSize returns 16.
func (c *CBCDecrypter) BlockSize() int { return BlockSize }

// CryptBlocks decrypts the blocks of src.
func (c *CBCDecrypter) CryptBlocks(dst, src []byte) {
	checkBlocks(dst, src)
	decryptChain(c.b.rounds, &c.b.dec, &c.iv, dst, src)
}

// SetIV begins again with iv.
func (c *CBCDecrypter) SetIV(iv []byte) { setIV(&c.iv, iv) }

func setIV(to *[BlockSize]byte, iv []byte) {
	if len(iv) != BlockSize {
		panic("cipher: incorrect length IV")
	}
	copy(to[:], iv)
}

func checkBlocks(dst, src []byte) {
	switch {
	case len(src)%BlockSize != 0:
		panic("crypto/cipher: input not full blocks")
	case len(dst) < len(src):
		panic("crypto/cipher: output smaller than input")
	case alias.InexactOverlap(dst[:len(src)], src):
		panic("crypto/cipher: invalid buffer overlap")
	}
}

// CTR is a stream of encrypted numbers.
type CTR struct {
	b      Block
	lo, hi uint64 // where it began
	offset uint64 // bytes that were used
}

// NewCTR returns the stream that begins with the number iv, high byte first.
func NewCTR(b *Block, iv []byte) *CTR {
	c := newCTR(b, iv)
	return &c
}

func newCTR(b *Block, iv []byte) CTR {
	if len(iv) != BlockSize {
		panic("bad IV length")
	}
	return CTR{b: *b, hi: binary.BigEndian.Uint64(iv), lo: binary.BigEndian.Uint64(iv[8:])}
}

// XORKeyStream combines src with what comes next.
func (c *CTR) XORKeyStream(dst, src []byte) {
	if len(dst) < len(src) {
		panic("crypto/aes: len(dst) < len(src)")
	}
	if alias.InexactOverlap(dst[:len(src)], src) {
		panic("crypto/aes: invalid buffer overlap")
	}
	lo, hi := c.lo+c.offset/BlockSize, c.hi
	if lo < c.lo {
		hi++
	}
	xorCounters(c.b.rounds, &c.b.enc, hi, lo, int(c.offset%BlockSize), dst, src)
	c.offset += uint64(len(src))
}

// XORCounters32 combines src with the encrypted counter and its successors, of which only the last 4 bytes change.
func XORCounters32(b *Block, counter *[BlockSize]byte, dst, src []byte) {
	for len(src) > 0 {
		last := binary.BigEndian.Uint32(counter[12:])
		// As many blocks as the counter has before it begins again.
		n := int(min(uint64(len(src)), (1<<32-uint64(last))*BlockSize))
		xorCounters(b.rounds, &b.enc, binary.BigEndian.Uint64(counter[:]), binary.BigEndian.Uint64(counter[8:]), 0, dst, src[:n])
		binary.BigEndian.PutUint32(counter[12:], last+uint32((n+BlockSize-1)/BlockSize))
		dst, src = dst[n:], src[n:]
	}
}
