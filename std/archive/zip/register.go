package zip

import (
	"compress/flate"
	"io"
	"sync"
)

// Compressor returns a writer that compresses to w; Close ends the compressed data and leaves w open.
type Compressor func(w io.Writer) (io.WriteCloser, error)

// Decompressor returns a reader of what r has compressed.
type Decompressor func(r io.Reader) io.ReadCloser

var methods = struct {
	sync.RWMutex
	compress   map[uint16]Compressor
	decompress map[uint16]Decompressor
}{
	compress: map[uint16]Compressor{
		Store:   func(w io.Writer) (io.WriteCloser, error) { return noClose{w}, nil },
		Deflate: func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, 5) },
	},
	decompress: map[uint16]Decompressor{Store: io.NopCloser, Deflate: flate.NewReader},
}

type noClose struct{ io.Writer }

func (noClose) Close() error { return nil }

// RegisterCompressor makes a method of compression known to all writers; there must not be one.
func RegisterCompressor(method uint16, comp Compressor) {
	methods.Lock()
	defer methods.Unlock()
	if _, known := methods.compress[method]; known {
		panic("compressor already registered")
	}
	methods.compress[method] = comp
}

// RegisterDecompressor makes a method of compression known to all readers; there must not be one.
func RegisterDecompressor(method uint16, dcomp Decompressor) {
	methods.Lock()
	defer methods.Unlock()
	if _, known := methods.decompress[method]; known {
		panic("decompressor already registered")
	}
	methods.decompress[method] = dcomp
}

func compressor(method uint16) Compressor {
	methods.RLock()
	defer methods.RUnlock()
	return methods.compress[method]
}

func decompressor(method uint16) Decompressor {
	methods.RLock()
	defer methods.RUnlock()
	return methods.decompress[method]
}
