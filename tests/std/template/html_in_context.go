// run
// html/template: values in every context, templates called in several, what cannot be made safe, and templates put together by chance.
package main

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing/fstest"
	"text/template/parse"
)

const generated = 15 // in bulk: 4000

type named struct{ x int }

func (n named) String() string { return "named<" + fmt.Sprint(n.x) + ">" }

type failing struct{}

func (failing) MarshalJSON() ([]byte, error) { return nil, errors.New("no */ <!-- <script> here") }

func data(a, b string, kind int) map[string]any {
	typed := func(s string, kind int) any {
		switch kind {
		case 0:
			return template.CSS(s)
		case 1:
			return template.HTML(s)
		case 2:
			return template.HTMLAttr(s)
		case 3:
			return template.JS(s)
		case 4:
			return template.JSStr(s)
		case 5:
			return template.URL(s)
		case 6:
			return template.Srcset(s)
		}
		return s
	}
	return map[string]any{
		"A": a, "B": b, "C": typed(a, kind%8), "D": typed(b, kind/8%8), "T": false, "L": []string{a, b, "z"}, "J": map[string]any{"k": a, "l": []int{1}},
		"S": named{3}, "E": errors.New("error<" + b), "P": &a, "N": nil, "F": failing{}, "Y": 1.5,
	}
}

// run shows what a text makes of the data, or what is wrong with it, and what became of its tree.
func run(text string, data any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("  panic:", r)
		}
	}()
	t, err := template.New("main").Parse(text)
	if err != nil {
		fmt.Printf("  %v\n", err)
		return
	}
	var out strings.Builder
	err = t.Execute(&out, data)
	fmt.Printf("  %q %v\n", out.String(), err)
	if e, ok := err.(*template.Error); ok {
		fmt.Printf("  %d %q %d %v %t\n", e.ErrorCode, e.Name, e.Line, e.Node, e.Error() == err.Error())
	}
	if t.Tree != nil {
		fmt.Printf("  %q\n", t.Tree.Root)
	}
}

var contexts = []string{
	"{{.A}}", "<b title={{.A}}>", "<b title='{{.A}}'>", "<b title=\"{{.A}}\">", "<b {{.A}}=x>", "<a href={{.A}}>", "<a href='{{.A}}'>", "<a href='/x?q={{.A}}'>", "<a href='x{{.A}}'>",
	"<img srcset='{{.A}}'>", "<script>x = {{.A}}</script>", "<script>x = '{{.A}}'</script>", "<script>x = \"{{.A}}\"</script>", "<script>x = `{{.A}} ${ {a: {{.A}}} }`</script>",
	"<script>x = /{{.A}}[{{.B}}]/g</script>", "<script>/* {{.A}} */ // {{.A}}\n<!-- {{.A}}\n--> {{.A}}\nx</script>", "<b onclick='f({{.A}})'>", "<b onclick=\"f('{{.A}}')\">",
	"<style>p { color: {{.A}}; x: \"{{.A}}\"; y: '{{.A}}'; z: url({{.A}}) url('{{.A}}') url( \"{{.A}}\"); /* {{.A}} */ // {{.A}}\n}</style>", "<b style='color: {{.A}}'>",
	"<textarea>{{.A}}</textarea>", "<title>{{.A}}</title>", "<!-- {{.A}} -->x<!-- -->", "<script type='text/template'>{{.A}}</script>", "<script type='application/json'>{{.A}}</script>",
	"<meta content='{{.A}}'><meta http-equiv=refresh content='1;url={{.A}};x={{.A}}'>", "<svg:a xlink:href='{{.A}}' data-url='{{.A}}' xmlns:x='{{.A}}' foo='{{.A}}'>",
	"<!DOCTYPE html>a < b {{.A}} <", "{{.A | html}} {{html .A .B}} {{.A | urlquery}} <a href='{{.A | urlquery}}'>", "{{.A | printf \"%s-%s\" .B}}",
}

var texts = []string{"plain", "", "<i>\"x\"'&amp;</i>", "javascript:alert(1)", "http://a/b?c=d&e=f g%41%zz", "a+b=c`d`$", "</script><!-- ", "\x00\ufdd0\uffff\xff", "expression(1)", "\\\n\r\t\u2028/", "a.jpg 2x, b:c 3w, d.png", "ONCLICK"}

