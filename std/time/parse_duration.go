package time

// parseDurationError says what is wrong with the text of a duration.
type parseDurationError struct {
	message string
	value   string
}

// Error implements error.
func (e *parseDurationError) Error() string { return "time: " + e.message + " " + quote(e.value) }

// unitOf returns the nanoseconds of a unit, 0 if there is none of that name.
func unitOf(name string) uint64 {
	switch name {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs": // the sign for micro and the Greek letter
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

// ParseDuration reads numbers with optional fractions, each with a unit: "300ms", "-1.5h", "2h45m". Units are ns, us
// (or µs), ms, s, m and h.
func ParseDuration(s string) (Duration, error) {
	const tooMuch = 1 << 63 // of either sign
	all := s
	invalid := func() (Duration, error) { return 0, &parseDurationError{"invalid duration", all} }
	negative := s != "" && s[0] == '-'
	if negative || s != "" && s[0] == '+' {
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return invalid()
	}
	var sum uint64
	for s != "" {
		var whole, part uint64
		scale := 1.0
		n := 0
		for ; isDigit(s, n); n++ {
			if whole > tooMuch/10 {
				return invalid()
			}
			if whole = whole*10 + uint64(s[n]-'0'); whole > tooMuch {
				return invalid()
			}
		}
		digits := n
		if n < len(s) && s[n] == '.' {
			// Digits that no longer fit do not count.
			full := false
			for n++; isDigit(s, n); n++ {
				digits++
				if full = full || part > (tooMuch-1)/10; full {
					continue
				}
				next := part*10 + uint64(s[n]-'0')
				if full = next > tooMuch; !full {
					part = next
					scale *= 10
				}
			}
		}
		if digits == 0 {
			return invalid()
		}
		s = s[n:]
		end := 0
		for end < len(s) && s[end] != '.' && !isDigit(s, end) {
			end++
		}
		if end == 0 {
			return 0, &parseDurationError{"missing unit in duration", all}
		}
		unit := unitOf(s[:end])
		if unit == 0 {
			return 0, &parseDurationError{"unknown unit " + quote(s[:end]) + " in duration", all}
		}
		s = s[end:]
		if whole > tooMuch/unit {
			return invalid()
		}
		whole *= unit
		if part > 0 {
			whole += uint64(float64(part) * (float64(unit) / scale))
			if whole > tooMuch {
				return invalid()
			}
		}
		if sum += whole; sum > tooMuch {
			return invalid()
		}
	}
	if negative {
		return -Duration(sum), nil
	}
	if sum == tooMuch {
		return invalid()
	}
	return Duration(sum), nil
}
