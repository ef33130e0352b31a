package image

import "image/color"

// RGBA is an image of colors of 8 bits a part, the parts multiplied by alpha.
type RGBA struct {
	Pix    []uint8 // row by row, one byte a part
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewRGBA returns an image with the bounds r, its bytes zero.
func NewRGBA(r Rectangle) *RGBA {
	return &RGBA{pixels(4, r, "NewRGBA"), 4 * r.Dx(), r}
}

func (p *RGBA) ColorModel() color.Model { return color.RGBAModel }

func (p *RGBA) Bounds() Rectangle { return p.Rect }

func (p *RGBA) At(x, y int) color.Color { return p.RGBAAt(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *RGBA) RGBA64At(x, y int) color.RGBA64 {
	c := p.RGBAAt(x, y)
	return color.RGBA64{wide(c.R), wide(c.G), wide(c.B), wide(c.A)}
}

// RGBAAt returns the color at x, y; the zero one outside.
func (p *RGBA) RGBAAt(x, y int) color.RGBA {
	if !(Point{x, y}).In(p.Rect) {
		return color.RGBA{}
	}
	i := p.PixOffset(x, y)
	return color.RGBA{p.Pix[i], p.Pix[i+1], p.Pix[i+2], p.Pix[i+3]}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *RGBA) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 4, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *RGBA) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetRGBA(x, y, color.RGBAModel.Convert(c).(color.RGBA))
	}
}

// SetRGBA64 is Set without objects.
func (p *RGBA) SetRGBA64(x, y int, c color.RGBA64) {
	p.SetRGBA(x, y, color.RGBA{uint8(c.R >> 8), uint8(c.G >> 8), uint8(c.B >> 8), uint8(c.A >> 8)})
}

// SetRGBA sets the color at x, y; outside it does nothing.
func (p *RGBA) SetRGBA(x, y int, c color.RGBA) {
	if !(Point{x, y}).In(p.Rect) {
		return
	}
	i := p.PixOffset(x, y)
	p.Pix[i] = c.R
	p.Pix[i+1] = c.G
	p.Pix[i+2] = c.B
	p.Pix[i+3] = c.A
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *RGBA) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &RGBA{}
	}
	return &RGBA{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque reports whether p can be seen through nowhere.
func (p *RGBA) Opaque() bool { return opaque(p.Pix, p.Rect, p.Stride, 4, 1) }

// RGBA64 is an image of colors of 16 bits a part, the parts multiplied by alpha.
type RGBA64 struct {
	Pix    []uint8 // row by row, the more significant byte of a part first
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewRGBA64 returns an image with the bounds r, its bytes zero.
func NewRGBA64(r Rectangle) *RGBA64 {
	return &RGBA64{pixels(8, r, "NewRGBA64"), 8 * r.Dx(), r}
}

func (p *RGBA64) ColorModel() color.Model { return color.RGBA64Model }

func (p *RGBA64) Bounds() Rectangle { return p.Rect }

func (p *RGBA64) At(x, y int) color.Color { return p.RGBA64At(x, y) }

// RGBA64At returns the color at x, y; the zero one outside.
func (p *RGBA64) RGBA64At(x, y int) color.RGBA64 {
	if !(Point{x, y}).In(p.Rect) {
		return color.RGBA64{}
	}
	i := p.PixOffset(x, y)
	return color.RGBA64{get16(p.Pix, i), get16(p.Pix, i+2), get16(p.Pix, i+4), get16(p.Pix, i+6)}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *RGBA64) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 8, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *RGBA64) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetRGBA64(x, y, color.RGBA64Model.Convert(c).(color.RGBA64))
	}
}

// SetRGBA64 sets the color at x, y; outside it does nothing.
func (p *RGBA64) SetRGBA64(x, y int, c color.RGBA64) {
	if !(Point{x, y}).In(p.Rect) {
		return
	}
	i := p.PixOffset(x, y)
	put16(p.Pix, i, c.R)
	put16(p.Pix, i+2, c.G)
	put16(p.Pix, i+4, c.B)
	put16(p.Pix, i+6, c.A)
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *RGBA64) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &RGBA64{}
	}
	return &RGBA64{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque reports whether p can be seen through nowhere.
func (p *RGBA64) Opaque() bool { return opaque(p.Pix, p.Rect, p.Stride, 8, 2) }
