// Package des has the ciphers DES and Triple DES, of FIPS 46-3, which are broken and only here for what is old.
package des

import (
	"crypto/cipher"
	"crypto/internal/fips140/alias"
	"encoding/binary"
	"strconv"
)

// BlockSize is the number of bytes of a block.
const BlockSize = 8

// KeySizeError is the error for a key of that many bytes.
type KeySizeError int

func (k KeySizeError) Error() string { return "crypto/des: invalid key size " + strconv.Itoa(int(k)) }

// desCipher has the keys of the rounds.
type desCipher struct{ subkeys [16]uint64 }

//go:noescape
func schedule(key []byte, keys *[16]uint64)

//go:noescape
func crypt(keys *[16]uint64, block uint64, backwards bool) uint64

// NewCipher returns DES with a key of 8 bytes.
func NewCipher(key []byte) (cipher.Block, error) {
	if len(key) != 8 {
		return nil, KeySizeError(len(key))
	}
	c := new(desCipher)
	schedule(key, &c.subkeys)
	return c, nil
}

func check(dst, src []byte) {
	switch {
	case len(src) < BlockSize:
		panic("crypto/des: input not full block")
	case len(dst) < BlockSize:
		panic("crypto/des: output not full block")
	case alias.InexactOverlap(dst[:BlockSize], src[:BlockSize]):
		panic("crypto/des: invalid buffer overlap")
	}
}

func (c *desCipher) BlockSize() int { return BlockSize }

func (c *desCipher) Encrypt(dst, src []byte) {
	check(dst, src)
	binary.BigEndian.PutUint64(dst, crypt(&c.subkeys, binary.BigEndian.Uint64(src), false))
}

func (c *desCipher) Decrypt(dst, src []byte) {
	check(dst, src)
	binary.BigEndian.PutUint64(dst, crypt(&c.subkeys, binary.BigEndian.Uint64(src), true))
}

// tripleDESCipher encrypts, decrypts and encrypts again.
type tripleDESCipher struct{ cipher1, cipher2, cipher3 desCipher }

// NewTripleDESCipher returns Triple DES with three keys of 8 bytes.
func NewTripleDESCipher(key []byte) (cipher.Block, error) {
	if len(key) != 24 {
		return nil, KeySizeError(len(key))
	}
	c := new(tripleDESCipher)
	schedule(key, &c.cipher1.subkeys)
	schedule(key[8:], &c.cipher2.subkeys)
	schedule(key[16:], &c.cipher3.subkeys)
	return c, nil
}

func (c *tripleDESCipher) BlockSize() int { return BlockSize }

func (c *tripleDESCipher) Encrypt(dst, src []byte) {
	check(dst, src)
	block := crypt(&c.cipher1.subkeys, binary.BigEndian.Uint64(src), false)
	block = crypt(&c.cipher2.subkeys, block, true)
	binary.BigEndian.PutUint64(dst, crypt(&c.cipher3.subkeys, block, false))
}

func (c *tripleDESCipher) Decrypt(dst, src []byte) {
	check(dst, src)
	block := crypt(&c.cipher3.subkeys, binary.BigEndian.Uint64(src), true)
	block = crypt(&c.cipher2.subkeys, block, false)
	binary.BigEndian.PutUint64(dst, crypt(&c.cipher1.subkeys, block, true))
}
