// run
// Every hash function over texts of many lengths, in pieces; states saved, restored and cloned; states that are wrong.
package main

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
)

type saver interface {
	MarshalBinary() ([]byte, error)
	UnmarshalBinary([]byte) error
}

var functions = []struct {
	name string
	make func() hash.Hash
}{
	{"md5", md5.New}, {"sha1", sha1.New}, {"sha224", sha256.New224}, {"sha256", sha256.New}, {"sha384", sha512.New384},
	{"sha512", sha512.New}, {"sha512/224", sha512.New512_224}, {"sha512/256", sha512.New512_256},
	{"fnv32", func() hash.Hash { return fnv.New32() }}, {"fnv32a", func() hash.Hash { return fnv.New32a() }},
	{"fnv64", func() hash.Hash { return fnv.New64() }}, {"fnv64a", func() hash.Hash { return fnv.New64a() }},
	{"fnv128", fnv.New128}, {"fnv128a", fnv.New128a},
	{"ieee", func() hash.Hash { return crc32.NewIEEE() }},
	{"castagnoli", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) }},
	{"koopman", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) }},
	{"iso", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) }},
	{"ecma", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) }},
	{"adler", func() hash.Hash { return adler32.New() }},
	{"hmac", func() hash.Hash { return hmac.New(sha256.New, []byte("key")) }},
	{"hmac long", func() hash.Hash { return hmac.New(md5.New, make([]byte, 100)) }},
}

var text [300]byte

func main() {
	for i := range text {
		text[i] = byte(i*7 + i>>3)
	}
	for _, f := range functions {
		h := f.make()
		fmt.Printf("%s %d %d %x\n", f.name, h.Size(), h.BlockSize(), h.Sum([]byte("in:")))
		all := f.make()
		for _, length := range []int{1, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 300} {
			h.Reset()
			h.Write(text[:length/3])
			h.Write(text[length/3 : length])
			all.Write(h.Sum(nil))
		}
		fmt.Printf("%x\n", all.Sum(nil))
		h.Reset()
		h.Write(text[:100])
		if c, ok := h.(hash.Cloner); ok {
			clone, err := c.Clone()
			clone.Write([]byte("more"))
			fmt.Printf("clone %x %v\n", clone.Sum(nil), err)
		}
		s, ok := h.(saver)
		if !ok {
			continue
		}
		state, err := s.MarshalBinary()
		other := f.make()
		fmt.Printf("%x %v %v\n", state, err, other.(saver).UnmarshalBinary(state))
		h.Write(text[:50])
		other.Write(text[:50])
		fmt.Println(string(h.Sum(nil)) == string(other.Sum(nil)))
		fmt.Println(other.(saver).UnmarshalBinary(state[1:]), other.(saver).UnmarshalBinary(state[:len(state)-1]))
	}
	fmt.Println(crc32.New(crc32.MakeTable(1)).(saver).UnmarshalBinary([]byte("crc\x0112345678")))
	fmt.Printf("%x %x %x %x %x %x\n", md5.Sum([]byte("a")), sha1.Sum([]byte("b")), sha256.Sum256([]byte("c")), sha256.Sum224(nil),
		sha512.Sum512([]byte("d")), sha512.Sum384(nil))
	fmt.Printf("%x %x\n", sha512.Sum512_224([]byte("e")), sha512.Sum512_256([]byte("f")))
	fmt.Println(crc32.ChecksumIEEE(text[:]), crc32.Checksum(text[:], crc32.MakeTable(crc32.IEEE)), crc32.Update(5, crc32.IEEETable, text[:9]),
		crc64.Checksum(text[:], crc64.MakeTable(crc64.ECMA)), crc64.Update(5, crc64.MakeTable(3), text[:9]), adler32.Checksum(text[:]))
	long := make([]byte, 9001)
	for i := range long {
		long[i] = text[i%300]
	}
	fmt.Println(crc32.ChecksumIEEE(long), crc64.Checksum(long, crc64.MakeTable(crc64.ISO)), adler32.Checksum(long))
	a := fnv.New32a()
	a.Write([]byte("hello"))
	b := fnv.New64()
	b.Write([]byte("hello"))
	fmt.Println(a.Sum32(), b.Sum64())

	mac := hmac.New(sha1.New, []byte("secret"))
	mac.Write([]byte("message"))
	sum := mac.Sum(nil)
	mac.Reset()
	mac.Write([]byte("message"))
	fmt.Println(hmac.Equal(sum, mac.Sum(nil)), hmac.Equal(sum, sum[1:]))
	fmt.Println(subtle.ConstantTimeCompare([]byte("ab"), []byte("ab")), subtle.ConstantTimeCompare([]byte("ab"), []byte("ac")),
		subtle.ConstantTimeCompare(nil, nil), subtle.ConstantTimeSelect(1, 5, 6), subtle.ConstantTimeSelect(0, 5, 6),
		subtle.ConstantTimeByteEq(3, 3), subtle.ConstantTimeByteEq(3, 4), subtle.ConstantTimeEq(-1, -1), subtle.ConstantTimeEq(1, -1),
		subtle.ConstantTimeLessOrEq(3, 3), subtle.ConstantTimeLessOrEq(4, 3), subtle.ConstantTimeLessOrEq(2, 3))
	x := []byte("abcdef")
	subtle.ConstantTimeCopy(1, x[:3], []byte("xyz"))
	subtle.ConstantTimeCopy(0, x[3:], []byte("xyz"))
	fmt.Println(string(x))
	fmt.Println(subtle.XORBytes(x, x, []byte{1, 2, 3}))
	fmt.Println(x)
	subtle.WithDataIndependentTiming(func() { fmt.Println("called") })
	for _, f := range []func(){
		func() { subtle.XORBytes(x[:1], x, x) },
		func() { subtle.XORBytes(x[1:], x[:3], []byte("abc")) },
		func() { subtle.ConstantTimeCopy(1, x, nil) },
		func() { hmac.New(func() hash.Hash { return mac }, nil) },
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
