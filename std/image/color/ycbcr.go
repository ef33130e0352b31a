package color

// Conversions of JFIF (JPEG File Interchange Format 1.02), with weights in 65536ths:
//
//	Y' =  0.299  R + 0.587  G + 0.114  B
//	Cb = -0.1687 R - 0.3313 G + 0.5    B + 128
//	Cr =  0.5    R - 0.4187 G - 0.0813 B + 128
//
//	R = Y' + 1.402 (Cr-128)
//	G = Y' - 0.34414 (Cb-128) - 0.71414 (Cr-128)
//	B = Y' + 1.772 (Cb-128)

// within returns v>>shift, but the nearest end of 0 to limit if it is outside.
func within(v int32, shift uint, limit int32) int32 { return min(max(v>>shift, 0), limit) }

// RGBToYCbCr converts red, green and blue into luma and two chromas.
func RGBToYCbCr(r, g, b uint8) (uint8, uint8, uint8) {
	red, green, blue := int32(r), int32(g), int32(b)
	y := (19595*red + 38470*green + 7471*blue + 1<<15) >> 16
	const half = 128<<16 + 1<<15
	cb := within(-11056*red-21712*green+32768*blue+half, 16, 0xff)
	cr := within(32768*red-27440*green-5328*blue+half, 16, 0xff)
	return uint8(y), uint8(cb), uint8(cr)
}

// rgb returns red, green and blue in 65536ths of 8 bits; they may be outside.
func rgb(y, cb, cr uint8) (r, g, b int32) {
	light, blue, red := int32(y)*0x10101, int32(cb)-128, int32(cr)-128
	return light + 91881*red, light - 22554*blue - 46802*red, light + 116130*blue
}

// YCbCrToRGB converts luma and two chromas into red, green and blue.
func YCbCrToRGB(y, cb, cr uint8) (uint8, uint8, uint8) {
	r, g, b := rgb(y, cb, cr)
	return uint8(within(r, 16, 0xff)), uint8(within(g, 16, 0xff)), uint8(within(b, 16, 0xff))
}

// YCbCr is a color of 8 bits a part: luma and two chromas.
type YCbCr struct{ Y, Cb, Cr uint8 }

func (c YCbCr) RGBA() (uint32, uint32, uint32, uint32) {
	r, g, b := rgb(c.Y, c.Cb, c.Cr)
	return uint32(within(r, 8, 0xffff)), uint32(within(g, 8, 0xffff)), uint32(within(b, 8, 0xffff)), 0xffff
}

// NYCbCrA is a YCbCr with a degree of opacity, by which the others are not multiplied.
type NYCbCrA struct {
	YCbCr
	A uint8
}

func (c NYCbCrA) RGBA() (uint32, uint32, uint32, uint32) {
	r, g, b, _ := c.YCbCr.RGBA()
	a := wide(c.A)
	return r * a / 0xffff, g * a / 0xffff, b * a / 0xffff, a
}

// CMYK is a color of 8 bits a part: cyan, magenta, yellow and black.
type CMYK struct{ C, M, Y, K uint8 }

func (c CMYK) RGBA() (uint32, uint32, uint32, uint32) {
	white := 0xffff - wide(c.K)
	part := func(ink uint8) uint32 { return (0xffff - wide(ink)) * white / 0xffff }
	return part(c.C), part(c.M), part(c.Y), 0xffff
}

// RGBToCMYK converts red, green and blue into cyan, magenta, yellow and black.
func RGBToCMYK(r, g, b uint8) (uint8, uint8, uint8, uint8) {
	white := uint32(max(r, g, b))
	if white == 0 {
		return 0, 0, 0, 0xff
	}
	ink := func(part uint8) uint8 { return uint8((white - uint32(part)) * 0xff / white) }
	return ink(r), ink(g), ink(b), uint8(0xff - white)
}

// CMYKToRGB converts cyan, magenta, yellow and black into red, green and blue.
func CMYKToRGB(c, m, y, k uint8) (uint8, uint8, uint8) {
	r, g, b, _ := CMYK{c, m, y, k}.RGBA()
	return uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)
}

// The models of the types of colors.
var (
	YCbCrModel   Model = ModelFunc(toYCbCr)
	NYCbCrAModel Model = ModelFunc(toNYCbCrA)
	CMYKModel    Model = ModelFunc(toCMYK)
)

func toYCbCr(c Color) Color {
	if _, is := c.(YCbCr); is {
		return c
	}
	r, g, b, _ := c.RGBA()
	y, cb, cr := RGBToYCbCr(uint8(r>>8), uint8(g>>8), uint8(b>>8))
	return YCbCr{y, cb, cr}
}

func toNYCbCrA(c Color) Color {
	switch c := c.(type) {
	case NYCbCrA:
		return c
	case YCbCr:
		return NYCbCrA{c, 0xff}
	}
	r, g, b, a := straight(c)
	y, cb, cr := RGBToYCbCr(uint8(r>>8), uint8(g>>8), uint8(b>>8))
	return NYCbCrA{YCbCr{y, cb, cr}, uint8(a >> 8)}
}

func toCMYK(c Color) Color {
	if _, is := c.(CMYK); is {
		return c
	}
	r, g, b, _ := c.RGBA()
	cyan, magenta, yellow, black := RGBToCMYK(uint8(r>>8), uint8(g>>8), uint8(b>>8))
	return CMYK{cyan, magenta, yellow, black}
}
