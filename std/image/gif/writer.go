package gif

import (
	"bufio"
	"bytes"
	"compress/lzw"
	"errors"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"io"
	"math/bits"
)

// Options say how an image gets few colors.
type Options struct {
	NumColors int            // how many, 1 to 256; else 256
	Quantizer draw.Quantizer // chooses them; nil: those of palette.Plan9
	Drawer    draw.Drawer    // draws with them; nil: draw.FloydSteinberg
}

// sizeOf returns the size of a table of so many colors: there are 2 << size of them.
func sizeOf(colors int) int { return bits.Len(uint(max(colors-1, 1))) - 1 }

type writer interface {
	io.Writer
	io.ByteWriter
	Flush() error
}

// encoder writes a file; after an error nothing more.
type encoder struct {
	w             writer
	err           error
	g             *GIF
	shared, table [3 * 256]byte // the palette of all images, that of one
	sharedColors  int           // 0 if images share none
	room          [16]byte
}

func (e *encoder) write(b []byte) {
	if e.err == nil {
		_, e.err = e.w.Write(b)
	}
}

// bytes writes some bytes.
func (e *encoder) bytes(b ...byte) { e.write(append(e.room[:0], b...)) }

func low(v int) byte  { return byte(v) }
func high(v int) byte { return byte(v >> 8) }

// EncodeAll writes an animation.
func EncodeAll(w io.Writer, g *GIF) error {
	if len(g.Image) == 0 {
		return errors.New("gif: must provide at least one image")
	}
	if len(g.Image) != len(g.Delay) {
		return errors.New("gif: mismatched image and delay lengths")
	}
	if g.Disposal != nil && len(g.Image) != len(g.Disposal) {
		return errors.New("gif: mismatched image and disposal lengths")
	}
	var e encoder
	config := g.Config
	if config == (image.Config{}) {
		corner := g.Image[0].Bounds().Max
		config.Width, config.Height = corner.X, corner.Y
	} else if config.ColorModel != nil {
		if _, ok := config.ColorModel.(color.Palette); !ok {
			return errors.New("gif: GIF color model must be a color.Palette")
		}
	}
	e.g = &GIF{g.Image, g.Delay, g.LoopCount, g.Disposal, config, g.BackgroundIndex}
	var ok bool
	if e.w, ok = w.(writer); !ok {
		e.w = bufio.NewWriter(w)
	}
	e.header()
	for i, m := range g.Image {
		disposal := byte(0)
		if g.Disposal != nil {
			disposal = g.Disposal[i]
		}
		e.image(m, g.Delay[i], disposal)
	}
	e.bytes(blockTrailer)
	e.flush()
	return e.err
}

func (e *encoder) flush() {
	if e.err == nil {
		e.err = e.w.Flush()
	}
}

func (e *encoder) header() {
	c := e.g.Config
	e.write([]byte("GIF89a"))
	e.bytes(low(c.Width), high(c.Width), low(c.Height), high(c.Height))
	if p, _ := c.ColorModel.(color.Palette); len(p) > 0 {
		size := e.fill(&e.shared, p)
		e.sharedColors = 2 << size
		e.bytes(byte(hasColorTable|size), e.g.BackgroundIndex, 0)
		e.write(e.shared[:3*e.sharedColors])
	} else {
		e.bytes(0, 0, 0)
	}
	if len(e.g.Image) > 1 && e.g.LoopCount >= 0 {
		e.bytes(blockExtension, extensionApplication, byte(len(loopApplication)))
		e.write([]byte(loopApplication))
		e.bytes(3, 1, low(e.g.LoopCount), high(e.g.LoopCount), 0)
	}
}

// fill writes a palette into a table, the rest of which is black, and returns the table's size.
func (e *encoder) fill(table *[3 * 256]byte, p color.Palette) (size int) {
	if len(p) > 256 {
		e.fail("cannot encode color table with more than 256 entries")
		return 0
	}
	clear(table[:])
	for i, c := range p {
		if c == nil {
			e.fail("cannot encode color table with nil entries")
			return 0
		}
		// What is seen through is premultiplied no more than what is not.
		r, g, b, _ := c.RGBA()
		table[3*i], table[3*i+1], table[3*i+2] = byte(r>>8), byte(g>>8), byte(b>>8)
	}
	return sizeOf(len(p))
}

func (e *encoder) fail(why string) {
	if e.err == nil {
		e.err = errors.New("gif: " + why)
	}
}

// transparent returns the first color of p that is not seen at all; -1 if there is none.
func (e *encoder) transparent(p color.Palette) int {
	for i, c := range p {
		if c == nil {
			e.fail("cannot encode color table with nil entries")
			return -1
		}
		if _, _, _, a := c.RGBA(); a == 0 {
			return i
		}
	}
	return -1
}

