package time

// The proleptic Gregorian calendar. Its arithmetic counts days from the first of March of a year far in the past,
// so that a leap day is the last day of its year and no number is negative: centuries of 36524¼ days, years of 365¼
// and months of 30.6, each with its fraction in the integers (the method of days_from_civil and Euclidean affine
// functions, see Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms").

// Month is a month of the year, January being 1.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

// String returns the English name.
func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + decimal(uint64(m)) + ")"
}

// Weekday is a day of the week, Sunday being 0.
type Weekday int

// The days of the week.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// String returns the English name.
func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + decimal(uint64(d)) + ")"
}

func decimal(u uint64) string {
	var buf [20]byte
	return string(buf[integer(buf[:], u):])
}

const (
	// The year whose March begins the count, a multiple of 400 before 0.
	firstYear = 292277022400

	daysPer400Years = 365*400 + 97
	// From March 1 of the year 0 to 1970-01-01.
	daysToUnix = 719468

	// Seconds from the beginning of the count to 1970.
	countToUnix = (firstYear/400*daysPer400Years + daysToUnix) * secondsPerDay
)

// days is a count of days, moment one of seconds.
type (
	days   uint64
	moment uint64
)

func (m moment) days() days { return days(m / secondsPerDay) }

func (m moment) clock() (hour, min, sec int) {
	s := int(m % secondsPerDay)
	return s / secondsPerHour, s / 60 % 60, s % 60
}

// The first day of the count is a Wednesday, as March 1 of all years that 400 divides.
func (d days) weekday() Weekday { return Weekday((d + days(Wednesday)) % 7) }

// split returns the year that begins in March, and the day in it from 0.
func (d days) split() (year uint64, day int) {
	quarter := 4*uint64(d) + 3
	century, rest := quarter/daysPer400Years, quarter%daysPer400Years|3
	return century*100 + rest/1461, int(rest % 1461 / 4)
}

func (d days) date() (year int, month Month, day int) {
	y, inYear := d.split()
	m := (5*inYear + 2) / 153
	day = inYear - (153*m+2)/5 + 1
	if m < 10 {
		return int(y - firstYear), Month(m + 3), day
	}
	return int(y-firstYear) + 1, Month(m - 9), day
}

func (d days) yearDay() (year, day int) {
	y, inYear := d.split()
	year = int(y - firstYear)
	if inYear >= 306 { // January and February belong to the next year
		return year + 1, inYear - 306 + 1
	}
	day = inYear + 31 + 28 + 1
	if isLeap(year) {
		day++
	}
	return year, day
}

// countDays returns the days to a date; the day may lie outside of the month.
func countDays(year int64, month Month, day int) days {
	m := uint64(month)
	y := uint64(year) + firstYear
	if m < 3 {
		m += 12
		y--
	}
	return days(y/100*daysPer400Years/4 + y%100*1461/4 + (153*(m-3)+2)/5 + uint64(int64(day-1)))
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// daysBefore returns the days of a year that is no leap year before the month, which may be 13.
func daysBefore(m Month) int {
	if m < March {
		return 31 * int(m-1)
	}
	return (153*int(m-3)+2)/5 + 31 + 28
}

func daysIn(m Month, year int) int {
	if m == February && isLeap(year) {
		return 29
	}
	return daysBefore(m+1) - daysBefore(m)
}

// moment returns the count of seconds that the calendar of t's place shows.
func (t Time) moment() moment {
	_, _, m := t.local()
	return m
}

// local returns the zone in effect and the count of seconds that the calendar shows.
func (t Time) local() (name string, offset int, m moment) {
	seconds := t.unixSeconds()
	if t.loc == nil {
		name = "UTC"
	} else {
		z := t.loc.lookup(seconds)
		name, offset = z.name, z.offset
	}
	return name, offset, moment(seconds+int64(offset)) + countToUnix
}

// Date returns the year, month and day.
func (t Time) Date() (year int, month Month, day int) { return t.moment().days().date() }

// Year returns the year.
func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

// Month returns the month.
func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

// Day returns the day of the month.
func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

// Weekday returns the day of the week.
func (t Time) Weekday() Weekday { return t.moment().days().weekday() }

// ISOWeek returns the year and week of ISO 8601: a week belongs to the year of its Thursday.
func (t Time) ISOWeek() (year, week int) {
	d := t.moment().days()
	d += days(Thursday) - (d-1+days(Wednesday))%7 - 1
	year, day := d.yearDay()
	return year, (day-1)/7 + 1
}

// YearDay returns the day of the year from 1.
func (t Time) YearDay() int {
	_, day := t.moment().days().yearDay()
	return day
}

// Clock returns the hour, minute and second.
func (t Time) Clock() (hour, min, sec int) { return t.moment().clock() }

// Hour returns the hour of the day.
func (t Time) Hour() int { return int(t.moment()%secondsPerDay) / secondsPerHour }

// Minute returns the minute of the hour.
func (t Time) Minute() int { return int(t.moment()%secondsPerHour) / secondsPerMinute }

// Second returns the second of the minute.
func (t Time) Second() int { return int(t.moment() % secondsPerMinute) }

// Nanosecond returns the nanoseconds within the second.
func (t Time) Nanosecond() int { return int(t.nanoseconds()) }

// carry moves whole multiples of base from low to high, so that low is in [0, base).
func carry(high, low, base int) (int, int) {
	q, r := low/base, low%base
	if r < 0 {
		q--
		r += base
	}
	return high + q, r
}

// Date returns the instant that the calendar of loc shows so; values outside of their ranges are carried over. At
// a change of zones, one of the two is chosen.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	year, m := carry(year, int(month)-1, 12)
	sec, nsec = carry(sec, nsec, 1e9)
	min, sec = carry(min, sec, 60)
	hour, min = carry(hour, min, 60)
	day, hour = carry(day, hour, 24)

	count := uint64(countDays(int64(year), Month(m)+1, day))*secondsPerDay +
		uint64(hour*secondsPerHour+min*secondsPerMinute+sec)
	seconds := int64(count - countToUnix)

	// The zone is asked for as if the calendar showed UTC, and again if the answer is not in effect then.
	if z := loc.lookup(seconds); z.offset != 0 {
		if at := seconds - int64(z.offset); at < z.start || at >= z.end {
			z = loc.lookup(at)
		}
		seconds -= int64(z.offset)
	}
	t := unixTime(seconds, int32(nsec))
	t.setLocation(loc)
	return t
}

// AddDate adds years, months and days of the calendar; what is no date is carried over as by Date.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nanoseconds()), t.Location())
}
