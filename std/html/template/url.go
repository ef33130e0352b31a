package template

import (
	"fmt"
	"strings"
)

// harmless stands where a value was not safe.
const harmless = "ZgotmplZ"

// urlFilter lets URLs of schemes pass that run nothing.
func urlFilter(args ...any) string {
	s, kind := textOf(args...)
	if kind == urlContent || isSafeURL(s) {
		return s
	}
	return "#" + harmless
}

func isSafeURL(s string) bool {
	scheme, _, ok := strings.Cut(s, ":")
	if !ok || strings.Contains(scheme, "/") {
		return true
	}
	return strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// urlPartEscaper makes a text a part of a URL.
func urlPartEscaper(args ...any) string {
	s, kind := textOf(args...)
	return escapeURL(s, kind == urlContent)
}

// urlNormalizer leaves what has a meaning in URLs.
func urlNormalizer(args ...any) string {
	s, _ := textOf(args...)
	return escapeURL(s, true)
}

func escapeURL(s string, whole bool) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case isLetter(c), isDigit(c), strings.IndexByte("-._~", c) >= 0:
		case whole && strings.IndexByte("!#$&*+,/:;=?@[]", c) >= 0:
		case whole && c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
		default:
			fmt.Fprintf(&b, "%%%02x", c)
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

// srcset filters and escapes each of the images.
func srcset(args ...any) string {
	s, kind := textOf(args...)
	switch kind {
	case srcsetContent:
		return s
	case urlContent:
		return strings.ReplaceAll(escapeURL(s, true), ",", "%2c")
	}
	images := strings.Split(s, ",")
	for i, image := range images {
		images[i] = srcsetImage(image)
	}
	return strings.Join(images, ",")
}

// srcsetImage is a URL with a size behind it, and spaces.
func srcsetImage(image string) string {
	url := strings.TrimLeft(image, " \t\n\f\r")
	space := image[:len(image)-len(url)]
	size := ""
	if i := strings.IndexAny(url, " \t\n\f\r"); i >= 0 {
		url, size = url[:i], url[i:]
	}
	safe := isSafeURL(url)
	for i := range len(size) {
		safe = safe && (isSpace(size[i]) || isLetter(size[i]) || isDigit(size[i]))
	}
	if !safe {
		return "#" + harmless
	}
	return space + escapeURL(url, true) + size
}
