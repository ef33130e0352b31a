// Package image has images, which are rectangles of colors, and the places in them.
package image

import (
	"image/color"
	"math/bits"
)

// Config is what an image is before its pixels are known.
type Config struct {
	ColorModel    color.Model
	Width, Height int
}

// Image is a rectangle of colors, all of one model.
type Image interface {
	ColorModel() color.Model
	// Bounds is where the image is; it need not begin at 0, 0.
	Bounds() Rectangle
	At(x, y int) color.Color
}

// RGBA64Image is an image that gives its colors without making objects.
type RGBA64Image interface {
	RGBA64At(x, y int) color.RGBA64
	Image
}

// PalettedImage is an image that may have a palette, which is its model then.
type PalettedImage interface {
	ColorIndexAt(x, y int) uint8
	Image
}

// pixels makes the bytes of the image that a function makes, of so many bytes a pixel.
func pixels(size int, r Rectangle, function string) []uint8 {
	n := product(size, r.Dx(), r.Dy())
	if n < 0 {
		panic("image: " + function + " Rectangle has huge or negative dimensions")
	}
	return make([]uint8, n)
}

// product multiplies three numbers; it is negative if one of them is, or if it is too large.
func product(x, y, z int) int {
	if x < 0 || y < 0 || z < 0 {
		return -1
	}
	high, low := bits.Mul64(uint64(x), uint64(y))
	if high != 0 {
		return -1
	}
	high, low = bits.Mul64(low, uint64(z))
	if high != 0 || low > 1<<63-1 {
		return -1
	}
	return int(low)
}

// offset is where the pixel at x, y begins in the bytes of an image.
func offset(r Rectangle, stride, size, x, y int) int {
	return (y-r.Min.Y)*stride + (x-r.Min.X)*size
}

// opaque reports whether the last bytes of all pixels are 0xff: so many of the size bytes that each has.
func opaque(pix []uint8, r Rectangle, stride, size, last int) bool {
	for y := range max(r.Dy(), 0) {
		row := pix[y*stride:]
		for x := range max(r.Dx(), 0) {
			for i := size - last; i < size; i++ {
				if row[x*size+i] != 0xff {
					return false
				}
			}
		}
	}
	return true
}

// wide makes 16 bits of 8: 0xff becomes 0xffff.
func wide(part uint8) uint16 { return uint16(part) * 0x101 }

// get16 and put16 have the more significant byte first.
func get16(pix []uint8, i int) uint16 { return uint16(pix[i])<<8 | uint16(pix[i+1]) }

func put16(pix []uint8, i int, v uint16) {
	pix[i] = uint8(v >> 8)
	pix[i+1] = uint8(v)
}

// rgba64 makes a color of what its method RGBA returns.
func rgba64(r, g, b, a uint32) color.RGBA64 {
	return color.RGBA64{uint16(r), uint16(g), uint16(b), uint16(a)}
}

// straight takes alpha out of the other parts.
func straight(c color.RGBA64) color.NRGBA64 {
	if c.A == 0 {
		return color.NRGBA64{}
	}
	part := func(v uint16) uint16 { return uint16(uint32(v) * 0xffff / uint32(c.A)) }
	return color.NRGBA64{part(c.R), part(c.G), part(c.B), c.A}
}

// luma is how light a color is, in 32 bits, as color.GrayModel has it.
func luma(c color.RGBA64) uint32 {
	return 19595*uint32(c.R) + 38470*uint32(c.G) + 7471*uint32(c.B) + 1<<15
}
