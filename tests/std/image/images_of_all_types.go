// run
// Images of all types: colors set and read, inside and outside, parts that share pixels, sizes that are refused.
package main

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"strings"
)

type settable interface {
	image.RGBA64Image
	Set(x, y int, c color.Color)
	SetRGBA64(x, y int, c color.RGBA64)
	SubImage(r image.Rectangle) image.Image
	Opaque() bool
	PixOffset(x, y int) int
}

var (
	bounds  = image.Rect(-2, 1, 3, 4)
	palette = color.Palette{color.White, color.Black, color.NRGBA{200, 0, 0, 100}}
)

func show(m image.Image) {
	r := m.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			fmt.Print(m.At(x, y))
		}
		fmt.Println()
	}
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	var (
		rgba, rgba64 = image.NewRGBA(bounds), image.NewRGBA64(bounds)
		nrgba        = image.NewNRGBA(bounds)
		nrgba64      = image.NewNRGBA64(bounds)
		alpha        = image.NewAlpha(bounds)
		alpha16      = image.NewAlpha16(bounds)
		gray, gray16 = image.NewGray(bounds), image.NewGray16(bounds)
		cmyk         = image.NewCMYK(bounds)
		paletted     = image.NewPaletted(bounds, palette)
	)
	colors := []color.Color{color.NRGBA{250, 10, 20, 128}, color.Gray{77}, color.RGBA64{100, 200, 300, 400}, color.CMYK{1, 100, 3, 50}, color.Transparent}
	for _, m := range []settable{rgba, rgba64, nrgba, nrgba64, alpha, alpha16, gray, gray16, cmyk, paletted} {
		fmt.Printf("%T %v %v %v\n", m, m.Bounds(), m.Opaque(), m.PixOffset(0, 2))
		for i, c := range colors {
			m.Set(-2+i, 2, c)
			m.SetRGBA64(-2+i, 3, color.RGBA64Model.Convert(c).(color.RGBA64))
			m.Set(-2+i, 4, c)
			m.SetRGBA64(3+i, 3, color.RGBA64{})
			fmt.Print(m.RGBA64At(-2+i, 2))
		}
		fmt.Println(m.At(9, 9), m.RGBA64At(9, 9), m.ColorModel().Convert(color.Gray{5}))
		show(m)
		part := m.SubImage(image.Rect(-1, 2, 1, 9)).(settable)
		part.Set(0, 2, color.Gray{123})
		fmt.Println(part.Bounds(), part.Opaque(), part.PixOffset(0, 3), m.At(0, 2))
		show(part)
		none := m.SubImage(image.Rect(5, 5, 9, 9)).(settable)
		fmt.Println(none.Bounds(), none.Opaque(), none.At(0, 0))
	}
	rgba.SetRGBA(0, 1, color.RGBA{1, 2, 3, 4})
	rgba64.SetRGBA64(0, 1, color.RGBA64{1, 2, 3, 4})
	nrgba.SetNRGBA(0, 1, color.NRGBA{1, 2, 3, 4})
	nrgba64.SetNRGBA64(0, 1, color.NRGBA64{1, 2, 3, 4})
	alpha.SetAlpha(0, 1, color.Alpha{1})
	alpha16.SetAlpha16(0, 1, color.Alpha16{1})
	gray.SetGray(0, 1, color.Gray{1})
	gray16.SetGray16(0, 1, color.Gray16{1})
	cmyk.SetCMYK(0, 1, color.CMYK{1, 2, 3, 4})
	paletted.SetColorIndex(0, 1, 2)
	fmt.Println(rgba.RGBAAt(0, 1), rgba64.RGBA64At(0, 1), nrgba.NRGBAAt(0, 1), nrgba64.NRGBA64At(0, 1), alpha.AlphaAt(0, 1), alpha16.Alpha16At(0, 1),
		gray.GrayAt(0, 1), gray16.Gray16At(0, 1), cmyk.CMYKAt(0, 1), paletted.ColorIndexAt(0, 1), paletted.At(0, 1))
	fmt.Println(rgba.Pix[:12], rgba.Stride, rgba64.Pix[:20], rgba64.Stride, gray16.Pix[:6], gray16.Stride, paletted.Pix, paletted.Stride)
	fmt.Println(paletted.Opaque())
	methods(rgba, rgba64, nrgba, nrgba64, alpha, alpha16, gray, gray16, cmyk, paletted)

	empty := image.NewPaletted(bounds, nil)
	fmt.Println(empty.At(0, 2), empty.RGBA64At(0, 2), empty.Opaque())
	opaque := image.NewRGBA(image.Rect(0, 0, 2, 2))
	for i := range opaque.Pix {
		opaque.Pix[i] = 255
	}
	fmt.Println(opaque.Opaque(), image.NewRGBA(image.Rectangle{}).Opaque())
	huge := image.Rect(0, 0, 1<<40, 1<<40)
	for _, f := range []func(){
		func() { image.NewRGBA(image.Rectangle{image.Pt(1, 1), image.Pt(0, 0)}) }, func() { image.NewRGBA64(huge) }, func() { image.NewNRGBA(huge) },
		func() { image.NewNRGBA64(huge) }, func() { image.NewAlpha(huge) }, func() { image.NewAlpha16(huge) }, func() { image.NewGray(huge) },
		func() { image.NewGray16(huge) }, func() { image.NewCMYK(huge) }, func() { image.NewPaletted(huge, nil) },
		func() { image.NewYCbCr(huge, image.YCbCrSubsampleRatio444) }, func() { image.NewNYCbCrA(huge, image.YCbCrSubsampleRatio444) },
		func() { paletted.Pix[0] = 9; paletted.At(-2, 1) },
	} {
		try(f)
	}
	uniform := image.NewUniform(color.NRGBA{1, 2, 3, 200})
	r, g, b, a := uniform.RGBA()
	fmt.Println(uniform.Bounds(), uniform.At(1, 2), uniform.RGBA64At(1, 2), uniform.Opaque(), uniform.ColorModel() == color.Model(uniform),
		uniform.Convert(color.White), r, g, b, a)
	fmt.Println(image.Black.C, image.White.C, image.Transparent.C, image.Opaque.C)
	lumas()
	formats()
}

