// Package blockhash does what the digests of crypto/md5, sha1, sha256 and sha512 have in common: taking bytes in
// blocks, the padding at the end, and the form in which a digest is saved.
package blockhash

import (
	"errors"
	"unsafe"
)

// The algorithms; native.cpp has the same list.
const (
	MD5 = iota
	SHA1
	SHA256
	SHA512
)

// Word is what a state is made of.
type Word interface{ uint32 | uint64 }

// Write takes p into a digest. block holds the *used bytes that fill no block yet, *length counts all bytes.
func Write[W Word](algorithm int, state []W, block []byte, used *int, length *uint64, p []byte) {
	*length += uint64(len(p))
	*used = write(algorithm, unsafe.Pointer(unsafe.SliceData(state)), block, *used, p)
}

// Sum writes the first bytes of the hash to out; the digest does not change.
func Sum[W Word](algorithm int, state []W, block []byte, used int, length uint64, out []byte) {
	sum(algorithm, unsafe.Pointer(unsafe.SliceData(state)), block, used, length, out)
}

//go:noescape
func write(algorithm int, state unsafe.Pointer, block []byte, used int, p []byte) int

//go:noescape
func sum(algorithm int, state unsafe.Pointer, block []byte, used int, length uint64, out []byte)

// Append saves a digest behind b: the magic bytes, the state and the length with the most significant byte first.
func Append[W Word](b []byte, magic string, state []W, block []byte, used int, length uint64) []byte {
	b = append(b, magic...)
	for _, word := range state {
		b = appendWord(b, uint64(word), int(unsafe.Sizeof(word)))
	}
	b = append(b, block[:used]...)
	for range len(block) - used {
		b = append(b, 0)
	}
	return appendWord(b, length, 8)
}

func appendWord(b []byte, word uint64, size int) []byte {
	for i := size - 1; i >= 0; i-- {
		b = append(b, byte(word>>(8*i)))
	}
	return b
}

// Load takes a digest out of what Append wrote. Errors begin with the name of the package.
func Load[W Word](b []byte, name, magic string, state []W, block []byte, used *int, length *uint64) error {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return errors.New(name + ": invalid hash state identifier")
	}
	b = b[len(magic):]
	size := int(unsafe.Sizeof(state[0]))
	if len(b) != len(state)*size+len(block)+8 {
		return errors.New(name + ": invalid hash state size")
	}
	for i := range state {
		state[i] = W(word(b[:size]))
		b = b[size:]
	}
	b = b[copy(block, b):]
	*length = word(b)
	*used = int(*length % uint64(len(block)))
	return nil
}

func word(b []byte) uint64 {
	var w uint64
	for _, c := range b {
		w = w<<8 | uint64(c)
	}
	return w
}
