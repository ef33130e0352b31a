// Package netip has IP addresses, addresses with ports and prefixes as small values that can be compared and be keys of maps.
package netip

import (
	"cmp"
	"encoding/binary"
	"errors"
	"strconv"
	"unique"
)

// Addr is an address of IPv4 or IPv6, the latter with a zone if it has one. The zero value is no address.
type Addr struct {
	addr uint128 // of IPv4: as mapped into IPv6
	z    unique.Handle[addrDetail]
}

// addrDetail is what an address has beside its bits.
type addrDetail struct {
	isV6   bool
	zoneV6 string // of IPv6 only
}

// The details of most addresses; none is that of the zero Addr.
var (
	none unique.Handle[addrDetail]
	of4  = unique.Make(addrDetail{})
	of6  = unique.Make(addrDetail{isV6: true})
)

// mapped is what stands before the 4 bytes of IPv4 in the low half.
const mapped = 0xffff << 32

// IPv6LinkLocalAllNodes returns ff02::1.
func IPv6LinkLocalAllNodes() Addr { return AddrFrom16([16]byte{0: 0xff, 1: 2, 15: 1}) }

// IPv6LinkLocalAllRouters returns ff02::2.
func IPv6LinkLocalAllRouters() Addr { return AddrFrom16([16]byte{0: 0xff, 1: 2, 15: 2}) }

// IPv6Loopback returns ::1.
func IPv6Loopback() Addr { return AddrFrom16([16]byte{15: 1}) }

// IPv6Unspecified returns ::.
func IPv6Unspecified() Addr { return Addr{z: of6} }

// IPv4Unspecified returns 0.0.0.0.
func IPv4Unspecified() Addr { return AddrFrom4([4]byte{}) }

// AddrFrom4 returns the address of IPv4 with the bytes.
func AddrFrom4(addr [4]byte) Addr {
	return Addr{uint128{0, mapped | uint64(binary.BigEndian.Uint32(addr[:]))}, of4}
}

// AddrFrom16 returns the address of IPv6 with the bytes, be it a mapped one of IPv4; without zone.
func AddrFrom16(addr [16]byte) Addr {
	return Addr{uint128{binary.BigEndian.Uint64(addr[:8]), binary.BigEndian.Uint64(addr[8:])}, of6}
}

// AddrFromSlice returns the address with 4 or 16 bytes, and whether there are as many.
func AddrFromSlice(slice []byte) (ip Addr, ok bool) {
	switch len(slice) {
	case 4:
		return AddrFrom4([4]byte(slice)), true
	case 16:
		return AddrFrom16([16]byte(slice)), true
	}
	return Addr{}, false
}

// IsValid reports whether it is an address.
func (ip Addr) IsValid() bool { return ip.z != none }

// BitLen returns 32 for IPv4, 128 for IPv6 and 0 for the zero Addr.
func (ip Addr) BitLen() int {
	switch ip.z {
	case none:
		return 0
	case of4:
		return 32
	}
	return 128
}

// Zone returns the zone, "" if there is none.
func (ip Addr) Zone() string {
	if ip.z == none {
		return ""
	}
	return ip.z.Value().zoneV6
}

// Compare orders by length, then bits, then zone.
func (ip Addr) Compare(ip2 Addr) int {
	c := cmp.Compare(ip.BitLen(), ip2.BitLen())
	if c == 0 {
		c = ip.addr.compare(ip2.addr)
	}
	if c == 0 && ip.Is6() {
		c = cmp.Compare(ip.Zone(), ip2.Zone())
	}
	return c
}

// Less reports whether ip comes before ip2.
func (ip Addr) Less(ip2 Addr) bool { return ip.Compare(ip2) < 0 }

// Is4 reports whether it is an address of IPv4, not a mapped one.
func (ip Addr) Is4() bool { return ip.z == of4 }

// Is4In6 reports whether it is an address of IPv4 mapped into IPv6.
func (ip Addr) Is4In6() bool { return ip.Is6() && ip.addr.hi == 0 && ip.addr.lo&^0xffffffff == mapped }

// Is6 reports whether it is an address of IPv6, mapped ones among them.
func (ip Addr) Is6() bool { return ip.z != none && ip.z != of4 }

// Unmap returns the address of IPv4 of a mapped one, any other as it is.
func (ip Addr) Unmap() Addr {
	if ip.Is4In6() {
		ip.z = of4
	}
	return ip
}

// WithZone returns an address of IPv6 with that zone; any other as it is.
func (ip Addr) WithZone(zone string) Addr {
	if !ip.Is6() {
		return ip
	}
	ip.z = of6
	if zone != "" {
		ip.z = unique.Make(addrDetail{true, zone})
	}
	return ip
}

// bytes4 returns the four bytes of an address of IPv4 as a number.
func (ip Addr) bytes4() uint32 { return uint32(ip.addr.lo) }

// group returns one of the eight groups of 16 bits.
func (ip Addr) group(i int) uint16 {
	if i < 4 {
		return uint16(ip.addr.hi >> (48 - 16*i))
	}
	return uint16(ip.addr.lo >> (112 - 16*i))
}

