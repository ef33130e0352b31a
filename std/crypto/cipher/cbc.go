package cipher

import (
	"bytes"
	"crypto/internal/fips140/aes"
	"crypto/subtle"
)

// cbc chains blocks: each is combined with the encrypted one before it.
type cbc struct {
	b         Block
	blockSize int
	iv        []byte // the last encrypted block
	tmp       []byte
}

func newCBC(b Block, iv []byte) *cbc {
	return &cbc{b, b.BlockSize(), bytes.Clone(iv), make([]byte, b.BlockSize())}
}

func (x *cbc) check(dst, src []byte) {
	if len(src)%x.blockSize != 0 {
		panic("crypto/cipher: input not full blocks")
	}
	check(dst, src)
}

func (x *cbc) setIV(iv []byte) {
	if len(iv) != len(x.iv) {
		panic("cipher: incorrect length IV")
	}
	copy(x.iv, iv)
}

type cbcEncrypter cbc

// NewCBCEncrypter returns the mode that encrypts and begins with iv, which is as long as a block.
func NewCBCEncrypter(b Block, iv []byte) BlockMode {
	if len(iv) != b.BlockSize() {
		panic("cipher.NewCBCEncrypter: IV length must equal block size")
	}
	switch b := b.(type) {
	case *aes.Block:
		return aes.NewCBCEncrypter(b, [16]byte(iv))
	case interface{ NewCBCEncrypter([]byte) BlockMode }:
		return b.NewCBCEncrypter(iv)
	}
	return (*cbcEncrypter)(newCBC(b, iv))
}

func (x *cbcEncrypter) BlockSize() int { return x.blockSize }

func (x *cbcEncrypter) CryptBlocks(dst, src []byte) {
	(*cbc)(x).check(dst, src)
	before := x.iv
	for n := x.blockSize; len(src) > 0; dst, src = dst[n:], src[n:] {
		subtle.XORBytes(dst[:n], src[:n], before)
		x.b.Encrypt(dst[:n], dst[:n])
		before = dst[:n]
	}
	copy(x.iv, before)
}

func (x *cbcEncrypter) SetIV(iv []byte) { (*cbc)(x).setIV(iv) }

type cbcDecrypter cbc

// NewCBCDecrypter returns the mode that decrypts and begins with iv, which is as long as a block.
func NewCBCDecrypter(b Block, iv []byte) BlockMode {
	if len(iv) != b.BlockSize() {
		panic("cipher.NewCBCDecrypter: IV length must equal block size")
	}
	switch b := b.(type) {
	case *aes.Block:
		return aes.NewCBCDecrypter(b, [16]byte(iv))
	case interface{ NewCBCDecrypter([]byte) BlockMode }:
		return b.NewCBCDecrypter(iv)
	}
	return (*cbcDecrypter)(newCBC(b, iv))
}

func (x *cbcDecrypter) BlockSize() int { return x.blockSize }

func (x *cbcDecrypter) CryptBlocks(dst, src []byte) {
	(*cbc)(x).check(dst, src)
	if len(src) == 0 {
		return
	}
	// From the end on, so that the block before is still encrypted where dst is src.
	n := x.blockSize
	copy(x.tmp, src[len(src)-n:])
	for at := len(src) - n; at > 0; at -= n {
		x.b.Decrypt(dst[at:at+n], src[at:at+n])
		subtle.XORBytes(dst[at:at+n], dst[at:at+n], src[at-n:at])
	}
	x.b.Decrypt(dst[:n], src[:n])
	subtle.XORBytes(dst[:n], dst[:n], x.iv)
	x.iv, x.tmp = x.tmp, x.iv
}

func (x *cbcDecrypter) SetIV(iv []byte) { (*cbc)(x).setIV(iv) }
