package time

import "unsafe"

// ParseError says what of a text could not be parsed as a time.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

// Error implements error.
func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " +
		quote(e.LayoutElem)
}

// quote quotes s, with all bytes that are not printable ASCII in hexadecimal.
func quote(s string) string {
	const digits = "0123456789abcdef"
	b := make([]byte, 1, len(s)+2)
	b[0] = '"'
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ' || c >= 0x80:
			b = append(b, '\\', 'x', digits[c>>4], digits[c&0xF])
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}

// clone copies s, so that what remembers it does not keep the memory it is a part of.
func clone(s string) string {
	if s == "" {
		return ""
	}
	b := make([]byte, len(s))
	copy(b, s)
	return unsafe.String(&b[0], len(b))
}

// parser reads a time: `rest` is what of the text has not been read.
type parser struct {
	rest string
	// Why a value is out of its range, "" if none is.
	outOfRange string

	year, month, day, yearDay int // -1: not given, but for the year
	hour, min, sec, nsec      int
	am, pm                    bool
	zone                      *Location
	offset                    int // -1: not given
	zoneName                  string
}

// Parse reads a time written as the layout says. Without a zone it is in UTC; a zone known to Local gives a local
// time.
func Parse(layout, value string) (Time, error) {
	if layout == RFC3339 || layout == RFC3339Nano {
		if t, ok := parseRFC3339(value, Local); ok {
			return t, nil
		}
	}
	return parse(layout, value, UTC, Local)
}

// ParseInLocation is like Parse, but takes times without a zone, and zones, as those of loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	if layout == RFC3339 || layout == RFC3339Nano {
		if t, ok := parseRFC3339(value, loc); ok {
			return t, nil
		}
	}
	return parse(layout, value, loc, loc)
}

func parse(layout, value string, without, local *Location) (Time, error) {
	p := parser{rest: value, month: -1, day: -1, yearDay: -1, offset: -1}
	fail := func(layoutElem, valueElem, message string) (Time, error) {
		return Time{}, &ParseError{layout, clone(value), layoutElem, clone(valueElem), message}
	}
	for ahead := layout; ; {
		what, start, end := nextPart(ahead)
		if !p.literal(ahead[:start]) {
			return fail(ahead[:start], p.rest, "")
		}
		if what.element == noElement {
			if p.rest != "" {
				return fail("", p.rest, ": extra text: "+quote(p.rest))
			}
			break
		}
		text := ahead[start:end]
		ahead = ahead[end:]
		before := p.rest
		ok := p.element(what, ahead)
		if p.outOfRange != "" {
			return fail(text, p.rest, ": "+p.outOfRange+" out of range")
		}
		if !ok {
			return fail(text, before, "")
		}
	}
	if p.pm && p.hour < 12 {
		p.hour += 12
	} else if p.am && p.hour == 12 {
		p.hour = 0
	}
	if message := p.fixDay(); message != "" {
		return fail("", p.rest, message)
	}
	return p.time(without, local), nil
}

// literal reads what stands between elements; a run of blanks matches any other.
func (p *parser) literal(text string) bool {
	for text != "" {
		if text[0] == ' ' {
			if p.rest != "" && p.rest[0] != ' ' {
				return false
			}
			text, p.rest = skipBlanks(text), skipBlanks(p.rest)
			continue
		}
		if p.rest == "" || p.rest[0] != text[0] {
			return false
		}
		text, p.rest = text[1:], p.rest[1:]
	}
	return true
}

