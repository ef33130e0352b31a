package draw

import (
	"image"
	"image/color"
)

// FloydSteinberg is Src for images that have few colors: what a pixel's color differs from the one wanted is given to
// the pixels to the right and below. R. W. Floyd, L. Steinberg, "An Adaptive Algorithm for Spatial Grey Scale", 1976.
var FloydSteinberg Drawer = floydSteinberg{}

type floydSteinberg struct{}

// parts of a color, or of a difference: red, green, blue, alpha.
type parts [4]int32

func partsOf(r, g, b, a uint32) parts { return parts{int32(r), int32(g), int32(b), int32(a)} }

// add adds a share of a difference, in sixteenths.
func (p *parts) add(difference parts, share int32) {
	for i := range p {
		p[i] += difference[i] * share
	}
}

func (floydSteinberg) Draw(dst Image, r image.Rectangle, src image.Image, sp image.Point) {
	clip(dst, &r, src, &sp, nil, nil)
	if r.Empty() {
		return
	}
	// What pixels of this row and the next are given, in sixteenths; a place on each side is outside.
	now, next := make([]parts, r.Dx()+2), make([]parts, r.Dx()+2)
	for y := range r.Dy() {
		for x := range r.Dx() {
			wanted := partsOf(src.At(sp.X+x, sp.Y+y).RGBA())
			for i, given := range now[x+1] {
				wanted[i] = min(max(wanted[i]+given/16, 0), full)
			}
			shown := show(dst, r.Min.X+x, r.Min.Y+y, wanted)
			for i := range wanted {
				wanted[i] -= shown[i]
			}
			now[x+2].add(wanted, 7)
			next[x].add(wanted, 3)
			next[x+1].add(wanted, 5)
			next[x+2].add(wanted, 1)
		}
		now, next = next, now
		clear(next)
	}
}

// show sets a pixel to the color nearest to the one wanted, and returns it.
func show(dst Image, x, y int, wanted parts) parts {
	c := color.RGBA64{uint16(wanted[0]), uint16(wanted[1]), uint16(wanted[2]), uint16(wanted[3])}
	if p, ok := dst.(*image.Paletted); ok {
		index := p.Palette.Index(c)
		p.SetColorIndex(x, y, uint8(index))
		return partsOf(p.Palette[index].RGBA())
	}
	dst.Set(x, y, c)
	return partsOf(dst.At(x, y).RGBA())
}
