package png

import (
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash"
	"hash/crc32"
	"image"
	"image/color"
	"io"
)

// stage is what has been read: chunks come in this order.
type stage int

const (
	atStart stage = iota
	hasHeader
	hasPalette
	hasTransparency
	hasPixels
	atEnd
)

// decoder reads an image.
type decoder struct {
	r             io.Reader
	sum           hash.Hash32 // of the chunk
	stage         stage
	form          form
	width, height int
	interlaced    bool
	palette       color.Palette // room for 256, opaque black from its end on
	transparent   []byte        // of gray and trueColor: the color that is seen through, as in the file
	left          uint32        // bytes of the chunk of pixels
	image         image.Image
	room          [3 * 256]byte
}

// Decode reads an image.
func Decode(r io.Reader) (image.Image, error) {
	d := &decoder{r: r, sum: crc32.NewIEEE()}
	if err := d.run(false); err != nil {
		return nil, err
	}
	return d.image, nil
}

// DecodeConfig reads the size and the colors of an image.
func DecodeConfig(r io.Reader) (image.Config, error) {
	d := &decoder{r: r, sum: crc32.NewIEEE()}
	if err := d.run(true); err != nil {
		return image.Config{}, err
	}
	if d.form.colors == paletted {
		return image.Config{ColorModel: d.palette, Width: d.width, Height: d.height}, nil
	}
	return image.Config{ColorModel: d.form.model(), Width: d.width, Height: d.height}, nil
}

