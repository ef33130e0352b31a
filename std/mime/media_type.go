package mime

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// ErrInvalidMediaParameter is returned with a media type whose parameters are wrong.
var ErrInvalidMediaParameter = errors.New("mime: invalid media parameter")

// isTokenChar says whether c may be in a token (RFC 2045): no control, space or special character.
func isTokenChar(c byte) bool {
	return c > ' ' && c < 0x7f && strings.IndexByte(`()<>@,;:\"/[]?=`, c) < 0
}

func isToken(s string) bool { return s != "" && tokenEnd(s) == len(s) }

func tokenEnd(s string) int {
	for i := 0; i < len(s); i++ {
		if !isTokenChar(s[i]) {
			return i
		}
	}
	return len(s)
}

// FormatMediaType returns t and its parameters as a text; "" if a name is no token. Values that ASCII cannot hold are written with percents.
func FormatMediaType(t string, param map[string]string) string {
	var b strings.Builder
	major, sub, two := strings.Cut(t, "/")
	if !isToken(major) || two && !isToken(sub) {
		return ""
	}
	b.WriteString(strings.ToLower(t))
	var names []string
	for name := range param {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		value := param[name]
		if !isToken(name) {
			return ""
		}
		b.WriteString("; ")
		b.WriteString(strings.ToLower(name))
		switch {
		case strings.ContainsFunc(value, func(r rune) bool { return r > 0x7e || r < ' ' && r != '\t' }):
			b.WriteString("*=utf-8''")
			for i := 0; i < len(value); i++ {
				if c := value[i]; !isTokenChar(c) || c == '*' || c == '\'' || c == '%' {
					fmt.Fprintf(&b, "%%%02X", c)
				} else {
					b.WriteByte(c)
				}
			}
		case isToken(value):
			b.WriteString("=" + value)
		default:
			b.WriteString(`="`)
			for i := 0; i < len(value); i++ {
				if value[i] == '"' || value[i] == '\\' {
					b.WriteByte('\\')
				}
				b.WriteByte(value[i])
			}
			b.WriteByte('"')
		}
	}
	return b.String()
}

// checkMediaType says what is wrong with the part in front of the parameters.
func checkMediaType(s string) error {
	major, sub, two := strings.Cut(s, "/")
	switch {
	case tokenEnd(major) == 0:
		return errors.New("mime: no media type")
	case tokenEnd(major) < len(major):
		return errors.New("mime: expected slash after first token")
	case two && sub == "" || two && tokenEnd(sub) == 0:
		return errors.New("mime: expected token after slash")
	case two && tokenEnd(sub) < len(sub):
		return errors.New("mime: unexpected content after media subtype")
	}
	return nil
}

// ParseMediaType returns the type in lower case and the parameters, whose names are in lower case. The pieces of a value that RFC 2231
// allows to be cut are put together.
func ParseMediaType(v string) (mediatype string, params map[string]string, err error) {
	base, _, _ := strings.Cut(v, ";")
	mediatype = strings.TrimSpace(strings.ToLower(base))
	if err := checkMediaType(mediatype); err != nil {
		return "", nil, err
	}
	params = map[string]string{}
	pieces := map[string]map[string]string{} // of names with a star: what stands before the first one, then the whole name
	for rest := v[len(base):]; len(rest) > 0; {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			break
		}
		name, value, next := parameter(rest)
		if name == "" {
			if strings.TrimSpace(rest) == ";" {
				break // one at the end does no harm
			}
			return mediatype, nil, ErrInvalidMediaParameter
		}
		into := params
		if stem, _, cut := strings.Cut(name, "*"); cut {
			if pieces[stem] == nil {
				pieces[stem] = map[string]string{}
			}
			into = pieces[stem]
		}
		if old, double := into[name]; double && old != value {
			return "", nil, errors.New("mime: duplicate parameter name")
		}
		into[name] = value
		rest = next
	}
	for stem, of := range pieces {
		if value, ok := joined(stem, of); ok {
			params[stem] = value
		}
	}
	return mediatype, params, nil
}

// joined is the value of a parameter in pieces: name*, or name*0, name*1* and so on.
func joined(stem string, pieces map[string]string) (string, bool) {
	if whole, ok := pieces[stem+"*"]; ok {
		return decodedValue(whole)
	}
	var b strings.Builder
	found := false
	for i := 0; ; i++ {
		name := stem + "*" + strconv.Itoa(i)
		if piece, ok := pieces[name]; ok {
			found = true
			b.WriteString(piece)
			continue
		}
		encoded, ok := pieces[name+"*"]
		if !ok {
			break
		}
		found = true
		if i > 0 {
			text, _ := withoutPercents(encoded)
			b.WriteString(text)
		} else if text, ok := decodedValue(encoded); ok {
			b.WriteString(text)
		}
	}
	return b.String(), found
}

// decodedValue decodes charset'language'text.
func decodedValue(v string) (string, bool) {
	parts := strings.SplitN(v, "'", 3)
	if len(parts) != 3 {
		return "", false
	}
	switch strings.ToLower(parts[0]) {
	case "us-ascii", "utf-8":
		text, err := withoutPercents(parts[2])
		return text, err == nil
	}
	return "", false
}

// withoutPercents decodes %xx.
func withoutPercents(s string) (string, error) {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			b = append(b, s[i])
			continue
		}
		if i+2 >= len(s) || digit(s[i+1]) < 0 || digit(s[i+2]) < 0 {
			return "", fmt.Errorf("mime: bogus characters after %%: %q", s[i+1:min(i+3, len(s))])
		}
		b = append(b, byte(digit(s[i+1])<<4|digit(s[i+2])))
		i += 2
	}
	return string(b), nil
}

// digit is the value of a hexadecimal digit, or -1.
func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// parameter reads "; name=value"; the name is "" if there is none.
func parameter(v string) (name, value, rest string) {
	s := strings.TrimLeftFunc(v, unicode.IsSpace)
	if !strings.HasPrefix(s, ";") {
		return "", "", v
	}
	s = strings.TrimLeftFunc(s[1:], unicode.IsSpace)
	n := tokenEnd(s)
	if n == 0 {
		return "", "", v
	}
	name, s = strings.ToLower(s[:n]), strings.TrimLeftFunc(s[n:], unicode.IsSpace)
	if !strings.HasPrefix(s, "=") {
		return "", "", v
	}
	s = strings.TrimLeftFunc(s[1:], unicode.IsSpace)
	value, rest, ok := parameterValue(s)
	if !ok {
		return "", "", v
	}
	return name, value, rest
}

// parameterValue reads a token or a text in quotes, where a backslash counts only in front of a special character: browsers send names of
// files with backslashes.
func parameterValue(s string) (value, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		n := tokenEnd(s)
		return s[:n], s[n:], n > 0
	}
	b := make([]byte, 0, len(s))
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			return string(b), s[i+1:], true
		case c == '\\' && i+1 < len(s) && s[i+1] < 0x80 && s[i+1] > ' ' && !isTokenChar(s[i+1]):
			i++
			b = append(b, s[i])
		case c == '\r' || c == '\n':
			return "", s, false
		default:
			b = append(b, c)
		}
	}
	return "", s, false
}
