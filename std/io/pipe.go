package io

import "sync"

// pipe hands the bytes of a Write to the Reads of other goroutines; it holds none itself.
type pipe struct {
	writing    sync.Mutex // one Write at a time
	offered    chan []byte
	taken      chan int // how many of the offered bytes
	closing    sync.Once
	closed     chan struct{}
	readError  error      // why the reading end was closed
	writeError error      // why the writing end was closed
	_          [2]uintptr // as large as Go's
}

func (p *pipe) read(b []byte) (n int, err error) {
	select {
	case <-p.closed:
		return 0, p.errorOf(p.readError, p.writeError)
	default:
	}
	select {
	case offer := <-p.offered:
		n = copy(b, offer)
		p.taken <- n
		return n, nil
	case <-p.closed:
		return 0, p.errorOf(p.readError, p.writeError)
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	select {
	case <-p.closed:
		return 0, p.errorOf(p.writeError, p.readError)
	default:
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	for {
		select {
		case p.offered <- b:
			got := <-p.taken
			b = b[got:]
			n += got
		case <-p.closed:
			return n, p.errorOf(p.writeError, p.readError)
		}
		if len(b) == 0 {
			return n, nil
		}
	}
}

// errorOf is what an end of the closed pipe fails with: the other's error, unless it was closed itself.
func (p *pipe) errorOf(own, other error) error {
	if own == nil && other != nil {
		return other
	}
	return ErrClosedPipe
}

// close closes the pipe; the first error of each end counts.
func (p *pipe) close(end *error, err error) error {
	if *end == nil {
		*end = err
	}
	p.closing.Do(func() { close(p.closed) })
	return nil
}

// PipeReader is the reading end of a pipe.
type PipeReader struct{ pipe }

// Read waits for a Write and takes what fits of its bytes. After the writing end was closed it fails with that
// end's error.
func (r *PipeReader) Read(data []byte) (n int, err error) { return r.pipe.read(data) }

// Close closes the end; Writes fail with ErrClosedPipe then.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError closes the end; Writes fail with err then. It returns nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	return r.pipe.close(&r.readError, err)
}

// PipeWriter is the writing end of a pipe.
type PipeWriter struct{ r PipeReader }

// Write waits until Reads have taken all the bytes, or the reading end is closed, whose error it then returns.
func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.r.pipe.write(data) }

// Close closes the end; Reads return EOF then.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError closes the end; Reads fail with err then. It returns nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	return w.r.pipe.close(&w.r.writeError, err)
}

// Pipe returns the ends of a pipe without a buffer.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{PipeReader{pipe{
		offered: make(chan []byte),
		taken:   make(chan int),
		closed:  make(chan struct{}),
	}}}
	return &w.r, w
}
