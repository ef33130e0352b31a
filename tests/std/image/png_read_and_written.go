// run
// PNG: all forms of pixels, filters and interlacing read; images of all types written and read back; what is wrong.
package main

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
)

const signature = "\x89PNG\r\n\x1a\n"

func chunk(name string, data []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, name...), data...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

func header(w, h uint32, depth, colors, compression, filter, interlace byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, w)
	b = binary.BigEndian.AppendUint32(b, h)
	return chunk("IHDR", append(b, depth, colors, compression, filter, interlace))
}

func file(chunks ...[]byte) []byte { return append([]byte(signature), bytes.Join(chunks, nil)...) }

func decode(name string, chunks ...[]byte) {
	b := file(chunks...)
	m, err := png.Decode(bytes.NewReader(b))
	fmt.Printf("%s: %v %v ", name, sum(m), err)
	c, err := png.DecodeConfig(bytes.NewReader(b))
	fmt.Println(c.Width, c.Height, c.ColorModel == color.GrayModel, err)
}

// sum is the type of an image and a sum of its pixels.
func sum(m image.Image) string {
	if m == nil {
		return "nil"
	}
	h := crc32.NewIEEE()
	r := m.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			fmt.Fprint(h, m.At(x, y))
		}
	}
	if p, ok := m.(*image.Paletted); ok {
		fmt.Fprint(h, p.Palette)
	}
	return fmt.Sprintf("%T %v %08x", m, r, h.Sum32())
}

func packed(b []byte) []byte {
	var text bytes.Buffer
	w := zlib.NewWriter(&text)
	w.Write(b)
	w.Close()
	return text.Bytes()
}

