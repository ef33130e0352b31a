// run

// Markdown for a terminal: blocks by indentation into a tree of nodes, inline spans by a stack of delimiters, rendering through one generic
// visitor: wrapped text with hanging indents, tables, footnotes, links collected at the end, an outline with anchors, and statistics.
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"iter"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Node is a block or a span.
type Node interface{ isNode() }

type (
	children []Node
	Document struct {
		children
		notes map[string]*Item
		refs  map[string]string
	}
	Heading struct {
		children
		level  int
		anchor string
	}
	Paragraph struct{ children }
	Quote     struct{ children }
	List      struct {
		children
		first int // of an ordered list
	}
	Item struct {
		children
		done *bool
	}
	Code struct {
		language string
		lines    []string
	}
	Table struct {
		align []byte
		rows  [][]children
	}
	Rule     struct{}
	Text     string
	Verbatim string
	Break    struct{}
	Span     struct {
		children
		mark string
	}
	Link struct {
		children
		target string
		image  bool
	}
	NoteRef string
)

func (Heading) isNode()   {}
func (Paragraph) isNode() {}
func (Quote) isNode()     {}
func (List) isNode()      {}
func (*Item) isNode()     {}
func (Code) isNode()      {}
func (Table) isNode()     {}
func (Rule) isNode()      {}
func (Text) isNode()      {}
func (Verbatim) isNode()  {}
func (Break) isNode()     {}
func (Span) isNode()      {}
func (Link) isNode()      {}
func (NoteRef) isNode()   {}

func (c children) inner() children { return c }

// walk meets all nodes below, parents first; the caller may stop it.
func (c children) walk() iter.Seq2[int, Node] {
	var deep func(c children, depth int, yield func(int, Node) bool) bool
	deep = func(c children, depth int, yield func(int, Node) bool) bool {
		for _, n := range c {
			if !yield(depth, n) {
				return false
			}
			switch n := n.(type) {
			case interface{ inner() children }:
				if !deep(n.inner(), depth+1, yield) {
					return false
				}
			case Table:
				for _, cell := range slices.Concat(n.rows...) {
					if !deep(cell, depth+2, yield) {
						return false
					}
				}
			}
		}
		return true
	}
	return func(yield func(int, Node) bool) { deep(c, 0, yield) }
}

func only[T Node](seq iter.Seq2[int, Node]) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, n := range seq {
			if n, ok := n.(T); ok && !yield(n) {
				return
			}
		}
	}
}

var (
	headingLine = regexp.MustCompile(`^(#{1,6})\s+(.*?)\s*#*$`)
	itemLine    = regexp.MustCompile(`^(\s{0,3})(?:([-*+])|(\d{1,4})[.)])(\s+)(?:\[([ xX])\]\s+)?`)
	ruleLine    = regexp.MustCompile(`^\s*([-*_])(?:\s*[-*_]){2,}\s*$`)
	noteLine    = regexp.MustCompile(`^\[\^([^\]]+)\]:\s*(.*)`)
	refLine     = regexp.MustCompile(`^\[([^\]]+)\]:\s*(\S+)`)
	alignCell   = regexp.MustCompile(`^:?-+:?$`)
)

type source struct {
	lines []string
	doc   *Document
}

func Parse(r io.Reader) (*Document, error) {
	doc := &Document{notes: map[string]*Item{}, refs: map[string]string{}}
	s := source{doc: doc}
	for in := bufio.NewScanner(r); ; {
		if !in.Scan() {
			if in.Err() != nil {
				return nil, fmt.Errorf("reading: %w", in.Err())
			}
			break
		}
		line := strings.ReplaceAll(in.Text(), "\t", "    ")
		if !utf8.ValidString(line) {
			return nil, fmt.Errorf("line %d: %+q is not UTF-8", len(s.lines)+1, line)
		}
		s.lines = append(s.lines, line)
	}
	doc.children = s.blocks()
	seen := map[string]int{}
	for i, n := range doc.children {
		if h, ok := n.(Heading); ok {
			h.anchor = strings.Map(func(r rune) rune {
				switch {
				case unicode.IsLetter(r), unicode.IsDigit(r):
					return unicode.ToLower(r)
				case r == ' ', r == '-':
					return '-'
				}
				return -1
			}, plain(h.children))
			if seen[h.anchor]++; seen[h.anchor] > 1 {
				h.anchor = fmt.Sprintf("%s-%d", h.anchor, seen[h.anchor])
			}
			doc.children[i] = h
		}
	}
	return doc, nil
}