// IsLinkLocalUnicast reports whether it is in 169.254.0.0/16 or fe80::/10.
func (ip Addr) IsLinkLocalUnicast() bool {
	if ip = ip.Unmap(); ip.Is4() {
		return ip.bytes4()>>16 == 169<<8|254
	}
	return ip.Is6() && ip.group(0)>>6 == 0xfe80>>6
}

// IsLoopback reports whether it is in 127.0.0.0/8 or ::1.
func (ip Addr) IsLoopback() bool {
	if ip = ip.Unmap(); ip.Is4() {
		return ip.bytes4()>>24 == 127
	}
	return ip.Is6() && ip.addr == uint128{0, 1}
}

// IsMulticast reports whether it is in 224.0.0.0/4 or ff00::/8.
func (ip Addr) IsMulticast() bool {
	if ip = ip.Unmap(); ip.Is4() {
		return ip.bytes4()>>28 == 224>>4
	}
	return ip.Is6() && ip.group(0)>>8 == 0xff
}

// IsInterfaceLocalMulticast reports whether it is of IPv6 and of that scope.
func (ip Addr) IsInterfaceLocalMulticast() bool {
	return ip.Is6() && !ip.Is4In6() && ip.group(0)&0xff0f == 0xff01
}

// IsLinkLocalMulticast reports whether it is in 224.0.0.0/24 or of IPv6 and of that scope.
func (ip Addr) IsLinkLocalMulticast() bool {
	if ip = ip.Unmap(); ip.Is4() {
		return ip.bytes4()>>8 == 224<<16
	}
	return ip.Is6() && ip.group(0)&0xff0f == 0xff02
}

// IsGlobalUnicast reports whether it is not unspecified, loopback, multicast, link-local or the broadcast address. Private ones are global.
func (ip Addr) IsGlobalUnicast() bool {
	ip = ip.Unmap()
	if !ip.IsValid() || ip.IsUnspecified() || ip.Is4() && ip.bytes4() == 1<<32-1 {
		return false
	}
	return !ip.IsLoopback() && !ip.IsMulticast() && !ip.IsLinkLocalUnicast()
}

// IsPrivate reports whether it is in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or fc00::/7.
func (ip Addr) IsPrivate() bool {
	if ip = ip.Unmap(); ip.Is4() {
		b := ip.bytes4()
		return b>>24 == 10 || b>>20 == 172<<4|16>>4 || b>>16 == 192<<8|168
	}
	return ip.Is6() && ip.group(0)>>9 == 0xfc00>>9
}

// IsUnspecified reports whether it is 0.0.0.0 or ::, without zone.
func (ip Addr) IsUnspecified() bool { return ip == IPv4Unspecified() || ip == IPv6Unspecified() }

// Prefix returns the prefix of the first b bits, the others zero and without zone; of the zero Addr the zero Prefix.
func (ip Addr) Prefix(b int) (Prefix, error) {
	if b < 0 {
		return Prefix{}, errors.New("negative Prefix bits")
	}
	if !ip.IsValid() {
		return Prefix{}, nil
	}
	all, version := ip.BitLen(), "6"
	if ip.Is4() {
		version = "4"
	}
	if b > all {
		return Prefix{}, errors.New("prefix length " + strconv.Itoa(b) + " too large for IPv" + version)
	}
	ip.addr = ip.addr.first(128 - all + b)
	return PrefixFrom(ip, b), nil
}

// As16 returns 16 bytes, of IPv4 those that it is mapped to, of the zero Addr zeros.
func (ip Addr) As16() (a16 [16]byte) {
	binary.BigEndian.PutUint64(a16[:8], ip.addr.hi)
	binary.BigEndian.PutUint64(a16[8:], ip.addr.lo)
	return a16
}

// As4 returns the 4 bytes of an address of IPv4, mapped or not; it panics if it is another.
func (ip Addr) As4() (a4 [4]byte) {
	switch {
	case ip.z == none:
		panic("As4 called on IP zero value")
	case !ip.Unmap().Is4():
		panic("As4 called on IPv6 address")
	}
	binary.BigEndian.PutUint32(a4[:], ip.bytes4())
	return a4
}

// AsSlice returns 4 or 16 bytes, nil of the zero Addr.
func (ip Addr) AsSlice() []byte {
	switch ip.z {
	case none:
		return nil
	case of4:
		four := ip.As4()
		return four[:]
	}
	sixteen := ip.As16()
	return sixteen[:]
}

// Next returns the address behind it, the zero Addr if it is the last.
func (ip Addr) Next() Addr {
	ip.addr = ip.addr.plusOne()
	if ip.Is4() && ip.bytes4() == 0 || ip.addr == (uint128{}) {
		return Addr{}
	}
	return ip
}

// Prev returns the address before it, the zero Addr if it is the first.
func (ip Addr) Prev() Addr {
	if ip.Is4() && ip.bytes4() == 0 || ip.addr == (uint128{}) {
		return Addr{}
	}
	ip.addr = ip.addr.minusOne()
	return ip
}
