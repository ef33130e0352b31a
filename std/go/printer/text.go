package printer

import (
	"bytes"
	"strings"
	"text/tabwriter"
)

// trim returns text without space at the ends of lines and without escape characters. All tabs and newlines are ordinary ones.
func trim(text []byte) []byte {
	result := make([]byte, 0, len(text))
	var spaces []byte // that have to be written if something follows on the line
	for len(text) > 0 {
		c := text[0]
		text = text[1:]
		switch c {
		case '\n', '\f':
			spaces = spaces[:0]
			result = append(result, '\n')
		case ' ', '\t':
			spaces = append(spaces, c)
		case '\v':
			spaces = append(spaces, '\t')
		case tabwriter.Escape:
			escaped, rest, _ := bytes.Cut(text, []byte{tabwriter.Escape})
			result = append(append(result, spaces...), escaped...)
			spaces = spaces[:0]
			text = rest
		default:
			result = append(append(result, spaces...), c)
			spaces = spaces[:0]
		}
	}
	return result
}

func isBlank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > ' ' }) < 0
}

// commonStart returns the space and stars with which both begin.
func commonStart(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] && (a[n] <= ' ' || a[n] == '*') {
		n++
	}
	return a[:n]
}

// cutCommonPrefix cuts from the lines of a comment, of which the first one begins with /*, the indentation that they had in the
// source.
func cutCommonPrefix(lines []string) {
	if len(lines) == 1 {
		return
	}
	last := len(lines) - 1
	prefix := ""
	found := false
	for i := 1; i < last; i++ {
		if isBlank(lines[i]) {
			lines[i] = ""
		} else if !found {
			found = true
			prefix = commonStart(lines[i], lines[i])
		} else {
			prefix = commonStart(prefix, lines[i])
		}
	}
	if !found {
		prefix = commonStart(lines[last], lines[last])
	}
	before, _, stars := strings.Cut(prefix, "*")
	if stars {
		prefix = strings.TrimSuffix(before, " ")
	} else {
		prefix = withoutTextIndentation(prefix, lines[0])
	}
	// A last line without text is aligned with the first one.
	if text, _, _ := strings.Cut(lines[last], "*/"); isBlank(text) {
		if stars {
			lines[last] = prefix + " */"
		} else {
			lines[last] = prefix + "*/"
		}
	} else {
		prefix = commonStart(prefix, lines[last])
	}
	for i, line := range lines[1:] {
		if line != "" {
			lines[i+1] = line[len(prefix):]
		}
	}
}

// withoutTextIndentation cuts from the end of prefix what indents the text of a comment beside its beginning.
func withoutTextIndentation(prefix, first string) string {
	if isBlank(first[2:]) {
		n := len(prefix)
		for n > 0 && len(prefix)-n < 3 && prefix[n-1] == ' ' {
			n--
		}
		if n == len(prefix) && n > 0 && prefix[n-1] == '\t' {
			n--
		}
		return prefix[:n]
	}
	text := strings.TrimLeftFunc(first[2:], func(r rune) bool { return r <= ' ' })
	indentation := first[2 : len(first)-len(text)]
	if !strings.HasPrefix(indentation, "\t") {
		indentation = "  " + indentation // instead of /*
	}
	return strings.TrimSuffix(prefix, indentation)
}

// normalizedNumber returns a number with prefixes and exponents in lower case, and imaginary ones without zeros at the beginning.
func normalizedNumber(x string) string {
	if len(x) < 2 {
		return x
	}
	digits := x[2:]
	switch x[:2] {
	case "0x", "0X":
		return "0x" + replaceLast(digits, 'P', 'p')
	case "0o", "0O":
		return "0o" + digits
	case "0b", "0B":
		return "0b" + digits
	}
	if strings.IndexByte(x, 'E') >= 0 {
		return replaceLast(x, 'E', 'e')
	}
	if strings.HasSuffix(x, "i") && !strings.ContainsAny(x, ".e") {
		x = strings.TrimLeft(x, "0_")
		if x == "i" {
			return "0i"
		}
	}
	return x
}

func replaceLast(s string, old, new byte) string {
	i := strings.LastIndexByte(s, old)
	if i < 0 {
		return s
	}
	return s[:i] + string(new) + s[i+1:]
}
