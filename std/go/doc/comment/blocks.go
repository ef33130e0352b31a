package comment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Parser says how comments are read.
type Parser struct {
	// Words are set in italics and link to their value if that is not "".
	Words map[string]string
	// LookupPackage finds the import path of a name used in a link; "" is the package itself. Without it and after it the names
	// of DefaultLookupPackage hold.
	LookupPackage func(name string) (importPath string, ok bool)
	// LookupSym says whether the package has a name, or a type recv with a method name. Without it there are none.
	LookupSym func(recv, name string) (ok bool)
}

// reader reads one comment.
type reader struct {
	*Parser
	doc   *Doc
	links map[string]*LinkDef
}

// Parse reads the text of a comment, without comment markers.
func (p *Parser) Parse(text string) *Doc {
	r := &reader{p, new(Doc), map[string]*LinkDef{}}
	lines := unindent(strings.Split(text, "\n"))
	behind := 0 // the line behind the last block
	for _, s := range spans(lines) {
		if b := r.block(s, lines[s.begin:s.end], behind < s.begin); b != nil {
			r.doc.Content = append(r.doc.Content, b)
		}
		behind = s.end
	}
	// All links are known now.
	for _, b := range r.doc.Content {
		switch b := b.(type) {
		case *Paragraph:
			r.inline(b)
		case *List:
			for _, item := range b.Items {
				for _, paragraph := range item.Content {
					r.inline(paragraph.(*Paragraph))
				}
			}
		}
	}
	return r.doc
}

// inline reads what is in the lines of a paragraph.
func (r *reader) inline(p *Paragraph) { p.Text = r.linked(string(p.Text[0].(Plain))) }

// block reads one block; nil if it is definitions of links.
func (r *reader) block(s span, lines []string, separate bool) Block {
	switch s.kind {
	case listSpan:
		return r.list(lines, separate)
	case codeSpan:
		return &Code{strings.Join(append(unindent(lines), ""), "\n")}
	case headingSpan:
		return &Heading{[]Text{Plain(strings.TrimSpace(strings.TrimPrefix(lines[0], s.marker)))}}
	}
	if p := r.paragraph(lines); p != nil {
		return p
	}
	return nil
}

func (r *reader) paragraph(lines []string) *Paragraph {
	var links []*LinkDef
	for _, line := range lines {
		link := linkDef(line)
		if link == nil {
			return &Paragraph{[]Text{Plain(strings.Join(lines, "\n"))}}
		}
		links = append(links, link)
	}
	r.doc.Links = append(r.doc.Links, links...)
	for _, link := range links {
		if r.links[link.Text] == nil {
			r.links[link.Text] = link
		}
	}
	return nil
}

// linkDef returns what a line [text]: url defines, or nil.
func linkDef(line string) *LinkDef {
	text, url, ok := strings.Cut(line, "]:")
	if !ok || text == "" || text[0] != '[' || len(url) < 2 || !indented(url) {
		return nil
	}
	url = strings.TrimSpace(url[1:])
	scheme, _, ok := strings.Cut(url, "://")
	if !ok || !isScheme(scheme) {
		return nil
	}
	return &LinkDef{Text: text[1:], URL: url}
}

func (r *reader) list(lines []string, separate bool) *List {
	list := &List{ForceBlankBefore: separate}
	first, _, _ := listMarker(lines[0])
	var item *ListItem
	var text []string
	flush := func() {
		if item != nil {
			if p := r.paragraph(text); p != nil {
				item.Content = append(item.Content, p)
			}
		}
		text = nil
	}
	for _, line := range lines {
		if number, rest, ok := listMarker(line); ok && (number == "") == (first == "") {
			flush()
			item = &ListItem{Number: number}
			list.Items = append(list.Items, item)
			line = rest
		}
		line = strings.TrimSpace(line)
		if line == "" {
			list.ForceBlankBetween = true
			flush()
		} else {
			text = append(text, line)
		}
	}
	flush()
	return list
}

type spanKind int

const (
	paragraphSpan spanKind = iota
	codeSpan
	listSpan
	headingSpan
)

// span is the lines of a block.
type span struct {
	begin, end int
	kind       spanKind
	marker     string // of a heading
}

// spans divides lines in blocks.
func spans(lines []string) []span {
	var all []span
	asIndented := 0 // lines in front of this one are taken for indented ones
	for i := 0; i < len(lines); {
		switch {
		case lines[i] == "":
			i++
		case i < asIndented || indented(lines[i]):
			s := indentedSpan(lines, i, asIndented)
			all = append(all, s)
			i = s.end
		default:
			end := i + 1
			for end < len(lines) && lines[end] != "" && !indented(lines[end]) {
				end++
			}
			if left := leftForIndented(lines, i, end); left < end {
				asIndented, end = end, left
			}
			if end > i {
				all = append(all, flushSpan(lines, i, end))
			}
			i = end
		}
	}
	return all
}

