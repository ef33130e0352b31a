package time

import (
	"errors"
	"sync"
	"syscall"
)

// Location is a place: the zones that its clocks have shown.
type Location struct {
	name    string
	zones   []zone
	changes []change
	// What holds after the last change, in the form of the variable TZ of POSIX; "" if nothing changes any more.
	rule string

	// The zone in effect when the location was made.
	currentStart, currentEnd int64
	current                  *zone
}

type zone struct {
	name   string // "CET"
	offset int    // seconds east of UTC
	isDST  bool
}

// change is when a zone comes into effect, in seconds since 1970.
type change struct {
	when  int64
	index uint8 // of the zone
	_     [2]bool
}

// period is a zone in effect, from start up to end.
type period struct {
	name       string
	offset     int
	start, end int64
	isDST      bool
}

const (
	beginningOfTime = -1 << 63
	endOfTime       = 1<<63 - 1
)

var (
	utc       = Location{name: "UTC"}
	local     Location
	localOnce sync.Once
)

// UTC is Universal Coordinated Time.
var UTC *Location = &utc

// Local is the system's time zone: of the variable TZ if it is set, else of /etc/localtime, else UTC.
var Local *Location = &local

func (l *Location) get() *Location {
	if l == nil {
		return &utc
	}
	if l == &local {
		localOnce.Do(findLocal)
	}
	return l
}

// String returns the name given to LoadLocation or FixedZone.
func (l *Location) String() string { return l.get().name }

var (
	wholeHours     []*Location
	wholeHoursOnce sync.Once
)

const hoursBeforeUTC, hoursAfterUTC = 12, 14

// FixedZone returns a place that always has the one zone, offset seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	if hours := offset / secondsPerHour; name == "" && offset%secondsPerHour == 0 &&
		-hoursBeforeUTC <= hours && hours <= hoursAfterUTC {
		wholeHoursOnce.Do(func() {
			wholeHours = make([]*Location, hoursBeforeUTC+1+hoursAfterUTC)
			for i := range wholeHours {
				wholeHours[i] = fixedZone("", (i-hoursBeforeUTC)*secondsPerHour)
			}
		})
		return wholeHours[hours+hoursBeforeUTC]
	}
	return fixedZone(name, offset)
}

func fixedZone(name string, offset int) *Location {
	l := &Location{
		name:         name,
		zones:        []zone{{name, offset, false}},
		changes:      []change{{when: beginningOfTime}},
		currentStart: beginningOfTime,
		currentEnd:   endOfTime,
	}
	l.current = &l.zones[0]
	return l
}

// lookup returns the zone in effect at a time in seconds since 1970.
func (l *Location) lookup(seconds int64) period {
	l = l.get()
	if len(l.zones) == 0 {
		return period{"UTC", 0, beginningOfTime, endOfTime, false}
	}
	if z := l.current; z != nil && l.currentStart <= seconds && seconds < l.currentEnd {
		return period{z.name, z.offset, l.currentStart, l.currentEnd, z.isDST}
	}
	if len(l.changes) == 0 || seconds < l.changes[0].when {
		z := &l.zones[l.firstZone()]
		p := period{z.name, z.offset, beginningOfTime, endOfTime, z.isDST}
		if len(l.changes) > 0 {
			p.end = l.changes[0].when
		}
		return p
	}
	// The last change that is not after seconds.
	low, high := 0, len(l.changes)
	for high-low > 1 {
		if middle := int(uint(low+high) >> 1); seconds < l.changes[middle].when {
			high = middle
		} else {
			low = middle
		}
	}
	if high == len(l.changes) && l.rule != "" {
		if p, ok := applyRule(l.rule, l.changes[low].when, seconds); ok {
			return p
		}
	}
	z := &l.zones[l.changes[low].index]
	p := period{z.name, z.offset, l.changes[low].when, endOfTime, z.isDST}
	if high < len(l.changes) {
		p.end = l.changes[high].when
	}
	return p
}

// firstZone returns the zone before the first change, as localtime of the tz database's code finds it: the first
// zone if no change leads to it; else if the first change begins summer time, the last standard zone before that
// zone; else the first standard zone; else the first.
func (l *Location) firstZone() int {
	used := false
	for i := range l.changes {
		used = used || l.changes[i].index == 0
	}
	if !used {
		return 0
	}
	if len(l.changes) > 0 && l.zones[l.changes[0].index].isDST {
		for i := int(l.changes[0].index) - 1; i >= 0; i-- {
			if !l.zones[i].isDST {
				return i
			}
		}
	}
	for i := range l.zones {
		if !l.zones[i].isDST {
			return i
		}
	}
	return 0
}

