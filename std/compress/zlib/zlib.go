// Package zlib reads and writes zlib streams, RFC 1950. What is written is as in compress/flate.
package zlib

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/adler32"
	"internal/checksum"
	"io"
)

// The levels are those of compress/flate.
const (
	NoCompression      = flate.NoCompression
	BestSpeed          = flate.BestSpeed
	BestCompression    = flate.BestCompression
	DefaultCompression = flate.DefaultCompression
	HuffmanOnly        = flate.HuffmanOnly
)

// The parts of a header: method and window, and the flag of a dictionary.
const (
	methodDeflate  = 8
	largestWindow  = 7
	hasDictionary  = 1 << 5
	headerModulus  = 31
	standardHeader = 0x78
)

var (
	// ErrChecksum is a wrong checksum.
	ErrChecksum = errors.New("zlib: invalid checksum")
	// ErrDictionary is another dictionary than the stream was written with.
	ErrDictionary = errors.New("zlib: invalid dictionary")
	// ErrHeader is a wrong header.
	ErrHeader = errors.New("zlib: invalid header")
)

// Resetter is what NewReader returns, too: Reset begins another stream.
type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}

type reader struct {
	r            flate.Reader
	decompressor io.ReadCloser
	sum          uint32
	err          error
}

// NewReader returns a reader of a stream and reads its header.
func NewReader(r io.Reader) (io.ReadCloser, error) { return NewReaderDict(r, nil) }

// NewReaderDict is NewReader for a stream that may have been written with a dictionary.
func NewReaderDict(r io.Reader, dict []byte) (io.ReadCloser, error) {
	z := new(reader)
	if err := z.Reset(r, dict); err != nil {
		return nil, err
	}
	return z, nil
}

// take reads n bytes, up to 4, as a number; the end must not come.
func (z *reader) take(n int) (number uint32, err error) {
	var b [4]byte
	if _, err = io.ReadFull(z.r, b[4-n:]); err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return binary.BigEndian.Uint32(b[:]), err
}

func (z *reader) Reset(r io.Reader, dict []byte) error {
	*z = reader{decompressor: z.decompressor, sum: 1}
	if own, ok := r.(flate.Reader); ok {
		z.r = own
	} else {
		z.r = bufio.NewReader(r)
	}
	var withDict bool
	if withDict, z.err = z.readHeader(dict); z.err != nil {
		return z.err
	}
	if z.decompressor != nil {
		z.decompressor.(flate.Resetter).Reset(z.r, dict)
		return nil
	}
	if !withDict {
		dict = nil
	}
	z.decompressor = flate.NewReaderDict(z.r, dict)
	return nil
}

func (z *reader) readHeader(dict []byte) (withDict bool, err error) {
	header, err := z.take(2)
	if err != nil {
		return false, err
	}
	if method := header >> 8; method&15 != methodDeflate || method>>4 > largestWindow || header%headerModulus != 0 {
		return false, ErrHeader
	}
	if header&hasDictionary == 0 {
		return false, nil
	}
	sum, err := z.take(4)
	if err == nil && sum != adler32.Checksum(dict) {
		err = ErrDictionary
	}
	return true, err
}

func (z *reader) Read(p []byte) (n int, err error) {
	if z.err != nil {
		return 0, z.err
	}
	n, z.err = z.decompressor.Read(p)
	z.sum = checksum.Adler32(z.sum, p[:n])
	if z.err != io.EOF {
		return n, z.err
	}
	sum, err := z.take(4)
	switch {
	case err != nil:
		z.err = err
	case sum != z.sum:
		z.err = ErrChecksum
	}
	return n, z.err
}

func (z *reader) Close() error {
	if z.err != nil && z.err != io.EOF {
		return z.err
	}
	z.err = z.decompressor.Close()
	return z.err
}

// Writer writes a stream. Its header is written with the first Write, Flush or Close.
type Writer struct {
	w          io.Writer
	level      int
	dict       []byte
	compressor *flate.Writer
	begun      bool
	sum        uint32
	err        error
}

// NewWriter returns a Writer of the usual level.
func NewWriter(w io.Writer) *Writer {
	z, _ := NewWriterLevel(w, DefaultCompression)
	return z
}

// NewWriterLevel returns a Writer of a level.
func NewWriterLevel(w io.Writer, level int) (*Writer, error) {
	return NewWriterLevelDict(w, level, nil)
}

// NewWriterLevelDict returns a Writer with a dictionary, which must not change until the first Write.
func NewWriterLevelDict(w io.Writer, level int, dict []byte) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("zlib: invalid compression level: %d", level)
	}
	return &Writer{w: w, level: level, dict: dict, sum: 1}, nil
}

// Reset begins another stream.
func (z *Writer) Reset(w io.Writer) {
	if z.compressor != nil {
		z.compressor.Reset(w)
	}
	*z = Writer{w: w, level: z.level, dict: z.dict, compressor: z.compressor, sum: 1}
}

// begin writes the header if it is not yet written, and reports whether there is no error.
func (z *Writer) begin() bool {
	if z.begun {
		return z.err == nil
	}
	z.begun = true
	header := uint16(standardHeader) << 8
	switch {
	case z.level == DefaultCompression || z.level == 6:
		header |= 2 << 6
	case z.level > 6:
		header |= 3 << 6
	case z.level > BestSpeed:
		header |= 1 << 6
	}
	if z.dict != nil {
		header |= hasDictionary
	}
	header += headerModulus - header%headerModulus
	if _, z.err = z.w.Write(binary.BigEndian.AppendUint16(nil, header)); z.err != nil {
		return false
	}
	if z.dict != nil {
		if _, z.err = z.w.Write(binary.BigEndian.AppendUint32(nil, adler32.Checksum(z.dict))); z.err != nil {
			return false
		}
	}
	if z.compressor == nil {
		z.compressor, z.err = flate.NewWriterDict(z.w, z.level, z.dict)
	}
	return z.err == nil
}

// Write compresses p; what comes out of it may be written later.
func (z *Writer) Write(p []byte) (n int, err error) {
	if z.begin() && len(p) > 0 {
		n, z.err = z.compressor.Write(p)
		z.sum = checksum.Adler32(z.sum, p[:n])
	}
	return n, z.err
}

// Flush writes all that was compressed, so that a reader can have it.
func (z *Writer) Flush() error {
	if z.begin() {
		z.err = z.compressor.Flush()
	}
	return z.err
}

// Close writes the end. It does not close the writer that is written to.
func (z *Writer) Close() error {
	if !z.begin() {
		return z.err
	}
	if z.err = z.compressor.Close(); z.err == nil {
		_, z.err = z.w.Write(binary.BigEndian.AppendUint32(nil, z.sum))
	}
	return z.err
}
