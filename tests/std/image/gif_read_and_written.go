// run
// GIF: animations written byte by byte as they must be, read back, changed bytes, images with too many colors.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/gif"
)

type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("full")
	}
	return len(p), nil
}

func describe(m *image.Paletted) string {
	return fmt.Sprintf("%v %d colors %08x %08x", m.Rect, len(m.Palette), crc32.ChecksumIEEE(m.Pix), crc32.ChecksumIEEE([]byte(fmt.Sprint(m.Palette))))
}

func write(name string, g *gif.GIF) []byte {
	var b bytes.Buffer
	err := gif.EncodeAll(&b, g)
	fmt.Printf("%s %v %x\n", name, err, b.Bytes())
	if err == nil {
		back, err := gif.DecodeAll(&b)
		if err != nil {
			fmt.Println(err)
			return nil
		}
		fmt.Println(back.Delay, back.Disposal, back.LoopCount, back.Config.Width, back.Config.Height, back.BackgroundIndex, describe(back.Image[0]))
	}
	return b.Bytes()
}

type first struct{}

func (first) Quantize(p color.Palette, m image.Image) color.Palette {
	for x := m.Bounds().Min.X; len(p) < cap(p); x++ {
		p = append(p, m.At(x, m.Bounds().Min.Y))
	}
	return p
}

type ofPalette struct{ image.Image }

func (o ofPalette) ColorModel() color.Model { return color.Palette{color.White, color.Black} }

func main() {
	three := color.Palette{color.White, color.Black, color.Transparent}
	r := image.Rect(0, 0, 3, 2)
	one := func(r image.Rectangle, p color.Palette) []*image.Paletted {
		return []*image.Paletted{image.NewPaletted(r, p)}
	}
	two := append(one(r, three[:2]), one(image.Rect(1, 1, 2, 2), three[:1])...)
	many := make(color.Palette, 257)
	for i := range many {
		many[i] = color.Gray{uint8(i)}
	}
	zero := []int{0}
	size := image.Config{Width: 5, Height: 4}
	with := func(m color.Model) image.Config {
		return image.Config{ColorModel: m, Width: size.Width, Height: size.Height}
	}
	write("none", &gif.GIF{})
	write("delays", &gif.GIF{Image: one(r, three)})
	write("disposals", &gif.GIF{Image: one(r, three), Delay: zero, Disposal: []byte{1, 2}})
	write("one", &gif.GIF{Image: one(r, three), Delay: zero})
	write("one with delay", &gif.GIF{Image: one(r, three), Delay: []int{300}, Disposal: []byte{gif.DisposalBackground}})
	write("negative delay", &gif.GIF{Image: one(r, three[:2]), Delay: []int{-3}})
	write("two", &gif.GIF{Image: two, Delay: []int{0, 1}, LoopCount: 5, Disposal: []byte{gif.DisposalNone, gif.DisposalPrevious}})
	write("two, once", &gif.GIF{Image: two, Delay: []int{0, 1}, LoopCount: -1})
	write("outside", &gif.GIF{Image: append(one(r, three), one(image.Rect(1, 1, 4, 2), three)...), Delay: []int{0, 1}})
	write("negative", &gif.GIF{Image: one(image.Rect(-1, 0, 1, 1), three), Delay: zero})
	write("no palette", &gif.GIF{Image: one(r, nil), Delay: zero})
	write("nil colors", &gif.GIF{Image: one(r, make(color.Palette, 3)), Delay: zero})
	write("257 colors", &gif.GIF{Image: one(r, many), Delay: zero})
	write("shared", &gif.GIF{Image: one(r, three), Delay: zero, Config: with(three), BackgroundIndex: 1})
	write("shared, longer", &gif.GIF{Image: one(r, three[:2]), Delay: zero, Config: with(three)})
	write("shared, shorter", &gif.GIF{Image: one(r, three), Delay: zero, Config: with(three[:2])})
	write("shared but for the transparent one", &gif.GIF{Image: one(r, three), Delay: zero, Config: with(color.Palette{color.White, color.Black, color.White})})
	write("shared by none", &gif.GIF{Image: one(r, three), Delay: zero, Config: with(color.Palette{})})
	write("gray", &gif.GIF{Image: one(r, three), Delay: zero, Config: with(color.GrayModel)})
	write("257 shared", &gif.GIF{Image: one(r, three), Delay: zero, Config: with(many)})
	write("no size", &gif.GIF{Image: one(image.Rectangle{}, three), Delay: zero})
	write("wide", &gif.GIF{Image: one(image.Rect(0, 0, 65536, 1), three), Delay: zero})
	write("small config", &gif.GIF{Image: one(r, three), Delay: zero, Config: image.Config{Width: 1, Height: 1}})
	wrong := one(r, three[:2])
	wrong[0].Pix[3] = 9
	write("index", &gif.GIF{Image: wrong, Delay: zero})
	write("part", &gif.GIF{Image: []*image.Paletted{one(image.Rect(0, 0, 9, 9), three)[0].SubImage(image.Rect(2, 2, 5, 4)).(*image.Paletted)}, Delay: zero})
	for i := 0; i < 60; i += 10 {
		fmt.Println(gif.EncodeAll(&full{i}, &gif.GIF{Image: one(r, three), Delay: zero}))
	}

	photo := image.NewRGBA(image.Rect(2, 3, 5, 5))
	for i := range photo.Pix {
		photo.Pix[i] = uint8(i * 7)
		if i%4 == 3 {
			photo.Pix[i] = 255
		}
	}
	for _, o := range []*gif.Options{nil, {NumColors: 4}, {NumColors: 300}, {NumColors: 3, Quantizer: first{}}, {Drawer: draw.Src}} {
		for _, m := range []image.Image{photo, image.NewPaletted(image.Rect(1, 1, 3, 3), many[:5]), ofPalette{photo}} {
			var b bytes.Buffer
			err := gif.Encode(&b, m, o)
			fmt.Printf("%d %08x %v ", b.Len(), crc32.ChecksumIEEE(b.Bytes()), err)
			c, err := gif.DecodeConfig(bytes.NewReader(b.Bytes()))
			fmt.Print(c.Width, c.Height, err, " ")
			back, name, err := image.Decode(&b)
			fmt.Println(describe(back.(*image.Paletted)), name, err)
		}
	}
	fmt.Println(gif.Encode(&bytes.Buffer{}, image.NewGray(image.Rect(0, 0, 1<<16, 1)), nil))

	large := append(one(image.Rect(0, 0, 9, 7), many[:10]), one(image.Rect(3, 3, 8, 6), many[:8])...)
	for _, m := range large {
		for i := range m.Pix {
			m.Pix[i] = uint8(i % 7)
		}
	}
	var b bytes.Buffer
	gif.EncodeAll(&b, &gif.GIF{Image: large, Delay: []int{7, 9}, Disposal: []byte{1, 2}, Config: image.Config{ColorModel: many[:10], Width: 10, Height: 9}, BackgroundIndex: 3})
	whole := b.Bytes()
	seen := map[string]int{}
	for i := 0; i < len(whole); i += 4 {
		for _, bit := range []int{0, 4, 7} {
			changed := bytes.Clone(whole)
			changed[i] ^= 1 << bit
			g, err := gif.DecodeAll(bytes.NewReader(changed))
			if err != nil {
				seen[err.Error()]++
				continue
			}
			for k, m := range g.Image {
				seen[fmt.Sprint(describe(m), g.Delay[k], g.Disposal[k], g.LoopCount, g.BackgroundIndex, g.Config.Width, g.Config.Height)]++
			}
		}
		_, err := gif.Decode(bytes.NewReader(whole[:i]))
		seen[fmt.Sprint(err)]++
		_, err = gif.DecodeConfig(bytes.NewReader(whole[:i]))
		seen[fmt.Sprint(err)]++
	}
	h := crc32.NewIEEE()
	fmt.Fprint(h, seen)
	fmt.Println(len(whole), len(seen), h.Sum32())
	for _, s := range []string{
		"gif: not enough image data", "gif: too much image data", "gif: reading image data: lzw: invalid code", "gif: invalid pixel value", "gif: missing image data",
		"gif: frame bounds larger than image bounds", "gif: reading color table: unexpected EOF", "gif: reading header: unexpected EOF",
	} {
		fmt.Println(seen[s], s)
	}
}

