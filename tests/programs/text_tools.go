// run

// Text tools as one program: word counts, wrapping and justifying, a Myers diff with patches applied back, CSV to aligned tables, a
// markdown subset to HTML, spelling suggestions by edit distance and a trie, a column-aware calculator of statistics.
package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"html"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"sort"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"
)

type tool func(in io.Reader, out io.Writer, args ...string) error

type tools map[string]tool

func (t tools) run(name, input string, args ...string) {
	fmt.Printf("$ %s %q\n", name, args)
	if err := t[name](strings.NewReader(input), os.Stdout, args...); err != nil {
		fmt.Println("error:", err)
	}
}

func wc(in io.Reader, out io.Writer, _ ...string) error {
	var lines, words, runes, bytes int
	r := bufio.NewReader(in)
	inWord := false
	for {
		c, n, err := r.ReadRune()
		if err == io.EOF {
			break
		} else if err != nil {
			return err
		}
		bytes += n
		runes++
		if c == '\n' {
			lines++
		}
		if space := unicode.IsSpace(c); space {
			inWord = false
		} else if !inWord {
			inWord = true
			words++
		}
	}
	_, err := fmt.Fprintln(out, lines, words, runes, bytes)
	return err
}

func wrap(in io.Reader, out io.Writer, args ...string) error {
	width := 30
	for _, a := range args {
		if _, err := fmt.Sscanf(a, "width=%d", &width); err != nil {
			return fmt.Errorf("argument %q: %w", a, err)
		}
	}
	w := bufio.NewWriter(out)
	defer w.Flush()
	var line []string
	length := 0
	flush := func(last bool) {
		gaps := len(line) - 1
		spare := width - length
		for i, word := range line {
			w.WriteString(word)
			if i == gaps {
				break
			}
			n := 1
			if !last {
				n = spare / gaps
				if i < spare%gaps {
					n++
				}
			}
			w.WriteString(strings.Repeat(" ", n))
		}
		w.WriteString("|\n")
		line, length = line[:0], 0
	}
	sc := bufio.NewScanner(in)
	sc.Split(bufio.ScanWords)
	for sc.Scan() {
		n := utf8.RuneCountInString(sc.Text())
		if length+len(line)+n > width && len(line) > 0 {
			flush(false)
		}
		line, length = append(line, sc.Text()), length+n
	}
	flush(true)
	return sc.Err()
}

type edit struct {
	op   byte
	text string
}

func diff(a, b []string) (out []edit) {
	n, m := len(a), len(b)
	v := map[int]int{1: 0}
	var trace []map[int]int
search:
	for d := 0; d <= n+m; d++ {
		snapshot := make(map[int]int, len(v))
		for k, x := range v {
			snapshot[k] = x
		}
		trace = append(trace, snapshot)
		for k := -d; k <= d; k += 2 {
			x := v[k-1] + 1
			if k == -d || k != d && v[k-1] < v[k+1] {
				x = v[k+1]
			}
			for x < n && x-k < m && a[x] == b[x-k] {
				x++
			}
			if v[k] = x; x >= n && x-k >= m {
				break search
			}
		}
	}
	x, y := n, m
	for d := len(trace) - 1; x > 0 || y > 0; d-- {
		v, k := trace[d], x-y
		prev := k - 1
		if k == -d || k != d && v[k-1] < v[k+1] {
			prev = k + 1
		}
		px := v[prev]
		py := px - prev
		for x > px && y > py && x > 0 && y > 0 {
			x, y = x-1, y-1
			out = append(out, edit{' ', a[x]})
		}
		switch {
		case d == 0:
		case x == px:
			y--
			out = append(out, edit{'+', b[y]})
		default:
			x--
			out = append(out, edit{'-', a[x]})
		}
	}
	slices.Reverse(out)
	return
}

