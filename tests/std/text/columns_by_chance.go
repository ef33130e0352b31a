// run
// Columns of texts made by chance, range in templates over everything, references of HTML.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"math/rand"
	"os"
	"strings"
	"text/tabwriter"
	"text/template"
)

const texts = 120 // in bulk: 8000

type failing struct{ n int }

func (f *failing) Write(b []byte) (int, error) {
	f.n -= len(b)
	if f.n < 0 {
		return 0, errors.New("full")
	}
	return len(b), nil
}

func main() {
	r := rand.New(rand.NewSource(11))
	flags := []uint{0, tabwriter.AlignRight, tabwriter.Debug, tabwriter.FilterHTML, tabwriter.StripEscape, tabwriter.DiscardEmptyColumns, tabwriter.TabIndent, tabwriter.AlignRight | tabwriter.Debug, tabwriter.FilterHTML | tabwriter.StripEscape | tabwriter.Debug, tabwriter.TabIndent | tabwriter.DiscardEmptyColumns}
	pieces := []string{"a", "bb", "ccc", "\t", "\t", "\t", "\n", "\n", "\v", "\f", "é✓", "<b>", "&amp;", "\xffx\ty\xff", "", " ", "longer text"}
	for i := range texts {
		var s strings.Builder
		for range r.Intn(25) {
			s.WriteString(pieces[r.Intn(len(pieces))])
		}
		var out bytes.Buffer
		pad := byte(' ')
		if r.Intn(3) == 0 {
			pad = '\t'
		}
		if r.Intn(5) == 0 {
			pad = '.'
		}
		w := tabwriter.NewWriter(&out, r.Intn(5), r.Intn(9), r.Intn(3), pad, flags[i%len(flags)])
		t := s.String()
		for len(t) > 0 {
			k := 1 + r.Intn(len(t))
			n, err := w.Write([]byte(t[:k]))
			if err != nil || n != k {
				fmt.Println(n, err)
			}
			t = t[k:]
		}
		err := w.Flush()
		fmt.Printf("%q %q %v\n", s.String(), out.String(), err)
	}
	for i := range 12 {
		w := tabwriter.NewWriter(&failing{i}, 0, 8, 1, ' ', 0)
		n, err := fmt.Fprintln(w, "a\tb\tc\naaa\tbbb\tccc\n\nx")
		fmt.Println(n, err, w.Flush())
	}
	// templates: range over everything
	type T struct {
		A []int
		M map[string]int
		C func() chan int
		S func(func(int) bool)
		P func(func(string, int) bool)
		N int
		Z []string
	}
	d := T{[]int{1, 2, 3}, map[string]int{"b": 2, "a": 1}, func() chan int { c := make(chan int, 3); c <- 4; c <- 5; close(c); return c }, func(y func(int) bool) {
		for i := range 4 {
			if !y(i) {
				return
			}
		}
	}, func(y func(string, int) bool) { _ = y("k", 1) && y("l", 2) }, 3, nil}
	for _, text := range []string{
		"{{range .A}}{{.}},{{end}}", "{{range $i, $x := .A}}{{$i}}={{$x}},{{end}}", "{{range $x := .A}}{{if eq $x 2}}{{continue}}{{end}}{{$x}}{{end}}", "{{range .A}}{{.}}{{break}}{{end}}|",
		"{{range .M}}{{.}}{{end}}", "{{range $k, $v := .M}}{{$k}}{{$v}}{{end}}", "{{range call .C}}{{.}}{{else}}none{{end}}", "{{range $i, $c := call .C}}{{$i}}{{$c}}{{end}}",
		"{{range .S}}{{.}}{{end}}", "{{range $x := .S}}{{$x}}{{if eq $x 2}}{{break}}{{end}}{{else}}no{{end}}", "{{range $k, $v := .P}}{{$k}}{{$v}} {{end}}", "{{range $k := .P}}{{$k}}{{end}}", "{{range .P}}{{.}}{{end}}", "{{range .N}}{{.}}{{end}}", "{{range $i := .N}}{{$i}}{{end}}", "{{range $i, $j := .N}}{{$i}}{{end}}", "{{range .Z}}x{{else}}empty{{end}}", "{{range 0}}x{{else}}zero{{end}}", "{{$x := 0}}{{range $x = .A}}{{$x}}{{end}}{{$x}}", "{{$x := 0}}{{$y := 1}}{{range $x, $y = .A}}{{$x}}{{$y}}{{end}}{{$x}}{{$y}}", "{{range .A}}{{range $.A}}{{.}}{{end}};{{end}}", "{{range nil}}{{end}}", "{{range 1.5}}{{end}}", "{{range \"abc\"}}{{.}}{{end}}", "{{range .A}}{{break}}{{else}}e{{end}}", "{{range .Z}}{{else}}{{break}}{{end}}", "{{range .A}}{{range $.Z}}{{else}}{{continue}}{{end}}x{{end}}",
	} {
		t, err := template.New("t").Parse(text)
		if err != nil {
			fmt.Println(text, err)
			continue
		}
		var b bytes.Buffer
		err = t.Execute(&b, d)
		fmt.Printf("%s -> %q %v\n", text, b.String(), err)
	}
	for _, s := range []string{"&lt;&gt;&amp;&quot;&#39;&#34;", "&eacute;&Eacute;&nosuch;&amp", "&#x41;&#65;&#0;&#x110000;&#xD800;&#128;", "&notit;&not;in", "&a&b;&", "a<b>\"c\"'d'&e", "&CounterClockwiseContourIntegral;&NotEqualTilde;", "&#", "&#x", "&#xg;", "&lt;&lt", "&amp;lt;"} {
		fmt.Printf("%q %q %q\n", s, html.UnescapeString(s), html.EscapeString(s))
	}
	_ = os.Stdout
}
