// Package base64 turns bytes into characters of an alphabet of 64, three into four, and back. RFC 4648.
package base64

import (
	"io"
	"strconv"
	"unsafe"
)

// Encoding is an alphabet with its padding.
type Encoding struct {
	alphabet  string
	values    [256]uint8 // of the characters, noValue for others; see table
	padding   rune
	strict    bool
	hasValues bool
	own       [64]byte // what alphabet is of, but for the package's own encodings
}

// The padding characters.
const (
	StdPadding rune = '=' // what RFC 4648 says
	NoPadding  rune = -1
)

const noValue = 0xff

// NewEncoding returns the encoding of an alphabet of 64 different bytes, with the standard padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{padding: StdPadding}
	e.alphabet = unsafe.String(&e.own[0], copy(e.own[:], encoder))
	for i := range len(encoder) {
		switch c := encoder[i]; {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case has(encoder[:i], c):
			panic("encoding alphabet includes duplicate symbols")
		}
	}
	return e
}

func has(alphabet string, c byte) bool {
	for i := range len(alphabet) {
		if alphabet[i] == c {
			return true
		}
	}
	return false
}

// table returns the values of the characters, which are found when they are first asked for: an encoding that only encodes needs none.
func (enc *Encoding) table() *[256]uint8 {
	if !enc.hasValues {
		for i := range enc.values {
			enc.values[i] = noValue
		}
		for i := range len(enc.alphabet) {
			enc.values[enc.alphabet[i]] = uint8(i)
		}
		enc.hasValues = true
	}
	return &enc.values
}

// WithPadding returns the encoding with other padding, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && has(enc.alphabet, byte(padding)):
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// Strict returns the encoding that takes no text whose unused bits are not zero.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

const (
	standardAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	urlAlphabet      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
)

// StdEncoding is the standard encoding.
var StdEncoding = &Encoding{alphabet: standardAlphabet, padding: StdPadding}

// URLEncoding is the encoding for URLs and names of files.
var URLEncoding = &Encoding{alphabet: urlAlphabet, padding: StdPadding}

// RawStdEncoding is the standard encoding without padding.
var RawStdEncoding = &Encoding{alphabet: standardAlphabet, padding: NoPadding}

// RawURLEncoding is the encoding for URLs and names of files without padding.
var RawURLEncoding = &Encoding{alphabet: urlAlphabet, padding: NoPadding}

// EncodedLen returns how many characters n bytes become.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen returns how many bytes n characters stand for at most.
func (enc *Encoding) DecodedLen(n int) int { return decodedLen(n, enc.padding) }

func decodedLen(n int, padding rune) int {
	if padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// Encode writes EncodedLen(len(src)) characters to dst.
func (enc *Encoding) Encode(dst, src []byte) {
	alphabet := enc.alphabet
	if alphabet == "" {
		alphabet = unsafe.String(&enc.own[0], len(enc.own)) // of Encoding{}
	}
	n := enc.EncodedLen(len(src))
	if n > len(dst) {
		// As if characters were written until there is no room, those of a whole group from its last one on.
		groups := min(len(dst)/4, len(src)/3)
		encode(dst[:groups*4], src[:groups*3], alphabet, enc.padding)
		rest := dst[groups*4:]
		if groups < len(src)/3 {
			_ = rest[3]
		}
		_ = rest[len(rest)]
	}
	encode(dst[:n], src, alphabet, enc.padding)
}

//go:noescape
func encode(dst, src []byte, alphabet string, padding rune)

// grow returns b with room for n more bytes.
func grow(b []byte, n int) []byte {
	if cap(b)-len(b) < n {
		b = append(b[:cap(b)], make([]byte, len(b)+n-cap(b))...)[:len(b)]
	}
	return b
}

// AppendEncode appends the characters for src to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	n := enc.EncodedLen(len(src))
	dst = grow(dst, n)
	enc.Encode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n]
}

// EncodeToString returns the characters for src.
func (enc *Encoding) EncodeToString(src []byte) string {
	buf := make([]byte, enc.EncodedLen(len(src)))
	enc.Encode(buf, src)
	return string(buf)
}

// CorruptInputError is the place of a byte that is wrong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// Decode writes at most DecodedLen(len(src)) bytes to dst and returns how many; newlines are skipped.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	at, values := 0, enc.table()
	for at < len(src) {
		// What is in order goes in bulk; the rest four characters at a time.
		groups := decodeGroups(dst[n:], src[at:], values)
		n += groups * 3
		at += groups * 4
		if at < len(src) {
			var more int
			at, more, err = enc.decodeGroup(dst[n:], src, at)
			n += more
			if err != nil {
				return n, err
			}
		}
	}
	return n, nil
}

// decodeGroups decodes groups of four characters of the alphabet, as many as there are and fit, and returns their
// number.
//
//go:noescape
func decodeGroups(dst, src []byte, values *[256]uint8) int

