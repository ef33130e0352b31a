// run
// Sets of templates, files, options, delimiters, functions, the escapes, and what is wrong with any of them.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"
)

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func run(t *template.Template, data any) string {
	var b strings.Builder
	err := t.Execute(&b, data)
	return fmt.Sprintf("%q %v", b.String(), err)
}

type failing struct{ after int }

var errFull = errors.New("full")

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func names(t *template.Template) (all []string) {
	for _, each := range t.Templates() {
		all = append(all, each.Name())
	}
	slices.Sort(all)
	return all
}

func main() {
	t := template.Must(template.New("root").Parse(`{{define "a"}}A{{.}}{{end}}{{define "b"}}B{{template "a" .}}{{end}}{{template "b" .}}`))
	fmt.Println(run(t, 1), names(t), t.Lookup("a").Name(), t.Lookup("c") == nil)
	var b strings.Builder
	fmt.Println(t.ExecuteTemplate(&b, "a", 2), b.String())
	fmt.Println(t.ExecuteTemplate(&b, "none", 2))
	c := template.Must(t.Clone())
	template.Must(c.Parse(`{{define "a"}}other {{.}}{{end}}`))
	fmt.Println(run(c, 3), run(t, 3))
	template.Must(t.New("c").Parse("C"))
	fmt.Println(names(t), names(c))
	added, err := t.AddParseTree("d", c.Lookup("a").Tree)
	fmt.Println(added.Name(), err, run(added, 4), t.Name())
	fmt.Println(run(template.New("empty"), nil), len(template.New("x").DefinedTemplates()), len(t.DefinedTemplates()) > 30)
	fmt.Println(run(new(template.Template), nil))

	_, err = template.New("dup").Parse(`{{define "a"}}1{{end}}{{define "a"}}2{{end}}`)
	fmt.Println(err)
	fmt.Println(run(template.Must(template.New("two").Delims("<<", ">>").Parse("<<.>> {{.}} <</* c */>>|<<- 1 ->> x")), "dot"))
	try(func() { template.Must(template.New("x").Parse("{{")) })
	try(func() { template.New("x").Option("") })
	try(func() { template.New("x").Option("missingkey=what") })
	try(func() { template.New("x").Funcs(template.FuncMap{"1": strings.ToUpper}) })
	try(func() { template.New("x").Funcs(template.FuncMap{"one": 1}) })
	try(func() { template.New("x").Funcs(template.FuncMap{"none": func() {}}) })
	try(func() { template.New("x").Funcs(template.FuncMap{"two": func() (int, int) { return 1, 2 }}) })
	up := template.New("up").Funcs(template.FuncMap{"upper": strings.ToUpper, "len": func(s string) string { return "own " + s }})
	fmt.Println(run(template.Must(up.Parse(`{{upper "abc"}} {{len "x"}} {{"p" | upper | printf "%s-%s" "q"}}`)), nil))
	for _, option := range []string{"default", "zero", "error"} {
		m := template.Must(template.New("m").Option("missingkey=" + option).Parse("{{.a}} {{.b}}"))
		fmt.Println(run(m, map[string]int{"a": 1}), run(m, map[string]any{"a": 1}), run(m, nil))
	}
	err = t.Execute(&failing{1}, "long")
	fmt.Println(err, errors.Is(err, errFull), err == errFull)
	failed := template.Must(template.New("f").Funcs(template.FuncMap{"fail": func() (int, error) { return 0, errFull }}).Parse("{{fail}}"))
	err = failed.Execute(&b, nil)
	fmt.Println(err, errors.Is(err, errFull))

	all := "\x00 <a href=\"x\">'&' é \u2028 \xff \n \\ =\x7f"
	fmt.Printf("%q\n%q\n", template.HTMLEscapeString(all), template.JSEscapeString(all))
	var w bytes.Buffer
	template.HTMLEscape(&w, []byte(all))
	template.JSEscape(&w, []byte(all))
	fmt.Printf("%q\n", w.String())
	fmt.Println(template.HTMLEscaper("<", 1, 2, errFull), template.JSEscaper("'", &all != nil), template.URLQueryEscaper("a b", 1, "&"))
	for _, v := range []any{nil, 0, 1, "", "x", []int{}, []int{0}, struct{}{}, (*int)(nil), 0i, 1.5, map[int]int{}, false, func() {}} {
		truth, ok := template.IsTrue(v)
		fmt.Print(truth, ok, " ")
	}
	fmt.Println()

	dir, _ := os.MkdirTemp("", "templates")
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "one.tmpl"), []byte(`one {{template "two.tmpl" .}}`), 0o600)
	os.WriteFile(filepath.Join(dir, "two.tmpl"), []byte("two {{.}}"), 0o600)
	os.WriteFile(filepath.Join(dir, "bad.txt"), []byte("{{"), 0o600)
	files, err := template.ParseFiles(filepath.Join(dir, "one.tmpl"), filepath.Join(dir, "two.tmpl"))
	fmt.Println(files.Name(), err, names(files), run(files, 5))
	files, err = template.ParseGlob(filepath.Join(dir, "*.tmpl"))
	fmt.Println(files.Name(), err, run(files, 6))
	files, err = template.New("two.tmpl").ParseFS(os.DirFS(dir), "o*.tmpl", "t*")
	fmt.Println(files.Name(), err, run(files, 7))
	files, err = template.New("top").ParseGlob(filepath.Join(dir, "t*"))
	fmt.Println(files.Name(), err, names(files))
	_, err = template.New("top").ParseFiles(filepath.Join(dir, "bad.txt"))
	fmt.Println(err)
	_, err = template.ParseFiles()
	fmt.Println(err)
	_, err = template.ParseFiles("/none/such")
	fmt.Println(err)
	_, err = template.ParseFS(os.DirFS(dir), "none*")
	fmt.Println(err)
	_, err = template.ParseGlob("[")
	fmt.Println(err)

	trees, err := parse.Parse("p", "{{/* note */}}{{.X}}{{undefined 1}}", "", "")
	fmt.Println(len(trees), err)
	tree := parse.New("p")
	tree.Mode = parse.ParseComments | parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	tree, err = tree.Parse("{{/* note */}}\n {{.X}}{{undefined 1 | $.Y}}{{if not .A.B}}{{end}}", "", "", set)
	fmt.Println(err, len(set), tree.Root)
	for _, n := range tree.Root.Nodes {
		location, context := tree.ErrorContext(n)
		fmt.Printf("%T %d %d %s %q %q\n", n, n.Type(), n.Position(), location, context, n.Copy())
	}
	id := parse.NewIdentifier("name").SetPos(4).SetTree(tree)
	fmt.Println(id, id.Position(), id.Type() == parse.NodeIdentifier)
	chain := &parse.ChainNode{Node: id}
	try(func() { chain.Add("x") })
	try(func() { chain.Add(".") })
	chain.Add(".f")
	fmt.Println(chain, parse.IsEmptyTree(nil), parse.IsEmptyTree(tree.Root))
}