func apply(edits []edit, back bool) (out []string) {
	skip := byte('-')
	if back {
		skip = '+'
	}
	for _, e := range edits {
		if e.op != skip {
			out = append(out, e.text)
		}
	}
	return
}

func diffTool(in io.Reader, out io.Writer, args ...string) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	left, right, ok := strings.Cut(string(text), "\n===\n")
	if !ok {
		return errors.New("no ===")
	}
	a, b := strings.Split(left, "\n"), strings.Split(right, "\n")
	edits := diff(a, b)
	for _, e := range edits {
		fmt.Fprintf(out, "%c%s\n", e.op, e.text)
	}
	fmt.Fprintln(out, slices.Equal(apply(edits, false), b), slices.Equal(apply(edits, true), a))
	return nil
}

func table(in io.Reader, out io.Writer, args ...string) error {
	r := csv.NewReader(in)
	r.Comment = '#'
	r.TrimLeadingSpace = true
	rows, err := r.ReadAll()
	if err != nil {
		var pe *csv.ParseError
		return fmt.Errorf("as=%t: %w", errors.As(err, &pe), err)
	}
	w := tabwriter.NewWriter(out, 1, 1, 1, ' ', tabwriter.Debug)
	for _, row := range rows {
		fmt.Fprintln(w, strings.Join(row, "\t"))
	}
	for c, name := range rows[0] {
		var values []float64
		for _, row := range rows[1:] {
			var f float64
			if _, err := fmt.Sscan(row[c], &f); err == nil {
				values = append(values, f)
			}
		}
		if len(values) < 2 {
			continue
		}
		sort.Float64s(values)
		sum, squares := 0.0, 0.0
		for _, v := range values {
			sum += v
			squares += v * v
		}
		n := float64(len(values))
		fmt.Fprintf(w, "%s\tmean %.3g\tdev %.3f\tmedian %v\n", name, sum/n, math.Sqrt(squares/n-sum*sum/n/n), values[len(values)/2])
	}
	return w.Flush()
}

var inline = []struct {
	*regexp.Regexp
	with string
}{
	{regexp.MustCompile("`([^`]+)`"), "<code>$1</code>"},
	{regexp.MustCompile(`\*\*(.+?)\*\*`), "<b>$1</b>"},
	{regexp.MustCompile(`\*(\S[^*]*)\*`), "<i>$1</i>"},
	{regexp.MustCompile(`\[([^\]]*)\]\((?P<url>[^)]*)\)`), `<a href="${url}">$1</a>`},
}

func markdown(in io.Reader, out io.Writer, _ ...string) error {
	var stack []string
	closeTo := func(n int) {
		for len(stack) > n {
			fmt.Fprintf(out, "</%s>", stack[len(stack)-1])
			stack = stack[:len(stack)-1]
		}
	}
	for sc := bufio.NewScanner(in); sc.Scan(); {
		line := sc.Text()
		text := strings.TrimLeft(line, " ")
		depth := (len(line)-len(text))/2 + 1
		text = html.EscapeString(text)
		for _, r := range inline {
			text = r.ReplaceAllString(text, r.with)
		}
		switch item, isItem := strings.CutPrefix(text, "- "); {
		case isItem:
			closeTo(depth)
			for len(stack) < depth {
				fmt.Fprint(out, "<ul>")
				stack = append(stack, "ul")
			}
			fmt.Fprintf(out, "<li>%s</li>", item)
		case strings.HasPrefix(text, "#"):
			closeTo(0)
			n := len(text) - len(strings.TrimLeft(text, "#"))
			fmt.Fprintf(out, "<h%d>%s</h%[1]d>", n, strings.TrimSpace(text[n:]))
		case text == "":
			closeTo(0)
			fmt.Fprintln(out)
		default:
			fmt.Fprint(out, text, " ")
		}
	}
	closeTo(0)
	fmt.Fprintln(out)
	return nil
}

type trie struct {
	kids map[rune]*trie
	word string
}