// rows has bytes enough for any form, each row with another filter.
func rows(w, h, bits int, interlaced byte) []byte {
	type pass struct{ x, y, stepX, stepY int }
	passes := []pass{{0, 0, 1, 1}}
	if interlaced == 1 {
		passes = []pass{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
	}
	var b []byte
	for _, p := range passes {
		pw, ph := (w-p.x+p.stepX-1)/p.stepX, (h-p.y+p.stepY-1)/p.stepY
		if pw <= 0 || ph <= 0 {
			continue
		}
		for y := range ph {
			b = append(b, byte(y%5))
			for i := range (pw*bits + 7) / 8 {
				b = append(b, byte(i*37+y*11)&7)
			}
		}
	}
	return b
}

func forms() {
	palette := make([]byte, 3*5)
	for i := range palette {
		palette[i] = byte(i * 16)
	}
	parts := map[byte]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
	for _, colors := range []byte{0, 2, 3, 4, 6} {
		for _, depth := range []byte{1, 2, 4, 8, 16} {
			for _, interlaced := range []byte{0, 1} {
				name := fmt.Sprint(colors, " ", depth, " ", interlaced)
				pixels := chunk("IDAT", packed(rows(9, 6, parts[colors]*int(depth), interlaced)))
				head := header(9, 6, depth, colors, 0, 0, interlaced)
				var between []byte
				if colors == 3 {
					between = chunk("PLTE", palette[:3*min(5, 1<<depth)])
				}
				decode(name, head, between, pixels, chunk("IEND", nil))
				decode(name+" tRNS", head, between, chunk("tRNS", make([]byte, 8)[:2*parts[colors]]), pixels, chunk("IEND", nil))
			}
		}
	}
	pixels := packed(rows(9, 6, 8, 0))
	decode("two chunks", header(9, 6, 8, 0, 0, 0, 0), chunk("IDAT", pixels[:10]), chunk("IDAT", nil), chunk("IDAT", pixels[10:]), chunk("IEND", nil))
	decode("too few", header(9, 7, 8, 0, 0, 0, 0), chunk("IDAT", pixels), chunk("IEND", nil))
	decode("too many", header(9, 5, 8, 0, 0, 0, 0), chunk("IDAT", pixels), chunk("IEND", nil))
	decode("filter", header(1, 1, 8, 0, 0, 0, 0), chunk("IDAT", packed([]byte{5, 0})), chunk("IEND", nil))
}

type failing struct{ left int }

func (f *failing) Write(b []byte) (int, error) {
	if f.left--; f.left < 0 {
		return 0, errors.New("full")
	}
	return len(b), nil
}

type buffers struct{ kept []*png.EncoderBuffer }

func (b *buffers) Get() *png.EncoderBuffer {
	if len(b.kept) == 0 {
		return nil
	}
	last := b.kept[len(b.kept)-1]
	b.kept = b.kept[:len(b.kept)-1]
	return last
}

func (b *buffers) Put(e *png.EncoderBuffer) { b.kept = append(b.kept, e) }

// plain is an image that says nothing but what it must.
type plain struct{ image.Image }

func written() {
	r := image.Rect(-3, 2, 4, 6)
	palette := color.Palette{color.White, color.Black, color.NRGBA{200, 0, 0, 100}, color.Gray{7}, color.Gray{9}}
	ycc := image.NewYCbCr(r, image.YCbCrSubsampleRatio420)
	for i := range ycc.Y {
		ycc.Y[i] = byte(i)
	}
	images := []image.Image{ycc, image.NewPaletted(r, palette[:2]), image.NewPaletted(r, palette[:3]), image.NewPaletted(r, palette)}
	type settable interface {
		image.Image
		Set(x, y int, c color.Color)
	}
	for _, m := range []settable{
		image.NewRGBA(r), image.NewRGBA64(r), image.NewNRGBA(r), image.NewNRGBA64(r), image.NewAlpha(r), image.NewAlpha16(r), image.NewGray(r), image.NewGray16(r),
		image.NewCMYK(r), image.NewPaletted(r, palette), image.NewPaletted(r, palette[:1]),
	} {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				m.Set(x, y, color.NRGBA{uint8(x * 9), uint8(y * 7), uint8(x * y), uint8(255 - x - y)})
			}
		}
		images = append(images, m)
	}
	images = append(images, plain{image.NewNRGBA(r)}, plain{image.NewGray(r)})
	pool := &buffers{}
	for _, m := range images {
		for _, level := range []png.CompressionLevel{png.DefaultCompression, png.NoCompression} {
			var b bytes.Buffer
			e := png.Encoder{CompressionLevel: level, BufferPool: pool}
			err := e.Encode(&b, m)
			back, err2 := png.Decode(&b)
			fmt.Printf("%T %d %v %v %v\n", m, level, sum(back), err, err2)
		}
	}
	fmt.Println(len(pool.kept))
	for _, level := range []png.CompressionLevel{png.BestSpeed, png.BestCompression} {
		var b bytes.Buffer
		e := png.Encoder{CompressionLevel: level}
		fmt.Println(e.Encode(&b, ycc), b.Len() > 0)
	}
	for i := range 12 {
		fmt.Println(png.Encode(&failing{i}, image.NewGray(r)))
	}
	fmt.Println(png.Encode(&bytes.Buffer{}, image.NewGray(image.Rect(0, 0, 0, 1))))
	fmt.Println(png.Encode(&bytes.Buffer{}, image.NewPaletted(r, append(make(color.Palette, 256), color.White))))
	var b bytes.Buffer
	png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 2, 2)))
	m, name, err := image.Decode(&b)
	fmt.Println(sum(m), name, err)
	fmt.Println(png.FormatError("x").Error(), png.UnsupportedError("y").Error())
}