func (s *source) take(while func(line string) bool) (taken []string) {
	for len(s.lines) > 0 && while(s.lines[0]) {
		taken, s.lines = append(taken, s.lines[0]), s.lines[1:]
	}
	return taken
}

func blank(line string) bool { return strings.TrimSpace(line) == "" }

func (s *source) nested(lines []string) children {
	inner := source{lines, s.doc}
	return inner.blocks()
}

func (s *source) blocks() (out children) {
	for s.take(blank); len(s.lines) > 0; s.take(blank) {
		line := s.lines[0]
		switch m := headingLine.FindStringSubmatch(line); {
		case m != nil:
			s.lines = s.lines[1:]
			out = append(out, Heading{s.spans(m[2]), len(m[1]), ""})
		case ruleLine.MatchString(line):
			s.lines = s.lines[1:]
			out = append(out, Rule{})
		case strings.HasPrefix(line, "```"):
			code := Code{language: strings.TrimSpace(line[3:])}
			s.lines = s.lines[1:]
			code.lines = s.take(func(l string) bool { return l != "```" })
			s.lines = s.lines[min(1, len(s.lines)):]
			out = append(out, code)
		case strings.HasPrefix(line, ">"):
			quoted := s.take(func(l string) bool { return strings.HasPrefix(l, ">") })
			for i := range quoted {
				quoted[i] = strings.TrimPrefix(quoted[i][1:], " ")
			}
			out = append(out, Quote{s.nested(quoted)})
		case strings.Contains(line, "|") && len(s.lines) > 1 && s.delimiters(s.lines[1]) != nil:
			t := Table{align: s.delimiters(s.lines[1])}
			for i, row := range s.take(func(l string) bool { return strings.Contains(l, "|") }) {
				if i != 1 {
					cells := make([]children, len(t.align))
					for j, cell := range splitRow(row)[:min(len(splitRow(row)), len(t.align))] {
						cells[j] = s.spans(cell)
					}
					t.rows = append(t.rows, cells)
				}
			}
			out = append(out, t)
		case itemLine.MatchString(line):
			out = append(out, s.list())
		default:
			if m := noteLine.FindStringSubmatch(line); m != nil {
				s.lines = s.lines[1:]
				s.doc.notes[m[1]] = &Item{children: children{Paragraph{s.spans(m[2])}}}
				continue
			}
			if m := refLine.FindStringSubmatch(line); m != nil {
				s.lines = s.lines[1:]
				s.doc.refs[strings.ToLower(m[1])] = m[2]
				continue
			}
			first := true
			text := s.take(func(l string) bool {
				defer func() { first = false }()
				return first || !blank(l) && !headingLine.MatchString(l) && !itemLine.MatchString(l) && l[0] != '>'
			})
			out = append(out, Paragraph{s.spans(strings.Join(text, "\n"))})
		}
	}
	return out
}

