// run
// Encoders do not write behind the length of what they are given, and an encoding without an alphabet writes zeros.
package main

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"hash/crc64"
	"runtime"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
}

func main() {
	for _, n := range []int{0, 3, 4, 7} {
		back := make([]byte, 64)
		dst := back[:n]
		src := []byte("hello gopher")
		try("hex", func() { hex.Encode(dst, src) })
		try("base64", func() { base64.StdEncoding.Encode(dst, src) })
		try("ascii85", func() { ascii85.Encode(dst, src) })
		fmt.Println(n, bytes.Count(back[n:], []byte{0}) == 64-n)
	}
	var e base64.Encoding
	fmt.Printf("%q\n", e.EncodeToString([]byte("abc")))
	try("crc32", func() { crc32.Update(0, nil, []byte("x")) })
	try("crc32 of nothing", func() { fmt.Println(crc32.Update(7, nil, nil)) })
	try("crc64", func() { crc64.New(nil).Write([]byte("x")) })
	try("flate", func() {
		var w flate.Writer
		w.Write([]byte("x"))
	})
	try("flate", func() {
		var w flate.Writer
		w.Reset(new(bytes.Buffer))
	})
	try("func", func() { fmt.Println(runtime.FuncForPC(0).Entry()) })
	try("assertion", func() { fmt.Println(new(runtime.TypeAssertionError).Error()) })
}

// Output:
// hex runtime error: index out of range [0] with length 0
// base64 runtime error: index out of range [3] with length 0
// ascii85 runtime error: index out of range [0] with length 0
// 0 true
// hex runtime error: index out of range [3] with length 3
// base64 runtime error: index out of range [3] with length 3
// ascii85 runtime error: index out of range [3] with length 3
// 3 true
// hex runtime error: index out of range [4] with length 4
// base64 runtime error: index out of range [3] with length 0
// ascii85 runtime error: index out of range [4] with length 4
// 4 true
// hex runtime error: index out of range [7] with length 7
// base64 runtime error: index out of range [3] with length 3
// ascii85 runtime error: index out of range [2] with length 2
// 7 true
// "\x00\x00\x00\x00"
// crc32 runtime error: invalid memory address or nil pointer dereference
// 7
// crc64 runtime error: invalid memory address or nil pointer dereference
// flate runtime error: invalid memory address or nil pointer dereference
// flate runtime error: invalid memory address or nil pointer dereference
// func runtime error: invalid memory address or nil pointer dereference
// assertion runtime error: invalid memory address or nil pointer dereference
