// Package time: durations, the clock, sleeping.
//
// Left out: calendars, formats, time zones; timers and tickers.
package time

// Time is an instant of the wall clock, with the reading of the monotonic clock if it comes from Now.
type Time struct {
	unix int64 // nanoseconds since 1970, UTC
	mono int64 // nanoseconds since the program began, plus 1; 0: none
	set  bool
}

// Now returns the current time.
func Now() Time {
	wall, mono := now()
	return Time{wall, mono + 1, true}
}

// Unix returns the time sec seconds and nsec nanoseconds after 1970-01-01 UTC.
func Unix(sec int64, nsec int64) Time { return Time{sec*1e9 + nsec, 0, true} }

// UnixMilli returns the time msec milliseconds after 1970-01-01 UTC.
func UnixMilli(msec int64) Time { return Time{msec * 1e6, 0, true} }

// Since returns the time since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until returns the time until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// Sub returns t-u, by the monotonic clock if both have its reading.
func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		return Duration(t.mono - u.mono)
	}
	return Duration(t.unix - u.unix)
}

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	t.unix += int64(d)
	if t.mono != 0 {
		t.mono += int64(d)
	}
	t.set = true
	return t
}

// After says whether t is after u.
func (t Time) After(u Time) bool { return t.Sub(u) > 0 }

// Before says whether t is before u.
func (t Time) Before(u Time) bool { return t.Sub(u) < 0 }

// Equal says whether t and u are the same instant.
func (t Time) Equal(u Time) bool { return t.Sub(u) == 0 }

// IsZero says whether t is the zero Time.
func (t Time) IsZero() bool { return !t.set }

// Unix returns the seconds since 1970-01-01 UTC.
func (t Time) Unix() int64 { return t.unix / 1e9 }

// UnixNano returns the nanoseconds since 1970-01-01 UTC.
func (t Time) UnixNano() int64 { return t.unix }

// UnixMicro returns the microseconds since 1970-01-01 UTC.
func (t Time) UnixMicro() int64 { return t.unix / 1e3 }

// UnixMilli returns the milliseconds since 1970-01-01 UTC.
func (t Time) UnixMilli() int64 { return t.unix / 1e6 }

// Nanosecond returns the nanoseconds within the second.
func (t Time) Nanosecond() int { return int(t.unix % 1e9) }

// Sleep waits for d.
func Sleep(d Duration)

// After returns a channel that gets the time after d.
func After(d Duration) <-chan Time {
	c := make(chan Time, 1)
	go func() {
		Sleep(d)
		c <- Now()
	}()
	return c
}

func now() (wall, mono int64)
