package time

import "errors"

// What JSON and text hold is the layout RFC3339Nano. What binary data hold is a version, the seconds since the year
// 1 in 8 bytes, the nanoseconds in 4 and the minutes east of UTC in 2, -1 for UTC, all big-endian; version 2 has a
// byte more for the seconds of the offset.

func (t Time) appendStrictRFC3339(b []byte) ([]byte, error) {
	before := len(b)
	b = t.appendRFC3339(b, true)
	// RFC 3339 has years of four digits and offsets of less than 24 hours.
	if b[before+len("2006")] != '-' {
		return b, errors.New("year outside of range [0,9999]")
	}
	if n := len(b); b[n-1] != 'Z' {
		if c := b[n-len("Z07:00")]; '0' <= c && c <= '9' || (b[n-5]-'0')*10+b[n-4]-'0' >= 24 {
			return b, errors.New("timezone hour outside of range [0,23]")
		}
	}
	return b, nil
}

func (t Time) appendText(b []byte, method string) ([]byte, error) {
	b, err := t.appendStrictRFC3339(b)
	if err != nil {
		return nil, errors.New(method + err.Error())
	}
	return b, nil
}

// AppendText implements encoding.TextAppender.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendText(b, "Time.AppendText: ") }

// MarshalText implements encoding.TextMarshaler.
func (t Time) MarshalText() ([]byte, error) {
	return t.appendText(make([]byte, 0, len(RFC3339Nano)), "Time.MarshalText: ")
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (t *Time) UnmarshalText(data []byte) error {
	var err error
	*t, err = parseStrictRFC3339(data)
	return err
}

// MarshalJSON implements json.Marshaler.
func (t Time) MarshalJSON() ([]byte, error) {
	b := make([]byte, 0, len(RFC3339Nano)+len(`""`))
	b = append(b, '"')
	b, err := t.appendStrictRFC3339(b)
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return append(b, '"'), nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}

const (
	binaryMinutes = 1 + iota // versions
	binarySeconds

	binarySize = 1 + 8 + 4 + 2
)

// AppendBinary implements encoding.BinaryAppender.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	version, minutes, rest := byte(binaryMinutes), -1, 0
	if t.Location() != UTC {
		_, offset := t.Zone()
		minutes, rest = offset/60, offset%60
		if minutes < -32768 || minutes == -1 || minutes > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
		if rest != 0 {
			version = binarySeconds
		}
	}
	s, ns := uint64(t.seconds()), t.nanoseconds()
	b = append(b, version,
		byte(s>>56), byte(s>>48), byte(s>>40), byte(s>>32), byte(s>>24), byte(s>>16), byte(s>>8), byte(s),
		byte(ns>>24), byte(ns>>16), byte(ns>>8), byte(ns),
		byte(minutes>>8), byte(minutes))
	if version == binarySeconds {
		b = append(b, byte(rest))
	}
	return b, nil
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.AppendBinary(make([]byte, 0, 16))
	if err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	size := binarySize
	switch data[0] {
	case binaryMinutes:
	case binarySeconds:
		size++
	default:
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != size {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	number := func(b []byte) (x uint64) {
		for _, c := range b {
			x = x<<8 | uint64(c)
		}
		return x
	}
	*t = Time{wall: uint64(int32(number(data[9:13]))), ext: int64(number(data[1:9]))}
	offset := int(int16(number(data[13:15]))) * 60
	if size > binarySize {
		offset += int(int8(data[15]))
	}
	switch {
	case offset == -60:
	case Local.lookup(t.unixSeconds()).offset == offset:
		t.setLocation(Local)
	default:
		t.setLocation(FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