// Output:
// "BA1" <nil> [a b root] a true
// <nil> A2
// template: no template "none" associated with template "root"
// "Bother 3" <nil> "BA3" <nil>
// [a b c root] [a b root]
// d <nil> "other 4" <nil> root
// "" template: empty: "empty" is an incomplete or empty template 0 true
// "" template: : "" is an incomplete or empty template
// template: dup:1: template: multiple definition of template "a"
// "dot {{.}} |1x" <nil>
// panic: template: x:1: unclosed action
// panic: empty option string
// panic: unrecognized option: missingkey=what
// panic: function name "1" is not a valid identifier
// panic: value for one not a function
// panic: function none has 0 return values; should be 1 or 2
// panic: invalid function signature for two: second return value should be error; is int
// "ABC own x q-P" <nil>
// "1 <no value>" <nil> "1 <no value>" <nil> "<no value> <no value>" <nil>
// "1 0" <nil> "1 <no value>" <nil> "<no value> <no value>" <nil>
// "1 " template: m:1:9: executing "m" at <.b>: map has no entry for key "b" "1 " template: m:1:9: executing "m" at <.b>: map has no entry for key "b" "" template: m:1:2: executing "m" at <.a>: nil data; no entry for key "a"
// full true true
// template: f:1:2: executing "f" at <fail>: error calling fail: full true
// "� &lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39; é \u2028 \xff \n \\ =\x7f"
// "\\u0000 \\u003Ca href\\u003D\\\"x\\\"\\u003E\\'\\u0026\\' é \\u2028 \xff \\u000A \\\\ \\u003D\x7f"
// "� &lt;a href=&#34;x&#34;&gt;&#39;&amp;&#39; é \u2028 \xff \n \\ =\x7f\\u0000 \\u003Ca href\\u003D\\\"x\\\"\\u003E\\'\\u0026\\' é \\u2028 \xff \\u000A \\\\ \\u003D\x7f"
// &lt;1 2 full \'true a+b1%26
// false true false true true true false true true true false true true true true true false true false true true true false true false true true true
// one.tmpl <nil> [one.tmpl two.tmpl] "one two 5" <nil>
// one.tmpl <nil> "one two 6" <nil>
// two.tmpl <nil> "two 7" <nil>
// top <nil> [two.tmpl]
// template: bad.txt:1: unclosed action
// template: no files named in call to ParseFiles
// open /none/such: no such file or directory
// template: pattern matches no files: `none*`
// syntax error in pattern
// 0 template: p:1: function "undefined" not defined
// <nil> 1 {{/* note */}}
//  {{.X}}{{undefined 1 | $.Y}}{{if not .A.B}}{{end}}
// *parse.CommentNode 20 2 p:1:2 "{{/* note */}}" "{{/* note */}}"
// *parse.TextNode 0 14 p:1:14 "\n " "\n "
// *parse.ActionNode 1 18 p:2:3 "{{.X}}" "{{.X}}"
// *parse.ActionNode 1 24 p:2:9 "{{undefined 1 | $.Y}}" "{{undefined 1 | $.Y}}"
// *parse.IfNode 10 48 p:2:33 "{{if not .A.B}}{{end}}" "{{if not .A.B}}{{end}}"
// name 4 true
// panic: no dot in field
// panic: empty field
// name.f true false
