package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// ErrTooLarge is what a Buffer panics with that cannot grow.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

var (
	errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")
	errUnreadByte   = errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
)

const (
	firstCap = 64      // of a Buffer that begins with little
	maxCap   = 1 << 47 // no slice of bytes can be larger
)

// Buffer holds bytes to write to its end and to read from its beginning. The zero value is empty.
type Buffer struct {
	buf  []byte
	off  int      // where reading goes on
	last lastRead // what can be unread
}

// lastRead is the size of the character that the last operation read, or one of these.
type lastRead int8

const (
	readBytes   lastRead = -1
	readNothing lastRead = 0
)

// NewBuffer returns a Buffer that goes on with buf, which it takes over.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a Buffer that holds s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what is not yet read; it is good until the next change.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// AvailableBuffer returns an empty slice with the room of the buffer, to append to and then Write.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String returns what is not yet read.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Peek returns the next n bytes without reading them; io.EOF if there are fewer.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// Len returns how many bytes are not yet read.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap returns for how many bytes there is memory, read ones included.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available returns for how many more bytes there is room.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Truncate drops all but the first n bytes that are not yet read.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = readNothing
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset empties the buffer and keeps its memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.last = readNothing
}

// extend makes the buffer n bytes longer and returns where these begin.
func (b *Buffer) extend(n int) int {
	if b.off != 0 && b.off == len(b.buf) {
		b.Reset()
	}
	end := len(b.buf)
	if n <= cap(b.buf)-end {
		b.buf = b.buf[:end+n]
		return end
	}
	if b.buf == nil && n <= firstCap {
		b.buf = make([]byte, n, firstCap)
		return 0
	}
	unread := b.Len()
	if n <= cap(b.buf)/2-unread {
		copy(b.buf, b.buf[b.off:])
	} else {
		b.move(n)
	}
	b.off = 0
	b.buf = b.buf[:unread+n]
	return unread
}

// move moves what is not yet read to new memory with room for n more bytes and for growth.
func (b *Buffer) move(n int) {
	if n > maxCap-len(b.buf) {
		panic(ErrTooLarge)
	}
	unread := b.buf[b.off:]
	moved := append([]byte(nil), make([]byte, max(len(b.buf)+n, 2*cap(unread)))...)
	copy(moved, unread)
	b.buf = moved
}

// append makes room for n bytes to be written by the caller and returns where.
func (b *Buffer) append(n int) int {
	b.last = readNothing
	if end := len(b.buf); n <= cap(b.buf)-end {
		b.buf = b.buf[:end+n]
		return end
	}
	return b.extend(n)
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	end := b.extend(n)
	b.buf = b.buf[:end]
}

// Write implements io.Writer.
func (b *Buffer) Write(p []byte) (n int, err error) {
	at := b.append(len(p))
	return copy(b.buf[at:], p), nil
}

// WriteString writes a string.
func (b *Buffer) WriteString(s string) (n int, err error) {
	at := b.append(len(s))
	return copy(b.buf[at:], s), nil
}

// WriteByte implements io.ByteWriter.
func (b *Buffer) WriteByte(c byte) error {
	at := b.append(1)
	b.buf[at] = c
	return nil
}

// WriteRune writes a character.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if 0 <= r && r < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	at := b.append(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:at], r)
	return len(b.buf) - at, nil
}

// ReadFrom implements io.ReaderFrom.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = readNothing
	for {
		at := b.extend(MinRead)
		b.buf = b.buf[:at]
		m, err := r.Read(b.buf[at:cap(b.buf)])
		if m < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:at+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo implements io.WriterTo.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = readNothing
	if want := b.Len(); want > 0 {
		m, err := w.Write(b.buf[b.off:])
		if m > want {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		n = int64(m)
		if err != nil {
			return n, err
		}
		if m != want {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// exhausted says whether all is read; then the buffer is reset.
func (b *Buffer) exhausted() bool {
	if b.off < len(b.buf) {
		return false
	}
	b.Reset()
	return true
}

// Read implements io.Reader.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = readNothing
	if b.exhausted() {
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	return copy(p, b.Next(len(p))), nil
}

// Next reads at most n bytes and returns them; they are good until the next change.
func (b *Buffer) Next(n int) []byte {
	b.last = readNothing
	start := b.off
	b.off += min(n, b.Len())
	if b.off > start {
		b.last = readBytes
	}
	return b.buf[start:b.off]
}

// ReadByte implements io.ByteReader.
func (b *Buffer) ReadByte() (byte, error) {
	if b.exhausted() {
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.last = readBytes
	return c, nil
}

// ReadRune implements io.RuneReader.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.exhausted() {
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.last = lastRead(size)
	return r, size, nil
}

// UnreadRune implements io.RuneScanner.
func (b *Buffer) UnreadRune() error {
	if b.last <= readNothing {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	if b.off >= int(b.last) {
		b.off -= int(b.last)
	}
	b.last = readNothing
	return nil
}

// UnreadByte implements io.ByteScanner.
func (b *Buffer) UnreadByte() error {
	if b.last == readNothing {
		return errUnreadByte
	}
	b.last = readNothing
	if b.off > 0 {
		b.off--
	}
	return nil
}

// line reads up to and with delim; io.EOF if there is none.
func (b *Buffer) line(delim byte) (line []byte, err error) {
	n := IndexByte(b.buf[b.off:], delim) + 1
	if n == 0 {
		n = b.Len()
		err = io.EOF
	}
	line = b.buf[b.off : b.off+n]
	b.off += n
	b.last = readBytes
	return line, err
}

// ReadBytes reads up to and with delim, into memory of its own; io.EOF if there is none.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	read, err := b.line(delim)
	return append(line, read...), err
}

// ReadString reads up to and with delim; io.EOF if there is none.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	slice, err := b.line(delim)
	return string(slice), err
}