// methods are those that an interface reached above, by their own names.
func methods(rgba *image.RGBA, rgba64 *image.RGBA64, nrgba *image.NRGBA, nrgba64 *image.NRGBA64, alpha *image.Alpha, alpha16 *image.Alpha16,
	gray *image.Gray, gray16 *image.Gray16, cmyk *image.CMYK, paletted *image.Paletted) {
	c, d := color.Gray{99}, color.RGBA64{9000, 8000, 7000, 65535}
	all := []struct {
		model     func() color.Model
		bounds    func() image.Rectangle
		at        func(x, y int) color.Color
		at64      func(x, y int) color.RGBA64
		set       func(x, y int, c color.Color)
		set64     func(x, y int, c color.RGBA64)
		sub       func(r image.Rectangle) image.Image
		opaque    func() bool
		pixOffset func(x, y int) int
	}{
		{rgba.ColorModel, rgba.Bounds, rgba.At, rgba.RGBA64At, rgba.Set, rgba.SetRGBA64, rgba.SubImage, rgba.Opaque, rgba.PixOffset},
		{rgba64.ColorModel, rgba64.Bounds, rgba64.At, rgba64.RGBA64At, rgba64.Set, rgba64.SetRGBA64, rgba64.SubImage, rgba64.Opaque, rgba64.PixOffset},
		{nrgba.ColorModel, nrgba.Bounds, nrgba.At, nrgba.RGBA64At, nrgba.Set, nrgba.SetRGBA64, nrgba.SubImage, nrgba.Opaque, nrgba.PixOffset},
		{nrgba64.ColorModel, nrgba64.Bounds, nrgba64.At, nrgba64.RGBA64At, nrgba64.Set, nrgba64.SetRGBA64, nrgba64.SubImage, nrgba64.Opaque, nrgba64.PixOffset},
		{alpha.ColorModel, alpha.Bounds, alpha.At, alpha.RGBA64At, alpha.Set, alpha.SetRGBA64, alpha.SubImage, alpha.Opaque, alpha.PixOffset},
		{alpha16.ColorModel, alpha16.Bounds, alpha16.At, alpha16.RGBA64At, alpha16.Set, alpha16.SetRGBA64, alpha16.SubImage, alpha16.Opaque, alpha16.PixOffset},
		{gray.ColorModel, gray.Bounds, gray.At, gray.RGBA64At, gray.Set, gray.SetRGBA64, gray.SubImage, gray.Opaque, gray.PixOffset},
		{gray16.ColorModel, gray16.Bounds, gray16.At, gray16.RGBA64At, gray16.Set, gray16.SetRGBA64, gray16.SubImage, gray16.Opaque, gray16.PixOffset},
		{cmyk.ColorModel, cmyk.Bounds, cmyk.At, cmyk.RGBA64At, cmyk.Set, cmyk.SetRGBA64, cmyk.SubImage, cmyk.Opaque, cmyk.PixOffset},
		{paletted.ColorModel, paletted.Bounds, paletted.At, paletted.RGBA64At, paletted.Set, paletted.SetRGBA64, paletted.SubImage, paletted.Opaque, paletted.PixOffset},
	}
	for _, m := range all {
		m.set(0, 3, c)
		m.set64(1, 3, d)
		fmt.Println(m.at(0, 3), m.at64(1, 3), m.bounds(), m.sub(image.Rect(0, 3, 1, 4)).At(0, 3), m.opaque(), m.pixOffset(1, 3), m.model() == nil)
	}
}

