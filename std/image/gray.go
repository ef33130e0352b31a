package image

import "image/color"

// Gray is an image of grays of 8 bits.
type Gray struct {
	Pix    []uint8 // row by row, one byte a part
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewGray returns an image with the bounds r, its bytes zero.
func NewGray(r Rectangle) *Gray {
	return &Gray{pixels(1, r, "NewGray"), r.Dx(), r}
}

func (p *Gray) ColorModel() color.Model { return color.GrayModel }

func (p *Gray) Bounds() Rectangle { return p.Rect }

func (p *Gray) At(x, y int) color.Color { return p.GrayAt(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *Gray) RGBA64At(x, y int) color.RGBA64 {
	return rgba64(p.GrayAt(x, y).RGBA())
}

// GrayAt returns the color at x, y; the zero one outside.
func (p *Gray) GrayAt(x, y int) color.Gray {
	if !(Point{x, y}).In(p.Rect) {
		return color.Gray{}
	}
	i := p.PixOffset(x, y)
	return color.Gray{p.Pix[i]}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *Gray) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 1, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *Gray) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetGray(x, y, color.GrayModel.Convert(c).(color.Gray))
	}
}

// SetRGBA64 is Set without objects.
func (p *Gray) SetRGBA64(x, y int, c color.RGBA64) {
	p.SetGray(x, y, color.Gray{uint8(luma(c) >> 24)})
}

// SetGray sets the color at x, y; outside it does nothing.
func (p *Gray) SetGray(x, y int, c color.Gray) {
	if !(Point{x, y}).In(p.Rect) {
		return
	}
	i := p.PixOffset(x, y)
	p.Pix[i] = c.Y
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *Gray) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &Gray{}
	}
	return &Gray{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque returns true.
func (p *Gray) Opaque() bool { return true }

// Gray16 is an image of grays of 16 bits.
type Gray16 struct {
	Pix    []uint8 // row by row, the more significant byte of a part first
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewGray16 returns an image with the bounds r, its bytes zero.
func NewGray16(r Rectangle) *Gray16 {
	return &Gray16{pixels(2, r, "NewGray16"), 2 * r.Dx(), r}
}

func (p *Gray16) ColorModel() color.Model { return color.Gray16Model }

func (p *Gray16) Bounds() Rectangle { return p.Rect }

func (p *Gray16) At(x, y int) color.Color { return p.Gray16At(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *Gray16) RGBA64At(x, y int) color.RGBA64 {
	return rgba64(p.Gray16At(x, y).RGBA())
}

// Gray16At returns the color at x, y; the zero one outside.
func (p *Gray16) Gray16At(x, y int) color.Gray16 {
	if !(Point{x, y}).In(p.Rect) {
		return color.Gray16{}
	}
	i := p.PixOffset(x, y)
	return color.Gray16{get16(p.Pix, i)}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *Gray16) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 2, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *Gray16) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetGray16(x, y, color.Gray16Model.Convert(c).(color.Gray16))
	}
}

// SetRGBA64 is Set without objects.
func (p *Gray16) SetRGBA64(x, y int, c color.RGBA64) {
	p.SetGray16(x, y, color.Gray16{uint16(luma(c) >> 16)})
}

// SetGray16 sets the color at x, y; outside it does nothing.
func (p *Gray16) SetGray16(x, y int, c color.Gray16) {
	if !(Point{x, y}).In(p.Rect) {
		return
	}
	i := p.PixOffset(x, y)
	put16(p.Pix, i, c.Y)
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *Gray16) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &Gray16{}
	}
	return &Gray16{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque returns true.
func (p *Gray16) Opaque() bool { return true }
