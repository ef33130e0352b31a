// run
// JPEG: images of all types written in several qualities and read back; files put together with random codes, of all sizes of components,
// progressive and with restarts; what is wrong.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/jpeg"
	"testing/iotest"
)

const files = 1 // in bulk: 60

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

// sum is the type of an image and a sum of its pixels.
func sum(m image.Image) string {
	h := crc32.NewIEEE()
	switch m := m.(type) {
	case *image.Gray:
		h.Write(m.Pix)
	case *image.RGBA:
		h.Write(m.Pix)
	case *image.CMYK:
		h.Write(m.Pix)
	case *image.YCbCr:
		h.Write(m.Y)
		h.Write(m.Cb)
		h.Write(m.Cr)
		fmt.Print(m.SubsampleRatio, " ")
	default:
		return "nil"
	}
	return fmt.Sprintf("%T %v %08x", m, m.Bounds(), h.Sum32())
}

func show(name string, b []byte) {
	m, err := jpeg.Decode(bytes.NewReader(b))
	c, err2 := jpeg.DecodeConfig(iotest.OneByteReader(bytes.NewReader(b)))
	var format jpeg.FormatError
	var unsupported jpeg.UnsupportedError
	fmt.Println(name, sum(m), err, errors.As(err, &format), errors.As(err, &unsupported), c.Width, c.Height, c.ColorModel == color.GrayModel, err2)
}

type failing struct{ left int }

func (f *failing) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errors.New("full")
	}
	return len(b), nil
}

func written() []byte {
	var last []byte
	for _, r := range []image.Rectangle{image.Rect(0, 0, 1, 1), image.Rect(-3, 5, 8, 14), image.Rect(0, 0, 0, 0)} {
		gray, rgba, paletted := image.NewGray(r), image.NewRGBA(r), image.NewPaletted(r, palette.Plan9)
		ycbcr := image.NewYCbCr(r, image.YCbCrSubsampleRatio422)
		for i := range rgba.Pix {
			rgba.Pix[i] = byte(i * i >> 3)
		}
		for i := range gray.Pix {
			gray.Pix[i], paletted.Pix[i], ycbcr.Y[i] = byte(i*7), byte(i), byte(255-i*3)
		}
		for i := range ycbcr.Cb {
			ycbcr.Cb[i], ycbcr.Cr[i] = byte(i*9), byte(i*5)
		}
		for _, m := range []image.Image{gray, rgba, paletted, ycbcr} {
			for _, quality := range []int{-5, 30, 75, 101} {
				var b bytes.Buffer
				err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality})
				fmt.Printf("%T %d %d %08x %v ", m, quality, b.Len(), crc32.ChecksumIEEE(b.Bytes()), err)
				show("", b.Bytes())
				if quality == 75 {
					last = b.Bytes()
				}
			}
			var b bytes.Buffer
			fmt.Println(jpeg.Encode(&b, m, nil), jpeg.DefaultQuality, jpeg.Encode(&failing{200}, m, nil))
			m, name, err := image.Decode(&b)
			fmt.Println(sum(m), name, err)
		}
	}
	fmt.Println(jpeg.Encode(&failing{}, image.NewGray(image.Rect(0, 0, 1<<16, 1)), nil))
	return last
}

func segment(mark byte, b ...byte) []byte {
	n := len(b) + 2
	return append([]byte{0xff, mark, byte(n >> 8), byte(n)}, b...)
}

// codes are random bytes as they stand in scans, now and then with a mark of a restart.
func codes(n int, restarts bool) (b []byte) {
	mark := byte(0xd0)
	for i := range n {
		c := byte(random(256))
		if b = append(b, c); c == 0xff {
			b = append(b, 0)
		}
		if restarts && i%20 == 19 {
			b = append(b, 0xff, mark)
			mark = 0xd0 | (mark+1)&7
		}
	}
	return b
}

type component struct{ h, v int }

