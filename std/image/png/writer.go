package png

import (
	"bufio"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"io"
)

// Encoder writes images; its zero value is what Encode uses.
type Encoder struct {
	CompressionLevel CompressionLevel

	// BufferPool, if it is not nil, keeps buffers from one image for the next.
	BufferPool EncoderBufferPool
}

// CompressionLevel says whether it shall be quick or short.
type CompressionLevel int

const (
	DefaultCompression CompressionLevel = 0
	NoCompression      CompressionLevel = -1
	BestSpeed          CompressionLevel = -2
	BestCompression    CompressionLevel = -3
)

// EncoderBufferPool keeps buffers. Get may return nil.
type EncoderBufferPool interface {
	Get() *EncoderBuffer
	Put(*EncoderBuffer)
}

// EncoderBuffer is what an Encoder works with.
type EncoderBuffer encoder

// encoder writes an image.
type encoder struct {
	w        io.Writer
	form     form
	level    int // of zlib
	filtered [filters][]byte
	above    []byte
	text     *bufio.Writer // makes chunks of what zlib writes
	zlib     *zlib.Writer
	zlibAt   int // the level of zlib
}

// Encode writes an image. Images whose colors are multiplied by alpha lose it where it is not 0xff.
func Encode(w io.Writer, m image.Image) error {
	var e Encoder
	return e.Encode(w, m)
}

// Encode writes an image.
func (enc *Encoder) Encode(w io.Writer, m image.Image) error {
	width, height := int64(m.Bounds().Dx()), int64(m.Bounds().Dy())
	if width <= 0 || height <= 0 || width >= 1<<32 || height >= 1<<32 {
		return FormatError(fmt.Sprintf("invalid image size: %dx%d", width, height))
	}
	var e *encoder
	if enc.BufferPool != nil {
		e = (*encoder)(enc.BufferPool.Get())
	}
	if e == nil {
		e = &encoder{}
	}
	if enc.BufferPool != nil {
		defer enc.BufferPool.Put((*EncoderBuffer)(e))
	}
	e.w = w
	e.level = zlibLevel(enc.CompressionLevel)
	palette, isPaletted := m.ColorModel().(color.Palette)
	if _, has := m.(image.PalettedImage); !has {
		isPaletted = false
	}
	e.form = formOf(m, palette, isPaletted)
	return e.write(m, palette, isPaletted)
}

func zlibLevel(level CompressionLevel) int {
	switch level {
	case NoCompression:
		return zlib.NoCompression
	case BestSpeed:
		return zlib.BestSpeed
	case BestCompression:
		return zlib.BestCompression
	}
	return zlib.DefaultCompression
}

// formOf chooses the smallest form that has all of the image's colors, as far as its model says.
func formOf(m image.Image, palette color.Palette, isPaletted bool) form {
	if isPaletted {
		depth := 8
		for depth > 1 && len(palette) <= 1<<(depth/2) {
			depth /= 2
		}
		return form{paletted, depth}
	}
	depth := 16
	switch m.ColorModel() {
	case color.GrayModel:
		return form{gray, 8}
	case color.Gray16Model:
		return form{gray, 16}
	case color.RGBAModel, color.NRGBAModel, color.AlphaModel:
		depth = 8
	}
	if opaque(m) {
		return form{trueColor, depth}
	}
	return form{trueAlpha, depth}
}

func opaque(m image.Image) bool {
	if o, knows := m.(interface{ Opaque() bool }); knows {
		return o.Opaque()
	}
	r := m.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if _, _, _, a := m.At(x, y).RGBA(); a != 0xffff {
				return false
			}
		}
	}
	return true
}

func (e *encoder) write(m image.Image, palette color.Palette, isPaletted bool) error {
	if _, err := io.WriteString(e.w, signature); err != nil {
		return err
	}
	header := binary.BigEndian.AppendUint32(make([]byte, 0, 13), uint32(m.Bounds().Dx()))
	header = binary.BigEndian.AppendUint32(header, uint32(m.Bounds().Dy()))
	header = append(header, uint8(e.form.depth), e.form.colors, 0, 0, 0)
	if err := e.chunk("IHDR", header); err != nil {
		return err
	}
	if isPaletted {
		if err := e.writePalette(palette); err != nil {
			return err
		}
	}
	if err := e.writePixels(m); err != nil {
		return err
	}
	return e.chunk("IEND", nil)
}

func (e *encoder) chunk(name string, b []byte) error {
	if uint64(len(b)) > 1<<32-1 {
		return UnsupportedError(name + " chunk is too large: " + fmt.Sprint(len(b)))
	}
	var head [8]byte
	binary.BigEndian.PutUint32(head[:], uint32(len(b)))
	copy(head[4:], name)
	var tail [4]byte
	binary.BigEndian.PutUint32(tail[:], crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, b))
	for _, piece := range [][]byte{head[:], b, tail[:]} {
		if _, err := e.w.Write(piece); err != nil {
			return err
		}
	}
	return nil
}

