package json

import (
	"bytes"
	"encoding/json/internal/jsontext"
	"errors"
	"io"
	"reflect"
	"strconv"
)

// Encoder writes JSON values to a stream, each with a newline.
type Encoder struct {
	w              io.Writer
	err            error
	html           bool
	prefix, indent string
	_              [6]uintptr // as large as Go's
}

// NewEncoder returns an encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder {
	enc := new(Encoder)
	enc.w = w
	enc.html = true
	return enc
}

// SetIndent makes values be indented as Indent does.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML says whether <, > and & are escaped in strings.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.html = on }

// Encode writes v.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	e := newEncoding(enc.html)
	err := e.root(v)
	out := e.buf
	if err == nil && enc.prefix+enc.indent != "" {
		out, err = appendIndented(nil, e.buf, enc.prefix, enc.indent)
	}
	if err == nil {
		if _, err = enc.w.Write(append(out, '\n')); err != nil {
			enc.err = err
		}
	}
	e.release()
	return err
}

// RawMessage is JSON that is kept as it is.
type RawMessage = jsontext.Value

// Token is a Delim, bool, float64, Number, string or nil.
type Token any

// Delim is one of [ ] { }.
type Delim rune

// String returns it.
func (d Delim) String() string { return string(d) }

// placement is what may come next.
type placement uint8

const (
	topValue  placement = iota
	firstElem           // behind [
	nextElem            // behind a comma
	afterElem
	firstKey // behind {
	nextKey  // behind a comma
	afterKey
	member // behind a colon
	afterMember
)

// Decoder reads JSON values from a stream.
type Decoder struct {
	r             io.Reader
	buf           []byte
	last          int   // of the token or value read last
	at            int   // of what was not read yet
	base          int64 // where buf begins in the stream
	end           int64 // of the last token or value in the stream
	err           error
	useNumber     bool
	rejectUnknown bool
	stack         []placement // of what is around
	now           placement
}

// NewDecoder returns a decoder that reads from r, more than it needs.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber makes numbers in an any be Numbers.
func (dec *Decoder) UseNumber() { dec.useNumber = true }

// DisallowUnknownFields makes names that a struct does not have an error.
func (dec *Decoder) DisallowUnknownFields() { dec.rejectUnknown = true }

// Buffered returns what was read from the stream and not decoded.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.at:]) }

// InputOffset returns where the last token or value ended in the stream.
func (dec *Decoder) InputOffset() int64 { return dec.end }