// decodeGroup decodes up to four characters from src[at] on. It returns where the next group begins and how many
// bytes it wrote.
func (enc *Encoding) decodeGroup(dst, src []byte, at int) (next, n int, err error) {
	var bits uint32
	have := 0 // characters
scan:
	for have < 4 {
		if at == len(src) {
			switch {
			case have == 0:
				return at, 0, nil
			case have == 1 || enc.padding != NoPadding:
				return at, 0, CorruptInputError(at - have)
			}
			break
		}
		c := src[at]
		at++
		switch v := enc.values[c]; {
		case v != noValue:
			bits = bits<<6 | uint32(v)
			have++
		case c == '\n' || c == '\r':
		case rune(c) != enc.padding || have < 2:
			return at, 0, CorruptInputError(at - 1)
		default:
			// Padding: a second character of it after two others, and then nothing.
			if have == 2 {
				at = skipNewlines(src, at)
				if at == len(src) {
					return at, 0, CorruptInputError(len(src))
				}
				if rune(src[at]) != enc.padding {
					return at, 0, CorruptInputError(at - 1)
				}
				at++
			}
			at = skipNewlines(src, at)
			if at < len(src) {
				err = CorruptInputError(at)
			}
			break scan
		}
	}
	bits <<= 6 * (4 - have)
	n = have - 1
	if unused := bits << (8 + 8*n); enc.strict && unused != 0 {
		return at, 0, CorruptInputError(at - (4 - have))
	}
	for i := n - 1; i >= 0; i-- {
		dst[i] = byte(bits >> (16 - 8*i))
	}
	return at, n, err
}

func skipNewlines(src []byte, at int) int {
	for at < len(src) && (src[at] == '\n' || src[at] == '\r') {
		at++
	}
	return at
}

// AppendDecode appends the bytes that src stands for to dst: those before an error, too.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	n := len(src)
	for n > 0 && rune(src[n-1]) == enc.padding {
		n--
	}
	n = decodedLen(n, NoPadding)
	dst = grow(dst, n)
	n, err := enc.Decode(dst[len(dst):][:n], src)
	return dst[:len(dst)+n], err
}

// DecodeString returns the bytes that s stands for: those before an error, too.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	buf := make([]byte, enc.DecodedLen(len(s)))
	n, err := enc.Decode(buf, []byte(s))
	return buf[:n], err
}

type encoder struct {
	err  error
	enc  *Encoding
	w    io.Writer
	rest [3]byte // bytes that make no group yet
	used int     // in rest
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
		if e.used < 3 {
			return n, nil
		}
		if e.put(e.rest[:]); e.err != nil {
			return n, e.err
		}
		e.used = 0
	}
	for len(p) >= 3 {
		part := p[:min(len(p)/3*3, len(e.out)/4*3)]
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
		e.put(e.rest[:e.used])
		e.used = 0
	}
	return e.err
}

type decoder struct {
	err     error
	readErr error // of r
	enc     *Encoding
	r       io.Reader
	in      [1024]byte // characters not yet decoded
	used    int        // in in
	out     []byte     // bytes not yet read, in room
	room    [1024 / 4 * 3]byte
}

// NewDecoder returns a reader of the bytes that the characters from r stand for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader {
	return &decoder{enc: enc, r: &lineJoiner{r}}
}

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.out) > 0 {
		return d.take(p), nil
	}
	if d.err != nil {
		return 0, d.err
	}
	for d.used < 4 && d.readErr == nil {
		want := min(max(len(p)/3*4, 4), len(d.in))
		want, d.readErr = d.r.Read(d.in[d.used:want])
		d.used += want
	}
	if d.used < 4 {
		return d.last(p)
	}
	whole := d.used / 4 * 4
	if whole/4*3 > len(p) {
		n, d.err = d.enc.Decode(d.room[:], d.in[:whole])
		d.out = d.room[:n]
		n = d.take(p)
	} else {
		n, d.err = d.enc.Decode(p, d.in[:whole])
	}
	d.used = copy(d.in[:], d.in[whole:d.used])
	return n, d.err
}

// last decodes what is no whole group at the end of the input.
func (d *decoder) last(p []byte) (n int, err error) {
	if d.enc.padding == NoPadding && d.used > 0 {
		n, d.err = d.enc.Decode(d.room[:], d.in[:d.used])
		d.used = 0
		d.out = d.room[:n]
		n = d.take(p)
		if n > 0 || len(p) == 0 && len(d.out) > 0 {
			return n, nil
		}
		if d.err != nil {
			return 0, d.err
		}
	}
	d.err = d.readErr
	if d.err == io.EOF && d.used > 0 {
		d.err = io.ErrUnexpectedEOF
	}
	return 0, d.err
}

func (d *decoder) take(p []byte) int {
	n := copy(p, d.out)
	d.out = d.out[n:]
	return n
}

// lineJoiner leaves newlines out.
type lineJoiner struct{ r io.Reader }

func (l *lineJoiner) Read(p []byte) (int, error) {
	for {
		n, err := l.r.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if c != '\r' && c != '\n' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || n == 0 {
			return kept, err
		}
	}
}