// indentedSpan returns the list or code that begins with a line.
func indentedSpan(lines []string, begin, asIndented int) span {
	end := begin + 1
	more := begin < asIndented && isListItem(lines[begin]) // items that are not indented belong to it, up to an empty line
	for end < len(lines) && (lines[end] == "" || end < asIndented || indented(lines[end]) || more && isListItem(lines[end])) {
		more = more && lines[end] != ""
		end++
	}
	for end > begin && lines[end-1] == "" {
		end--
	}
	if end < len(lines) && strings.HasPrefix(lines[end], "}") {
		end++ // code whose last line was not indented
	}
	if isListItem(lines[begin]) {
		return span{begin: begin, end: end, kind: listSpan}
	}
	return span{begin: begin, end: end, kind: codeSpan}
}

// leftForIndented returns from where on lines that are not indented belong to the indented ones right behind them.
func leftForIndented(lines []string, begin, end int) int {
	if end == len(lines) || lines[end] == "" || isListItem(lines[end]) {
		return end
	}
	last := lines[end-1]
	switch {
	case isListItem(last):
		end--
		for end > begin && isListItem(lines[end-1]) {
			end--
		}
	case strings.HasSuffix(last, "{"), strings.HasSuffix(last, `\`):
		end--
	}
	return end
}

func flushSpan(lines []string, begin, end int) span {
	s := span{begin: begin, end: end}
	if end-begin == 1 {
		if line := lines[begin]; len(line) >= 2 && line[0] == '#' && indented(line[1:]) && strings.TrimSpace(line) != "#" {
			s.kind, s.marker = headingSpan, "#"
		} else if looksLikeHeading(lines, begin) {
			s.kind = headingSpan
		}
	}
	return s
}

// looksLikeHeading says whether a line between paragraphs is a heading without a marker.
func looksLikeHeading(lines []string, i int) bool {
	if i == 0 || lines[i-1] != "" || i+2 >= len(lines) || lines[i+1] != "" || indented(lines[i+2]) {
		return false
	}
	line := strings.TrimSpace(lines[i])
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	if !unicode.IsLetter(first) || !unicode.IsUpper(first) || !unicode.IsLetter(last) && !unicode.IsDigit(last) ||
		strings.ContainsAny(line, ";:!?+*/=[]{}_^°&§~%#@<\">\\") {
		return false
	}
	for rest := range cuts(line, "'") {
		if rest != "s" && !strings.HasPrefix(rest, "s ") {
			return false
		}
	}
	for rest := range cuts(line, ".") {
		if rest == "" || rest[0] == ' ' {
			return false
		}
	}
	return true
}

// cuts yields what is behind each separator.
func cuts(text, separator string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for {
			_, rest, ok := strings.Cut(text, separator)
			if !ok || !yield(rest) {
				return
			}
			text = rest
		}
	}
}

func indented(line string) bool { return line != "" && (line[0] == ' ' || line[0] == '\t') }

func isListItem(line string) bool {
	_, _, ok := listMarker(line)
	return ok
}

// listMarker cuts a bullet, for which number is "", or a number with a dot or a parenthesis from a line. Space and text follow.
func listMarker(line string) (number, rest string, ok bool) {
	line = strings.TrimSpace(line)
	digits := 0
	for digits < len(line) && '0' <= line[digits] && line[digits] <= '9' {
		digits++
	}
	switch r, size := utf8.DecodeRuneInString(line[digits:]); r {
	case '•', '*', '+', '-':
		ok, rest = digits == 0, line[digits+size:]
	case '.', ')':
		ok, rest = digits > 0, line[digits+size:]
	}
	if !ok || !indented(rest) || strings.TrimSpace(rest) == "" {
		return "", "", false
	}
	return line[:digits], rest, true
}

// unindent returns lines without the space with which all but empty ones begin and without empty lines at both ends. Lines of
// space become empty.
func unindent(lines []string) []string {
	lines = trimEmpty(lines)
	if len(lines) == 0 {
		return nil
	}
	prefix := leadingSpace(lines[0])
	for _, line := range lines[1:] {
		if line != "" {
			prefix = commonPrefix(prefix, leadingSpace(line))
		}
	}
	result := make([]string, len(lines))
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			result[i] = strings.TrimPrefix(line, prefix)
		}
	}
	return trimEmpty(result)
}

func trimEmpty(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

func leadingSpace(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " \t"))] }

func commonPrefix(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}