// Output:
// none gif: must provide at least one image
// delays gif: mismatched image and delay lengths
// disposals gif: mismatched image and disposal lengths
// one <nil> 4749463839610300020000000021f90401000002002c000000000300020081ffffff0000000000000000000202845f003b
// [0] [0] -1 3 2 0 (0,0)-(3,2) 4 colors b1c2a1a3 8fdbad5e
// one with delay <nil> 4749463839610300020000000021f904092c0102002c000000000300020081ffffff0000000000000000000202845f003b
// [300] [2] -1 3 2 0 (0,0)-(3,2) 4 colors b1c2a1a3 8fdbad5e
// negative delay <nil> 474946383961030002000000002c000000000300020080ffffff0000000202845f003b
// [0] [0] -1 3 2 0 (0,0)-(3,2) 2 colors b1c2a1a3 f5123cd8
// two <nil> 4749463839610300020000000021ff0b4e45545343415045322e30030105000021f90404000000002c000000000300020080ffffff0000000202845f0021f9040c010000002c010001000100010080ffffff00000002024401003b
// [0 1] [1 3] 5 3 2 0 (0,0)-(3,2) 2 colors b1c2a1a3 f5123cd8
// two, once <nil> 474946383961030002000000002c000000000300020080ffffff0000000202845f0021f90400010000002c010001000100010080ffffff00000002024401003b
// [0 1] [0 0] -1 3 2 0 (0,0)-(3,2) 2 colors b1c2a1a3 f5123cd8
// outside gif: image block is out of bounds 4749463839610300020000000021ff0b4e45545343415045322e30030100000021f90401000002002c000000000300020081ffffff0000000000000000000202845f00
// negative gif: image block is too large to encode
// no palette gif: cannot encode image block with empty palette
// nil colors gif: cannot encode color table with nil entries
// 257 colors gif: cannot encode color table with more than 256 entries
// shared <nil> 47494638396105000400810100ffffff00000000000000000021f90401000002002c0000000003000200000202845f003b
// [0] [0] -1 5 4 1 (0,0)-(3,2) 4 colors b1c2a1a3 8fdbad5e
// shared, longer <nil> 47494638396105000400810000ffffff0000000000000000002c0000000003000200000202845f003b
// [0] [0] -1 5 4 0 (0,0)-(3,2) 4 colors b1c2a1a3 d39567da
// shared, shorter <nil> 47494638396105000400800000ffffff00000021f90401000002002c000000000300020081ffffff0000000000000000000202845f003b
// [0] [0] -1 5 4 0 (0,0)-(3,2) 4 colors b1c2a1a3 8fdbad5e
// shared but for the transparent one <nil> 47494638396105000400810000ffffff000000ffffff00000021f90401000002002c0000000003000200000202845f003b
// [0] [0] -1 5 4 0 (0,0)-(3,2) 4 colors b1c2a1a3 8fdbad5e
// shared by none <nil> 4749463839610500040000000021f90401000002002c000000000300020081ffffff0000000000000000000202845f003b
// [0] [0] -1 5 4 0 (0,0)-(3,2) 4 colors b1c2a1a3 8fdbad5e
// gray gif: GIF color model must be a color.Palette
// 257 shared gif: cannot encode color table with more than 256 entries
// no size <nil> 4749463839610000000000000021f90401000002002c000000000000000081ffffff00000000000000000002012c003b
// [0] [0] -1 0 0 0 (0,0)-(0,0) 4 colors 00000000 8fdbad5e
// wide gif: image block is too large to encode
// small config gif: image block is out of bounds
// index lzw: input byte too large for the litWidth
// part <nil> 4749463839610500040000000021f90401000002002c020002000300020081ffffff0000000000000000000202845f003b
// [0] [0] -1 5 4 0 (2,2)-(5,4) 4 colors b1c2a1a3 8fdbad5e
// full
// full
// full
// full
// full
// <nil>
// 804 6095ae7f <nil> 3 2 <nil> (0,0)-(3,2) 256 colors bb4261ee db37f69b gif <nil>
// 54 fe1a8c7f <nil> 2 2 <nil> (0,0)-(2,2) 8 colors 2144df1c c7024b3b gif <nil>
// 36 ef73cae4 <nil> 3 2 <nil> (0,0)-(3,2) 2 colors e79b67a5 f5123cd8 gif <nil>
// 42 d5654575 <nil> 3 2 <nil> (0,0)-(3,2) 4 colors e9e486ef ede20246 gif <nil>
// 41 2978171e <nil> 2 2 <nil> (0,0)-(2,2) 4 colors 2144df1c ede20246 gif <nil>
// 36 ef73cae4 <nil> 3 2 <nil> (0,0)-(3,2) 2 colors e79b67a5 f5123cd8 gif <nil>
// 804 6095ae7f <nil> 3 2 <nil> (0,0)-(3,2) 256 colors bb4261ee db37f69b gif <nil>
// 54 fe1a8c7f <nil> 2 2 <nil> (0,0)-(2,2) 8 colors 2144df1c c7024b3b gif <nil>
// 36 ef73cae4 <nil> 3 2 <nil> (0,0)-(3,2) 2 colors e79b67a5 f5123cd8 gif <nil>
// 42 84298c87 <nil> 3 2 <nil> (0,0)-(3,2) 4 colors f9179758 b5bd063d gif <nil>
// 41 a816ff6e <nil> 2 2 <nil> (0,0)-(2,2) 4 colors 2144df1c 741fb11e gif <nil>
// 36 ef73cae4 <nil> 3 2 <nil> (0,0)-(3,2) 2 colors e79b67a5 f5123cd8 gif <nil>
// 804 4e627983 <nil> 3 2 <nil> (0,0)-(3,2) 256 colors 9d6f3a27 db37f69b gif <nil>
// 54 fe1a8c7f <nil> 2 2 <nil> (0,0)-(2,2) 8 colors 2144df1c c7024b3b gif <nil>
// 36 ef73cae4 <nil> 3 2 <nil> (0,0)-(3,2) 2 colors e79b67a5 f5123cd8 gif <nil>
// gif: image is too large to encode
// 151 124 1327030318
// 10 gif: not enough image data
// 5 gif: too much image data
// 4 gif: reading image data: lzw: invalid code
// 0 gif: invalid pixel value
// 0 gif: missing image data
// 10 gif: frame bounds larger than image bounds
// 24 gif: reading color table: unexpected EOF
// 8 gif: reading header: unexpected EOF
