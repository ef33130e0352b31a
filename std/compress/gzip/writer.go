package gzip

import (
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"time"
)

// The levels are those of compress/flate.
const (
	NoCompression      = flate.NoCompression
	BestSpeed          = flate.BestSpeed
	BestCompression    = flate.BestCompression
	DefaultCompression = flate.DefaultCompression
	HuffmanOnly        = flate.HuffmanOnly
)

// unknownOS is the OS of a Header that does not say it.
const unknownOS = 255

// Writer writes a file of one member. Its Header is written with the first Write, Flush or Close.
type Writer struct {
	Header
	w          io.Writer
	level      int
	compressor *flate.Writer
	begun      bool
	closed     bool
	sum        uint32
	size       uint32
	err        error
}

// NewWriter returns a Writer of the usual level.
func NewWriter(w io.Writer) *Writer {
	z, _ := NewWriterLevel(w, DefaultCompression)
	return z
}

// NewWriterLevel returns a Writer of a level.
func NewWriterLevel(w io.Writer, level int) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("gzip: invalid compression level: %d", level)
	}
	return &Writer{Header: Header{OS: unknownOS}, w: w, level: level}, nil
}

// Reset begins another file.
func (z *Writer) Reset(w io.Writer) {
	if z.compressor != nil {
		z.compressor.Reset(w)
	}
	*z = Writer{Header: Header{OS: unknownOS}, w: w, level: z.level, compressor: z.compressor}
}

// latin1 returns the text as it stands in the file.
func latin1(s string) ([]byte, error) {
	b := make([]byte, 0, len(s)+1)
	for _, r := range s {
		if r == 0 || r > 0xff {
			return nil, errors.New("gzip.Write: non-Latin-1 header string")
		}
		b = append(b, byte(r))
	}
	return append(b, 0), nil
}

// put writes the header's parts as long as there is no error.
func (z *Writer) put(b []byte, err error) {
	if z.err == nil {
		z.err = err
	}
	if z.err == nil {
		_, z.err = z.w.Write(b)
	}
}

func (z *Writer) writeHeader() {
	b := append(make([]byte, 0, 10), magic...)
	var flags, extra byte
	if z.Extra != nil {
		flags |= hasExtra
	}
	if z.Name != "" {
		flags |= hasName
	}
	if z.Comment != "" {
		flags |= hasComment
	}
	var seconds uint32
	if z.ModTime.After(time.Unix(0, 0)) {
		seconds = uint32(z.ModTime.Unix())
	}
	switch z.level {
	case BestCompression:
		extra = 2
	case BestSpeed:
		extra = 4
	}
	b = binary.LittleEndian.AppendUint32(append(b, flags), seconds)
	z.put(append(b, extra, z.OS), nil)
	if z.Extra != nil {
		if len(z.Extra) > 0xffff {
			z.put(nil, errors.New("gzip.Write: Extra data is too large"))
		}
		z.put(binary.LittleEndian.AppendUint16(nil, uint16(len(z.Extra))), nil)
		z.put(z.Extra, nil)
	}
	for _, text := range []string{z.Name, z.Comment} {
		if text != "" {
			z.put(latin1(text))
		}
	}
	if z.err == nil && z.compressor == nil {
		z.compressor, _ = flate.NewWriter(z.w, z.level)
	}
}

// begin writes the header if it is not yet written, and reports whether there is no error.
func (z *Writer) begin() bool {
	if z.err == nil && !z.begun {
		z.begun = true
		z.writeHeader()
	}
	return z.err == nil
}

// Write compresses p; what comes out of it may be written later.
func (z *Writer) Write(p []byte) (n int, err error) {
	if z.begin() {
		z.size += uint32(len(p))
		z.sum = crc32.Update(z.sum, crc32.IEEETable, p)
		n, z.err = z.compressor.Write(p)
	}
	return n, z.err
}

// Flush writes all that was compressed, so that a reader can have it.
func (z *Writer) Flush() error {
	if z.err == nil && !z.closed && z.begin() {
		z.err = z.compressor.Flush()
	}
	return z.err
}

// Close writes the end. It does not close the writer that is written to.
func (z *Writer) Close() error {
	if z.err != nil || z.closed {
		return z.err
	}
	z.closed = true
	if z.begin() {
		z.err = z.compressor.Close()
		end := binary.LittleEndian.AppendUint32(nil, z.sum)
		z.put(binary.LittleEndian.AppendUint32(end, z.size), nil)
	}
	return z.err
}
