package image

import "image/color"

// YCbCrSubsampleRatio says for how many pixels there is one chroma.
type YCbCrSubsampleRatio int

const (
	YCbCrSubsampleRatio444 YCbCrSubsampleRatio = iota // one
	YCbCrSubsampleRatio422                            // two in a row
	YCbCrSubsampleRatio420                            // two in a row, of two rows
	YCbCrSubsampleRatio440                            // one of two rows
	YCbCrSubsampleRatio411                            // four in a row
	YCbCrSubsampleRatio410                            // four in a row, of two rows
)

// ratios has the names, and the width and height of the pixels that share a chroma.
var ratios = [...]struct {
	name          string
	width, height int
}{
	YCbCrSubsampleRatio444: {"444", 1, 1},
	YCbCrSubsampleRatio422: {"422", 2, 1},
	YCbCrSubsampleRatio420: {"420", 2, 2},
	YCbCrSubsampleRatio440: {"440", 1, 2},
	YCbCrSubsampleRatio411: {"411", 4, 1},
	YCbCrSubsampleRatio410: {"410", 4, 2},
}

func (s YCbCrSubsampleRatio) String() string {
	if s < 0 || int(s) >= len(ratios) {
		return "YCbCrSubsampleRatioUnknown"
	}
	return "YCbCrSubsampleRatio" + ratios[s].name
}

// shared returns the width and height of the pixels that share a chroma.
func (s YCbCrSubsampleRatio) shared() (width, height int) {
	if s < 0 || int(s) >= len(ratios) {
		return 1, 1
	}
	return ratios[s].width, ratios[s].height
}

// chromas returns how many chromas there are in a row, and how many rows of them.
func (s YCbCrSubsampleRatio) chromas(r Rectangle) (width, height int) {
	w, h := s.shared()
	return (r.Max.X+w-1)/w - r.Min.X/w, (r.Max.Y+h-1)/h - r.Min.Y/h
}

// YCbCr is an image of lumas and chromas of 8 bits, where several pixels may share the chromas.
type YCbCr struct {
	Y, Cb, Cr      []uint8
	YStride        int // bytes from one row of Y to the next
	CStride        int // bytes from one row of Cb and of Cr to the next
	SubsampleRatio YCbCrSubsampleRatio
	Rect           Rectangle
}

// NewYCbCr returns an image with the bounds r, all zero.
func NewYCbCr(r Rectangle, subsampleRatio YCbCrSubsampleRatio) *YCbCr {
	width, height, cw, ch := r.Dx(), r.Dy(), 0, 0
	total := -1
	if product(1, width, height) >= 0 {
		cw, ch = subsampleRatio.chromas(r)
		total = sum(product(1, width, height), product(2, cw, ch))
	}
	if total < 0 {
		panic("image: NewYCbCr Rectangle has huge or negative dimensions")
	}
	p := &YCbCr{YStride: width, CStride: cw, SubsampleRatio: subsampleRatio, Rect: r}
	p.split(make([]byte, total), width*height, cw*ch)
	return p
}

// sum adds numbers; it is negative if one of them is, or if it is too large.
func sum(numbers ...int) int {
	total := 0
	for _, n := range numbers {
		if n < 0 || total+n < 0 {
			return -1
		}
		total += n
	}
	return total
}

// split makes the planes one after the other of the same bytes, and returns the rest.
func (p *YCbCr) split(pix []byte, lumas, chromas int) []byte {
	for _, plane := range []struct {
		to   *[]uint8
		size int
	}{{&p.Y, lumas}, {&p.Cb, chromas}, {&p.Cr, chromas}} {
		*plane.to = pix[:plane.size:plane.size]
		pix = pix[plane.size:]
	}
	return pix
}

func (p *YCbCr) ColorModel() color.Model { return color.YCbCrModel }

func (p *YCbCr) Bounds() Rectangle { return p.Rect }

