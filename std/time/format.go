package time

// Format returns t as the layout says.
func (t Time) Format(layout string) string {
	var frame [64]byte
	b := frame[:0]
	if most := len(layout) + 10; most >= len(frame) {
		b = make([]byte, 0, most)
	}
	return string(t.AppendFormat(b, layout))
}

// AppendFormat appends t as the layout says.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	if layout == RFC3339 || layout == RFC3339Nano {
		return t.appendRFC3339(b, layout == RFC3339Nano)
	}
	zone, offset, m := t.local()
	var (
		haveDate, haveClock bool
		year, day           int
		month               Month
		hour, min, sec      int
	)
	for layout != "" {
		p, start, end := nextPart(layout)
		b = append(b, layout[:start]...)
		layout = layout[end:]
		if !haveDate && 1<<p.element&dateElements != 0 {
			haveDate = true
			year, month, day = m.days().date()
		}
		if !haveClock && 1<<p.element&clockElements != 0 {
			haveClock = true
			hour, min, sec = m.clock()
		}
		switch p.element {
		case longYear:
			b = appendNumber(b, year, 4, '0')
		case shortYear:
			b = appendNumber(b, max(year, -year)%100, 2, '0')
		case longMonth:
			b = append(b, month.String()...)
		case shortMonth:
			b = append(b, month.String()[:3]...)
		case numMonth:
			b = appendNumber(b, int(month), 0, '0')
		case zeroMonth:
			b = appendNumber(b, int(month), 2, '0')
		case longWeekday:
			b = append(b, m.days().weekday().String()...)
		case shortWeekday:
			b = append(b, m.days().weekday().String()[:3]...)
		case numDay:
			b = appendNumber(b, day, 0, '0')
		case blankDay:
			b = appendNumber(b, day, 2, ' ')
		case zeroDay:
			b = appendNumber(b, day, 2, '0')
		case blankYearDay:
			_, n := m.days().yearDay()
			b = appendNumber(b, n, 3, ' ')
		case zeroYearDay:
			_, n := m.days().yearDay()
			b = appendNumber(b, n, 3, '0')
		case hour24:
			b = appendNumber(b, hour, 2, '0')
		case hour12:
			b = appendNumber(b, onDial(hour), 0, '0')
		case zeroHour12:
			b = appendNumber(b, onDial(hour), 2, '0')
		case numMinute:
			b = appendNumber(b, min, 0, '0')
		case zeroMinute:
			b = appendNumber(b, min, 2, '0')
		case numSecond:
			b = appendNumber(b, sec, 0, '0')
		case zeroSecond:
			b = appendNumber(b, sec, 2, '0')
		case upperPM, lowerPM:
			half := [...]string{"AM", "PM", "am", "pm"}[int(p.element-upperPM)*2+hour/12]
			b = append(b, half...)
		case zoneName:
			if zone != "" {
				b = append(b, zone...)
			} else {
				b = appendOffset(b, offset, offsetMinutes)
			}
		case zoneOffset:
			b = appendOffset(b, offset, p.shape)
		case fraction0, fraction9:
			b = appendFraction(b, t.Nanosecond(), p)
		}
	}
	return b
}

// onDial returns the hour that a dial of twelve hours shows.
func onDial(hour int) int { return (hour+11)%12 + 1 }

// appendNumber appends x with at least width digits.
func appendNumber(b []byte, x int, width int, fill byte) []byte {
	u := uint64(x)
	if x < 0 {
		b = append(b, '-')
		u = -u
	}
	if u < 100 && width == 2 {
		if u < 10 {
			return append(b, fill, '0'+byte(u))
		}
		return append(b, '0'+byte(u/10), '0'+byte(u%10))
	}
	var digits [20]byte
	at := integer(digits[:], u)
	for n := len(digits) - at; n < width; n++ {
		b = append(b, fill)
	}
	return append(b, digits[at:]...)
}

func appendOffset(b []byte, offset int, shape offsetShape) []byte {
	if offset == 0 && shape&offsetZ != 0 {
		return append(b, 'Z')
	}
	// The sign is that of the whole minutes.
	minutes, seconds := offset/60, offset%60
	if minutes < 0 {
		b = append(b, '-')
		minutes, seconds = -minutes, -seconds
	} else {
		b = append(b, '+')
	}
	b = appendNumber(b, minutes/60, 2, '0')
	if shape&offsetMinutes != 0 {
		if shape&offsetColons != 0 {
			b = append(b, ':')
		}
		b = appendNumber(b, minutes%60, 2, '0')
	}
	if shape&offsetSeconds != 0 {
		if shape&offsetColons != 0 {
			b = append(b, ':')
		}
		b = appendNumber(b, seconds, 2, '0')
	}
	return b
}

// appendFraction appends nanoseconds as a fraction of a second.
func appendFraction(b []byte, nanoseconds int, p part) []byte {
	if p.element == fraction9 && (p.digits == 0 || nanoseconds == 0) {
		return b
	}
	b = append(b, p.separator)
	b = appendNumber(b, nanoseconds, 9, '0')
	if p.digits < 9 {
		b = b[:len(b)-9+p.digits]
	}
	if p.element == fraction9 {
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if b[len(b)-1] == p.separator {
			b = b[:len(b)-1]
		}
	}
	return b
}

// appendRFC3339 is AppendFormat of the layouts RFC3339 and RFC3339Nano, which are the most common ones.
func (t Time) appendRFC3339(b []byte, fraction bool) []byte {
	_, offset, m := t.local()
	year, month, day := m.days().date()
	hour, min, sec := m.clock()
	b = append(appendNumber(b, year, 4, '0'), '-')
	b = append(appendNumber(b, int(month), 2, '0'), '-')
	b = append(appendNumber(b, day, 2, '0'), 'T')
	b = append(appendNumber(b, hour, 2, '0'), ':')
	b = append(appendNumber(b, min, 2, '0'), ':')
	b = appendNumber(b, sec, 2, '0')
	if fraction {
		b = appendFraction(b, t.Nanosecond(), part{element: fraction9, digits: 9, separator: '.'})
	}
	return appendOffset(b, offset, offsetZ|offsetMinutes|offsetColons)
}

// String returns t for debugging, with the monotonic reading if there is one.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&monotonicBit == 0 {
		return s
	}
	b := make([]byte, 0, 24)
	b = append(b, " m=+"...)
	reading := uint64(t.ext)
	if t.ext < 0 {
		b[3] = '-'
		reading = -reading
	}
	b = append(appendNumber(b, int(reading/1e9), 0, '0'), '.')
	b = appendNumber(b, int(reading%1e9), 9, '0')
	return s + string(b)
}

// GoString returns t as Go source.
func (t Time) GoString() string {
	m := t.moment()
	year, month, day := m.days().date()
	hour, min, sec := m.clock()
	b := make([]byte, 0, 70)
	b = append(b, "time.Date("...)
	b = appendNumber(b, year, 0, '0')
	b = append(b, ", time."...)
	b = append(b, month.String()...)
	for _, x := range [...]int{day, hour, min, sec, t.Nanosecond()} {
		b = append(b, ", "...)
		b = appendNumber(b, x, 0, '0')
	}
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(b, ", time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, "))"...)
	}
	return string(b)
}
