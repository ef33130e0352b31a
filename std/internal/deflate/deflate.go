// Package deflate is zlib's deflate and inflate without header, for compress/flate. All that zlib needs lies in a slice of the
// caller, who is done with it when the slice is.
package deflate

// Sizes of the slices.
const (
	DeflaterSize = 288 << 10
	InflaterSize = 48 << 10
)

// What is done with what zlib holds.
const (
	Keep   = 0 // until it is worth a block
	Sync   = 2 // is written up to a byte's end
	Finish = 4 // is written, and the stream ends
)

// What Inflate reports.
const (
	More  = iota // there is more, of output or, if there is no more input, of that
	End          // the stream has ended
	Wrong        // what follows is not right
)

// InitDeflater makes state that of a stream that begins; dict is taken to stand before it. The levels are compress/flate's.
//
//go:noescape
func InitDeflater(state []byte, level int, dict []byte)

// InitInflater makes state that of a stream that begins; dict is taken to stand before it.
//
//go:noescape
func InitInflater(state []byte, dict []byte)

// Deflate takes bytes of in and puts bytes into out. All is done if out has room left.
//
//go:noescape
func Deflate(state, in, out []byte, flush int) (taken, put int)

// Inflate takes bytes of in and puts bytes into out; none behind the end of the stream is taken.
//
//go:noescape
func Inflate(state, in, out []byte) (taken, put, what int)
