// run
// Images drawn onto images of other types, with masks, onto themselves, and with few colors.
package main

import (
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
)

// plain is an image that says nothing but what it must.
type plain struct{ draw.Image }

func sum(m image.Image) uint32 {
	h := crc32.NewIEEE()
	r := m.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			fmt.Fprint(h, m.At(x, y))
		}
	}
	return h.Sum32()
}

var kinds = []func(r image.Rectangle) draw.Image{
	func(r image.Rectangle) draw.Image { return image.NewRGBA(r) },
	func(r image.Rectangle) draw.Image { return image.NewRGBA64(r) },
	func(r image.Rectangle) draw.Image { return image.NewNRGBA(r) },
	func(r image.Rectangle) draw.Image { return image.NewNRGBA64(r) },
	func(r image.Rectangle) draw.Image { return image.NewAlpha(r) },
	func(r image.Rectangle) draw.Image { return image.NewGray(r) },
	func(r image.Rectangle) draw.Image { return image.NewCMYK(r) },
	func(r image.Rectangle) draw.Image { return image.NewPaletted(r, palette.WebSafe[:9]) },
	func(r image.Rectangle) draw.Image { return plain{image.NewRGBA(r)} },
}

func picture(kind, salt int, r image.Rectangle) draw.Image {
	m := kinds[kind](r)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			v := (x+9)*(37+salt) + (y+9)*(91-salt)
			m.Set(x, y, color.NRGBA{uint8(v), uint8(v * 3), uint8(v / 2), uint8(max(0, min(255, v%400-70)))})
		}
	}
	return m
}

func main() {
	fmt.Println(len(palette.Plan9), len(palette.WebSafe))
	for i, c := range palette.Plan9 {
		r, g, b, _ := c.RGBA()
		fmt.Printf("%02x%02x%02x ", r>>8, g>>8, b>>8)
		if i%16 == 15 {
			fmt.Println()
		}
	}
	fmt.Println(palette.WebSafe[0], palette.WebSafe[1], palette.WebSafe[7], palette.WebSafe[43], palette.WebSafe[215])
	small, large := image.Rect(-1, -1, 3, 3), image.Rect(0, 0, 5, 4)
	for to := range kinds {
		for _, from := range []int{to, (to + 4) % len(kinds)} {
			for _, op := range []draw.Op{draw.Over, draw.Src} {
				m := picture(to, 0, small)
				draw.Draw(m, image.Rect(0, 0, 9, 9), picture(from, 5, large), image.Pt(1, 2), op)
				fmt.Printf("%08x ", sum(m))
				op.Draw(m, image.Rect(1, -3, 4, 3), picture(from, 7, large), image.Pt(-1, -1))
				fmt.Printf("%08x ", sum(m))
				draw.DrawMask(m, image.Rect(-1, 0, 4, 4), picture(from, 9, large), image.Pt(2, 1), picture((to+from)%len(kinds), 11, large), image.Pt(0, 1), op)
				fmt.Printf("%08x ", sum(m))
				draw.DrawMask(m, small, picture(from, 2, large), image.Point{}, image.NewUniform(color.Alpha{uint8(from * 30)}), image.Point{}, op)
				fmt.Printf("%08x ", sum(m))
			}
		}
		fmt.Println()
		m := picture(to, 3, large)
		for i, move := range []image.Point{{1, 1}, {-1, 1}, {1, -1}, {-1, -1}, {2, 0}, {-2, 0}} {
			draw.Draw(m, m.Bounds().Add(move), m, image.Point{}, draw.Op(i%2))
			fmt.Printf("%08x ", sum(m))
		}
		for _, c := range []color.Color{color.White, color.NRGBA{1, 200, 3, 100}, color.Transparent} {
			draw.Draw(m, image.Rect(1, 1, 3, 6), image.NewUniform(c), image.Point{}, draw.Src)
			draw.Draw(m, image.Rect(2, 3, 6, 6), &image.Uniform{c}, image.Point{}, draw.Over)
			fmt.Printf("%08x ", sum(m))
		}
		draw.FloydSteinberg.Draw(m, image.Rect(1, 0, 20, 6), picture((to+1)%len(kinds), 1, large), image.Point{})
		fmt.Printf("%08x\n", sum(m))
	}
	wide := image.NewPaletted(image.Rect(0, 0, 20, 6), color.Palette{color.Black, color.White})
	gray := image.NewGray(wide.Rect)
	for i := range gray.Pix {
		gray.Pix[i] = uint8(i * 2)
	}
	for _, d := range []draw.Drawer{draw.Src, draw.FloydSteinberg} {
		d.Draw(wide, wide.Rect, gray, image.Point{})
		for y := range 6 {
			fmt.Println(wide.Pix[20*y : 20*y+20])
		}
	}
}

