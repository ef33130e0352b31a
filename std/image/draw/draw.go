// Package draw puts images onto images. T. Porter, T. Duff, "Compositing Digital Images", 1984.
package draw

import (
	"image"
	"image/color"
)

// full is a part of a color in full.
const full = 1<<16 - 1

// Image is an image whose pixels can be set.
type Image interface {
	image.Image
	Set(x, y int, c color.Color)
}

// RGBA64Image is an Image that gives and takes colors without making objects.
type RGBA64Image interface {
	image.RGBA64Image
	Set(x, y int, c color.Color)
	SetRGBA64(x, y int, c color.RGBA64)
}

// Quantizer makes palettes.
type Quantizer interface {
	// Quantize appends colors to p that m can be shown with, as many as there is room for.
	Quantize(p color.Palette, m image.Image) color.Palette
}

// Op is a way to put colors over others.
type Op int

const (
	// Over shows what is below where the source can be seen through.
	Over Op = iota
	// Src replaces what is below.
	Src
)

// Draw makes an Op a Drawer.
func (op Op) Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point) {
	DrawMask(dst, r, src, sp, nil, image.Point{}, op)
}

// Drawer draws src, from sp on, into the rectangle r of dst.
type Drawer interface {
	Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point)
}

// Draw draws src, from sp on, into the rectangle r of dst.
func Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point, op Op) {
	DrawMask(dst, r, src, sp, nil, image.Point{}, op)
}

// clip makes r as small as the images ask for, and moves the points with its corner.
func clip(dst Image, r *image.Rectangle, src image.Image, sp *image.Point, mask image.Image, mp *image.Point) {
	corner := r.Min
	*r = r.Intersect(dst.Bounds())
	*r = r.Intersect(src.Bounds().Add(corner.Sub(*sp)))
	if mask != nil {
		*r = r.Intersect(mask.Bounds().Add(corner.Sub(*mp)))
	}
	moved := r.Min.Sub(corner)
	*sp = sp.Add(moved)
	if mask != nil {
		*mp = mp.Add(moved)
	}
}

// DrawMask draws src, from sp on, into the rectangle r of dst, as far as the mask, from mp on, is opaque. No mask is
// opaque everywhere.
func DrawMask(dst Image, r image.Rectangle, src image.Image, sp image.Point, mask image.Image, mp image.Point, op Op) {
	clip(dst, &r, src, &sp, mask, &mp)
	if r.Empty() {
		return
	}
	if to, ok := dst.(*image.RGBA); ok && mask == nil && (op == Src || opaque(src)) {
		switch from := src.(type) {
		case *image.Uniform:
			fill(to, r, from)
			return
		case *image.RGBA:
			copyRows(to, r, from, sp)
			return
		}
	}
	p := place{dst: dst, src: src, mask: mask}
	p.dst64, _ = dst.(RGBA64Image)
	p.src64, _ = src.(image.RGBA64Image)
	p.mask64, _ = mask.(image.RGBA64Image)
	p.exact = op == Src && (p.dst64 == nil || p.src64 == nil || mask != nil && p.mask64 == nil || mask == nil && straight(dst, src))
	width, height := r.Dx(), r.Dy()
	back := backwards(dst, r, src, sp)
	for i := range height {
		for j := range width {
			x, y := j, i
			if back {
				x, y = width-1-j, height-1-i
			}
			at := image.Pt(x, y)
			p.draw(r.Min.Add(at), sp.Add(at), mp.Add(at), op)
		}
	}
}

func opaque(m image.Image) bool {
	o, knows := m.(interface{ Opaque() bool })
	return knows && o.Opaque()
}

// backwards reports whether pixels of the image itself would be overwritten before they are drawn.
func backwards(dst image.Image, r image.Rectangle, src image.Image, sp image.Point) bool {
	return dst == src && r.Overlaps(r.Add(sp.Sub(r.Min))) && (sp.Y < r.Min.Y || sp.Y == r.Min.Y && sp.X < r.Min.X)
}

// straight reports whether both images have colors that are not multiplied by alpha, of the same type: on the way by
// color.RGBA64 they would lose something.
func straight(dst Image, src image.Image) bool {
	switch dst.(type) {
	case *image.NRGBA:
		_, same := src.(*image.NRGBA)
		return same
	case *image.NRGBA64:
		_, same := src.(*image.NRGBA64)
		return same
	}
	return false
}

func fill(dst *image.RGBA, r image.Rectangle, src *image.Uniform) {
	c := color.RGBAModel.Convert(src.C).(color.RGBA)
	first := row(dst, r, r.Min.Y)
	for i := 0; i < len(first); i += 4 {
		first[i], first[i+1], first[i+2], first[i+3] = c.R, c.G, c.B, c.A
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(row(dst, r, y), first)
	}
}

// row has the bytes of m that are in a row of r.
func row(m *image.RGBA, r image.Rectangle, y int) []uint8 {
	return m.Pix[m.PixOffset(r.Min.X, y):][:4*r.Dx()]
}

func copyRows(dst *image.RGBA, r image.Rectangle, src *image.RGBA, sp image.Point) {
	from := r.Add(sp.Sub(r.Min))
	for i := range r.Dy() {
		if sp.Y < r.Min.Y {
			i = r.Dy() - 1 - i
		}
		copy(row(dst, r, r.Min.Y+i), row(src, from, from.Min.Y+i))
	}
}

// place is where pixels are drawn: the images, and the same ones if they have colors without objects.
type place struct {
	dst       Image
	src, mask image.Image
	dst64     RGBA64Image
	src64     image.RGBA64Image
	mask64    image.RGBA64Image
	exact     bool // colors that are seen in full are taken as they are
}

func colorAt(m image.Image, m64 image.RGBA64Image, at image.Point) (r, g, b, a uint32) {
	if m64 == nil {
		return m.At(at.X, at.Y).RGBA()
	}
	c := m64.RGBA64At(at.X, at.Y)
	return uint32(c.R), uint32(c.G), uint32(c.B), uint32(c.A)
}

// draw draws a pixel.
func (p *place) draw(to, from, through image.Point, op Op) {
	seen := uint32(full)
	if p.mask != nil {
		_, _, _, seen = colorAt(p.mask, p.mask64, through)
	}
	switch {
	case seen == 0:
		if op != Over {
			p.set(to, color.RGBA64{})
		}
		return
	case seen == full && p.exact:
		p.dst.Set(to.X, to.Y, p.src.At(from.X, from.Y))
		return
	}
	r, g, b, a := colorAt(p.src, p.src64, from)
	r, g, b, a = r*seen, g*seen, b*seen, a*seen
	if op == Over {
		below := full - a/full
		r2, g2, b2, a2 := colorAt(p.dst, p.dst64, to)
		r, g, b, a = r+r2*below, g+g2*below, b+b2*below, a+a2*below
	}
	p.set(to, color.RGBA64{uint16(r / full), uint16(g / full), uint16(b / full), uint16(a / full)})
}

func (p *place) set(at image.Point, c color.RGBA64) {
	if p.dst64 != nil {
		p.dst64.SetRGBA64(at.X, at.Y, c)
	} else {
		p.dst.Set(at.X, at.Y, c)
	}
}