func main() {
	forms()
	written()
	ihdr := func(depth, colors byte) []byte { return header(1, 1, depth, colors, 0, 0, 0) }
	three, end := make([]byte, 3), chunk("IEND", nil)
	wrong := ihdr(8, 6)
	wrong[len(wrong)-1]++
	decode("nothing")
	decode("short", three)
	decode("IHDR length", chunk("IHDR", make([]byte, 12)))
	decode("zero", header(0, 1, 8, 2, 0, 0, 0))
	decode("negative", header(1<<31, 1, 8, 2, 0, 0, 0))
	decode("huge", header(1<<31-1, 1<<31-1, 8, 2, 0, 0, 0))
	decode("compression", header(1, 1, 8, 2, 1, 0, 0))
	decode("filter", header(1, 1, 8, 2, 0, 1, 0))
	decode("interlace", header(1, 1, 8, 2, 0, 0, 2))
	decode("depth", ihdr(7, 2))
	decode("colors", ihdr(8, 9))
	decode("PLTE first", chunk("PLTE", three))
	decode("IEND", ihdr(8, 2), end)
	decode("PLTE length", ihdr(8, 3), chunk("PLTE", make([]byte, 4)))
	decode("PLTE empty", ihdr(8, 3), chunk("PLTE", nil))
	decode("PLTE long", ihdr(1, 3), chunk("PLTE", make([]byte, 9)))
	decode("PLTE of gray", ihdr(8, 0), chunk("PLTE", three))
	decode("PLTE twice", ihdr(8, 2), chunk("PLTE", three), chunk("PLTE", three))
	decode("IDAT before PLTE", ihdr(8, 3), chunk("IDAT", three))
	decode("tRNS before PLTE", ihdr(8, 3), chunk("tRNS", three))
	decode("tRNS longer", ihdr(8, 3), chunk("PLTE", three), chunk("tRNS", three))
	decode("tRNS length", ihdr(8, 3), chunk("PLTE", three), chunk("tRNS", make([]byte, 257)))
	decode("tRNS of colors", ihdr(8, 2), chunk("tRNS", three))
	decode("tRNS of gray", ihdr(8, 0), chunk("tRNS", three))
	decode("tRNS of alpha", ihdr(8, 6), chunk("tRNS", three))
	decode("IHDR twice", ihdr(8, 6), ihdr(8, 6))
	decode("IDAT", ihdr(8, 6), chunk("IDAT", []byte("abc")))
	decode("IDAT empty", ihdr(8, 6), chunk("IDAT", nil), end)
	decode("sum", wrong)
	decode("long", []byte{0xff, 0xff, 0xff, 0xff, 't', 'E', 'X', 't'})
	decode("text", chunk("tEXt", []byte("a")), ihdr(8, 0), chunk("tEXt", make([]byte, 2000)), chunk("IDAT", packed([]byte{0, 9})), end)
	whole := file(ihdr(8, 0), chunk("IDAT", packed([]byte{0, 9})), end)
	for i := range whole {
		_, short := png.Decode(bytes.NewReader(whole[:i]))
		if i >= 33 && i < len(whole)-16 {
			continue // zlib's bytes and their number
		}
		whole[i] ^= 1
		_, changed := png.Decode(bytes.NewReader(whole))
		whole[i] ^= 1
		fmt.Println(i < 33, short, changed)
	}
}

