package cipher

import (
	"bytes"
	"crypto/internal/fips140/aes"
	"crypto/subtle"
)

// ahead is how many bytes of a stream are made at a time.
const ahead = 512

// ctr is a stream of encrypted numbers.
type ctr struct {
	b       Block
	ctr     []byte // the next number, high byte first
	out     []byte // what was made
	outUsed int
}

// NewCTR returns the stream that begins with the number iv, which is as long as a block.
func NewCTR(block Block, iv []byte) Stream {
	switch b := block.(type) {
	case *aes.Block:
		return aesCtrWrapper{aes.NewCTR(b, iv)}
	case interface{ NewCTR([]byte) Stream }:
		return b.NewCTR(iv)
	}
	if len(iv) != block.BlockSize() {
		panic("cipher.NewCTR: IV length must equal block size")
	}
	return &ctr{b: block, ctr: bytes.Clone(iv), out: make([]byte, 0, max(ahead, block.BlockSize()))}
}

// aesCtrWrapper is the stream of AES, with no more methods than others.
type aesCtrWrapper struct{ c *aes.CTR }

func (x aesCtrWrapper) XORKeyStream(dst, src []byte) { x.c.XORKeyStream(dst, src) }

func (x *ctr) refill() {
	left := copy(x.out, x.out[x.outUsed:])
	x.out = x.out[:cap(x.out)]
	for n := x.b.BlockSize(); left+n <= len(x.out); left += n {
		x.b.Encrypt(x.out[left:], x.ctr)
		for i := len(x.ctr) - 1; i >= 0; i-- {
			if x.ctr[i]++; x.ctr[i] != 0 {
				break
			}
		}
	}
	x.out, x.outUsed = x.out[:left], 0
}

func (x *ctr) XORKeyStream(dst, src []byte) {
	check(dst, src)
	for len(src) > 0 {
		if x.outUsed >= len(x.out)-x.b.BlockSize() {
			x.refill()
		}
		n := subtle.XORBytes(dst, src, x.out[x.outUsed:])
		x.outUsed += n
		dst, src = dst[n:], src[n:]
	}
}

// ofb is a stream of a block encrypted again and again.
type ofb struct {
	b       Block
	cipher  []byte
	out     []byte // what was made
	outUsed int
}

// NewOFB returns the stream that begins with iv encrypted, which is as long as a block.
//
// Deprecated: without authentication, others can change what is decrypted; use an AEAD, or NewCTR.
func NewOFB(b Block, iv []byte) Stream {
	if len(iv) != b.BlockSize() {
		panic("cipher.NewOFB: IV length must equal block size")
	}
	x := &ofb{b: b, cipher: make([]byte, b.BlockSize()), out: make([]byte, 0, max(ahead, b.BlockSize()))}
	copy(x.cipher, iv)
	return x
}

func (x *ofb) refill() {
	left := copy(x.out, x.out[x.outUsed:])
	x.out = x.out[:cap(x.out)]
	for n := x.b.BlockSize(); left+n <= len(x.out); left += n {
		x.b.Encrypt(x.cipher, x.cipher)
		copy(x.out[left:], x.cipher)
	}
	x.out, x.outUsed = x.out[:left], 0
}

func (x *ofb) XORKeyStream(dst, src []byte) {
	check(dst, src)
	for len(src) > 0 {
		if x.outUsed == len(x.out) {
			x.refill()
		}
		n := subtle.XORBytes(dst, src, x.out[x.outUsed:])
		x.outUsed += n
		dst, src = dst[n:], src[n:]
	}
}

// cfb is a stream of encrypted blocks of what was encrypted before.
type cfb struct {
	b       Block
	next    []byte // the encrypted text, which is encrypted again
	out     []byte
	outUsed int
	decrypt bool
}

// NewCFBEncrypter returns the stream that encrypts and begins with iv, which is as long as a block.
//
// Deprecated: without authentication, others can change what is decrypted; use an AEAD, or NewCTR.
func NewCFBEncrypter(block Block, iv []byte) Stream { return newCFB(block, iv, false) }

// NewCFBDecrypter returns the stream that decrypts and begins with iv, which is as long as a block.
//
// Deprecated: without authentication, others can change what is decrypted; use an AEAD, or NewCTR.
func NewCFBDecrypter(block Block, iv []byte) Stream { return newCFB(block, iv, true) }

func newCFB(block Block, iv []byte, decrypt bool) Stream {
	n := block.BlockSize()
	if len(iv) != n {
		panic("cipher.newCFB: IV length must equal block size")
	}
	x := &cfb{b: block, out: make([]byte, n), next: make([]byte, n), outUsed: n, decrypt: decrypt}
	copy(x.next, iv)
	return x
}

func (x *cfb) XORKeyStream(dst, src []byte) {
	check(dst, src)
	for len(src) > 0 {
		if x.outUsed == len(x.out) {
			x.b.Encrypt(x.out, x.next)
			x.outUsed = 0
		}
		if x.decrypt {
			copy(x.next[x.outUsed:], src)
		}
		n := subtle.XORBytes(dst, src, x.out[x.outUsed:])
		if !x.decrypt {
			copy(x.next[x.outUsed:], dst[:n])
		}
		x.outUsed += n
		dst, src = dst[n:], src[n:]
	}
}