// fill reads more. The buffer begins with the last token or value, and grows when it is small for what was read, or nearly full of
// the value that is being read; what a bytes.Buffer holds is taken as it is.
func (dec *Decoder) fill() error {
	if b, ok := dec.r.(*bytes.Buffer); ok && len(dec.buf) == 0 {
		if dec.buf = b.Next(b.Len()); len(dec.buf) == 0 {
			return io.EOF
		}
		return nil
	}
	size := cap(dec.buf)
	switch {
	case size == 0:
		size = 64
	case size <= 2048 && int64(size) < dec.end/2, dec.last == 0 && len(dec.buf) >= 3*size/4:
		size *= 2
	}
	kept := dec.buf[dec.last:]
	if size == cap(dec.buf) {
		dec.buf = dec.buf[:copy(dec.buf, kept)]
	} else {
		dec.buf = append(make([]byte, 0, size), kept...)
	}
	dec.base += int64(dec.last)
	dec.at -= dec.last
	dec.last = 0
	for {
		n, err := dec.r.Read(dec.buf[len(dec.buf):cap(dec.buf)])
		dec.buf = dec.buf[:len(dec.buf)+n]
		if n > 0 {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// peek returns the next byte that is no white space.
func (dec *Decoder) peek() (byte, error) {
	for {
		dec.at = skipSpace(dec.buf, dec.at)
		if dec.at < len(dec.buf) {
			return dec.buf[dec.at], nil
		}
		if err := dec.fill(); err != nil {
			return 0, err
		}
	}
}

// separator goes over the comma or colon in front of a value.
func (dec *Decoder) separator() error {
	c, err := dec.peek()
	if err != nil || dec.now != afterElem && dec.now != afterKey {
		return err
	}
	switch {
	case dec.now == afterElem && c == ',':
		dec.now = nextElem
	case dec.now == afterKey && c == ':':
		dec.now = member
	default:
		return dec.misplaced()
	}
	dec.at++
	return nil
}

func (dec *Decoder) invalid(where string) error {
	err := invalidCharacter(dec.buf, dec.at, where).(*SyntaxError)
	err.Offset += dec.base
	return err
}

// next returns the text of the next value and goes behind it.
func (dec *Decoder) next() ([]byte, error) {
	if _, err := dec.peek(); err != nil {
		return nil, err
	}
	for {
		end, begin, what := scanValue(dec.buf, dec.at)
		if what != scanOK && what != scanEnd {
			err := syntaxError(dec.buf, end, begin, what)
			err.(*SyntaxError).Offset += dec.base
			return nil, err
		}
		// A number that ends where the buffer does may go on.
		if what == scanOK && (end < len(dec.buf) || dec.buf[end-1] < '0' || dec.buf[end-1] > '9') {
			text := dec.buf[dec.at:end]
			dec.at = end
			return text, nil
		}
		if err := dec.fill(); err != nil {
			if err != io.EOF {
				return nil, err
			}
			if what == scanEnd {
				return nil, io.ErrUnexpectedEOF
			}
			end, _, _ = scanValue(dec.buf, dec.at)
			text := dec.buf[dec.at:end]
			dec.at = end
			return text, nil
		}
	}
}

// Decode reads the next value into what v points to.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil {
		return dec.err
	}
	err := dec.separator()
	var text []byte
	if err == nil {
		text, err = dec.next()
	}
	if err != nil {
		dec.err = err
		return err
	}
	dec.passed(len(text))
	rv := reflect.ValueOf(v)
	if rv.Kind() != reflect.Pointer || rv.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	d := decoding{data: text, root: rv.Type().Elem(), useNumber: dec.useNumber, rejectUnknown: dec.rejectUnknown}
	return d.run(rv)
}

// passed notes that a value or token of n bytes was read, which ends here.
func (dec *Decoder) passed(n int) {
	dec.ended(n)
	switch dec.now {
	case firstElem, nextElem:
		dec.now = afterElem
	case firstKey, nextKey:
		dec.now = afterKey
	case member:
		dec.now = afterMember
	}
}

func (dec *Decoder) ended(n int) {
	dec.last = dec.at - n
	dec.end = dec.base + int64(dec.at)
}

// More says whether the array or object has more elements.
func (dec *Decoder) More() bool {
	c, err := dec.peek()
	return err == nil && c != ']' && c != '}'
}

// Token returns the next token; io.EOF at the end.
func (dec *Decoder) Token() (Token, error) {
	if dec.err != nil {
		return nil, dec.err
	}
	for {
		c, err := dec.peek()
		if err != nil {
			return nil, err
		}
		switch c {
		case ',':
			switch dec.now {
			case afterElem:
				dec.now = nextElem
			case afterMember:
				dec.now = nextKey
			default:
				return nil, dec.misplaced()
			}
			dec.at++
			continue
		case ':':
			if dec.now != afterKey {
				return nil, dec.misplaced()
			}
			dec.now = member
			dec.at++
			continue
		case ']', '}':
			array := dec.now == firstElem || dec.now == afterElem
			object := dec.now == firstKey || dec.now == afterMember
			if c == ']' && !array || c == '}' && !object {
				return nil, dec.misplaced()
			}
			dec.at++
			dec.now = dec.stack[len(dec.stack)-1]
			dec.stack = dec.stack[:len(dec.stack)-1]
			dec.passed(1)
			return Delim(c), nil
		}
		switch dec.now {
		case afterElem, afterKey, afterMember:
			return nil, dec.misplaced()
		case firstKey, nextKey:
			if c != '"' {
				return nil, dec.misplaced()
			}
		}
		if c == '[' || c == '{' {
			dec.at++
			dec.ended(1)
			dec.stack = append(dec.stack, dec.now)
			dec.now = firstElem
			if c == '{' {
				dec.now = firstKey
			}
			return Delim(c), nil
		}
		return dec.scalar(c)
	}
}

// scalar returns the token of a value that begins with c and is no array or object.
func (dec *Decoder) scalar(c byte) (Token, error) {
	text, err := dec.next()
	if err != nil {
		return nil, err
	}
	dec.passed(len(text))
	switch c {
	case '"':
		return string(unescaped(text)), nil
	case 't', 'f':
		return c == 't', nil
	case 'n':
		return nil, nil
	}
	if dec.useNumber {
		return Number(text), nil
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + string(text), Type: reflect.TypeFor[float64](), Offset: dec.InputOffset()}
	}
	return f, nil
}

// misplaced is the error for a token that cannot stand where it does.
func (dec *Decoder) misplaced() error {
	switch dec.now {
	case afterElem:
		return dec.invalid("after array element")
	case firstKey, nextKey:
		return dec.invalid("looking for beginning of object key string")
	case afterKey:
		return dec.invalid("after object key")
	case afterMember:
		return dec.invalid("after object key:value pair")
	}
	return dec.invalid("looking for beginning of value")
}
