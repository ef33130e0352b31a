// Package csv reads and writes records of fields separated by commas, RFC 4180.
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// ParseError says where a record is wrong. Lines count from 1, columns in bytes from 1.
type ParseError struct {
	StartLine int // where the record begins
	Line      int
	Column    int
	Err       error
}

func (e *ParseError) Error() string {
	switch {
	case e.Err == ErrFieldCount:
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	case e.StartLine != e.Line:
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// Unwrap returns what is wrong.
func (e *ParseError) Unwrap() error { return e.Err }

// What can be wrong with a record.
var (
	ErrBareQuote  = errors.New("bare \" in non-quoted-field")
	ErrQuote      = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount = errors.New("wrong number of fields")

	// ErrTrailingComma is not used any more.
	ErrTrailingComma = errors.New("extra delimiter at end of line")
)

var errDelimiter = errors.New("csv: invalid field or comment delimiter")

func isDelimiter(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// Reader reads records. Its fields may be set before the first one is read.
type Reader struct {
	Comma            rune // between fields
	Comment          rune // that a line begins with which is none; 0: there are no such lines
	FieldsPerRecord  int  // 0: as many as the first record has; negative: any
	LazyQuotes       bool // a quote may stand in a field, or alone in one that is quoted
	TrimLeadingSpace bool // in each field
	ReuseRecord      bool // Read may return the slice that it returned before
	TrailingComma    bool // is not used any more

	in     *bufio.Reader
	lines  int
	offset int64 // bytes read
	long   []byte
	text   []byte // of the record's fields, one behind the other
	ends   []int  // of the fields in text
	places []place
	last   []string
}

// place is where a field begins.
type place struct{ line, column int }

// NewReader returns a Reader with commas between the fields.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', in: bufio.NewReader(r)} }

// Read reads a record; io.EOF if there is none. A record with the wrong number of fields is returned with its error.
func (r *Reader) Read() (record []string, err error) {
	if !r.ReuseRecord {
		return r.record(nil)
	}
	record, err = r.record(r.last)
	r.last = record
	return record, err
}

// ReadAll reads all records up to the end.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.record(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// FieldPos returns where a field of the last record begins.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.places) {
		panic("out of range index passed to FieldPos")
	}
	p := r.places[field]
	return p.line, p.column
}

// InputOffset returns how many bytes the records up to the last one had.
func (r *Reader) InputOffset() int64 { return r.offset }

// line reads a line, which ends with a newline alone, or with the input.
func (r *Reader) line() ([]byte, error) {
	line, err := r.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		r.long = append(r.long[:0], line...)
		for err == bufio.ErrBufferFull {
			line, err = r.in.ReadSlice('\n')
			r.long = append(r.long, line...)
		}
		line = r.long
	}
	size := len(line)
	if size > 0 && err == io.EOF {
		err = nil
		line = bytes.TrimSuffix(line, []byte{'\r'})
	}
	r.lines++
	r.offset += int64(size)
	if bytes.HasSuffix(line, []byte("\r\n")) {
		line = line[:len(line)-1]
		line[len(line)-1] = '\n'
	}
	return line, err
}

// newline returns the length of the newline at the end of a line, which may have none.
func newline(line []byte) int {
	if len(line) > 0 && line[len(line)-1] == '\n' {
		return 1
	}
	return 0
}

// startsWith says whether the line begins with the character c.
func startsWith(line []byte, c rune) bool {
	r, _ := utf8.DecodeRune(line)
	return r == c
}

// firstLine reads the line that the next record begins with: empty lines and comments are none.
func (r *Reader) firstLine() (line []byte, err error) {
	for {
		line, err = r.line()
		if err == io.EOF {
			return nil, err
		}
		if r.Comment != 0 && startsWith(line, r.Comment) {
			line = nil
		} else if err != nil || len(line) != newline(line) {
			return line, err
		}
		if err != nil {
			return nil, err
		}
	}
}