var wrong = []string{
	"<a href='{{if .T}}?{{else}}/{{end}}{{.A}}'>", "<b {{if .T}}title='{{end}}'>", "<a href='", "<script>x = '", "{{template \"none\"}}", "<b a=b\"c>", "<b a'=c>", "<b =x>", "<script>x = \"\\{{.A}}\"</script>",
	"<script>/[{{.A}}</script>", "<script>{{if .T}}x{{else}}={{end}}/{{.A}}/</script>", "{{.A | html | printf \"%s\"}}", "<b title={{.A | html}}>", "{{range .L}}<b title={{end}}>", "{{range .L}}{{break}}<b{{else}}{{end}}",
	"{{range .L}}<b title='{{if .}}{{break}}{{end}}'>{{end}}", "{{range .L}}<b title='{{if .}}{{continue}}{{end}}'>{{end}}", "{{define \"r\"}}{{if .T}}<b title='{{template \"r\" .}}{{end}}{{end}}{{template \"r\" .}}",
	"{{define \"e\"}}{{end}}{{template \"e\"}}", "{{define \"q\"}}'{{end}}<a title='{{template \"q\"}}>{{.A}}", "<style>x: \"\\", "<b a={{.A}}{{.B}}>", "<input {{if .T}}checked{{end}} value={{.A}}>", "{{if .T}}{{end}", "<b style=\"x: {{.F}}\" onclick={{.F}}>",
}

var pieces = []string{
	"<", ">", "<a href=", "\"", "'", "/", " ", "=", "<script>", "</script>", "<style>", "</style>", "<b>", "title=", "onclick=", "style=", "src='", "srcset=\"", "{{.A}}", "{{.B}}", "{{.C}}", "{{.D}}", "{{if .T}}", "{{else}}", "{{end}}",
	"{{range .L}}", "{{with .A}}", "{{break}}", "{{template \"t\" .}}", "{{template \"u\" .}}", "{{.A | html}}", "{{.A | urlquery}}", "{{html .A .B}}", "?x=", "#f", "http://x/", "javascript:", "url(", ")", "/*", "*/", "//", "\n", "<!--", "-->",
	"var x = ", "`", "${", "}", "{", "\\", "[", "]", "a", "return ", "++", ".", "5", ";", "<textarea>", "</textarea>", "<title>", "<meta content=\"", "url=", "<script type=\"", "text/template", "application/json", "data-x=", "&amp;", "<!DOCTYPE html>",
	"<input ", "checked", ":", "color", ",", "\u2028", "é", "{{/* c */}}", "<a b={{.A}} {{.B}}=\"{{.C}}\">", "{{.J}}", "{{.S}}", "{{.E}}", "{{.P}}", "{{.N}}", "#!", "-", "{{.F}}", "{{.Y}}",
}

type random uint64

func (r *random) below(n int) int {
	*r = *r*6364136223846793005 + 1442695040888963407
	return int(uint64(*r>>33) % uint64(n))
}

func (r *random) text(n int) string {
	var b strings.Builder
	open := 0
	for range n {
		piece := pieces[r.below(len(pieces))]
		switch {
		case piece == "{{end}}" || piece == "{{else}}":
			if open == 0 {
				continue
			}
			if piece == "{{end}}" {
				open--
			}
		case strings.HasPrefix(piece, "{{if"), strings.HasPrefix(piece, "{{range"), strings.HasPrefix(piece, "{{with"):
			open++
		}
		b.WriteString(piece)
	}
	return b.String() + strings.Repeat("{{end}}", open)
}

func chance() {
	r := random(3)
	for range generated {
		t, u := r.text(r.below(5)), r.text(r.below(4))
		switch r.below(8) {
		case 0:
			t += "{{template \"t\" .}}"
		case 1:
			t = "{{if .T}}" + t + "{{template \"t\" .}}{{end}}"
		}
		run("{{define \"t\"}}"+t+"{{end}}{{define \"u\"}}"+u+"{{end}}"+r.text(1+r.below(9)), data(texts[r.below(len(texts))], texts[r.below(len(texts))], r.below(64)))
	}
}

func show(err error) { fmt.Println("  error:", err) }

