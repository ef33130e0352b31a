// Package unicode classifies code points and maps their cases.
//
// The tables are static data of the program that runs Go, which the variables of this package point to.
package unicode

const (
	MaxRune         = '\U0010FFFF' // the largest code point
	ReplacementChar = '\uFFFD'     // stands for what is no code point
	MaxASCII        = '\u007F'     // the last of ASCII
	MaxLatin1       = '\u00FF'     // the last of Latin-1
)

// RangeTable is a set of code points: ranges that are sorted and do not overlap.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int // how many of R16 end in Latin-1
}

// Range16 is every Stride-th code point from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is Range16 for code points from 1<<16 on.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

func table(index int) *RangeTable

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if r16 := rangeTab.R16; len(r16) > 0 && uint32(r) <= uint32(r16[len(r16)-1].Hi) {
		return in16(r16, uint16(r))
	}
	r32 := rangeTab.R32
	return len(r32) > 0 && r >= rune(r32[0].Lo) && in32(r32, uint32(r))
}

//go:noescape
func in16(ranges []Range16, r uint16) bool

//go:noescape
func in32(ranges []Range32, r uint32) bool

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// IsOneOf is In with its parameters the other way around.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// GraphicRanges holds the tables that IsGraphic is defined by.
var GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}

// PrintRanges holds the tables that IsPrint is defined by, beside the space U+0020.
var PrintRanges = []*RangeTable{L, M, N, P, S}

// IsControl reports whether r is a control character: category Cc.
func IsControl(r rune) bool { return 0 <= r && r < ' ' || 0x7F <= r && r < 0xA0 }

// IsDigit reports whether r is a decimal digit: category Nd.
func IsDigit(r rune) bool

// IsGraphic reports whether r is graphic: a letter, mark, number, punctuation, symbol, or space of category Zs.
func IsGraphic(r rune) bool

// IsLetter reports whether r is a letter: category L.
func IsLetter(r rune) bool

// IsLower reports whether r is a lower-case letter.
func IsLower(r rune) bool

// IsMark reports whether r is a mark: category M.
func IsMark(r rune) bool

// IsNumber reports whether r is a number: category N.
func IsNumber(r rune) bool

// IsPrint reports whether r is printable in Go's sense: graphic, and of the spaces only U+0020.
func IsPrint(r rune) bool

// IsPunct reports whether r is punctuation: category P.
func IsPunct(r rune) bool

// IsSpace reports whether r is white space, by the property of that name.
func IsSpace(r rune) bool

// IsSymbol reports whether r is a symbol: category S.
func IsSymbol(r rune) bool

// IsTitle reports whether r is a title-case letter.
func IsTitle(r rune) bool

// IsUpper reports whether r is an upper-case letter.
func IsUpper(r rune) bool
