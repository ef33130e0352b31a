package image

import "image/color"

// CMYK is an image of cyan, magenta, yellow and black of 8 bits.
type CMYK struct {
	Pix    []uint8 // row by row, one byte a part
	Stride int     // bytes from one row to the next
	Rect   Rectangle
}

// NewCMYK returns an image with the bounds r, its bytes zero.
func NewCMYK(r Rectangle) *CMYK {
	return &CMYK{pixels(4, r, "NewCMYK"), 4 * r.Dx(), r}
}

func (p *CMYK) ColorModel() color.Model { return color.CMYKModel }

func (p *CMYK) Bounds() Rectangle { return p.Rect }

func (p *CMYK) At(x, y int) color.Color { return p.CMYKAt(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *CMYK) RGBA64At(x, y int) color.RGBA64 {
	return rgba64(p.CMYKAt(x, y).RGBA())
}

// CMYKAt returns the color at x, y; the zero one outside.
func (p *CMYK) CMYKAt(x, y int) color.CMYK {
	if !(Point{x, y}).In(p.Rect) {
		return color.CMYK{}
	}
	i := p.PixOffset(x, y)
	return color.CMYK{p.Pix[i], p.Pix[i+1], p.Pix[i+2], p.Pix[i+3]}
}

// PixOffset returns where the pixel at x, y begins in Pix.
func (p *CMYK) PixOffset(x, y int) int { return offset(p.Rect, p.Stride, 4, x, y) }

// Set makes the color at x, y the one that is nearest to c; outside it does nothing.
func (p *CMYK) Set(x, y int, c color.Color) {
	if (Point{x, y}).In(p.Rect) {
		p.SetCMYK(x, y, color.CMYKModel.Convert(c).(color.CMYK))
	}
}

// SetRGBA64 is Set without objects.
func (p *CMYK) SetRGBA64(x, y int, c color.RGBA64) {
	cyan, magenta, yellow, black := color.RGBToCMYK(uint8(c.R>>8), uint8(c.G>>8), uint8(c.B>>8))
	p.SetCMYK(x, y, color.CMYK{cyan, magenta, yellow, black})
}

// SetCMYK sets the color at x, y; outside it does nothing.
func (p *CMYK) SetCMYK(x, y int, c color.CMYK) {
	if !(Point{x, y}).In(p.Rect) {
		return
	}
	i := p.PixOffset(x, y)
	p.Pix[i] = c.C
	p.Pix[i+1] = c.M
	p.Pix[i+2] = c.Y
	p.Pix[i+3] = c.K
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *CMYK) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &CMYK{}
	}
	return &CMYK{p.Pix[p.PixOffset(r.Min.X, r.Min.Y):], p.Stride, r}
}

// Opaque returns true.
func (p *CMYK) Opaque() bool { return true }
