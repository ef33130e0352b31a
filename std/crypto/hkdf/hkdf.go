// Package hkdf derives keys from a secret in two steps: extract makes a key of it, expand makes that as long as wanted.
// RFC 5869.
package hkdf

import (
	"crypto/hmac"
	"errors"
	"hash"
)

// Extract makes a pseudorandom key of a secret and a salt, which may be nil.
func Extract[H hash.Hash](h func() H, secret, salt []byte) ([]byte, error) {
	if salt == nil {
		salt = make([]byte, h().Size())
	}
	extractor := hmac.New(func() hash.Hash { return h() }, salt)
	extractor.Write(secret)
	return extractor.Sum(nil), nil
}

// Expand makes keyLength bytes of a pseudorandom key; different infos give different bytes.
func Expand[H hash.Hash](h func() H, pseudorandomKey []byte, info string, keyLength int) ([]byte, error) {
	if keyLength > 255*h().Size() {
		return nil, errors.New("hkdf: requested key length too large")
	}
	expander := hmac.New(func() hash.Hash { return h() }, pseudorandomKey)
	out := make([]byte, 0, keyLength)
	var block []byte
	for counter := byte(1); len(out) < keyLength; counter++ {
		expander.Reset()
		expander.Write(block)
		expander.Write([]byte(info))
		expander.Write([]byte{counter})
		block = expander.Sum(block[:0])
		out = append(out, block[:min(len(block), keyLength-len(out))]...)
	}
	return out, nil
}

// Key makes keyLength bytes of a secret: both steps.
func Key[Hash hash.Hash](h func() Hash, secret, salt []byte, info string, keyLength int) ([]byte, error) {
	key, err := Extract(h, secret, salt)
	if err != nil {
		return nil, err
	}
	return Expand(h, key, info, keyLength)
}
