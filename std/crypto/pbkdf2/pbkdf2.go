// Package pbkdf2 derives keys from passwords. RFC 8018, PBKDF2.
package pbkdf2

import (
	"crypto/hmac"
	"encoding/binary"
	"errors"
	"hash"
)

// Key derives a key of keyLength bytes from a password, by HMAC with the hash h: the more iterations, the more work
// it is to guess the password.
func Key[Hash hash.Hash](h func() Hash, password string, salt []byte, iter, keyLength int) ([]byte, error) {
	if keyLength <= 0 {
		return nil, errors.New("pbkdf2: keyLength must be larger than 0")
	}
	function := hmac.New(func() hash.Hash { return h() }, []byte(password))
	size := function.Size()
	blocks := (keyLength + size - 1) / size
	if uint64(blocks) > 1<<32-1 {
		return nil, errors.New("pbkdf2: keyLength too long")
	}
	key := make([]byte, 0, blocks*size)
	round := make([]byte, size)
	for block := uint32(1); block <= uint32(blocks); block++ {
		function.Reset()
		function.Write(salt)
		var number [4]byte
		binary.BigEndian.PutUint32(number[:], block)
		function.Write(number[:])
		key = function.Sum(key)
		sum := key[len(key)-size:]
		copy(round, sum)
		for i := 1; i < iter; i++ {
			function.Reset()
			function.Write(round)
			round = function.Sum(round[:0])
			for j, b := range round {
				sum[j] ^= b
			}
		}
	}
	return key[:keyLength], nil
}