// run reads chunk after chunk, up to the one that says all if the pixels are not wanted.
func (d *decoder) run(configOnly bool) error {
	err := d.checkSignature()
	for err == nil && d.stage < atEnd {
		if configOnly && (d.stage >= hasHeader && d.form.colors != paletted || d.stage >= hasTransparency) {
			break
		}
		err = d.chunk(configOnly)
	}
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (d *decoder) checkSignature() error {
	if _, err := io.ReadFull(d.r, d.room[:len(signature)]); err != nil {
		return err
	}
	if string(d.room[:len(signature)]) != signature {
		return FormatError("not a PNG file")
	}
	return nil
}

const outOfOrder = FormatError("chunk out of order")

// chunk reads a chunk: its length, its type, its bytes and their sum.
func (d *decoder) chunk(configOnly bool) error {
	if _, err := io.ReadFull(d.r, d.room[:8]); err != nil {
		return err
	}
	length := binary.BigEndian.Uint32(d.room[:4])
	d.sum.Reset()
	d.sum.Write(d.room[4:8])
	switch string(d.room[4:8]) {
	case "IHDR":
		if d.stage != atStart {
			return outOfOrder
		}
		d.stage = hasHeader
		return d.header(length)
	case "PLTE":
		if d.stage != hasHeader {
			return outOfOrder
		}
		d.stage = hasPalette
		return d.readPalette(length)
	case "tRNS":
		if d.form.colors == paletted && d.stage != hasPalette || d.stage < hasHeader || d.stage > hasPalette {
			return outOfOrder
		}
		d.stage = hasTransparency
		return d.readTransparency(length)
	case "IDAT":
		if d.stage < hasHeader || d.stage >= hasPixels && d.stage < atEnd || d.form.colors == paletted && d.stage < hasPalette {
			return outOfOrder
		}
		d.stage = hasPixels
		if configOnly {
			return nil
		}
		return d.readPixels(length)
	case "IEND":
		if d.stage != hasPixels {
			return outOfOrder
		}
		d.stage = atEnd
		if length != 0 {
			return FormatError("bad IEND length")
		}
		return d.checkSum()
	}
	if length > 0x7fffffff {
		return FormatError(fmt.Sprintf("Bad chunk length: %d", length))
	}
	for length > 0 {
		part := d.room[:min(length, uint32(len(d.room)))]
		if _, err := io.ReadFull(d.r, part); err != nil {
			return err
		}
		d.sum.Write(part)
		length -= uint32(len(part))
	}
	return d.checkSum()
}

func (d *decoder) checkSum() error {
	if _, err := io.ReadFull(d.r, d.room[:4]); err != nil {
		return err
	}
	if binary.BigEndian.Uint32(d.room[:4]) != d.sum.Sum32() {
		return FormatError("invalid checksum")
	}
	return nil
}

// take reads the bytes of a chunk that fits into the room.
func (d *decoder) take(length uint32) ([]byte, error) {
	b := d.room[:length]
	if _, err := io.ReadFull(d.r, b); err != nil {
		return nil, err
	}
	d.sum.Write(b)
	return b, nil
}

func (d *decoder) header(length uint32) error {
	if length != 13 {
		return FormatError("bad IHDR length")
	}
	b, err := d.take(length)
	if err != nil {
		return err
	}
	if b[10] != 0 {
		return UnsupportedError("compression method")
	}
	if b[11] != 0 {
		return UnsupportedError("filter method")
	}
	if b[12] > 1 {
		return FormatError("invalid interlace method")
	}
	d.interlaced = b[12] == 1
	width, height := int32(binary.BigEndian.Uint32(b)), int32(binary.BigEndian.Uint32(b[4:]))
	if width <= 0 || height <= 0 {
		return FormatError("non-positive dimension")
	}
	// At most eight bytes a pixel.
	if int64(width)*int64(height) > 1<<63/8-1 {
		return UnsupportedError("dimension overflow")
	}
	d.width, d.height = int(width), int(height)
	d.form = form{colors: b[9], depth: int(b[8])}
	if !d.form.valid() {
		return UnsupportedError(fmt.Sprintf("bit depth %d, color type %d", b[8], b[9]))
	}
	return d.checkSum()
}

func (d *decoder) readPalette(length uint32) error {
	count := int(length / 3)
	if length%3 != 0 || count <= 0 || count > 256 || count > 1<<d.form.depth {
		return FormatError("bad PLTE length")
	}
	b, err := d.take(length)
	if err != nil {
		return err
	}
	switch d.form.colors {
	case paletted:
		d.palette = make(color.Palette, 256)
		for i := range d.palette {
			if i < count {
				d.palette[i] = color.RGBA{b[3*i], b[3*i+1], b[3*i+2], 0xff}
			} else {
				d.palette[i] = color.RGBA{0, 0, 0, 0xff}
			}
		}
		d.palette = d.palette[:count]
	case trueColor, trueAlpha:
		// What colors are to be shown where there are few: not our matter.
	default:
		return FormatError("PLTE, color type mismatch")
	}
	return d.checkSum()
}

func (d *decoder) readTransparency(length uint32) error {
	switch d.form.colors {
	case gray, trueColor:
		if int(length) != 2*parts[d.form.colors] {
			return FormatError("bad tRNS length")
		}
		b, err := d.take(length)
		if err != nil {
			return err
		}
		d.transparent = append(d.transparent, b...)
	case paletted:
		if length > 256 {
			return FormatError("bad tRNS length")
		}
		b, err := d.take(length)
		if err != nil {
			return err
		}
		d.palette = d.palette[:max(len(d.palette), len(b))]
		for i, alpha := range b {
			c := d.palette[i].(color.RGBA)
			d.palette[i] = color.NRGBA{c.R, c.G, c.B, alpha}
		}
	default:
		return FormatError("tRNS, color type mismatch")
	}
	return d.checkSum()
}

// pixelBytes reads the compressed bytes, which lie in one or several chunks.
type pixelBytes decoder

func (p *pixelBytes) Read(to []byte) (int, error) {
	d := (*decoder)(p)
	if len(to) == 0 {
		return 0, nil
	}
	for d.left == 0 {
		if err := d.checkSum(); err != nil {
			return 0, err
		}
		if _, err := io.ReadFull(d.r, d.room[:8]); err != nil {
			return 0, err
		}
		d.left = binary.BigEndian.Uint32(d.room[:4])
		if string(d.room[4:8]) != "IDAT" {
			return 0, FormatError("not enough pixel data")
		}
		d.sum.Reset()
		d.sum.Write(d.room[4:8])
	}
	if int(d.left) < 0 {
		return 0, UnsupportedError("IDAT chunk length overflow")
	}
	n, err := d.r.Read(to[:min(len(to), int(d.left))])
	d.sum.Write(to[:n])
	d.left -= uint32(n)
	return n, err
}

// readPixels makes the image.
func (d *decoder) readPixels(length uint32) error {
	d.left = length
	text, err := zlib.NewReader((*pixelBytes)(d))
	if err != nil {
		return err
	}
	defer text.Close()
	whole := part{width: d.width, height: d.height, stepX: 1, stepY: 1}
	m := d.newImage()
	if !d.interlaced {
		if err := d.readPart(text, m, whole); err != nil {
			return err
		}
	} else {
		for _, p := range adam7 {
			p.width = (d.width - p.x + p.stepX - 1) / p.stepX
			p.height = (d.height - p.y + p.stepY - 1) / p.stepY
			if p.width <= 0 || p.height <= 0 {
				continue
			}
			if err := d.readPart(text, m, p); err != nil {
				return err
			}
		}
	}
	d.image = m.(image.Image)
	// The sum of the compressed text is behind its last byte.
	n := 0
	for i := 0; n == 0 && err == nil; i++ {
		if i == 100 {
			return io.ErrNoProgress
		}
		n, err = text.Read(d.room[:1])
	}
	if err != nil && err != io.EOF {
		return FormatError(err.Error())
	}
	if n != 0 || d.left != 0 {
		return FormatError("too much pixel data")
	}
	return d.checkSum()
}

// part of the pixels: those at x, y and from there in steps.
type part struct {
	x, y, stepX, stepY int
	width, height      int
}

// adam7 are the parts of an interlaced image.
var adam7 = [...]part{
	{x: 0, y: 0, stepX: 8, stepY: 8},
	{x: 4, y: 0, stepX: 8, stepY: 8},
	{x: 0, y: 4, stepX: 4, stepY: 8},
	{x: 2, y: 0, stepX: 4, stepY: 4},
	{x: 0, y: 2, stepX: 2, stepY: 4},
	{x: 1, y: 0, stepX: 2, stepY: 2},
	{x: 0, y: 1, stepX: 1, stepY: 2},
}

// newImage makes the image that the form asks for: pixels that can be seen through need another one.
func (d *decoder) newImage() any {
	r := image.Rect(0, 0, d.width, d.height)
	if d.form.colors == paletted {
		return image.NewPaletted(r, d.palette)
	}
	model := d.form.model()
	if d.transparent != nil {
		model = form{trueAlpha, d.form.depth}.model()
	}
	switch model {
	case color.GrayModel:
		return image.NewGray(r)
	case color.Gray16Model:
		return image.NewGray16(r)
	case color.RGBAModel:
		return image.NewRGBA(r)
	case color.RGBA64Model:
		return image.NewRGBA64(r)
	case color.NRGBA64Model:
		return image.NewNRGBA64(r)
	}
	return image.NewNRGBA(r)
}

// readPart reads the rows of a part.
func (d *decoder) readPart(text io.Reader, m any, p part) error {
	pixel := (d.form.bits() + 7) / 8
	size := 1 + d.form.rowBytes(p.width)
	row, above := make([]byte, size), make([]byte, size)
	for y := range p.height {
		if _, err := io.ReadFull(text, row); err != nil {
			if err == io.EOF || err == io.ErrUnexpectedEOF {
				return FormatError("not enough pixel data")
			}
			return err
		}
		if row[0] >= filters {
			return FormatError("bad filter type")
		}
		unfilter(int(row[0]), row[1:], above[1:], pixel)
		d.put(m, row[1:], p, p.y+y*p.stepY)
		row, above = above, row
	}
	return nil
}

func unfilter(filter int, row, above []byte, pixel int) {
	if filter == filterNone {
		return
	}
	for i := range row {
		var left, corner uint8
		if i >= pixel {
			left, corner = row[i-pixel], above[i-pixel]
		}
		row[i] += foreseen(filter, left, above[i], corner)
	}
}

// sample is the part of a pixel at a place in a row, of as many bits as a part has.
func (d *decoder) sample(row []byte, at int) uint16 {
	switch d.form.depth {
	case 16:
		return binary.BigEndian.Uint16(row[2*at:])
	case 8:
		return uint16(row[at])
	}
	bit := at * d.form.depth
	return uint16(row[bit/8]) >> (8 - d.form.depth - bit%8) & (1<<d.form.depth - 1)
}

// put sets the pixels of a row of the image.
func (d *decoder) put(m any, row []byte, p part, y int) {
	count := parts[d.form.colors]
	// What makes 8 bits of the fewer that a gray has.
	spread := uint16(1)
	if d.form.colors == gray && d.form.depth < 8 {
		spread = 0xff / (1<<d.form.depth - 1)
	}
	for i := range p.width {
		x := p.x + i*p.stepX
		var v [4]uint16
		alpha := uint16(1<<d.form.depth - 1)
		if d.transparent != nil && d.seenThrough(row, i) {
			alpha = 0
		}
		for k := range count {
			v[k] = d.sample(row, i*count+k)
		}
		switch d.form.colors {
		case gray, grayAlpha:
			if d.form.colors == grayAlpha {
				alpha = v[1]
			}
			v[1], v[2] = v[0], v[0]
		case trueAlpha:
			alpha = v[3]
		}
		switch m := m.(type) {
		case *image.Paletted:
			m.Palette = m.Palette[:max(len(m.Palette), int(v[0])+1)]
			m.SetColorIndex(x, y, uint8(v[0]))
		case *image.Gray:
			m.SetGray(x, y, color.Gray{uint8(v[0] * spread)})
		case *image.Gray16:
			m.SetGray16(x, y, color.Gray16{v[0]})
		case *image.RGBA:
			m.SetRGBA(x, y, color.RGBA{uint8(v[0]), uint8(v[1]), uint8(v[2]), 0xff})
		case *image.RGBA64:
			m.SetRGBA64(x, y, color.RGBA64{v[0], v[1], v[2], 0xffff})
		case *image.NRGBA:
			m.SetNRGBA(x, y, color.NRGBA{uint8(v[0] * spread), uint8(v[1] * spread), uint8(v[2] * spread), uint8(alpha * spread)})
		case *image.NRGBA64:
			m.SetNRGBA64(x, y, color.NRGBA64{v[0], v[1], v[2], alpha})
		}
	}
}

// seenThrough reports whether pixel i of a row has the transparent color.
func (d *decoder) seenThrough(row []byte, i int) bool {
	count := parts[d.form.colors]
	for k := range count {
		if d.sample(row, i*count+k) != binary.BigEndian.Uint16(d.transparent[2*k:]) {
			return false
		}
	}
	return true
}

func init() { image.RegisterFormat("png", signature, Decode, DecodeConfig) }
