// Package jpeg reads and writes images of the format JPEG, ITU-T T.81.
package jpeg

import (
	"image"
	"image/color"
	"image/draw"
	"io"
)

// FormatError is the error for data that is no JPEG.
type FormatError string

func (e FormatError) Error() string { return "invalid JPEG format: " + string(e) }

// UnsupportedError is the error for what a JPEG can have and is not read here.
type UnsupportedError string

func (e UnsupportedError) Error() string { return "unsupported JPEG feature: " + string(e) }

const errRatio = UnsupportedError("luma/chroma subsampling ratio")

// Reader was what Decode wanted; any io.Reader will do.
//
// Deprecated: nothing uses it.
type Reader interface {
	io.ByteReader
	io.Reader
}

// The marks that segments begin with.
const (
	markBaseline    = 0xc0
	markExtended    = 0xc1
	markProgressive = 0xc2
	markCodes       = 0xc4
	markRestart     = 0xd0 // and seven more
	markRestart7    = 0xd7
	markBegin       = 0xd8
	markEnd         = 0xd9
	markScan        = 0xda
	markQuantities  = 0xdb
	markInterval    = 0xdd
	markApp0        = 0xe0
	markApp14       = 0xee
	markApp15       = 0xef
	markComment     = 0xfe
)

const (
	dcTable       = 0
	acTable       = 1
	maxTable      = 3 // of a kind
	maxComponents = 4
)

// component is one of the colors.
type component struct {
	h, v             int   // blocks in each direction that are together
	id               uint8 // by which scans name it
	quantities       uint8 // its table
	expandH, expandV int   // pixels of the image for one of its own
}

// natural has the place of each coefficient in a block, in the order in which they are written.
var natural = [blockSize]int{
	0, 1, 8, 16, 9, 2, 3, 10,
	17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34,
	27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36,
	29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46,
	53, 60, 61, 54, 47, 55, 62, 63,
}

// decoder reads one image.
type decoder struct {
	in            input
	width, height int

	gray        *image.Gray
	colored     *image.YCbCr
	black       []byte // of four components the last
	blackStride int

	flexible   bool // components have sizes that image.YCbCr has not: their pixels are copied
	maxH, maxV int  // of the components

	interval   int // of restarts
	components int // how many there are

	baseline    bool
	progressive bool

	jfif        bool
	adobe       bool
	transform   uint8  // that Adobe says
	emptyBlocks uint16 // that follow, of a band

	comp         [maxComponents]component
	coefficients [maxComponents][]block // between the scans of a progressive image
	codes        [acTable + 1][maxTable + 1]codes
	quantities   [maxTable + 1]block
	tmp          [2 * blockSize]byte
}

// readFrame reads the segment with the sizes.
func (d *decoder) readFrame(n int) error {
	if d.components != 0 {
		return FormatError("multiple SOF markers")
	}
	switch n {
	case 6 + 3*1, 6 + 3*3, 6 + 3*4:
		d.components = (n - 6) / 3
	default:
		return UnsupportedError("number of components")
	}
	if err := d.in.read(d.tmp[:n]); err != nil {
		return err
	}
	if d.tmp[0] != 8 {
		return UnsupportedError("precision")
	}
	d.height = int(d.tmp[1])<<8 | int(d.tmp[2])
	d.width = int(d.tmp[3])<<8 | int(d.tmp[4])
	if int(d.tmp[5]) != d.components {
		return FormatError("SOF has wrong length")
	}
	for i := range d.components {
		if err := d.readComponent(i, d.tmp[6+3*i:]); err != nil {
			return err
		}
	}
	all := d.comp[:d.components]
	for i := range all {
		c := &all[i]
		if d.components == 3 && (d.maxH%c.h != 0 || d.maxV%c.v != 0) {
			return errRatio
		}
		c.expandH, c.expandV = d.maxH/c.h, d.maxV/c.v
	}
	return nil
}

func (d *decoder) readComponent(i int, b []byte) error {
	c := &d.comp[i]
	c.id = b[0]
	for _, other := range d.comp[:i] {
		if c.id == other.id {
			return FormatError("repeated component identifier")
		}
	}
	if c.quantities = b[2]; c.quantities > maxTable {
		return FormatError("bad Tq value")
	}
	h, v := int(b[1]>>4), int(b[1]&15)
	if h < 1 || 4 < h || v < 1 || 4 < v {
		return FormatError("luma/chroma subsampling ratio")
	}
	if h == 3 || v == 3 {
		return errRatio
	}
	switch {
	case d.components == 1:
		h, v = 1, 1 // of one component, blocks are not put together
	case d.components == 3:
	case i == 0 && (h != v || h == 4), (i == 1 || i == 2) && b[1] != 0x11, i == 3 && (d.comp[0].h != h || d.comp[0].v != v):
		return errRatio
	}
	d.maxH, d.maxV = max(d.maxH, h), max(d.maxV, v)
	c.h, c.v = h, v
	return nil
}

