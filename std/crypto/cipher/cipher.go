// Package cipher has the modes in which ciphers of blocks encrypt longer texts.
package cipher

import (
	"crypto/internal/fips140/alias"
	"io"
)

// Block is a cipher that encrypts and decrypts single blocks.
type Block interface {
	// BlockSize returns the number of bytes of a block.
	BlockSize() int
	// Encrypt encrypts the first block of src into dst, which begins at the same place or lies elsewhere.
	Encrypt(dst, src []byte)
	// Decrypt decrypts likewise.
	Decrypt(dst, src []byte)
}

// Stream is a cipher of bytes.
type Stream interface {
	// XORKeyStream combines src with the next bytes of the stream. dst begins at the same place or lies elsewhere, and is not shorter.
	XORKeyStream(dst, src []byte)
}

// BlockMode encrypts or decrypts whole blocks, each with those before it.
type BlockMode interface {
	// BlockSize returns the number of bytes of a block.
	BlockSize() int
	// CryptBlocks goes on with the blocks of src. dst begins at the same place or lies elsewhere, and is not shorter.
	CryptBlocks(dst, src []byte)
}

// AEAD is a cipher that also tells whether a text and data beside it were changed.
type AEAD interface {
	// NonceSize returns the number of bytes of a nonce.
	NonceSize() int
	// Overhead returns by how many bytes an encrypted text is longer.
	Overhead() int
	// Seal appends the encrypted plaintext to dst. A nonce must not be used twice with a key.
	Seal(dst, nonce, plaintext, additionalData []byte) []byte
	// Open appends the decrypted text to dst, if neither it nor the data were changed.
	Open(dst, nonce, ciphertext, additionalData []byte) ([]byte, error)
}

// check panics unless dst has room for src and they begin together or lie apart.
func check(dst, src []byte) {
	if len(dst) < len(src) {
		panic("crypto/cipher: output smaller than input")
	}
	if alias.InexactOverlap(dst[:len(src)], src) {
		panic("crypto/cipher: invalid buffer overlap")
	}
}

// StreamReader reads from R through S.
type StreamReader struct {
	S Stream
	R io.Reader
}

func (r StreamReader) Read(dst []byte) (n int, err error) {
	n, err = r.R.Read(dst)
	r.S.XORKeyStream(dst[:n], dst[:n])
	return n, err
}

// StreamWriter writes to W through S. After a short write the stream is out of step.
type StreamWriter struct {
	S   Stream
	W   io.Writer
	Err error // is not used
}

func (w StreamWriter) Write(src []byte) (n int, err error) {
	encrypted := make([]byte, len(src))
	w.S.XORKeyStream(encrypted, src)
	if n, err = w.W.Write(encrypted); n != len(src) && err == nil {
		err = io.ErrShortWrite
	}
	return n, err
}

// Close closes W if it can be closed.
func (w StreamWriter) Close() error {
	if c, ok := w.W.(io.Closer); ok {
		return c.Close()
	}
	return nil
}
