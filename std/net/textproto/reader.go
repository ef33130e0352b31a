package textproto

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"internal/mimelimit"
	"io"
	"math"
	"strconv"
	"strings"
)

func init() {
	mimelimit.ReadHeader = func(r *bufio.Reader, maxBytes, maxFields int64) (map[string][]string, error) {
		return NewReader(r).readHeader(maxBytes, maxFields)
	}
}

var errTooLarge = errors.New("message too large")

// Reader reads lines, answers, headers and texts.
type Reader struct {
	R   *bufio.Reader
	dot *dotReader
	buf []byte // a line with those that continue it
}

// NewReader returns a Reader from r, which should have a limit: it reads lines of any length.
func NewReader(r *bufio.Reader) *Reader { return &Reader{R: r} }

// ReadLine reads a line and returns it without its end.
func (r *Reader) ReadLine() (string, error) {
	line, err := r.line(-1)
	return string(line), err
}

// ReadLineBytes is ReadLine.
func (r *Reader) ReadLineBytes() ([]byte, error) {
	line, err := r.line(-1)
	return bytes.Clone(line), err
}

// line reads a line, of at most so many bytes if limit is not negative. It is valid until the next read.
func (r *Reader) line(limit int64) ([]byte, error) {
	r.closeDot()
	var line []byte
	for {
		part, more, err := r.R.ReadLine()
		switch {
		case err != nil:
			return nil, err
		case limit >= 0 && int64(len(line)+len(part)) > limit:
			return nil, errTooLarge
		case line == nil && !more:
			return part, nil
		}
		if line = append(line, part...); !more {
			return line, nil
		}
	}
}

// ReadContinuedLine reads a line and those behind it that begin with space, which continue it; each is trimmed and they are put together
// with single spaces.
func (r *Reader) ReadContinuedLine() (string, error) {
	line, err := r.continued(-1, false)
	return string(line), err
}

// ReadContinuedLineBytes is ReadContinuedLine.
func (r *Reader) ReadContinuedLineBytes() ([]byte, error) {
	line, err := r.continued(-1, false)
	return bytes.Clone(line), err
}

// continued reads a continued line, of a header's field if it is to have a colon.
func (r *Reader) continued(limit int64, field bool) ([]byte, error) {
	line, err := r.line(limit)
	if err != nil || len(line) == 0 {
		return line, err
	}
	if field && bytes.IndexByte(line, ':') < 0 {
		return nil, ProtocolError(fmt.Sprintf("malformed MIME header: missing colon: %q", line))
	}
	// Most often the next line begins a field or ends the header: then nothing needs to be copied.
	if r.R.Buffered() > 1 {
		next, _ := r.R.Peek(2)
		if len(next) > 0 && (isLetter(next[0]) || next[0] == '\n') || string(next) == "\r\n" {
			return trim(line), nil
		}
	}
	r.buf = append(r.buf[:0], trim(line)...)
	if limit < 0 {
		limit = math.MaxInt64
	}
	limit -= int64(len(r.buf))
	for r.skipSpace() {
		r.buf = append(r.buf, ' ')
		if int64(len(r.buf)) >= limit {
			return nil, errTooLarge
		}
		if line, err = r.line(limit - int64(len(r.buf))); err != nil {
			return nil, err
		}
		r.buf = append(r.buf, trim(line)...)
	}
	return r.buf, nil
}

