package jpeg

import "io"

// input reads bytes, and bits of those in which 0xff is followed by 0.
type input struct {
	r     io.Reader
	buf   [4096]byte
	i, j  int    // what is left of buf
	taken int    // bytes that the last ones of word took, which can be read again; 0 if they cannot
	word  uint32 // its last count bits are to be read
	count int32
}

// fill reads more, and keeps two bytes that may be read again.
func (in *input) fill() error {
	if in.j > 2 {
		copy(in.buf[:], in.buf[in.j-2:in.j])
		in.i, in.j = 2, 2
	}
	n, err := in.r.Read(in.buf[in.j:])
	in.j += n
	if n > 0 {
		return nil
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}

func (in *input) readByte() (byte, error) {
	for in.i == in.j {
		if err := in.fill(); err != nil {
			return 0, err
		}
	}
	c := in.buf[in.i]
	in.i++
	in.taken = 0
	return c, nil
}

// Errors that bits end with, which need not be needed.
var (
	errMarker = FormatError("missing 0xff00 sequence")
	errShort  = FormatError("short Huffman data")
)

// readDataByte reads a byte of those that have bits.
func (in *input) readDataByte() (byte, error) {
	if in.i+2 <= in.j {
		c := in.buf[in.i]
		in.i++
		in.taken = 1
		if c != 0xff {
			return c, nil
		}
		if in.buf[in.i] != 0 {
			return 0, errMarker
		}
		in.i++
		in.taken = 2
		return c, nil
	}
	in.taken = 0
	c, err := in.readByte()
	if err != nil {
		return 0, err
	}
	in.taken = 1
	if c != 0xff {
		return c, nil
	}
	zero, err := in.readByte()
	if err != nil {
		return 0, err
	}
	in.taken = 2
	if zero != 0 {
		return 0, errMarker
	}
	return c, nil
}

// need reads bytes until there are n bits.
func (in *input) need(n int32) error {
	for in.count < n {
		c, err := in.readDataByte()
		if err != nil {
			if err == io.ErrUnexpectedEOF {
				return errShort
			}
			return err
		}
		in.word = in.word<<8 | uint32(c)
		in.count += 8
	}
	return nil
}

// bits reads n bits.
func (in *input) bits(n int32) (uint32, error) {
	if err := in.need(n); err != nil {
		return 0, err
	}
	in.count -= n
	return in.word >> in.count & (1<<n - 1), nil
}

// signed reads a number of n bits: if the first is 0 it is a negative one.
func (in *input) signed(n uint8) (int32, error) {
	bits, err := in.bits(int32(n))
	if err != nil {
		return 0, err
	}
	x := int32(bits)
	if n > 0 && x>>(n-1) == 0 {
		x += -1<<n + 1
	}
	return x, nil
}

// unread gives the last byte back.
func (in *input) unread() {
	in.i -= in.taken
	in.taken = 0
	if in.count >= 8 {
		in.word >>= 8
		in.count -= 8
	}
}

// leaveBits gives back a byte of which no bit was read.
func (in *input) leaveBits() {
	if in.taken != 0 && in.count >= 8 {
		in.unread()
	}
	in.taken = 0
}

// read fills b.
func (in *input) read(b []byte) error {
	in.leaveBits()
	for {
		n := copy(b, in.buf[in.i:in.j])
		b = b[n:]
		in.i += n
		if len(b) == 0 {
			return nil
		}
		if err := in.fill(); err != nil {
			return err
		}
	}
}

// skip leaves n bytes out.
func (in *input) skip(n int) error {
	in.leaveBits()
	for {
		some := min(in.j-in.i, n)
		n -= some
		in.i += some
		if n == 0 {
			return nil
		}
		if err := in.fill(); err != nil {
			return err
		}
	}
}
