package time

// Duration is a span of time in nanoseconds.
type Duration int64

// Common durations.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String returns the duration as "72h3m0.5s"; below a second in ms, µs or ns.
func (d Duration) String() string {
	var arr [32]byte
	n := d.format(&arr)
	return string(arr[n:])
}

// format writes the text to the end of buf and returns where it begins.
func (d Duration) format(buf *[32]byte) int {
	i := len(buf)
	u := uint64(d)
	negative := d < 0
	if negative {
		u = -u
	}
	if u < uint64(Second) {
		var digits int
		i--
		buf[i] = 's'
		i--
		switch {
		case u == 0:
			buf[i] = '0'
			return i
		case u < uint64(Microsecond):
			buf[i] = 'n'
		case u < uint64(Millisecond):
			digits = 3
			i-- // the sign for micro takes two bytes
			copy(buf[i:], "µ")
		default:
			digits = 6
			buf[i] = 'm'
		}
		i, u = fraction(buf[:i], u, digits)
		i = integer(buf[:i], u)
	} else {
		i--
		buf[i] = 's'
		i, u = fraction(buf[:i], u, 9)
		i = integer(buf[:i], u%60)
		u /= 60
		if u > 0 {
			i--
			buf[i] = 'm'
			i = integer(buf[:i], u%60)
			u /= 60
			if u > 0 {
				i--
				buf[i] = 'h'
				i = integer(buf[:i], u)
			}
		}
	}
	if negative {
		i--
		buf[i] = '-'
	}
	return i
}

// fraction writes the last digits of u as a fraction without final zeros at the end of buf.
func fraction(buf []byte, u uint64, digits int) (at int, rest uint64) {
	at = len(buf)
	print := false
	for range digits {
		digit := u % 10
		print = print || digit != 0
		if print {
			at--
			buf[at] = byte(digit) + '0'
		}
		u /= 10
	}
	if print {
		at--
		buf[at] = '.'
	}
	return at, u
}

// integer writes u at the end of buf.
func integer(buf []byte, u uint64) int {
	at := len(buf)
	if u == 0 {
		at--
		buf[at] = '0'
	}
	for ; u > 0; u /= 10 {
		at--
		buf[at] = byte(u%10) + '0'
	}
	return at
}

// Nanoseconds returns the duration in nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns the whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns the whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds returns the duration in seconds.
func (d Duration) Seconds() float64 {
	return float64(d/Second) + float64(d%Second)/1e9
}

// Minutes returns the duration in minutes.
func (d Duration) Minutes() float64 {
	return float64(d/Minute) + float64(d%Minute)/(60*1e9)
}

// Hours returns the duration in hours.
func (d Duration) Hours() float64 {
	return float64(d/Hour) + float64(d%Hour)/(60*60*1e9)
}

// Truncate rounds toward zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if r+r < m {
			return d + r
		}
		if to := d - m + r; to < d {
			return to
		}
		return minDuration
	}
	if r+r < m {
		return d - r
	}
	if to := d + m - r; to > d {
		return to
	}
	return maxDuration
}

// Abs returns the absolute value.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}
