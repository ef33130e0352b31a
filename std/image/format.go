package image

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"sync"
)

// ErrFormat says that no format that is registered fits.
var ErrFormat = errors.New("image: unknown format")

// format is a way to write an image into a file.
type format struct {
	name, magic  string
	decode       func(io.Reader) (Image, error)
	decodeConfig func(io.Reader) (Config, error)
}

var formats struct {
	sync.Mutex
	known []format
}

// RegisterFormat adds a format for Decode: its name, what its files begin with, where ? is any byte, and the functions
// that read them.
func RegisterFormat(name, magic string, decode func(io.Reader) (Image, error), decodeConfig func(io.Reader) (Config, error)) {
	formats.Lock()
	defer formats.Unlock()
	// Who decodes goes through the list that was there.
	formats.known = append(slices.Clip(formats.known), format{name, magic, decode, decodeConfig})
}

type peeker interface {
	io.Reader
	Peek(int) ([]byte, error)
}

// find returns a reader of r from its beginning, and the format that fits.
func find(r io.Reader) (peeker, format, error) {
	text, ok := r.(peeker)
	if !ok {
		text = bufio.NewReader(r)
	}
	formats.Lock()
	known := formats.known
	formats.Unlock()
	for _, f := range known {
		if begin, err := text.Peek(len(f.magic)); err == nil && f.fits(begin) {
			return text, f, nil
		}
	}
	return text, format{}, ErrFormat
}

func (f *format) fits(begin []byte) bool {
	for i, c := range begin {
		if f.magic[i] != '?' && f.magic[i] != c {
			return false
		}
	}
	return true
}

// Decode reads an image of a format that is registered, and returns the format's name too.
func Decode(r io.Reader) (Image, string, error) {
	text, f, err := find(r)
	if err != nil {
		return nil, "", err
	}
	m, err := f.decode(text)
	return m, f.name, err
}

// DecodeConfig reads the size and the colors of an image of a format that is registered, and returns the format's name
// too.
func DecodeConfig(r io.Reader) (Config, string, error) {
	text, f, err := find(r)
	if err != nil {
		return Config{}, "", err
	}
	c, err := f.decodeConfig(text)
	return c, f.name, err
}
