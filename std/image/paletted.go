package image

import "image/color"

// Paletted is an image of colors of a palette.
type Paletted struct {
	Pix     []uint8 // row by row, the index of the color of each pixel
	Stride  int     // bytes from one row to the next
	Rect    Rectangle
	Palette color.Palette
}

// NewPaletted returns an image with the bounds r and the palette p, all of the first color.
func NewPaletted(r Rectangle, p color.Palette) *Paletted {
	return &Paletted{pixels(1, r, "NewPaletted"), r.Dx(), r, p}
}

func (p *Paletted) ColorModel() color.Model { return p.Palette }

func (p *Paletted) Bounds() Rectangle { return p.Rect }

// At returns the color at x, y; outside the first one of the palette, which is nil if there is none.
func (p *Paletted) At(x, y int) color.Color {
	if len(p.Palette) == 0 {
		return nil
	}
	return p.Palette[p.ColorIndexAt(x, y)]
}

// RGBA64At is the method of RGBA64Image.
func (p *Paletted) RGBA64At(x, y int) color.RGBA64 {
	if len(p.Palette) == 0 {
		return color.RGBA64{}
	}
	return rgba64(p.Palette[p.ColorIndexAt(x, y)].RGBA())
}

// PixOffset returns where the pixel at x, y is in Pix.
func (p *Paletted) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 1, x, y) }

// Set makes the color at x, y the one of the palette that is nearest to c; outside it does nothing.
func (p *Paletted) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.Pix[p.PixOffset(x, y)] = uint8(p.Palette.Index(c))
	}
}

// SetRGBA64 is Set for a color of one type.
func (p *Paletted) SetRGBA64(x, y int, c color.RGBA64) { p.Set(x, y, c) }

// ColorIndexAt returns the index of the color at x, y; 0 outside.
func (p *Paletted) ColorIndexAt(x, y int) uint8 {
	if !(Point{x, y}).In(p.Rect) {
		return 0
	}
	return p.Pix[p.PixOffset(x, y)]
}

// SetColorIndex sets the index of the color at x, y; outside it does nothing.
func (p *Paletted) SetColorIndex(x, y int, index uint8) {
	if (Point{x, y}).In(p.Rect) {
		p.Pix[p.PixOffset(x, y)] = index
	}
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *Paletted) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &Paletted{Palette: p.Palette}
	}
	return &Paletted{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r, p.Palette}
}

// Opaque reports whether p can be seen through nowhere, as far as the colors it has say.
func (p *Paletted) Opaque() bool {
	var used [256]bool
	for y := range max(p.Rect.Dy(), 0) {
		for _, index := range p.Pix[y*p.Stride:][:max(p.Rect.Dx(), 0)] {
			used[index] = true
		}
	}
	for i, c := range p.Palette {
		if !used[i] {
			continue
		}
		if _, _, _, a := c.RGBA(); a != 0xffff {
			return false
		}
	}
	return true
}

// Uniform is an image without end that has one color. It is a color and a model as well.
type Uniform struct {
	C color.Color
}

// NewUniform returns the image that has the color c everywhere.
func NewUniform(c color.Color) *Uniform { return &Uniform{c} }

// Images of one color.
var (
	Black       = NewUniform(color.Black)
	White       = NewUniform(color.White)
	Transparent = NewUniform(color.Transparent)
	Opaque      = NewUniform(color.Opaque)
)

func (c *Uniform) RGBA() (r, g, b, a uint32) { return c.C.RGBA() }

func (c *Uniform) ColorModel() color.Model { return c }

// Convert is the method of color.Model: any color becomes the one there is.
func (c *Uniform) Convert(color.Color) color.Color { return c.C }

func (c *Uniform) Bounds() Rectangle {
	const far = 1e9
	return Rectangle{Point{-far, -far}, Point{far, far}}
}

func (c *Uniform) At(x, y int) color.Color { return c.C }

// RGBA64At is the method of RGBA64Image.
func (c *Uniform) RGBA64At(x, y int) color.RGBA64 { return rgba64(c.C.RGBA()) }

// Opaque reports whether the color cannot be seen through.
func (c *Uniform) Opaque() bool {
	_, _, _, a := c.C.RGBA()
	return a == 0xffff
}
