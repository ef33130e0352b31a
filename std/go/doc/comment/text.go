package comment

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// textPrinter prints plain text.
type textPrinter struct {
	out                bytes.Buffer
	prefix, codePrefix string
	width              int
}

// Text returns a comment as text, its lines of about the same length.
func (p *Printer) Text(d *Doc) []byte {
	t := textPrinter{prefix: p.TextPrefix, codePrefix: p.TextCodePrefix, width: p.TextWidth}
	if t.codePrefix == "" {
		t.codePrefix = p.TextPrefix + "\t"
	}
	if t.width == 0 {
		t.width = 80 - utf8.RuneCountInString(t.prefix)
	}
	for i, b := range d.Content {
		if i > 0 && blankBefore(b) {
			t.out.WriteString(t.prefix)
			t.endLine()
		}
		t.block(b)
	}
	first := true
	for _, link := range d.Links {
		if !link.Used {
			continue
		}
		if first {
			t.endLine()
			first = false
		}
		t.out.WriteString("[" + link.Text + "]: " + link.URL + "\n")
	}
	return t.out.Bytes()
}

// endLine ends a line, without space at its end.
func (p *textPrinter) endLine() {
	p.out.Truncate(len(bytes.TrimRight(p.out.Bytes(), " \t")))
	p.out.WriteByte('\n')
}

func (p *textPrinter) block(b Block) {
	switch b := b.(type) {
	case *Paragraph:
		p.out.WriteString(p.prefix)
		p.text("", b.Text)
	case *Heading:
		p.out.WriteString(p.prefix + "# ")
		p.text("", b.Text)
	case *Code:
		for line := range strings.Lines(b.Text) {
			if line = strings.TrimSuffix(line, "\n"); line != "" {
				p.out.WriteString(p.codePrefix + line)
			}
			p.endLine()
		}
	case *List:
		for i, item := range b.Items {
			if i > 0 && b.BlankBetween() {
				p.out.WriteString(p.prefix)
				p.endLine()
			}
			p.out.WriteString(p.prefix + item.marker())
			for k, paragraph := range item.Content {
				if k > 0 {
					p.endLine()
					p.out.WriteString(p.prefix + itemIndent)
				}
				p.text(itemIndent, paragraph.(*Paragraph).Text)
			}
		}
	}
}

// text prints text in lines, all but the first indented.
func (p *textPrinter) text(indent string, list []Text) {
	words := strings.Fields(plainText(list))
	ends := []int{len(words)}
	if p.width >= 0 && len(words) > 0 {
		ends = wrap(words, p.width-utf8.RuneCountInString(indent))
	}
	begin := 0
	for i, end := range ends {
		if i > 0 {
			p.out.WriteString(p.prefix + indent)
		}
		p.out.WriteString(strings.Join(words[begin:end], " "))
		p.endLine()
		begin = end
	}
}

// cost is what a division into lines costs: first what is beyond the width, then what is short of it.
type cost struct{ over, under int64 }

func (c cost) plus(d cost) cost { return cost{c.over + d.over, c.under + d.under} }

func (c cost) less(d cost) bool { return c.over < d.over || c.over == d.over && c.under < d.under }

// wrapping is the search for the cheapest division of words. A line costs the square of its distance from the width, and something if
// it does not end with punctuation; the last line may be short. It is Hirschberg and Larmore's, which takes time in proportion to
// the number of words and says which of several cheapest divisions it is.
type wrapping struct {
	words  []string
	width  int
	begins []int  // of words, in characters
	best   []cost // of the words in front of one, as far as it is known
}

// cost is what the words in front of end cost if the last line of them begins at begin.
func (w *wrapping) cost(begin, end int) cost {
	return w.best[begin].plus(lineCost(w.words, end, w.begins[end]-1-w.begins[begin], w.width))
}

// isBridged says whether a beginning between two others is never better than both.
func (w *wrapping) isBridged(first, middle, last int) bool {
	n := len(w.words)
	end := last + sort.Search(n+1-last, func(k int) bool { return w.cost(middle, last+k).less(w.cost(first, last+k)) })
	return end > n || !w.cost(middle, end).less(w.cost(last, end))
}

// wrap returns where the lines of the division end.
func wrap(words []string, width int) []int {
	n := len(words)
	w := &wrapping{words, width, make([]int, n+1), make([]cost, 1, n+1)}
	for i, word := range words {
		w.begins[i+1] = w.begins[i] + utf8.RuneCountInString(word) + 1
	}
	from := make([]int, 1, n+1)     // where the last line in front of a word begins
	candidates := make([]int, 1, n) // beginnings that are best for some end to come, in the order of these
	for m := 1; m < n; m++ {
		w.best = append(w.best, w.cost(candidates[0], m))
		from = append(from, candidates[0])
		for len(candidates) > 1 && !w.cost(candidates[0], m+1).less(w.cost(candidates[1], m+1)) {
			candidates = candidates[1:]
		}
		for k := len(candidates); k > 1 && w.isBridged(candidates[k-2], candidates[k-1], m); k-- {
			candidates = candidates[:k-1]
		}
		if w.cost(m, n).less(w.cost(candidates[len(candidates)-1], n)) {
			candidates = append(candidates, m)
			if len(candidates) == 2 && !w.cost(candidates[0], m+1).less(w.cost(m, m+1)) {
				candidates = candidates[1:]
			}
		}
	}
	from = append(from, candidates[0])
	var ends []int
	for end := n; end > 0; end = from[end] {
		ends = append(ends, end)
	}
	slices.Reverse(ends)
	return ends
}

func lineCost(words []string, end, length, width int) cost {
	if end == len(words) && length <= width {
		return cost{}
	}
	penalty := int64(64)
	switch last := words[end-1]; last[len(last)-1] {
	case '.', ',', ':', ';':
		penalty = 0
	}
	distance := int64(width-length) * int64(width-length)
	if length > width {
		return cost{distance, penalty}
	}
	return cost{0, distance + penalty}
}
