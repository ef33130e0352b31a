package netip

import (
	"cmp"
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
)

// AddrPort is an address and a port.
type AddrPort struct {
	ip   Addr
	port uint16
}

// AddrPortFrom returns the address with the port.
func AddrPortFrom(ip Addr, port uint16) AddrPort { return AddrPort{ip, port} }

// Addr returns the address.
func (p AddrPort) Addr() Addr { return p.ip }

// Port returns the port.
func (p AddrPort) Port() uint16 { return p.port }

// IsValid reports whether the address is one. Any port is.
func (p AddrPort) IsValid() bool { return p.ip.IsValid() }

// Compare orders by address, then port.
func (p AddrPort) Compare(p2 AddrPort) int {
	return cmp.Or(p.ip.Compare(p2.ip), cmp.Compare(p.port, p2.port))
}

// ParseAddrPort reads an address, ':' and a port; addresses of IPv6 stand in brackets.
func ParseAddrPort(s string) (AddrPort, error) {
	colon := strings.LastIndexByte(s, ':')
	if colon < 0 {
		return AddrPort{}, errors.New("not an ip:port")
	}
	text, digits := s[:colon], s[colon+1:]
	switch {
	case text == "":
		return AddrPort{}, errors.New("no IP")
	case digits == "":
		return AddrPort{}, errors.New("no port")
	}
	brackets := text[0] == '['
	if brackets {
		if len(text) < 2 || text[len(text)-1] != ']' {
			return AddrPort{}, errors.New("missing ]")
		}
		text = text[1 : len(text)-1]
	}
	port, err := strconv.ParseUint(digits, 10, 16)
	if err != nil {
		return AddrPort{}, errors.New("invalid port " + strconv.Quote(digits) + " parsing " + strconv.Quote(s))
	}
	ip, err := ParseAddr(text)
	switch {
	case err != nil:
		return AddrPort{}, err
	case brackets && ip.Is4():
		return AddrPort{}, errors.New("invalid ip:port " + strconv.Quote(s) + ", square brackets can only be used with IPv6 addresses")
	case !brackets && ip.Is6():
		return AddrPort{}, errors.New("invalid ip:port " + strconv.Quote(s) + ", IPv6 addresses must be surrounded by square brackets")
	}
	return AddrPort{ip, uint16(port)}, nil
}

// MustParseAddrPort is ParseAddrPort that panics.
func MustParseAddrPort(s string) AddrPort {
	p, err := ParseAddrPort(s)
	if err != nil {
		panic(err)
	}
	return p
}

// String returns the text that ParseAddrPort reads; "invalid AddrPort" if the address is none.
func (p AddrPort) String() string {
	if !p.IsValid() {
		return "invalid AddrPort"
	}
	var buffer [room6 + len("[]") + roomPort]byte
	return string(p.AppendTo(buffer[:0]))
}

// AppendTo appends the text to b; nothing if the address is none.
func (p AddrPort) AppendTo(b []byte) []byte {
	switch p.ip.z {
	case none:
		return b
	case of4:
		b = p.ip.AppendTo(b)
	default:
		b = append(p.ip.AppendTo(append(b, '[')), ']')
	}
	return strconv.AppendUint(append(b, ':'), uint64(p.port), 10)
}

// AppendText is AppendTo.
func (p AddrPort) AppendText(b []byte) ([]byte, error) { return p.AppendTo(b), nil }

// MarshalText returns the text, an empty one if the address is none.
func (p AddrPort) MarshalText() ([]byte, error) {
	room := 0
	switch p.ip.z {
	case none:
	case of4:
		room = room4 + roomPort
	default:
		room = room6 + len("[]") + roomPort
	}
	return p.AppendTo(make([]byte, 0, room)), nil
}

// UnmarshalText is ParseAddrPort, but an empty text is the zero AddrPort.
func (p *AddrPort) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = AddrPort{}
		return nil
	}
	var err error
	*p, err = ParseAddrPort(string(text))
	return err
}

// AppendBinary appends the address and the port, low byte first.
func (p AddrPort) AppendBinary(b []byte) ([]byte, error) {
	b, _ = p.ip.AppendBinary(b)
	return binary.LittleEndian.AppendUint16(b, p.port), nil
}

// MarshalBinary returns the address and the port, low byte first.
func (p AddrPort) MarshalBinary() ([]byte, error) {
	return p.AppendBinary(make([]byte, 0, p.ip.binaryLen()+2))
}

// UnmarshalBinary reads what MarshalBinary returns.
func (p *AddrPort) UnmarshalBinary(b []byte) error {
	at := len(b) - 2
	if at < 0 {
		return errors.New("unexpected slice size")
	}
	var ip Addr
	if err := ip.UnmarshalBinary(b[:at]); err != nil {
		return err
	}
	*p = AddrPort{ip, binary.LittleEndian.Uint16(b[at:])}
	return nil
}
