package jpeg

import (
	"bufio"
	"errors"
	"image"
	"image/color"
	"io"
	"math/bits"
)

// DefaultQuality is the quality if nothing else is said.
const DefaultQuality = 75

// Options says how an image is written.
type Options struct {
	Quality int // from 1 to 100
}

// output is what is written to.
type output interface {
	Flush() error
	io.Writer
	io.ByteWriter
}

// encoder writes one image.
type encoder struct {
	w          output
	err        error
	head       [16]byte // of a segment
	word       uint32   // its first count bits are not written yet
	count      uint32
	quantities [2][blockSize]byte
}

func (e *encoder) write(b []byte) {
	if e.err == nil {
		_, e.err = e.w.Write(b)
	}
}

func (e *encoder) writeByte(b byte) {
	if e.err == nil {
		e.err = e.w.WriteByte(b)
	}
}

// bits writes n bits; 0xff is followed by 0.
func (e *encoder) bits(value, n uint32) {
	e.count += n
	e.word |= value << (32 - e.count)
	for ; e.count >= 8; e.count -= 8 {
		b := byte(e.word >> 24)
		e.writeByte(b)
		if b == 0xff {
			e.writeByte(0)
		}
		e.word <<= 8
	}
}

// code writes the code of a value.
func (e *encoder) code(table int, value int32) {
	x := usualBits[table][value]
	e.bits(x&(1<<24-1), x>>24)
}

// number writes a coefficient behind so many zeros: the code of their number and its length, then its bits.
func (e *encoder) number(table int, zeros, value int32) {
	size, low := value, value
	if value < 0 {
		size, low = -value, value-1
	}
	n := uint32(bits.Len32(uint32(size)))
	e.code(table, zeros<<4|int32(n))
	if n > 0 {
		e.bits(uint32(low)&(1<<n-1), n)
	}
}

func (e *encoder) mark(mark byte, size int) {
	e.head[0], e.head[1], e.head[2], e.head[3] = 0xff, mark, byte(size>>8), byte(size)
	e.write(e.head[:4])
}

func (e *encoder) writeQuantities() {
	e.mark(markQuantities, 2+len(e.quantities)*(1+blockSize))
	for i := range e.quantities {
		e.writeByte(byte(i))
		e.write(e.quantities[i][:])
	}
}

func (e *encoder) writeFrame(size image.Point, components int) {
	e.mark(markBaseline, 8+3*components)
	b := append(e.head[:0], 8, byte(size.Y>>8), byte(size.Y), byte(size.X>>8), byte(size.X), byte(components))
	if components == 1 {
		b = append(b, 1, 0x11, 0)
	} else {
		b = append(b, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1)
	}
	e.write(b)
}

func (e *encoder) writeCodes(components int) {
	tables := usualCodes[:]
	if components == 1 {
		tables = tables[:2]
	}
	size := 2
	for _, t := range tables {
		size += 1 + len(t.count) + len(t.value)
	}
	e.mark(markCodes, size)
	for i, t := range tables {
		e.writeByte(byte(i&1<<4 | i>>1))
		e.write(t.count[:])
		e.write(t.value)
	}
}

// divided returns a/b, rounded.
func divided(a, b int32) int32 {
	if a < 0 {
		return -((-a + b>>1) / b)
	}
	return (a + b>>1) / b
}

// writeBlock writes a block of pixels with a kind of tables, 0 or 1, and returns its first coefficient, of which the difference to the one
// before is written.
func (e *encoder) writeBlock(b *block, kind int, before int32) int32 {
	fdct(b)
	quantities := &e.quantities[kind]
	first := divided(b[0], 8*int32(quantities[0]))
	e.number(2*kind, 0, first-before)
	zeros := int32(0)
	for i := 1; i < blockSize; i++ {
		value := divided(b[natural[i]], 8*int32(quantities[i]))
		if value == 0 {
			zeros++
			continue
		}
		for ; zeros > 15; zeros -= 16 {
			e.code(2*kind+1, 15<<4)
		}
		e.number(2*kind+1, zeros, value)
		zeros = 0
	}
	if zeros > 0 {
		e.code(2*kind+1, 0)
	}
	return first
}

// grayBlock sets the pixels from p on; beyond the image, those at its edge are repeated.
func grayBlock(m *image.Gray, p image.Point, to *block) {
	last := m.Rect.Max.Sub(image.Pt(1, 1))
	for i := range to {
		to[i] = int32(m.Pix[m.PixOffset(min(p.X+i%8, last.X), min(p.Y+i/8, last.Y))])
	}
}