func splitRow(line string) []string {
	cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

func (*source) delimiters(line string) (align []byte) {
	for _, cell := range splitRow(line) {
		if !alignCell.MatchString(cell) {
			return nil
		}
		left, right := cell[0] == ':', strings.HasSuffix(cell, ":")
		align = append(align, "lrc"[cmp.Or(map[[2]bool]int{{true, true}: 2, {false, true}: 1}[[2]bool{left, right}], 0)])
	}
	return align
}

func (s *source) list() List {
	var l List
	kind := itemLine.FindStringSubmatch(s.lines[0])[2]
	for len(s.lines) > 0 {
		m := itemLine.FindStringSubmatch(s.lines[0])
		if m == nil || m[2] != kind {
			break
		}
		if kind == "" && len(l.children) == 0 {
			fmt.Sscan(m[3], &l.first)
		}
		item := new(Item)
		if m[5] != "" {
			item.done = new(m[5] != " ")
		}
		indent := len(m[1]) + len(m[2]) + len(m[4])
		if kind == "" {
			indent += len(m[3]) + 1
		}
		lines := []string{s.lines[0][len(m[0]):]}
		s.lines = s.lines[1:]
		for _, line := range s.take(func(l string) bool { return blank(l) || strings.HasPrefix(l, strings.Repeat(" ", indent)) }) {
			lines = append(lines, line[min(indent, len(line)):])
		}
		item.children = s.nested(lines)
		l.children = append(l.children, item)
	}
	return l
}

// spans reads inline text: a stack of open marks, each with what came since.
func (s *source) spans(text string) children {
	type open struct {
		mark string
		children
	}
	stack := []open{{}}
	add := func(n Node) {
		top := &stack[len(stack)-1].children
		if t, ok := n.(Text); ok && len(*top) > 0 {
			if last, ok := (*top)[len(*top)-1].(Text); ok {
				(*top)[len(*top)-1] = last + t
				return
			}
		}
		*top = append(*top, n)
	}
	collapse := func(to int) {
		for len(stack) > to {
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			add(Text(top.mark))
			for _, n := range top.children {
				add(n)
			}
		}
	}
scanning:
	for len(text) > 0 {
		for _, mark := range []string{"**", "~~", "*", "_"} {
			if !strings.HasPrefix(text, mark) {
				continue
			}
			text = text[len(mark):]
			for i, o := range slices.Backward(stack) {
				if o.mark == mark {
					collapse(i + 1)
					top := stack[i]
					stack = stack[:i]
					add(Span{top.children, mark})
					continue scanning
				}
			}
			stack = append(stack, open{mark: mark})
			continue scanning
		}
		switch rest := text[1:]; text[0] {
		case '\\':
			if rest != "" && unicode.IsPunct(rune(rest[0])) {
				add(Text(rest[:1]))
				text = rest[1:]
				continue
			}
		case '`':
			if code, after, ok := strings.Cut(rest, "`"); ok {
				add(Verbatim(code))
				text = after
				continue
			}
		case '\n':
			if last, ok := lastText(stack[len(stack)-1].children); ok && strings.HasSuffix(last, "  ") {
				add(Break{})
			} else {
				add(Text(" "))
			}
			text = rest
			continue
		case '!', '[':
			from := 1
			if text[0] == '!' {
				from = 2
			}
			if len(text) < from || text[from-1] != '[' {
				break
			}
			label, after, ok := strings.Cut(text[from:], "]")
			if name, isNote := strings.CutPrefix(label, "^"); ok && isNote {
				add(NoteRef(name))
				text = after
				continue
			}
			if target, beyond, closed := strings.Cut(strings.TrimPrefix(after, "("), ")"); ok && closed && after[0] == '(' {
				add(Link{s.spans(label), target, from == 2})
				text = beyond
				continue
			} else if ok && strings.HasPrefix(after, "[]") {
				add(Link{s.spans(label), "ref:" + strings.ToLower(label), from == 2})
				text = after[2:]
				continue
			}
		}
		_, size := utf8.DecodeRuneInString(text)
		add(Text(text[:size]))
		text = text[size:]
	}
	collapse(1)
	return stack[0].children
}

func lastText(c children) (string, bool) {
	if len(c) == 0 {
		return "", false
	}
	t, ok := c[len(c)-1].(Text)
	return string(t), ok
}

func plain(c children) string {
	var b strings.Builder
	for _, n := range c.walk() {
		switch n := n.(type) {
		case Text:
			b.WriteString(string(n))
		case Verbatim:
			b.WriteString(string(n))
		}
	}
	return b.String()
}

// Renderer writes text of a width.
type Renderer struct {
	*strings.Builder
	doc   *Document
	width int
	links []string
	notes []string
}

func (r *Renderer) inline(c children) string {
	var b strings.Builder
	for _, n := range c {
		switch n := n.(type) {
		case Text:
			b.WriteString(string(n))
		case Verbatim:
			fmt.Fprintf(&b, "‘%s’", strings.ReplaceAll(string(n), " ", "\u00a0"))
		case Break:
			b.WriteString("\n")
		case Span:
			s := r.inline(n.children)
			switch n.mark {
			case "**":
				s = strings.ToUpper(s)
			case "~~":
				s = "-" + s + "-"
			default:
				s = "/" + s + "/"
			}
			b.WriteString(s)
		case NoteRef:
			fmt.Fprintf(&b, "[%c]", 'a'+number(&r.notes, string(n)))
		case Link:
			target := n.target
			if ref, ok := strings.CutPrefix(target, "ref:"); ok {
				target = cmp.Or(r.doc.refs[ref], "(nowhere: "+ref+")")
			}
			if n.image {
				b.WriteString("image ")
			}
			fmt.Fprintf(&b, "%s[%d]", r.inline(n.children), number(&r.links, target)+1)
		}
	}
	return b.String()
}

func number[S ~[]E, E comparable](of *S, e E) int {
	i := slices.Index(*of, e)
	if i < 0 {
		i = len(*of)
		*of = append(*of, e)
	}
	return i
}

func (r *Renderer) block(n Node, first, rest string) {
	room := r.width - utf8.RuneCountInString(rest)
	line := func(s string) {
		fmt.Fprintln(r, strings.TrimRightFunc(fmt.Sprint(first, s), unicode.IsSpace))
		first = rest
	}
	switch n := n.(type) {
	case Heading:
		s := r.inline(n.children)
		line(strings.Repeat("#", n.level) + " " + s)
		if n.level == 1 {
			line(strings.Repeat("=", min(room, utf8.RuneCountInString(s)+2)))
		}
	case Paragraph:
		for _, part := range strings.Split(r.inline(n.children), "\n") {
			for l := range wrap(part, room) {
				line(l)
			}
		}
	case Quote:
		r.blocks(n.children, first+"| ", rest+"| ", true)
	case List:
		for i, c := range n.children {
			mark := "* "
			if n.first > 0 {
				mark = fmt.Sprintf("%*d. ", len(fmt.Sprint(n.first+len(n.children)-1)), n.first+i)
			}
			item := c.(*Item)
			if item.done != nil {
				mark += map[bool]string{false: "☐ ", true: "☑ "}[*item.done]
			}
			r.blocks(item.children, first+mark, rest+strings.Repeat(" ", utf8.RuneCountInString(mark)), false)
			first = rest
		}
	case Code:
		if n.language != "" {
			line("    (" + n.language + ")")
		}
		for _, l := range n.lines {
			line("    " + l)
		}
	case Rule:
		line(strings.Repeat("-", room))
	case Table:
		widths := make([]int, len(n.align))
		var cells [][]string
		for _, row := range n.rows {
			texts := make([]string, len(row))
			for j, cell := range row {
				texts[j] = r.inline(cell)
				widths[j] = max(widths[j], utf8.RuneCountInString(texts[j]))
			}
			cells = append(cells, texts)
		}
		for i, row := range cells {
			out := make([]string, len(row))
			for j, cell := range row {
				space := widths[j] - utf8.RuneCountInString(cell)
				before := map[byte]int{'l': 0, 'r': space, 'c': space / 2}[n.align[j]]
				out[j] = fmt.Sprintf("%*s%s%*s", before, "", cell, space-before, "")
			}
			line(strings.Join(out, " | "))
			if i == 0 {
				for j := range out {
					out[j] = strings.Repeat("-", widths[j])
				}
				line(strings.Join(out, "-+-"))
			}
		}
	}
}

func (r *Renderer) blocks(c children, first, rest string, spaced bool) {
	for i, n := range c {
		if i > 0 && spaced {
			fmt.Fprintln(r, strings.TrimRight(rest, " "))
		}
		r.block(n, first, rest)
		first = rest
	}
}

func wrap(text string, width int) iter.Seq[string] {
	return func(yield func(string) bool) {
		line, used := "", 0
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' }) {
			n := utf8.RuneCountInString(word)
			if used > 0 && used+1+n > width {
				if !yield(line) {
					return
				}
				line, used = "", 0
			}
			if used > 0 {
				line, used = line+" ", used+1
			}
			line, used = line+word, used+n
		}
		yield(line)
	}
}

