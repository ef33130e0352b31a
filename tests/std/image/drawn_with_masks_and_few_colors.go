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
	func(r image.Rectangle) draw.Image { return image.NewPaletted(r, palette.WebSafe[:20]) },
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
	small, large := image.Rect(-1, -1, 5, 4), image.Rect(0, 0, 7, 7)
	for to := range kinds {
		for from := range kinds {
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
// abf0f979 f1c92fed b432f590 b432f590 48aa5ef5 d2ef653f c67d616d aadb0f84 89aa1495 198a20a4 a2be4d53 03c16c68 48aa5ef5 d2ef653f 1bbb7a19 3564aaaa 89aa1495 198a20a4 a2be4d53 45bb3591 48aa5ef5 d2ef653f 1bbb7a19 260b631d 89aa1495 198a20a4 bdb2618e c4f9a799 48aa5ef5 d2ef653f 1bbb7a19 e2357123 f3ad3609 38d1cfac e7317b12 b2770c02 1f69910e d99f18e2 192edee8 60fea416 0f6ed34a a5eca1e0 f8139b90 6a385e96 0f6ed34a a5eca1e0 f8139b90 bea7938f 677d4f42 70c808c4 2742e30e 544ae919 677d4f42 70c808c4 2742e30e 0e3184a0 1fcfaab8 28c247e4 fe9e5dc2 21783d4d 1fcfaab8 28c247e4 fe9e5dc2 5cfe9168 abf0f979 f1c92fed b432f590 04e062c7 48aa5ef5 d2ef653f c67d616d 72b4effb
// c86df9b7 48fbf9e0 0945e1f5 a932c870 f8adbc20 9da66b97 3d4d136c f3a4bc56 187d3427 f2d441aa
// ddc4546b 83b24b32 ad89347c ad89347c 9f6593b3 8d0c7acb 455ce23f aadb0f84 117b6626 08fa1810 22576972 79137c1e b1353830 e7a8164b f7914084 c615608f 117b6626 08fa1810 22576972 31261f7d b1353830 e7a8164b f7914084 4ef8192f b1d61e4a ae006d76 e18c699c 8545b630 52a6cfd8 c8a119e6 7ac567da a612cde1 83ee1a01 7e80a4de 5c529c5e f5ae427e 7ebc8eaf e5fb6bbf f9ea7d5a 0ef74e7b 6c7ac1c4 94a72546 1380d646 29b1f855 6c7ac1c4 94a72546 1380d646 6d5e8c3b beed54b5 da462276 2b5f070e 2805ca98 beed54b5 da462276 2b5f070e c9738af5 55506d5b 60425e44 94f5d93c e139527e 55506d5b 60425e44 8b88db48 d76e11ec ddc4546b 83b24b32 ad89347c e76394d8 9f6593b3 8d0c7acb 455ce23f efc34bad
// 66896b79 0bd217e5 5cb9b8c5 eb4a4d46 5da75ca6 3b6efc03 8a22f8b0 f6821eda 8a2cd1da 50d2218b
// 5913ea8b cce72d17 29934833 29934833 93aa923c 04e0c2cc 1cc77d1f aadb0f84 ba70d296 d694499c c74be227 c1803faa 62c756a2 25fbbf88 dff8fc78 fe649cb8 ba70d296 d694499c c74be227 2e39e19b fc5910d9 ac3705c0 5b847300 9696a04f ba70d296 d694499c 1163dca9 d031075a 42858567 d9e9798c bf04039a 9b667e9b a3090e57 114ee331 71692832 7d984c6e 8837fc58 0839035c 6898d5a1 8f907fcf 95720ece 1702604a 95f59fbb 6063d121 95720ece 1702604a 95f59fbb 4d06fbb9 2b24d6a7 e0522ddd 0223dc30 c3528717 2b24d6a7 e0522ddd 5b89de6a 873c4b7f 55143239 3585147f f347cf87 74ded03c 55143239 3585147f 36e7c177 2890f619 5913ea8b cce72d17 29934833 d3f14063 93aa923c 04e0c2cc 1cc77d1f ab7d12b4
// d7fafab0 ac00cf96 03090167 d5fd8686 5718d02c 9c005a05 dcdd8b6a be5b5351 5705427f 7e126bdc
// 95e5b2c9 ac793f38 4d6f3da3 4d6f3da3 d12af7ae 2b4ac711 b4a6c453 aadb0f84 91974f35 d06107ce 7097c42a da135cb0 190d8011 399c84c0 389c67f4 e3bd62be 91974f35 d06107ce 4d96585d 20f1b7e0 190d8011 399c84c0 c63595a5 06cee7ab 520b1544 85ce3cb6 167e9e1e c16cf9a8 190d8011 399c84c0 f2ba0270 3e9d4d72 9e5e6784 0a93aebd abab6e79 9bf4f788 3f125dc0 0a19663e 30318ca0 d4793739 373e0a36 8848c761 319fdf01 c899d654 373e0a36 8848c761 b30e8307 fde13ae3 75b937de 9684ad88 7a3fe4b8 31f75148 75b937de 9684ad88 08032dd3 768bdb69 5d84e096 0ffb0753 c78416e0 c8169c2f 5d84e096 0ffb0753 d16e26f0 1655ef14 95e5b2c9 ac793f38 4d6f3da3 7308ef31 d12af7ae 2b4ac711 b4a6c453 4da59626
// 53bf9098 b020a17a 4fe2bc9b 2f55b330 51eb45ec 77eefc4a b2d70c0f 07a74168 afd016dc 3dfc7d7e
// 05f59ef8 0a4ecc1e cead144a cead144a 8ba3f9bb 6a4c4a76 98d30081 19e493ef 05f59ef8 0a4ecc1e f82ba2b6 197c22c2 8ba3f9bb 6a4c4a76 0f4fc5ba 197a09b8 05f59ef8 0a4ecc1e f82ba2b6 64e9885f 8ba3f9bb 6a4c4a76 0f4fc5ba 15f59db8 05f59ef8 0a4ecc1e f82ba2b6 3e97d233 8ba3f9bb 6a4c4a76 0f4fc5ba 8351af04 05f59ef8 0a4ecc1e cead144a 106df33d 8ba3f9bb 6a4c4a76 98d30081 3b65ceae 9c65f05d 9c65f05d a3fbe985 be45ed5f 9c65f05d 9c65f05d 18f50cba 3d329cc4 9c65f05d 9c65f05d a3fbe985 dd9c3a19 9c65f05d 9c65f05d 18f50cba f179b532 9c65f05d 9c65f05d a3fbe985 18f66dc6 9c65f05d 9c65f05d 18f50cba 4ae968e1 05f59ef8 0a4ecc1e cead144a abadbaa1 8ba3f9bb 6a4c4a76 98d30081 dd31562f
// 7ee2d578 e30fba35 ef5bf41c 5ca386c6 d7e486ea 35f25e43 e59ba567 718c8795 20885475 d3962fc4
// caad3172 646b36a0 4786b6f6 4786b6f6 e3b723e4 5f3ca259 28235856 19e493ef fb5a5b0c bee0b221 67a1a52b 7aa840e0 40073365 c4dde4cb 7b0f5dea 051934d6 fb5a5b0c bee0b221 67a1a52b 948e0e01 40073365 c4dde4cb 7b0f5dea 6e81660f fb5a5b0c bee0b221 67e275b5 c09e1eed 40073365 c4dde4cb 8fad74ef ea5b33f1 58c4b42b f2b8ea58 d4fbbdee ac56375b 6f3b86aa 7eb03e8a feccb95c 3b65ceae 40073365 c4dde4cb f515c954 6ef48790 40073365 c4dde4cb c56a7b7c 0b8d4750 e3b723e4 1b87946f 3b5d0abb 6d5cb5e4 e3b723e4 1b87946f 79622d15 94f359d1 053860fd e19e4a9f 14c9efcf 0b9f9e7c 053860fd e19e4a9f aa64ed4b 69bca8d7 caad3172 646b36a0 3c3b582f 2c8331ac e3b723e4 5f3ca259 a35bf3fd 300c7eeb
// 4cdcdb4d dac9b5ce 56f83617 9374bbd8 62b1cc7f f27999fe 50d02f81 43675bfc 4d2ceee4 fd2c07bb
// 7c2601eb 0850b3b3 23102c52 23102c52 61e6836e 5a14a3bd 4e36116b 86759525 cd95e5c8 80e227be 086623e7 b9574b17 61e6836e 5a14a3bd 4e36116b 3fcfcb93 cd95e5c8 80e227be 99438786 fa241216 61e6836e 5a14a3bd 8cb403c1 362fdf31 cd95e5c8 80e227be 34079819 3c99da63 61e6836e 5a14a3bd 8cb403c1 e9644dfb 9150d607 de39df24 2c97d871 007590c3 ba178ff0 a5281409 f54e62fa 3ae7004f 05b9f652 e44c75e5 1babf03b 3903cab2 05b9f652 e44c75e5 ed929fa9 dfe22f2a 8d068af5 9f0d0662 88ccaf36 97e289a2 8d068af5 9f0d0662 8090c90b 0604c6b6 6fd9870e ff6411c4 f1c2b85f a11af3c6 6fd9870e ff6411c4 af87a2ce 156e0c55 7c2601eb 0850b3b3 23102c52 754799b2 61e6836e 5a14a3bd 4e36116b 89eb674a
// 0cd94ca6 e2e52a37 58b58b7a 35fa9837 165ebea6 f1a6c667 d76e71a1 95d96b4f fef3c8b7 d2a5e85d
// 39c861e8 2bda5458 ab7d88f2 ab7d88f2 18635a50 e29a0001 da1b00c7 86759525 39c861e8 2bda5458 ff0e32e5 48ad59b2 18635a50 e29a0001 250ab109 bda3cfc3 39c861e8 2bda5458 ff0e32e5 9d143271 18635a50 e29a0001 250ab109 a15de221 39c861e8 2bda5458 ff0e32e5 71641964 18635a50 e29a0001 250ab109 bc4b9702 0c2cbc00 9a32b0c7 60b0b498 6ce1c738 97748bb0 765acba7 614f8319 68c12765 5810b69d edbc11bc c68e3fc3 f3495035 5810b69d edbc11bc b675e5ee 07d62c4c 18635a50 e29a0001 f51d598d 608aa5f0 18635a50 e29a0001 250ab109 2ea67c6a 18635a50 e29a0001 da1b00c7 4f31fea8 18635a50 e29a0001 da1b00c7 81c99c5d 39c861e8 2bda5458 ab7d88f2 396dbe36 18635a50 e29a0001 da1b00c7 60052516
// abaae91d fd3cec68 86c72eac f9f8def1 60082310 b33f1495 c23da0f9 ac4fdc56 4abfdb8e 7017a175
// abf0f979 f1c92fed b432f590 b432f590 48aa5ef5 d2ef653f c67d616d aadb0f84 89aa1495 198a20a4 a2be4d53 03c16c68 48aa5ef5 d2ef653f 1bbb7a19 3564aaaa 89aa1495 198a20a4 a2be4d53 45bb3591 48aa5ef5 d2ef653f 1bbb7a19 260b631d 89aa1495 198a20a4 bdb2618e c4f9a799 48aa5ef5 d2ef653f 1bbb7a19 e2357123 f3ad3609 38d1cfac e7317b12 b2770c02 1f69910e d99f18e2 192edee8 60fea416 0f6ed34a a5eca1e0 d2f48255 4058bedb 0f6ed34a a5eca1e0 0d042692 bea7938f 677d4f42 70c808c4 2742e30e 544ae919 677d4f42 70c808c4 2742e30e 0e3184a0 1fcfaab8 28c247e4 fe9e5dc2 21783d4d 1fcfaab8 28c247e4 fe9e5dc2 5cfe9168 abf0f979 f1c92fed 4d12c38f 308f33ee 48aa5ef5 d2ef653f 9dd8ed8a 72b4effb
// c86df9b7 48fbf9e0 0945e1f5 a932c870 f8adbc20 9da66b97 3d4d136c f3a4bc56 187d3427 3c8eebcb
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
