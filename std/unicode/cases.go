package unicode

// The cases, as indices of a CaseRange's Delta.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower as every Delta of a CaseRange says that upper and lower case alternate in it, upper case first.
const UpperLower = MaxRune + 1

type d [MaxCase]rune

// CaseRange maps the code points from Lo to Hi to their cases, by adding Delta.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// CaseRanges holds the mappings of all letters that have another case.
var CaseRanges = allCaseRanges()

func allCaseRanges() []CaseRange

// SpecialCase holds a language's own mappings; the rest maps as everywhere.
type SpecialCase []CaseRange

// TurkishCase is for Turkish: i with and without a dot are two letters.
var TurkishCase = SpecialCase{
	{'I', 'I', d{0, 'ı' - 'I', 0}},
	{'i', 'i', d{'İ' - 'i', 0, 'İ' - 'i'}},
	{'İ', 'İ', d{0, 'i' - 'İ', 0}},
	{'ı', 'ı', d{'I' - 'ı', 0, 'I' - 'ı'}},
}

// AzeriCase is for Azeri, whose letters map as the Turkish ones.
var AzeriCase = TurkishCase

// mapCase maps r to a case by ranges; found says whether they hold r.
//
//go:noescape
func mapCase(which int, r rune, ranges []CaseRange) (mapped rune, found bool)

// To maps r to UpperCase, LowerCase or TitleCase; ReplacementChar for any other case.
func To(_case int, r rune) rune {
	mapped, _ := mapCase(_case, r, CaseRanges)
	return mapped
}

// ToUpper maps r to upper case.
func ToUpper(r rune) rune {
	if r <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower maps r to lower case.
func ToLower(r rune) rune {
	if r <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle maps r to title case.
func ToTitle(r rune) rune {
	if r <= MaxASCII {
		return ToUpper(r)
	}
	return To(TitleCase, r)
}

// ToUpper maps r to upper case, by the special mappings first.
func (special SpecialCase) ToUpper(r rune) rune {
	if mapped, found := mapCase(UpperCase, r, special); found {
		return mapped
	}
	return ToUpper(r)
}

// ToTitle maps r to title case, by the special mappings first.
func (special SpecialCase) ToTitle(r rune) rune {
	if mapped, found := mapCase(TitleCase, r, special); found {
		return mapped
	}
	return ToTitle(r)
}

// ToLower maps r to lower case, by the special mappings first.
func (special SpecialCase) ToLower(r rune) rune {
	if mapped, found := mapCase(LowerCase, r, special); found {
		return mapped
	}
	return ToLower(r)
}

// SimpleFold returns the next code point that is equal to r under simple folding: the least above r, or the least
// of all if r is the greatest. What is equal to itself alone is returned as it is.
func SimpleFold(r rune) rune
