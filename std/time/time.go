// Package time: instants, durations, calendars, formats, time zones, the clock, sleeping.
//
// Left out: time zones from zip archives.
package time

// Time is an instant with a place whose calendar shows it, and with the reading of the monotonic clock if it comes
// from Now.
//
// The fields are Go's, so that == and printing with %v agree with it:
//   - wall holds, from the top, one bit that says whether ext is a monotonic reading, 33 bits of seconds since 1885
//     (only with that bit) and 30 bits of nanoseconds;
//   - ext is the monotonic reading in nanoseconds, else the seconds since the year 1;
//   - loc is nil for UTC.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	monotonicBit   = 1 << 63
	nanosecondBits = 30
	nanosecondMask = 1<<nanosecondBits - 1

	secondsPerMinute = 60
	secondsPerHour   = 60 * secondsPerMinute
	secondsPerDay    = 24 * secondsPerHour

	// Seconds from the year 1 to 1970 and to 1885.
	unixEpoch = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secondsPerDay
	wallEpoch = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secondsPerDay

	wallSecondsMask = 1<<33 - 1
)

func (t *Time) nanoseconds() int32 { return int32(t.wall & nanosecondMask) }

// wallSeconds returns the seconds since 1885 of a time with a monotonic reading.
func (t *Time) wallSeconds() int64 { return int64(t.wall >> nanosecondBits & wallSecondsMask) }

// seconds returns the seconds since the year 1.
func (t *Time) seconds() int64 {
	if t.wall&monotonicBit != 0 {
		return wallEpoch + t.wallSeconds()
	}
	return t.ext
}

func (t *Time) unixSeconds() int64 { return t.seconds() - unixEpoch }

func (t *Time) dropMonotonic() {
	if t.wall&monotonicBit != 0 {
		t.ext = t.seconds()
		t.wall &= nanosecondMask
	}
}

// addSeconds adds to the wall clock; what does not fit stops at the end of the range.
func (t *Time) addSeconds(d int64) {
	if t.wall&monotonicBit != 0 {
		if s := t.wallSeconds() + d; 0 <= s && s <= wallSecondsMask {
			t.wall = t.wall&nanosecondMask | uint64(s)<<nanosecondBits | monotonicBit
			return
		}
		t.dropMonotonic()
	}
	sum := t.ext + d
	switch {
	case (sum > t.ext) == (d > 0):
		t.ext = sum
	case d > 0:
		t.ext = 1<<63 - 1
	default:
		t.ext = -(1<<63 - 1)
	}
}

func (t *Time) setLocation(loc *Location) {
	if loc == &utc {
		loc = nil
	}
	t.dropMonotonic()
	t.loc = loc
}

func now() (wall, mono int64)

// Now returns the current time in the local time zone.
func Now() Time {
	wall, mono := now()
	seconds, nanoseconds := wall/1e9+unixEpoch, wall%1e9
	if since := seconds - wallEpoch; uint64(since) <= wallSecondsMask {
		return Time{monotonicBit | uint64(since)<<nanosecondBits | uint64(nanoseconds), mono + 1, Local}
	}
	return Time{uint64(nanoseconds), seconds, Local}
}

func unixTime(seconds int64, nanoseconds int32) Time {
	return Time{uint64(nanoseconds), seconds + unixEpoch, Local}
}

// Unix returns the local time sec seconds and nsec nanoseconds after 1970-01-01 UTC.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		sec += nsec / 1e9
		nsec %= 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return unixTime(sec, int32(nsec))
}

// UnixMilli returns the local time msec milliseconds after 1970-01-01 UTC.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

// UnixMicro returns the local time usec microseconds after 1970-01-01 UTC.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// Unix returns the seconds since 1970-01-01 UTC.
func (t Time) Unix() int64 { return t.unixSeconds() }

// UnixMilli returns the milliseconds since 1970-01-01 UTC.
func (t Time) UnixMilli() int64 { return t.unixSeconds()*1e3 + int64(t.nanoseconds())/1e6 }

