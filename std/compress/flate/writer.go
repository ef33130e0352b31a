package flate

import (
	"errors"
	"fmt"
	"internal/deflate"
	"io"
	"slices"
)

// The levels: 1 to 9 take ever more time for ever less bytes. HuffmanOnly looks for no text that repeats.
const (
	NoCompression      = 0
	BestSpeed          = 1
	BestCompression    = 9
	DefaultCompression = -1
	HuffmanOnly        = -2
)

var errClosed = errors.New("flate: closed writer")

// Writer compresses what is written to it.
type Writer struct {
	w     io.Writer
	level int
	dict  []byte
	state []byte
	out   []byte
	err   error
}

// NewWriter returns a Writer that writes to w.
func NewWriter(w io.Writer, level int) (*Writer, error) { return NewWriterDict(w, level, nil) }

// NewWriterDict is NewWriter with a dictionary, which the reader must have, too: text that is likely to repeat.
func NewWriterDict(w io.Writer, level int, dict []byte) (*Writer, error) {
	if level < HuffmanOnly || level > BestCompression {
		return nil, fmt.Errorf("flate: invalid compression level %d: want value in range [-2, 9]", level)
	}
	z := &Writer{level: level, dict: slices.Clone(dict), state: make([]byte, deflate.DeflaterSize), out: make([]byte, 4096)}
	z.Reset(w)
	return z, nil
}

// Reset forgets all that was written and writes to dst.
func (w *Writer) Reset(dst io.Writer) {
	w.check()
	w.w, w.err = dst, nil
	deflate.InitDeflater(w.state, w.level, w.dict)
}

// check panics as Go's Writer does if NewWriter did not make it.
func (w *Writer) check() {
	if w.state == nil {
		var unmade *Writer
		_ = unmade.level
	}
}

// deflate compresses data and writes what comes out.
func (w *Writer) deflate(data []byte, flush int) {
	w.check()
	for w.err == nil {
		taken, put := deflate.Deflate(w.state, data, w.out, flush)
		data = data[taken:]
		if put > 0 {
			_, w.err = w.w.Write(w.out[:put])
		}
		if put < len(w.out) && len(data) == 0 {
			break
		}
	}
}

// Write compresses data; what comes out of it may be written later.
func (w *Writer) Write(data []byte) (n int, err error) {
	if w.deflate(data, deflate.Keep); w.err != nil {
		return 0, w.err
	}
	return len(data), nil
}

// Flush writes all that was compressed, so that a reader can have it, and a mark of at least 4 bytes.
func (w *Writer) Flush() error {
	w.deflate(nil, deflate.Sync)
	return w.err
}

// Close writes the end. It does not close the writer that is written to.
func (w *Writer) Close() error {
	if w.err == errClosed {
		return nil
	}
	if w.deflate(nil, deflate.Finish); w.err != nil {
		return w.err
	}
	w.err = errClosed
	return nil
}
