package tar

import (
	"bytes"
	"strconv"
	"strings"
)

// Format is a set of formats.
type Format int

// The formats that can be written.
const (
	FormatUnknown Format = 0
	formatV7      Format = 1 << (iota - 1)
	FormatUSTAR
	FormatPAX
	FormatGNU
	formatSTAR
)

// The order of the bits.
var formatNames = []string{"V7", "USTAR", "PAX", "GNU", "STAR"}

// String returns the names of the formats.
func (f Format) String() string {
	var names []string
	for i, name := range formatNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	switch len(names) {
	case 0:
		return "<unknown>"
	case 1:
		return names[0]
	}
	return "(" + strings.Join(names, " | ") + ")"
}

const (
	blockBytes       = 512
	maxExtendedBytes = 1 << 20 // of records, names and sparse maps
	maxFragments     = 1 << 20
)

// padding returns how many bytes are missing to a whole block.
func padding(n int64) int64 { return -n & (blockBytes - 1) }

type block [blockBytes]byte

var zeroBlock block

// field is a part of a block.
type field struct{ at, size int }

// All formats share the beginning; USTAR, PAX, GNU and STAR what follows; then each has its own.
var (
	fieldName     = field{0, 100}
	fieldMode     = field{100, 8}
	fieldUid      = field{108, 8}
	fieldGid      = field{116, 8}
	fieldSize     = field{124, 12}
	fieldModTime  = field{136, 12}
	fieldSum      = field{148, 8}
	fieldType     = field{156, 1}
	fieldLinkname = field{157, 100}

	fieldMagic    = field{257, 8} // and version
	fieldUname    = field{265, 32}
	fieldGname    = field{297, 32}
	fieldDevmajor = field{329, 8}
	fieldDevminor = field{337, 8}

	fieldPrefix = field{345, 155} // USTAR

	fieldGNUAccess   = field{345, 12}
	fieldGNUChange   = field{357, 12}
	fieldGNUSparse   = field{386, 4*sparseEntryBytes + 1}
	fieldGNURealSize = field{483, 12}

	fieldSTARPrefix  = field{345, 131}
	fieldSTARAccess  = field{476, 12}
	fieldSTARChange  = field{488, 12}
	fieldSTARTrailer = field{508, 4}
)

const (
	magicUSTAR  = "ustar\x00"
	magicGNU    = "ustar  \x00"
	trailerSTAR = "tar\x00"
)

func (b *block) of(f field) []byte { return b[f.at : f.at+f.size : f.at+f.size] }

// sums adds up all bytes, as unsigned and as signed numbers; those of the sum itself count as spaces.
func (b *block) sums() (unsigned, signed int64) {
	for i, c := range b {
		if fieldSum.at <= i && i < fieldSum.at+fieldSum.size {
			c = ' '
		}
		unsigned += int64(c)
		signed += int64(int8(c))
	}
	return unsigned, signed
}

// format says what the block may be; unknown if its sum is wrong.
func (b *block) format() Format {
	var d decoder
	sum := d.octal(b.of(fieldSum))
	unsigned, signed := b.sums()
	if d.err != nil || sum != unsigned && sum != signed {
		return FormatUnknown
	}
	magic := string(b.of(fieldMagic))
	switch {
	case magic == magicGNU:
		return FormatGNU
	case !strings.HasPrefix(magic, magicUSTAR):
		return formatV7
	case string(b.of(fieldSTARTrailer)) == trailerSTAR:
		return formatSTAR
	}
	return FormatUSTAR | FormatPAX
}

// seal writes the magic of a format, and the sum.
func (b *block) seal(format Format) {
	magic := magicUSTAR + "00"
	if format == FormatGNU {
		magic = magicGNU
	}
	copy(b.of(fieldMagic), magic)
	unsigned, _ := b.sums()
	var e encoder
	sum := b.of(fieldSum)
	e.octal(sum[:7], unsigned)
	sum[7] = ' '
}

// decoder reads fields and keeps the error.
type decoder struct{ err error }

