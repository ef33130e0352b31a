package image

import "image/color"

// NRGBA is an image of colors of 8 bits a part, the parts not multiplied by alpha.
type NRGBA struct {
	Pix    []uint8 // row by row, one byte a part
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewNRGBA returns an image with the bounds r, its bytes zero.
func NewNRGBA(r Rectangle) *NRGBA {
	return &NRGBA{pixels(4, r, "NewNRGBA"), 4 * r.Dx(), r}
}

func (p *NRGBA) ColorModel() color.Model { return color.NRGBAModel }

func (p *NRGBA) Bounds() Rectangle { return p.Rect }

func (p *NRGBA) At(x, y int) color.Color { return p.NRGBAAt(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *NRGBA) RGBA64At(x, y int) color.RGBA64 {
	return rgba64(p.NRGBAAt(x, y).RGBA())
}

// NRGBAAt returns the color at x, y; the zero one outside.
func (p *NRGBA) NRGBAAt(x, y int) color.NRGBA {
	if !(Point{x, y}).In(p.Rect) {
		return color.NRGBA{}
	}
	i := p.PixOffset(x, y)
	return color.NRGBA{p.Pix[i], p.Pix[i+1], p.Pix[i+2], p.Pix[i+3]}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *NRGBA) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 4, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *NRGBA) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetNRGBA(x, y, color.NRGBAModel.Convert(c).(color.NRGBA))
	}
}

// SetRGBA64 is Set without objects.
func (p *NRGBA) SetRGBA64(x, y int, c color.RGBA64) {
	n := straight(c)
	p.SetNRGBA(x, y, color.NRGBA{uint8(n.R >> 8), uint8(n.G >> 8), uint8(n.B >> 8), uint8(n.A >> 8)})
}

// SetNRGBA sets the color at x, y; outside it does nothing.
func (p *NRGBA) SetNRGBA(x, y int, c color.NRGBA) {
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
func (p *NRGBA) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &NRGBA{}
	}
	return &NRGBA{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque reports whether p can be seen through nowhere.
func (p *NRGBA) Opaque() bool { return opaque(p.Pix, p.Rect, p.Stride, 4, 1) }

// NRGBA64 is an image of colors of 16 bits a part, the parts not multiplied by alpha.
type NRGBA64 struct {
	Pix    []uint8 // row by row, the more significant byte of a part first
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewNRGBA64 returns an image with the bounds r, its bytes zero.
func NewNRGBA64(r Rectangle) *NRGBA64 {
	return &NRGBA64{pixels(8, r, "NewNRGBA64"), 8 * r.Dx(), r}
}

func (p *NRGBA64) ColorModel() color.Model { return color.NRGBA64Model }

func (p *NRGBA64) Bounds() Rectangle { return p.Rect }

func (p *NRGBA64) At(x, y int) color.Color { return p.NRGBA64At(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *NRGBA64) RGBA64At(x, y int) color.RGBA64 {
	return rgba64(p.NRGBA64At(x, y).RGBA())
}

// NRGBA64At returns the color at x, y; the zero one outside.
func (p *NRGBA64) NRGBA64At(x, y int) color.NRGBA64 {
	if !(Point{x, y}).In(p.Rect) {
		return color.NRGBA64{}
	}
	i := p.PixOffset(x, y)
	return color.NRGBA64{get16(p.Pix, i), get16(p.Pix, i+2), get16(p.Pix, i+4), get16(p.Pix, i+6)}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *NRGBA64) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 8, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *NRGBA64) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetNRGBA64(x, y, color.NRGBA64Model.Convert(c).(color.NRGBA64))
	}
}

// SetRGBA64 is Set without objects.
func (p *NRGBA64) SetRGBA64(x, y int, c color.RGBA64) {
	p.SetNRGBA64(x, y, straight(c))
}

// SetNRGBA64 sets the color at x, y; outside it does nothing.
func (p *NRGBA64) SetNRGBA64(x, y int, c color.NRGBA64) {
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
func (p *NRGBA64) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &NRGBA64{}
	}
	return &NRGBA64{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque reports whether p can be seen through nowhere.
func (p *NRGBA64) Opaque() bool { return opaque(p.Pix, p.Rect, p.Stride, 8, 2) }
