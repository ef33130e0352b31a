// Package iotest has readers and writers that behave as those of io may, but seldom do.
package iotest

import (
	"errors"
	"io"
	"log"
)

// ErrTimeout is what a TimeoutReader returns.
var ErrTimeout = errors.New("timeout")

// reader is a Reader made of a function.
type reader func(p []byte) (n int, err error)

func (r reader) Read(p []byte) (n int, err error) { return r(p) }

// OneByteReader reads single bytes of r.
func OneByteReader(r io.Reader) io.Reader {
	return reader(func(p []byte) (int, error) {
		if len(p) == 0 {
			return 0, nil
		}
		return r.Read(p[:1])
	})
}

// HalfReader reads half as many bytes of r as it is asked for.
func HalfReader(r io.Reader) io.Reader {
	return reader(func(p []byte) (int, error) { return r.Read(p[:(len(p)+1)/2]) })
}

// DataErrReader returns the last bytes of r together with the error that follows them.
func DataErrReader(r io.Reader) io.Reader {
	var unread []byte
	data := make([]byte, 1024)
	return reader(func(p []byte) (n int, err error) {
		for {
			if len(unread) == 0 {
				var got int
				got, err = r.Read(data)
				unread = data[:got]
			}
			if n > 0 || err != nil {
				return n, err
			}
			n = copy(p, unread)
			unread = unread[n:]
		}
	})
}

// TimeoutReader returns ErrTimeout at its second call.
func TimeoutReader(r io.Reader) io.Reader {
	calls := 0
	return reader(func(p []byte) (int, error) {
		if calls++; calls == 2 {
			return 0, ErrTimeout
		}
		return r.Read(p)
	})
}

// ErrReader returns err at every call.
func ErrReader(err error) io.Reader {
	return reader(func(p []byte) (int, error) { return 0, err })
}

// writer is a Writer made of a function.
type writer func(p []byte) (n int, err error)

func (w writer) Write(p []byte) (n int, err error) { return w(p) }

// TruncateWriter writes the first n bytes to w and drops the rest.
func TruncateWriter(w io.Writer, n int64) io.Writer {
	return writer(func(p []byte) (int, error) {
		if n <= 0 {
			return len(p), nil
		}
		written, err := w.Write(p[:min(int64(len(p)), n)])
		n -= int64(written)
		if err == nil {
			written = len(p)
		}
		return written, err
	})
}

// logged logs the bytes of a call, and its error.
func logged(prefix string, p []byte, n int, err error) (int, error) {
	if err != nil {
		log.Printf("%s %x: %v", prefix, p[:n], err)
	} else {
		log.Printf("%s %x", prefix, p[:n])
	}
	return n, err
}

// NewWriteLogger logs what is written to w.
func NewWriteLogger(prefix string, w io.Writer) io.Writer {
	return writer(func(p []byte) (int, error) {
		n, err := w.Write(p)
		return logged(prefix, p, n, err)
	})
}

// NewReadLogger logs what is read of r.
func NewReadLogger(prefix string, r io.Reader) io.Reader {
	return reader(func(p []byte) (int, error) {
		n, err := r.Read(p)
		return logged(prefix, p, n, err)
	})
}
