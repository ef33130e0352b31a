// Package multipart reads and writes texts of several parts, of RFC 2046, such as forms that browsers send.
//
// A part may have 10000 fields in its header, a form 1000 parts.
package multipart

import (
	"bufio"
	"bytes"
	"fmt"
	"internal/mimelimit"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/textproto"
	"path/filepath"
	"strings"
)

// Limits that hold if nothing else is said.
const (
	maxHeaderBytes  = 10 << 20
	maxHeaderFields = 10000
	maxParts        = 1000
)

// bufferSize is more than a boundary may have.
const bufferSize = 4096

// Part is one part; reading it gives its body.
type Part struct {
	// Header is the header with canonical names.
	Header textproto.MIMEHeader

	mr *Reader

	disposition       string
	dispositionParams map[string]string

	r io.Reader // a bodyReader, perhaps with what decodes it around it

	n       int   // bytes of the body that are known to wait
	total   int64 // bytes of the body that were read
	err     error // what comes behind the n bytes
	readErr error // what the reader below said
}

// noParams are those of a disposition that is wrong.
var noParams = make(map[string]string)

func (p *Part) readDisposition() {
	if p.dispositionParams != nil {
		return
	}
	var err error
	p.disposition, p.dispositionParams, err = mime.ParseMediaType(p.Header.Get("Content-Disposition"))
	if err != nil {
		p.dispositionParams = noParams
	}
}

// FormName returns the name of a part of a form, "" if it is none.
func (p *Part) FormName() string {
	p.readDisposition()
	if p.disposition != "form-data" {
		return ""
	}
	return p.dispositionParams["name"]
}

// FileName returns the name of a file, without directories, "" if it has none.
func (p *Part) FileName() string {
	p.readDisposition()
	name := p.dispositionParams["filename"]
	if name == "" {
		return ""
	}
	return filepath.Base(name)
}

// Read reads the body.
func (p *Part) Read(d []byte) (n int, err error) { return p.r.Read(d) }

// Close reads what is left of the body.
func (p *Part) Close() error {
	io.Copy(io.Discard, p)
	return nil
}

// bodyReader reads the bytes of a body up to the boundary.
type bodyReader struct{ p *Part }

func (b bodyReader) Read(d []byte) (int, error) {
	p := b.p
	buffer := p.mr.bufReader
	for p.n == 0 && p.err == nil {
		seen, _ := buffer.Peek(buffer.Buffered())
		p.n, p.err = p.mr.bodyIn(seen, p.total == 0, p.readErr)
		if p.n == 0 && p.err == nil {
			// More must be seen to know.
			if _, p.readErr = buffer.Peek(len(seen) + 1); p.readErr == io.EOF {
				p.readErr = io.ErrUnexpectedEOF
			}
		}
	}
	if p.n == 0 {
		return 0, p.err
	}
	n, _ := buffer.Read(d[:min(len(d), p.n)])
	p.total += int64(n)
	if p.n -= n; p.n == 0 {
		return n, p.err
	}
	return n, nil
}

// bodyIn returns how many of the bytes seen are of the body for sure, and what comes behind them, nil if that is not known; readErr is what
// comes behind the bytes seen. A body without bytes has its boundary at once.
func (r *Reader) bodyIn(seen []byte, first bool, readErr error) (int, error) {
	if first {
		if bytes.HasPrefix(seen, r.dashBoundary) {
			switch endsBoundary(seen[len(r.dashBoundary):], readErr) {
			case yes:
				return 0, io.EOF
			case no:
				return len(r.dashBoundary), nil
			}
			return 0, nil
		}
		if bytes.HasPrefix(r.dashBoundary, seen) {
			return 0, readErr
		}
	}
	if i := bytes.Index(seen, r.nlDashBoundary); i >= 0 {
		switch endsBoundary(seen[i+len(r.nlDashBoundary):], readErr) {
		case yes:
			return i, io.EOF
		case no:
			return i + len(r.nlDashBoundary), nil
		}
		return i, nil
	}
	if bytes.HasPrefix(r.nlDashBoundary, seen) {
		return 0, readErr
	}
	// A boundary may begin with the last line.
	if i := bytes.LastIndexByte(seen, r.nlDashBoundary[0]); i >= 0 && bytes.HasPrefix(r.nlDashBoundary, seen[i:]) {
		return i, nil
	}
	return len(seen), readErr
}

// verdict says whether something is so, if that is known yet.
type verdict int

const (
	unknown verdict = iota
	yes
	no
)

