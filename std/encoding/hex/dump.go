package hex

import (
	"errors"
	"io"
	"strings"
)

const perLine = 16

// Dump returns data as hexdump -C prints it.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	b.Grow((1 + (len(data)-1)/perLine) * 79)
	d := &dumper{w: &b} // its own type, so that data need not be given to the heap
	d.Write(data)
	d.Close()
	return b.String()
}

type dumper struct {
	w      io.Writer
	right  [perLine + 2]byte // the characters of the line, and its end
	field  [14]byte
	used   int // bytes in the line
	count  uint
	closed bool
}

// Dumper returns a writer that writes to w what hexdump -C prints; Close ends the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

// finish pads the field of a byte behind its two characters by its place in the line, and writes it.
func (d *dumper) finish() error {
	end := append(d.field[:2], ' ')
	switch d.used {
	case perLine/2 - 1:
		end = append(end, ' ')
	case perLine - 1:
		end = append(end, ' ', '|')
	}
	_, err := d.w.Write(end)
	return err
}

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for _, c := range data {
		if d.used == 0 {
			place := [4]byte{byte(d.count >> 24), byte(d.count >> 16), byte(d.count >> 8), byte(d.count)}
			encode(d.field[:8], place[:])
			if _, err = d.w.Write(append(d.field[:8], ' ', ' ')); err != nil {
				return
			}
		}
		one := [1]byte{c}
		encode(d.field[:2], one[:])
		if err = d.finish(); err != nil {
			return
		}
		n++
		d.right[d.used] = '.'
		if 32 <= c && c <= 126 {
			d.right[d.used] = c
		}
		d.used++
		d.count++
		if d.used == perLine {
			if err = d.endLine(); err != nil {
				return
			}
			d.used = 0
		}
	}
	return
}

func (d *dumper) endLine() error {
	_, err := d.w.Write(append(d.right[:d.used], '|', '\n'))
	return err
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if d.used == 0 {
		return nil
	}
	d.field[0], d.field[1] = ' ', ' '
	shown := d.used
	for ; d.used < perLine; d.used++ {
		if err := d.finish(); err != nil {
			return err
		}
	}
	d.used = shown
	return d.endLine()
}
