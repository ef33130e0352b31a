package gif

import (
	"bufio"
	"compress/lzw"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
)

type byteReader interface {
	io.Reader
	io.ByteReader
}

// decoder reads a file.
type decoder struct {
	r             byteReader
	width, height int
	background    byte
	shared        color.Palette
	loopCount     int

	// What the next image is told beforehand.
	delay    int
	disposal byte
	through  byte // the index of the color that is not seen
	sees     bool // whether there is one

	images    []*image.Paletted
	delays    []int
	disposals []byte
	room      [3 * 256]byte
}

// Decode reads the first image.
func Decode(r io.Reader) (image.Image, error) {
	d, err := run(r, true, false)
	if err != nil {
		return nil, err
	}
	return d.images[0], nil
}

// DecodeAll reads all images.
func DecodeAll(r io.Reader) (*GIF, error) {
	d, err := run(r, true, true)
	if err != nil {
		return nil, err
	}
	return &GIF{d.images, d.delays, d.loopCount, d.disposals, d.config(), d.background}, nil
}

// DecodeConfig reads the size and the palette that images share.
func DecodeConfig(r io.Reader) (image.Config, error) {
	d, err := run(r, false, false)
	if err != nil {
		return image.Config{}, err
	}
	return d.config(), nil
}

func (d *decoder) config() image.Config {
	return image.Config{ColorModel: d.shared, Width: d.width, Height: d.height}
}

// run reads a file: its images if they are wanted, all or the first one.
func run(r io.Reader, images, all bool) (*decoder, error) {
	d := &decoder{loopCount: -1}
	var ok bool
	if d.r, ok = r.(byteReader); !ok {
		d.r = bufio.NewReader(r)
	}
	if err := d.header(); err != nil || !images {
		return d, err
	}
	for {
		kind, err := d.r.ReadByte()
		if err != nil {
			return nil, fmt.Errorf("gif: reading frames: %w", unexpected(err))
		}
		switch kind {
		case blockExtension:
			err = d.extension()
		case blockImage:
			if err = d.image(); err == nil && !all {
				return d, nil
			}
		case blockTrailer:
			if len(d.images) == 0 {
				return nil, errors.New("gif: missing image data")
			}
			return d, nil
		default:
			err = fmt.Errorf("gif: unknown block type: 0x%.2x", kind)
		}
		if err != nil {
			return nil, err
		}
	}
}

// unexpected makes the end of the file an error.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// take reads n bytes.
func (d *decoder) take(n int) ([]byte, error) {
	b := d.room[:n]
	_, err := io.ReadFull(d.r, b)
	return b, unexpected(err)
}

func number(b []byte) int { return int(b[0]) | int(b[1])<<8 }

func (d *decoder) header() error {
	b, err := d.take(13)
	if err != nil {
		return fmt.Errorf("gif: reading header: %w", err)
	}
	if version := string(b[:6]); version != "GIF87a" && version != "GIF89a" {
		return fmt.Errorf("gif: can't recognize format %q", version)
	}
	d.width, d.height = number(b[6:]), number(b[8:])
	if flags := b[10]; flags&hasColorTable != 0 {
		d.background = b[11]
		d.shared, err = d.colorTable(flags)
	}
	return err
}

func (d *decoder) colorTable(flags byte) (color.Palette, error) {
	n := 2 << (flags & colorTableBits)
	b, err := d.take(3 * n)
	if err != nil {
		return nil, fmt.Errorf("gif: reading color table: %w", err)
	}
	p := make(color.Palette, n)
	for i := range p {
		p[i] = color.RGBA{b[3*i], b[3*i+1], b[3*i+2], 0xff}
	}
	return p, nil
}

func (d *decoder) extension() error {
	kind, err := d.r.ReadByte()
	if err != nil {
		return fmt.Errorf("gif: reading extension: %w", unexpected(err))
	}
	switch kind {
	case extensionControl:
		return d.control()
	case extensionText:
		// The size of its fields, which is always the same, is not looked at.
		if _, err := d.take(13); err != nil {
			return fmt.Errorf("gif: reading extension: %w", err)
		}
	case extensionComment:
	case extensionApplication:
		size, err := d.r.ReadByte()
		if err != nil {
			return fmt.Errorf("gif: reading extension: %w", unexpected(err))
		}
		b, err := d.take(int(size))
		if err != nil {
			return fmt.Errorf("gif: reading extension: %w", err)
		}
		if string(b) == loopApplication {
			n, err := d.block()
			if err != nil {
				return fmt.Errorf("gif: reading extension: %w", err)
			}
			if n == 0 {
				return nil
			}
			if n == 3 && d.room[0] == 1 {
				d.loopCount = number(d.room[1:])
			}
		}
	default:
		return fmt.Errorf("gif: unknown extension 0x%.2x", kind)
	}
	for {
		n, err := d.block()
		if err != nil {
			return fmt.Errorf("gif: reading extension: %w", err)
		}
		if n == 0 {
			return nil
		}
	}
}

// block reads a block into the room; one without bytes ends a row of blocks.
func (d *decoder) block() (int, error) {
	n, err := d.r.ReadByte()
	if n == 0 || err != nil {
		return 0, unexpected(err)
	}
	_, err = d.take(int(n))
	return int(n), err
}

