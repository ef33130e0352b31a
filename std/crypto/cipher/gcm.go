package cipher

import (
	"crypto/internal/fips140/aes"
	"crypto/internal/fips140/aes/gcm"
	"crypto/internal/fips140/alias"
	"crypto/subtle"
	"encoding/binary"
	"errors"
)

const gcmBlockSize = aes.BlockSize

// NewGCM returns Galois/counter mode of a cipher with blocks of 16 bytes, with nonces of 12 and tags of 16 bytes.
func NewGCM(cipher Block) (AEAD, error) { return newGCM(cipher, gcm.StandardNonceSize, gcm.MaxTagSize) }

// NewGCMWithNonceSize is NewGCM with nonces of another size, which only others' texts call for.
func NewGCMWithNonceSize(cipher Block, size int) (AEAD, error) {
	return newGCM(cipher, size, gcm.MaxTagSize)
}

// NewGCMWithTagSize is NewGCM with tags of 12 to 16 bytes, which only others' texts call for.
func NewGCMWithTagSize(cipher Block, tagSize int) (AEAD, error) {
	return newGCM(cipher, gcm.StandardNonceSize, tagSize)
}

func newGCM(cipher Block, nonceSize, tagSize int) (AEAD, error) {
	if b, ok := cipher.(*aes.Block); ok {
		g, err := gcm.New(b, nonceSize, tagSize)
		if err != nil {
			return nil, err
		}
		return g, nil
	}
	if err := (gcm.Sizes{Nonce: nonceSize, Tag: tagSize}).Check(); err != nil {
		return nil, err
	}
	if b, ok := cipher.(interface{ NewGCM(int, int) (AEAD, error) }); ok {
		return b.NewGCM(nonceSize, tagSize)
	}
	if cipher.BlockSize() != gcmBlockSize {
		return nil, errors.New("cipher: NewGCM requires 128-bit block cipher")
	}
	return &gcmFallback{cipher, nonceSize, tagSize}, nil
}

// NewGCMWithRandomNonce is NewGCM of AES with a random nonce before each encrypted text; Seal and Open are given none.
func NewGCMWithRandomNonce(cipher Block) (AEAD, error) {
	b, ok := cipher.(*aes.Block)
	if !ok {
		return nil, errors.New("cipher: NewGCMWithRandomNonce requires aes.Block")
	}
	g, err := gcm.New(b, gcm.StandardNonceSize, gcm.MaxTagSize)
	if err != nil {
		return nil, err
	}
	return gcmWithRandomNonce{g}, nil
}

type gcmWithRandomNonce struct{ *gcm.GCM }

func (g gcmWithRandomNonce) NonceSize() int { return 0 }

func (g gcmWithRandomNonce) Overhead() int { return gcm.StandardNonceSize + gcm.MaxTagSize }

func (g gcmWithRandomNonce) Seal(dst, nonce, plaintext, additionalData []byte) []byte {
	checkNoNonce(nonce)
	whole, out := gcm.Extend(dst, len(plaintext)+g.Overhead())
	gcm.CheckOverlap(out, plaintext, additionalData)
	nonce, encrypted := out[:gcm.StandardNonceSize], out[gcm.StandardNonceSize:]
	if alias.AnyOverlap(out, plaintext) {
		plaintext = encrypted[:copy(encrypted, plaintext)]
	}
	gcm.SealWithRandomNonce(g.GCM, nonce, encrypted, plaintext, additionalData)
	return whole
}

func (g gcmWithRandomNonce) Open(dst, nonce, ciphertext, additionalData []byte) ([]byte, error) {
	checkNoNonce(nonce)
	length := len(ciphertext) - g.Overhead()
	if length < 0 {
		return nil, gcm.ErrOpen
	}
	whole, out := gcm.Extend(dst, length)
	gcm.CheckOverlap(out, ciphertext, additionalData)
	nonce, encrypted := ciphertext[:gcm.StandardNonceSize], ciphertext[gcm.StandardNonceSize:]
	if alias.AnyOverlap(out, ciphertext) {
		nonce = append([]byte(nil), nonce...)
		encrypted = out[:copy(out[:len(ciphertext)], encrypted)]
	}
	if _, err := g.GCM.Open(out[:0], nonce, encrypted, additionalData); err != nil {
		return nil, err
	}
	return whole, nil
}

func checkNoNonce(nonce []byte) {
	if len(nonce) != 0 {
		panic("crypto/cipher: non-empty nonce passed to GCMWithRandomNonce")
	}
}

// gcmFallback is the mode of a cipher that is not AES.
type gcmFallback struct {
	cipher    Block
	nonceSize int
	tagSize   int
}

func (g *gcmFallback) NonceSize() int { return g.nonceSize }

func (g *gcmFallback) Overhead() int { return g.tagSize }

func (g *gcmFallback) Seal(dst, nonce, plaintext, additionalData []byte) []byte {
	whole, out := gcm.Sizes{Nonce: g.nonceSize, Tag: g.tagSize}.Sealing(dst, nonce, plaintext, additionalData)
	var key, counter, mask, tag [gcmBlockSize]byte
	g.begin(&key, &counter, &mask, nonce)
	g.xorCounters(&counter, out, plaintext)
	gcm.Authenticate(&key, &tag, &mask, out[:len(plaintext)], additionalData)
	copy(out[len(plaintext):], tag[:])
	return whole
}

func (g *gcmFallback) Open(dst, nonce, ciphertext, additionalData []byte) ([]byte, error) {
	text, mark, whole, out, err := gcm.Sizes{Nonce: g.nonceSize, Tag: g.tagSize}.Opening(dst, nonce, ciphertext, additionalData)
	if err != nil {
		return nil, err
	}
	var key, counter, mask, tag [gcmBlockSize]byte
	g.begin(&key, &counter, &mask, nonce)
	gcm.Authenticate(&key, &tag, &mask, text, additionalData)
	if subtle.ConstantTimeCompare(tag[:g.tagSize], mark) != 1 {
		clear(out)
		return nil, gcm.ErrOpen
	}
	g.xorCounters(&counter, out, text)
	return whole, nil
}

// begin sets the key of the hash, what hides the tag, and the counter of the text.
func (g *gcmFallback) begin(key, counter, mask *[gcmBlockSize]byte, nonce []byte) {
	g.cipher.Encrypt(key[:], key[:])
	gcm.Begin(key, counter, nonce)
	g.xorCounters(counter, mask[:], mask[:])
}

// xorCounters combines src with the encrypted counter and its successors.
func (g *gcmFallback) xorCounters(counter *[gcmBlockSize]byte, dst, src []byte) {
	var stream [gcmBlockSize]byte
	for len(src) > 0 {
		g.cipher.Encrypt(stream[:], counter[:])
		binary.BigEndian.PutUint32(counter[12:], binary.BigEndian.Uint32(counter[12:])+1)
		n := subtle.XORBytes(dst, src, stream[:])
		dst, src = dst[n:], src[n:]
	}
}
