// Package utf16 encodes and decodes UTF-16.
package utf16

const (
	replacement = '\uFFFD'
	maxRune     = '\U0010FFFF'

	highMin   = 0xD800 // first halves of pairs
	lowMin    = 0xDC00 // second halves
	pairEnd   = 0xE000
	pairsFrom = 0x10000 // the first rune that needs a pair
)

// IsSurrogate reports whether r is a half of a pair.
func IsSurrogate(r rune) bool { return highMin <= r && r < pairEnd }

// DecodeRune returns the rune of the pair r1, r2, or U+FFFD if they are none.
func DecodeRune(r1, r2 rune) rune {
	if highMin <= r1 && r1 < lowMin && lowMin <= r2 && r2 < pairEnd {
		return (r1-highMin)<<10 | (r2 - lowMin) + pairsFrom
	}
	return replacement
}

// EncodeRune returns the pair that stands for r, or U+FFFD twice if r is no rune or needs none.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < pairsFrom || r > maxRune {
		return replacement, replacement
	}
	r -= pairsFrom
	return highMin + r>>10, lowMin + r&0x3FF
}

// RuneLen returns how many 16-bit words encode r, -1 if it is no rune.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < highMin, pairEnd <= r && r < pairsFrom:
		return 1
	case pairsFrom <= r && r <= maxRune:
		return 2
	}
	return -1
}

// Encode returns s in UTF-16.
func Encode(s []rune) []uint16 {
	n := len(s)
	for _, r := range s {
		if r >= pairsFrom {
			n++
		}
	}
	words := make([]uint16, 0, n)
	for _, r := range s {
		words = AppendRune(words, r)
	}
	return words
}

// AppendRune appends the encoding of r to a; what is no rune is encoded as U+FFFD.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Decode returns the runes that s encodes; halves without their other half become U+FFFD.
func Decode(s []uint16) []rune {
	buf := make([]rune, 0, 64)
	return decode(s, buf)
}

// decode appends the runes to buf: Decode is small enough to be inlined, where its buffer may stay in the frame.
func decode(s []uint16, buf []rune) []rune {
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		buf = append(buf, r)
	}
	return buf
}
