// run
// The registry of hash functions: names, sizes, what is there and what is not; and who signs a message hashed or whole.
package main

import (
	"crypto"
	_ "crypto/md5"
	_ "crypto/sha1"
	_ "crypto/sha256"
	_ "crypto/sha3"
	_ "crypto/sha512"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
)

func recovered(f func()) {
	defer func() {
		v := recover()
		fmt.Printf("panic: %T %v\n", v, v)
	}()
	f()
}

type key struct{}

func (key) Public() crypto.PublicKey { return "public" }
func (key) Sign(rand io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	return fmt.Appendf(nil, "%x of %v", digest, opts.HashFunc()), nil
}

type whole struct{ key }

func (whole) SignMessage(rand io.Reader, msg []byte, opts crypto.SignerOpts) ([]byte, error) {
	return append([]byte("whole "), msg...), errors.New("no")
}

type sum struct{ hash.Hash32 }

func (sum) Size() int { return 99 }

func main() {
	for h := crypto.Hash(0); h < 23; h++ {
		fmt.Print(uint(h), " ", h, " ", h.HashFunc() == h, " ", h.String(), " ", h.Available(), " ")
		if h > 0 && h <= crypto.MLDSAMu {
			fmt.Print(h.Size(), " ")
		}
		if h.Available() {
			s := h.New()
			s.Write([]byte("abc"))
			fmt.Printf("%d %d %x", s.Size(), s.BlockSize(), s.Sum(nil))
		}
		fmt.Println()
	}
	recovered(func() { crypto.Hash(0).Size() })
	recovered(func() { crypto.Hash(99).Size() })
	recovered(func() { crypto.MD4.New() })
	recovered(func() { crypto.Hash(99).New() })
	recovered(func() { crypto.RegisterHash(0, nil) })
	recovered(func() { crypto.RegisterHash(crypto.MLDSAMu, nil) })
	recovered(func() { crypto.RegisterHash(99, nil) })
	for _, opts := range []crypto.SignerOpts{crypto.SHA256, crypto.Hash(0), crypto.MD4} {
		for _, s := range []crypto.Signer{key{}, whole{}} {
			signature, err := crypto.SignMessage(s, nil, []byte("abc"), opts)
			fmt.Printf("%q %v\n", signature, err)
		}
	}
	_, err := crypto.SignMessage(key{}, nil, nil, crypto.MD4)
	fmt.Println(err, whole{}.Public())
	crypto.RegisterHash(crypto.MD4, func() hash.Hash { return sum{crc32.NewIEEE()} })
	fmt.Println(crypto.MD4.New().Size(), crypto.MD4.Size())
}