// composed puts a file together.
func composed(tables []byte, mark byte, components []component, before []byte, interval int) []byte {
	b := append([]byte{0xff, 0xd8}, before...)
	b = append(b, tables...)
	frame := []byte{8, 0, 9, 0, 12, byte(len(components))}
	for i, c := range components {
		frame = append(frame, "RGBK"[i], byte(c.h<<4|c.v), byte(i&1))
	}
	b = append(b, segment(mark, frame...)...)
	if interval > 0 {
		b = append(b, segment(0xdd, 0, byte(interval))...)
	}
	scan := func(first, last, bits byte, which ...int) {
		head := []byte{byte(len(which))}
		for _, i := range which {
			head = append(head, "RGBK"[i], byte(min(i, 1)*0x11))
		}
		b = append(b, segment(0xda, append(head, first, last, bits)...)...)
		b = append(b, codes(60+random(60), interval > 0)...)
	}
	all := []int{0, 1, 2, 3}[:len(components)]
	if mark != 0xc2 {
		if random(3) == 0 {
			scan(0, 63, 0, 0)
			all = all[1:]
		}
		if len(all) > 0 {
			scan(0, 63, 0, all...)
		}
	} else {
		scan(0, 0, 1, all...)
		for i := range all {
			scan(1, 5, 2, i)
			scan(6, 63, 0, i)
			scan(1, 5, 0x21, i)
			scan(1, 5, 0x10, i)
		}
		scan(0, 0, 0x10, all...)
	}
	return append(b, 0xff, 0xd9)
}

func main() {
	good := written()
	// The tables of a file that was written are good for others.
	var tables []byte
	for at := 2; good[at+1] != 0xda; {
		n := 2 + int(good[at+2])<<8 + int(good[at+3])
		if good[at+1] != 0xc0 {
			tables = append(tables, good[at:at+n]...)
		}
		at += n
	}
	sizes := [][]component{{{1, 1}}, {{2, 2}}, {{1, 1}, {1, 1}, {1, 1}}, {{2, 2}, {1, 1}, {1, 1}}, {{2, 1}, {1, 1}, {1, 1}}, {{1, 2}, {1, 1}, {1, 1}}, {{4, 1}, {1, 1}, {1, 1}}, {{4, 2}, {1, 1}, {1, 1}}, {{2, 2}, {2, 1}, {1, 2}},
		{{1, 1}, {2, 2}, {2, 2}}, {{4, 2}, {1, 2}, {2, 1}}, {{1, 1}, {1, 1}, {1, 1}, {1, 1}}, {{2, 2}, {1, 1}, {1, 1}, {2, 2}}, {{2, 1}, {1, 1}, {1, 1}, {2, 1}}, {{3, 1}, {1, 1}, {1, 1}}, {{2, 2}, {4, 4}, {1, 1}}, {{5, 1}}}
	adobe := func(transform byte) []byte { return segment(0xee, append([]byte("Adobe\x00dABCD"), transform)...) }
	for _, s := range sizes {
		for i, before := range [][]byte{nil, segment(0xe0, []byte("JFIF\x00rest")...), adobe(0), adobe(2), segment(0xfe, 'a', 'b')} {
			for range files {
				mark := []byte{0xc0, 0xc1, 0xc2}[random(3)]
				show(fmt.Sprint(s, i, mark), composed(tables, mark, s, before, random(2)*(1+random(6))))
			}
		}
	}
	for i := 0; i < len(good); i += 2 + i/4 {
		show("cut", good[:i])
	}
	for i := 2; i < len(good); i += 9 + random(27) {
		b := bytes.Clone(good)
		b[i] = byte(random(256))
		show(fmt.Sprint("changed ", i), b)
	}
	rest := append(bytes.Clone(good[2:]), 0)
	for _, before := range [][]byte{{0}, {0xff, 0xff}, {0xff, 0}, {0xff, 0xd3}, {1, 2, 3}, segment(0xc3), segment(0x7f), segment(0xe0, 1), segment(0xee, 1), {0xff, 0xdd, 0, 1}, segment(0xdd, 1), segment(0xdb, 0x20), segment(0xdb, 4), segment(0xdb, 0, 1),
		segment(0xc4, 0), segment(0xc4, make([]byte, 17)...), segment(0xc4, bytes.Repeat([]byte{0x20}, 17)...), segment(0xc0, 8), segment(0xda, 1, 2, 3)} {
		show(fmt.Sprintf("%x", before), append(append([]byte{0xff, 0xd8}, before...), rest...))
	}
	fmt.Println(jpeg.FormatError("a").Error(), jpeg.UnsupportedError("b").Error())
	var _ jpeg.Reader = bytes.NewReader(nil)
}
