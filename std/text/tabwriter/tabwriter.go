// Package tabwriter aligns text in columns: cells end with tabs, a column is a block of such cells in lines one below
// the other. The widths are those of Nick Gravgaard's elastic tabstops.
package tabwriter

import (
	"fmt"
	"io"
	"unicode/utf8"
)

// The flags of a Writer.
const (
	// FilterHTML takes a tag for nothing and an entity for one character.
	FilterHTML uint = 1 << iota
	// StripEscape leaves out the Escape bytes around text.
	StripEscape
	// AlignRight puts the padding before the text of a cell.
	AlignRight
	// DiscardEmptyColumns gives columns no width in which all cells are empty and end with a vertical tab.
	DiscardEmptyColumns
	// TabIndent pads the empty cells at the beginning of a line with tabs.
	TabIndent
	// Debug draws the borders of columns and of blocks.
	Debug
)

// Escape stands before and behind text that is one piece of a cell, whatever is in it. It is no byte of UTF-8.
const Escape = '\xff'

// cell is a piece of a line up to a tab or its end.
type cell struct {
	size  int  // bytes
	width int  // characters
	hard  bool // it ends with a horizontal tab
}

// Writer aligns what is written to it and passes it on when a block of columns is complete.
type Writer struct {
	output                      io.Writer
	minWidth, tabWidth, padding int
	pad                         [8]byte // the padding character
	flags                       uint
	text                        []byte   // of all cells, without what ends them
	counted                     int      // bytes of text that the current cell's width holds
	current                     cell     // not ended yet
	closing                     byte     // ends the escape, tag or entity being read; 0 outside of them
	lines                       [][]cell // of ended cells
	widths                      []int    // of the columns whose blocks are being written
}

// NewWriter returns a Writer; see Init.
func NewWriter(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	return new(Writer).Init(output, minwidth, tabwidth, padding, padchar, flags)
}

// Init sets a Writer up. Columns are at least minwidth wide, with the padding. They are padded with padchar; if that
// is a tab, it is taken to be tabwidth wide, and columns are aligned left.
func (w *Writer) Init(output io.Writer, minwidth, tabwidth, padding int, padchar byte, flags uint) *Writer {
	if minwidth < 0 || tabwidth < 0 || padding < 0 {
		panic("negative minwidth, tabwidth, or padding")
	}
	if padchar == '\t' {
		flags &^= AlignRight
	}
	w.output = output
	w.minWidth, w.tabWidth, w.padding = minwidth, tabwidth, padding
	for i := range w.pad {
		w.pad[i] = padchar
	}
	w.flags = flags
	w.reset()
	return w
}

func (w *Writer) reset() {
	w.text = w.text[:0]
	w.counted = 0
	w.current = cell{}
	w.closing = 0
	w.lines = w.lines[:0]
	w.widths = w.widths[:0]
	w.addLine()
}

// addLine begins a line, in the room that an earlier one had.
func (w *Writer) addLine() {
	n := len(w.lines)
	if n == cap(w.lines) {
		w.lines = append(w.lines, nil)
		return
	}
	w.lines = w.lines[:n+1]
	w.lines[n] = w.lines[n][:0]
}

// addLineLike begins a line that is likely to have as many cells as the one before.
func (w *Writer) addLineLike() {
	w.addLine()
	last := len(w.lines) - 1
	if likely := len(w.lines[last-1]); likely > cap(w.lines[last]) {
		w.lines[last] = make([]cell, 0, likely)
	}
}

// writeError is what put panics with.
type writeError struct{ err error }

func (w *Writer) put(b []byte) {
	n, err := w.output.Write(b)
	if err == nil && n != len(b) {
		err = io.ErrShortWrite
	}
	if err != nil {
		panic(writeError{err})
	}
}

var (
	newline  = []byte{'\n'}
	border   = []byte{'|'}
	division = []byte("---\n")
	tabs     = []byte("\t\t\t\t\t\t\t\t")
)

// repeat writes n bytes, all of them as in block.
func (w *Writer) repeat(block []byte, n int) {
	for n > len(block) {
		w.put(block)
		n -= len(block)
	}
	w.put(block[:n])
}

// padTo pads a cell with text of a width to the width of its column.
func (w *Writer) padTo(text, column int, useTabs bool) {
	if w.pad[0] != '\t' && !useTabs {
		w.repeat(w.pad[:], column-text)
		return
	}
	if w.tabWidth == 0 {
		return
	}
	column = (column + w.tabWidth - 1) / w.tabWidth * w.tabWidth
	if column < text {
		panic("internal error")
	}
	w.repeat(tabs, (column-text+w.tabWidth-1)/w.tabWidth)
}