// sets are templates in groups: names, clones, files.
func sets() {
	t := template.Must(template.New("a").Delims("[[", "]]").Option("missingkey=error").Funcs(template.FuncMap{"twice": func(s string) string { return s + s }}).Parse("[[define `b`]]<[[twice .]]>[[end]]x[[template `b` `&`]]"))
	b := t.New("c")
	_, err := b.Parse("c: [[.x]]")
	show(err)
	fmt.Println(t.Name(), b.Name(), t.Lookup("b").Name(), t.Lookup("none") == nil, len(t.Templates()), strings.Count(t.DefinedTemplates(), "\""))
	clone, err := t.Clone()
	show(err)
	_, err = clone.New("b").Parse("other [[.]]")
	show(err)
	var out strings.Builder
	show(t.Execute(&out, nil))
	show(clone.Execute(&out, nil))
	show(t.ExecuteTemplate(&out, "b", "'"))
	show(t.ExecuteTemplate(&out, "none", nil))
	show(t.ExecuteTemplate(&out, "c", map[string]int{}))
	fmt.Printf("%q\n", out.String())
	_, err = t.Parse("late")
	show(err)
	_, err = t.Clone()
	show(err)
	_, err = t.AddParseTree("late", nil)
	show(err)
	show(template.New("empty").Execute(io.Discard, nil))
	e := template.New("one")
	e.New("empty")
	show(e.ExecuteTemplate(io.Discard, "empty", nil))
	trees, err := parse.Parse("parsed", "p {{.}} <b title='{{.}}'>", "", "", map[string]any{})
	show(err)
	added, err := template.New("x").AddParseTree("parsed", trees["parsed"])
	show(err)
	out.Reset()
	show(added.Execute(&out, "<\">"))
	fmt.Println(out.String())
	func() {
		defer func() { fmt.Println(recover()) }()
		template.Must(template.New("bad").Parse("{{"))
	}()

	directory, _ := os.MkdirTemp("", "templates")
	defer os.RemoveAll(directory)
	for _, name := range []string{"1.html", "2.html"} {
		os.WriteFile(filepath.Join(directory, name), []byte("{{define `d"+name+"`}}{{.}}{{end}}<p>"+name+" {{.}}</p>"), 0o600)
	}
	files, err := template.ParseFiles(filepath.Join(directory, "1.html"), filepath.Join(directory, "2.html"))
	show(err)
	out.Reset()
	show(files.ExecuteTemplate(&out, "2.html", "&"))
	show(files.Execute(&out, "<"))
	fmt.Println(files.Name(), out.String())
	globbed, err := template.ParseGlob(filepath.Join(directory, "*.html"))
	show(err)
	fmt.Println(globbed.Name(), len(globbed.Templates()))
	_, err = template.New("t").ParseGlob(filepath.Join(directory, "[12].html"))
	show(err)
	_, err = template.New("t").ParseFiles(filepath.Join(directory, "1.html"))
	show(err)
	_, err = template.ParseGlob("/none/*")
	show(err)
	_, err = template.ParseFiles()
	show(err)
	_, err = template.ParseFiles("/none/x")
	show(err)
	system := fstest.MapFS{"a/x.tmpl": {Data: []byte("x {{.}}")}, "a/y.tmpl": {Data: []byte("y")}}
	fromFS, err := template.ParseFS(system, "a/*.tmpl")
	show(err)
	fmt.Println(fromFS.Name(), len(fromFS.Templates()))
	_, err = template.New("t").ParseFS(system, "b/*")
	show(err)

	var escaped strings.Builder
	template.HTMLEscape(&escaped, []byte("<'&\">"))
	template.JSEscape(&escaped, []byte("<'&\">"))
	fmt.Println(escaped.String(), template.HTMLEscapeString("<a&b>"), template.HTMLEscaper("<", 5, "&"), template.JSEscapeString("a'b"), template.JSEscaper("x", 1, "'"), template.URLQueryEscaper("a b", "&"))
	fmt.Println(template.IsTrue(0))
	fmt.Println(&template.Error{Description: "d"}, &template.Error{Name: "n", Description: "d"}, &template.Error{Name: "n", Line: 3, Description: "d"})
	fmt.Println(template.OK, template.ErrAmbigContext, template.ErrBadHTML, template.ErrBranchEnd, template.ErrEndContext, template.ErrNoSuchTemplate, template.ErrOutputContext, template.ErrPartialCharset, template.ErrPartialEscape,
		template.ErrRangeLoopReentry, template.ErrSlashAmbig, template.ErrPredefinedEscaper, template.ErrJSTemplate)
}

func main() {
	for i, text := range contexts {
		fmt.Printf("%q\n", text)
		for j, a := range texts {
			if j < 1 || (i+j)%5 == 0 {
				run(text, data(a, "b&", 7))
			}
		}
		for kind := i % 3; kind < 7; kind += 3 {
			run(strings.ReplaceAll(text, ".A", ".C"), data("<b>f('x')</b> &amp; \"", "b", kind))
		}
		fields := []string{".J", ".S", ".E", ".N", ".F", ".Y", ".P"}
		for _, field := range []string{fields[i%7], fields[(i+3)%7]} {
			if field == ".P" && strings.Contains(text, "printf") {
				continue // prints an address
			}
			run(strings.ReplaceAll(text, ".A", field), data("a'", "b\"", 7))
		}
	}
	for _, text := range wrong {
		fmt.Printf("%q\n", text)
		run(text, data("a", "b", 7))
	}
	sets()
	chance()
}
