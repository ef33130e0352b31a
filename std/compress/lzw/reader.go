package lzw

import (
	"bufio"
	"errors"
	"io"
)

// Reader reads what has been compressed.
type Reader struct {
	r     io.ByteReader
	order Order
	err   error

	bits  uint32 // read and not used, as many as count
	count uint

	codes  codes
	before uint16 // the code before; noCode behind clear, or if the next code gets no meaning

	// A code above end stands for the text of the code prefix and the byte suffix.
	prefix [tableEnd]uint16
	suffix [tableEnd]uint8

	// Texts are written backwards from the end of the room, then moved to the front.
	room  [2 * tableEnd]byte
	used  int
	ready []byte // at the front of the room, not given yet
}

// NewReader returns a reader of what was compressed with the order and the width of literals given, and read from r: no
// further than the end if r is an io.ByteReader. The result is a *Reader.
func NewReader(r io.Reader, order Order, litWidth int) io.ReadCloser {
	reader := new(Reader)
	reader.Reset(r, order, litWidth)
	return reader
}

// Reset makes r as NewReader would have.
func (r *Reader) Reset(src io.Reader, order Order, litWidth int) {
	*r = Reader{order: order, before: noCode}
	if r.err = check(order, litWidth); r.err != nil {
		return
	}
	if bytes, ok := src.(io.ByteReader); ok {
		r.r = bytes
	} else {
		r.r = bufio.NewReader(src)
	}
	r.codes.init(litWidth)
}

// Read reads decompressed bytes.
func (r *Reader) Read(b []byte) (int, error) {
	for {
		if len(r.ready) > 0 {
			n := copy(b, r.ready)
			r.ready = r.ready[n:]
			return n, nil
		}
		if r.err != nil {
			return 0, r.err
		}
		r.decode()
	}
}

// Close makes r unusable. It does not close what r reads.
func (r *Reader) Close() error {
	r.err = errClosed
	return nil
}

// next reads a code.
func (r *Reader) next() (uint16, error) {
	for r.count < r.codes.width {
		c, err := r.r.ReadByte()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return 0, err
		}
		if r.order == LSB {
			r.bits |= uint32(c) << r.count
		} else {
			r.bits |= uint32(c) << (24 - r.count)
		}
		r.count += 8
	}
	width := r.codes.width
	r.count -= width
	var code uint16
	if r.order == LSB {
		code = uint16(r.bits & (1<<width - 1))
		r.bits >>= width
	} else {
		code = uint16(r.bits >> (32 - width))
		r.bits <<= width
	}
	return code, nil
}

// decode fills the room by half, or up to an error.
func (r *Reader) decode() {
	c := &r.codes
	r.used = 0
	for r.used < tableEnd {
		code, err := r.next()
		if err != nil {
			r.err = err
			break
		}
		switch {
		case code == c.clear:
			c.forget()
			r.before = noCode
			continue
		case code == c.end:
			r.err = io.EOF
		case code > c.last || code == c.last && r.before == noCode && code > c.end:
			r.err = errors.New("lzw: invalid code")
		}
		if r.err != nil {
			break
		}
		first := r.write(code)
		if r.before != noCode {
			r.prefix[c.last], r.suffix[c.last] = r.before, first
		}
		r.before = code
		c.last++
		if c.last < c.overflow {
			continue
		}
		if c.width == maxWidth {
			// All codes have a meaning; that of the last one stays until clear.
			r.before = noCode
			c.last--
		} else {
			c.widen()
		}
	}
	r.ready = r.room[:r.used]
}

// write appends the text of a code to the room and returns its first byte.
func (r *Reader) write(code uint16) (first uint8) {
	i := len(r.room)
	if code == r.codes.last && r.before != noCode {
		// The code is the one that gets its meaning now: the text before, and its first byte again.
		i--
		code = r.before
	}
	again := i
	for code >= r.codes.clear {
		i--
		r.room[i] = r.suffix[code]
		code = r.prefix[code]
	}
	i--
	first = uint8(code)
	r.room[i] = first
	if again < len(r.room) {
		r.room[again] = first
	}
	r.used += copy(r.room[r.used:], r.room[i:])
	return first
}
