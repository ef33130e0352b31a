// run
// LZW in both orders and all widths of literals: what is written, read back, and what is wrong.
package main

import (
	"bytes"
	"compress/lzw"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"testing/iotest"
)

type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func main() {
	for _, width := range []int{1, 2, 3, 4, 5, 6, 7, 8, 9} {
		for _, order := range []lzw.Order{lzw.LSB, lzw.MSB, 7} {
			var b bytes.Buffer
			w := lzw.NewWriter(&b, order, width)
			n, err := w.Write([]byte{0, 1, 2, 3, 1, 2, 3, 1, 2, 3})
			fmt.Println(width, order, n, err, w.Close(), w.Close(), b.Bytes())
			n, err = w.Write([]byte{0})
			fmt.Println(n, err)
			r := lzw.NewReader(strings.NewReader("abc"), order, width)
			text, err := io.ReadAll(r)
			fmt.Println(text, err, r.Close(), r.Close())
			n, err = r.Read(make([]byte, 3))
			fmt.Println(n, err)
		}
	}
	// Enough for all codes, and to begin anew; for other widths a part of it.
	whole := make([]byte, 12000)
	for i := range whole {
		whole[i] = byte(i*i/7+i/3) & 63
	}
	var w lzw.Writer
	var r lzw.Reader
	for _, width := range []int{6, 7, 8} {
		for _, order := range []lzw.Order{lzw.LSB, lzw.MSB} {
			text := whole[:1000]
			if width == 8 && order == lzw.LSB {
				text = whole
			}
			var b bytes.Buffer
			w.Reset(&b, order, width)
			for i := 0; i < len(text); i += 500 {
				w.Write(text[i : i+500])
			}
			fmt.Println(w.Close(), b.Len(), crc32.ChecksumIEEE(b.Bytes()))
			packed := b.Bytes()
			r.Reset(iotest.OneByteReader(bytes.NewReader(packed)), order, width)
			back, err := io.ReadAll(&r)
			fmt.Println(bytes.Equal(back, text), err, r.Close())
			for _, at := range []int{0, 5, 100, len(packed) - 1} {
				r.Reset(bytes.NewReader(packed[:at]), order, width)
				back, err := io.ReadAll(&r)
				fmt.Println(len(back), err)
				changed := bytes.Clone(packed)
				changed[at] ^= 0x10
				r.Reset(bytes.NewReader(changed), order, width)
				back, err = io.ReadAll(&r)
				fmt.Println(len(back), crc32.ChecksumIEEE(back), err)
			}
		}
	}
	var b bytes.Buffer
	w.Reset(&b, lzw.LSB, 2)
	fmt.Println(w.Write([]byte{4}))
	fmt.Println(w.Write([]byte{1}))
	fmt.Println(w.Close(), b.Len())
	w.Reset(&b, lzw.LSB, 2)
	fmt.Println(w.Close(), b.Bytes())
	w.Reset(&full{5}, lzw.LSB, 8)
	for range 3 {
		n, err := w.Write(whole[:3000])
		fmt.Println(n, err)
	}
	fmt.Println(w.Close())
	r.Reset(iotest.ErrReader(errors.New("no text")), lzw.LSB, 8)
	fmt.Println(r.Read(make([]byte, 1)))
}

