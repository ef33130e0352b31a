package lzw

import (
	"bufio"
	"errors"
	"io"
)

// The table of texts is open: a place has the text's code before, its last byte and its own code.
const (
	tableBits = 14
	tableSize = 1 << tableBits
	codeBits  = 12
)

type writer interface {
	io.ByteWriter
	Flush() error
}

// Writer compresses what is written.
type Writer struct {
	w     writer
	order Order
	err   error

	bits  uint32 // that make no byte yet, as many as count
	count uint

	codes  codes
	before uint16 // the code of the text that is not written yet; noCode at the beginning
	table  [tableSize]uint32
}

// NewWriter returns a writer of compressed bytes to w, with the order of bits and the width of literals given: bytes must
// be less than 1<<litWidth. The result is a *Writer, which must be closed.
func NewWriter(w io.Writer, order Order, litWidth int) io.WriteCloser {
	writer := new(Writer)
	writer.Reset(w, order, litWidth)
	return writer
}

// Reset makes w as NewWriter would have.
func (w *Writer) Reset(dst io.Writer, order Order, litWidth int) {
	*w = Writer{order: order, before: noCode}
	if w.err = check(order, litWidth); w.err != nil {
		return
	}
	if bytes, ok := dst.(writer); ok {
		w.w = bytes
	} else {
		w.w = bufio.NewWriter(dst)
	}
	w.codes.init(litWidth)
}

// put writes a code.
func (w *Writer) put(code uint16) error {
	width := w.codes.width
	if w.order == LSB {
		w.bits |= uint32(code) << w.count
	} else {
		w.bits |= uint32(code) << (32 - width - w.count)
	}
	w.count += width
	for w.count >= 8 {
		if err := w.putByte(); err != nil {
			return err
		}
		w.count -= 8
	}
	return nil
}

func (w *Writer) putByte() error {
	var c byte
	if w.order == LSB {
		c = byte(w.bits)
		w.bits >>= 8
	} else {
		c = byte(w.bits >> 24)
		w.bits <<= 8
	}
	return w.w.WriteByte(c)
}

var errOutOfCodes = errors.New("lzw: out of codes")

// next gives the next code a meaning; errOutOfCodes if there are no more, and all have been forgotten.
func (w *Writer) next() error {
	c := &w.codes
	c.last++
	if c.last == c.overflow {
		c.widen()
	}
	if c.last != tableEnd-1 {
		return nil
	}
	if err := w.put(c.clear); err != nil {
		return err
	}
	c.forget()
	clear(w.table[:])
	return errOutOfCodes
}

// Write compresses p.
func (w *Writer) Write(p []byte) (n int, err error) {
	if w.err != nil {
		return 0, w.err
	}
	if len(p) == 0 {
		return 0, nil
	}
	for _, c := range p {
		if uint16(c) >= w.codes.clear {
			w.err = errors.New("lzw: input byte too large for the litWidth")
			return 0, w.err
		}
	}
	n = len(p)
	if w.before == noCode {
		if w.err = w.put(w.codes.clear); w.err != nil {
			return 0, w.err
		}
		w.before, p = uint16(p[0]), p[1:]
	}
	for _, c := range p {
		key := uint32(w.before)<<8 | uint32(c)
		place := (key>>codeBits ^ key) & (tableSize - 1)
		for ; w.table[place] != 0; place = (place + 1) & (tableSize - 1) {
			if w.table[place]>>codeBits == key {
				break
			}
		}
		if known := w.table[place]; known != 0 {
			w.before = uint16(known & (1<<codeBits - 1))
			continue
		}
		if w.err = w.put(w.before); w.err != nil {
			return 0, w.err
		}
		w.before = uint16(c)
		switch err := w.next(); err {
		case nil:
			w.table[place] = key<<codeBits | uint32(w.codes.last)
		case errOutOfCodes:
		default:
			w.err = err
			return 0, err
		}
	}
	return n, nil
}

// Close writes what is left and the end. It does not close what w writes to.
func (w *Writer) Close() error {
	if w.err != nil {
		if w.err == errClosed {
			return nil
		}
		return w.err
	}
	w.err = errClosed
	if w.before == noCode {
		if err := w.put(w.codes.clear); err != nil {
			return err
		}
	} else {
		if err := w.put(w.before); err != nil {
			return err
		}
		if err := w.next(); err != nil && err != errOutOfCodes {
			return err
		}
	}
	if err := w.put(w.codes.end); err != nil {
		return err
	}
	if w.count > 0 {
		if err := w.putByte(); err != nil {
			return err
		}
	}
	return w.w.Flush()
}
