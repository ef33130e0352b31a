package multipart

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"slices"
	"strings"
)

// Writer writes parts.
type Writer struct {
	w        io.Writer
	boundary string
	lastpart *part
}

// NewWriter returns a Writer to w with a random boundary.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w, boundary: randomBoundary()} }

func randomBoundary() string {
	var b [30]byte
	if _, err := io.ReadFull(rand.Reader, b[:]); err != nil {
		panic(err)
	}
	return fmt.Sprintf("%x", b[:])
}

// Boundary returns the boundary.
func (w *Writer) Boundary() string { return w.boundary }

// SetBoundary replaces the boundary before the first part: 1 to 70 of the characters that RFC 2046 has.
func (w *Writer) SetBoundary(boundary string) error {
	if w.lastpart != nil {
		return errors.New("mime: SetBoundary called after write")
	}
	if boundary == "" || len(boundary) > 70 {
		return errors.New("mime: invalid boundary length")
	}
	for i, c := range boundary {
		digitOrLetter := '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
		if !digitOrLetter && !strings.ContainsRune("'()+_,-./:=?", c) && (c != ' ' || i == len(boundary)-1) {
			return errors.New("mime: invalid boundary character")
		}
	}
	w.boundary = boundary
	return nil
}

// FormDataContentType returns the type of a form with these parts, for the field Content-Type.
func (w *Writer) FormDataContentType() string {
	b := w.boundary
	if strings.ContainsAny(b, `()<>@,;:\"/[]?= `) {
		b = `"` + b + `"`
	}
	return "multipart/form-data; boundary=" + b
}

// CreatePart begins a part with a header and returns what writes its body. It is of no use when the next one has begun.
func (w *Writer) CreatePart(header textproto.MIMEHeader) (io.Writer, error) {
	before := ""
	if w.lastpart != nil {
		if err := w.lastpart.close(); err != nil {
			return nil, err
		}
		before = "\r\n"
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s--%s\r\n", before, w.boundary)
	var names []string
	for name := range header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, value := range header[name] {
			fmt.Fprintf(&b, "%s: %s\r\n", name, value)
		}
	}
	b.WriteString("\r\n")
	if _, err := io.Copy(w.w, &b); err != nil {
		return nil, err
	}
	w.lastpart = &part{mw: w}
	return w.lastpart, nil
}

var quotes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\r", "%0D", "\n", "%0A")

// CreateFormFile begins a part with a file of a form.
func (w *Writer) CreateFormFile(fieldname, filename string) (io.Writer, error) {
	h := make(textproto.MIMEHeader)
	h.Set("Content-Disposition", FileContentDisposition(fieldname, filename))
	h.Set("Content-Type", "application/octet-stream")
	return w.CreatePart(h)
}

// CreateFormField begins a part with a value of a form.
func (w *Writer) CreateFormField(fieldname string) (io.Writer, error) {
	h := make(textproto.MIMEHeader)
	h.Set("Content-Disposition", fmt.Sprintf(`form-data; name="%s"`, quotes.Replace(fieldname)))
	return w.CreatePart(h)
}

// FileContentDisposition returns the value of the field Content-Disposition for a file of a form.
func FileContentDisposition(fieldname, filename string) string {
	return fmt.Sprintf(`form-data; name="%s"; filename="%s"`, quotes.Replace(fieldname), quotes.Replace(filename))
}

// WriteField writes a part with a value of a form.
func (w *Writer) WriteField(fieldname, value string) error {
	p, err := w.CreateFormField(fieldname)
	if err == nil {
		_, err = p.Write([]byte(value))
	}
	return err
}

// Close ends the last part and writes the final boundary.
func (w *Writer) Close() error {
	if w.lastpart != nil {
		if err := w.lastpart.close(); err != nil {
			return err
		}
		w.lastpart = nil
	}
	_, err := fmt.Fprintf(w.w, "\r\n--%s--\r\n", w.boundary)
	return err
}

// part writes the body of a part.
type part struct {
	mw     *Writer
	closed bool
	we     error // the last error of a write
}

func (p *part) close() error {
	p.closed = true
	return p.we
}

func (p *part) Write(d []byte) (n int, err error) {
	if p.closed {
		return 0, errors.New("multipart: can't write to finished part")
	}
	if n, err = p.mw.w.Write(d); err != nil {
		p.we = err
	}
	return n, err
}