// writePalette writes the colors, and their opacity up to the last one that can be seen through.
func (e *encoder) writePalette(palette color.Palette) error {
	if len(palette) < 1 || len(palette) > 256 {
		return FormatError(fmt.Sprintf("bad palette length: %d", len(palette)))
	}
	var colors [3 * 256]byte
	var alphas [256]byte
	last := 0
	for i, c := range palette {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		copy(colors[3*i:], []byte{n.R, n.G, n.B})
		if alphas[i] = n.A; n.A != 0xff {
			last = i + 1
		}
	}
	if err := e.chunk("PLTE", colors[:3*len(palette)]); err != nil || last == 0 {
		return err
	}
	return e.chunk("tRNS", alphas[:last])
}

// chunks makes a chunk of pixels of each piece that it is given.
type chunks encoder

func (c *chunks) Write(b []byte) (int, error) {
	if err := (*encoder)(c).chunk("IDAT", b); err != nil {
		return 0, err
	}
	return len(b), nil
}

const chunkBytes = 1 << 15

// compressor returns the writer of compressed bytes, which is kept for the next image.
func (e *encoder) compressor() (*zlib.Writer, error) {
	if e.text == nil {
		e.text = bufio.NewWriterSize((*chunks)(e), chunkBytes)
	} else {
		e.text.Reset((*chunks)(e))
	}
	if e.zlib != nil && e.zlibAt == e.level {
		e.zlib.Reset(e.text)
		return e.zlib, nil
	}
	var err error
	e.zlib, err = zlib.NewWriterLevel(e.text, e.level)
	e.zlibAt = e.level
	return e.zlib, err
}

func (e *encoder) writePixels(m image.Image) error {
	to, err := e.compressor()
	if err != nil {
		return err
	}
	r := m.Bounds()
	size := 1 + e.form.rowBytes(r.Dx())
	for filter := range e.filtered {
		e.filtered[filter] = sized(e.filtered[filter], size)
		e.filtered[filter][0] = uint8(filter)
	}
	e.above = sized(e.above, size)
	clear(e.above)
	// Differences of indices say nothing.
	plain := e.form.colors == paletted || e.level == zlib.NoCompression
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := e.filtered[filterNone]
		e.take(m, row[1:], y)
		best := filterNone
		if !plain {
			best = e.filter()
		}
		if _, err := to.Write(e.filtered[best]); err != nil {
			return err
		}
		e.above, e.filtered[filterNone] = row, e.above
		e.filtered[filterNone][0] = filterNone
	}
	if err := to.Close(); err != nil {
		return err
	}
	return e.text.Flush()
}

func sized(b []byte, size int) []byte {
	if cap(b) < size {
		return make([]byte, size)
	}
	return b[:size]
}

// take writes the pixels of a row as the form has them.
func (e *encoder) take(m image.Image, row []byte, y int) {
	r := m.Bounds()
	if e.form.colors == paletted {
		clear(row)
		indexed := m.(image.PalettedImage)
		for x := r.Min.X; x < r.Max.X; x++ {
			bit := (x - r.Min.X) * e.form.depth
			row[bit/8] |= indexed.ColorIndexAt(x, y) << (8 - e.form.depth - bit%8)
		}
		return
	}
	step := parts[e.form.colors] * e.form.depth / 8
	for x := r.Min.X; x < r.Max.X; x++ {
		pixel := row[(x-r.Min.X)*step:]
		switch e.form {
		case form{gray, 8}:
			pixel[0] = color.GrayModel.Convert(m.At(x, y)).(color.Gray).Y
		case form{gray, 16}:
			binary.BigEndian.PutUint16(pixel, color.Gray16Model.Convert(m.At(x, y)).(color.Gray16).Y)
		case form{trueColor, 8}:
			red, green, blue, _ := m.At(x, y).RGBA()
			pixel[0], pixel[1], pixel[2] = uint8(red>>8), uint8(green>>8), uint8(blue>>8)
		case form{trueColor, 16}:
			red, green, blue, _ := m.At(x, y).RGBA()
			put16(pixel, uint16(red), uint16(green), uint16(blue))
		case form{trueAlpha, 8}:
			c := color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA)
			pixel[0], pixel[1], pixel[2], pixel[3] = c.R, c.G, c.B, c.A
		default:
			c := color.NRGBA64Model.Convert(m.At(x, y)).(color.NRGBA64)
			put16(pixel, c.R, c.G, c.B, c.A)
		}
	}
}

func put16(to []byte, values ...uint16) {
	for i, v := range values {
		binary.BigEndian.PutUint16(to[2*i:], v)
	}
}

// order is the one in which filters are tried: of those that are equally good the first is taken.
var order = [filters]int{filterUp, filterPaeth, filterNone, filterSub, filterAverage}

// filter makes the row that each filter gives and returns the filter whose differences are the least in sum.
func (e *encoder) filter() int {
	row, above := e.filtered[filterNone][1:], e.above[1:]
	pixel := e.form.bits() / 8
	best, least := 0, 0
	for i, filter := range order {
		sum := 0
		to := e.filtered[filter][1:]
		for at, v := range row {
			var left, corner uint8
			if at >= pixel {
				left, corner = row[at-pixel], above[at-pixel]
			}
			to[at] = v - foreseen(filter, left, above[at], corner)
			sum += abs(int8(to[at]))
		}
		if i == 0 || sum < least {
			best, least = filter, sum
		}
	}
	return best
}

func abs(v int8) int { return max(int(v), -int(v)) }