// colorBlocks sets the pixels of three components from p on; beyond the image, those at its edge are repeated.
func colorBlocks(m image.Image, p image.Point, y, cb, cr *block) {
	last := m.Bounds().Max.Sub(image.Pt(1, 1))
	rgba, _ := m.(*image.RGBA)
	ycbcr, _ := m.(*image.YCbCr)
	for i := range y {
		px, py := min(p.X+i%8, last.X), min(p.Y+i/8, last.Y)
		var a, b, c uint8
		switch {
		case rgba != nil:
			pixel := rgba.Pix[rgba.PixOffset(px, py):]
			a, b, c = color.RGBToYCbCr(pixel[0], pixel[1], pixel[2])
		case ycbcr != nil:
			at := ycbcr.COffset(px, py)
			a, b, c = ycbcr.Y[ycbcr.YOffset(px, py)], ycbcr.Cb[at], ycbcr.Cr[at]
		default:
			red, green, blue, _ := m.At(px, py).RGBA()
			a, b, c = color.RGBToYCbCr(uint8(red>>8), uint8(green>>8), uint8(blue>>8))
		}
		y[i], cb[i], cr[i] = int32(a), int32(b), int32(c)
	}
}

// shrink makes one block of four, each pixel the mean of four.
func shrink(to *block, from *[4]block) {
	for i := range from {
		corner := to[i>>1*32+i&1*4:]
		for k := range 16 {
			x, y := k&3, k>>2
			four := from[i][16*y+2*x:]
			corner[8*y+x] = (four[0] + four[1] + four[8] + four[9] + 2) >> 2
		}
	}
}

// The components of a scan with their tables, and that it has all coefficients.
var (
	grayScan  = []byte{1, 1, 0, 0, 63, 0}
	colorScan = []byte{3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0}
)

func (e *encoder) writeScan(m image.Image) {
	bounds := m.Bounds()
	var b block
	if gray, ok := m.(*image.Gray); ok {
		e.mark(markScan, 8)
		e.write(grayScan)
		before := int32(0)
		for y := bounds.Min.Y; y < bounds.Max.Y; y += 8 {
			for x := bounds.Min.X; x < bounds.Max.X; x += 8 {
				grayBlock(gray, image.Pt(x, y), &b)
				before = e.writeBlock(&b, 0, before)
			}
		}
	} else {
		e.mark(markScan, 12)
		e.write(colorScan)
		var cb, cr [4]block
		var before [3]int32
		for y := bounds.Min.Y; y < bounds.Max.Y; y += 16 {
			for x := bounds.Min.X; x < bounds.Max.X; x += 16 {
				for i := range cb {
					colorBlocks(m, image.Pt(x+i&1*8, y+i>>1*8), &b, &cb[i], &cr[i])
					before[0] = e.writeBlock(&b, 0, before[0])
				}
				shrink(&b, &cb)
				before[1] = e.writeBlock(&b, 1, before[1])
				shrink(&b, &cr)
				before[2] = e.writeBlock(&b, 1, before[2])
			}
		}
	}
	// The last byte is filled with ones.
	e.bits(0x7f, 7)
}

// Encode writes m in the baseline format, an image.Gray as such, others with colors at half the size.
func Encode(w io.Writer, m image.Image, o *Options) error {
	size := m.Bounds().Size()
	if size.X >= 1<<16 || size.Y >= 1<<16 {
		return errors.New("jpeg: image is too large to encode")
	}
	var e encoder
	if out, ok := w.(output); ok {
		e.w = out
	} else {
		e.w = bufio.NewWriter(w)
	}
	quality := DefaultQuality
	if o != nil {
		quality = min(max(o.Quality, 1), 100)
	}
	percent := 200 - quality*2
	if quality < 50 {
		percent = 5000 / quality
	}
	for i := range e.quantities {
		for k := range e.quantities[i] {
			e.quantities[i][k] = byte(min(max((int(usualQuantities[i][k])*percent+50)/100, 1), 255))
		}
	}
	components := 3
	if _, ok := m.(*image.Gray); ok {
		components = 1
	}
	e.write(append(e.head[:0], 0xff, markBegin))
	e.writeQuantities()
	e.writeFrame(size, components)
	e.writeCodes(components)
	e.writeScan(m)
	e.write(append(e.head[:0], 0xff, markEnd))
	if e.err == nil {
		e.err = e.w.Flush()
	}
	return e.err
}