// UnixMicro returns the microseconds since 1970-01-01 UTC.
func (t Time) UnixMicro() int64 { return t.unixSeconds()*1e6 + int64(t.nanoseconds())/1e3 }

// UnixNano returns the nanoseconds since 1970-01-01 UTC.
func (t Time) UnixNano() int64 { return t.unixSeconds()*1e9 + int64(t.nanoseconds()) }

// IsZero says whether t is the zero Time, the beginning of the year 1 in UTC.
func (t Time) IsZero() bool { return t.wall == 0 && t.ext == 0 }

// Compare returns -1, 0 or +1 as t is before u, the same instant, or after it. The monotonic clock decides if both
// times have its reading.
func (t Time) Compare(u Time) int {
	a, b := t.ext, u.ext
	if t.wall&u.wall&monotonicBit == 0 {
		a, b = t.seconds(), u.seconds()
		if a == b {
			a, b = int64(t.nanoseconds()), int64(u.nanoseconds())
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

// After says whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before says whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal says whether t and u are the same instant, in whatever place.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	seconds := int64(d / 1e9)
	nanoseconds := t.nanoseconds() + int32(d%1e9)
	if nanoseconds >= 1e9 {
		seconds++
		nanoseconds -= 1e9
	} else if nanoseconds < 0 {
		seconds--
		nanoseconds += 1e9
	}
	t.wall = t.wall&^nanosecondMask | uint64(nanoseconds)
	t.addSeconds(seconds)
	if t.wall&monotonicBit != 0 {
		if sum := t.ext + int64(d); (sum < t.ext) == (d < 0) {
			t.ext = sum
		} else {
			t.dropMonotonic()
		}
	}
	return t
}

// Sub returns t-u, by the monotonic clock if both have its reading; what does not fit is the longest duration.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&monotonicBit != 0 {
		return difference(t.ext, u.ext)
	}
	d := Duration(t.seconds()-u.seconds())*Second + Duration(t.nanoseconds()-u.nanoseconds())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func difference(t, u int64) Duration {
	d := Duration(t - u)
	switch {
	case d < 0 && t > u:
		return maxDuration
	case d > 0 && t < u:
		return minDuration
	}
	return d
}

// Since returns the time since t.
func Since(t Time) Duration {
	if t.wall&monotonicBit != 0 {
		_, mono := now()
		return difference(mono+1, t.ext)
	}
	return Now().Sub(t)
}

// Until returns the time until t.
func Until(t Time) Duration {
	if t.wall&monotonicBit != 0 {
		_, mono := now()
		return difference(t.ext, mono+1)
	}
	return t.Sub(Now())
}

// Truncate rounds t down to a multiple of d since the year 1, and drops the monotonic reading.
func (t Time) Truncate(d Duration) Time {
	t.dropMonotonic()
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// Round rounds t to the nearest multiple of d since the year 1, halves up, and drops the monotonic reading.
func (t Time) Round(d Duration) Time {
	t.dropMonotonic()
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if uint64(r)+uint64(r) < uint64(d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// remainder returns the time since the last multiple of d since the year 1.
func (t Time) remainder(d Duration) Duration {
	// t is seconds·10⁹ + nanoseconds, which may need more than 64 bits; everything is reduced by d on the way.
	m := uint64(d)
	seconds, nanoseconds := t.seconds(), uint64(t.nanoseconds())%m
	var r uint64
	if seconds < 0 {
		r = mulMod(uint64(-seconds), 1e9, m)
		if r != 0 {
			r = m - r
		}
	} else {
		r = mulMod(uint64(seconds), 1e9, m)
	}
	r += nanoseconds
	if r >= m {
		r -= m
	}
	return Duration(r)
}

// mulMod returns x·y mod m for m < 1<<63.
func mulMod(x, y, m uint64) uint64 {
	x %= m
	y %= m
	if x < 1<<31 && y < 1<<31 {
		return x * y % m
	}
	var r uint64
	for ; y > 0; y >>= 1 {
		if y&1 != 0 {
			if r += x; r >= m {
				r -= m
			}
		}
		if x += x; x >= m {
			x -= m
		}
	}
	return r
}