// endsBoundary reports whether what follows lets a boundary end: space, the end of a line or "--".
func endsBoundary(rest []byte, readErr error) verdict {
	switch {
	case len(rest) == 0 && readErr != nil:
		return yes
	case len(rest) == 0:
		return unknown
	case strings.IndexByte(" \t\r\n", rest[0]) >= 0:
		return yes
	case rest[0] != '-':
		return no
	case len(rest) > 1 && rest[1] == '-':
		return yes
	case len(rest) == 1 && readErr == nil:
		return unknown
	}
	return no
}

// Reader reads parts.
type Reader struct {
	bufReader *bufio.Reader
	tempDir   string

	currentPart *Part
	partsRead   int

	nl               []byte // what ends a line: "\r\n", or "\n" if the first boundary ends so
	nlDashBoundary   []byte
	dashBoundaryDash []byte
	dashBoundary     []byte
}

// NewReader returns a Reader from r; the boundary is that of the parameters of the type, see mime.ParseMediaType.
func NewReader(r io.Reader, boundary string) *Reader {
	b := []byte("\r\n--" + boundary + "--")
	return &Reader{
		bufReader:        bufio.NewReaderSize(&stickyErrorReader{r: r}, bufferSize),
		nl:               b[:2],
		nlDashBoundary:   b[:len(b)-2],
		dashBoundaryDash: b[2:],
		dashBoundary:     b[2 : len(b)-2],
	}
}

// stickyErrorReader does not read again after an error.
type stickyErrorReader struct {
	r   io.Reader
	err error
}

func (s *stickyErrorReader) Read(b []byte) (n int, _ error) {
	if s.err == nil {
		n, s.err = s.r.Read(b)
	}
	return n, s.err
}

// NextPart returns the next part, io.EOF if there is none. A body in "quoted-printable" is decoded, and the field that says so not there.
func (r *Reader) NextPart() (*Part, error) { return r.next(false, maxHeaderBytes, maxHeaderFields) }

// NextRawPart is NextPart of a body as it is.
func (r *Reader) NextRawPart() (*Part, error) { return r.next(true, maxHeaderBytes, maxHeaderFields) }

func (r *Reader) next(raw bool, maxBytes, maxFields int64) (*Part, error) {
	if r.currentPart != nil {
		r.currentPart.Close()
	}
	if string(r.dashBoundary) == "--" {
		return nil, fmt.Errorf("multipart: boundary is empty")
	}
	for separated := false; ; {
		line, err := r.bufReader.ReadSlice('\n')
		switch {
		case err == io.EOF && r.isFinal(line):
			return nil, io.EOF
		case err != nil:
			return nil, fmt.Errorf("multipart: NextPart: %w", err)
		case r.isBoundary(line):
			r.partsRead++
			p, err := r.part(raw, maxBytes, maxFields)
			if err == nil {
				r.currentPart = p
			}
			return p, err
		case r.isFinal(line):
			return nil, io.EOF
		case separated:
			return nil, fmt.Errorf("multipart: expecting a new Part; got line %q", string(line))
		case r.partsRead == 0:
			// What stands before the first boundary is for no one.
		case bytes.Equal(line, r.nl):
			separated = true
		default:
			return nil, fmt.Errorf("multipart: unexpected line in Next(): %q", line)
		}
	}
}

func (r *Reader) part(raw bool, maxBytes, maxFields int64) (*Part, error) {
	p := &Part{Header: make(textproto.MIMEHeader), mr: r}
	header, err := mimelimit.ReadHeader(r.bufReader, maxBytes, maxFields)
	if err != nil {
		if err.Error() == "message too large" {
			err = ErrMessageTooLarge
		}
		return nil, err
	}
	p.Header = header
	p.r = bodyReader{p}
	const encoding = "Content-Transfer-Encoding"
	if !raw && strings.EqualFold(p.Header.Get(encoding), "quoted-printable") {
		p.Header.Del(encoding)
		p.r = quotedprintable.NewReader(p.r)
	}
	return p, nil
}

// isFinal reports whether a line is the boundary behind the last part.
func (r *Reader) isFinal(line []byte) bool {
	rest, ok := bytes.CutPrefix(line, r.dashBoundaryDash)
	rest = bytes.TrimLeft(rest, " \t")
	return ok && (len(rest) == 0 || bytes.Equal(rest, r.nl))
}

// isBoundary reports whether a line is the boundary before a part; the first one tells how lines end.
func (r *Reader) isBoundary(line []byte) bool {
	rest, ok := bytes.CutPrefix(line, r.dashBoundary)
	if !ok {
		return false
	}
	rest = bytes.TrimLeft(rest, " \t")
	if r.partsRead == 0 && string(rest) == "\n" {
		r.nl, r.nlDashBoundary = r.nl[1:], r.nlDashBoundary[1:]
	}
	return bytes.Equal(rest, r.nl)
}
