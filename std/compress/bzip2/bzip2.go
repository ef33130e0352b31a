// Package bzip2 reads what the program bzip2 has compressed.
package bzip2

import "io"

// StructuralError is the error for data that is not bzip2's.
type StructuralError string

func (s StructuralError) Error() string { return "bzip2 data invalid: " + string(s) }

// NewReader returns a reader of what r has compressed, which may be several files one after the other. If r is no io.ByteReader, more may be
// read of it than is needed.
func NewReader(r io.Reader) io.Reader { return &reader{in: newBits(r)} }

// What stands before a file, a block and the end of a file.
const (
	fileMark  = 'B'<<8 | 'Z'
	blockMark = 0x314159265359
	endMark   = 0x177245385090
)

// reader reads files.
type reader struct {
	in      bits
	begun   bool
	ended   bool
	fileSum uint32 // of the sums of blocks

	block    []uint32 // a byte, and above it where the next one is
	size     int      // of a block at most
	at       uint32   // in block
	left     int      // of block
	sum      uint32
	wantSum  uint32
	last     int  // the byte before, -1 for none
	same     int  // how many there were in a row, but the first
	repeated uint // times that it still comes
}

func (r *reader) Read(b []byte) (n int, err error) {
	if r.ended {
		return 0, io.EOF
	}
	if !r.begun {
		err = r.begin(true)
	}
	if err == nil && r.in.err == nil {
		r.begun = true
		n, err = r.read(b)
	}
	if r.in.err != nil {
		err = r.in.err
	}
	return n, err
}

// begin reads what stands before a file.
func (r *reader) begin(marked bool) error {
	if marked && r.in.read(16) != fileMark {
		return StructuralError("bad magic value")
	}
	if r.in.read(8) != 'h' {
		return StructuralError("non-Huffman entropy encoding")
	}
	level := r.in.read(8)
	if level < '1' || '9' < level {
		return StructuralError("invalid compression level")
	}
	r.fileSum = 0
	if r.size = 100_000 * int(level-'0'); r.size > len(r.block) {
		r.block = make([]uint32, r.size)
	}
	return nil
}

func (r *reader) read(b []byte) (int, error) {
	for {
		if n := r.fromBlock(b); n > 0 || len(b) == 0 {
			r.sum = update(r.sum, b[:n])
			return n, nil
		}
		if r.sum != r.wantSum {
			return 0, r.fail("block checksum mismatch")
		}
		switch r.in.read(48) {
		case blockMark:
			if err := r.readBlock(); err != nil {
				return 0, err
			}
		case endMark:
			if err := r.endFile(); err != nil {
				return 0, err
			}
		default:
			return 0, StructuralError("bad magic value found")
		}
	}
}

// fail returns an error that all reads return from now on.
func (r *reader) fail(reason string) error {
	r.in.err = StructuralError(reason)
	return r.in.err
}

// endFile compares the sum of a file; another one may follow.
func (r *reader) endFile() error {
	sum := uint32(r.in.read(32))
	if r.in.err != nil {
		return r.in.err
	}
	if sum != r.fileSum {
		return r.fail("file checksum mismatch")
	}
	first, err := r.in.nextByte()
	if err != nil {
		r.ended = err == io.EOF
		r.in.err = err
		return err
	}
	second, err := r.in.nextByte()
	if err != nil {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		r.in.err = err
		return err
	}
	if first != 'B' || second != 'Z' {
		return StructuralError("bad magic value in continuation file")
	}
	return r.begin(false)
}

// fromBlock returns bytes of the block; four of a kind are followed by how often more they come.
func (r *reader) fromBlock(b []byte) (n int) {
	for n < len(b) && (r.repeated > 0 || r.left > 0) {
		if r.repeated > 0 {
			b[n] = byte(r.last)
			n++
			if r.repeated--; r.repeated == 0 {
				r.last = -1
			}
			continue
		}
		entry := r.block[r.at]
		r.at = entry >> 8
		r.left--
		c := byte(entry)
		switch {
		case r.same == 3:
			r.repeated, r.same = uint(c), 0
			continue
		case r.last == int(c):
			r.same++
		default:
			r.same = 0
		}
		r.last = int(c)
		b[n] = c
		n++
	}
	return n
}

// polynomials has what each first byte of a sum changes.
var polynomials = func() (table [256]uint32) {
	for i := range table {
		sum := uint32(i) << 24
		for range 8 {
			carry := sum >> 31
			sum = sum<<1 ^ carry*0x04C11DB7
		}
		table[i] = sum
	}
	return table
}()

// update returns the sum of what had one and b: CRC-32 with the highest bit first.
func update(sum uint32, b []byte) uint32 {
	sum = ^sum
	for _, c := range b {
		sum = polynomials[byte(sum>>24)^c] ^ sum<<8
	}
	return ^sum
}
