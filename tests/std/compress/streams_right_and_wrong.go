// run
// Streams of others are read, whole and in pieces, cut and changed; what is written is read again; headers of files.
package main

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing/iotest"
	"time"
)

const changes = 100 // in bulk: 20000

// The same text as zlib makes streams of it: of the usual kind, stored, with fixed codes, with a dictionary, with its header.
var streams = []string{
	"2bc94855282ccd4cce56482aca2fcf5348cbaf50c82acd2d2856c82f4b2d5228014ae72456552aa4e4a7eb8179b451ccc0c8c4ccc2cac6cec1c9c5cdc3cbc72f2028242c222a262e2129252d232b27afa0a8a4aca2aaa6aea1a9a5ada3aba76f6068646c626a666e6169656d636b678fb0ac2835056c15b54400",
	"012101defe74686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e2074686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e2074686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f672e20000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f74686520717569636b2072656420666f782074686520717569636b2072656420666f782074686520717569636b2072656420666f782074686520717569636b2072656420666f782074686520717569636b2072656420666f7820",
	"2bc94855282ccd4cce56482aca2fcf5348cbaf50c82acd2d2856c82f4b2d5228014ae72456552aa4e4a7eb8179b451ccc0c8c4ccc2cac6cec1c9c5cdc3cbc72f2028242c222a262e2129252d232b27afa0a8a4aca2aaa6aea1a9a5ada3aba76f6068646c626a666e6169656d636b678fb0ac2835056c15b54400",
	"2bc9485528c426a1905f965aa40092ce49acaa5448c94fd753a09d6206462666165636760e4e2e6e1e5e3e7e0141216111513171094929691959397905452565155535750d4d2d6d1d5d3d7d03432363135333730b4b2b6b1b5b3b7b846545a92960aba8250200",
	"789c2bc94855282ccd4cce56482aca2fcf5348cbaf50c82acd2d2856c82f4b2d5228014ae72456552aa4e4a7eb8179b451ccc0c8c4ccc2cac6cec1c9c5cdc3cbc72f2028242c222a262e2129252d232b27afa0a8a4aca2aaa6aea1a9a5ada3aba76f6068646c626a666e6169656d636b678fb0ac2835056c15b54400a89b58b4",
}

const dictionary = "quick brown fox jumps"

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func text() []byte {
	b := []byte(strings.Repeat("the quick brown fox jumps over the lazy dog. ", 3))
	for i := range 64 {
		b = append(b, byte(i))
	}
	return append(b, strings.Repeat("the quick red fox ", 5)...)
}

func read(r io.Reader, err error) string {
	if err != nil {
		return "begin: " + err.Error()
	}
	b, err := io.ReadAll(r)
	return fmt.Sprintf("%d bytes %08x %v", len(b), crc32.ChecksumIEEE(b), err)
}

func open(i int, r io.Reader) (io.Reader, error) {
	switch i {
	case 3:
		return flate.NewReaderDict(r, []byte(dictionary)), nil
	case 4:
		return zlib.NewReader(r)
	}
	return flate.NewReader(r), nil
}

// file returns a gzip file of a stream.
func file(flags byte, extra string, stream, plain []byte) []byte {
	b := append([]byte("\x1f\x8b\x08"), flags, 1, 2, 3, 4, 0, 3)
	b = append(b, extra...)
	if flags&2 != 0 {
		sum := crc32.ChecksumIEEE(b)
		b = append(b, byte(sum), byte(sum>>8))
	}
	b = append(b, stream...)
	for _, n := range []uint32{crc32.ChecksumIEEE(plain), uint32(len(plain))} {
		b = append(b, byte(n), byte(n>>8), byte(n>>16), byte(n>>24))
	}
	return b
}

type bytewise struct{ *bytes.Reader }