// record reads a record into dst, if that is large enough.
func (r *Reader) record(dst []string) ([]string, error) {
	if r.Comma == r.Comment || !isDelimiter(r.Comma) || r.Comment != 0 && !isDelimiter(r.Comment) {
		return nil, errDelimiter
	}
	line, readError := r.firstLine()
	if readError == io.EOF {
		return nil, readError
	}
	r.text, r.ends, r.places = r.text[:0], r.ends[:0], r.places[:0]
	p := parser{Reader: r, line: line, start: r.lines, at: place{r.lines, 1}}
	err := p.fields(&readError)
	if err == nil {
		err = readError
	}
	// All fields are parts of one string.
	text := string(r.text)
	if cap(dst) < len(r.ends) {
		dst = make([]string, len(r.ends))
	}
	dst = dst[:len(r.ends)]
	begin := 0
	for i, end := range r.ends {
		dst[i] = text[begin:end]
		begin = end
	}
	if r.FieldsPerRecord == 0 {
		r.FieldsPerRecord = len(dst)
	} else if r.FieldsPerRecord > 0 && len(dst) != r.FieldsPerRecord && err == nil {
		err = &ParseError{p.start, p.start, 1, ErrFieldCount}
	}
	return dst, err
}

// parser takes a record apart. The error of reading is none of its fields: one that is returned would take the Reader to the heap.
type parser struct {
	*Reader
	line  []byte // what is left of it
	start int    // line that the record begins in
	at    place
}

// skip goes over n bytes of the line.
func (p *parser) skip(n int) {
	p.line = p.line[n:]
	p.at.column += n
}

// end ends the field that begins at a place.
func (p *parser) end(begin place) {
	p.ends = append(p.ends, len(p.text))
	p.places = append(p.places, begin)
}

func (p *parser) fields(readError *error) error {
	for {
		if p.TrimLeadingSpace {
			space := bytes.IndexFunc(p.line, func(c rune) bool { return !unicode.IsSpace(c) })
			if space < 0 {
				space = len(p.line)
				p.at.column -= newline(p.line)
			}
			p.skip(space)
		}
		more, err := false, error(nil)
		if len(p.line) > 0 && p.line[0] == '"' {
			more, err = p.quoted(readError)
		} else {
			more, err = p.bare()
		}
		if !more || err != nil {
			return err
		}
	}
}

// bare reads a field without quotes, and says whether another one follows.
func (p *parser) bare() (more bool, err error) {
	end := bytes.IndexRune(p.line, p.Comma)
	more = end >= 0
	if !more {
		end = len(p.line) - newline(p.line)
	}
	field := p.line[:end]
	if quote := bytes.IndexByte(field, '"'); quote >= 0 && !p.LazyQuotes {
		return false, &ParseError{p.start, p.lines, p.at.column + quote, ErrBareQuote}
	}
	p.text = append(p.text, field...)
	p.end(p.at)
	if more {
		p.skip(end + utf8.RuneLen(p.Comma))
	}
	return more, nil
}

// quoted reads a field in quotes, which may go over several lines, and says whether another one follows.
func (p *parser) quoted(readError *error) (more bool, err error) {
	begin := p.at
	p.skip(1)
	for {
		quote := bytes.IndexByte(p.line, '"')
		if quote < 0 {
			if len(p.line) == 0 {
				// The input has ended.
				if !p.LazyQuotes && *readError == nil {
					return false, &ParseError{p.start, p.at.line, p.at.column, ErrQuote}
				}
				p.end(begin)
				return false, nil
			}
			p.text = append(p.text, p.line...)
			if *readError != nil {
				return false, nil
			}
			p.at.column += len(p.line)
			p.line, *readError = p.Reader.line()
			if len(p.line) > 0 {
				p.at = place{p.at.line + 1, 1}
			}
			if *readError == io.EOF {
				*readError = nil
			}
			continue
		}
		p.text = append(p.text, p.line[:quote]...)
		p.skip(quote + 1)
		switch {
		case startsWith(p.line, '"'):
			p.text = append(p.text, '"')
			p.skip(1)
		case startsWith(p.line, p.Comma):
			p.skip(utf8.RuneLen(p.Comma))
			p.end(begin)
			return true, nil
		case len(p.line) == newline(p.line):
			p.end(begin)
			return false, nil
		case p.LazyQuotes:
			p.text = append(p.text, '"')
		default:
			return false, &ParseError{p.start, p.lines, p.at.column - 1, ErrQuote}
		}
	}
}
