package textproto

// MIMEHeader has the values of each field, whose names are in canonical form.
type MIMEHeader map[string][]string

// Add adds a value to a field.
func (h MIMEHeader) Add(key, value string) {
	key = CanonicalMIMEHeaderKey(key)
	h[key] = append(h[key], value)
}

// Set makes value the only one of a field.
func (h MIMEHeader) Set(key, value string) {
	h[CanonicalMIMEHeaderKey(key)] = []string{value}
}

// Get returns the first value of a field, "" if there is none.
func (h MIMEHeader) Get(key string) string {
	if values := h.Values(key); len(values) > 0 {
		return values[0]
	}
	return ""
}

// Values returns all values of a field, not copied.
func (h MIMEHeader) Values(key string) []string {
	if h == nil {
		return nil
	}
	return h[CanonicalMIMEHeaderKey(key)]
}

// Del removes a field.
func (h MIMEHeader) Del(key string) { delete(h, CanonicalMIMEHeaderKey(key)) }

// CanonicalMIMEHeaderKey returns s with each first letter behind '-' and at the beginning in upper case, the others in lower case; s
// itself if there are bytes in it that no name has.
func CanonicalMIMEHeaderKey(s string) string {
	change := false
	upper := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !isNameByte(c) {
			return s
		}
		change = change || upper && 'a' <= c && c <= 'z' || !upper && 'A' <= c && c <= 'Z'
		upper = c == '-'
	}
	if change {
		s, _ = canonical([]byte(s))
	}
	return s
}

// canonical puts a name in canonical form, in place; one with spaces stays as it is. ok is false if it can be no name.
func canonical(name []byte) (s string, ok bool) {
	spaces := false
	for _, c := range name {
		if c == ' ' {
			spaces = true
		} else if !isNameByte(c) {
			return string(name), false
		}
	}
	if len(name) == 0 || spaces {
		return string(name), spaces
	}
	upper := true
	for i, c := range name {
		if upper && 'a' <= c && c <= 'z' || !upper && 'A' <= c && c <= 'Z' {
			name[i] = c ^ 0x20
		}
		upper = c == '-'
	}
	if known := common[string(name)]; known != "" {
		return known, true
	}
	return string(name), true
}

// common has names that need not be made anew.
var common = func() map[string]string {
	m := make(map[string]string)
	for _, name := range [...]string{
		"Accept", "Accept-Charset", "Accept-Encoding", "Accept-Language", "Accept-Ranges", "Cache-Control", "Cc", "Connection", "Content-Id",
		"Content-Language", "Content-Length", "Content-Transfer-Encoding", "Content-Type", "Cookie", "Date", "Dkim-Signature", "Etag",
		"Expires", "From", "Host", "If-Modified-Since", "If-None-Match", "In-Reply-To", "Last-Modified", "Location", "Message-Id",
		"Mime-Version", "Pragma", "Received", "Referer", "Return-Path", "Server", "Set-Cookie", "Subject", "To", "User-Agent", "Via",
		"X-Forwarded-For", "X-Imforwards", "X-Powered-By",
	} {
		m[name] = name
	}
	return m
}()

// isNameByte reports whether names of fields may have c: it is a token's in HTTP.
func isNameByte(c byte) bool {
	switch c {
	case '!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~':
		return true
	}
	return '0' <= c && c <= '9' || isLetter(c)
}

// isValueByte reports whether values of fields may have c: other bytes than those that are not printed, but the tab.
func isValueByte(c byte) bool { return ' ' <= c && c != 0x7f || c == '\t' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
