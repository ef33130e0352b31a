package image

import "image/color"

// Alpha is an image of degrees of opacity of 8 bits.
type Alpha struct {
	Pix    []uint8 // row by row, one byte a part
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewAlpha returns an image with the bounds r, its bytes zero.
func NewAlpha(r Rectangle) *Alpha {
	return &Alpha{pixels(1, r, "NewAlpha"), r.Dx(), r}
}

func (p *Alpha) ColorModel() color.Model { return color.AlphaModel }

func (p *Alpha) Bounds() Rectangle { return p.Rect }

func (p *Alpha) At(x, y int) color.Color { return p.AlphaAt(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *Alpha) RGBA64At(x, y int) color.RGBA64 {
	a := wide(p.AlphaAt(x, y).A)
	return color.RGBA64{a, a, a, a}
}

// AlphaAt returns the color at x, y; the zero one outside.
func (p *Alpha) AlphaAt(x, y int) color.Alpha {
	if !(Point{x, y}).In(p.Rect) {
		return color.Alpha{}
	}
	i := p.PixOffset(x, y)
	return color.Alpha{p.Pix[i]}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *Alpha) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 1, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *Alpha) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetAlpha(x, y, color.AlphaModel.Convert(c).(color.Alpha))
	}
}

// SetRGBA64 is Set without objects.
func (p *Alpha) SetRGBA64(x, y int, c color.RGBA64) {
	p.SetAlpha(x, y, color.Alpha{uint8(c.A >> 8)})
}

// SetAlpha sets the color at x, y; outside it does nothing.
func (p *Alpha) SetAlpha(x, y int, c color.Alpha) {
	if !(Point{x, y}).In(p.Rect) {
		return
	}
	i := p.PixOffset(x, y)
	p.Pix[i] = c.A
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *Alpha) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &Alpha{}
	}
	return &Alpha{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque reports whether p can be seen through nowhere.
func (p *Alpha) Opaque() bool { return opaque(p.Pix, p.Rect, p.Stride, 1, 1) }

// Alpha16 is an image of degrees of opacity of 16 bits.
type Alpha16 struct {
	Pix    []uint8 // row by row, the more significant byte of a part first
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewAlpha16 returns an image with the bounds r, its bytes zero.
func NewAlpha16(r Rectangle) *Alpha16 {
	return &Alpha16{pixels(2, r, "NewAlpha16"), 2 * r.Dx(), r}
}

func (p *Alpha16) ColorModel() color.Model { return color.Alpha16Model }

func (p *Alpha16) Bounds() Rectangle { return p.Rect }

func (p *Alpha16) At(x, y int) color.Color { return p.Alpha16At(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *Alpha16) RGBA64At(x, y int) color.RGBA64 {
	a := p.Alpha16At(x, y).A
	return color.RGBA64{a, a, a, a}
}

// Alpha16At returns the color at x, y; the zero one outside.
func (p *Alpha16) Alpha16At(x, y int) color.Alpha16 {
	if !(Point{x, y}).In(p.Rect) {
		return color.Alpha16{}
	}
	i := p.PixOffset(x, y)
	return color.Alpha16{get16(p.Pix, i)}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *Alpha16) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 2, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *Alpha16) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetAlpha16(x, y, color.Alpha16Model.Convert(c).(color.Alpha16))
	}
}

// SetRGBA64 is Set without objects.
func (p *Alpha16) SetRGBA64(x, y int, c color.RGBA64) {
	p.SetAlpha16(x, y, color.Alpha16{c.A})
}

// SetAlpha16 sets the color at x, y; outside it does nothing.
func (p *Alpha16) SetAlpha16(x, y int, c color.Alpha16) {
	if !(Point{x, y}).In(p.Rect) {
		return
	}
	i := p.PixOffset(x, y)
	put16(p.Pix, i, c.A)
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *Alpha16) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &Alpha16{}
	}
	return &Alpha16{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque reports whether p can be seen through nowhere.
func (p *Alpha16) Opaque() bool { return opaque(p.Pix, p.Rect, p.Stride, 2, 2) }
