package fmt

import (
	"errors"
	"io"
	"unicode/utf8"
)

// runeReader reads characters from a reader that gives bytes, never more bytes than the characters have.
type runeReader struct {
	reader  io.Reader
	current rune // the last character if it was taken back, else its complement; noRune at first
	left    int  // bytes in bytes that were read and not used: what follows the first byte of wrong UTF-8
	bytes   [utf8.UTFMax]byte
	one     [1]byte // what reader reads into
}

// more appends a byte of the reader to the n in bytes.
func (r *runeReader) more(n int) error {
	_, err := io.ReadFull(r.reader, r.one[:])
	if err == nil {
		r.bytes[n] = r.one[0]
	}
	return err
}

// ReadRune implements io.RuneScanner.
func (r *runeReader) ReadRune() (c rune, size int, err error) {
	if r.current >= 0 {
		c = r.current
		r.current = ^c
		return c, utf8.RuneLen(c), nil
	}
	n := r.left
	r.left = 0
	if n == 0 {
		if err = r.more(0); err != nil {
			return
		}
		n = 1
	}
	for !utf8.FullRune(r.bytes[:n]) {
		if err = r.more(n); err == io.EOF {
			break
		} else if err != nil {
			return
		}
		n++
	}
	c, size = utf8.DecodeRune(r.bytes[:n])
	r.left = copy(r.bytes[:], r.bytes[size:n])
	r.current = ^c
	return c, size, nil
}

// UnreadRune implements io.RuneScanner.
func (r *runeReader) UnreadRune() error {
	if r.current >= 0 {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.current = ^r.current
	return nil
}

// read returns the next character, noRune at the end of the input. Other errors end the call.
func (s *scanner) read() rune {
	r, _, err := s.ReadRune()
	if err != nil {
		if err != io.EOF {
			s.fail(err)
		}
		return noRune
	}
	return r
}

// need returns the next character; the input must not end.
func (s *scanner) need() rune {
	r := s.read()
	if r == noRune {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

// notAtEnd ends the call with io.EOF if there is no more input.
func (s *scanner) notAtEnd() {
	if s.read() == noRune {
		panic(io.EOF)
	}
	s.UnreadRune()
}

func contains(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// sees says whether the next character is in the set; it is not read.
func (s *scanner) sees(set string) bool {
	r := s.read()
	if r == noRune {
		return false
	}
	s.UnreadRune()
	return contains(set, r)
}

// accept adds the next character to the token if it is in the set.
func (s *scanner) accept(set string) bool {
	r := s.read()
	if r == noRune {
		return false
	}
	if !contains(set, r) {
		s.UnreadRune()
		return false
	}
	s.token = utf8.AppendRune(s.token, r)
	return true
}

// readWhile adds characters to the token as long as f says so.
func (s *scanner) readWhile(f func(rune) bool) {
	for {
		r := s.read()
		if r == noRune {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.token = utf8.AppendRune(s.token, r)
	}
}