// Output:
// 0 1 0: *image.Gray (0,0)-(9,6) fb469e9f <nil> 9 6 true <nil>
// 0 1 0 tRNS: *image.NRGBA (0,0)-(9,6) 7784cef2 <nil> 9 6 true <nil>
// 0 1 1: *image.Gray (0,0)-(9,6) 1d74f4af <nil> 9 6 true <nil>
// 0 1 1 tRNS: *image.NRGBA (0,0)-(9,6) 6fb3f2c2 <nil> 9 6 true <nil>
// 0 2 0: *image.Gray (0,0)-(9,6) 9c441457 <nil> 9 6 true <nil>
// 0 2 0 tRNS: *image.NRGBA (0,0)-(9,6) 4ef22d29 <nil> 9 6 true <nil>
// 0 2 1: *image.Gray (0,0)-(9,6) 1098ee3a <nil> 9 6 true <nil>
// 0 2 1 tRNS: *image.NRGBA (0,0)-(9,6) 5b492851 <nil> 9 6 true <nil>
// 0 4 0: *image.Gray (0,0)-(9,6) ae90f8fd <nil> 9 6 true <nil>
// 0 4 0 tRNS: *image.NRGBA (0,0)-(9,6) 00afbe69 <nil> 9 6 true <nil>
// 0 4 1: *image.Gray (0,0)-(9,6) a131e1f8 <nil> 9 6 true <nil>
// 0 4 1 tRNS: *image.NRGBA (0,0)-(9,6) 6a5b3d93 <nil> 9 6 true <nil>
// 0 8 0: *image.Gray (0,0)-(9,6) b268f23c <nil> 9 6 true <nil>
// 0 8 0 tRNS: *image.NRGBA (0,0)-(9,6) f1eca131 <nil> 9 6 true <nil>
// 0 8 1: *image.Gray (0,0)-(9,6) 9784a2a8 <nil> 9 6 true <nil>
// 0 8 1 tRNS: *image.NRGBA (0,0)-(9,6) f8443438 <nil> 9 6 true <nil>
// 0 16 0: *image.Gray16 (0,0)-(9,6) d82e6e0f <nil> 9 6 false <nil>
// 0 16 0 tRNS: *image.NRGBA64 (0,0)-(9,6) f899dc70 <nil> 9 6 false <nil>
// 0 16 1: *image.Gray16 (0,0)-(9,6) 05fea809 <nil> 9 6 false <nil>
// 0 16 1 tRNS: *image.NRGBA64 (0,0)-(9,6) a875f76c <nil> 9 6 false <nil>
// 2 1 0: nil png: unsupported feature: bit depth 1, color type 2 0 0 false png: unsupported feature: bit depth 1, color type 2
// 2 1 0 tRNS: nil png: unsupported feature: bit depth 1, color type 2 0 0 false png: unsupported feature: bit depth 1, color type 2
// 2 1 1: nil png: unsupported feature: bit depth 1, color type 2 0 0 false png: unsupported feature: bit depth 1, color type 2
// 2 1 1 tRNS: nil png: unsupported feature: bit depth 1, color type 2 0 0 false png: unsupported feature: bit depth 1, color type 2
// 2 2 0: nil png: unsupported feature: bit depth 2, color type 2 0 0 false png: unsupported feature: bit depth 2, color type 2
// 2 2 0 tRNS: nil png: unsupported feature: bit depth 2, color type 2 0 0 false png: unsupported feature: bit depth 2, color type 2
// 2 2 1: nil png: unsupported feature: bit depth 2, color type 2 0 0 false png: unsupported feature: bit depth 2, color type 2
// 2 2 1 tRNS: nil png: unsupported feature: bit depth 2, color type 2 0 0 false png: unsupported feature: bit depth 2, color type 2
// 2 4 0: nil png: unsupported feature: bit depth 4, color type 2 0 0 false png: unsupported feature: bit depth 4, color type 2
// 2 4 0 tRNS: nil png: unsupported feature: bit depth 4, color type 2 0 0 false png: unsupported feature: bit depth 4, color type 2
// 2 4 1: nil png: unsupported feature: bit depth 4, color type 2 0 0 false png: unsupported feature: bit depth 4, color type 2
// 2 4 1 tRNS: nil png: unsupported feature: bit depth 4, color type 2 0 0 false png: unsupported feature: bit depth 4, color type 2
// 2 8 0: *image.RGBA (0,0)-(9,6) bea7450a <nil> 9 6 false <nil>
// 2 8 0 tRNS: *image.NRGBA (0,0)-(9,6) bea7450a <nil> 9 6 false <nil>
// 2 8 1: *image.RGBA (0,0)-(9,6) ee56647f <nil> 9 6 false <nil>
// 2 8 1 tRNS: *image.NRGBA (0,0)-(9,6) ee56647f <nil> 9 6 false <nil>
// 2 16 0: *image.RGBA64 (0,0)-(9,6) 51a5ccfc <nil> 9 6 false <nil>
// 2 16 0 tRNS: *image.NRGBA64 (0,0)-(9,6) 51a5ccfc <nil> 9 6 false <nil>
// 2 16 1: *image.RGBA64 (0,0)-(9,6) c0fcbac7 <nil> 9 6 false <nil>
// 2 16 1 tRNS: *image.NRGBA64 (0,0)-(9,6) c0fcbac7 <nil> 9 6 false <nil>
// 3 1 0: *image.Paletted (0,0)-(9,6) a7c7ba43 <nil> 9 6 false <nil>
// 3 1 0 tRNS: *image.Paletted (0,0)-(9,6) ff980083 <nil> 9 6 false <nil>
// 3 1 1: *image.Paletted (0,0)-(9,6) 25c8a7c9 <nil> 9 6 false <nil>
// 3 1 1 tRNS: *image.Paletted (0,0)-(9,6) ab5b83a8 <nil> 9 6 false <nil>
// 3 2 0: *image.Paletted (0,0)-(9,6) 424cf963 <nil> 9 6 false <nil>
// 3 2 0 tRNS: *image.Paletted (0,0)-(9,6) 0fe008d2 <nil> 9 6 false <nil>
// 3 2 1: *image.Paletted (0,0)-(9,6) 92e582fc <nil> 9 6 false <nil>
// 3 2 1 tRNS: *image.Paletted (0,0)-(9,6) aa90599d <nil> 9 6 false <nil>
// 3 4 0: *image.Paletted (0,0)-(9,6) 5787eed1 <nil> 9 6 false <nil>
// 3 4 0 tRNS: *image.Paletted (0,0)-(9,6) e3679ef4 <nil> 9 6 false <nil>
// 3 4 1: *image.Paletted (0,0)-(9,6) 929bbf48 <nil> 9 6 false <nil>
// 3 4 1 tRNS: *image.Paletted (0,0)-(9,6) 14707d2b <nil> 9 6 false <nil>
// 3 8 0: *image.Paletted (0,0)-(9,6) 9938f4c5 <nil> 9 6 false <nil>
// 3 8 0 tRNS: *image.Paletted (0,0)-(9,6) 13af04b1 <nil> 9 6 false <nil>
// 3 8 1: *image.Paletted (0,0)-(9,6) 0b74c1cb <nil> 9 6 false <nil>
// 3 8 1 tRNS: *image.Paletted (0,0)-(9,6) 3a0b5f99 <nil> 9 6 false <nil>
// 3 16 0: nil png: unsupported feature: bit depth 16, color type 3 0 0 false png: unsupported feature: bit depth 16, color type 3
// 3 16 0 tRNS: nil png: unsupported feature: bit depth 16, color type 3 0 0 false png: unsupported feature: bit depth 16, color type 3
// 3 16 1: nil png: unsupported feature: bit depth 16, color type 3 0 0 false png: unsupported feature: bit depth 16, color type 3
// 3 16 1 tRNS: nil png: unsupported feature: bit depth 16, color type 3 0 0 false png: unsupported feature: bit depth 16, color type 3
// 4 1 0: nil png: unsupported feature: bit depth 1, color type 4 0 0 false png: unsupported feature: bit depth 1, color type 4
// 4 1 0 tRNS: nil png: unsupported feature: bit depth 1, color type 4 0 0 false png: unsupported feature: bit depth 1, color type 4
// 4 1 1: nil png: unsupported feature: bit depth 1, color type 4 0 0 false png: unsupported feature: bit depth 1, color type 4
// 4 1 1 tRNS: nil png: unsupported feature: bit depth 1, color type 4 0 0 false png: unsupported feature: bit depth 1, color type 4
// 4 2 0: nil png: unsupported feature: bit depth 2, color type 4 0 0 false png: unsupported feature: bit depth 2, color type 4
// 4 2 0 tRNS: nil png: unsupported feature: bit depth 2, color type 4 0 0 false png: unsupported feature: bit depth 2, color type 4
// 4 2 1: nil png: unsupported feature: bit depth 2, color type 4 0 0 false png: unsupported feature: bit depth 2, color type 4
// 4 2 1 tRNS: nil png: unsupported feature: bit depth 2, color type 4 0 0 false png: unsupported feature: bit depth 2, color type 4
// 4 4 0: nil png: unsupported feature: bit depth 4, color type 4 0 0 false png: unsupported feature: bit depth 4, color type 4
// 4 4 0 tRNS: nil png: unsupported feature: bit depth 4, color type 4 0 0 false png: unsupported feature: bit depth 4, color type 4
// 4 4 1: nil png: unsupported feature: bit depth 4, color type 4 0 0 false png: unsupported feature: bit depth 4, color type 4
// 4 4 1 tRNS: nil png: unsupported feature: bit depth 4, color type 4 0 0 false png: unsupported feature: bit depth 4, color type 4
// 4 8 0: *image.NRGBA (0,0)-(9,6) 23378c20 <nil> 9 6 false <nil>
// 4 8 0 tRNS: nil png: invalid format: tRNS, color type mismatch 9 6 false <nil>
// 4 8 1: *image.NRGBA (0,0)-(9,6) 5426c9e7 <nil> 9 6 false <nil>
// 4 8 1 tRNS: nil png: invalid format: tRNS, color type mismatch 9 6 false <nil>
// 4 16 0: *image.NRGBA64 (0,0)-(9,6) 19a5f30d <nil> 9 6 false <nil>
// 4 16 0 tRNS: nil png: invalid format: tRNS, color type mismatch 9 6 false <nil>
// 4 16 1: *image.NRGBA64 (0,0)-(9,6) 39250930 <nil> 9 6 false <nil>
// 4 16 1 tRNS: nil png: invalid format: tRNS, color type mismatch 9 6 false <nil>
// 6 1 0: nil png: unsupported feature: bit depth 1, color type 6 0 0 false png: unsupported feature: bit depth 1, color type 6
// 6 1 0 tRNS: nil png: unsupported feature: bit depth 1, color type 6 0 0 false png: unsupported feature: bit depth 1, color type 6
// 6 1 1: nil png: unsupported feature: bit depth 1, color type 6 0 0 false png: unsupported feature: bit depth 1, color type 6
// 6 1 1 tRNS: nil png: unsupported feature: bit depth 1, color type 6 0 0 false png: unsupported feature: bit depth 1, color type 6
// 6 2 0: nil png: unsupported feature: bit depth 2, color type 6 0 0 false png: unsupported feature: bit depth 2, color type 6
// 6 2 0 tRNS: nil png: unsupported feature: bit depth 2, color type 6 0 0 false png: unsupported feature: bit depth 2, color type 6
// 6 2 1: nil png: unsupported feature: bit depth 2, color type 6 0 0 false png: unsupported feature: bit depth 2, color type 6
// 6 2 1 tRNS: nil png: unsupported feature: bit depth 2, color type 6 0 0 false png: unsupported feature: bit depth 2, color type 6
// 6 4 0: nil png: unsupported feature: bit depth 4, color type 6 0 0 false png: unsupported feature: bit depth 4, color type 6
// 6 4 0 tRNS: nil png: unsupported feature: bit depth 4, color type 6 0 0 false png: unsupported feature: bit depth 4, color type 6
// 6 4 1: nil png: unsupported feature: bit depth 4, color type 6 0 0 false png: unsupported feature: bit depth 4, color type 6
// 6 4 1 tRNS: nil png: unsupported feature: bit depth 4, color type 6 0 0 false png: unsupported feature: bit depth 4, color type 6
// 6 8 0: *image.NRGBA (0,0)-(9,6) ca5badb9 <nil> 9 6 false <nil>
// 6 8 0 tRNS: nil png: invalid format: tRNS, color type mismatch 9 6 false <nil>
// 6 8 1: *image.NRGBA (0,0)-(9,6) 1d7b1464 <nil> 9 6 false <nil>
// 6 8 1 tRNS: nil png: invalid format: tRNS, color type mismatch 9 6 false <nil>
// 6 16 0: *image.NRGBA64 (0,0)-(9,6) a56c0b5c <nil> 9 6 false <nil>
// 6 16 0 tRNS: nil png: invalid format: tRNS, color type mismatch 9 6 false <nil>
// 6 16 1: *image.NRGBA64 (0,0)-(9,6) 8b339a33 <nil> 9 6 false <nil>
// 6 16 1 tRNS: nil png: invalid format: tRNS, color type mismatch 9 6 false <nil>
// two chunks: *image.Gray (0,0)-(9,6) b268f23c <nil> 9 6 true <nil>
// too few: nil png: invalid format: not enough pixel data 9 7 true <nil>
// too many: nil png: invalid format: too much pixel data 9 5 true <nil>
// filter: nil png: invalid format: bad filter type 1 1 true <nil>
// *image.YCbCr 0 *image.RGBA64 (0,0)-(7,4) f1e447c8 <nil> <nil>
// *image.YCbCr -1 *image.RGBA64 (0,0)-(7,4) f1e447c8 <nil> <nil>
// *image.Paletted 0 *image.Paletted (0,0)-(7,4) 309918a0 <nil> <nil>
// *image.Paletted -1 *image.Paletted (0,0)-(7,4) 309918a0 <nil> <nil>
// *image.Paletted 0 *image.Paletted (0,0)-(7,4) 5c48ca6a <nil> <nil>
// *image.Paletted -1 *image.Paletted (0,0)-(7,4) 5c48ca6a <nil> <nil>
// *image.Paletted 0 *image.Paletted (0,0)-(7,4) da46e023 <nil> <nil>
// *image.Paletted -1 *image.Paletted (0,0)-(7,4) da46e023 <nil> <nil>
// *image.RGBA 0 *image.NRGBA (0,0)-(7,4) 79190a1d <nil> <nil>
// *image.RGBA -1 *image.NRGBA (0,0)-(7,4) 79190a1d <nil> <nil>
// *image.RGBA64 0 *image.NRGBA64 (0,0)-(7,4) 3912e65c <nil> <nil>
// *image.RGBA64 -1 *image.NRGBA64 (0,0)-(7,4) 3912e65c <nil> <nil>
// *image.NRGBA 0 *image.NRGBA (0,0)-(7,4) c394a6bb <nil> <nil>
// *image.NRGBA -1 *image.NRGBA (0,0)-(7,4) c394a6bb <nil> <nil>
// *image.NRGBA64 0 *image.NRGBA64 (0,0)-(7,4) 3912e65c <nil> <nil>
// *image.NRGBA64 -1 *image.NRGBA64 (0,0)-(7,4) 3912e65c <nil> <nil>
// *image.Alpha 0 *image.NRGBA (0,0)-(7,4) 709b064c <nil> <nil>
// *image.Alpha -1 *image.NRGBA (0,0)-(7,4) 709b064c <nil> <nil>
// *image.Alpha16 0 *image.NRGBA64 (0,0)-(7,4) c63d5168 <nil> <nil>
// *image.Alpha16 -1 *image.NRGBA64 (0,0)-(7,4) c63d5168 <nil> <nil>
// *image.Gray 0 *image.Gray (0,0)-(7,4) 05e21514 <nil> <nil>
// *image.Gray -1 *image.Gray (0,0)-(7,4) 05e21514 <nil> <nil>
// *image.Gray16 0 *image.Gray16 (0,0)-(7,4) 11a1040f <nil> <nil>
// *image.Gray16 -1 *image.Gray16 (0,0)-(7,4) 11a1040f <nil> <nil>
// *image.CMYK 0 *image.RGBA64 (0,0)-(7,4) a53f09ca <nil> <nil>
// *image.CMYK -1 *image.RGBA64 (0,0)-(7,4) a53f09ca <nil> <nil>
// *image.Paletted 0 *image.Paletted (0,0)-(7,4) ea0f8c2d <nil> <nil>
// *image.Paletted -1 *image.Paletted (0,0)-(7,4) ea0f8c2d <nil> <nil>
// *image.Paletted 0 *image.Paletted (0,0)-(7,4) 91879550 <nil> <nil>
// *image.Paletted -1 *image.Paletted (0,0)-(7,4) 91879550 <nil> <nil>
// main.plain 0 *image.NRGBA (0,0)-(7,4) 6b5e25f1 <nil> <nil>
// main.plain -1 *image.NRGBA (0,0)-(7,4) 6b5e25f1 <nil> <nil>
// main.plain 0 *image.Gray (0,0)-(7,4) e1e6f7f8 <nil> <nil>
// main.plain -1 *image.Gray (0,0)-(7,4) e1e6f7f8 <nil> <nil>
// 1
// <nil> true
// <nil> true
// full
// full
// full
// full
// full
// full
// full
// full
// full
// full
// <nil>
// <nil>
// png: invalid format: invalid image size: 0x1
// png: invalid format: bad palette length: 257
// *image.NRGBA (0,0)-(2,2) 78246457 png <nil>
// png: invalid format: x png: unsupported feature: y
// nothing: nil unexpected EOF 0 0 false unexpected EOF
// short: nil unexpected EOF 0 0 false unexpected EOF
// IHDR length: nil png: invalid format: bad IHDR length 0 0 false png: invalid format: bad IHDR length
// zero: nil png: invalid format: non-positive dimension 0 0 false png: invalid format: non-positive dimension
// negative: nil png: invalid format: non-positive dimension 0 0 false png: invalid format: non-positive dimension
// huge: nil png: unsupported feature: dimension overflow 0 0 false png: unsupported feature: dimension overflow
// compression: nil png: unsupported feature: compression method 0 0 false png: unsupported feature: compression method
// filter: nil png: unsupported feature: filter method 0 0 false png: unsupported feature: filter method
// interlace: nil png: invalid format: invalid interlace method 0 0 false png: invalid format: invalid interlace method
// depth: nil png: unsupported feature: bit depth 7, color type 2 0 0 false png: unsupported feature: bit depth 7, color type 2
// colors: nil png: unsupported feature: bit depth 8, color type 9 0 0 false png: unsupported feature: bit depth 8, color type 9
// PLTE first: nil png: invalid format: chunk out of order 0 0 false png: invalid format: chunk out of order
// IEND: nil png: invalid format: chunk out of order 1 1 false <nil>
// PLTE length: nil png: invalid format: bad PLTE length 0 0 false png: invalid format: bad PLTE length
// PLTE empty: nil png: invalid format: bad PLTE length 0 0 false png: invalid format: bad PLTE length
// PLTE long: nil png: invalid format: bad PLTE length 0 0 false png: invalid format: bad PLTE length
// PLTE of gray: nil png: invalid format: PLTE, color type mismatch 1 1 true <nil>
// PLTE twice: nil png: invalid format: chunk out of order 1 1 false <nil>
// IDAT before PLTE: nil png: invalid format: chunk out of order 0 0 false png: invalid format: chunk out of order
// tRNS before PLTE: nil png: invalid format: chunk out of order 0 0 false png: invalid format: chunk out of order
// tRNS longer: nil unexpected EOF 1 1 false <nil>
// tRNS length: nil png: invalid format: bad tRNS length 0 0 false png: invalid format: bad tRNS length
// tRNS of colors: nil png: invalid format: bad tRNS length 1 1 false <nil>
// tRNS of gray: nil png: invalid format: bad tRNS length 1 1 true <nil>
// tRNS of alpha: nil png: invalid format: tRNS, color type mismatch 1 1 false <nil>
// IHDR twice: nil png: invalid format: chunk out of order 1 1 false <nil>
// IDAT: nil zlib: invalid header 1 1 false <nil>
// IDAT empty: nil png: invalid format: not enough pixel data 1 1 false <nil>
// sum: nil png: invalid format: invalid checksum 0 0 false png: invalid format: invalid checksum
// long: nil png: invalid format: Bad chunk length: 4294967295 0 0 false png: invalid format: Bad chunk length: 4294967295
// text: *image.Gray (0,0)-(1,1) 87d5de98 <nil> 1 1 true <nil>
// true unexpected EOF png: invalid format: not a PNG file
// true unexpected EOF png: invalid format: not a PNG file
// true unexpected EOF png: invalid format: not a PNG file
// true unexpected EOF png: invalid format: not a PNG file
// true unexpected EOF png: invalid format: not a PNG file
// true unexpected EOF png: invalid format: not a PNG file
// true unexpected EOF png: invalid format: not a PNG file
// true unexpected EOF png: invalid format: not a PNG file
// true unexpected EOF png: invalid format: bad IHDR length
// true unexpected EOF png: invalid format: bad IHDR length
// true unexpected EOF png: invalid format: bad IHDR length
// true unexpected EOF png: invalid format: bad IHDR length
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: non-positive dimension
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: non-positive dimension
// true unexpected EOF png: unsupported feature: bit depth 9, color type 0
// true unexpected EOF png: unsupported feature: bit depth 8, color type 1
// true unexpected EOF png: unsupported feature: compression method
// true unexpected EOF png: unsupported feature: filter method
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// true unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: bad IEND length
// false unexpected EOF png: invalid format: bad IEND length
// false unexpected EOF png: invalid format: bad IEND length
// false unexpected EOF png: invalid format: bad IEND length
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
// false unexpected EOF png: invalid format: invalid checksum
