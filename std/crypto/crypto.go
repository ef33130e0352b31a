// Package crypto names hash functions, makes those that are linked into the program, and says what keys can do.
package crypto

import (
	"hash"
	"io"
	"strconv"
)

// Hash names a hash function that another package has; that package registers it when it is imported.
type Hash uint

// The hash functions.
const (
	MD4 Hash = 1 + iota
	MD5
	SHA1
	SHA224
	SHA256
	SHA384
	SHA512
	MD5SHA1
	RIPEMD160
	SHA3_224
	SHA3_256
	SHA3_384
	SHA3_512
	SHA512_224
	SHA512_256
	BLAKE2s_256
	BLAKE2b_256
	BLAKE2b_384
	BLAKE2b_512

	// MLDSAMu is not a hash function: it says that a message was hashed as ML-DSA wants it.
	MLDSAMu

	end
)

// known has the name of each hash function and the bytes of its sums.
var known = [end]struct {
	name string
	size int
}{
	MD4:         {"MD4", 16},
	MD5:         {"MD5", 16},
	SHA1:        {"SHA-1", 20},
	SHA224:      {"SHA-224", 28},
	SHA256:      {"SHA-256", 32},
	SHA384:      {"SHA-384", 48},
	SHA512:      {"SHA-512", 64},
	MD5SHA1:     {"MD5+SHA1", 36},
	RIPEMD160:   {"RIPEMD-160", 20},
	SHA3_224:    {"SHA3-224", 28},
	SHA3_256:    {"SHA3-256", 32},
	SHA3_384:    {"SHA3-384", 48},
	SHA3_512:    {"SHA3-512", 64},
	SHA512_224:  {"SHA-512/224", 28},
	SHA512_256:  {"SHA-512/256", 32},
	BLAKE2s_256: {"BLAKE2s-256", 32},
	BLAKE2b_256: {"BLAKE2b-256", 32},
	BLAKE2b_384: {"BLAKE2b-384", 48},
	BLAKE2b_512: {"BLAKE2b-512", 64},
	MLDSAMu:     {"ML-DSA μ message representative", 64},
}

// registered has the functions that make hashes.
var registered [end]func() hash.Hash

// RegisterHash sets what makes new hashes of h; a package that has a hash function calls it when it is initialised.
func RegisterHash(h Hash, f func() hash.Hash) {
	if h == 0 || h >= end {
		panic("crypto: RegisterHash of unknown hash function")
	}
	if h == MLDSAMu {
		panic("crypto: cannot RegisterHash for MLDSAMu")
	}
	registered[h] = f
}

// Available reports whether New can make one.
func (h Hash) Available() bool { return h < end && registered[h] != nil }

// New returns a new hash; it panics if the package that has it is not imported.
func (h Hash) New() hash.Hash {
	if !h.Available() {
		panic(unavailable(h).Error())
	}
	return registered[h]()
}

// HashFunc returns h: a hash function by itself is options enough for a Signer.
func (h Hash) HashFunc() Hash { return h }

// Size returns the bytes of a sum, also if the function is not available.
func (h Hash) Size() int {
	if h == 0 || h >= end {
		panic("crypto: Size of unknown hash function")
	}
	return known[h].size
}

func (h Hash) String() string {
	if h == 0 || h >= end {
		return "unknown hash value " + strconv.Itoa(int(h))
	}
	return known[h].name
}

// unavailable is the error for a hash function whose package is not imported.
type unavailable Hash

func (h unavailable) Error() string {
	return "crypto: requested hash function unavailable: " + Hash(h).String()
}

// PublicKey is a public key of any algorithm; those of std have Equal.
type PublicKey any

// PrivateKey is a private key of any algorithm; those of std have Public and Equal.
type PrivateKey any

// Signer is a private key that signs.
type Signer interface {
	// Public returns the key that verifies.
	Public() PublicKey
	// Sign signs digest, which is what opts.HashFunc made of a message, or a message itself if that is 0.
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error)
}

// MessageSigner is a Signer that hashes messages itself.
type MessageSigner interface {
	Signer
	SignMessage(rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error)
}

// SignerOpts says how a Signer signs.
type SignerOpts interface {
	// HashFunc returns what made the digest, 0 if the message was not hashed.
	HashFunc() Hash
}

// Decrypter is a private key that decrypts.
type Decrypter interface {
	// Public returns the key that encrypts.
	Public() PublicKey
	// Decrypt decrypts msg.
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error)
}

// DecrypterOpts says how a Decrypter decrypts.
type DecrypterOpts any

// Decapsulator is a private key that takes shared keys out of what an Encapsulator made.
type Decapsulator interface {
	Encapsulator() Encapsulator
	Decapsulate(ciphertext []byte) (sharedKey []byte, err error)
}

// Encapsulator is a public key that makes a shared key and what carries it.
type Encapsulator interface {
	Bytes() []byte
	Encapsulate() (sharedKey, ciphertext []byte)
}

// SignMessage hashes msg as opts says and signs it, or leaves both to a signer that does.
func SignMessage(signer Signer, rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error) {
	if s, ok := signer.(MessageSigner); ok {
		return s.SignMessage(rand, msg, opts)
	}
	if f := opts.HashFunc(); f != 0 {
		if !f.Available() {
			return nil, unavailable(f)
		}
		h := f.New()
		h.Write(msg)
		msg = h.Sum(nil)
	}
	return signer.Sign(rand, msg, opts)
}