func main() {
	doc, err := Parse(os.Stdin)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for _, width := range []int{72, 34} {
		r := Renderer{new(strings.Builder), doc, width, nil, nil}
		r.blocks(doc.children, "", "", true)
		for i := 0; i < len(r.notes); i++ {
			mark := fmt.Sprintf("[%c] ", 'a'+i)
			if note, ok := doc.notes[r.notes[i]]; ok {
				r.blocks(note.children, mark, "    ", false)
			} else {
				fmt.Fprintln(&r, mark+"?")
			}
		}
		for i, l := range r.links {
			fmt.Fprintf(&r, "[%d] %s\n", i+1, l)
		}
		fmt.Printf("%s%s\n", r.Builder, strings.Repeat("~", width))
	}
	for h := range only[Heading](doc.walk()) {
		fmt.Printf("%*s%s -> #%s\n", 2*h.level, "", plain(h.children), h.anchor)
	}
	counts := map[string]int{}
	deepest := 0
	for depth, n := range doc.walk() {
		counts[fmt.Sprintf("%T", n)]++
		deepest = max(deepest, depth)
	}
	fmt.Println(counts, deepest)
	for c := range only[Code](doc.walk()) {
		fmt.Printf("%+v %q\n", c, c.lines[0])
		break
	}
	_, err = Parse(strings.NewReader("fine\nnot \xff fine\n"))
	fmt.Println(err)
	_, err = Parse(io.MultiReader(strings.NewReader("a\n"), io.LimitReader(strings.NewReader(strings.Repeat("x", 1<<17)), 1<<16)))
	fmt.Println(err)
}

