// Package base32 turns bytes into characters of an alphabet of 32, five into eight, and back. RFC 4648.
package base32

import (
	"io"
	"slices"
	"strconv"
)

// Encoding is an alphabet with its padding.
type Encoding struct {
	alphabet [32]byte
	values   [256]uint8 // of the characters; noValue for others
	padding  rune
}

// The padding characters.
const (
	StdPadding rune = '=' // what RFC 4648 says
	NoPadding  rune = -1
)

const noValue = 0xff

// A group of bytes and the characters it becomes.
const (
	groupBytes      = 5
	groupCharacters = 8
)

// NewEncoding returns the encoding of an alphabet of 32 different bytes, with the standard padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 32 {
		panic("encoding alphabet is not 32-bytes long")
	}
	e := &Encoding{padding: StdPadding}
	copy(e.alphabet[:], encoder)
	for i := range e.values {
		e.values[i] = noValue
	}
	for i, c := range e.alphabet {
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.values[c] != noValue:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.values[c] = uint8(i)
	}
	return e
}

// StdEncoding is the standard encoding.
var StdEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")

// HexEncoding keeps the order of what it encodes.
var HexEncoding = NewEncoding("0123456789ABCDEFGHIJKLMNOPQRSTUV")

// WithPadding returns the encoding with other padding, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != noValue:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// EncodedLen returns how many characters n bytes become.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/groupBytes*groupCharacters + (n%groupBytes*8+4)/5
	}
	return (n + groupBytes - 1) / groupBytes * groupCharacters
}

// Encode writes the characters of src to dst, which has room for EncodedLen(len(src)): to the end of the padding.
func (enc *Encoding) Encode(dst, src []byte) {
	for len(src) >= groupBytes {
		bits := uint64(src[0])<<32 | uint64(src[1])<<24 | uint64(src[2])<<16 | uint64(src[3])<<8 | uint64(src[4])
		_ = dst[groupCharacters-1]
		for i := range groupCharacters {
			dst[i] = enc.alphabet[bits>>(35-5*i)&31]
		}
		src = src[groupBytes:]
		dst = dst[groupCharacters:]
	}
	if len(src) == 0 {
		return
	}
	var bits uint64
	for i, c := range src {
		bits |= uint64(c) << (32 - 8*i)
	}
	n := (len(src)*8 + 4) / 5
	for i := n - 1; i >= 0; i-- {
		dst[i] = enc.alphabet[bits>>(35-5*i)&31]
	}
	if enc.padding != NoPadding {
		for i := n; i < groupCharacters; i++ {
			dst[i] = byte(enc.padding)
		}
	}
}

// AppendEncode appends the characters of src to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n := enc.EncodedLen(len(src))
	dst = slices.Grow(dst, n)
	enc.Encode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n]
}

// EncodeToString returns the characters of src.
func (enc *Encoding) EncodeToString(src []byte) string {
	buf := make([]byte, enc.EncodedLen(len(src)))
	enc.Encode(buf, src)
	return string(buf)
}

type encoder struct {
	err  error
	enc  *Encoding
	w    io.Writer
	rest [groupBytes]byte // bytes that make no group yet
	used int              // in rest
	out  [1024]byte
}

// NewEncoder returns a writer that writes characters to w; Close writes the last ones.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	if e.used > 0 {
		n = copy(e.rest[e.used:], p)
		e.used += n
		p = p[n:]
		if e.used < groupBytes {
			return n, nil
		}
		if e.put(e.rest[:]); e.err != nil {
			return n, e.err
		}
		e.used = 0
	}
	for len(p) >= groupBytes {
		part := p[:min(len(p)/groupBytes*groupBytes, len(e.out)/groupCharacters*groupBytes)]
		if e.put(part); e.err != nil {
			return n, e.err
		}
		n += len(part)
		p = p[len(part):]
	}
	e.used = copy(e.rest[:], p)
	return n + len(p), nil
}

// put writes the characters of bytes.
func (e *encoder) put(bytes []byte) {
	e.enc.Encode(e.out[:], bytes)
	_, e.err = e.w.Write(e.out[:e.enc.EncodedLen(len(bytes))])
}

func (e *encoder) Close() error {
	if e.err == nil && e.used > 0 {
		rest := e.rest[:e.used]
		e.used = 0
		e.put(rest)
	}
	return e.err
}

// CorruptInputError is the place of a byte that cannot stand there.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base32 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// DecodedLen returns the most bytes that n characters stand for.
func (enc *Encoding) DecodedLen(n int) int { return decodedLen(n, enc.padding) }

func decodedLen(n int, padding rune) int {
	whole := n / groupCharacters * groupBytes
	if padding == NoPadding {
		return whole + n%groupCharacters*5/8
	}
	return whole
}

