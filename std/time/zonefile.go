package time

import "errors"

// The files of the tz database (RFC 9636) and the rules they end with.

var errZoneFile = errors.New("malformed time zone information")

// zoneReader takes numbers and pieces off the front of a file; behind its end `short` is set.
type zoneReader struct {
	rest  []byte
	short bool
}

func (r *zoneReader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.rest, r.short = nil, true
		return nil
	}
	piece := r.rest[:n]
	r.rest = r.rest[n:]
	return piece
}

// number takes a big-endian number of n bytes.
func (r *zoneReader) number(n int) (x int64) {
	for i, b := range r.take(n) {
		if i == 0 {
			x = int64(int8(b))
		} else {
			x = x<<8 | int64(b)
		}
	}
	return x
}

// zoneCounts says how long the parts of a file are.
type zoneCounts struct {
	utcMarks, standardMarks, leaps, changes, zones, letters int
}

func (r *zoneReader) counts() (n zoneCounts) {
	for _, p := range [...]*int{&n.utcMarks, &n.standardMarks, &n.leaps, &n.changes, &n.zones, &n.letters} {
		*p = int(uint32(r.number(4)))
	}
	return n
}

// LoadLocationFromTZData makes a place of a file of the tz database.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	r := zoneReader{rest: data}
	if string(r.take(4)) != "TZif" {
		return nil, errZoneFile
	}
	header := r.take(16)
	if r.short {
		return nil, errZoneFile
	}
	n := r.counts()
	timeSize := 4
	switch header[0] {
	case 0:
	case '2', '3':
		// The same with times of 64 bits follows; "a reader SHOULD use the version 2+ data".
		r.take(n.changes*5 + n.zones*6 + n.letters + n.leaps*8 + n.standardMarks + n.utcMarks + 20)
		n = r.counts()
		timeSize = 8
	default:
		return nil, errZoneFile
	}
	times := zoneReader{rest: r.take(n.changes * timeSize)}
	indices := r.take(n.changes)
	infos := zoneReader{rest: r.take(n.zones * 6)}
	letters := r.take(n.letters)
	r.take(n.leaps*(timeSize+4) + n.standardMarks + n.utcMarks)
	if r.short || n.zones == 0 {
		return nil, errZoneFile
	}

	l := &Location{name: name, zones: make([]zone, n.zones), changes: make([]change, n.changes)}
	if k := len(r.rest); k > 2 && r.rest[0] == '\n' && r.rest[k-1] == '\n' {
		l.rule = string(r.rest[1 : k-1])
	}
	for i := range l.zones {
		z := &l.zones[i]
		z.offset = int(infos.number(4))
		z.isDST = infos.number(1) != 0
		start := int(uint8(infos.number(1)))
		if start >= len(letters) {
			return nil, errZoneFile
		}
		end := start
		for end < len(letters) && letters[end] != 0 {
			end++
		}
		z.name = string(letters[start:end])
	}
	for i := range l.changes {
		if int(indices[i]) >= n.zones {
			return nil, errZoneFile
		}
		l.changes[i] = change{when: times.number(timeSize), index: indices[i]}
	}
	if len(l.changes) == 0 {
		l.changes = append(l.changes, change{when: beginningOfTime})
	}
	l.setCurrent()
	return l, nil
}

// setCurrent notes the zone in effect now, which most lookups ask for.
func (l *Location) setCurrent() {
	wall, _ := now()
	seconds := wall / 1e9
	if seconds < l.changes[0].when {
		return
	}
	p := l.lookup(seconds)
	for i := range l.zones {
		if z := &l.zones[i]; z.name == p.name && z.offset == p.offset && z.isDST == p.isDST {
			l.current = z
			break
		}
	}
	if l.current == nil {
		l.current = &zone{p.name, p.offset, p.isDST}
	}
	l.currentStart, l.currentEnd = p.start, p.end
}

// ruleReader takes the parts of a rule off its front: std offset [dst [offset] [,start[/time],end[/time]]].
type ruleReader struct {
	rest string
	bad  bool
}

func (r *ruleReader) fail() {
	r.rest, r.bad = "", true
}

func (r *ruleReader) next(c byte) bool {
	if len(r.rest) == 0 || r.rest[0] != c {
		return false
	}
	r.rest = r.rest[1:]
	return true
}

