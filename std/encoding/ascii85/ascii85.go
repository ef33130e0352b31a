// Package ascii85 turns bytes into printable characters, four into five, and back, as PostScript and PDF do.
package ascii85

import (
	"encoding/binary"
	"io"
	"strconv"
)

// A group of bytes and the characters it becomes: digits to the base 85 from '!' on. A group of zeros is a 'z'.
const (
	groupBytes      = 4
	groupCharacters = 5
	base            = 85
	zero            = 'z'
)

// CorruptInputError is the place of a character that does not belong there.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal ascii85 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// MaxEncodedLen returns how many characters n bytes become at most.
func MaxEncodedLen(n int) int { return (n + groupBytes - 1) / groupBytes * groupCharacters }

// Encode writes the characters of src to dst and returns their number. The last group may have fewer bytes than
// four: it becomes one character more than it has bytes.
func Encode(dst, src []byte) int {
	n := 0
	for len(src) > 0 {
		// Room for all characters is asked for, though fewer be written.
		if rest := dst[n:]; len(rest) < groupCharacters {
			_ = rest[len(rest)]
		}
		var group [groupBytes]byte
		used := copy(group[:], src)
		src = src[used:]
		v := binary.BigEndian.Uint32(group[:])
		if v == 0 && used == groupBytes {
			dst[n] = zero
			n++
			continue
		}
		var digits [groupCharacters]byte
		for i := groupCharacters - 1; i >= 0; i-- {
			digits[i] = '!' + byte(v%base)
			v /= base
		}
		n += copy(dst[n:], digits[:used+1])
	}
	return n
}

// Decode writes the bytes that src stands for to dst, as many as fit, and returns their number and how many
// characters were read. Spaces and control characters are passed over. With flush, src ends the text, and its last
// group may be short; without, a short group is left unread.
func Decode(dst, src []byte, flush bool) (ndst, nsrc int, err error) {
	var v uint32
	digits := 0
	for i, c := range src {
		if len(dst)-ndst < groupBytes {
			return ndst, nsrc, nil
		}
		switch {
		case c <= ' ':
			continue
		case c == zero && digits == 0:
			v, digits = 0, groupCharacters
		case '!' <= c && c < '!'+base:
			v = v*base + uint32(c-'!')
			digits++
		default:
			return 0, 0, CorruptInputError(i)
		}
		if digits == groupCharacters {
			binary.BigEndian.PutUint32(dst[ndst:], v)
			ndst += groupBytes
			nsrc = i + 1
			v, digits = 0, 0
		}
	}
	if !flush {
		return ndst, nsrc, nil
	}
	nsrc = len(src)
	if digits == 0 {
		return ndst, nsrc, nil
	}
	if digits == 1 {
		return 0, 0, CorruptInputError(len(src))
	}
	// The missing digits are the greatest: the bytes that count do not depend on them.
	for range groupCharacters - digits {
		v = v*base + base - 1
	}
	for i := range digits - 1 {
		dst[ndst] = byte(v >> (24 - 8*i))
		ndst++
	}
	return ndst, nsrc, nil
}

type encoder struct {
	w    io.Writer
	err  error
	rest [groupBytes]byte // bytes that make no group yet
	kept int
	out  [1024]byte
}

// NewEncoder returns a writer that writes the characters of what it is given to w. Close writes the last group.
func NewEncoder(w io.Writer) io.WriteCloser { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	for len(p) > 0 {
		whole := p
		if e.kept > 0 || len(p) < groupBytes {
			used := copy(e.rest[e.kept:], p)
			e.kept += used
			n += used
			p = p[used:]
			if e.kept < groupBytes {
				break
			}
			e.kept = 0
			whole = e.rest[:]
		} else {
			whole = p[:min(len(p), len(e.out)/groupCharacters*groupBytes)/groupBytes*groupBytes]
			n += len(whole)
			p = p[len(whole):]
		}
		if _, e.err = e.w.Write(e.out[:Encode(e.out[:], whole)]); e.err != nil {
			return n, e.err
		}
	}
	return n, nil
}

func (e *encoder) Close() error {
	if e.err == nil && e.kept > 0 {
		n := Encode(e.out[:], e.rest[:e.kept])
		e.kept = 0
		_, e.err = e.w.Write(e.out[:n])
	}
	return e.err
}

type decoder struct {
	r       io.Reader
	err     error // of decoding
	readErr error // of r
	in      [1024]byte
	filled  int
	out     [1024]byte
	ready   []byte // decoded, in out
}

// NewDecoder returns a reader of the bytes that the characters from r stand for.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	for {
		if len(d.ready) > 0 {
			n = copy(p, d.ready)
			d.ready = d.ready[n:]
			return n, nil
		}
		if d.err != nil {
			return 0, d.err
		}
		if d.filled > 0 {
			var ndst, nsrc int
			ndst, nsrc, d.err = Decode(d.out[:], d.in[:d.filled], d.readErr != nil)
			d.ready = d.out[:ndst]
			d.filled = copy(d.in[:], d.in[nsrc:d.filled])
			if ndst > 0 || d.err != nil {
				continue
			}
			d.dropSpace()
		}
		if d.readErr != nil {
			d.err = d.readErr
			continue
		}
		var read int
		read, d.readErr = d.r.Read(d.in[d.filled:])
		d.filled += read
	}
}

// dropSpace makes room: what is left is a part of a group, and spaces between.
func (d *decoder) dropSpace() {
	kept := d.in[:0]
	for _, c := range d.in[:d.filled] {
		if c > ' ' {
			kept = append(kept, c)
		}
	}
	d.filled = len(kept)
}
