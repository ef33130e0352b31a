// Package aes has the cipher AES, of FIPS 197.
package aes

import (
	"crypto/cipher"
	"crypto/internal/fips140/aes"
	"strconv"
)

// BlockSize is the number of bytes of a block.
const BlockSize = 16

// KeySizeError is the error for a key of that many bytes.
type KeySizeError int

func (k KeySizeError) Error() string { return "crypto/aes: invalid key size " + strconv.Itoa(int(k)) }

// NewCipher returns the cipher with a key of 16, 24 or 32 bytes, for AES-128, AES-192 and AES-256.
func NewCipher(key []byte) (cipher.Block, error) {
	switch len(key) {
	case 16, 24, 32:
		return aes.New(key)
	}
	return nil, KeySizeError(len(key))
}