// offsetOf returns the offset of the zone with the name, if possible of one in effect when a clock in it shows
// `shown`, in seconds since 1970.
func (l *Location) offsetOf(name string, shown int64) (offset int, ok bool) {
	l = l.get()
	for i := range l.zones {
		if z := &l.zones[i]; z.name == name {
			if p := l.lookup(shown - int64(z.offset)); p.name == name {
				return p.offset, true
			}
		}
	}
	for i := range l.zones {
		if z := &l.zones[i]; z.name == name {
			return z.offset, true
		}
	}
	return 0, false
}

// UTC returns t in UTC.
func (t Time) UTC() Time {
	t.setLocation(&utc)
	return t
}

// Local returns t in local time.
func (t Time) Local() Time {
	t.setLocation(Local)
	return t
}

// In returns t as loc shows it.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLocation(loc)
	return t
}

// Location returns the place whose calendar shows t.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns the name and the seconds east of UTC of the zone in effect.
func (t Time) Zone() (name string, offset int) {
	p := t.loc.lookup(t.unixSeconds())
	return p.name, p.offset
}

// ZoneBounds returns when the zone in effect began and when it ends; zero if never.
func (t Time) ZoneBounds() (start, end Time) {
	p := t.loc.lookup(t.unixSeconds())
	if p.start != beginningOfTime {
		start = unixTime(p.start, 0)
		start.setLocation(t.loc)
	}
	if p.end != endOfTime {
		end = unixTime(p.end, 0)
		end.setLocation(t.loc)
	}
	return
}

// IsDST says whether it is summer time.
func (t Time) IsDST() bool { return t.loc.lookup(t.unixSeconds()).isDST }

var errLocation = errors.New("time: invalid location name")

// Where systems keep the tz database.
var zoneFolders = []string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"}

// LoadLocation returns the place of that name in the tz database, "America/New_York". The database is looked for in
// the folder that the variable ZONEINFO names, then where systems keep it.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if name[0] == '/' || name[0] == '\\' {
		return nil, errLocation
	}
	for i := 1; i < len(name); i++ {
		if name[i-1] == '.' && name[i] == '.' {
			return nil, errLocation
		}
	}
	var first error
	if folder, _ := syscall.Getenv("ZONEINFO"); folder != "" {
		l, err := loadFrom(folder+"/", name)
		if err == nil {
			return l, nil
		}
		if err != syscall.ENOENT {
			first = err
		}
	}
	l, err := loadLocation(name, zoneFolders)
	if err == nil {
		return l, nil
	}
	if first == nil {
		first = err
	}
	return nil, first
}

func loadLocation(name string, folders []string) (*Location, error) {
	var first error
	for _, folder := range folders {
		l, err := loadFrom(folder, name)
		if err == nil {
			return l, nil
		}
		if first == nil && err != syscall.ENOENT {
			first = err
		}
	}
	if first == nil {
		first = errors.New("unknown time zone " + name)
	}
	return nil, first
}

func loadFrom(folder, name string) (*Location, error) {
	data, err := readFile(folder + name)
	if err != nil {
		return nil, err
	}
	return LoadLocationFromTZData(name, data)
}

const maxFileSize = 10 << 20

func readFile(name string) ([]byte, error) {
	fd, err := syscall.Open(name, syscall.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	var buf [4096]byte
	var data []byte
	for {
		n, err := syscall.Read(fd, buf[:])
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return data, nil
		}
		data = append(data, buf[:n]...)
		if len(data) > maxFileSize {
			return nil, errors.New("time: file " + name + " is too large")
		}
	}
}

// findLocal fills in Local. TZ may be a path or the name of a place, each behind a colon or not; "" is UTC.
func findLocal() {
	tz, set := syscall.Getenv("TZ")
	if set && tz != "" && tz[0] == ':' {
		tz = tz[1:]
	}
	var l *Location
	var err error
	name := tz
	switch {
	case !set:
		l, err = loadFrom("/etc/", "localtime")
		name = "Local"
	case tz == "" || tz == "UTC":
		err = errLocation
	case tz[0] == '/':
		l, err = loadFrom("", tz)
		if tz == "/etc/localtime" {
			name = "Local"
		}
	default:
		l, err = loadLocation(tz, zoneFolders)
	}
	if err != nil {
		local.name = "UTC"
		return
	}
	local = *l
	local.name = name
}
