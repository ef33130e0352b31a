// run
// URLs put together at random are taken apart, put together, resolved, joined; so are queries and escapes.
package main

import (
	"fmt"
	"net/url"
	"strings"
)

const texts = 60 // in bulk: 30000

var state uint64 = 0x2545f4914f6cdd1d

func random(n int) int {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return int(state>>33) % n
}

func pick(list ...string) string { return list[random(len(list))] }

var pieces = []string{"a", "b c", "/", "/", "..", ".", "%2f", "%20", "%zz", "%", "?", "#", "&", "=", ";", "é", "\xff", "+", "@", ":", "[", "]", "*", "\"", "<", "\x7f", "~", "!", "'", "(", "$", ",", "%C3%A9", "%00", "%25"}

func some(most int) string {
	var b strings.Builder
	for range random(most) {
		b.WriteString(pieces[random(len(pieces))])
	}
	return b.String()
}

func host() string {
	switch random(4) {
	case 0:
		return some(3)
	case 1:
		return "[" + pick("::1", "fe80::1%25en0", "::ffff:1.2.3.4", "1.2.3.4", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::8", "1:2:3", "1::2::3", "12345::", "g::", "::1.2.3", "::1.2.3.400", "::01.2.3.4", "::1%25", "::1%25 %41", "1:2:3:4:5:6:7:8:9", "::%2525") + "]" + pick("", "", ":80", ":x", "x")
	}
	return pick("example.com", "EXAMPLE.com", "a:b:80", "localhost", "%C3%A9.org", "%41.org", "a b", "", "x,y:1,z:2") + pick("", "", ":8080", ":", ":8x")
}

func address() string {
	s := ""
	if random(3) > 0 {
		s += pick("http", "https", "HTTP", "mailto", "file", "a+b", "1a", "postgres", "") + ":"
	}
	if random(3) > 0 {
		s += "//"
		if random(3) == 0 {
			s += pick("user", "u:p", "u%41:p%40", "u:p:q", "u@v:w", "u/:p", ":", "ü") + "@"
		}
		s += host()
	}
	s += pick("", "/", "/p/q", "///x", "//y", "a/b:c", "a:b") + some(6)
	if random(3) == 0 {
		s += "?" + pick("", "a=b", "a=b&c", "a;b", "?") + some(4)
	}
	if random(3) == 0 {
		s += "#" + some(4)
	}
	return s
}

func show(u *url.URL) {
	fmt.Printf("  %q %q %v %q %q %q %q %q %q %v %v\n", u.Scheme, u.Opaque, u.User, u.Host, u.Path, u.Fragment, u.RawQuery, u.RawPath, u.RawFragment, u.ForceQuery, u.OmitHost)
	fmt.Printf("  %q %q %q %q %q\n", u, u.Redacted(), u.RequestURI(), u.Hostname(), u.Port())
}

func main() {
	base, _ := url.Parse("http://u:p@host/a/b/c?q=1#f")
	for i := range texts {
		text := address()
		fmt.Printf("%d %q\n", i, text)
		u, err := url.Parse(text)
		if err != nil {
			fmt.Println(" ", err)
		} else {
			show(u)
			fmt.Printf("  %q %v\n", base.ResolveReference(u), u.Query())
			fmt.Printf("  %q\n", u.JoinPath(some(3), some(3)))
			other, err := u.Parse(address())
			fmt.Printf("  %q %v\n", other, err)
		}
		if v, err := url.ParseRequestURI(text); err != nil {
			fmt.Println(" ", err)
		} else if u == nil || u.String() != v.String() {
			show(v)
		}
		query := some(9)
		values, err := url.ParseQuery(query)
		fmt.Printf("  %q %q %v %q\n", query, values, err, values.Encode())
		path, err1 := url.PathUnescape(query)
		fmt.Printf("  %q %q %q %v\n", url.QueryEscape(query), url.PathEscape(query), path, err1)
		joined, err := url.JoinPath(text, query, some(2))
		fmt.Printf("  %q %v\n", joined, err)
		raw := url.URL{Scheme: pick("", "s"), Host: host(), Path: some(4), RawPath: some(4), Fragment: some(2), RawFragment: some(2), Opaque: pick("", "", "//o"), OmitHost: random(2) == 0}
		fmt.Printf("  %q\n", raw.String())
	}
}
