// Package hex turns bytes into hexadecimal digits and back.
package hex

import (
	"errors"
	"fmt"
	"io"
)

// ErrLength says that there is an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError says which byte is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen returns how many digits n bytes have.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen returns how many bytes x digits are.
func DecodedLen(x int) int { return x / 2 }

// Encode writes the digits of src to dst and returns how many they are.
func Encode(dst, src []byte) int {
	n := EncodedLen(len(src))
	if n > len(dst) {
		encode(dst[:len(dst)/2*2], src[:len(dst)/2])
		_ = dst[len(dst)]
	}
	encode(dst[:n], src)
	return n
}

// encode writes the digits of src to dst, which is as long as they are.
//
//go:noescape
func encode(dst, src []byte)

// Decode writes the bytes that the digits of src stand for to dst and returns how many they are: those before an
// error, too.
func Decode(dst, src []byte) (int, error) {
	n := len(src) / 2
	if len(dst) < n {
		n = len(dst)
	}
	n = decode(dst[:n], src)
	for _, c := range src[2*n : min(2*n+2, len(src))] {
		if !isDigit(c) {
			return n, InvalidByteError(c)
		}
	}
	if len(src) == 2*n+1 {
		return n, ErrLength
	}
	if len(src) > 2*n {
		dst[n] = 0 // panics
	}
	return n, nil
}

// decode fills dst from the digits of src and returns how many bytes it did before one that is none.
//
//go:noescape
func decode(dst, src []byte) int

func isDigit(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// grow returns b with room for n more bytes.
func grow(b []byte, n int) []byte {
	if cap(b)-len(b) < n {
		b = append(b[:cap(b)], make([]byte, len(b)+n-cap(b))...)[:len(b)]
	}
	return b
}

// AppendEncode appends the digits of src to dst.
func AppendEncode(dst, src []byte) []byte {
	n := len(dst)
	dst = grow(dst, EncodedLen(len(src)))[:n+EncodedLen(len(src))]
	encode(dst[n:], src)
	return dst
}

// AppendDecode appends the bytes that the digits of src stand for to dst: those before an error, too.
func AppendDecode(dst, src []byte) ([]byte, error) {
	size := DecodedLen(len(src))
	dst = grow(dst, size)
	n, err := Decode(dst[len(dst):][:size], src)
	return dst[:len(dst)+n], err
}

// EncodeToString returns the digits of src.
func EncodeToString(src []byte) string {
	dst := make([]byte, EncodedLen(len(src)))
	encode(dst, src)
	return string(dst)
}

// DecodeString returns the bytes that the digits of s stand for: those before an error, too.
func DecodeString(s string) ([]byte, error) {
	dst := make([]byte, DecodedLen(len(s)))
	n, err := Decode(dst, []byte(s))
	return dst[:n], err
}

const bufferSize = 1024

type encoder struct {
	w   io.Writer
	err error
	out [bufferSize]byte
}

// NewEncoder returns a writer that writes digits to w.
func NewEncoder(w io.Writer) io.Writer { return &encoder{w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && e.err == nil {
		part := p[:min(len(p), bufferSize/2)]
		var written int
		written, e.err = e.w.Write(e.out[:Encode(e.out[:], part)])
		n += written / 2
		p = p[len(part):]
	}
	return n, e.err
}

type decoder struct {
	r    io.Reader
	err  error
	in   []byte // digits in room
	room [bufferSize]byte
}

// NewDecoder returns a reader of the bytes that the digits from r stand for; there must be an even number of them.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.in) < 2 && d.err == nil {
		kept := copy(d.room[:], d.in)
		var read int
		read, d.err = d.r.Read(d.room[kept:])
		d.in = d.room[:kept+read]
		if d.err == io.EOF && len(d.in)%2 != 0 {
			if last := d.in[len(d.in)-1]; isDigit(last) {
				d.err = io.ErrUnexpectedEOF
			} else {
				d.err = InvalidByteError(last)
			}
		}
	}
	p = p[:min(len(p), len(d.in)/2)]
	n, err = Decode(p, d.in[:2*len(p)])
	d.in = d.in[2*n:]
	if err != nil {
		d.in, d.err = nil, err
	}
	if len(d.in) < 2 {
		return n, d.err // behind what was read before it
	}
	return n, nil
}
