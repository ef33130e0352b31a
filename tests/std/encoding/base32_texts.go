// run
// Bytes become text and texts, right and wrong ones, become bytes, in one piece and in streams.
package main

import (
	"bytes"
	"encoding/base32"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

const texts = 60 // in bulk: 100000

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	encodings := []*base32.Encoding{base32.StdEncoding, base32.HexEncoding, base32.StdEncoding.WithPadding(base32.NoPadding), base32.HexEncoding.WithPadding('*'), base32.NewEncoding("abcdefghijklmnopqrstuvwxyz012345")}
	pieces := []string{"A", "B", "7", "a", "0", "=", "=", "*", "\n", "\r", "AAAAAAAA", "BBBB", "====", "======", "CCCCCC", "é"}
	for i := range texts {
		enc := encodings[random(5)]
		b := make([]byte, random(24))
		for j := range b {
			b[j] = byte(random(256))
		}
		s := enc.EncodeToString(b)
		back, err := enc.DecodeString(s)
		fmt.Println(i, s, enc.EncodedLen(len(b)) == len(s), bytes.Equal(b, back), err, enc.DecodedLen(len(s)))
		var t strings.Builder
		w := enc
		e := base32.NewEncoder(w, &t)
		for rest := b; len(rest) > 0; {
			n := min(len(rest), 1+random(9))
			e.Write(rest[:n])
			rest = rest[n:]
		}
		fmt.Println(e.Close(), t.String() == s)
		t.Reset()
		if random(2) == 0 {
			t.WriteString(s)
		}
		for range random(8) {
			t.WriteString(pieces[random(len(pieces))])
		}
		text := t.String()
		got, err := enc.DecodeString(text)
		fmt.Printf("%q %x %v\n", text, got, err)
		appended, err := enc.AppendDecode([]byte("."), []byte(s))
		fmt.Printf("%x %v %s\n", appended, err, enc.AppendEncode([]byte("."), b))
		r := io.Reader(strings.NewReader(text))
		switch random(4) {
		case 0:
			r = iotest.OneByteReader(r)
		case 1:
			r = iotest.DataErrReader(r)
		case 2:
			r = iotest.HalfReader(r)
		}
		d := base32.NewDecoder(enc, r)
		p := make([]byte, 1+random(12))
		for range 12 {
			n, err := d.Read(p)
			fmt.Printf(" %x %v", p[:n], err)
			if err != nil {
				break
			}
		}
		fmt.Println()
	}
	dst := make([]byte, 10)
	fmt.Println(base32.StdEncoding.Decode(dst, []byte("MFRG\nG===")))
	base32.StdEncoding.Encode(dst, []byte("abc"))
	fmt.Printf("%q\n", dst)
	try(func() { base32.NewEncoding("abc") })
	try(func() { base32.NewEncoding("abcdefghijklmnopqrstuvwxyz01234\n") })
	try(func() { base32.NewEncoding("abcdefghijklmnopqrstuvwxyz01234a") })
	try(func() { base32.StdEncoding.WithPadding('A') })
	try(func() { base32.StdEncoding.WithPadding('\n') })
	try(func() { base32.StdEncoding.WithPadding(300) })
}
