package comment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// linked reads text with links in brackets.
func (r *reader) linked(text string) []Text {
	var all []Text
	done := 0
	open := -1      // the last bracket that is open
	var name []byte // what is in it
	for i := range len(text) {
		c := text[i]
		switch c {
		case '\n', '\t':
			c = ' '
		case '[':
			open = i
		case ']':
			if open >= 0 {
				if link := r.link(string(name), text[:open], text[open+1:i], text[i+1:]); link != nil {
					if done < open {
						all = r.plain(all, text[done:open], true)
					}
					all = append(all, link)
					done = i + 1
				}
			}
			open, name = -1, name[:0]
		}
		if open >= 0 && i != open {
			name = append(name, c)
		}
	}
	if done < len(text) {
		all = r.plain(all, text[done:], true)
	}
	return all
}

// link returns what text in brackets refers to, or nil.
func (r *reader) link(name, before, text, behind string) Text {
	if def := r.links[name]; def != nil {
		def.Used = true
		return &Link{Text: r.plain(nil, text, false), URL: def.URL}
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(behind)
	if before != "" && !endsWord(last) || behind != "" && !endsWord(first) {
		return nil
	}
	path, symbol, ok := cutName(strings.TrimPrefix(text, "*"))
	var receiver string
	if ok {
		path, receiver, _ = cutName(path)
	}
	if path != "" {
		path, ok = r.lookupPackage(path)
	} else {
		ok = r.LookupSym != nil && r.LookupSym(receiver, symbol)
	}
	if !ok {
		return nil
	}
	return &DocLink{r.plain(nil, text, false), path, receiver, symbol}
}

func endsWord(r rune) bool { return unicode.IsPunct(r) || r == ' ' || r == '\t' || r == '\n' }

// cutName cuts an exported name from the end; what is before it ends with a dot, which is left out.
func cutName(text string) (before, name string, ok bool) {
	dot := strings.LastIndexByte(text, '.')
	name = text[dot+1:]
	first, _ := utf8.DecodeRuneInString(name)
	if n := identLength(name); n == 0 || n != len(name) || !unicode.IsUpper(first) {
		return text, "", false
	}
	return text[:max(dot, 0)], name, true
}

func (r *reader) lookupPackage(path string) (string, bool) {
	if strings.Contains(path, "/") {
		return path, isImportPath(path)
	}
	if r.LookupPackage != nil {
		if found, ok := r.LookupPackage(path); ok {
			return found, true
		}
	}
	return DefaultLookupPackage(path)
}

// isImportPath says whether all elements of a path are right: no dots at the ends, few punctuation characters.
func isImportPath(path string) bool {
	if path[0] == '-' {
		return false
	}
	for element := range strings.SplitSeq(path, "/") {
		if element == "" || element[0] == '.' || element[len(element)-1] == '.' {
			return false
		}
		for i := range len(element) {
			if c := element[i]; !isLetterOrDigit(c) && strings.IndexByte("-.~_+", c) < 0 {
				return false
			}
		}
	}
	return true
}

// The packages of the standard library with paths of one element.
var shortPaths = []string{
	"bufio", "bytes", "cmp", "context", "crypto", "embed", "encoding", "errors", "expvar", "flag", "fmt", "hash", "html", "image", "io", "iter",
	"log", "maps", "math", "mime", "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "slices", "sort", "strconv", "strings",
	"structs", "sync", "syscall", "testing", "time", "unicode", "unique", "unsafe", "uuid", "weak",
}

// DefaultLookupPackage knows the packages of the standard library with paths of one element.
func DefaultLookupPackage(name string) (importPath string, ok bool) {
	if _, found := slices.BinarySearch(shortPaths, name); found {
		return name, true
	}
	return "", false
}

// plain appends text without links in brackets to all: URLs and words of Words are links if auto is set, double quotes become
// typographic ones.
func (r *reader) plain(all []Text, text string, auto bool) []Text {
	var current strings.Builder
	done := 0
	flush := func(end int) {
		current.WriteString(text[done:end])
		if current.Len() > 0 {
			all = append(all, Plain(current.String()))
			current.Reset()
		}
	}
	for i := 0; i < len(text); {
		rest := text[i:]
		if auto {
			if n := urlLength(rest); n > 0 {
				flush(i)
				all = append(all, &Link{Auto: true, Text: []Text{Plain(rest[:n])}, URL: rest[:n]})
				i += n
				done = i
				continue
			}
			if n := identLength(rest); n > 0 {
				if url, ok := r.Words[rest[:n]]; ok {
					flush(i)
					var word Text = Italic(rest[:n])
					if url != "" {
						word = &Link{Auto: true, Text: []Text{word}, URL: url}
					}
					all = append(all, word)
					done = i + n
				}
				i += n
				continue
			}
		}
		quote := ""
		switch {
		case strings.HasPrefix(rest, "```"):
			// As Markdown has it. Real Go skips further ones at this offset of the rest only.
			i += 3
			for i < len(rest) && rest[i] == '`' {
				i++
			}
			continue
		case strings.HasPrefix(rest, "``"):
			quote = "“"
		case strings.HasPrefix(rest, "''"):
			quote = "”"
		default:
			i++
			continue
		}
		current.WriteString(text[done:i])
		current.WriteString(quote)
		i += 2
		done = i
	}
	flush(len(text))
	return all
}

// identLength returns how much of text is an identifier without digits that are not ASCII.
func identLength(text string) int {
	for i, c := range text {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || c < '0' || '9' < c) {
			return i
		}
	}
	return len(text)
}

func isLetterOrDigit(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func isScheme(s string) bool {
	switch s {
	case "file", "ftp", "gopher", "http", "https", "mailto", "nntp":
		return true
	}
	return false
}

const ending = ".,:;?!" // may be in a URL, but not end it

// urlLength returns how much of text is a URL: a scheme and a host, and of the path as much as ends with no punctuation and
// has balanced brackets.
func urlLength(text string) int {
	colon := strings.IndexByte(text[:min(len(text), 7)], ':')
	if colon < 0 || !isScheme(text[:colon]) || !strings.HasPrefix(text[colon:], "://") {
		return 0
	}
	host := colon + len("://")
	i, end := host, host
	for i < len(text) && (isLetterOrDigit(text[i]) || strings.IndexByte("_@-.[]:", text[i]) >= 0) {
		if strings.IndexByte(ending, text[i]) < 0 {
			end = i + 1
		} else if i == host {
			return 0
		}
		i++
	}
	if end == host {
		return 0
	}
	var closing []byte // brackets that are due
	for i = end; i < len(text); i++ {
		c := text[i]
		if strings.IndexByte(ending, c) >= 0 {
			continue
		}
		if !isLetterOrDigit(c) && strings.IndexByte("$'()*+&#=@~_/-[]{}%", c) < 0 {
			break
		}
		if k := strings.IndexByte("([{", c); k >= 0 {
			closing = append(closing, ")]}"[k])
		} else if strings.IndexByte(")]}", c) >= 0 {
			last := len(closing) - 1
			if last < 0 || closing[last] != c {
				break
			}
			closing = closing[:last]
		}
		if len(closing) == 0 {
			end = i + 1
		}
	}
	return end
}