// name takes a name of at least three letters, or anything in angle brackets.
func (r *ruleReader) name() (name string) {
	quoted := r.next('<')
	i := 0
	for ; i < len(r.rest); i++ {
		c := r.rest[i]
		if quoted && c == '>' || !quoted && (c == ',' || c == '-' || c == '+' || '0' <= c && c <= '9') {
			break
		}
	}
	name, r.rest = r.rest[:i], r.rest[i:]
	if quoted && !r.next('>') || !quoted && len(name) < 3 {
		r.fail()
	}
	return name
}

func (r *ruleReader) number(low, high int) (n int) {
	i := 0
	for ; i < len(r.rest) && '0' <= r.rest[i] && r.rest[i] <= '9' && n <= high; i++ {
		n = n*10 + int(r.rest[i]-'0')
	}
	r.rest = r.rest[i:]
	if i == 0 || n < low || n > high {
		r.fail()
	}
	return n
}

// offset takes [+-]hh[:mm[:ss]] as seconds; the tz database has up to a week.
func (r *ruleReader) offset() int {
	sign := 1
	if r.next('-') {
		sign = -1
	} else {
		r.next('+')
	}
	seconds := r.number(0, 24*7) * secondsPerHour
	if r.next(':') {
		seconds += r.number(0, 59) * secondsPerMinute
		if r.next(':') {
			seconds += r.number(0, 59)
		}
	}
	return sign * seconds
}

// startOfRule takes a day and a time and returns it as seconds since the beginning of the year: Jn counts days
// without February 29, n all from 0, Mm.w.d is the day d of the week w of the month, 5 being the last.
func (r *ruleReader) startOfRule(year int) int {
	var day int
	switch {
	case r.next('J'):
		day = r.number(1, 365) - 1
		if isLeap(year) && day >= 31+28 {
			day++
		}
	case r.next('M'):
		month := Month(r.number(1, 12))
		if !r.next('.') {
			r.fail()
		}
		week := r.number(1, 5)
		if !r.next('.') {
			r.fail()
		}
		weekday := r.number(0, 6)
		if r.bad {
			return 0
		}
		first := countDays(int64(year), month, 1)
		day = (weekday - int(first.weekday()) + 7) % 7
		for ; week > 1 && day+7 < daysIn(month, year); week-- {
			day += 7
		}
		day += int(first - countDays(int64(year), January, 1))
	default:
		day = r.number(0, 365)
	}
	at := 2 * secondsPerHour
	if r.next('/') {
		at = r.offset()
	}
	return day*secondsPerDay + at
}

// applyRule returns the zone that the rule puts into effect at a time in seconds since 1970; last is that of the last
// change before.
func applyRule(rule string, last, seconds int64) (p period, ok bool) {
	r := ruleReader{rest: rule}
	standard := period{name: r.name()}
	standard.offset = -r.offset() // POSIX counts westward
	if r.bad {
		return p, false
	}
	if len(r.rest) == 0 || r.rest[0] == ',' {
		standard.start, standard.end = last, endOfTime
		return standard, true
	}
	summer := period{name: r.name(), offset: standard.offset + secondsPerHour, isDST: true}
	if !r.bad && len(r.rest) > 0 && r.rest[0] != ',' {
		summer.offset = -r.offset()
	}
	if r.bad {
		return p, false
	}
	if len(r.rest) == 0 {
		r.rest = ",M3.2.0,M11.1.0" // the default of tzcode
	}
	if !r.next(',') && !r.next(';') {
		return p, false
	}
	year, yearDay := (moment(seconds) + countToUnix).days().yearDay()
	inYear := int64(yearDay-1)*secondsPerDay + int64((moment(seconds)+countToUnix)%secondsPerDay)
	startOfYear := seconds - inYear
	begin := int64(r.startOfRule(year) - standard.offset)
	if !r.next(',') {
		return p, false
	}
	finish := int64(r.startOfRule(year) - summer.offset)
	if r.bad || len(r.rest) > 0 {
		return p, false
	}
	if finish < begin { // in the south summer includes the new year
		begin, finish = finish, begin
		standard, summer = summer, standard
	}
	// The bounds at the ends of the year are not where the zone changes; Date needs only the other ones.
	switch {
	case inYear < begin:
		p, p.start, p.end = standard, startOfYear, startOfYear+begin
	case inYear >= finish:
		p, p.start, p.end = standard, startOfYear+finish, startOfYear+365*secondsPerDay
	default:
		p, p.start, p.end = summer, startOfYear+begin, startOfYear+finish
	}
	return p, true
}