// readQuantities reads a segment with what coefficients are multiplied by.
func (d *decoder) readQuantities(n int) error {
	for n > 0 {
		n--
		head, err := d.in.readByte()
		if err != nil {
			return err
		}
		if head&15 > maxTable {
			return FormatError("bad Tq value")
		}
		wide := int(head >> 4)
		if wide > 1 {
			return FormatError("bad Pq value")
		}
		size := blockSize << wide
		if n < size {
			return wrongLength(n)
		}
		n -= size
		if err := d.in.read(d.tmp[:size]); err != nil {
			return err
		}
		table := &d.quantities[head&15]
		for i := range table {
			if wide == 0 {
				table[i] = int32(d.tmp[i])
			} else {
				table[i] = int32(d.tmp[2*i])<<8 | int32(d.tmp[2*i+1])
			}
		}
	}
	return nil
}

// wrongLength is the error for a table that ends too early, if there is something of it.
func wrongLength(n int) error {
	if n == 0 {
		return nil
	}
	return FormatError("DQT has wrong length")
}

func (d *decoder) readInterval(n int) error {
	if n != 2 {
		return FormatError("DRI has wrong length")
	}
	err := d.in.read(d.tmp[:2])
	if err == nil {
		d.interval = int(d.tmp[0])<<8 | int(d.tmp[1])
	}
	return err
}

// readApp reads the beginning of a program's own segment, if it is as long as size, and leaves the rest out.
func (d *decoder) readApp(n, size int, found func(b []byte)) error {
	if n >= size {
		if err := d.in.read(d.tmp[:size]); err != nil {
			return err
		}
		found(d.tmp[:size])
		if n -= size; n == 0 {
			return nil
		}
	}
	return d.in.skip(n)
}

// nextMark finds the next mark.
func (d *decoder) nextMark() (mark byte, err error) {
	if err = d.in.read(d.tmp[:2]); err != nil {
		return 0, err
	}
	// What stands before it has no meaning.
	for d.tmp[0] != 0xff {
		d.tmp[0] = d.tmp[1]
		if d.tmp[1], err = d.in.readByte(); err != nil {
			return 0, err
		}
	}
	for mark = d.tmp[1]; mark == 0xff; {
		if mark, err = d.in.readByte(); err != nil {
			return 0, err
		}
	}
	return mark, nil
}

// decode reads an image, or only its frame if nothing else is wanted.
func (d *decoder) decode(r io.Reader, frameOnly bool) (image.Image, error) {
	d.in.r = r
	if err := d.in.read(d.tmp[:2]); err != nil {
		return nil, err
	}
	if d.tmp[0] != 0xff || d.tmp[1] != markBegin {
		return nil, FormatError("missing SOI marker")
	}
	for {
		mark, err := d.nextMark()
		if err != nil {
			return nil, err
		}
		if mark == markEnd {
			break
		}
		if mark == 0 || markRestart <= mark && mark <= markRestart7 {
			continue
		}
		if err = d.in.read(d.tmp[:2]); err != nil {
			return nil, err
		}
		n := int(d.tmp[0])<<8 + int(d.tmp[1]) - 2
		if n < 0 {
			return nil, FormatError("short segment length")
		}
		if frameOnly && mark == markScan {
			return nil, nil
		}
		err = d.segment(mark, n, frameOnly)
		isFrame := mark == markBaseline || mark == markExtended || mark == markProgressive
		if err != nil || frameOnly && isFrame && d.jfif {
			return nil, err
		}
	}
	if d.progressive {
		if err := d.reconstructAll(); err != nil {
			return nil, err
		}
	}
	switch {
	case d.gray != nil:
		return d.gray, nil
	case d.black != nil:
		return d.withBlack()
	case d.colored == nil:
		return nil, FormatError("missing SOS marker")
	case d.isRGB():
		return d.toRGB()
	}
	return d.colored, nil
}