// text ends with a NUL or with the field.
func text(b []byte) string {
	if i := bytes.IndexByte(b, 0); i >= 0 {
		b = b[:i]
	}
	return string(b)
}

// number is octal or, if its first bit is set, binary: the most significant byte first, in two's complement.
func (d *decoder) number(b []byte) int64 {
	if b[0]&0x80 == 0 {
		return d.octal(b)
	}
	var sign byte // what negative numbers are inverted with
	if b[0]&0x40 != 0 {
		sign = 0xff
	}
	var x uint64
	for i, c := range b {
		c ^= sign
		if i == 0 {
			c &= 0x7f
		}
		if x>>56 != 0 {
			d.err = ErrHeader
			return 0
		}
		x = x<<8 | uint64(c)
	}
	if x>>63 != 0 {
		d.err = ErrHeader
		return 0
	}
	if sign != 0 {
		return ^int64(x)
	}
	return int64(x)
}

// octal digits have NULs and spaces around them; none are 0.
func (d *decoder) octal(b []byte) int64 {
	b = bytes.Trim(b, " \x00")
	if len(b) == 0 {
		return 0
	}
	x, err := strconv.ParseUint(text(b), 8, 64)
	if err != nil {
		d.err = ErrHeader
	}
	return int64(x)
}

// encoder writes fields and keeps the error.
type encoder struct{ err error }

// text has a NUL behind it if there is room.
func (e *encoder) text(b []byte, s string) {
	n := copy(b, s)
	if n < len(b) {
		b[n] = 0
	}
	if n == len(s) {
		return
	}
	e.err = ErrFieldTooLong
	// A slash at the end would make a directory of it for some readers.
	if b[n-1] == '/' {
		b[len(strings.TrimRight(s[:n-1], "/"))] = 0
	}
}

// octal has leading zeros and a NUL behind it.
func (e *encoder) octal(b []byte, x int64) {
	if !fitsOctal(len(b), x) {
		x = 0
		e.err = ErrFieldTooLong
	}
	digits := strconv.FormatInt(x, 8)
	if n := len(b) - 1 - len(digits); n > 0 {
		digits = strings.Repeat("0", n) + digits
	}
	e.text(b, digits)
}

// number is octal if it fits, else binary.
func (e *encoder) number(b []byte, x int64) {
	if fitsOctal(len(b), x) || !fitsBinary(len(b), x) {
		e.octal(b, x)
		return
	}
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = byte(x)
		x >>= 8
	}
	b[0] |= 0x80
}

// Whether n bytes are enough for x and a NUL.
func fitsOctal(n int, x int64) bool { return x >= 0 && (n >= 22 || x>>(3*(n-1)) == 0) }

// Whether n bytes are enough, the first of which says no more than the sign.
func fitsBinary(n int, x int64) bool {
	if n > 8 {
		return true
	}
	rest := x >> (8 * (n - 1))
	return rest == 0 || rest == -1
}

// isASCII says whether s can stand in any field.
func isASCII(s string) bool {
	for _, c := range s {
		if c == 0 || c >= 0x80 {
			return false
		}
	}
	return true
}

// toASCII leaves out what is not.
func toASCII(s string) string {
	return strings.Map(func(c rune) rune {
		if c == 0 || c >= 0x80 {
			return -1
		}
		return c
	}, s)
}

// splitPath divides a long path into USTAR's prefix and name.
func splitPath(path string) (prefix, name string, ok bool) {
	if len(path) <= fieldName.size || !isASCII(path) {
		return "", "", false
	}
	// The slash between them does not count; one at the end does not divide.
	last := len(path)
	if last > fieldPrefix.size+1 {
		last = fieldPrefix.size + 1
	} else if path[last-1] == '/' {
		last--
	}
	i := strings.LastIndexByte(path[:last], '/')
	rest := len(path) - i - 1
	if i <= 0 || rest == 0 || rest > fieldName.size || i > fieldPrefix.size {
		return "", "", false
	}
	return path[:i], path[i+1:], true
}
