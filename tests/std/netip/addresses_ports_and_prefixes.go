// run
// Addresses, ports and prefixes: all questions, texts and bytes, right and wrong; then random texts made of pieces.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"unsafe"
)

const texts = 150 // in bulk: 30000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func recovered(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

// bits has a letter for each question that is answered with yes.
func bits(ip netip.Addr) string {
	var b strings.Builder
	for i, yes := range []bool{ip.IsValid(), ip.Is4(), ip.Is6(), ip.Is4In6(), ip.IsLoopback(), ip.IsMulticast(), ip.IsPrivate(), ip.IsUnspecified(), ip.IsGlobalUnicast(),
		ip.IsLinkLocalUnicast(), ip.IsLinkLocalMulticast(), ip.IsInterfaceLocalMulticast()} {
		if yes {
			b.WriteByte("v46mlupzgLMI"[i])
		}
	}
	return b.String()
}

func show(ip netip.Addr) {
	text, err := ip.MarshalText()
	bytes, err2 := ip.MarshalBinary()
	fmt.Println(ip, ip.StringExpanded(), bits(ip), ip.BitLen(), ip.Zone(), ip.AsSlice(), ip.As16(), string(text), err, bytes, err2)
	fmt.Println(ip.Next(), ip.Prev(), ip.Unmap(), ip.WithZone("x"), ip.WithZone(""), string(ip.AppendTo([]byte("a "))))
	text, err = ip.AppendText([]byte("<"))
	bytes, err2 = ip.AppendBinary([]byte{1})
	var back, back2 netip.Addr
	fmt.Println(string(text), err, bytes, err2, back.UnmarshalText(text[1:]), back2.UnmarshalBinary(bytes[1:]), back == ip, back2 == ip)
	for _, n := range []int{-1, 0, 7, 24, 32, 33, 128, 129} {
		p, err := ip.Prefix(n)
		fmt.Print(p, " ", err, " ", netip.PrefixFrom(ip, n), "; ")
	}
	fmt.Println()
}

func addresses() {
	all := []netip.Addr{{}, netip.IPv4Unspecified(), netip.IPv6Unspecified(), netip.IPv6Loopback(), netip.IPv6LinkLocalAllNodes(), netip.IPv6LinkLocalAllRouters(),
		netip.AddrFrom4([4]byte{1, 2, 3, 4}), netip.AddrFrom16([16]byte{10: 255, 11: 255, 12: 9}), netip.AddrFrom16([16]byte{1, 2, 3, 15: 7})}
	for _, s := range []string{"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.32.0.1", "192.168.255.255", "169.254.1.1", "224.0.0.5", "239.1.1.1", "255.255.255.255", "::ffff:10.0.0.1", "::ffff:1.2.3.4%eth0",
		"fe80::1%eth0", "fc00::1", "fdff::", "ff01::2", "ff02::fb", "2001:db8::8:800:200c:417a", "1:0:0:2:0:0:0:3", "::1:0:0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "1:2:3:4:5:6:7::", "::%z", "::ffff:127.0.0.1", "::ffff:224.0.0.1"} {
		all = append(all, netip.MustParseAddr(s))
	}
	for _, ip := range all {
		show(ip)
	}
	slices.SortStableFunc(all, netip.Addr.Compare)
	fmt.Println(all, all[1].Less(all[2]), all[2].Less(all[1]), all[3].Less(all[3]))
	for n := range 18 {
		b := []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 'z', 'y'}[:n]
		ip, ok := netip.AddrFromSlice(b)
		var u netip.Addr
		fmt.Println(n, ip, ok, u.UnmarshalBinary(b), u)
	}
	fmt.Println(netip.MustParseAddr("1.2.3.4").As4(), netip.MustParseAddr("::ffff:1.2.3.4").As4())
	recovered(func() { netip.Addr{}.As4() })
	recovered(func() { netip.IPv6Loopback().As4() })
	recovered(func() { netip.MustParseAddr("x") })
	recovered(func() { netip.MustParseAddrPort("x") })
	recovered(func() { netip.MustParsePrefix("x") })
	fmt.Println(unsafe.Sizeof(netip.Addr{}), unsafe.Sizeof(netip.AddrPort{}), unsafe.Sizeof(netip.Prefix{}))
	fmt.Println(map[netip.Addr]int{all[3]: 1}[all[3]], netip.MustParseAddr("::1%a") == netip.MustParseAddr("::1%a"), netip.MustParseAddr("::1%a") == netip.MustParseAddr("::1%b"))
}