func (p *YCbCr) At(x, y int) color.Color { return p.YCbCrAt(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *YCbCr) RGBA64At(x, y int) color.RGBA64 { return rgba64(p.YCbCrAt(x, y).RGBA()) }

// YCbCrAt returns the color at x, y; the zero one outside.
func (p *YCbCr) YCbCrAt(x, y int) color.YCbCr {
	if !(Point{x, y}).In(p.Rect) {
		return color.YCbCr{}
	}
	c := p.COffset(x, y)
	return color.YCbCr{p.Y[p.YOffset(x, y)], p.Cb[c], p.Cr[c]}
}

// YOffset returns where the luma of the pixel at x, y is in Y.
func (p *YCbCr) YOffset(x, y int) int { return offset(p.Rect, p.YStride, 1, x, y) }

// COffset returns where the chromas of the pixel at x, y are in Cb and Cr.
func (p *YCbCr) COffset(x, y int) int {
	w, h := p.SubsampleRatio.shared()
	return (y/h-p.Rect.Min.Y/h)*p.CStride + x/w - p.Rect.Min.X/w
}

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *YCbCr) SubImage(r Rectangle) Image {
	part := p.part(r)
	return &part
}

func (p *YCbCr) part(r Rectangle) YCbCr {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return YCbCr{SubsampleRatio: p.SubsampleRatio}
	}
	c := p.COffset(r.Min.X, r.Min.Y)
	return YCbCr{p.Y[p.YOffset(r.Min.X, r.Min.Y):], p.Cb[c:], p.Cr[c:], p.YStride, p.CStride, p.SubsampleRatio, r}
}

// Opaque returns true.
func (p *YCbCr) Opaque() bool { return true }

// NYCbCrA is a YCbCr whose pixels have degrees of opacity as well, by which the others are not multiplied.
type NYCbCrA struct {
	YCbCr
	A       []uint8
	AStride int // bytes from one row of A to the next
}

// NewNYCbCrA returns an image with the bounds r, all zero.
func NewNYCbCrA(r Rectangle, subsampleRatio YCbCrSubsampleRatio) *NYCbCrA {
	width, height, cw, ch := r.Dx(), r.Dy(), 0, 0
	total := -1
	if product(2, width, height) >= 0 {
		cw, ch = subsampleRatio.chromas(r)
		total = sum(product(2, width, height), product(2, cw, ch))
	}
	if total < 0 {
		panic("image: NewNYCbCrA Rectangle has huge or negative dimension")
	}
	p := &NYCbCrA{YCbCr: YCbCr{YStride: width, CStride: cw, SubsampleRatio: subsampleRatio, Rect: r}, AStride: width}
	p.A = p.split(make([]byte, total), width*height, cw*ch)
	return p
}

func (p *NYCbCrA) ColorModel() color.Model { return color.NYCbCrAModel }

func (p *NYCbCrA) At(x, y int) color.Color { return p.NYCbCrAAt(x, y) }

// RGBA64At is the method of RGBA64Image.
func (p *NYCbCrA) RGBA64At(x, y int) color.RGBA64 { return rgba64(p.NYCbCrAAt(x, y).RGBA()) }

// NYCbCrAAt returns the color at x, y; the zero one outside.
func (p *NYCbCrA) NYCbCrAAt(x, y int) color.NYCbCrA {
	if !(Point{x, y}).In(p.Rect) {
		return color.NYCbCrA{}
	}
	return color.NYCbCrA{p.YCbCrAt(x, y), p.A[p.AOffset(x, y)]}
}

// AOffset returns where the opacity of the pixel at x, y is in A.
func (p *NYCbCrA) AOffset(x, y int) int { return offset(p.Rect, p.AStride, 1, x, y) }

// SubImage returns the part of p inside of r, which shares p's pixels.
func (p *NYCbCrA) SubImage(r Rectangle) Image {
	r = r.Intersect(p.Rect)
	if r.Empty() {
		return &NYCbCrA{YCbCr: p.part(r)}
	}
	return &NYCbCrA{p.part(r), p.A[p.AOffset(r.Min.X, r.Min.Y):], p.AStride}
}

// Opaque reports whether p can be seen through nowhere.
func (p *NYCbCrA) Opaque() bool { return opaque(p.A, p.Rect, p.AStride, 1, 1) }
