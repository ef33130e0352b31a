// Package rc4 has the cipher RC4, which is broken and only here for what is old.
package rc4

import (
	"crypto/internal/fips140/alias"
	"strconv"
)

// Cipher is a stream with a key.
type Cipher struct {
	s    [256]uint32 // a permutation of the bytes
	i, j uint8
}

// KeySizeError is the error for a key of that many bytes.
type KeySizeError int

func (k KeySizeError) Error() string { return "crypto/rc4: invalid key size " + strconv.Itoa(int(k)) }

// NewCipher returns the stream with a key of 1 to 256 bytes.
func NewCipher(key []byte) (*Cipher, error) {
	if len(key) == 0 || len(key) > 256 {
		return nil, KeySizeError(len(key))
	}
	c := new(Cipher)
	for i := range c.s {
		c.s[i] = uint32(i)
	}
	j := uint8(0)
	for i := range c.s {
		j += uint8(c.s[i]) + key[i%len(key)]
		c.s[i], c.s[j] = c.s[j], c.s[i]
	}
	return c, nil
}

// Reset forgets the key; the stream is of no use any more.
//
// Deprecated: there may be copies of the key elsewhere.
func (c *Cipher) Reset() { *c = Cipher{} }

// XORKeyStream combines src with the next bytes of the stream. dst begins at the same place or lies elsewhere.
func (c *Cipher) XORKeyStream(dst, src []byte) {
	if len(src) == 0 {
		return
	}
	if alias.InexactOverlap(dst[:len(src)], src) {
		panic("crypto/rc4: invalid buffer overlap")
	}
	_ = dst[len(src)-1]
	crypt(&c.s, &c.i, &c.j, dst, src)
}

//go:noescape
func crypt(s *[256]uint32, i, j *uint8, dst, src []byte)