// Output:
// # Field /notes/
// ===============
//
// A paragraph with STRONG and /soft/ words, ‘code with spaces’, an escaped
// *star*, a link[1] and an image image[2], a reference to the Guide[3] and
// one to Nothing[4].
// A hard break, then -gone- text, an unclosed **mark and a note[a];
// another[b] and a missing one[c].
//
// ## Lists, nested
//
// * first item whose text is long enough that it must be wrapped under a
//   hanging indent
//   * inner /one/
//   * inner two
//     with a second paragraph
// * ☑ done
// * ☐ not yet: ünïcödé wörds ✓
//
//  7. seven
//  8. eight
//  9. nine
// 10. ten, with a quote
//     | inside
//
// | Quoted text that goes on for a while, so that it wraps, and
// |
// | 1. holds
// | 2. a list
// |
// | | deeper
//
// ## Lists, nested
//
// name  | count |     middle
// ------+-------+---------------
// alpha |     1 |      ‘x’
// BETA  | 22222 | long cell here
// c[5]  |       |
//
// ------------------------------------------------------------------------
//
//     (go)
//     func main() { println("a  *b*") }
//
//     // second
//
// ###### Small
// [a] The first note, with ‘code’[b].
// [b] The second.
// [c] ?
// [1] https://example.org/a_b "t"
// [2] pic.png
// [3] https://example.org/guide
// [4] (nowhere: nothing)
// [5] c.html
// ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
// # Field /notes/
// ===============
//
// A paragraph with STRONG and /soft/
// words, ‘code with spaces’, an
// escaped *star*, a link[1] and an
// image image[2], a reference to the
// Guide[3] and one to Nothing[4].
// A hard break, then -gone- text, an
// unclosed **mark and a note[a];
// another[b] and a missing one[c].
//
// ## Lists, nested
//
// * first item whose text is long
//   enough that it must be wrapped
//   under a hanging indent
//   * inner /one/
//   * inner two
//     with a second paragraph
// * ☑ done
// * ☐ not yet: ünïcödé wörds ✓
//
//  7. seven
//  8. eight
//  9. nine
// 10. ten, with a quote
//     | inside
//
// | Quoted text that goes on for a
// | while, so that it wraps, and
// |
// | 1. holds
// | 2. a list
// |
// | | deeper
//
// ## Lists, nested
//
// name  | count |     middle
// ------+-------+---------------
// alpha |     1 |      ‘x’
// BETA  | 22222 | long cell here
// c[5]  |       |
//
// ----------------------------------
//
//     (go)
//     func main() { println("a  *b*") }
//
//     // second
//
// ###### Small
// [a] The first note, with
//     ‘code’[b].
// [b] The second.
// [c] ?
// [1] https://example.org/a_b "t"
// [2] pic.png
// [3] https://example.org/guide
// [4] (nowhere: nothing)
// [5] c.html
// ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
//   Field notes -> #field-notes
//     Lists, nested -> #lists-nested
//     Lists, nested -> #lists-nested-2
//             Small -> #small
// map[*main.Item:11 main.Break:1 main.Code:1 main.Heading:4 main.Link:5 main.List:4 main.NoteRef:3 main.Paragraph:16 main.Quote:3 main.Rule:1 main.Span:6 main.Table:1 main.Text:50 main.Verbatim:2] 6
// {language:go lines:[func main() { println("a  *b*") }  // second]} "func main() { println(\"a  *b*\") }"
// line 2: "not \xff fine" is not UTF-8
// reading: bufio.Scanner: token too long
