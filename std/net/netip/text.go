package netip

import (
	"encoding/binary"
	"errors"
	"strconv"
)

// Room for the longest texts with a zone of usual length.
const (
	room4      = len("255.255.255.255")
	roomMapped = len("::ffff:255.255.255.255%enp5s0")
	room6      = len("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff%enp5s0")
	roomPort   = len(":65535")
)

// String returns the text that ParseAddr reads, in the shortest form; "invalid IP" of the zero Addr.
func (ip Addr) String() string {
	if ip.z == none {
		return "invalid IP"
	}
	var buffer [room6]byte
	return string(ip.AppendTo(buffer[:0]))
}

// AppendTo appends the text to b; nothing of the zero Addr.
func (ip Addr) AppendTo(b []byte) []byte {
	switch {
	case ip.z == none:
		return b
	case ip.z == of4:
		return ip.append4(b)
	case ip.Is4In6():
		b = ip.append4(append(b, "::ffff:"...))
	default:
		b = ip.append6(b)
	}
	return ip.appendZone(b)
}

// append4 appends four numbers.
func (ip Addr) append4(b []byte) []byte {
	for shift := 24; shift >= 0; shift -= 8 {
		b = strconv.AppendUint(b, uint64(byte(ip.addr.lo>>shift)), 10)
		if shift > 0 {
			b = append(b, '.')
		}
	}
	return b
}

// append6 appends the groups, the longest run of zeros among them, if it is longer than one, as "::".
func (ip Addr) append6(b []byte) []byte {
	from, end := -1, -1
	for i := 0; i < 8; i++ {
		k := i
		for k < 8 && ip.group(k) == 0 {
			k++
		}
		if k-i >= 2 && k-i > end-from {
			from, end = i, k
		}
	}
	for i := 0; i < 8; i++ {
		if i == from {
			b = append(b, ':', ':')
			if i = end; i == 8 {
				break
			}
		} else if i > 0 {
			b = append(b, ':')
		}
		b = strconv.AppendUint(b, uint64(ip.group(i)), 16)
	}
	return b
}

func (ip Addr) appendZone(b []byte) []byte {
	if ip.z == of6 {
		return b
	}
	return append(append(b, '%'), ip.Zone()...)
}

// StringExpanded is String with all groups and digits of IPv6.
func (ip Addr) StringExpanded() string {
	if !ip.Is6() {
		return ip.String()
	}
	b := make([]byte, 0, len("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))
	for i := range 8 {
		if i > 0 {
			b = append(b, ':')
		}
		for shift := 12; shift >= 0; shift -= 4 {
			b = append(b, "0123456789abcdef"[ip.group(i)>>shift&15])
		}
	}
	return string(ip.appendZone(b))
}

// AppendText is AppendTo.
func (ip Addr) AppendText(b []byte) ([]byte, error) { return ip.AppendTo(b), nil }

// textRoom is how much the text of an address is given.
func (ip Addr) textRoom() int {
	switch {
	case ip.z == none:
		return 0
	case ip.z == of4:
		return room4
	case ip.Is4In6():
		return roomMapped
	}
	return room6
}

// MarshalText returns the text, of the zero Addr an empty one.
func (ip Addr) MarshalText() ([]byte, error) { return ip.AppendTo(make([]byte, 0, ip.textRoom())), nil }

// UnmarshalText is ParseAddr, but an empty text is the zero Addr.
func (ip *Addr) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*ip = Addr{}
		return nil
	}
	var err error
	*ip, err = ParseAddr(string(text))
	return err
}

// AppendBinary appends 4 or 16 bytes and the zone; nothing of the zero Addr.
func (ip Addr) AppendBinary(b []byte) ([]byte, error) {
	switch ip.z {
	case none:
		return b, nil
	case of4:
		return binary.BigEndian.AppendUint32(b, ip.bytes4()), nil
	}
	b = binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(b, ip.addr.hi), ip.addr.lo)
	return append(b, ip.Zone()...), nil
}

// binaryLen is the number of bytes that AppendBinary appends.
func (ip Addr) binaryLen() int { return ip.BitLen()/8 + len(ip.Zone()) }

// MarshalBinary returns 4 or 16 bytes and the zone; none of the zero Addr.
func (ip Addr) MarshalBinary() ([]byte, error) {
	return ip.AppendBinary(make([]byte, 0, ip.binaryLen()))
}

// UnmarshalBinary reads what MarshalBinary returns.
func (ip *Addr) UnmarshalBinary(b []byte) error {
	if len(b) > 16 {
		*ip = AddrFrom16([16]byte(b)).WithZone(string(b[16:]))
		return nil
	}
	read, ok := AddrFromSlice(b)
	if !ok && len(b) > 0 {
		return errors.New("unexpected slice size")
	}
	*ip = read
	return nil
}