func lumas() {
	for ratio := image.YCbCrSubsampleRatio444; ratio <= image.YCbCrSubsampleRatio410+1; ratio++ {
		fmt.Println(ratio, ratio.String())
		for _, r := range []image.Rectangle{image.Rect(0, 0, 5, 5), image.Rect(-3, -7, 6, 2), image.Rect(1, 1, 2, 2), {}} {
			m, n := image.NewYCbCr(r, ratio), image.NewNYCbCrA(r, ratio)
			fmt.Println(m.YStride, m.CStride, len(m.Y), cap(m.Y), len(m.Cb), cap(m.Cb), cap(m.Cr), n.AStride, len(n.A), cap(n.A), m.Opaque(), n.Opaque())
			for i := range m.Y {
				m.Y[i], n.Y[i], n.A[i] = uint8(i*3), uint8(i*5), uint8(255-i)
			}
			for i := range m.Cb {
				m.Cb[i], m.Cr[i], n.Cb[i] = uint8(i*20), uint8(255-i*9), 100
			}
			x, y := r.Max.X-1, r.Max.Y-1
			fmt.Println(m.YOffset(x, y), m.COffset(x, y), n.AOffset(x, y), m.At(x, y), m.YCbCrAt(x, y), m.RGBA64At(x, y), n.At(x, y), n.NYCbCrAAt(x, y), n.RGBA64At(x, y))
			part, also := m.SubImage(image.Rect(1, 1, 4, 2)).(*image.YCbCr), n.SubImage(image.Rect(1, 1, 4, 2)).(*image.NYCbCrA)
			fmt.Println(part.Bounds(), len(part.Y), len(part.Cb), part.YStride, part.COffset(1, 1), part.At(1, 1), also.Bounds(), len(also.A), also.AStride, also.At(1, 1), also.Opaque())
			fmt.Println(m.ColorModel() == color.YCbCrModel, n.ColorModel() == color.NYCbCrAModel)
		}
	}
}

func formats() {
	image.RegisterFormat("one", "ONE?x", func(r io.Reader) (image.Image, error) {
		b, err := io.ReadAll(r)
		return image.NewGray(image.Rect(0, 0, len(b), 1)), err
	}, func(io.Reader) (image.Config, error) { return image.Config{Width: 3}, errors.New("no height") })
	for _, s := range []string{"", "ONE", "ONEzx more", "ONEzz more", "two"} {
		m, name, err := image.Decode(strings.NewReader(s))
		fmt.Printf("%T %q %v ", m, name, err)
		c, name, err := image.DecodeConfig(strings.NewReader(s))
		fmt.Println(c, name, err, err == image.ErrFormat)
	}
}