// Output:
// 1 0 0 lzw: litWidth 1 out of range lzw: litWidth 1 out of range lzw: litWidth 1 out of range []
// 0 lzw: litWidth 1 out of range
// [] lzw: litWidth 1 out of range <nil> <nil>
// 0 lzw: reader/writer is closed
// 1 1 0 lzw: litWidth 1 out of range lzw: litWidth 1 out of range lzw: litWidth 1 out of range []
// 0 lzw: litWidth 1 out of range
// [] lzw: litWidth 1 out of range <nil> <nil>
// 0 lzw: reader/writer is closed
// 1 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// 2 0 10 <nil> <nil> <nil> [68 52 151 88]
// 0 lzw: reader/writer is closed
// [1 1 1 1 1 1 1] lzw: invalid code <nil> <nil>
// 0 lzw: reader/writer is closed
// 2 1 10 <nil> <nil> <nil> [128 163 121 133]
// 0 lzw: reader/writer is closed
// [3 0 2] lzw: invalid code <nil> <nil>
// 0 lzw: reader/writer is closed
// 2 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// 3 0 10 <nil> <nil> <nil> [8 33 179 205 9]
// 0 lzw: reader/writer is closed
// [1 6 2 6 3 6] unexpected EOF <nil> <nil>
// 0 lzw: reader/writer is closed
// 3 1 10 <nil> <nil> <nil> [128 18 59 220 72]
// 0 lzw: reader/writer is closed
// [6 1 6 2 6 3] unexpected EOF <nil> <nil>
// 0 lzw: reader/writer is closed
// 3 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// 4 0 10 <nil> <nil> <nil> [16 4 49 102 165 17]
// 0 lzw: reader/writer is closed
// [1] lzw: invalid code <nil> <nil>
// 0 lzw: reader/writer is closed
// 4 1 10 <nil> <nil> <nil> [128 2 33 206 180 136]
// 0 lzw: reader/writer is closed
// [12 5] <nil> <nil> <nil>
// 0 lzw: reader/writer is closed
// 4 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// 5 0 10 <nil> <nil> <nil> [32 16 8 195 88 146 33]
// 0 lzw: reader/writer is closed
// [] <nil> <nil> <nil>
// 0 lzw: reader/writer is closed
// 5 1 10 <nil> <nil> <nil> [128 0 66 14 57 100 132]
// 0 lzw: reader/writer is closed
// [24 22 9 22 9] unexpected EOF <nil> <nil>
// 0 lzw: reader/writer is closed
// 5 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// 6 0 10 <nil> <nil> <nil> [64 64 64 48 24 22 137 65]
// 0 lzw: reader/writer is closed
// [] lzw: invalid code <nil> <nil>
// 0 lzw: reader/writer is closed
// 6 1 10 <nil> <nil> <nil> [128 0 8 32 112 226 196 130]
// 0 lzw: reader/writer is closed
// [48] lzw: invalid code <nil> <nil>
// 0 lzw: reader/writer is closed
// 6 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// 7 0 10 <nil> <nil> <nil> [128 0 1 2 3 131 133 132 129]
// 0 lzw: reader/writer is closed
// [97 98 99] unexpected EOF <nil> <nil>
// 0 lzw: reader/writer is closed
// 7 1 10 <nil> <nil> <nil> [128 0 1 2 3 131 133 132 129]
// 0 lzw: reader/writer is closed
// [97 98 99] unexpected EOF <nil> <nil>
// 0 lzw: reader/writer is closed
// 7 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// 8 0 10 <nil> <nil> <nil> [0 1 4 16 48 96 96 65 130 1 1]
// 0 lzw: reader/writer is closed
// [97] lzw: invalid code <nil> <nil>
// 0 lzw: reader/writer is closed
// 8 1 10 <nil> <nil> <nil> [128 0 0 32 32 28 14 11 4 128 128]
// 0 lzw: reader/writer is closed
// [194] lzw: invalid code <nil> <nil>
// 0 lzw: reader/writer is closed
// 8 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// 9 0 0 lzw: litWidth 9 out of range lzw: litWidth 9 out of range lzw: litWidth 9 out of range []
// 0 lzw: litWidth 9 out of range
// [] lzw: litWidth 9 out of range <nil> <nil>
// 0 lzw: reader/writer is closed
// 9 1 0 lzw: litWidth 9 out of range lzw: litWidth 9 out of range lzw: litWidth 9 out of range []
// 0 lzw: litWidth 9 out of range
// [] lzw: litWidth 9 out of range <nil> <nil>
// 0 lzw: reader/writer is closed
// 9 7 0 lzw: unknown order lzw: unknown order lzw: unknown order []
// 0 lzw: unknown order
// [] lzw: unknown order <nil> <nil>
// 0 lzw: reader/writer is closed
// <nil> 1082 2749286381
// true <nil> <nil>
// 0 unexpected EOF
// 0 0 lzw: invalid code
// 5 unexpected EOF
// 1000 923682699 <nil>
// 109 unexpected EOF
// 1000 1961976595 <nil>
// 1000 unexpected EOF
// 1001 3649309923 unexpected EOF
// <nil> 1082 566361154
// true <nil> <nil>
// 0 unexpected EOF
// 0 0 lzw: invalid code
// 5 unexpected EOF
// 1000 3125674340 <nil>
// 109 unexpected EOF
// 1000 1961976595 <nil>
// 1000 unexpected EOF
// 1002 1783855910 unexpected EOF
// <nil> 1111 434222489
// true <nil> <nil>
// 0 unexpected EOF
// 0 0 lzw: invalid code
// 5 unexpected EOF
// 1000 1179538322 <nil>
// 101 unexpected EOF
// 1000 2845720564 <nil>
// 1000 unexpected EOF
// 1001 3649309923 unexpected EOF
// <nil> 1111 565732888
// true <nil> <nil>
// 0 unexpected EOF
// 0 0 lzw: invalid code
// 5 unexpected EOF
// 1000 1179538322 <nil>
// 101 unexpected EOF
// 1000 2845720564 <nil>
// 1000 unexpected EOF
// 1002 1783855910 unexpected EOF
// <nil> 8790 225700555
// true <nil> <nil>
// 0 unexpected EOF
// 0 0 lzw: invalid code
// 4 unexpected EOF
// 12006 2068059621 <nil>
// 89 unexpected EOF
// 12000 1339439210 <nil>
// 12000 unexpected EOF
// 12002 3154120905 unexpected EOF
// <nil> 1159 3345818956
// true <nil> <nil>
// 0 unexpected EOF
// 0 0 lzw: invalid code
// 4 unexpected EOF
// 1000 483844974 <nil>
// 89 unexpected EOF
// 1000 122936933 <nil>
// 1000 unexpected EOF
// 1002 1783855910 unexpected EOF
// 0 lzw: input byte too large for the litWidth
// 0 lzw: input byte too large for the litWidth
// lzw: input byte too large for the litWidth 0
// <nil> [44]
// 3000 <nil>
// 0 full
// 0 full
// full
// 0 no text
