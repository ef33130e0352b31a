// Package gzip reads and writes gzip files, RFC 1952. What is written is as in compress/flate.
package gzip

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"time"
)

const magic = "\x1f\x8b\x08"

// The flags of a header: what follows it.
const (
	hasSum = 1 << (1 + iota)
	hasExtra
	hasName
	hasComment
)

// longestText is the length that names and comments must be below.
const longestText = 512

var (
	// ErrChecksum is a wrong checksum or length.
	ErrChecksum = errors.New("gzip: invalid checksum")
	// ErrHeader is a wrong header.
	ErrHeader = errors.New("gzip: invalid header")
)

// Header is what a file says of itself. The texts are Latin-1 in the file.
type Header struct {
	Comment string
	Extra   []byte
	ModTime time.Time
	Name    string
	OS      byte
}

// Reader reads a file: members, one after the other, of which Header has the last one's.
type Reader struct {
	Header
	r            flate.Reader
	decompressor io.ReadCloser
	sum          uint32
	size         uint32
	several      bool
	err          error
}

// NewReader returns a Reader and reads the first header.
func NewReader(r io.Reader) (*Reader, error) {
	z := new(Reader)
	if err := z.Reset(r); err != nil {
		return nil, err
	}
	return z, nil
}

// Reset begins another file.
func (z *Reader) Reset(r io.Reader) error {
	*z = Reader{decompressor: z.decompressor, several: true}
	if own, ok := r.(flate.Reader); ok {
		z.r = own
	} else {
		z.r = bufio.NewReader(r)
	}
	z.Header, z.err = z.readHeader()
	return z.err
}

// Multistream says whether members that follow belong to the file; they do until it is called. If not, Reset goes on with the next
// one.
func (z *Reader) Multistream(ok bool) { z.several = ok }

// Close closes the decompressor, not what is read from.
func (z *Reader) Close() error { return z.decompressor.Close() }

// take reads into b, which counts for the checksum of the header; its end must not come.
func (z *Reader) take(b []byte) error {
	_, err := io.ReadFull(z.r, b)
	z.sum = crc32.Update(z.sum, crc32.IEEETable, b)
	return expected(err)
}

// expected is err where the end must not come.
func expected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

func (z *Reader) takeText() (string, error) {
	var text []rune
	var c [1]byte
	for range longestText {
		if err := z.take(c[:]); err != nil {
			return "", err
		}
		if c[0] == 0 {
			return string(text), nil
		}
		text = append(text, rune(c[0]))
	}
	return "", ErrHeader
}

func (z *Reader) readHeader() (h Header, err error) {
	var b [10]byte
	if _, err = io.ReadFull(z.r, b[:]); err != nil {
		return h, err
	}
	if string(b[:3]) != magic {
		return h, ErrHeader
	}
	flags := b[3]
	if t := binary.LittleEndian.Uint32(b[4:]); t > 0 {
		h.ModTime = time.Unix(int64(t), 0)
	}
	h.OS = b[9]
	z.sum = crc32.ChecksumIEEE(b[:])
	if flags&hasExtra != 0 {
		if err = z.take(b[:2]); err != nil {
			return h, err
		}
		extra := make([]byte, binary.LittleEndian.Uint16(b[:]))
		if err = z.take(extra); err != nil {
			return h, err
		}
		h.Extra = extra
	}
	if flags&hasName != 0 {
		if h.Name, err = z.takeText(); err != nil {
			return h, err
		}
	}
	if flags&hasComment != 0 {
		if h.Comment, err = z.takeText(); err != nil {
			return h, err
		}
	}
	if flags&hasSum != 0 {
		sum := uint16(z.sum)
		if err = z.take(b[:2]); err != nil {
			return h, err
		}
		if binary.LittleEndian.Uint16(b[:]) != sum {
			return h, ErrHeader
		}
	}
	z.sum = 0
	if z.decompressor == nil {
		z.decompressor = flate.NewReader(z.r)
	} else {
		z.decompressor.(flate.Resetter).Reset(z.r, nil)
	}
	return h, nil
}

// Read reads what the members hold, and checks it at the end of each.
func (z *Reader) Read(p []byte) (n int, err error) {
	if z.err != nil {
		return 0, z.err
	}
	for n == 0 {
		n, z.err = z.decompressor.Read(p)
		z.sum = crc32.Update(z.sum, crc32.IEEETable, p[:n])
		z.size += uint32(n)
		if z.err != io.EOF {
			return n, z.err
		}
		var b [8]byte
		if _, err := io.ReadFull(z.r, b[:]); err != nil {
			z.err = expected(err)
			return n, z.err
		}
		if binary.LittleEndian.Uint32(b[:]) != z.sum || binary.LittleEndian.Uint32(b[4:]) != z.size {
			z.err = ErrChecksum
			return n, z.err
		}
		z.sum, z.size = 0, 0
		if !z.several {
			return n, io.EOF
		}
		if _, z.err = z.readHeader(); z.err != nil {
			return n, z.err
		}
	}
	return n, nil
}
