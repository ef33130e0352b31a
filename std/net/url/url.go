// Package url takes URLs apart and puts them together, and escapes what stands in them. RFC 3986, with RFC 6874 for
// zones of IPv6 addresses. The settings urlstrictcolons and urlmaxqueryparams of GODEBUG are left out.
package url

import (
	"errors"
	"fmt"
	"strings"
)

// Error is a failed operation on a URL.
type Error struct {
	Op  string
	URL string
	Err error
}

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }

func (e *Error) Error() string { return fmt.Sprintf("%s %q: %s", e.Op, e.URL, e.Err) }

// Timeout reports whether Err says that time ran out.
func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Temporary reports whether Err says that it will not last.
func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// URL is a URL, or a reference to one, in its parts:
//
//	scheme://userinfo@host/path?query#fragment
//	scheme:opaque?query#fragment
//
// Path and Fragment are decoded; RawPath and RawFragment are how they were written where that cannot be told from
// them.
type URL struct {
	Scheme      string
	Opaque      string // not decoded
	User        *Userinfo
	Host        string // with the port
	Path        string
	Fragment    string
	RawQuery    string // not decoded
	RawPath     string
	RawFragment string
	ForceQuery  bool // a '?' is written before an empty query, too
	OmitHost    bool // no "//" is written before an empty host
}

// Parse takes a URL or a reference apart.
func Parse(rawURL string) (*URL, error) {
	whole, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(whole, false)
	if err != nil {
		return nil, &Error{"parse", whole, err}
	}
	if fragment == "" {
		return u, nil
	}
	if u.Fragment, u.RawFragment, err = decode(fragment, partFragment); err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// ParseRequestURI takes a URL or an absolute path apart, as requests have them: without fragment.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

func parse(text string, request bool) (*URL, error) {
	for i := 0; i < len(text); i++ {
		if text[i] < ' ' || text[i] == 0x7f {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	if text == "" && request {
		return nil, errors.New("empty url")
	}
	u := new(URL)
	if text == "*" {
		u.Path = text
		return u, nil
	}
	scheme, rest, err := cutScheme(text)
	if err != nil {
		return nil, err
	}
	u.Scheme = strings.ToLower(scheme)

	var asked bool
	rest, u.RawQuery, asked = strings.Cut(rest, "?")
	u.ForceQuery = asked && u.RawQuery == ""

	if !strings.HasPrefix(rest, "/") {
		switch {
		case u.Scheme != "":
			u.Opaque = rest
			return u, nil
		case request:
			return nil, errors.New("invalid URI for request")
		}
		// RFC 3986, 3.3: the first segment of a relative path has no colon, or it would be a scheme.
		if segment, _, _ := strings.Cut(rest, "/"); strings.Contains(segment, ":") {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}

	mayHaveHost := u.Scheme != "" || !request && !strings.HasPrefix(rest, "///")
	switch {
	case mayHaveHost && strings.HasPrefix(rest, "//"):
		authority := rest[2:]
		rest = ""
		if slash := strings.IndexByte(authority, '/'); slash >= 0 {
			authority, rest = authority[:slash], authority[slash:]
		}
		if u.User, u.Host, err = parseAuthority(u.Scheme, authority); err != nil {
			return nil, err
		}
	case u.Scheme != "":
		u.OmitHost = true
	}
	if err := u.setPath(rest); err != nil {
		return nil, err
	}
	return u, nil
}

// cutScheme returns what stands before the first colon if it is a scheme: a letter and letters, digits, "+-.".
func cutScheme(text string) (scheme, rest string, err error) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case c == ':' && i == 0:
			return "", "", errors.New("missing protocol scheme")
		case c == ':':
			return text[:i], text[i+1:], nil
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		default:
			return "", text, nil
		}
	}
	return "", text, nil
}

// setPath sets Path and RawPath from an encoded path; a wrong one leaves them as they are.
func (u *URL) setPath(encoded string) error {
	path, raw, err := decode(encoded, partPath)
	if err == nil {
		u.Path, u.RawPath = path, raw
	}
	return err
}

// EscapedPath returns RawPath if it encodes Path, else Path as this package encodes it.
func (u *URL) EscapedPath() string { return encode(u.RawPath, u.Path, partPath) }

// EscapedFragment returns RawFragment if it encodes Fragment, else Fragment as this package encodes it.
func (u *URL) EscapedFragment() string { return encode(u.RawFragment, u.Fragment, partFragment) }

// String puts the URL together; see URL for the two forms. It has no authority if Scheme, Host and User are empty.
func (u *URL) String() string {
	var b strings.Builder
	size := len(u.Scheme) + len("://") + len("/") + len(":") + len("@") + len("/") + len("./") + len("?") + len("#") + len("/")
	if u.Opaque != "" {
		size += len(u.Opaque)
	} else {
		if !u.OmitHost && (u.Scheme != "" || u.Host != "" || u.User != nil) {
			password, _ := u.User.Password()
			size += len(u.User.Username()) + len(password) + len(u.Host)
		}
		size += len(u.Path)
	}
	b.Grow(size + len(u.RawQuery) + len(u.RawFragment))
	if u.Scheme != "" {
		b.WriteString(u.Scheme)
		b.WriteByte(':')
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		u.writeHierarchy(&b)
	}
	if u.ForceQuery || u.RawQuery != "" {
		b.WriteByte('?')
		b.WriteString(u.RawQuery)
	}
	if u.Fragment != "" {
		b.WriteByte('#')
		b.WriteString(u.EscapedFragment())
	}
	return b.String()
}

// writeHierarchy writes authority and path.
func (u *URL) writeHierarchy(b *strings.Builder) {
	path := u.EscapedPath()
	named := u.Host != "" || u.User != nil
	if named || u.Scheme != "" && !u.OmitHost && u.Path != "" {
		b.WriteString("//")
	}
	if u.User != nil {
		b.WriteString(u.User.String())
		b.WriteByte('@')
	}
	b.WriteString(escape(u.Host, partHost))
	if u.OmitHost && !named && strings.HasPrefix(path, "//") {
		// Else what follows would be read as a host.
		b.WriteString("%2F")
		path = path[1:]
	}
	if path != "" && path[0] != '/' && u.Host != "" {
		b.WriteByte('/')
	}
	if b.Len() == 0 {
		// RFC 3986, 4.2: "./" stands before a first segment that could be read as a scheme.
		if segment, _, _ := strings.Cut(path, "/"); strings.Contains(segment, ":") {
			b.WriteString("./")
		}
	}
	b.WriteString(path)
}

// Redacted is String with "xxxxx" for the password.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	shown := *u
	if _, has := u.User.Password(); has {
		shown.User = UserPassword(u.User.Username(), "xxxxx")
	}
	return shown.String()
}