func skipBlanks(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// element reads the value of an element; ahead is what follows it in the layout.
func (p *parser) element(what part, ahead string) (ok bool) {
	switch what.element {
	case longYear:
		if len(p.rest) < 4 || !isDigit(p.rest, 0) {
			return false
		}
		p.year, ok = signed(p.take(4))
	case shortYear:
		if len(p.rest) < 2 {
			return false
		}
		if p.year, ok = signed(p.take(2)); !ok {
			return false
		}
		if p.year >= 69 { // where the time of Unix begins in some zones
			p.year += 1900
		} else {
			p.year += 2000
		}
	case longMonth, shortMonth:
		p.month, ok = p.name(monthNames[:], what.element == shortMonth)
		p.month++
	case numMonth, zeroMonth:
		p.month, ok = p.number(2, what.element == zeroMonth)
		if ok {
			p.check("month", p.month, 1, 12)
		}
	case longWeekday, shortWeekday:
		_, ok = p.name(dayNames[:], what.element == shortWeekday)
	case numDay, blankDay, zeroDay:
		if what.element == blankDay && p.rest != "" && p.rest[0] == ' ' {
			p.take(1)
		}
		p.day, ok = p.number(2, what.element == zeroDay)
	case blankYearDay, zeroYearDay:
		for i := 0; i < 2 && what.element == blankYearDay && p.rest != "" && p.rest[0] == ' '; i++ {
			p.take(1)
		}
		p.yearDay, ok = p.number(3, what.element == zeroYearDay)
	case hour24:
		p.hour, ok = p.number(2, false)
		p.check("hour", p.hour, 0, 23)
	case hour12, zeroHour12:
		p.hour, ok = p.number(2, what.element == zeroHour12)
		p.check("hour", p.hour, 0, 12)
	case numMinute, zeroMinute:
		p.min, ok = p.number(2, what.element == zeroMinute)
		p.check("minute", p.min, 0, 59)
	case numSecond, zeroSecond:
		if p.sec, ok = p.number(2, what.element == zeroSecond); !ok {
			return false
		}
		if p.check("second", p.sec, 0, 59); p.outOfRange != "" {
			return true
		}
		// "The input may contain a fractional second field immediately after the seconds field, even if the layout
		// does not signify its presence."
		if n := p.fractionLength(); n > 0 {
			if next, _, _ := nextPart(ahead); next.element != fraction0 && next.element != fraction9 {
				ok = p.fraction(n)
			}
		}
	case upperPM, lowerPM:
		if len(p.rest) < 2 {
			return false
		}
		upper := what.element == upperPM
		switch half := p.take(2); {
		case upper && half == "PM" || !upper && half == "pm":
			p.pm = true
		case upper && half == "AM" || !upper && half == "am":
			p.am = true
		default:
			return false
		}
		return true
	case zoneOffset:
		return p.zoneOffset(what.shape)
	case zoneName:
		if len(p.rest) >= 3 && p.rest[:3] == "UTC" {
			p.zone = UTC
			p.take(3)
			return true
		}
		n := zoneNameLength(p.rest)
		p.zoneName = p.take(n)
		return n > 0
	case fraction0:
		if len(p.rest) < 1+what.digits {
			return false
		}
		return p.fraction(1 + what.digits)
	case fraction9:
		if n := p.fractionLength(); n > 0 {
			return p.fraction(n)
		}
		return true
	}
	return ok
}

func (p *parser) take(n int) string {
	s := p.rest[:n]
	p.rest = p.rest[n:]
	return s
}

func (p *parser) check(what string, value, low, high int) {
	if value < low || value > high {
		p.outOfRange = what
	}
}

// number reads up to `most` digits, or exactly as many.
func (p *parser) number(most int, exactly bool) (x int, ok bool) {
	n := 0
	for ; n < most && isDigit(p.rest, n); n++ {
		x = x*10 + int(p.rest[n]-'0')
	}
	if n == 0 || exactly && n < most {
		return 0, false
	}
	p.take(n)
	return x, true
}

// signed reads a whole text as a number that may have a sign.
func signed(s string) (x int, ok bool) {
	negative := s != "" && s[0] == '-'
	if negative || s != "" && s[0] == '+' {
		s = s[1:]
	}
	for i := range len(s) {
		if !isDigit(s, i) {
			return 0, false
		}
		x = x*10 + int(s[i]-'0')
	}
	if negative {
		x = -x
	}
	return x, true
}

// name reads one of the names, or their first three letters, in any case.
func (p *parser) name(names []string, short bool) (index int, ok bool) {
	for i, name := range names {
		if short {
			name = name[:3]
		}
		if len(p.rest) >= len(name) && equalFold(p.rest[:len(name)], name) {
			p.take(len(name))
			return i, true
		}
	}
	return -1, false
}

func equalFold(s, letters string) bool {
	for i := range len(s) {
		if s[i] != letters[i] && (s[i]|0x20 != letters[i]|0x20) {
			return false
		}
	}
	return true
}

// fractionLength returns the length of a fraction at the front, 0 if there is none.
func (p *parser) fractionLength() int {
	if len(p.rest) < 2 || p.rest[0] != '.' && p.rest[0] != ',' {
		return 0
	}
	n := 1
	for isDigit(p.rest, n) {
		n++
	}
	if n == 1 {
		return 0
	}
	return n
}

// fraction reads a separator and n-1 digits; those behind the ninth do not count.
func (p *parser) fraction(n int) (ok bool) {
	s := p.take(n)
	if s[0] != '.' && s[0] != ',' {
		return false
	}
	s = s[1:min(n, 10)]
	if p.nsec, ok = signed(s); !ok {
		return false
	}
	if p.nsec < 0 {
		p.outOfRange = "fractional second"
	}
	for i := len(s); i < 9; i++ {
		p.nsec *= 10
	}
	return true
}

func (p *parser) zoneOffset(shape offsetShape) bool {
	if shape&offsetZ != 0 && p.rest != "" && p.rest[0] == 'Z' {
		p.take(1)
		p.zone = UTC
		return true
	}
	fields := 1
	if shape&offsetMinutes != 0 {
		fields++
	}
	if shape&offsetSeconds != 0 {
		fields++
	}
	step := 2
	if shape&offsetColons != 0 {
		step = 3
	}
	length := 1 + fields*step
	if step == 3 {
		length--
	}
	if len(p.rest) < length {
		return false
	}
	for i := 3; step == 3 && i < length; i += 3 {
		if p.rest[i] != ':' {
			return false
		}
	}
	text := p.take(length)
	var values [3]int
	ok := true
	for i := 0; i < fields && ok; i++ {
		two := parser{rest: text[1+i*step:]}
		values[i], ok = two.number(2, true)
	}
	// Offsets of 24 hours, 60 minutes and 60 seconds are written, so they are let through.
	p.check("time zone offset hour", values[0], 0, 24)
	p.check("time zone offset minute", values[1], 0, 60)
	p.check("time zone offset second", values[2], 0, 60)
	p.offset = (values[0]*60+values[1])*60 + values[2]
	switch text[0] {
	case '+':
	case '-':
		p.offset = -p.offset
	default:
		return false
	}
	return ok
}

// zoneNameLength returns the length of what looks like a zone's name: three capital letters, four or five with T at
// the end, some others, GMT with hours, a sign with hours. 0: nothing does.
func zoneNameLength(s string) int {
	if len(s) < 3 {
		return 0
	}
	if len(s) >= 4 && (s[:4] == "ChST" || s[:4] == "MeST") {
		return 4
	}
	if s[:3] == "GMT" {
		return 3 + hoursLength(s[3:])
	}
	if s[0] == '+' || s[0] == '-' {
		return hoursLength(s)
	}
	n := 0
	for n < 6 && n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	if n == 3 || (n == 4 || n == 5) && s[n-1] == 'T' || n == 4 && s[:4] == "WITA" {
		return n
	}
	return 0
}

// hoursLength returns the length of a sign with a number of at most 23, 0 if there is none.
func hoursLength(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	n, x := 1, 0
	for ; isDigit(s, n); n++ {
		x = min(x*10+int(s[n]-'0'), 24)
	}
	if n == 1 || x > 23 {
		return 0
	}
	return n
}

// fixDay finds month and day of a day of the year, and checks the date; it returns what is wrong with it.
func (p *parser) fixDay() string {
	if p.yearDay >= 0 {
		last := 365
		if isLeap(p.year) {
			last++
		}
		if p.yearDay < 1 || p.yearDay > last {
			return ": day-of-year out of range"
		}
		_, m, d := (countDays(int64(p.year), January, 1) + days(p.yearDay-1)).date()
		if p.month >= 0 && p.month != int(m) {
			return ": day-of-year does not match month"
		}
		if p.day >= 0 && p.day != d {
			return ": day-of-year does not match day"
		}
		p.month, p.day = int(m), d
	}
	if p.month < 0 {
		p.month = 1
	}
	if p.day < 0 {
		p.day = 1
	}
	if p.day < 1 || p.day > daysIn(Month(p.month), p.year) {
		return ": day out of range"
	}
	return ""
}

// time makes the time that was read; `without` is the place of one without a zone, `local` knows zones.
func (p *parser) time(without, local *Location) Time {
	in := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, loc)
	}
	switch {
	case p.zone != nil:
		return in(p.zone)
	case p.offset != -1:
		t := in(UTC)
		t.addSeconds(-int64(p.offset))
		z := local.lookup(t.unixSeconds())
		if z.offset == p.offset && (p.zoneName == "" || z.name == p.zoneName) {
			t.setLocation(local)
		} else {
			t.setLocation(FixedZone(clone(p.zoneName), p.offset))
		}
		return t
	case p.zoneName != "":
		t := in(UTC)
		offset, ok := local.offsetOf(p.zoneName, t.unixSeconds())
		if ok {
			t.addSeconds(-int64(offset))
			t.setLocation(local)
			return t
		}
		if len(p.zoneName) > 3 && p.zoneName[:3] == "GMT" {
			offset, _ = signed(p.zoneName[3:])
			offset *= secondsPerHour
		}
		t.setLocation(FixedZone(clone(p.zoneName), offset))
		return t
	}
	return in(without)
}

