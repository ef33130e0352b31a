package quotedprintable

import "io"

// longest is how many characters a line has at most, the = of a line that goes on left out.
const longest = 75

// Writer writes bytes as a quoted-printable text.
type Writer struct {
	// Binary says that the bytes are no text: the ends of lines are written as =0D and =0A.
	Binary bool

	w     io.Writer
	used  int               // of line
	line  [longest + 3]byte // with room for what ends it
	begun bool              // a carriage return has ended the line before, and as in Go only encoded bytes came since
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{w: w} }

// Write encodes p, of which the last line is kept until it ends. With an error, n is the place behind the last byte that
// had to be encoded.
func (w *Writer) Write(p []byte) (n int, err error) {
	for i, c := range p {
		if !w.Binary && (c == '\r' || c == '\n') {
			if c == '\n' && w.begun {
				w.begun = false
				continue
			}
			if err := w.guardSpace(); err != nil {
				return n, err
			}
			if err := w.endLine("\r\n"); err != nil {
				return n, err
			}
			w.begun = c == '\r'
			continue
		}
		if plain := '!' <= c && c <= '~' && c != '=' || isSpace(c); plain {
			w.begun = false
			err = w.put(c)
		} else if err = w.encode(c); err == nil {
			n = i + 1
		}
		if err != nil {
			return n, err
		}
	}
	return len(p), nil
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' }

// put writes characters that stay together.
func (w *Writer) put(characters ...byte) error {
	if w.used+len(characters) > longest {
		if err := w.endLine("=\r\n"); err != nil {
			return err
		}
	}
	w.used += copy(w.line[w.used:], characters)
	return nil
}

func (w *Writer) encode(c byte) error {
	const digits = "0123456789ABCDEF"
	return w.put('=', digits[c>>4], digits[c&0xf])
}

// guardSpace encodes white space that the line ends with, which would get lost.
func (w *Writer) guardSpace() error {
	if w.used == 0 || !isSpace(w.line[w.used-1]) {
		return nil
	}
	w.used--
	return w.encode(w.line[w.used])
}

func (w *Writer) endLine(end string) error {
	w.used += copy(w.line[w.used:], end)
	_, err := w.w.Write(w.line[:w.used])
	w.used = 0
	return err
}

// Close writes the last line. It does not close what w writes to.
func (w *Writer) Close() error {
	if err := w.guardSpace(); err != nil {
		return err
	}
	return w.endLine("")
}
