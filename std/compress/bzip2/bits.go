package bzip2

import (
	"bufio"
	"io"
)

// bits reads bits, the highest of a byte first.
type bits struct {
	r     io.ByteReader
	word  uint64 // the last count bits were read from r, not from here
	count uint
	err   error // of r; zeros are read from then on
}

func newBits(r io.Reader) bits {
	if b, ok := r.(io.ByteReader); ok {
		return bits{r: b}
	}
	return bits{r: bufio.NewReader(r)}
}

// read returns the next n bits.
func (b *bits) read(n uint) uint64 {
	for b.count < n {
		c, err := b.r.ReadByte()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			b.err = err
			return 0
		}
		b.word = b.word<<8 | uint64(c)
		b.count += 8
	}
	b.count -= n
	return b.word >> b.count & (1<<n - 1)
}

// nextByte returns the next whole byte.
func (b *bits) nextByte() (byte, error) {
	b.count = 0
	return b.r.ReadByte()
}
