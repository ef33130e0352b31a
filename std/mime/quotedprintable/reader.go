// Package quotedprintable writes bytes as printable lines, a byte that is not printable as =XX, and reads them. RFC 2045.
package quotedprintable

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
)

// Reader reads the bytes that a quoted-printable text stands for. It lets pass what is wrong but often seen: bytes
// above 0x7f, single line feeds, an = that nothing hexadecimal follows.
type Reader struct {
	lines *bufio.Reader
	line  []byte // what is left of the line
	end   string // what ends it
	err   error  // behind the line
}

// NewReader returns a Reader of the text from r.
func NewReader(r io.Reader) *Reader { return &Reader{lines: bufio.NewReader(r)} }

// Read reads decoded bytes into p.
func (r *Reader) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(r.line) > 0 {
			c, width, err := r.character()
			if err != nil {
				return n, err
			}
			p[n] = c
			n++
			r.line = r.line[width:]
			continue
		}
		if r.end != "" {
			taken := copy(p[n:], r.end)
			n += taken
			r.end = r.end[taken:]
			continue
		}
		if r.err != nil {
			return n, r.err
		}
		r.next()
	}
	return n, nil
}

// character decodes what the line begins with.
func (r *Reader) character() (c byte, width int, err error) {
	c = r.line[0]
	switch {
	case c == '=':
		var decoded [1]byte
		if len(r.line) >= 3 {
			if _, err := hex.Decode(decoded[:], r.line[1:3]); err == nil {
				return decoded[0], 3, nil
			}
		}
		if len(r.line) > 1 && r.line[1] != '\r' && r.line[1] != '\n' {
			return c, 1, nil
		}
		if len(r.line) < 3 {
			return 0, 0, io.ErrUnexpectedEOF
		}
		return 0, 0, fmt.Errorf("quotedprintable: invalid hex byte 0x%02x", r.line[1])
	case c == '\t', c == '\r', c == '\n', c >= 0x80, ' ' <= c && c <= '~':
		return c, 1, nil
	}
	return 0, 0, fmt.Errorf("quotedprintable: invalid unescaped byte 0x%02x in body", c)
}

// next takes the next line. White space at its end is none of the text; an = before that takes the line's end away.
func (r *Reader) next() {
	var whole []byte
	whole, r.err = r.lines.ReadSlice('\n')
	r.line = bytes.TrimRight(whole, " \t\r\n")
	space := whole[len(r.line):]
	r.end = ""
	if text, soft := bytes.CutSuffix(r.line, []byte("=")); soft {
		r.line = text
		space = bytes.TrimLeft(space, " \t")
		atEnd := len(space) == 0 && len(r.line) > 0 && r.err == io.EOF
		if !bytes.HasPrefix(space, []byte("\n")) && !bytes.HasPrefix(space, []byte("\r\n")) && !atEnd {
			r.err = fmt.Errorf("quotedprintable: invalid bytes after =: %q", space)
		}
		return
	}
	switch {
	case bytes.HasSuffix(whole, []byte("\r\n")):
		r.end = "\r\n"
	case bytes.HasSuffix(whole, []byte("\n")):
		r.end = "\n"
	}
}