// Output:
// *image.RGBA (-2,1)-(3,4) false 28
// {32125 1285 2570 32896}{19789 19789 19789 65535}{0 0 257 257}{52428 32125 52171 65535}{0 0 0 0}{0 0 0 0} {0 0 0 0} {5 5 5 255}
// {0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}
// {125 5 10 128}{77 77 77 255}{0 0 1 1}{204 125 203 255}{0 0 0 0}
// {125 5 10 128}{77 77 77 255}{0 0 1 1}{204 125 203 255}{0 0 0 0}
// (-1,2)-(1,4) false 24 {123 123 123 255}
// {77 77 77 255}{123 123 123 255}
// {77 77 77 255}{0 0 1 1}
// (0,0)-(0,0) true {0 0 0 0}
// *image.RGBA64 (-2,1)-(3,4) false 56
// {32250 1290 2580 32896}{19789 19789 19789 65535}{100 200 300 400}{52478 32024 52065 65535}{0 0 0 0}{0 0 0 0} {0 0 0 0} {1285 1285 1285 65535}
// {0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}
// {32250 1290 2580 32896}{19789 19789 19789 65535}{100 200 300 400}{52478 32024 52065 65535}{0 0 0 0}
// {32250 1290 2580 32896}{19789 19789 19789 65535}{100 200 300 400}{52478 32024 52065 65535}{0 0 0 0}
// (-1,2)-(1,4) false 48 {31611 31611 31611 65535}
// {19789 19789 19789 65535}{31611 31611 31611 65535}
// {19789 19789 19789 65535}{100 200 300 400}
// (0,0)-(0,0) true {0 0 0 0}
// *image.NRGBA (-2,1)-(3,4) false 28
// {32250 1290 2580 32896}{19789 19789 19789 65535}{63 127 192 257}{52428 32125 52171 65535}{0 0 0 0}{0 0 0 0} {0 0 0 0} {5 5 5 255}
// {0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}
// {250 10 20 128}{77 77 77 255}{63 127 191 1}{204 125 203 255}{0 0 0 0}
// {250 10 20 128}{77 77 77 255}{63 127 191 1}{204 125 203 255}{0 0 0 0}
// (-1,2)-(1,4) false 24 {123 123 123 255}
// {77 77 77 255}{123 123 123 255}
// {77 77 77 255}{63 127 191 1}
// (0,0)-(0,0) true {0 0 0 0}
// *image.NRGBA64 (-2,1)-(3,4) false 56
// {32249 1289 2579 32896}{19789 19789 19789 65535}{99 199 299 400}{52478 32024 52065 65535}{0 0 0 0}{0 0 0 0} {0 0 0 0} {1285 1285 1285 65535}
// {0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}
// {64248 2569 5139 32896}{19789 19789 19789 65535}{16383 32767 49151 400}{52478 32024 52065 65535}{0 0 0 0}
// {64248 2569 5139 32896}{19789 19789 19789 65535}{16383 32767 49151 400}{52478 32024 52065 65535}{0 0 0 0}
// (-1,2)-(1,4) false 48 {31611 31611 31611 65535}
// {19789 19789 19789 65535}{31611 31611 31611 65535}
// {19789 19789 19789 65535}{16383 32767 49151 400}
// (0,0)-(0,0) true {0 0 0 0}
// *image.Alpha (-2,1)-(3,4) false 7
// {32896 32896 32896 32896}{65535 65535 65535 65535}{257 257 257 257}{65535 65535 65535 65535}{0 0 0 0}{0} {0 0 0 0} {255}
// {0}{0}{0}{0}{0}
// {128}{255}{1}{255}{0}
// {128}{255}{1}{255}{0}
// (-1,2)-(1,4) false 6 {255}
// {255}{255}
// {255}{1}
// (0,0)-(0,0) true {0}
// *image.Alpha16 (-2,1)-(3,4) false 14
// {32896 32896 32896 32896}{65535 65535 65535 65535}{400 400 400 400}{65535 65535 65535 65535}{0 0 0 0}{0} {0 0 0 0} {65535}
// {0}{0}{0}{0}{0}
// {32896}{65535}{400}{65535}{0}
// {32896}{65535}{400}{65535}{0}
// (-1,2)-(1,4) false 12 {65535}
// {65535}{65535}
// {65535}{400}
// (0,0)-(0,0) true {0}
// *image.Gray (-2,1)-(3,4) true 7
// {10537 10537 10537 65535}{19789 19789 19789 65535}{0 0 0 65535}{40349 40349 40349 65535}{0 0 0 65535}{0} {0 0 0 65535} {5}
// {0}{0}{0}{0}{0}
// {41}{77}{0}{157}{0}
// {41}{77}{0}{157}{0}
// (-1,2)-(1,4) true 6 {123}
// {77}{123}
// {77}{0}
// (0,0)-(0,0) true {0}
// *image.Gray16 (-2,1)-(3,4) true 14
// {10694 10694 10694 65535}{19789 19789 19789 65535}{182 182 182 65535}{40424 40424 40424 65535}{0 0 0 65535}{0} {0 0 0 65535} {1285}
// {0}{0}{0}{0}{0}
// {10694}{19789}{182}{40424}{0}
// {10694}{19789}{182}{40424}{0}
// (-1,2)-(1,4) true 12 {31611}
// {19789}{31611}
// {19789}{182}
// (0,0)-(0,0) true {0}
// *image.CMYK (-2,1)-(3,4) true 28
// {32125 1385 2645 65535}{19789 19789 19789 65535}{0 0 257 65535}{52478 32024 52065 65535}{0 0 0 65535}{0 0 0 0} {65535 65535 65535 65535} {0 0 0 250}
// {0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}{0 0 0 0}
// {0 244 234 130}{0 0 0 178}{255 255 0 254}{1 100 3 50}{0 0 0 255}
// {0 244 234 130}{0 0 0 178}{255 255 0 254}{0 98 1 51}{0 0 0 255}
// (-1,2)-(1,4) true 24 {0 0 0 132}
// {0 0 0 178}{0 0 0 132}
// {0 0 0 178}{255 255 0 254}
// (0,0)-(0,0) true {0 0 0 0}
// *image.Paletted (-2,1)-(3,4) true 7
// {20156 0 0 25700}{0 0 0 65535}{20156 0 0 25700}{65535 65535 65535 65535}{20156 0 0 25700}{65535} {65535 65535 65535 65535} {0}
// {65535}{65535}{65535}{65535}{65535}
// {200 0 0 100}{0}{200 0 0 100}{65535}{200 0 0 100}
// {200 0 0 100}{0}{200 0 0 100}{65535}{200 0 0 100}
// (-1,2)-(1,4) false 6 {0}
// {0}{0}
// {0}{200 0 0 100}
// (0,0)-(0,0) true {65535}
// {1 2 3 4} {1 2 3 4} {1 2 3 4} {1 2 3 4} {1} {1} {1} {1} {1 2 3 4} 2 {200 0 0 100}
// [0 0 0 0 0 0 0 0 1 2 3 4] 20 [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 2] 40 [0 0 0 0 0 1] 10 [0 0 2 0 0 2 1 1 0 2 2 1 2 0 2] 5
// false
// {99 99 99 255} {8995 7967 6939 65535} (-2,1)-(3,4) {99 99 99 255} false 52 false
// {25443 25443 25443 65535} {9000 8000 7000 65535} (-2,1)-(3,4) {25443 25443 25443 65535} false 104 false
// {99 99 99 255} {8995 7967 6939 65535} (-2,1)-(3,4) {99 99 99 255} false 52 false
// {25443 25443 25443 65535} {9000 8000 7000 65535} (-2,1)-(3,4) {25443 25443 25443 65535} false 104 false
// {255} {65535 65535 65535 65535} (-2,1)-(3,4) {255} false 13 false
// {65535} {65535 65535 65535 65535} (-2,1)-(3,4) {65535} false 26 false
// {99} {7967 7967 7967 65535} (-2,1)-(3,4) {99} true 13 false
// {25443} {8185 8185 8185 65535} (-2,1)-(3,4) {25443} true 26 false
// {0 0 0 156} {8995 7972 6949 65535} (-2,1)-(3,4) {0 0 0 156} true 52 false
// {0} {0 0 0 65535} (-2,1)-(3,4) {0} false 13 false
// <nil> {0 0 0 0} true
// true true
// panic: image: NewRGBA Rectangle has huge or negative dimensions
// panic: image: NewRGBA64 Rectangle has huge or negative dimensions
// panic: image: NewNRGBA Rectangle has huge or negative dimensions
// panic: image: NewNRGBA64 Rectangle has huge or negative dimensions
// panic: image: NewAlpha Rectangle has huge or negative dimensions
// panic: image: NewAlpha16 Rectangle has huge or negative dimensions
// panic: image: NewGray Rectangle has huge or negative dimensions
// panic: image: NewGray16 Rectangle has huge or negative dimensions
// panic: image: NewCMYK Rectangle has huge or negative dimensions
// panic: image: NewPaletted Rectangle has huge or negative dimensions
// panic: image: NewYCbCr Rectangle has huge or negative dimensions
// panic: image: NewNYCbCrA Rectangle has huge or negative dimension
// panic: runtime error: index out of range [9] with length 3
// (-1000000000,-1000000000)-(1000000000,1000000000) {1 2 3 200} {201 403 604 51400} false true {1 2 3 200} 201 403 604 51400
// {0} {65535} {0} {65535}
// YCbCrSubsampleRatio444 YCbCrSubsampleRatio444
// 5 5 25 25 25 25 25 5 25 25 true false
// 24 24 24 {72 224 39} {72 224 39} {0 26317 62053 65535} {{120 100 0} 231} {{120 100 0} 231} {0 51370 16430 59367}
// (1,1)-(4,2) 19 19 5 0 {18 120 201} (1,1)-(4,2) 19 5 {{30 100 0} 249} false
// true true
// 9 9 81 81 81 81 81 9 81 81 true false
// 80 80 80 {240 64 47} {240 64 47} {32609 65535 32648 65535} {{144 100 0} 175} {{144 100 0} 175} {0 43150 16680 44975}
// (1,1)-(4,2) 5 5 9 0 {228 240 83} (1,1)-(4,2) 5 9 {{124 100 0} 179} false
// true true
// 1 1 1 1 1 1 1 1 1 1 true false
// 0 0 0 {0 0 255} {0 0 255} {45581 0 0 65535} {{0 100 0} 255} {{0 100 0} 255} {0 25867 0 65535}
// (1,1)-(2,2) 1 1 1 0 {0 0 255} (1,1)-(2,2) 1 1 {{0 100 0} 255} true
// true true
// 0 0 0 0 0 0 0 0 0 0 true true
// -1 -1 -1 {0 0 0} {0 0 0} {0 34678 0 65535} {{0 0 0} 0} {{0 0 0} 0} {0 0 0 0}
// (0,0)-(0,0) 0 0 0 1 {0 0 0} (0,0)-(0,0) 0 0 {{0 0 0} 0} true
// true true
// YCbCrSubsampleRatio422 YCbCrSubsampleRatio422
// 5 3 25 25 15 15 15 5 25 25 true false
// 24 14 24 {72 24 129} {72 24 129} {18863 27484 0 65535} {{120 100 0} 231} {{120 100 0} 231} {0 51370 16430 59367}
// (1,1)-(4,2) 19 12 5 0 {18 60 228} (1,1)-(4,2) 19 5 {{30 100 0} 249} false
// true true
// 9 4 81 81 36 36 36 9 81 81 true false
// 80 35 80 {240 188 196} {240 188 196} {65535 43963 65535 65535} {{144 100 0} 175} {{144 100 0} 175} {0 43150 16680 44975}
// (1,1)-(4,2) 5 3 9 0 {228 148 214} (1,1)-(4,2) 5 9 {{124 100 0} 179} false
// true true
// 1 1 1 1 1 1 1 1 1 1 true false
// 0 0 0 {0 0 255} {0 0 255} {45581 0 0 65535} {{0 100 0} 255} {{0 100 0} 255} {0 25867 0 65535}
// (1,1)-(2,2) 1 1 1 0 {0 0 255} (1,1)-(2,2) 1 1 {{0 100 0} 255} true
// true true
// 0 0 0 0 0 0 0 0 0 0 true true
// -1 0 -1 {0 0 0} {0 0 0} {0 34678 0 65535} {{0 0 0} 0} {{0 0 0} 0} {0 0 0 0}
// (0,0)-(0,0) 0 0 0 0 {0 0 0} (0,0)-(0,0) 0 0 {{0 0 0} 0} true
// true true
// YCbCrSubsampleRatio420 YCbCrSubsampleRatio420
// 5 3 25 25 9 9 9 5 25 25 true false
// 24 8 24 {72 160 183} {72 160 183} {38244 5629 33020 65535} {{120 100 0} 231} {{120 100 0} 231} {0 51370 16430 59367}
// (1,1)-(4,2) 19 9 5 0 {18 0 255} (1,1)-(4,2) 19 5 {{30 100 0} 249} false
// true true
// 9 4 81 81 16 16 16 9 81 81 true false
// 80 15 80 {240 44 120} {240 44 120} {58809 65535 23575 65535} {{144 100 0} 175} {{144 100 0} 175} {0 43150 16680 44975}
// (1,1)-(4,2) 5 3 9 0 {228 4 138} (1,1)-(4,2) 5 9 {{124 100 0} 179} false
// true true
// 1 1 1 1 1 1 1 1 1 1 true false
// 0 0 0 {0 0 255} {0 0 255} {45581 0 0 65535} {{0 100 0} 255} {{0 100 0} 255} {0 25867 0 65535}
// (1,1)-(2,2) 1 1 1 0 {0 0 255} (1,1)-(2,2) 1 1 {{0 100 0} 255} true
// true true
// 0 0 0 0 0 0 0 0 0 0 true true
// -1 0 -1 {0 0 0} {0 0 0} {0 34678 0 65535} {{0 0 0} 0} {{0 0 0} 0} {0 0 0 0}
// (0,0)-(0,0) 0 0 0 0 {0 0 0} (0,0)-(0,0) 0 0 {{0 0 0} 0} true
// true true
// YCbCrSubsampleRatio440 YCbCrSubsampleRatio440
// 5 5 25 25 15 15 15 5 25 25 true false
// 24 14 24 {72 24 129} {72 24 129} {18863 27484 0 65535} {{120 100 0} 231} {{120 100 0} 231} {0 51370 16430 59367}
// (1,1)-(4,2) 19 14 5 0 {18 20 246} (1,1)-(4,2) 19 5 {{30 100 0} 249} false
// true true
// 9 9 81 81 36 36 36 9 81 81 true false
// 80 35 80 {240 188 196} {240 188 196} {65535 43963 65535 65535} {{144 100 0} 175} {{144 100 0} 175} {0 43150 16680 44975}
// (1,1)-(4,2) 5 5 9 0 {228 108 232} (1,1)-(4,2) 5 9 {{124 100 0} 179} false
// true true
// 1 1 1 1 1 1 1 1 1 1 true false
// 0 0 0 {0 0 255} {0 0 255} {45581 0 0 65535} {{0 100 0} 255} {{0 100 0} 255} {0 25867 0 65535}
// (1,1)-(2,2) 1 1 1 0 {0 0 255} (1,1)-(2,2) 1 1 {{0 100 0} 255} true
// true true
// 0 0 0 0 0 0 0 0 0 0 true true
// -1 -1 -1 {0 0 0} {0 0 0} {0 34678 0 65535} {{0 0 0} 0} {{0 0 0} 0} {0 0 0 0}
// (0,0)-(0,0) 0 0 0 1 {0 0 0} (0,0)-(0,0) 0 0 {{0 0 0} 0} true
// true true
// YCbCrSubsampleRatio411 YCbCrSubsampleRatio411
// 5 2 25 25 10 10 10 5 25 25 true false
// 24 9 24 {72 180 174} {72 180 174} {35014 5513 42093 65535} {{120 100 0} 231} {{120 100 0} 231} {0 51370 16430 59367}
// (1,1)-(4,2) 19 8 5 0 {18 40 237} (1,1)-(4,2) 19 5 {{30 100 0} 249} false
// true true
// 9 2 81 81 18 18 18 9 81 81 true false
// 80 17 80 {240 84 102} {240 84 102} {52349 65535 41721 65535} {{144 100 0} 175} {{144 100 0} 175} {0 43150 16680 44975}
// (1,1)-(4,2) 5 2 9 0 {228 64 111} (1,1)-(4,2) 5 9 {{124 100 0} 179} false
// true true
// 1 1 1 1 1 1 1 1 1 1 true false
// 0 0 0 {0 0 255} {0 0 255} {45581 0 0 65535} {{0 100 0} 255} {{0 100 0} 255} {0 25867 0 65535}
// (1,1)-(2,2) 1 1 1 0 {0 0 255} (1,1)-(2,2) 1 1 {{0 100 0} 255} true
// true true
// 0 0 0 0 0 0 0 0 0 0 true true
// -1 0 -1 {0 0 0} {0 0 0} {0 34678 0 65535} {{0 0 0} 0} {{0 0 0} 0} {0 0 0 0}
// (0,0)-(0,0) 0 0 0 0 {0 0 0} (0,0)-(0,0) 0 0 {{0 0 0} 0} true
// true true
// YCbCrSubsampleRatio410 YCbCrSubsampleRatio410
// 5 2 25 25 6 6 6 5 25 25 true false
// 24 5 24 {72 100 210} {72 100 210} {47934 5979 5802 65535} {{120 100 0} 231} {{120 100 0} 231} {0 51370 16430 59367}
// (1,1)-(4,2) 19 6 5 0 {18 0 255} (1,1)-(4,2) 19 5 {{30 100 0} 249} false
// true true
// 9 2 81 81 8 8 8 9 81 81 true false
// 80 7 80 {240 140 192} {240 140 192} {65535 48923 65535 65535} {{144 100 0} 175} {{144 100 0} 175} {0 43150 16680 44975}
// (1,1)-(4,2) 5 2 9 0 {228 120 201} (1,1)-(4,2) 5 9 {{124 100 0} 179} false
// true true
// 1 1 1 1 1 1 1 1 1 1 true false
// 0 0 0 {0 0 255} {0 0 255} {45581 0 0 65535} {{0 100 0} 255} {{0 100 0} 255} {0 25867 0 65535}
// (1,1)-(2,2) 1 1 1 0 {0 0 255} (1,1)-(2,2) 1 1 {{0 100 0} 255} true
// true true
// 0 0 0 0 0 0 0 0 0 0 true true
// -1 0 -1 {0 0 0} {0 0 0} {0 34678 0 65535} {{0 0 0} 0} {{0 0 0} 0} {0 0 0 0}
// (0,0)-(0,0) 0 0 0 0 {0 0 0} (0,0)-(0,0) 0 0 {{0 0 0} 0} true
// true true
// YCbCrSubsampleRatioUnknown YCbCrSubsampleRatioUnknown
// 5 5 25 25 25 25 25 5 25 25 true false
// 24 24 24 {72 224 39} {72 224 39} {0 26317 62053 65535} {{120 100 0} 231} {{120 100 0} 231} {0 51370 16430 59367}
// (1,1)-(4,2) 19 19 5 0 {18 120 201} (1,1)-(4,2) 19 5 {{30 100 0} 249} false
// true true
// 9 9 81 81 81 81 81 9 81 81 true false
// 80 80 80 {240 64 47} {240 64 47} {32609 65535 32648 65535} {{144 100 0} 175} {{144 100 0} 175} {0 43150 16680 44975}
// (1,1)-(4,2) 5 5 9 0 {228 240 83} (1,1)-(4,2) 5 9 {{124 100 0} 179} false
// true true
// 1 1 1 1 1 1 1 1 1 1 true false
// 0 0 0 {0 0 255} {0 0 255} {45581 0 0 65535} {{0 100 0} 255} {{0 100 0} 255} {0 25867 0 65535}
// (1,1)-(2,2) 1 1 1 0 {0 0 255} (1,1)-(2,2) 1 1 {{0 100 0} 255} true
// true true
// 0 0 0 0 0 0 0 0 0 0 true true
// -1 -1 -1 {0 0 0} {0 0 0} {0 34678 0 65535} {{0 0 0} 0} {{0 0 0} 0} {0 0 0 0}
// (0,0)-(0,0) 0 0 0 1 {0 0 0} (0,0)-(0,0) 0 0 {{0 0 0} 0} true
// true true
// <nil> "" image: unknown format {<nil> 0 0}  image: unknown format true
// <nil> "" image: unknown format {<nil> 0 0}  image: unknown format true
// *image.Gray "one" <nil> {<nil> 3 0} one no height false
// <nil> "" image: unknown format {<nil> 0 0}  image: unknown format true
// <nil> "" image: unknown format {<nil> 0 0}  image: unknown format true
