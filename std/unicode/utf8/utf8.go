// Package utf8 encodes, decodes and checks UTF-8.
package utf8

const (
	RuneError = '\uFFFD'     // what stands for bytes that are no UTF-8
	RuneSelf  = 0x80         // below it, a byte is a rune
	MaxRune   = '\U0010FFFF' // the largest rune
	UTFMax    = 4            // bytes of the longest encoding
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// AppendRune appends the encoding of r to p; what is no rune is encoded as RuneError.
func AppendRune(p []byte, r rune) []byte

// DecodeRune returns the first rune of p and its size in bytes: (RuneError, 1) if p does not start with UTF-8,
// (RuneError, 0) if it is empty.
func DecodeRune(p []byte) (r rune, size int)

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (r rune, size int)

// DecodeLastRune returns the last rune of p and its size in bytes, by the rules of DecodeRune.
func DecodeLastRune(p []byte) (r rune, size int)

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (r rune, size int)

// FullRune reports whether p starts with a whole encoding; an invalid one is whole, as an error of size 1.
func FullRune(p []byte) bool

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool

// RuneCount returns the number of runes in p; each byte that is no UTF-8 counts as one.
func RuneCount(p []byte) int

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) (n int)

// Valid reports whether p is UTF-8 throughout.
func Valid(p []byte) bool

// ValidString is Valid for a string.
func ValidString(s string) bool

//go:noescape
func encode(p []byte, r rune)

// EncodeRune writes the encoding of r into p, which must have room for it, and returns its size. What is no rune is
// encoded as RuneError.
func EncodeRune(p []byte, r rune) int {
	size := RuneLen(r)
	if size < 0 {
		r, size = RuneError, 3
	}
	_ = p[size-1]
	encode(p, r)
	return size
}

// RuneLen returns the size of the encoding of r, or -1 if it is no rune.
func RuneLen(r rune) int {
	switch {
	case !ValidRune(r):
		return -1
	case r < RuneSelf:
		return 1
	case r < 1<<11:
		return 2
	case r < 1<<16:
		return 3
	}
	return 4
}

// RuneStart reports whether b is not a second or later byte of an encoding.
func RuneStart(b byte) bool { return b&0xC0 != 0x80 }

// ValidRune reports whether r can be encoded: it is in range and no half of a surrogate pair.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