// IsAbs reports whether the URL has a scheme.
func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query returns the parameters of RawQuery that are well formed.
func (u *URL) Query() Values {
	values, _ := ParseQuery(u.RawQuery)
	return values
}

// RequestURI returns path and query as a request has them.
func (u *URL) RequestURI() string {
	target := u.Opaque
	switch {
	case strings.HasPrefix(target, "//"):
		target = u.Scheme + ":" + target
	case target == "":
		if target = u.EscapedPath(); target == "" {
			target = "/"
		}
	}
	if u.ForceQuery || u.RawQuery != "" {
		target += "?" + u.RawQuery
	}
	return target
}

// Clone returns a copy that shares nothing with u.
func (u *URL) Clone() *URL {
	if u == nil {
		return nil
	}
	clone := *u
	if u.User != nil {
		user := *u.User
		clone.User = &user
	}
	return &clone
}

// MarshalBinary returns the text of the URL.
func (u *URL) MarshalBinary() (text []byte, err error) { return u.AppendBinary(nil) }

// AppendBinary appends the text of the URL.
func (u *URL) AppendBinary(b []byte) ([]byte, error) { return append(b, u.String()...), nil }

// UnmarshalBinary sets the URL to that of a text.
func (u *URL) UnmarshalBinary(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*u = *parsed
	return nil
}