// Output:
// 256 216
// 000000 000044 000088 0000cc 004400 004444 004488 0044cc 008800 008844 008888 0088cc 00cc00 00cc44 00cc88 00cccc
// 00dddd 111111 000055 000099 0000dd 005500 005555 004c99 0049dd 009900 00994c 009999 0093dd 00dd00 00dd49 00dd93
// 00ee9e 00eeee 222222 000066 0000aa 0000ee 006600 006666 0055aa 004fee 00aa00 00aa55 00aaaa 009eee 00ee00 00ee4f
// 00ff55 00ffaa 00ffff 333333 000077 0000bb 0000ff 007700 007777 005dbb 0055ff 00bb00 00bb5d 00bbbb 00aaff 00ff00
// 440044 440088 4400cc 444400 444444 444488 4444cc 448800 448844 448888 4488cc 44cc00 44cc44 44cc88 44cccc 440000
// 550000 550055 4c0099 4900dd 555500 555555 4c4c99 4949dd 4c9900 4c994c 4c9999 4993dd 49dd00 49dd49 49dd93 49dddd
// 4feeee 660000 660066 5500aa 4f00ee 666600 666666 5555aa 4f4fee 55aa00 55aa55 55aaaa 4f9eee 4fee00 4fee4f 4fee9e
// 55ffaa 55ffff 770000 770077 5d00bb 5500ff 777700 777777 5d5dbb 5555ff 5dbb00 5dbb5d 5dbbbb 55aaff 55ff00 55ff55
// 880088 8800cc 884400 884444 884488 8844cc 888800 888844 888888 8888cc 88cc00 88cc44 88cc88 88cccc 880000 880044
// 99004c 990099 9300dd 994c00 994c4c 994c99 9349dd 999900 99994c 999999 9393dd 93dd00 93dd49 93dd93 93dddd 990000
// aa0000 aa0055 aa00aa 9e00ee aa5500 aa5555 aa55aa 9e4fee aaaa00 aaaa55 aaaaaa 9e9eee 9eee00 9eee4f 9eee9e 9eeeee
// aaffff bb0000 bb005d bb00bb aa00ff bb5d00 bb5d5d bb5dbb aa55ff bbbb00 bbbb5d bbbbbb aaaaff aaff00 aaff55 aaffaa
// cc00cc cc4400 cc4444 cc4488 cc44cc cc8800 cc8844 cc8888 cc88cc cccc00 cccc44 cccc88 cccccc cc0000 cc0044 cc0088
// dd0093 dd00dd dd4900 dd4949 dd4993 dd49dd dd9300 dd9349 dd9393 dd93dd dddd00 dddd49 dddd93 dddddd dd0000 dd0049
// ee004f ee009e ee00ee ee4f00 ee4f4f ee4f9e ee4fee ee9e00 ee9e4f ee9e9e ee9eee eeee00 eeee4f eeee9e eeeeee ee0000
// ff0000 ff0055 ff00aa ff00ff ff5500 ff5555 ff55aa ff55ff ffaa00 ffaa55 ffaaaa ffaaff ffff00 ffff55 ffffaa ffffff
// {0 0 0 255} {0 0 51 255} {0 51 51 255} {51 51 51 255} {255 255 255 255}
// fd33211f 2eed9b64 fc7f72d6 fc7f72d6 41828388 c7a0a74d 92bd14ed 4231c888 7118ffb2 d75253bc 9476e122 61b1297d 3e09ae13 e1c4869d 088e6f5c cb3327d3
// 1d7c6080 6198871c 5cdd215c 9ec47555 341e6c4b b68c8567 3b76f430 05dda8ce cdebae05 5a08f65e
// 2317cf51 45190158 4cf32f51 8a3d609d a3e77bdc 8f3d8ebd 23805099 7efeadd0 1e304cbc 7564d883 d65dfed0 b1a91658 1e304cbc 7564d883 d65dfed0 094168b5
// 4627e93a 45b75975 b5f0523e 9ce314ed 00e08752 0f98ca7a 8303b037 e23f20be d3ea4162 3cb1a456
// 1dcd3251 1ea6675f 76a55c87 6521ca9a d9e47f9b 6cb6675a 60f69848 c2b10b01 064b991c 322b55dc 71b057ef d2c2764e 064b991c 322b55dc 530f4ab1 bb019a62
// fa4d9c7f 38334ef9 499fa297 d3c0692f 6ba57798 fb0c3ef6 67ef6a28 d7709096 ebdfacbc 6662e27c
// 481cf0b1 86cc3424 d393a1fe d150f581 0450f686 d887885f 3fa84aa1 d21e7134 308ca769 f7a09996 0cb7d23e 10e845fd 308ca769 f7a09996 adadfb86 6f52f7ae
// a1b66ff3 0d40623f cf6650c4 b444c366 bd9c2639 2f6cc176 6518612d 255b5572 9f379f60 6191327b
// 9f04afe2 07b5a4e2 0555e62b 4f6f595d df85561b 230fc64f 9461de3c d8e95871 9f04afe2 07b5a4e2 0555e62b c3eb31ba df85561b 230fc64f 9461de3c 64c895c2
// f4f2d9e8 d79a29f5 5a297a65 5fd5bf75 ea062561 fd767e78 3d52d9ef ca33dc65 c0e86893 63873c5c
// 98021336 82cd72bc 5d7722d1 91d01dcf 98021336 82cd72bc 87aab899 55948e1a f11c94c6 24435821 a115de0b a115de0b 45f835c4 ae7f9f16 53aed6a9 2f01bbe0
// 74887513 e3efa51f 2843c552 0a2ec2de 78ffbf12 47d75c45 ff54b549 bb142608 7b92ab0c fc45a73a
// 93984511 32a0bad9 02faa024 a4bbf7f1 93984511 32a0bad9 c65833fd f045ddeb d85bb9bb ea7c4b02 da7d5050 735f7981 6e3b5334 2e8722cc 265cf472 b13eeeed
// acd3600f 4072aed4 b1c62ee2 d0be4fae 175c428a caa49071 42b150da 9890fc1f 640af197 547d2b28
// d5f370a7 4268b11c cac7246e 8e508e5c d5f370a7 4268b11c cac7246e 8e508e5c b5f23c4d 5ea5af85 88919918 84d67b6d d5f370a7 4268b11c c40d6bdb 4f958e43
// 7947a8b8 1346a6ad abb47f7d f712afa3 c8375b7c 8d8bc233 eca9d37a 380a0a87 5d969d4c c3209ae8
// fd33211f 2eed9b64 d5c2a83e f7a91f30 41828388 c7a0a74d 0df3f104 e74d8f1e a524a20d dc600bbf 52125664 5c1bc40e 41828388 c7a0a74d ae008c29 97dab17d
// 1d7c6080 6198871c 5cdd215c 9ec47555 341e6c4b b68c8567 3b76f430 05dda8ce cdebae05 d5c3a73e
// [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]
// [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]
// [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]
// [0 0 0 0 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1]
// [1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1]
// [1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1]
// [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0]
// [0 0 0 0 0 0 0 0 0 1 0 0 1 0 0 1 0 1 0 0]
// [0 1 0 1 0 1 0 1 0 0 1 0 0 1 0 1 0 0 1 1]
// [1 0 1 0 1 0 1 0 1 1 0 1 1 0 1 0 1 1 0 1]
// [1 0 1 1 0 1 1 1 0 1 1 0 1 1 1 1 1 0 1 1]
// [1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 0 1 1 1 1]