func (d *decoder) control() error {
	b, err := d.take(6)
	if err != nil {
		return fmt.Errorf("gif: can't read graphic control: %w", err)
	}
	if b[0] != 4 {
		return fmt.Errorf("gif: invalid graphic control extension block size: %d", b[0])
	}
	flags := b[1]
	d.disposal = flags >> disposalShift & disposalBits
	d.delay = number(b[2:])
	d.sees = flags&isTransparent != 0
	d.through = b[4]
	if b[5] != 0 {
		return fmt.Errorf("gif: invalid graphic control extension block terminator: %d", b[5])
	}
	return nil
}

func (d *decoder) image() error {
	b, err := d.take(9)
	if err != nil {
		return fmt.Errorf("gif: can't read image descriptor: %w", err)
	}
	corner := image.Pt(number(b), number(b[2:]))
	r := image.Rectangle{corner, corner.Add(image.Pt(number(b[4:]), number(b[6:])))}
	flags := b[8]
	if r.Max.X > d.width || r.Max.Y > d.height {
		return errors.New("gif: frame bounds larger than image bounds")
	}
	m := &image.Paletted{Stride: r.Dx(), Rect: r}
	if flags&hasColorTable != 0 {
		if m.Palette, err = d.colorTable(flags); err != nil {
			return err
		}
	} else if m.Palette = d.shared; m.Palette == nil {
		return errors.New("gif: no color table")
	}
	m = image.NewPaletted(r, d.withTransparency(m.Palette, flags&hasColorTable == 0))
	if err := d.pixels(m); err != nil {
		return err
	}
	if flags&isInterlaced != 0 {
		deinterlace(m)
	}
	d.images = append(d.images, m)
	d.delays = append(d.delays, d.delay)
	d.disposals = append(d.disposals, d.disposal)
	// What was told was for this image; as in Go but for the disposal.
	d.delay, d.sees = 0, false
	return nil
}

// withTransparency returns p, or a copy of it if it is shared, with the color that is not seen.
func (d *decoder) withTransparency(p color.Palette, shared bool) color.Palette {
	if !d.sees {
		return p
	}
	if shared {
		p = append(color.Palette(nil), p...)
	}
	for int(d.through) >= len(p) {
		p = append(p, color.RGBA{})
	}
	p[d.through] = color.RGBA{}
	return p
}

// blockReader reads what lies in a row of blocks.
type blockReader struct {
	d    *decoder
	left []byte // of the block, which is in the room
	err  error
}

func (b *blockReader) fill() {
	if b.err != nil || len(b.left) > 0 {
		return
	}
	n, err := b.d.block()
	if b.err = err; n == 0 && err == nil {
		b.err = io.EOF
	}
	if b.err == nil {
		b.left = b.d.room[:n]
	}
}

func (b *blockReader) ReadByte() (byte, error) {
	b.fill()
	if b.err != nil {
		return 0, b.err
	}
	c := b.left[0]
	b.left = b.left[1:]
	return c, nil
}

func (b *blockReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, b.err
	}
	b.fill()
	if b.err != nil {
		return 0, b.err
	}
	n := copy(p, b.left)
	b.left = b.left[n:]
	return n, nil
}

// close reads the end of the blocks: besides the end mark of the compressed text there may be one byte more.
func (b *blockReader) close() error {
	if b.err == io.EOF {
		return nil
	}
	if b.err != nil {
		return b.err
	}
	if len(b.left) == 0 {
		if b.fill(); b.err == io.EOF {
			return nil
		}
		if b.err != nil {
			return b.err
		}
		if len(b.left) > 1 {
			return errTooMuch
		}
	}
	b.left = nil
	if b.fill(); b.err == io.EOF {
		return nil
	}
	if b.err != nil {
		return b.err
	}
	return errTooMuch
}

var (
	errTooMuch   = errors.New("gif: too much image data")
	errNotEnough = errors.New("gif: not enough image data")
)

func (d *decoder) pixels(m *image.Paletted) error {
	width, err := d.r.ReadByte()
	if err != nil {
		return fmt.Errorf("gif: reading image data: %w", unexpected(err))
	}
	if width < 2 || width > 8 {
		return fmt.Errorf("gif: pixel size in decode out of range: %d", width)
	}
	in := &blockReader{d: d}
	text := lzw.NewReader(in, lzw.LSB, int(width))
	defer text.Close()
	if _, err := io.ReadFull(text, m.Pix); err != nil {
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			return errNotEnough
		}
		return fmt.Errorf("gif: reading image data: %w", err)
	}
	// The text may end without its mark.
	if n, err := text.Read(d.room[256:257]); n != 0 || err != io.EOF && err != io.ErrUnexpectedEOF {
		if err != nil {
			return fmt.Errorf("gif: reading image data: %w", err)
		}
		return errTooMuch
	}
	if err := in.close(); err == errTooMuch {
		return err
	} else if err != nil {
		return fmt.Errorf("gif: reading image data: %w", err)
	}
	if len(m.Palette) < 256 {
		for _, index := range m.Pix {
			if int(index) >= len(m.Palette) {
				return errors.New("gif: invalid pixel value")
			}
		}
	}
	return nil
}

// deinterlace puts rows where they belong: first come every eighth, then those between them, and so on.
func deinterlace(m *image.Paletted) {
	pix := make([]uint8, len(m.Pix))
	from := 0
	for _, pass := range []struct{ first, step int }{{0, 8}, {4, 8}, {2, 4}, {1, 2}} {
		for y := pass.first; y < m.Rect.Dy(); y += pass.step {
			from += copy(pix[y*m.Stride:(y+1)*m.Stride], m.Pix[from:])
		}
	}
	m.Pix = pix
}

func init() { image.RegisterFormat("gif", "GIF8?a", Decode, DecodeConfig) }