func ports() {
	all := []netip.AddrPort{{}, netip.AddrPortFrom(netip.Addr{}, 7), netip.AddrPortFrom(netip.IPv4Unspecified(), 80)}
	for _, s := range []string{"1.2.3.4:80", "[::1]:443", "[fe80::1%eth0]:65535", "[::ffff:1.2.3.4]:1", "[2001:db8::1]:0"} {
		all = append(all, netip.MustParseAddrPort(s))
	}
	for _, p := range all {
		text, err := p.MarshalText()
		bytes, err2 := p.MarshalBinary()
		fmt.Println(p.String(), p.Addr(), p.Port(), p.IsValid(), string(text), err, bytes, err2, string(p.AppendTo([]byte("a "))))
		text, _ = p.AppendText(text[:0])
		bytes, _ = p.AppendBinary(bytes[:0])
		var back, back2 netip.AddrPort
		fmt.Println(back.UnmarshalText(text), back2.UnmarshalBinary(bytes), back == p, back2 == p, p.Compare(all[3]))
	}
	for _, s := range []string{"", "x", "1.2.3.4", ":80", "1.2.3.4:", "1.2.3.4:x", "1.2.3.4:65536", "::1:80", "[::1:80", "[1.2.3.4]:80", "[]:80", "[:80", "x:1", "[x]:1", "1.2.3.4:+1"} {
		p, err := netip.ParseAddrPort(s)
		fmt.Printf("%q %v %v\n", s, p, err)
	}
	var p netip.AddrPort
	fmt.Println(p.UnmarshalBinary(nil), p.UnmarshalBinary([]byte{1, 2, 3}), p.UnmarshalBinary([]byte{80, 0}), p)
}

func prefixes() {
	all := []netip.Prefix{{}, netip.PrefixFrom(netip.Addr{}, 0), netip.PrefixFrom(netip.IPv4Unspecified(), 40), netip.PrefixFrom(netip.MustParseAddr("fe80::1%e"), 10)}
	for _, s := range []string{"10.0.0.0/8", "10.1.2.3/8", "10.1.2.3/32", "0.0.0.0/0", "192.168.0.0/16", "::/0", "2001:db8::/32", "::1/128", "::ffff:1.2.3.4/96", "fe80::/10", "10.0.0.0/9"} {
		all = append(all, netip.MustParsePrefix(s))
	}
	ips := []netip.Addr{{}, netip.MustParseAddr("10.1.2.3"), netip.MustParseAddr("::ffff:10.1.2.3"), netip.MustParseAddr("2001:db8::5"), netip.MustParseAddr("fe80::1%e"), netip.MustParseAddr("::1")}
	for _, p := range all {
		text, err := p.MarshalText()
		bytes, err2 := p.MarshalBinary()
		fmt.Println(p.String(), p.Addr(), p.Bits(), p.IsValid(), p.IsSingleIP(), p.Masked(), string(text), err, bytes, err2, string(p.AppendTo([]byte("a "))))
		text, _ = p.AppendText(text[:0])
		bytes, _ = p.AppendBinary(bytes[:0])
		var back, back2 netip.Prefix
		fmt.Println(back.UnmarshalText(text), back2.UnmarshalBinary(bytes), back == p, back2 == p)
		for _, ip := range ips {
			fmt.Print(p.Contains(ip), " ")
		}
		for _, q := range all {
			fmt.Print(p.Overlaps(q), " ")
		}
		fmt.Println()
	}
	slices.SortStableFunc(all, netip.Prefix.Compare)
	fmt.Println(all)
	for _, s := range []string{"", "1.2.3.4", "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/-1", "1.2.3.4/08", "1.2.3.4/x", "::/129", "::/+1", "fe80::1%e/10", "x/1", "1.2.3.4/0", "1.2.3/8", "::%/1"} {
		p, err := netip.ParsePrefix(s)
		fmt.Printf("%q %v %v\n", s, p, err)
	}
	var p netip.Prefix
	fmt.Println(p.UnmarshalBinary(nil), p.UnmarshalBinary([]byte{1, 2}), p.UnmarshalBinary([]byte{255}), p)
}

func main() {
	addresses()
	ports()
	prefixes()
	b, err := json.Marshal(map[netip.Addr]any{netip.IPv6Loopback(): netip.MustParsePrefix("1.0.0.0/8"), {}: netip.AddrPort{}})
	fmt.Println(string(b), err)
	var m map[netip.Addr]netip.Prefix
	fmt.Println(json.Unmarshal([]byte(`{"::1":"1.0.0.0/8"}`), &m), m, json.Unmarshal([]byte(`{"::1":"1.0.0.0"}`), &m))
	_, err = netip.ParseAddr("1.2.3")
	fmt.Printf("%T %v\n", err, errors.Unwrap(err))
	pieces := []string{":", "::", ".", "%", "0", "1", "00", "01", "255", "256", "ffff", "fffff", "a", "G", "1.2.3.4", "1:2:3:4:5:6", ":", ".", ":", "%eth", "/", "[", "]", "8"}
	for range texts {
		var b strings.Builder
		for range 1 + random(9) {
			b.WriteString(pieces[random(len(pieces))])
		}
		ip, err := netip.ParseAddr(b.String())
		p, err2 := netip.ParsePrefix(b.String())
		a, err3 := netip.ParseAddrPort(b.String())
		fmt.Println(b.String(), ip, err, p, err2, a, err3)
	}
	for range texts {
		var a [16]byte
		for i := range a {
			if random(3) == 0 {
				a[i] = byte(random(256))
			}
		}
		ip := netip.AddrFrom16(a)
		back, err := netip.ParseAddr(ip.String())
		long, err2 := netip.ParseAddr(ip.StringExpanded())
		if back != ip || long != ip || err != nil || err2 != nil {
			fmt.Println("differs", ip, err, err2)
		}
		fmt.Println(ip, ip.Next(), ip.Prev(), bits(ip))
	}
}