func (e *encoder) image(m *image.Paletted, delay int, disposal byte) {
	if e.err != nil {
		return
	}
	r := m.Bounds()
	const most = 1<<16 - 1
	switch {
	case len(m.Palette) == 0:
		e.fail("cannot encode image block with empty palette")
	case r.Min.X < 0 || r.Min.Y < 0 || r.Max.X > most || r.Max.Y > most:
		e.fail("image block is too large to encode")
	case !r.In(image.Rect(0, 0, e.g.Config.Width, e.g.Config.Height)):
		e.fail("image block is out of bounds")
	}
	if e.err != nil {
		return
	}
	through := e.transparent(m.Palette)
	if delay > 0 || disposal != 0 || through >= 0 {
		flags, index := disposal<<disposalShift, byte(0)
		if through >= 0 {
			flags, index = flags|isTransparent, byte(through)
		}
		e.bytes(blockExtension, extensionControl, 4, flags, low(delay), high(delay), index, 0)
	}
	e.bytes(blockImage, low(r.Min.X), high(r.Min.X), low(r.Min.Y), high(r.Min.Y), low(r.Dx()), high(r.Dx()), low(r.Dy()), high(r.Dy()))
	size := e.fill(&e.table, m.Palette)
	if e.isShared(len(m.Palette), through) {
		e.bytes(0)
	} else {
		e.bytes(byte(hasColorTable | size))
		e.write(e.table[:3*(2<<size)])
	}
	width := max(size+1, 2)
	e.bytes(byte(width))
	e.pixels(m, width)
}

// isShared reports whether the first colors of the shared palette are those of the image, but for the one that is not
// seen.
func (e *encoder) isShared(colors, through int) bool {
	if e.sharedColors == 0 || colors > len(e.g.Config.ColorModel.(color.Palette)) {
		return false
	}
	shared, table := e.shared[:3*colors], e.table[:3*colors]
	if through < 0 {
		return bytes.Equal(shared, table)
	}
	return bytes.Equal(shared[:3*through], table[:3*through]) && bytes.Equal(shared[3*through+3:], table[3*through+3:])
}

// blocks writes bytes in blocks of up to 255, each behind its length.
type blocks struct {
	e    *encoder
	room [256]byte
	used int
}

func (b *blocks) WriteByte(c byte) error {
	b.used++
	b.room[b.used] = c
	if b.used == 255 {
		b.put()
	}
	return b.e.err
}

func (b *blocks) Write(p []byte) (int, error) {
	for i, c := range p {
		if err := b.WriteByte(c); err != nil {
			return i, err
		}
	}
	return len(p), nil
}

// Flush does nothing: a block ends when it is full, or all ends.
func (b *blocks) Flush() error { return nil }

func (b *blocks) put() {
	b.room[0] = byte(b.used)
	b.e.write(b.room[:b.used+1])
	b.used = 0
}

func (e *encoder) pixels(m *image.Paletted, width int) {
	if e.err != nil {
		return
	}
	to := &blocks{e: e}
	text := lzw.NewWriter(to, lzw.LSB, width)
	r := m.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		begin := m.PixOffset(r.Min.X, y)
		if _, err := text.Write(m.Pix[begin : begin+r.Dx()]); err != nil && e.err == nil {
			e.err = err
		}
		if e.err != nil {
			return
		}
	}
	text.Close()
	if to.used > 0 {
		to.put()
	}
	e.bytes(0)
	e.flush()
}

// Encode writes one image.
func Encode(w io.Writer, m image.Image, o *Options) error {
	r := m.Bounds()
	if r.Dx() >= 1<<16 || r.Dy() >= 1<<16 {
		return errors.New("gif: image is too large to encode")
	}
	var options Options
	if o != nil {
		options = *o
	}
	if options.NumColors < 1 || options.NumColors > 256 {
		options.NumColors = 256
	}
	if options.Drawer == nil {
		options.Drawer = draw.FloydSteinberg
	}
	p := options.paletted(m)
	if p.Rect.Min != (image.Point{}) {
		moved := *p
		moved.Rect = moved.Rect.Sub(moved.Rect.Min)
		p = &moved
	}
	return EncodeAll(w, &GIF{
		Image:  []*image.Paletted{p},
		Delay:  []int{0},
		Config: image.Config{ColorModel: p.Palette, Width: r.Dx(), Height: r.Dy()},
	})
}

// paletted returns m with few enough colors: as it is if it has, else drawn anew.
func (o *Options) paletted(m image.Image) *image.Paletted {
	r := m.Bounds()
	p, _ := m.(*image.Paletted)
	if colors, ok := m.ColorModel().(color.Palette); ok && p == nil {
		p = image.NewPaletted(r, colors)
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				p.Set(x, y, m.At(x, y))
			}
		}
	}
	if p != nil && len(p.Palette) <= o.NumColors {
		return p
	}
	p = image.NewPaletted(r, palette.Plan9[:o.NumColors])
	if o.Quantizer != nil {
		p.Palette = o.Quantizer.Quantize(make(color.Palette, 0, o.NumColors), m)
	}
	o.Drawer.Draw(p, r, m, r.Min)
	return p
}