// decode decodes text without newlines; ended says that padding was in it, or a group that is not full.
func (enc *Encoding) decode(dst, src []byte) (n int, ended bool, err error) {
	for at := 0; at < len(src) && !ended; {
		var bits uint64
		have := 0 // characters of the group
		for have < groupCharacters && !ended {
			if at == len(src) {
				if enc.padding != NoPadding {
					return n, false, CorruptInputError(at - have)
				}
				ended = true
				break
			}
			c := src[at]
			at++
			left := len(src) - at
			if c == byte(enc.padding) && have >= 2 && left < groupCharacters {
				missing := groupCharacters - 1 - have // characters of padding that follow
				if left < missing {
					return n, false, CorruptInputError(len(src))
				}
				for i, c := range src[at : at+missing] {
					if c != byte(enc.padding) {
						return n, false, CorruptInputError(at + i - 1)
					}
				}
				if have == 3 || have == 6 {
					return n, false, CorruptInputError(at - 1)
				}
				ended = true
				break
			}
			value := enc.values[c]
			if value == noValue {
				return n, false, CorruptInputError(at - 1)
			}
			bits |= uint64(value) << (35 - 5*have)
			have++
		}
		bytes := have * 5 / 8
		if have == 1 || have == 3 || have == 6 {
			bytes = 0 // no number of bytes becomes so many characters
		}
		for i := bytes - 1; i >= 0; i-- {
			dst[i] = byte(bits >> (32 - 8*i))
		}
		n += bytes
		if !ended {
			dst = dst[groupBytes:]
		}
	}
	return n, ended, nil
}

// withoutNewlines copies src to dst without newlines and returns how many bytes are left.
func withoutNewlines(dst, src []byte) int {
	n := 0
	for _, c := range src {
		if c != '\n' && c != '\r' {
			dst[n] = c
			n++
		}
	}
	return n
}

// Decode writes the bytes that src stands for to dst: at most DecodedLen(len(src)), those before an error, too.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	text := make([]byte, len(src))
	n, _, err = enc.decode(dst, text[:withoutNewlines(text, src)])
	return n, err
}

// AppendDecode appends the bytes that src stands for to dst: those before an error, too.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(src)
	for n > 0 && rune(src[n-1]) == enc.padding {
		n--
	}
	n = decodedLen(n, NoPadding)
	dst = slices.Grow(dst, n)
	n, err := enc.Decode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n], err
}

// DecodeString returns the bytes that s stands for: those before an error, too.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	buf := []byte(s)
	n, _, err := enc.decode(buf, buf[:withoutNewlines(buf, buf)])
	return buf[:n], err
}

type decoder struct {
	err   error
	enc   *Encoding
	r     io.Reader
	ended bool
	text  [1024]byte
	used  int    // in text
	out   []byte // decoded, not read yet
	room  [1024 / groupCharacters * groupBytes]byte
}

// NewDecoder returns a reader of the bytes that the characters of r stand for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

// readText reads text without newlines, at least one character if there is no error.
func (d *decoder) readText(p []byte) (n int, err error) {
	for n == 0 && err == nil {
		var raw int
		raw, err = d.r.Read(p)
		n = withoutNewlines(p, p[:raw])
		if raw == 0 {
			break
		}
	}
	return n, err
}

// fill reads text until there are least characters of it, or an error.
func (d *decoder) fill(room []byte, least int) (n int) {
	for n < least && d.err == nil {
		var more int
		more, d.err = d.readText(room[n:])
		n += more
	}
	if d.err == io.EOF && n < least {
		padded := d.enc.padding != NoPadding
		if n > 0 || padded && least < groupCharacters {
			d.err = io.ErrUnexpectedEOF
		}
	}
	return n
}

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.out) > 0 {
		n = copy(p, d.out)
		if d.out = d.out[n:]; len(d.out) == 0 {
			return n, d.err
		}
		return n, nil
	}
	if d.err != nil {
		return 0, d.err
	}
	wanted := (len(p) + groupBytes - 1) / groupBytes * groupCharacters
	wanted = min(max(wanted, groupCharacters), len(d.text))
	least := 1
	if d.enc.padding != NoPadding {
		least = groupCharacters - d.used
	}
	more := d.fill(d.text[d.used:wanted], least)
	d.used += more
	if d.used < least {
		return 0, d.err
	}
	if more > 0 && d.ended {
		return 0, CorruptInputError(0)
	}
	ready := d.used
	if d.enc.padding != NoPadding {
		ready = d.used / groupCharacters * groupCharacters
	}
	if d.enc.DecodedLen(d.used) > len(p) {
		var decoded int
		decoded, d.ended, err = d.enc.decode(d.room[:], d.text[:ready])
		n = copy(p, d.room[:decoded])
		d.out = d.room[n:decoded]
	} else {
		n, d.ended, err = d.enc.decode(p, d.text[:ready])
	}
	d.used = copy(d.text[:], d.text[ready:d.used])
	if err != nil && (d.err == nil || d.err == io.EOF) {
		d.err = err
	}
	if len(d.out) > 0 {
		return n, nil
	}
	return n, d.err
}
