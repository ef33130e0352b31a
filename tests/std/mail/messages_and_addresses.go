// run
// Messages, dates and addresses: right ones of all forms, wrong ones, names in other character sets; then random texts made of pieces.
package main

import (
	"fmt"
	"io"
	"mime"
	"net/mail"
	"slices"
	"strings"
)

const texts = 150 // in bulk: 40000

var state uint64 = 0x853c49e6748fea9b

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func address(s string) {
	a, err := mail.ParseAddress(s)
	fmt.Printf("%q ", s)
	if err != nil {
		fmt.Print(a == nil, " ", err)
	} else {
		fmt.Printf("%q %q %s", a.Name, a.Address, a)
	}
	list, err := mail.ParseAddressList(s)
	fmt.Println(";", len(list), err, list)
}

func date(s string) {
	t, err := mail.ParseDate(s)
	fmt.Printf("%q %v %v\n", s, t, err)
}

func message(s string) {
	m, err := mail.ReadMessage(strings.NewReader(s))
	if err != nil {
		fmt.Printf("%q %v %t\n", s, err, m == nil)
		return
	}
	var names []string
	for name, values := range m.Header {
		names = append(names, fmt.Sprintf("%q: %q", name, values))
	}
	slices.Sort(names)
	body, err := io.ReadAll(m.Body)
	fmt.Printf("%q %v %q %v\n", s, names, body, err)
	t, err := m.Header.Date()
	to, err2 := m.Header.AddressList("to")
	fmt.Println(t, err, to, err2, m.Header.Get("subject"))
}

func main() {
	for _, s := range []string{"", "Subject: x\r\n\r\nbody", "From a@b Mon\nTo: A <a@b>, c@d\nDate: Mon, 2 Jan 2006 15:04:05 -0700\n\nline\n", "To: a\n  b\n\n", " x: y\n\n", "x\n\n", "x: y", "x y: z\n\nb", ": v\nA: b\n\n", "Date: x\nTo: @\n\n", "\n", "A: b\r\nA: c\r\n\r\n"} {
		message(s)
	}
	for _, s := range []string{"Fri, 21 Nov 1997 09:55:06 -0600", "21 Nov 97 09:55 GMT", "1 Jan 2020 00:00:00 UT", "Tue, 1 Jul 2003 10:52:37 +0200 (CEST)", "Thu, 1 Jul 2003 10:52:37 GMT", "Fri, 21 Nov 1997 09:55:06 -0600 (MDT (x))", "Fri, 21 Nov 1997 09:55:06 -0600 (",
		"Fri, 21 Nov 1997 09:55:06\r\n -0600", "Fri, 21 Nov 1997\r 09:55:06 -0600", "", "T", "Tue", "TT    ", "Thu, 20 Nov 1997 09:55:06 CDT (now)", "21 Nov 97 09:55:06 EST", "+", "32 Jan 2020 00:00 -0000", "Wed, 09 Oct 2019 19:18:03 +0000 x", "T, 1 T xxxx", "01 Jan 06 15:04 MST1"} {
		date(s)
	}
	for _, s := range []string{"", "a@b", "a@b.c", "<a@b>", "Name <a@b>", "Two Words <a.b@c.d>", "\"Q \\\"x\\\"\" <a@b>", "a@b (Name)", "a@b (Name (nested) \\) x)", "(c) a@b", "a@b (", "A: a@b, c@d;", "A:;", "A: ;(x)", "A: a@b;", "A: a@b", "A: B: c@d;;", "a@b, c@d", ",a@b,,c@d,", "a@b c@d",
		"@b", "a@", "a", "a b", "a b <", "a. <x@y>", ".a@b", "a.@b", "a..b@c", "\"a b\"@c", "\"\"@c", "\"a@c", "\"\\", "a@[1.2.3.4]", "a@[IPv6:::1]", "a@[IPv6:1.2.3.4]", "a@[::1]", "a@[1.2.3]", "a@[x", "a@[]", "a@[IPv6:x]", "a@[IPv6:fe80::1%e]", "a@[::ffff:1.2.3.4]", "a@[[", "é@ü", "é <a@b>", "\xff@b", "\"\xff\"@b", "a@[\xff]",
		"=?utf-8?q?J=C3=B6rg?= <a@b>", "=?utf-8?q?J=C3=B6rg?= =?utf-8?q?_Doe?= x <a@b>", "x =?iso-8859-1?q?J=F6rg?= <a@b>", "=?x-none?q?a?= <a@b>", "=?utf-8?x?a?= <a@b>", "a@b (=?utf-8?q?J=C3=B6rg?= x)", "a@b (=?x-none?q?a?=)", "\"a\x01\" <a@b>", "a\x01@b", "<a@b", "<>", "<a>", "Undisclosed:;", "a@b;", "a b@c", "x (c) y <a@b>", "x (c y <a@b>", "\t a@b \t"} {
		address(s)
	}
	for _, a := range []mail.Address{{}, {"", "a"}, {"", "a@b@c"}, {"N", "a.b@c"}, {"N", ".a@c"}, {"N", "a.@c"}, {"N", "a b@c"}, {"é", "é@c"}, {"é, x", "a@c"}, {"a\"b\\", "a\"b@c"}, {"tab\t", "\x01@c"}, {"\x01", "a..b@"}, {strings.Repeat("é", 50), "@"}} {
		fmt.Println(a.String())
	}
	p := mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(in)
		if charset != "x-rot" {
			return nil, fmt.Errorf("no %s", charset)
		}
		return strings.NewReader(strings.ToUpper(string(b))), err
	}}}
	for _, s := range []string{"=?x-rot?q?abc?= <a@b>", "=?x-tor?q?abc?= <a@b>", "a@b (=?x-rot?q?abc?=), =?utf-8?q?=C3=A9?= <c@d>"} {
		a, err := p.Parse(s)
		list, err2 := p.ParseList(s)
		fmt.Println(a, err, list, err2)
	}
	var none mail.AddressParser
	a, err := none.Parse("x@y")
	fmt.Println(a, err)
	_, err = mail.Header{}.Date()
	_, err2 := mail.Header{}.AddressList("To")
	fmt.Println(err == mail.ErrHeaderNotPresent, err2)
	pieces := []string{"a", "b.c", "@", "<", ">", " ", ",", "(", ")", "\"", "\\", ":", ";", ".", "[1.2.3.4]", "=?utf-8?q?=C3=A9?=", "=?utf-8?b?w6k=?=", "x@y", "é", "\t", "[", "]", "<x@y>", "=?x?q?a?="}
	for range texts {
		var b strings.Builder
		for range 1 + random(9) {
			b.WriteString(pieces[random(len(pieces))])
		}
		address(b.String())
	}
	pieces = []string{"Mon, ", "Tue, ", "2", "02", " Jan ", "2006", "06", " 15:04", ":05", " -0700", " MST", " UT", " GMT", " (x)", "(", "T", "\r\n", " ", "+0100"}
	for range texts {
		var b strings.Builder
		if random(2) == 0 {
			b.WriteString([]string{"", "Tue, ", "Mon, "}[random(3)] + "2 Jan 06 15:04")
		}
		for range random(5) {
			b.WriteString(pieces[random(len(pieces))])
		}
		date(b.String())
	}
}
