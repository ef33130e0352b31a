package fmt

import (
	"errors"
	"io"
	"os"
)

// Scan reads values separated by space from standard input into the variables that a points to; newlines are
// space. It returns how many it read, and if not all, why.
func Scan(a ...any) (n int, err error) { return Fscan(os.Stdin, a...) }

// Scanln reads as Scan does, up to a newline, which must follow the last value.
func Scanln(a ...any) (n int, err error) { return Fscanln(os.Stdin, a...) }

// Scanf reads values from standard input as the format says.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(os.Stdin, format, a...) }

// text is a string that is read from its beginning.
type text string

// Read implements io.Reader.
func (t *text) Read(b []byte) (n int, err error) {
	if len(*t) == 0 {
		return 0, io.EOF
	}
	n = copy(b, *t)
	*t = (*t)[n:]
	return n, nil
}

// Sscan reads from str as Scan does from standard input.
func Sscan(str string, a ...any) (n int, err error) { return Fscan((*text)(&str), a...) }

// Sscanln reads from str as Scanln does from standard input.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*text)(&str), a...) }

// Sscanf reads from str as Scanf does from standard input.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*text)(&str), format, a...)
}

// Fscan reads from r as Scan does from standard input.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r, true, false)
	n, err = s.values(a)
	s.release()
	return
}

// Fscanln reads from r as Scanln does from standard input.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r, false, true)
	n, err = s.values(a)
	s.release()
	return
}

// Fscanf reads from r as Scanf does from standard input.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newScanner(r, false, false)
	n, err = s.formatted(format, a)
	s.release()
	return
}

// Scanner is a value that reads itself, for every verb.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// ScanState is the input as a Scanner sees it.
type ScanState interface {
	// ReadRune reads the next character: io.EOF behind the width, or behind the line for Scanln.
	ReadRune() (r rune, size int, err error)
	// UnreadRune takes the last character back.
	UnreadRune() error
	// SkipSpace skips space; newlines as the function that was called treats them.
	SkipSpace()
	// Token skips space if wanted and reads characters while f says so; nil stands for what is no space. The
	// bytes are good until the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width returns the width and whether one was given.
	Width() (wid int, ok bool)
	// Read is there to make a ScanState an io.Reader; it always fails.
	Read(buf []byte) (n int, err error)
}

const (
	noRune  = -1 // the end of the input instead of a character
	noWidth = 1 << 30
)

// scanner is the state of one call. Scanners are used again.
type scanner struct {
	in       io.RuneScanner
	token    []byte
	count    int  // characters read
	atEnd    bool // the input, or the line that ends it, has been read
	lineEnds bool // a newline ends the input
	lineIsSp bool // a newline is space
	limit    int  // count at which the operand's width ends
	width    int
	next     *scanner // in the list of free ones
}

var freeScanner *scanner

func newScanner(r io.Reader, lineIsSpace, lineEnds bool) *scanner {
	s := freeScanner
	if s == nil {
		s = new(scanner)
	} else {
		freeScanner = s.next
		s.next = nil
	}
	if in, ok := r.(io.RuneScanner); ok {
		s.in = in
	} else {
		s.in = &runeReader{reader: r, current: noRune}
	}
	s.lineIsSp = lineIsSpace
	s.lineEnds = lineEnds
	s.atEnd = false
	s.limit = noWidth
	s.width = noWidth
	s.count = 0
	return s
}

// release gives the scanner back; one with a large buffer is dropped.
func (s *scanner) release() {
	if cap(s.token) > 1024 {
		return
	}
	s.token = s.token[:0]
	s.in = nil
	s.next = freeScanner
	freeScanner = s
}

// scanError is what the scanner panics with to end a call.
type scanError struct {
	err error
}

func (s *scanner) fail(err error)       { panic(scanError{err}) }
func (s *scanner) failWith(text string) { panic(scanError{errors.New(text)}) }

// catch makes an error of what the scanner panicked with.
func catch(err *error) {
	switch e := recover().(type) {
	case nil:
	case scanError:
		*err = e.err
	case error:
		if e != io.EOF {
			panic(e)
		}
		*err = e
	default:
		panic(e)
	}
}

// Read implements ScanState.
func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

// ReadRune implements ScanState.
func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.atEnd || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.in.ReadRune()
	switch {
	case err == nil:
		s.count++
		s.atEnd = s.lineEnds && r == '\n'
	case err == io.EOF:
		s.atEnd = true
	}
	return
}

// UnreadRune implements ScanState.
func (s *scanner) UnreadRune() error {
	s.in.UnreadRune()
	s.atEnd = false
	s.count--
	return nil
}

// Width implements ScanState.
func (s *scanner) Width() (wid int, ok bool) {
	if s.width == noWidth {
		return 0, false
	}
	return s.width, true
}

// SkipSpace implements ScanState. A newline that is not space is an error.
func (s *scanner) SkipSpace() {
	for {
		r := s.read()
		switch {
		case r == noRune:
			return
		case r == '\r' && s.sees("\n"):
		case r == '\n':
			if !s.lineIsSp {
				s.failWith("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

// Token implements ScanState.
func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case scanError:
			err = e.err
		default:
			panic(e)
		}
	}()
	if f == nil {
		f = isNoSpace
	}
	s.token = s.token[:0]
	if skipSpace {
		s.SkipSpace()
	}
	s.readWhile(f)
	return s.token, nil
}

// isSpace says what unicode.IsSpace says.
func isSpace(r rune) bool {
	switch {
	case r < 0x85:
		return r == ' ' || '\t' <= r && r <= '\r'
	case r < 0x2000:
		return r == 0x85 || r == 0xa0 || r == 0x1680
	}
	return r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}

func isNoSpace(r rune) bool { return !isSpace(r) }