func (t *trie) add(word string) {
	for _, r := range word {
		if t.kids == nil {
			t.kids = map[rune]*trie{}
		}
		next, ok := t.kids[r]
		if !ok {
			next = new(trie)
			t.kids[r] = next
		}
		t = next
	}
	t.word = word
}

func (t *trie) near(word []rune, limit int) (out []string) {
	first := make([]int, len(word)+1)
	for i := range first {
		first[i] = i
	}
	var walk func(t *trie, r rune, above []int)
	walk = func(t *trie, r rune, above []int) {
		row := []int{above[0] + 1}
		for i, c := range word {
			cost := above[i]
			if c != r {
				cost = min(cost, above[i+1], row[i]) + 1
			}
			row = append(row, cost)
		}
		if t.word != "" && row[len(word)] <= limit {
			out = append(out, fmt.Sprint(t.word, ":", row[len(word)]))
		}
		if slices.Min(row) <= limit {
			for c, kid := range t.kids {
				walk(kid, c, row)
			}
		}
	}
	for c, kid := range t.kids {
		walk(kid, c, first)
	}
	slices.Sort(out)
	return
}

func spell(in io.Reader, out io.Writer, args ...string) error {
	root := &trie{}
	for sc := bufio.NewScanner(in); sc.Scan(); {
		root.add(strings.ToLower(sc.Text()))
	}
	for _, a := range args {
		fmt.Fprintln(out, a, root.near([]rune(strings.ToLower(a)), 2))
	}
	return nil
}

func main() {
	all := tools{"wc": wc, "wrap": wrap, "diff": diffTool, "table": table, "markdown": markdown, "spell": spell}
	prose := "The quick brown föx jumps over the lazy dog; 日本語 text counts runes, not bytes.\n\nEnd\tof it."
	all.run("wc", prose)
	all.run("wrap", prose, "width=24")
	all.run("wrap", prose, "wide")
	all.run("diff", "a\nb\nc\na\nb\nb\na\n===\nc\nb\na\nb\na\nc")
	all.run("diff", "same\n===\nsame")
	all.run("table", "name,age,note\nann, 31,\"says \"\"hi\"\"\"\nbob,4.5,\n# gone\ncy,1e1,\"two\nlines\"\n")
	all.run("table", "a,b\n1,2,3\n")
	all.run("table", "a\"b,c\n")
	all.run("markdown", "# Title *x*\nsome **bold** and `a<b`\n\n- one\n  - deep [link](http://x/?a=1&b)\n- two\n\nend")
	all.run("spell", "apple\napply\nape\nmaple\nÉté\nstate", "aple", "ete", "", "zzzzzz")
}

// Output:
// $ wc []
// 2 18 90 97
// $ wrap ["width=24"]
// The   quick   brown  föx|
// jumps over the lazy dog;|
// 日本語  text  counts runes,|
// not bytes. End of it.|
// $ wrap ["wide"]
// error: argument "wide": input does not match format
// $ diff []
// -a
// -b
//  c
// +b
//  a
//  b
// -b
//  a
// +c
// true true
// $ diff []
//  same
// true true
// $ table []
// name |age |note
// ann  |31  |says "hi"
// bob  |4.5 |
// cy   |1e1 |two
// lines
// age |mean 15.2 |dev 11.419 |median 10
// $ table []
// error: as=true: record on line 2: wrong number of fields
// $ table []
// error: as=true: parse error on line 1, column 2: bare " in non-quoted-field
// $ markdown []
// <h1>Title <i>x</i></h1>some <b>bold</b> and <code>a&lt;b</code>
// <ul><li>one</li><ul><li>deep <a href="http://x/?a=1&amp;b">link</a></li></ul><li>two</li></ul>
// end
// $ spell ["aple" "ete" "" "zzzzzz"]
// aple [ape:1 apple:1 apply:2 maple:1]
// ete [ape:2 été:2]
//  []
// zzzzzz []