func main() {
	plain := text()
	var raw [][]byte
	for i, s := range streams {
		b, _ := hex.DecodeString(s)
		raw = append(raw, b)
		fmt.Println(read(open(i, bytes.NewReader(b))))
		fmt.Println(read(open(i, iotest.OneByteReader(bytes.NewReader(b)))))
		fmt.Println(read(open(i, bytewise{bytes.NewReader(b)})))
		fmt.Println(read(open(i, io.MultiReader(bytes.NewReader(b[:len(b)/2]), iotest.ErrReader(errors.New("broken"))))))
		// Nothing behind the end is read.
		for _, r := range []io.Reader{strings.NewReader(string(b) + "rest"), bytes.NewReader(append(b[:len(b):len(b)], "rest"...)), bytes.NewBuffer(append(b[:len(b):len(b)], "rest"...)), bufio.NewReader(strings.NewReader(string(b) + "rest")), bytewise{bytes.NewReader(append(b[:len(b):len(b)], "rest"...))}} {
			z, err := open(i, r)
			fmt.Print(read(z, err))
			rest, err := io.ReadAll(r)
			fmt.Printf(" %q %v\n", rest, err)
		}
		for n := range len(b) {
			if s := read(open(i, bytes.NewReader(b[:n]))); n%7 == 0 {
				fmt.Println(n, s)
			}
		}
	}
	for i := range changes {
		k := random(len(raw))
		b := bytes.Clone(raw[k])
		for range 1 + random(3) {
			b[random(len(b))] ^= 1 << random(8)
		}
		fmt.Println(i, k, read(open(k, bytes.NewReader(b))))
	}
	z, _ := open(0, bytes.NewReader(raw[0]))
	small := make([]byte, 10)
	for range 3 {
		n, err := z.Read(small)
		fmt.Printf("%q %v\n", small[:n], err)
	}
	fmt.Println(z.(flate.Resetter).Reset(bytes.NewReader(raw[3]), []byte(dictionary)), read(z, nil), z.(io.Closer).Close())

	for level := -2; level < 10; level++ {
		var b bytes.Buffer
		w, err := flate.NewWriterDict(&b, level, []byte(dictionary))
		fmt.Println(level, err)
		n, err := w.Write(plain)
		fmt.Println(n, err, w.Flush())
		half := flate.NewReaderDict(bytes.NewReader(b.Bytes()), []byte(dictionary))
		got := make([]byte, len(plain))
		n, err = io.ReadFull(half, got)
		fmt.Println(n, err, bytes.Equal(got, plain))
		w.Write(plain)
		fmt.Println(w.Close(), w.Close(), b.Len() < 2*len(plain)+30)
		_, err = w.Write(plain)
		fmt.Println(err, w.Flush())
		fmt.Println(read(flate.NewReaderDict(&b, []byte(dictionary)), nil))
		w.Reset(&b)
		w.Close()
		fmt.Println(read(flate.NewReader(&b), nil))

		b.Reset()
		g, err := gzip.NewWriterLevel(&b, level)
		g.Name, g.Comment, g.Extra, g.ModTime, g.OS = "näme", "comment", []byte("extra"), time.Unix(1e9, 0), 7
		g.Write(plain)
		fmt.Println(err, g.Flush(), g.Close(), g.Close(), g.Flush())
		fmt.Printf("%x\n", b.Bytes()[:10])
		r, err := gzip.NewReader(&b)
		fmt.Println(r.Name, r.Comment, string(r.Extra), r.ModTime.Unix(), r.OS, read(r, err), r.Close())

		b.Reset()
		zw, err := zlib.NewWriterLevelDict(&b, level, []byte(dictionary))
		zw.Write(plain)
		fmt.Println(err, zw.Flush(), zw.Close())
		fmt.Printf("%x\n", b.Bytes()[:6])
		fmt.Println(read(zlib.NewReader(bytes.NewReader(b.Bytes()))))
		fmt.Println(read(zlib.NewReaderDict(bytes.NewReader(b.Bytes()), []byte(dictionary))))
		zw.Reset(&b)
		zw.Close()
	}
	_, err := flate.NewWriter(nil, 10)
	_, err2 := gzip.NewWriterLevel(nil, -3)
	_, err3 := zlib.NewWriterLevel(nil, 11)
	fmt.Println(err, err2, err3)

	long := bytes.Repeat(plain, 3000)
	for i := range long {
		long[i] += byte(i >> 12)
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write(long)
	w.Close()
	w.Reset(&b)
	w.Write([]byte("second"))
	w.Close()
	two := bytes.Clone(b.Bytes())
	fmt.Println(read(gzip.NewReader(&b)))
	r, _ := gzip.NewReader(bytes.NewReader(two))
	r.Multistream(false)
	fmt.Println(read(r, nil))

	plainFile := file(0, "", raw[0], plain)
	for _, f := range [][]byte{plainFile, file(2|4|8|16, "\x03\x00abcname\x00com\xe9ent\x00", raw[2], plain), file(2, "", raw[0], plain), file(8, "name", raw[0], plain), file(0, "", raw[0], []byte("x")), append(plainFile, plainFile...), append(plainFile, "garbage behind it"...), []byte("PK\x03\x04 is no gzip"), nil} {
		r, err := gzip.NewReader(bytes.NewReader(f))
		if err == nil {
			fmt.Printf("%q %q %q %v %d ", r.Name, r.Comment, r.Extra, r.ModTime.Unix(), r.OS)
		}
		fmt.Println(read(r, err))
		for n := range len(f) {
			r, err := gzip.NewReader(bytes.NewReader(f[:n]))
			if s := read(r, err); n%5 == 0 {
				fmt.Println(n, s)
			}
		}
	}
	for _, h := range []gzip.Header{{Name: "a\x00"}, {Comment: "€"}, {Extra: make([]byte, 70000)}} {
		w := gzip.NewWriter(io.Discard)
		w.Header = h
		_, err := w.Write(plain)
		fmt.Println(err, w.Close())
	}
	fmt.Println(flate.CorruptInputError(3), flate.InternalError("x"), &flate.ReadError{Offset: 1, Err: io.EOF}, &flate.WriteError{Offset: 1, Err: io.EOF})
}
