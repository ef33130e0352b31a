// run
// Colors of all types, each converted by each model; palettes.
package main

import (
	"fmt"
	"image/color"
)

func main() {
	colors := []color.Color{
		color.RGBA{10, 20, 30, 40}, color.RGBA{255, 0, 128, 255}, color.RGBA64{1000, 2000, 3000, 65535}, color.RGBA64{1, 2, 3, 4},
		color.NRGBA{10, 20, 30, 40}, color.NRGBA{255, 254, 253, 0}, color.NRGBA64{60000, 100, 7, 33000}, color.Alpha{77}, color.Alpha16{3333},
		color.Gray{200}, color.Gray16{51234}, color.YCbCr{100, 150, 50}, color.YCbCr{255, 255, 0}, color.NYCbCrA{color.YCbCr{10, 200, 130}, 99},
		color.CMYK{10, 20, 30, 40}, color.CMYK{255, 0, 255, 0}, color.Black, color.White, color.Transparent, color.Opaque,
	}
	palette := color.Palette{color.White, color.Black, color.RGBA{200, 0, 0, 255}, color.Transparent, color.Gray{128}}
	models := []color.Model{
		color.RGBAModel, color.RGBA64Model, color.NRGBAModel, color.NRGBA64Model, color.AlphaModel, color.Alpha16Model, color.GrayModel,
		color.Gray16Model, color.YCbCrModel, color.NYCbCrAModel, color.CMYKModel, palette,
		color.ModelFunc(func(c color.Color) color.Color { r, _, _, _ := c.RGBA(); return color.Gray16{uint16(r)} }),
	}
	for _, c := range colors {
		r, g, b, a := c.RGBA()
		fmt.Printf("%T %v: %d %d %d %d\n ", c, c, r, g, b, a)
		for _, m := range models {
			fmt.Printf(" %T%v", m.Convert(c), m.Convert(c))
		}
		fmt.Println(" ", palette.Index(c))
	}
	fmt.Println(color.Palette(nil).Convert(color.White), color.Palette(nil).Index(color.White), palette.Convert(color.Gray{3}))
	// The models compare as pointers.
	fmt.Println(color.RGBAModel == color.RGBAModel, color.GrayModel == color.AlphaModel)
	sum := 0
	for v := 0; v < 1<<24; v += 30011 {
		x, y, z := uint8(v>>16), uint8(v>>8), uint8(v)
		a, b, c := color.RGBToYCbCr(x, y, z)
		d, e, f := color.YCbCrToRGB(x, y, z)
		g, h, i, j := color.RGBToCMYK(x, y, z)
		k, l, m := color.CMYKToRGB(x, y, z, x^y^z)
		for _, part := range []uint8{a, b, c, d, e, f, g, h, i, j, k, l, m} {
			sum = (sum*31 + int(part)) % 1000003
		}
	}
	fmt.Println(sum)
	methods := []func() (r, g, b, a uint32){
		color.RGBA{1, 2, 3, 4}.RGBA, color.RGBA64{1, 2, 3, 4}.RGBA, color.NRGBA{1, 2, 3, 4}.RGBA, color.NRGBA64{1, 2, 3, 4}.RGBA, color.Alpha{1}.RGBA,
		color.Alpha16{1}.RGBA, color.Gray{1}.RGBA, color.Gray16{1}.RGBA, color.YCbCr{1, 2, 3}.RGBA, color.NYCbCrA{color.YCbCr{1, 2, 3}, 4}.RGBA,
		color.CMYK{1, 2, 3, 4}.RGBA,
	}
	for _, method := range methods {
		fmt.Println(method())
	}
}

