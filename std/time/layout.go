package time

// Layouts: how the reference time Mon Jan 2 15:04:05 MST 2006 (01/02 03:04:05PM '06 -0700) looks in a format.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// element is what a part of a layout stands for.
type element uint8

const (
	noElement element = iota
	longYear
	shortYear
	longMonth
	shortMonth
	numMonth
	zeroMonth
	longWeekday
	shortWeekday
	numDay
	blankDay // filled with a blank
	zeroDay
	blankYearDay
	zeroYearDay
	hour24
	hour12
	zeroHour12
	numMinute
	zeroMinute
	numSecond
	zeroSecond
	upperPM
	lowerPM
	zoneName
	zoneOffset // with a shape: see offsetShape
	fraction0  // ".000": as many digits
	fraction9  // ".999": without zeros at the end
)

// Sets of elements that are found in the date and on the clock.
const (
	dateElements = 1<<longYear | 1<<shortYear | 1<<longMonth | 1<<shortMonth | 1<<numMonth | 1<<zeroMonth | 1<<numDay |
		1<<blankDay | 1<<zeroDay
	clockElements = 1<<hour24 | 1<<hour12 | 1<<zeroHour12 | 1<<numMinute | 1<<zeroMinute | 1<<numSecond | 1<<zeroSecond |
		1<<upperPM | 1<<lowerPM
)

// offsetShape says how a zone's offset is written.
type offsetShape uint8

const (
	offsetZ       offsetShape = 1 << iota // Z for UTC
	offsetColons                          // -07:00
	offsetMinutes                         // -0700
	offsetSeconds                         // -070000
)

// part is an element found in a layout.
type part struct {
	element   element
	shape     offsetShape
	digits    int  // of a fraction
	separator byte // of a fraction: . or ,
}

// pattern is a way to write an element; notLower keeps Mon from being found in Month.
type pattern struct {
	text     string
	part     part
	notLower bool
}

// The patterns by their first letter, those that begin with others first.
var (
	patternsJ = [...]pattern{{"January", part{element: longMonth}, false}, {"Jan", part{element: shortMonth}, true}}
	patternsM = [...]pattern{{"Monday", part{element: longWeekday}, false}, {"Mon", part{element: shortWeekday}, true},
		{"MST", part{element: zoneName}, false}}
	patterns0 = [...]pattern{{"01", part{element: zeroMonth}, false}, {"02", part{element: zeroDay}, false},
		{"03", part{element: zeroHour12}, false}, {"04", part{element: zeroMinute}, false},
		{"05", part{element: zeroSecond}, false}, {"06", part{element: shortYear}, false},
		{"002", part{element: zeroYearDay}, false}}
	patterns1 = [...]pattern{{"15", part{element: hour24}, false}, {"1", part{element: numMonth}, false}}
	patterns2 = [...]pattern{{"2006", part{element: longYear}, false}, {"2", part{element: numDay}, false}}
	pattern_  = [...]pattern{{"_2", part{element: blankDay}, false}, {"__2", part{element: blankYearDay}, false}}
	patterns3 = [...]pattern{{"3", part{element: hour12}, false}}
	patterns4 = [...]pattern{{"4", part{element: numMinute}, false}}
	patterns5 = [...]pattern{{"5", part{element: numSecond}, false}}
	patternsP = [...]pattern{{"PM", part{element: upperPM}, false}}
	patternsp = [...]pattern{{"pm", part{element: lowerPM}, false}}
	// Behind the sign or Z.
	offsets = [...]pattern{
		{"070000", part{zoneOffset, offsetMinutes | offsetSeconds, 0, 0}, false},
		{"07:00:00", part{zoneOffset, offsetMinutes | offsetSeconds | offsetColons, 0, 0}, false},
		{"0700", part{zoneOffset, offsetMinutes, 0, 0}, false},
		{"07:00", part{zoneOffset, offsetMinutes | offsetColons, 0, 0}, false},
		{"07", part{zoneOffset, 0, 0, 0}, false},
	}
)

func patternsOf(c byte) []pattern {
	switch c {
	case '0':
		return patterns0[:]
	case '1':
		return patterns1[:]
	case '2':
		return patterns2[:]
	case '3':
		return patterns3[:]
	case '4':
		return patterns4[:]
	case '5':
		return patterns5[:]
	case '_':
		return pattern_[:]
	case 'J':
		return patternsJ[:]
	case 'M':
		return patternsM[:]
	case 'P':
		return patternsP[:]
	case 'p':
		return patternsp[:]
	}
	return nil
}

// nextPart finds the first element in a layout: layout[start:end].
func nextPart(layout string) (p part, start, end int) {
	for i := 0; i < len(layout); i++ {
		c := layout[i]
		switch {
		case '0' <= c && c <= '5' || c == 'J' || c == 'M' || c == 'P' || c == 'p':
			if p, n := match(layout[i:], patternsOf(c)); n > 0 {
				return p, i, i + n
			}
		case c == '-' || c == 'Z':
			if p, n := match(layout[i+1:], offsets[:]); n > 0 {
				if c == 'Z' {
					p.shape |= offsetZ
				}
				return p, i, i + 1 + n
			}
		case c == '_':
			// "_2006" is an underscore and a year.
			if len(layout) >= i+5 && layout[i+1:i+5] == "2006" {
				return part{element: longYear}, i + 1, i + 5
			}
			if p, n := match(layout[i:], patternsOf(c)); n > 0 {
				return p, i, i + n
			}
		case c == '.' || c == ',':
			if p, n := fractionPart(layout[i:]); n > 0 {
				return p, i, i + n
			}
		}
	}
	return part{}, len(layout), len(layout)
}

func match(s string, patterns []pattern) (part, int) {
	for i := range patterns {
		p := &patterns[i]
		n := len(p.text)
		if len(s) >= n && s[:n] == p.text && !(p.notLower && len(s) > n && 'a' <= s[n] && s[n] <= 'z') {
			return p.part, n
		}
	}
	return part{}, 0
}

// fractionPart finds a separator with a run of 0 or 9 that no other digit follows.
func fractionPart(s string) (part, int) {
	if len(s) < 2 || s[1] != '0' && s[1] != '9' {
		return part{}, 0
	}
	n := 1
	for n < len(s) && s[n] == s[1] {
		n++
	}
	if isDigit(s, n) {
		return part{}, 0
	}
	p := part{element: fraction0, digits: n - 1, separator: s[0]}
	if s[1] == '9' {
		p.element = fraction9
	}
	return p, n
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }
