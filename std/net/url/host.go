package url

import (
	"errors"
	"fmt"
	"net/netip"
	"strings"
)

// parseAuthority takes "user:password@host:port" apart.
func parseAuthority(scheme, authority string) (user *Userinfo, host string, err error) {
	at := strings.LastIndexByte(authority, '@')
	if host, err = parseHost(scheme, authority[at+1:]); err != nil || at < 0 {
		return nil, host, err
	}
	info := authority[:at]
	for i := 0; i < len(info); i++ {
		if plain[info[i]]&partUser == 0 && strings.IndexByte(":!'()*%@", info[i]) < 0 {
			return nil, "", errors.New("net/url: invalid userinfo")
		}
	}
	name, password, hasPassword := strings.Cut(info, ":")
	if name, err = unescape(name, partUser); err != nil {
		return nil, "", err
	}
	if !hasPassword {
		return User(name), host, nil
	}
	if password, err = unescape(password, partUser); err != nil {
		return nil, "", err
	}
	return UserPassword(name, password), host, nil
}

// parseHost returns "host:port" decoded.
func parseHost(scheme, host string) (string, error) {
	switch open := strings.LastIndexByte(host, '['); {
	case open > 0:
		return "", errors.New("invalid IP-literal")
	case open == 0:
		return parseLiteral(host)
	}
	if colon := strings.IndexByte(host, ':'); colon >= 0 {
		// Lists of hosts, with ports between, are known to other schemes.
		if scheme != "http" && scheme != "https" {
			colon = strings.LastIndexByte(host, ':')
		}
		if err := checkPort(host[colon:]); err != nil {
			return "", err
		}
	}
	return unescape(host, partHost)
}

// parseLiteral is parseHost for an IP address in brackets.
func parseLiteral(host string) (string, error) {
	end := strings.LastIndexByte(host, ']')
	if end < 0 {
		return "", errors.New("missing ']' in host")
	}
	port := host[end+1:]
	if err := checkPort(port); err != nil {
		return "", err
	}
	name, zone := host[1:end], ""
	if i := strings.Index(name, "%25"); i >= 0 {
		name, zone = name[:i], name[i:]
	}
	name, err := unescape(name, partHost)
	if err != nil {
		return "", err
	}
	if zone, err = unescape(zone, partZone); err != nil {
		return "", err
	}
	name += zone
	addr, err := netip.ParseAddr(name)
	if err != nil {
		return "", fmt.Errorf("invalid host: %w", err)
	}
	if addr.Is4() {
		return "", errors.New("invalid IP-literal")
	}
	return "[" + name + "]" + port, nil
}

// isPort reports whether s is empty or a colon and digits.
func isPort(s string) bool {
	if s == "" {
		return true
	}
	for i := 1; i < len(s); i++ {
		if s[i] < '0' || '9' < s[i] {
			return false
		}
	}
	return s[0] == ':'
}

func checkPort(s string) error {
	if !isPort(s) {
		return fmt.Errorf("invalid port %q after host", s)
	}
	return nil
}

// splitHost returns Host without and with the port alone.
func (u *URL) splitHost() (name, port string) {
	name = u.Host
	if colon := strings.LastIndexByte(name, ':'); colon >= 0 && isPort(name[colon:]) {
		name, port = name[:colon], name[colon+1:]
	}
	if strings.HasPrefix(name, "[") && strings.HasSuffix(name, "]") {
		name = name[1 : len(name)-1]
	}
	return name, port
}

// Hostname returns Host without port and brackets.
func (u *URL) Hostname() string {
	name, _ := u.splitHost()
	return name
}

// Port returns the port of Host, "" if it has none.
func (u *URL) Port() string {
	_, port := u.splitHost()
	return port
}

// Userinfo is the name, and maybe the password, in a URL.
type Userinfo struct {
	name        string
	password    string
	hasPassword bool
}

// User returns a Userinfo without password.
func User(username string) *Userinfo { return &Userinfo{username, "", false} }

// UserPassword returns a Userinfo with a password: those are read by many who should not.
func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }

// Username returns the name.
func (u *Userinfo) Username() string {
	if u == nil {
		return ""
	}
	return u.name
}

// Password returns the password, and whether there is one.
func (u *Userinfo) Password() (string, bool) {
	if u == nil {
		return "", false
	}
	return u.password, u.hasPassword
}

// String returns "name" or "name:password", escaped.
func (u *Userinfo) String() string {
	if u == nil {
		return ""
	}
	s := escape(u.name, partUser)
	if u.hasPassword {
		s += ":" + escape(u.password, partUser)
	}
	return s
}
