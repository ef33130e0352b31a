// Package hmac computes keyed hashes: the hash of the key and a message, in a way that hides the key. FIPS 198-1.
package hmac

import (
	"crypto/subtle"
	"errors"
	"hash"
)

type digest struct {
	inner, outer       hash.Hash
	innerPad, outerPad []byte     // the key with the bits of ipad and of opad turned, a block each
	_                  [2]uintptr // as large as Go's
}

// New returns a hash.Hash for keyed hashes by the hash function that h makes, which must be a new one each time.
func New(h func() hash.Hash, key []byte) hash.Hash {
	d := &digest{outer: h(), inner: h()}
	if same(d.outer, d.inner) {
		panic("crypto/hmac: hash generation function does not produce unique values")
	}
	size := d.inner.BlockSize()
	if len(key) > size {
		d.outer.Write(key)
		key = d.outer.Sum(nil)
	}
	d.innerPad = padded(key, size, 0x36)
	d.outerPad = padded(key, size, 0x5c)
	d.inner.Write(d.innerPad)
	return d
}

// same compares two hash functions; what cannot be compared is not the same.
func same(a, b hash.Hash) (equal bool) {
	defer func() { recover() }()
	return a == b
}

func padded(key []byte, size int, bits byte) []byte {
	pad := make([]byte, size)
	copy(pad, key)
	for i := range pad {
		pad[i] ^= bits
	}
	return pad
}

func (d *digest) Write(p []byte) (n int, err error) { return d.inner.Write(p) }

func (d *digest) Size() int { return d.outer.Size() }

func (d *digest) BlockSize() int { return d.inner.BlockSize() }

func (d *digest) Reset() {
	d.inner.Reset()
	d.inner.Write(d.innerPad)
}

func (d *digest) Sum(in []byte) []byte {
	before := len(in)
	in = d.inner.Sum(in)
	d.outer.Reset()
	d.outer.Write(d.outerPad)
	d.outer.Write(in[before:])
	return d.outer.Sum(in[:before])
}

// noClone says that the hash function cannot be copied.
type noClone struct{}

func (noClone) Error() string { return "crypto/hmac: hash does not support hash.Cloner" }
func (noClone) Unwrap() error { return errors.ErrUnsupported }

// Clone returns a digest that goes on from the same state, if the hash function can do that.
func (d *digest) Clone() (hash.Cloner, error) {
	inner, err := clone(d.inner)
	if err != nil {
		return nil, err
	}
	outer, err := clone(d.outer)
	if err != nil {
		return nil, err
	}
	return &digest{inner: inner, outer: outer, innerPad: d.innerPad, outerPad: d.outerPad}, nil
}

func clone(h hash.Hash) (hash.Hash, error) {
	if c, ok := h.(hash.Cloner); ok {
		if copied, err := c.Clone(); err == nil {
			return copied, nil
		}
	}
	return nil, noClone{}
}

// Equal says whether two keyed hashes are equal, in a time that does not depend on where they differ.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
