package textproto

import (
	"bufio"
	"fmt"
	"io"
)

// Writer writes lines and texts.
type Writer struct {
	W   *bufio.Writer
	dot *dotWriter
}

// NewWriter returns a Writer to w.
func NewWriter(w *bufio.Writer) *Writer { return &Writer{W: w} }

// PrintfLine writes a formatted text and the end of a line.
func (w *Writer) PrintfLine(format string, args ...any) error {
	w.closeDot()
	fmt.Fprintf(w.W, format, args...)
	w.W.WriteString("\r\n")
	return w.W.Flush()
}

// DotWriter returns what writes a text: lines get a second dot if they begin with one, and ends with "\r"; Close writes the last line, a
// dot. Any call of w closes it.
func (w *Writer) DotWriter() io.WriteCloser {
	w.closeDot()
	w.dot = &dotWriter{w: w}
	return w.dot
}

func (w *Writer) closeDot() {
	if w.dot != nil {
		w.dot.Close()
	}
}

// dotWriter writes a text.
type dotWriter struct {
	w  *Writer
	at int
}

// Where in its text a dotWriter is.
const (
	atBegin = iota
	atLine  // at the beginning of a line
	atCR    // behind a '\r' that may end a line
	atData
)

func (d *dotWriter) Write(b []byte) (n int, err error) {
	w := d.w.W
	for ; n < len(b); n++ {
		c, before := b[n], d.at
		if c == '.' && (before == atBegin || before == atLine) {
			w.WriteByte('.')
		}
		switch {
		case c == '\n':
			if before != atCR {
				w.WriteByte('\r')
			}
			d.at = atLine
		case c == '\r' && before != atCR:
			d.at = atCR
		default:
			d.at = atData
		}
		if err = w.WriteByte(c); err != nil {
			return n, err
		}
	}
	return n, nil
}

func (d *dotWriter) Close() error {
	if d.w.dot == d {
		d.w.dot = nil
	}
	w := d.w.W
	if d.at != atLine {
		if d.at != atCR {
			w.WriteByte('\r')
		}
		w.WriteByte('\n')
	}
	w.WriteString(".\r\n")
	return w.Flush()
}