// segment reads a segment of n bytes.
func (d *decoder) segment(mark byte, n int, frameOnly bool) error {
	switch mark {
	case markBaseline, markExtended, markProgressive:
		d.baseline, d.progressive = mark == markBaseline, mark == markProgressive
		return d.readFrame(n)
	case markApp0:
		return d.readApp(n, 5, func(b []byte) { d.jfif = string(b) == "JFIF\x00" })
	case markApp14:
		return d.readApp(n, 12, func(b []byte) {
			if string(b[:5]) == "Adobe" {
				d.adobe, d.transform = true, b[11]
			}
		})
	case markScan:
		return d.readScan(n)
	case markCodes, markQuantities, markInterval:
		if frameOnly {
			return d.in.skip(n)
		}
	}
	switch {
	case mark == markCodes:
		return d.readCodes(n)
	case mark == markQuantities:
		return d.readQuantities(n)
	case mark == markInterval:
		return d.readInterval(n)
	case markApp0 <= mark && mark <= markApp15 || mark == markComment:
		return d.in.skip(n)
	case mark < markBaseline:
		return FormatError("unknown marker")
	}
	return UnsupportedError("unknown marker")
}

// withBlack returns an image of four components. What is written is the light that is not taken away.
func (d *decoder) withBlack() (image.Image, error) {
	if !d.adobe {
		return nil, UnsupportedError("unknown color model: 4-component JPEG doesn't have Adobe APP14 metadata")
	}
	bounds := d.colored.Bounds()
	if d.transform != 0 {
		// Three are written as other colors are; they are those of RGB.
		colors := image.NewRGBA(bounds)
		draw.Draw(colors, bounds, d.colored, bounds.Min, draw.Src)
		m := &image.CMYK{Pix: colors.Pix, Stride: colors.Stride, Rect: colors.Rect}
		d.invert(m, 3, d.black, d.blackStride, 1)
		return m, nil
	}
	m := image.NewCMYK(bounds)
	for i, plane := range [...][]byte{d.colored.Y, d.colored.Cb, d.colored.Cr, d.black} {
		stride := [...]int{d.colored.YStride, d.colored.CStride, d.colored.CStride, d.blackStride}[i]
		shrunk := 1
		if d.comp[i].h != d.comp[0].h || d.comp[i].v != d.comp[0].v {
			shrunk = 2
		}
		d.invert(m, i, plane, stride, shrunk)
	}
	return m, nil
}

// invert sets one of the colors of m from a plane, of which each pixel is for `shrunk` ones in both directions.
func (d *decoder) invert(m *image.CMYK, color int, plane []byte, stride, shrunk int) {
	for y := range m.Rect.Dy() {
		row := m.Pix[y*m.Stride:]
		from := plane[y/shrunk*stride:]
		for x := range m.Rect.Dx() {
			row[4*x+color] = 255 - from[x/shrunk]
		}
	}
}

// isRGB reports whether the three components are red, green and blue.
func (d *decoder) isRGB() bool {
	switch {
	case d.jfif:
		return false
	case d.adobe && d.transform == 0:
		return true
	}
	return d.comp[0].id == 'R' && d.comp[1].id == 'G' && d.comp[2].id == 'B'
}

func (d *decoder) toRGB() (image.Image, error) {
	c := &d.comp
	if c[1].h != c[2].h || c[1].v != c[2].v || c[0].h%c[1].h != 0 || c[0].v%c[1].v != 0 {
		return nil, errRatio
	}
	shrunk := c[0].h / c[1].h
	bounds := d.colored.Bounds()
	m := image.NewRGBA(bounds)
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		row := m.Pix[m.PixOffset(bounds.Min.X, y):]
		red := d.colored.Y[d.colored.YOffset(bounds.Min.X, y):]
		at := d.colored.COffset(bounds.Min.X, y)
		green, blue := d.colored.Cb[at:], d.colored.Cr[at:]
		for x := range bounds.Dx() {
			p := row[4*x : 4*x+4]
			p[0], p[1], p[2], p[3] = red[x], green[x/shrunk], blue[x/shrunk], 255
		}
	}
	return m, nil
}

// Decode reads an image: an image.Gray, YCbCr, RGBA or CMYK.
func Decode(r io.Reader) (image.Image, error) {
	var d decoder
	return d.decode(r, false)
}

// DecodeConfig reads the size and the kind of an image.
func DecodeConfig(r io.Reader) (image.Config, error) {
	var d decoder
	if _, err := d.decode(r, true); err != nil {
		return image.Config{}, err
	}
	var model color.Model
	switch {
	case d.components == 0:
		return image.Config{}, FormatError("missing SOF marker")
	case d.components == 1:
		model = color.GrayModel
	case d.components == 4:
		model = color.CMYKModel
	case d.isRGB():
		model = color.RGBAModel
	default:
		model = color.YCbCrModel
	}
	return image.Config{ColorModel: model, Width: d.width, Height: d.height}, nil
}

func init() { image.RegisterFormat("jpeg", "\xff\xd8", Decode, DecodeConfig) }