// trim returns a line without space around it, and never nil.
func trim(line []byte) []byte {
	for len(line) > 0 && isBlank(line[0]) {
		line = line[1:]
	}
	for len(line) > 0 && isBlank(line[len(line)-1]) {
		line = line[:len(line)-1]
	}
	return line
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// skipSpace reads spaces and tabs and reports whether there were any.
func (r *Reader) skipSpace() (any bool) {
	for {
		c, err := r.R.ReadByte()
		if err != nil {
			return any
		}
		if !isBlank(c) {
			r.R.UnreadByte()
			return any
		}
		any = true
	}
}

// answer takes a line of an answer apart: three digits, '-' if more lines follow, a message. expected is its beginning, 0 for any.
func answer(line string, expected int) (code int, more bool, message string, err error) {
	if len(line) < 4 || line[3] != ' ' && line[3] != '-' {
		return 0, false, "", ProtocolError(fmt.Sprintf("short response: %q", line))
	}
	more = line[3] == '-'
	code, err = strconv.Atoi(line[:3])
	if err != nil || code < 100 {
		return code, more, "", ProtocolError(fmt.Sprintf("invalid response code: %q", line))
	}
	message = line[4:]
	begin := code
	switch {
	case 1 <= expected && expected < 10:
		begin = code / 100
	case 10 <= expected && expected < 100:
		begin = code / 10
	case expected < 1 || 1000 <= expected:
		return code, more, message, nil
	}
	if begin != expected {
		err = &Error{code, message}
	}
	return code, more, message, err
}

// ReadCodeLine reads an answer of one line. expectCode is its number or the first digits of it; 0 or less for any.
func (r *Reader) ReadCodeLine(expectCode int) (code int, message string, err error) {
	line, err := r.ReadLine()
	if err != nil {
		return 0, "", err
	}
	code, more, message, err := answer(line, expectCode)
	if err == nil && more {
		err = ProtocolError(fmt.Sprintf("unexpected multi-line response: %q", message))
	}
	return code, message, err
}

// ReadResponse is ReadCodeLine of an answer that may have more lines, of which the last has no '-' behind its number.
func (r *Reader) ReadResponse(expectCode int) (code int, message string, err error) {
	line, err := r.ReadLine()
	if err != nil {
		return 0, "", err
	}
	code, more, message, err := answer(line, expectCode)
	if !more {
		return code, message, err
	}
	var all strings.Builder
	all.WriteString(message)
	for more {
		line, lineErr := r.ReadLine()
		if lineErr != nil {
			return 0, "", lineErr
		}
		number, again, text, wrong := answer(line, 0)
		if wrong != nil || number != code {
			text, again = strings.TrimRight(line, "\r\n"), true
		}
		all.WriteByte('\n')
		all.WriteString(text)
		more = again
	}
	message = all.String()
	if err != nil && message != "" {
		err = &Error{code, message}
	}
	return code, message, err
}

// DotReader returns what reads a text up to a line with nothing but a dot, without that line, with "\n" at the end of each and without the
// second of two dots at its beginning. Any call of r reads what is left of it.
func (r *Reader) DotReader() io.Reader {
	r.closeDot()
	r.dot = &dotReader{r: r}
	return r.dot
}

// dotReader reads a text.
type dotReader struct {
	r  *Reader
	at int
}

// Where in its text a dotReader is.
const (
	lineBegin = iota
	behindDot
	behindDotCR
	behindCR
	inLine
	behindText
)

func (d *dotReader) Read(b []byte) (n int, err error) {
	for n < len(b) && d.at != behindText {
		var c byte
		if c, err = d.r.R.ReadByte(); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			break
		}
		before := d.at
		switch {
		case c == '\n' && (before == behindDot || before == behindDotCR):
			d.at = behindText
			continue
		case c == '.' && before == lineBegin:
			d.at = behindDot
			continue
		case c == '\r' && before == behindDot:
			d.at = behindDotCR
			continue
		case c == '\r' && (before == lineBegin || before == inLine):
			d.at = behindCR
			continue
		case c == '\n' && (before == behindCR || before == inLine):
			d.at = lineBegin
		case before == behindCR || before == behindDotCR:
			// The '\r' was no end of a line.
			d.r.R.UnreadByte()
			c = '\r'
			d.at = inLine
		default:
			d.at = inLine
		}
		b[n] = c
		n++
	}
	if err == nil && d.at == behindText {
		err = io.EOF
	}
	if err != nil && d.r.dot == d {
		d.r.dot = nil
	}
	return n, err
}

func (r *Reader) closeDot() {
	if r.dot == nil {
		return
	}
	for rest := make([]byte, 128); r.dot != nil; {
		r.dot.Read(rest)
	}
}

// ReadDotBytes reads all of a text, as DotReader does.
func (r *Reader) ReadDotBytes() ([]byte, error) { return io.ReadAll(r.DotReader()) }

// ReadDotLines reads all lines of a text, as DotReader does.
func (r *Reader) ReadDotLines() (lines []string, err error) {
	for {
		line, err := r.ReadLine()
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil || line == "." {
			return lines, err
		}
		lines = append(lines, strings.TrimPrefix(line, "."))
	}
}

// ReadMIMEHeader reads fields up to an empty line: name, colon, value, which other lines may continue. Names become canonical. What was read
// is also returned with an error.
func (r *Reader) ReadMIMEHeader() (MIMEHeader, error) {
	return r.readHeader(math.MaxInt64, math.MaxInt64)
}

// fieldCost is how many bytes a field counts beside name and value.
const fieldCost = 200

func (r *Reader) readHeader(maxBytes, maxFields int64) (MIMEHeader, error) {
	if maxBytes < 0 {
		return nil, errTooLarge
	}
	// One slice has the first values of all fields.
	fields := r.fieldsAhead()
	first := make([]string, fields)
	header := make(MIMEHeader, fields)
	if begin, err := r.R.Peek(1); err == nil && isBlank(begin[0]) {
		line, err := r.line(80)
		if err == nil {
			err = ProtocolError(fmt.Sprintf("malformed MIME header initial line: %q", line))
		}
		return header, err
	}
	for {
		line, err := r.continued(maxBytes, true)
		if len(line) == 0 {
			return header, err
		}
		wrong := func() (MIMEHeader, error) {
			return header, ProtocolError(fmt.Sprintf("malformed MIME header line: %q", line))
		}
		name, rest, ok := bytes.Cut(line, []byte(":"))
		if !ok {
			return wrong()
		}
		key, ok := canonical(name)
		if !ok {
			return wrong()
		}
		for _, c := range rest {
			if !isValueByte(c) {
				return wrong()
			}
		}
		if maxFields--; maxFields < 0 {
			return nil, errTooLarge
		}
		value := string(bytes.TrimLeft(rest, " \t"))
		values := header[key]
		if values == nil {
			maxBytes -= int64(len(key)) + fieldCost
		}
		if maxBytes -= int64(len(value)); maxBytes < 0 {
			return header, errTooLarge
		}
		if values == nil && len(first) > 0 {
			values, first = first[:0:1], first[1:]
		}
		header[key] = append(values, value)
		if err != nil {
			return header, err
		}
	}
}

// fieldsAhead returns how many fields of a header can be seen in the buffer, at most 1000.
func (r *Reader) fieldsAhead() (n int) {
	r.R.Peek(1)
	rest, _ := r.R.Peek(r.R.Buffered())
	for len(rest) > 0 && n < 1000 {
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		if len(line) == 0 || string(line) == "\r" {
			break
		}
		if !isBlank(line[0]) {
			n++
		}
	}
	return n
}