// parseRFC3339 is Parse of the layout RFC3339 for texts that RFC 3339 allows.
func parseRFC3339(s string, local *Location) (t Time, ok bool) {
	if len(s) < len("2006-01-02T15:04:05Z") {
		return t, false
	}
	for i, c := range []byte("2006-01-02T15:04:05") {
		if wantDigit := '0' <= c && c <= '9'; wantDigit && !isDigit(s, i) || !wantDigit && s[i] != c {
			return t, false
		}
	}
	two := func(i int) int { return int(s[i]-'0')*10 + int(s[i+1]-'0') }
	p := parser{rest: s[19:], year: two(0)*100 + two(2), month: two(5), day: two(8), hour: two(11), min: two(14),
		sec: two(17), yearDay: -1, offset: -1}
	if p.month < 1 || p.month > 12 || p.day < 1 || p.day > daysIn(Month(p.month), p.year) || p.hour > 23 ||
		p.min > 59 || p.sec > 59 {
		return t, false
	}
	if p.rest[0] == '.' {
		n := p.fractionLength()
		if n == 0 {
			return t, false
		}
		p.fraction(n)
	}
	if !p.zoneOffset(offsetZ|offsetMinutes|offsetColons) || p.rest != "" {
		return t, false
	}
	if p.zone == nil && (max(p.offset, -p.offset) >= 24*secondsPerHour || p.outOfRange != "" || two(len(s)-2) > 59) {
		return t, false
	}
	return p.time(UTC, local), true
}

// parseStrictRFC3339 is Parse of the layout RFC3339, which does not remember b.
func parseStrictRFC3339(b []byte) (Time, error) {
	if t, ok := parseRFC3339(unsafe.String(unsafe.SliceData(b), len(b)), Local); ok {
		return t, nil
	}
	return Parse(RFC3339, string(b))
}