// writeLines writes lines, whose text begins at pos, with the widths of their columns, and returns where it ends.
func (w *Writer) writeLines(pos, from, to int) int {
	for i := from; i < to; i++ {
		leading := w.flags&TabIndent != 0 // only empty cells so far
		for j, c := range w.lines[i] {
			if j > 0 && w.flags&Debug != 0 {
				w.put(border)
			}
			text := w.text[pos : pos+c.size]
			pos += c.size
			if c.size > 0 {
				leading = false
			}
			right := w.flags&AlignRight != 0
			if c.size > 0 && !right {
				w.put(text)
			}
			if j < len(w.widths) {
				w.padTo(c.width, w.widths[j], leading)
			}
			if c.size > 0 && right {
				w.put(text)
			}
		}
		if i+1 < len(w.lines) {
			w.put(newline)
		} else {
			// What has not ended yet is no cell of a column.
			w.put(w.text[pos : pos+w.current.size])
			pos += w.current.size
		}
	}
	return pos
}

// format writes lines; the widths of the first columns are known. Each block of the next column is written with it.
func (w *Writer) format(pos, from, to int) int {
	column := len(w.widths)
	has := func(line int) bool { return column < len(w.lines[line])-1 }
	for this := from; this < to; this++ {
		if !has(this) {
			continue
		}
		pos = w.writeLines(pos, from, this)
		from = this
		width, empty := w.minWidth, true
		for ; this < to && has(this); this++ {
			c := w.lines[this][column]
			width = max(width, c.width+w.padding)
			empty = empty && c.width == 0 && !c.hard
		}
		if empty && w.flags&DiscardEmptyColumns != 0 {
			width = 0
		}
		w.widths = append(w.widths, width)
		pos = w.format(pos, from, this)
		w.widths = w.widths[:column]
		from = this
	}
	return w.writeLines(pos, from, to)
}

func (w *Writer) add(text []byte) {
	w.text = append(w.text, text...)
	w.current.size += len(text)
}

// count takes the characters added since it was called last into the width of the cell.
func (w *Writer) count() {
	w.current.width += utf8.RuneCount(w.text[w.counted:])
	w.counted = len(w.text)
}

// leave ends an escape, a tag or an entity.
func (w *Writer) leave() {
	switch w.closing {
	case Escape:
		w.count()
		if w.flags&StripEscape == 0 {
			w.current.width -= 2
		}
	case ';':
		w.current.width++
	}
	w.counted = len(w.text)
	w.closing = 0
}

// endCell ends the current cell and returns how many its line has.
func (w *Writer) endCell(hard bool) int {
	w.current.hard = hard
	line := &w.lines[len(w.lines)-1]
	*line = append(*line, w.current)
	w.current = cell{}
	return len(*line)
}

// catch makes an error of a failed write. Other panics go on, with where they came from.
func (w *Writer) catch(err *error, during string) {
	e := recover()
	if e == nil {
		return
	}
	if during == "Flush" {
		w.reset()
	}
	failed, ok := e.(writeError)
	if !ok {
		panic(fmt.Sprintf("tabwriter: panic during %s (%v)", during, e))
	}
	*err = failed.err
}

// Flush writes everything that has been written to w, as if the last cell had ended. It is to be called at the end.
func (w *Writer) Flush() (err error) {
	defer w.catch(&err, "Flush")
	w.flush()
	return nil
}

func (w *Writer) flush() {
	if w.current.size > 0 {
		if w.closing != 0 {
			w.leave()
		}
		w.endCell(false)
	}
	w.format(0, 0, len(w.lines))
	w.reset()
}

// Write takes text apart into cells. It writes what belongs to columns that are complete: at a line of one cell, and
// at a form feed.
func (w *Writer) Write(buf []byte) (n int, err error) {
	defer w.catch(&err, "Write")
	for i, c := range buf {
		if w.closing != 0 {
			if c == w.closing {
				end := i + 1
				if c == Escape && w.flags&StripEscape != 0 {
					end = i
				}
				w.add(buf[n:end])
				n = i + 1
				w.leave()
			}
			continue
		}
		switch c {
		case '\t', '\v', '\n', '\f':
			w.add(buf[n:i])
			w.count()
			n = i + 1
			cells := w.endCell(c == '\t')
			switch c {
			case '\n':
				w.addLineLike()
			case '\f':
				w.addLine()
			}
			if c == '\f' || c == '\n' && cells == 1 {
				w.flush()
				if c == '\f' && w.flags&Debug != 0 {
					w.put(division)
				}
			}
		case Escape, '<', '&':
			if c != Escape && w.flags&FilterHTML == 0 {
				break
			}
			w.add(buf[n:i])
			w.count()
			n = i
			switch c {
			case '<':
				w.closing = '>'
			case '&':
				w.closing = ';'
			default:
				w.closing = Escape
				if w.flags&StripEscape != 0 {
					n++
				}
			}
		}
	}
	w.add(buf[n:])
	return len(buf), nil
}
