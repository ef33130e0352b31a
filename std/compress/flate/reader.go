// Package flate reads and writes DEFLATE, RFC 1951. What is written is zlib's choice: other bytes than Go's for the same data,
// and about as many.
package flate

import (
	"bufio"
	"bytes"
	"internal/deflate"
	"io"
	"strconv"
	"strings"
)

// CorruptInputError is the place, in bytes, up to which there is something wrong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "flate: corrupt input before offset " + strconv.FormatInt(int64(e), 10)
}

// InternalError is a fault of this package; there is none.
type InternalError string

func (e InternalError) Error() string { return "flate: internal error: " + string(e) }

// ReadError was an error of the reader; now that is returned itself.
type ReadError struct {
	Offset int64
	Err    error
}

func (e *ReadError) Error() string {
	return "flate: read error at offset " + strconv.FormatInt(e.Offset, 10) + ": " + e.Err.Error()
}

// WriteError was an error of the writer; now that is returned itself.
type WriteError struct {
	Offset int64
	Err    error
}

func (e *WriteError) Error() string {
	return "flate: write error at offset " + strconv.FormatInt(e.Offset, 10) + ": " + e.Err.Error()
}

// Reader is what NewReader reads from without a buffer of its own, and so not behind the end of the stream.
type Reader interface {
	io.Reader
	io.ByteReader
}

// Resetter is what NewReader returns, too: Reset begins another stream.
type Resetter interface {
	Reset(r io.Reader, dict []byte) error
}

// flushed is what ends a stream that was flushed: behind it more may not come for long.
const flushed = 0x0000ffff

// mostAtOnce is how many bytes a Read returns at most.
const mostAtOnce = 32 << 10

type decompressor struct {
	r     Reader
	state []byte
	taken int64  // bytes
	last  uint32 // four bytes
	one   [1]byte
	full  bool   // the last output had no room left, so that zlib may hold more
	chunk []byte // for readers that can go back
	err   error
}

// NewReader returns a reader of what r holds compressed. If r is no io.ByteReader, more may be read from it than the stream.
func NewReader(r io.Reader) io.ReadCloser { return NewReaderDict(r, nil) }

// NewReaderDict is NewReader for a stream that was written with a dictionary.
func NewReaderDict(r io.Reader, dict []byte) io.ReadCloser {
	d := new(decompressor)
	d.Reset(r, dict)
	return d
}

func (d *decompressor) Reset(r io.Reader, dict []byte) error {
	if d.state == nil {
		d.state = make([]byte, deflate.InflaterSize)
	}
	d.taken, d.full, d.err = 0, false, nil
	deflate.InitInflater(d.state, dict)
	if own, ok := r.(Reader); ok {
		d.r = own
	} else {
		d.r = bufio.NewReader(r)
	}
	return nil
}

func (d *decompressor) Close() error {
	if d.err == io.EOF {
		return nil
	}
	return d.err
}

func (d *decompressor) Read(p []byte) (n int, err error) {
	if d.err != nil {
		return 0, d.err
	}
	p = p[:min(len(p), mostAtOnce)]
	for n < len(p) && d.err == nil {
		n += d.step(p[n:])
		if n > 0 && !d.full && d.last == flushed {
			break
		}
	}
	return n, d.err
}

// step inflates what zlib still holds, what is at hand, or the next byte.
func (d *decompressor) step(p []byte) (put int) {
	what := deflate.More
	if d.full {
		_, put, what = deflate.Inflate(d.state, nil, p)
	}
	if put == 0 && what == deflate.More {
		in, done := d.ahead()
		if len(in) == 0 {
			c, err := d.r.ReadByte()
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			if d.err = err; err != nil {
				return 0
			}
			d.one[0] = c
			in, done = d.one[:], func(int) {}
		}
		var taken int
		taken, put, what = deflate.Inflate(d.state, in, p)
		for _, c := range in[max(taken-4, 0):taken] {
			d.last = d.last<<8 | uint32(c)
		}
		done(taken)
		d.taken += int64(taken)
	}
	d.full = put == len(p)
	switch what {
	case deflate.End:
		d.err = io.EOF
	case deflate.Wrong:
		d.err = CorruptInputError(d.taken)
	}
	return put
}

// ahead returns bytes that can be read, and what is to be called with how many of them are. There may be none: readers of which
// that is not known are read byte by byte.
func (d *decompressor) ahead() (in []byte, done func(n int)) {
	switch r := d.r.(type) {
	case *bufio.Reader:
		if r.Buffered() == 0 {
			r.Peek(1)
		}
		in, _ = r.Peek(r.Buffered())
		return in, func(n int) { r.Discard(n) }
	case *bytes.Buffer:
		return r.Bytes(), func(n int) { r.Next(n) }
	case *bytes.Reader:
		return d.readChunk(r)
	case *strings.Reader:
		return d.readChunk(r)
	}
	return nil, nil
}

// readChunk reads a chunk; what is not taken is gone back over.
func (d *decompressor) readChunk(r io.ReadSeeker) (in []byte, done func(n int)) {
	if d.chunk == nil {
		d.chunk = make([]byte, 4096)
	}
	size, _ := r.Read(d.chunk)
	return d.chunk[:size], func(n int) {
		if n < size {
			r.Seek(int64(n-size), io.SeekCurrent)
		}
	}
}
