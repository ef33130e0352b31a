// Package color has the types of colors and the models that convert one into another.
package color

// Color is a color that can say its parts, each of 16 bits: red, green, blue, multiplied by alpha, and alpha.
type Color interface {
	RGBA() (r, g, b, a uint32)
}

// RGBA is a color of 8 bits a part, the parts multiplied by alpha.
type RGBA struct{ R, G, B, A uint8 }

// RGBA64 is a color of 16 bits a part, the parts multiplied by alpha.
type RGBA64 struct{ R, G, B, A uint16 }

// NRGBA is a color of 8 bits a part, the parts not multiplied by alpha.
type NRGBA struct{ R, G, B, A uint8 }

// NRGBA64 is a color of 16 bits a part, the parts not multiplied by alpha.
type NRGBA64 struct{ R, G, B, A uint16 }

// Alpha is a degree of opacity, of 8 bits.
type Alpha struct{ A uint8 }

// Alpha16 is a degree of opacity, of 16 bits.
type Alpha16 struct{ A uint16 }

// Gray is a gray, of 8 bits.
type Gray struct{ Y uint8 }

// Gray16 is a gray, of 16 bits.
type Gray16 struct{ Y uint16 }

// Some colors.
var (
	Black       = Gray16{0}
	White       = Gray16{0xffff}
	Transparent = Alpha16{0}
	Opaque      = Alpha16{0xffff}
)

// wide makes 16 bits of 8: 0xff becomes 0xffff.
func wide(part uint8) uint32 { return uint32(part) * 0x101 }

func (c RGBA) RGBA() (r, g, b, a uint32) { return wide(c.R), wide(c.G), wide(c.B), wide(c.A) }

func (c RGBA64) RGBA() (r, g, b, a uint32) {
	return uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A)
}

func (c NRGBA) RGBA() (r, g, b, a uint32) {
	a = uint32(c.A)
	return wide(c.R) * a / 0xff, wide(c.G) * a / 0xff, wide(c.B) * a / 0xff, wide(c.A)
}

func (c NRGBA64) RGBA() (r, g, b, a uint32) {
	a = uint32(c.A)
	return uint32(c.R) * a / 0xffff, uint32(c.G) * a / 0xffff, uint32(c.B) * a / 0xffff, a
}

func (c Alpha) RGBA() (r, g, b, a uint32) {
	a = wide(c.A)
	return a, a, a, a
}

func (c Alpha16) RGBA() (r, g, b, a uint32) {
	a = uint32(c.A)
	return a, a, a, a
}

func (c Gray) RGBA() (r, g, b, a uint32) {
	y := wide(c.Y)
	return y, y, y, 0xffff
}

func (c Gray16) RGBA() (r, g, b, a uint32) {
	y := uint32(c.Y)
	return y, y, y, 0xffff
}

// Model converts any color into one of its own, as near as that has one.
type Model interface {
	Convert(c Color) Color
}

type modelFunc struct {
	f func(Color) Color
}

func (m *modelFunc) Convert(c Color) Color { return m.f(c) }

// ModelFunc returns a model that converts by f.
func ModelFunc(f func(Color) Color) Model { return &modelFunc{f} }

// The models of the types of colors.
var (
	RGBAModel    Model = ModelFunc(toRGBA)
	RGBA64Model  Model = ModelFunc(toRGBA64)
	NRGBAModel   Model = ModelFunc(toNRGBA)
	NRGBA64Model Model = ModelFunc(toNRGBA64)
	AlphaModel   Model = ModelFunc(toAlpha)
	Alpha16Model Model = ModelFunc(toAlpha16)
	GrayModel    Model = ModelFunc(toGray)
	Gray16Model  Model = ModelFunc(toGray16)
)

func toRGBA(c Color) Color {
	if _, is := c.(RGBA); is {
		return c
	}
	r, g, b, a := c.RGBA()
	return RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
}

func toRGBA64(c Color) Color {
	if _, is := c.(RGBA64); is {
		return c
	}
	r, g, b, a := c.RGBA()
	return RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

// straight takes alpha out of the other parts.
func straight(c Color) (r, g, b, a uint32) {
	r, g, b, a = c.RGBA()
	switch a {
	case 0:
		return 0, 0, 0, 0
	case 0xffff:
		return r, g, b, a
	}
	return r * 0xffff / a, g * 0xffff / a, b * 0xffff / a, a
}

func toNRGBA(c Color) Color {
	if _, is := c.(NRGBA); is {
		return c
	}
	r, g, b, a := straight(c)
	return NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
}

func toNRGBA64(c Color) Color {
	if _, is := c.(NRGBA64); is {
		return c
	}
	r, g, b, a := straight(c)
	return NRGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

func toAlpha(c Color) Color {
	if _, is := c.(Alpha); is {
		return c
	}
	_, _, _, a := c.RGBA()
	return Alpha{uint8(a >> 8)}
}

func toAlpha16(c Color) Color {
	if _, is := c.(Alpha16); is {
		return c
	}
	_, _, _, a := c.RGBA()
	return Alpha16{uint16(a)}
}

// luma is how light a color is, in 32 bits: the weights are JFIF's, in 65536ths.
func luma(c Color) uint32 {
	r, g, b, _ := c.RGBA()
	return 19595*r + 38470*g + 7471*b + 1<<15
}

func toGray(c Color) Color {
	if _, is := c.(Gray); is {
		return c
	}
	return Gray{uint8(luma(c) >> 24)}
}

func toGray16(c Color) Color {
	if _, is := c.(Gray16); is {
		return c
	}
	return Gray16{uint16(luma(c) >> 16)}
}

// Palette is a list of colors, and the model that has only these.
type Palette []Color

// Convert returns the color of p nearest to c; nil if p has none.
func (p Palette) Convert(c Color) Color {
	if len(p) == 0 {
		return nil
	}
	return p[p.Index(c)]
}

// Index returns the index of the color of p nearest to c, the first one of several.
func (p Palette) Index(c Color) int {
	r, g, b, a := c.RGBA()
	best, least := 0, uint32(1<<32-1)
	for i, each := range p {
		r2, g2, b2, a2 := each.RGBA()
		distance := squared(r, r2) + squared(g, g2) + squared(b, b2) + squared(a, a2)
		if distance < least {
			best, least = i, distance
			if distance == 0 {
				break
			}
		}
	}
	return best
}

// squared is a fourth of the difference's square, so that four of them make 32 bits.
func squared(x, y uint32) uint32 {
	difference := x - y
	return difference * difference >> 2
}