// Output:
// color.RGBA {10 20 30 40}: 2570 5140 7710 10280
//   color.RGBA{10 20 30 40} color.RGBA64{2570 5140 7710 10280} color.NRGBA{63 127 191 40} color.NRGBA64{16383 32767 49151 10280} color.Alpha{40} color.Alpha16{10280} color.Gray{18} color.Gray16{4665} color.YCbCr{18 135 122} color.NYCbCrA{{115 171 91} 40} color.CMYK{170 85 0 225} color.Alpha16{0} color.Gray16{2570}  3
// color.RGBA {255 0 128 255}: 65535 0 32896 65535
//   color.RGBA{255 0 128 255} color.RGBA64{65535 0 32896 65535} color.NRGBA{255 0 128 255} color.NRGBA64{65535 0 32896 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{91} color.Gray16{23345} color.YCbCr{91 149 245} color.NYCbCrA{{91 149 245} 255} color.CMYK{0 255 127 0} color.RGBA{200 0 0 255} color.Gray16{65535}  2
// color.RGBA64 {1000 2000 3000 65535}: 1000 2000 3000 65535
//   color.RGBA{3 7 11 255} color.RGBA64{1000 2000 3000 65535} color.NRGBA{3 7 11 255} color.NRGBA64{1000 2000 3000 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{7} color.Gray16{1815} color.YCbCr{6 131 126} color.NYCbCrA{{6 131 126} 255} color.CMYK{185 92 0 244} color.Gray16{0} color.Gray16{1000}  1
// color.RGBA64 {1 2 3 4}: 1 2 3 4
//   color.RGBA{0 0 0 0} color.RGBA64{1 2 3 4} color.NRGBA{63 127 191 0} color.NRGBA64{16383 32767 49151 4} color.Alpha{0} color.Alpha16{4} color.Gray{0} color.Gray16{2} color.YCbCr{0 128 128} color.NYCbCrA{{115 171 91} 0} color.CMYK{0 0 0 255} color.Alpha16{0} color.Gray16{1}  3
// color.NRGBA {10 20 30 40}: 403 806 1209 10280
//   color.RGBA{1 3 4 40} color.RGBA64{403 806 1209 10280} color.NRGBA{10 20 30 40} color.NRGBA64{2569 5138 7707 10280} color.Alpha{40} color.Alpha16{10280} color.Gray{2} color.Gray16{731} color.YCbCr{3 129 127} color.NYCbCrA{{18 135 122} 40} color.CMYK{191 63 0 251} color.Alpha16{0} color.Gray16{403}  3
// color.NRGBA {255 254 253 0}: 0 0 0 0
//   color.RGBA{0 0 0 0} color.RGBA64{0 0 0 0} color.NRGBA{255 254 253 0} color.NRGBA64{0 0 0 0} color.Alpha{0} color.Alpha16{0} color.Gray{0} color.Gray16{0} color.YCbCr{0 128 128} color.NYCbCrA{{0 128 128} 0} color.CMYK{0 0 0 255} color.Alpha16{0} color.Gray16{0}  3
// color.NRGBA64 {60000 100 7 33000}: 30212 50 3 33000
//   color.RGBA{118 0 0 128} color.RGBA64{30212 50 3 33000} color.NRGBA{234 0 0 128} color.NRGBA64{60000 100 7 33000} color.Alpha{128} color.Alpha16{33000} color.Gray{35} color.Gray16{9063} color.YCbCr{35 108 187} color.NYCbCrA{{70 89 245} 128} color.CMYK{0 255 255 137} color.RGBA{200 0 0 255} color.Gray16{30212}  2
// color.Alpha {77}: 19789 19789 19789 19789
//   color.RGBA{77 77 77 77} color.RGBA64{19789 19789 19789 19789} color.NRGBA{255 255 255 77} color.NRGBA64{65535 65535 65535 19789} color.Alpha{77} color.Alpha16{19789} color.Gray{77} color.Gray16{19789} color.YCbCr{77 128 128} color.NYCbCrA{{255 128 128} 77} color.CMYK{0 0 0 178} color.Alpha16{0} color.Gray16{19789}  3
// color.Alpha16 {3333}: 3333 3333 3333 3333
//   color.RGBA{13 13 13 13} color.RGBA64{3333 3333 3333 3333} color.NRGBA{255 255 255 13} color.NRGBA64{65535 65535 65535 3333} color.Alpha{13} color.Alpha16{3333} color.Gray{13} color.Gray16{3333} color.YCbCr{13 128 128} color.NYCbCrA{{255 128 128} 13} color.CMYK{0 0 0 242} color.Alpha16{0} color.Gray16{3333}  3
// color.Gray {200}: 51400 51400 51400 65535
//   color.RGBA{200 200 200 255} color.RGBA64{51400 51400 51400 65535} color.NRGBA{200 200 200 255} color.NRGBA64{51400 51400 51400 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{200} color.Gray16{51400} color.YCbCr{200 128 128} color.NYCbCrA{{200 128 128} 255} color.CMYK{0 0 0 55} color.Gray16{65535} color.Gray16{51400}  0
// color.Gray16 {51234}: 51234 51234 51234 65535
//   color.RGBA{200 200 200 255} color.RGBA64{51234 51234 51234 65535} color.NRGBA{200 200 200 255} color.NRGBA64{51234 51234 51234 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{200} color.Gray16{51234} color.YCbCr{200 128 128} color.NYCbCrA{{200 128 128} 255} color.CMYK{0 0 0 55} color.Gray16{65535} color.Gray16{51234}  0
// color.YCbCr {100 150 50}: 0 38022 35680 65535
//   color.RGBA{0 148 139 255} color.RGBA64{0 38022 35680 65535} color.NRGBA{0 148 139 255} color.NRGBA64{0 38022 35680 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{103} color.Gray16{26387} color.YCbCr{100 150 50} color.NYCbCrA{{100 150 50} 255} color.CMYK{255 0 15 107} color.Gray{128} color.Gray16{0}  4
// color.YCbCr {255 255 0}: 19595 65535 65535 65535
//   color.RGBA{76 255 255 255} color.RGBA64{19595 65535 65535 65535} color.NRGBA{76 255 255 255} color.NRGBA64{19595 65535 65535 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{202} color.Gray16{51799} color.YCbCr{255 255 0} color.NYCbCrA{{255 255 0} 255} color.CMYK{179 0 0 0} color.Gray16{65535} color.Gray16{19595}  0
// color.NYCbCrA {{10 200 130} 99}: 1276 0 13677 25443
//   color.RGBA{4 0 53 99} color.RGBA64{1276 0 13677 25443} color.NRGBA{12 0 137 99} color.NRGBA64{3286 0 35228 25443} color.Alpha{99} color.Alpha16{25443} color.Gray{7} color.Gray16{1941} color.YCbCr{7 154 126} color.NYCbCrA{{10 200 130} 99} color.CMYK{235 255 0 202} color.Alpha16{0} color.Gray16{1276}  3
// color.CMYK {10 20 30 40}: 53088 50921 48754 65535
//   color.RGBA{207 198 190 255} color.RGBA64{53088 50921 48754 65535} color.NRGBA{207 198 190 255} color.NRGBA64{53088 50921 48754 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{200} color.Gray16{51322} color.YCbCr{200 122 133} color.NYCbCrA{{200 122 133} 255} color.CMYK{10 20 30 40} color.Gray16{65535} color.Gray16{53088}  0
// color.CMYK {255 0 255 0}: 0 65535 0 65535
//   color.RGBA{0 255 0 255} color.RGBA64{0 65535 0 65535} color.NRGBA{0 255 0 255} color.NRGBA64{0 65535 0 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{150} color.Gray16{38469} color.YCbCr{150 44 21} color.NYCbCrA{{150 44 21} 255} color.CMYK{255 0 255 0} color.Gray{128} color.Gray16{0}  4
// color.Gray16 {0}: 0 0 0 65535
//   color.RGBA{0 0 0 255} color.RGBA64{0 0 0 65535} color.NRGBA{0 0 0 255} color.NRGBA64{0 0 0 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{0} color.Gray16{0} color.YCbCr{0 128 128} color.NYCbCrA{{0 128 128} 255} color.CMYK{0 0 0 255} color.Gray16{0} color.Gray16{0}  1
// color.Gray16 {65535}: 65535 65535 65535 65535
//   color.RGBA{255 255 255 255} color.RGBA64{65535 65535 65535 65535} color.NRGBA{255 255 255 255} color.NRGBA64{65535 65535 65535 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{255} color.Gray16{65535} color.YCbCr{255 128 128} color.NYCbCrA{{255 128 128} 255} color.CMYK{0 0 0 0} color.Gray16{65535} color.Gray16{65535}  0
// color.Alpha16 {0}: 0 0 0 0
//   color.RGBA{0 0 0 0} color.RGBA64{0 0 0 0} color.NRGBA{0 0 0 0} color.NRGBA64{0 0 0 0} color.Alpha{0} color.Alpha16{0} color.Gray{0} color.Gray16{0} color.YCbCr{0 128 128} color.NYCbCrA{{0 128 128} 0} color.CMYK{0 0 0 255} color.Alpha16{0} color.Gray16{0}  3
// color.Alpha16 {65535}: 65535 65535 65535 65535
//   color.RGBA{255 255 255 255} color.RGBA64{65535 65535 65535 65535} color.NRGBA{255 255 255 255} color.NRGBA64{65535 65535 65535 65535} color.Alpha{255} color.Alpha16{65535} color.Gray{255} color.Gray16{65535} color.YCbCr{255 128 128} color.NYCbCrA{{255 128 128} 255} color.CMYK{0 0 0 0} color.Gray16{65535} color.Gray16{65535}  0
// <nil> 0 {0}
// true false
// 825727
// 257 514 771 1028
// 1 2 3 4
// 4 8 12 1028
// 0 0 0 4
// 257 257 257 257
// 1 1 1 1
// 257 257 257 65535
// 1 1 1 65535
// 0 34210 0 65535
// 0 536 0 1028
// 64254 64001 63748 65535
