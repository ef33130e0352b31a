package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"html"
	htmltemplate "html/template"
	"io"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"text/scanner"
	"text/tabwriter"
	"text/template"
	"unicode"
	"unicode/utf8"
)

const runs = 64

type pair struct {
	Key   string
	Value int
}
type tree struct {
	Name string
	Kids []*tree
}
type level int
type secret string
type flags uint8
type scanned int

func (l level) String() string    { return "level " + strconv.Itoa(int(l)) }
func (s secret) GoString() string { return "secret(***)" }
func (f flags) Error() string     { return fmt.Sprintf("flags %b", uint8(f)) }
func (t *tree) Count() int        { return 1 + len(t.Kids) }
func (t tree) First(i int) *tree  { return t.Kids[i] }
func (s *scanned) Scan(state fmt.ScanState, verb rune) error {
	token, err := state.Token(true, unicode.IsDigit)
	*s = scanned(len(token))
	return err
}

var (
	st      string
	bs      []byte
	as      any
	es      error
	ok      bool
	num     int
	fl      float64
	strs    []string
	parts   [][]byte
	words   = []string{"pear", "apple", "fig", "plum", "date"}
	txt     = "the quick brown fox jumps over the lazy dog"
	utf     = "héllo, wörld ✓"
	data    = []byte(txt)
	utfs    = []byte(utf)
	lines   = strings.Repeat("one line of text\n", 20)
	table   = strings.Repeat("12 3.5 word\n", 8)
	kv      = map[string]string{"name": "ann", "town": "ulm"}
	two     = pair{"k", 7}
	list    = []pair{{"a", 1}, {"b", 2}, {"c", 3}}
	ptrs    = []*pair{{"a", 1}, {"b", 2}}
	any1    = []any{1, "x", nil, 2.5, true}
	nested  = map[string][]int{"a": {1, 2}, "b": {3}}
	family  = &tree{"top", []*tree{{"left", nil}, {"right", nil}}}
	bits    = []bool{true, false, true}
	floats  = []float64{1.5, 2.25, 1e21}
	grid    = [2][3]int{{1, 2, 3}, {4, 5, 6}}
	wrapped = fmt.Errorf("reading %s: %w", "x", io.ErrUnexpectedEOF)
	word    = regexp.MustCompile(`[a-z]+`)
	number  = regexp.MustCompile(`(\d+)\.(\d+)`)
	option  = regexp.MustCompile(`^(?i)(?:on|off|(\w+)=(.*))$`)
	anchor  = regexp.MustCompile(`o[a-z]`)
	page    = template.Must(template.New("page").Parse(`{{define "item"}}<{{.Key}}={{.Value}}>{{end}}{{range $i, $p := .}}{{if $i}}, {{end}}{{template "item" $p}}{{end}}`))
	deep    = template.Must(template.New("deep").Parse(`{{.Name}} {{.Count}} {{(.First 1).Name}} {{len .Kids}} {{index .Kids 0 | printf "%p" | len}}`))
	logic   = template.Must(template.New("logic").Parse(`{{if and (gt .Value 3) (ne .Key "x")}}{{.Key | printf "%-8s|"}}{{else if lt .Value 0}}neg{{else}}other{{end}}{{/* note */}}{{- with .Key}} {{. | html}} {{end -}}`))
	looped  = template.Must(template.New("looped").Parse(`{{range .}}{{if eq . "fig"}}{{continue}}{{end}}{{if eq . "plum"}}{{break}}{{end}}{{.}} {{end}}`))
	safe    = htmltemplate.Must(htmltemplate.New("safe").Parse(`<a href="/x?q={{.Key}}" title='{{.Key}}'>{{.Key}} {{.Value}}</a><script>var x = {{.Value}};</script>`))
	program = "package p\n\nfunc f(a, b int) int { return a+b*2 }\n"
	sink    = bufio.NewWriter(io.Discard)
	buffer  bytes.Buffer
	builder strings.Builder
	path    = os.TempDir() + "/govm_alloc_texts.txt"
	pats    = []struct {
		name string
		f    func()
	}{
		// fmt
		{"Sprintf %v pair", func() { st = fmt.Sprintf("%v", two) }},
		{"Sprintf %+v pair", func() { st = fmt.Sprintf("%+v", two) }},
		{"Sprintf %#v pair", func() { st = fmt.Sprintf("%#v", two) }},
		{"Sprintf %v pointer", func() { st = fmt.Sprintf("%v", &two) }},
		{"Sprintf %+v pairs", func() { st = fmt.Sprintf("%+v", list) }},
		{"Sprintf %v pointers", func() { num = len(fmt.Sprintf("%v", ptrs)) }},
		{"Sprintf %v anys", func() { st = fmt.Sprintf("%v", any1) }},
		{"Sprintf %#v anys", func() { st = fmt.Sprintf("%#v", any1) }},
		{"Sprintf %v nested map", func() { st = fmt.Sprintf("%v", nested) }},
		{"Sprintf %#v map", func() { st = fmt.Sprintf("%#v", kv) }},
		{"Sprintf %v bools", func() { st = fmt.Sprintf("%v", bits) }},
		{"Sprintf %.2f floats", func() { st = fmt.Sprintf("%.2f", floats) }},
		{"Sprintf %v grid", func() { st = fmt.Sprintf("%v", grid) }},
		{"Sprintf %x string", func() { st = fmt.Sprintf("%x % X", utf, data) }},
		{"Sprintf %-20s", func() { st = fmt.Sprintf("%-20s|%20s|", utf, words[0]) }},
		{"Sprintf %.3s", func() { st = fmt.Sprintf("%.3s", utf) }},
		{"Sprintf %+q", func() { st = fmt.Sprintf("%+q %#q", utf, txt) }},
		{"Sprintf %c", func() { st = fmt.Sprintf("%c%c %q", 'a', '✓', 'x') }},
		{"Sprintf %08b", func() { st = fmt.Sprintf("%08b %#o %#x", num, num, num) }},
		{"Sprintf %g", func() { st = fmt.Sprintf("%g %G %e %6.2f%%", fl, fl, fl, fl) }},
		{"Sprintf %t", func() { st = fmt.Sprintf("%t %5t", ok, ok) }},
		{"Sprintf %T many", func() { st = fmt.Sprintf("%T %T %T", nested, list, family) }},
		{"Sprintf %v Stringers", func() { st = fmt.Sprintf("%v", []level{1, 2}) }},
		{"Sprintf %d of Stringer", func() { st = fmt.Sprintf("%d %s", level(3), level(3)) }},
		{"Sprintf GoStringer", func() { st = fmt.Sprintf("%#v", secret("x")) }},
		{"Sprintf Error method", func() { st = fmt.Sprintf("%v", flags(5)) }},
		{"Sprintf wrapped", func() { st = fmt.Sprintf("%v: %s", wrapped, "x") }},
		{"Sprintf tree", func() { st = fmt.Sprintf("%+v", *family)[:5] }},
		{"Sprintf nil map", func() { st = fmt.Sprintf("%v %v", map[string]int(nil), []int(nil)) }},
		{"Sprintf nil pointer", func() { st = fmt.Sprintf("%v %+v", (*pair)(nil), error(nil)) }},
		{"Sprintf rune slice", func() { st = fmt.Sprintf("%c %U", []rune(utf), 'é') }},
		{"Sprintf %s strings", func() { st = fmt.Sprintf("%s|%q", words, words) }},
		{"Sprintf %6d ints", func() { st = fmt.Sprintf("%6d", []int{1, 20, 300}) }},
		{"Sprintf panicking", func() { st = fmt.Sprintf("%v", (*tree)(nil)) }},
		{"Sprint numbers", func() { st = fmt.Sprint(1, 2, "a", "b", 3.5, nil) }},
		{"Sprint Stringer", func() { st = fmt.Sprint(level(2)) }},
		{"Sprintln mixed", func() { st = fmt.Sprintln("x", 1, []int{1}, two) }},
		{"Fprintln writer", func() { fmt.Fprintln(sink, "x", num, fl) }},
		{"Fprintf wide", func() { fmt.Fprintf(sink, "%-10s %8.2f %5d\n", words[1], fl, num) }},
		{"Fprint file", func() { fmt.Fprint(io.Discard, words) }},
		{"Appendln", func() { bs = fmt.Appendln(bs[:0], "x", num) }},
		{"Errorf plain verbs", func() { es = fmt.Errorf("line %d: bad %q", num, txt) }},
		{"Errorf two %w", func() { es = fmt.Errorf("%w and %w", io.EOF, wrapped) }},
		{"Errorf two %w Is", func() { ok = errors.Is(fmt.Errorf("%w and %w", io.EOF, wrapped), io.ErrUnexpectedEOF) }},
		{"Sscanf words", func() { var a, b string; num, es = fmt.Sscanf("key=value", "%3s=%s", &a, &b); st = a }},
		{"Sscanf hex float", func() { var i int; var f float64; num, es = fmt.Sscanf("ff 1.25", "%x %g", &i, &f) }},
		{"Sscanf error", func() { var i int; num, es = fmt.Sscanf("abc", "%d", &i) }},
		{"Sscanf %c %q", func() { var r rune; var s string; num, es = fmt.Sscanf(`x "a b"`, "%c %q", &r, &s) }},
		{"Sscan many", func() { var a, b, c int; num, es = fmt.Sscan("1 2 3", &a, &b, &c) }},
		{"Sscan bytes bool", func() { var b []byte; var k bool; num, es = fmt.Sscan("abc true", &b, &k) }},
		{"Sscan Scanner", func() { var s scanned; num, es = fmt.Sscan("12345", &s) }},
		{"Sscan error", func() { var i int; num, es = fmt.Sscan("x", &i) }},
		{"Sscan pointer type", func() { var l level; num, es = fmt.Sscan("17", &l) }},
		{"Fscanf", func() { var a, b int; num, es = fmt.Fscanf(strings.NewReader("3,4\n"), "%d,%d\n", &a, &b) }},
		{"Fscanln", func() { var a int; var s string; num, es = fmt.Fscanln(strings.NewReader("3 four\n"), &a, &s) }},
		{"Fscan table", func() {
			r := bufio.NewReader(strings.NewReader(table))
			for {
				var i int
				var f float64
				var s string
				if _, err := fmt.Fscan(r, &i, &f, &s); err != nil {
					break
				}
			}
		}},
		// strings
		{"strings.Index kinds", func() {
			num = strings.IndexByte(txt, 'q') + strings.IndexRune(utf, '✓') + strings.IndexAny(txt, "xyz") + strings.IndexFunc(utf, unicode.IsUpper)
		}},
		{"strings.HasPrefix", func() { ok = strings.HasPrefix(txt, "the") && strings.HasSuffix(txt, "dog") }},
		{"strings.TrimPrefix", func() { st = strings.TrimPrefix(strings.TrimSuffix(txt, "dog"), "the") }},
		{"strings.TrimLeft", func() { st = strings.TrimLeft(strings.TrimRight(txt, "og"), "th ") }},
		{"strings.TrimSpace", func() { st = strings.TrimSpace("  " + txt[:3] + "\n") }},
		{"strings.SplitAfterN", func() { strs = strings.SplitAfterN(txt, " ", 4) }},
		{"strings.Split one", func() { strs = strings.Split(txt, "#") }},
		{"strings.CutPrefix", func() { st, ok = strings.CutPrefix(txt, "the "); st, ok = strings.CutSuffix(st, "dog") }},
		{"strings.Fields utf8", func() { strs = strings.Fields(utf + " x") }},
		{"strings.Fields empty", func() { strs = strings.Fields("   ") }},
		{"strings.Join two", func() { st = strings.Join(words[:2], "") }},
		{"strings.ToTitle", func() { st = strings.ToTitle(utf) }},
		{"strings.ToLower mixed", func() { st = strings.ToLower("ABC def") }},
		{"strings.ToUpper upper", func() { st = strings.ToUpper("ABC") }},
		{"strings.Map same", func() { st = strings.Map(func(r rune) rune { return r }, txt) }},
		{"strings.Map utf8", func() { st = strings.Map(unicode.ToUpper, utf) }},
		{"strings.Replace n", func() { st = strings.Replace(txt, "the", "a", -1) }},
		{"strings.Replace empty", func() { st = strings.ReplaceAll("abc", "", "-") }},
		{"strings.Repeat one", func() { st = strings.Repeat("ab", 1) }},
		{"strings.Repeat byte", func() { st = strings.Repeat("-", 60) }},
		{"strings.ContainsFunc", func() { ok = strings.ContainsFunc(txt, unicode.IsDigit) }},
		{"strings.Builder strings", func() {
			var b strings.Builder
			for _, w := range words {
				b.WriteString(w)
			}
			st = b.String()
		}},
		{"strings.Builder grown", func() {
			var b strings.Builder
			b.Grow(100)
			for _, w := range words {
				b.WriteString(w)
				b.WriteByte(' ')
			}
			st = b.String()
		}},
		{"Builder Fprintf", func() {
			builder.Reset()
			for i, w := range words {
				fmt.Fprintf(&builder, "%d:%s ", i, w)
			}
			st = builder.String()
		}},
		{"strings.Reader WriteTo", func() { r := strings.NewReader(txt); n, _ := r.WriteTo(io.Discard); num = int(n) }},
		{"strings.Reader ReadRune", func() {
			r := strings.NewReader(utf)
			for {
				c, _, err := r.ReadRune()
				if err != nil {
					break
				}
				num += int(c)
			}
		}},
		{"strings.Reader Seek", func() {
			r := strings.NewReader(txt)
			r.Seek(4, io.SeekStart)
			b := make([]byte, 5)
			r.Read(b)
			st = string(b)
		}},
		{"strings.SplitAfterSeq", func() {
			for s := range strings.SplitAfterSeq(txt, " ") {
				num += len(s)
			}
		}},
		{"strings.FieldsFuncSeq", func() {
			for s := range strings.FieldsFuncSeq(txt, unicode.IsSpace) {
				num += len(s)
			}
		}},
		{"concat in a loop", func() {
			st = ""
			for _, w := range words {
				st += w + ","
			}
		}},
		{"substring kept", func() { st = txt[4:9] }},
		{"string bytes round", func() { b := []byte(txt); b[0] = 'T'; st = string(b) }},
		{"string runes round", func() { r := []rune(utf); r[0] = 'H'; st = string(r) }},
		{"NewReplacer twice", func() {
			r := strings.NewReplacer("&", "&amp;", "<", "&lt;")
			st = r.Replace("a<b")
			st = r.Replace("a&b")
		}},
		{"Replacer WriteString", func() { r := strings.NewReplacer("x", "y"); num, es = r.WriteString(io.Discard, "axb") }},
		// bytes
		{"bytes.Index kinds", func() {
			num = bytes.IndexByte(data, 'q') + bytes.Index(data, []byte("fox")) + bytes.IndexAny(data, "xyz")
		}},
		{"bytes.TrimFunc", func() { bs = bytes.TrimFunc(data, unicode.IsLetter) }},
		{"bytes.Trim", func() { bs = bytes.Trim(data, "tg") }},
		{"bytes.Cut", func() { bs, _, ok = bytes.Cut(data, []byte(" ")) }},
		{"bytes.SplitN", func() { parts = bytes.SplitN(data, []byte(" "), 3) }},
		{"bytes.FieldsFunc", func() { parts = bytes.FieldsFunc(data, unicode.IsSpace) }},
		{"bytes.ToLower", func() { bs = bytes.ToLower(utfs) }},
		{"bytes.Title", func() { bs = bytes.Title(data) }},
		{"bytes.EqualFold", func() { ok = bytes.EqualFold(data, utfs) }},
		{"bytes.Runes", func() { as = bytes.Runes(utfs) }},
		{"bytes.Replace one", func() { bs = bytes.Replace(data, []byte("o"), []byte("0"), 1) }},
		{"bytes.Compare", func() { num = bytes.Compare(data, utfs) }},
		{"bytes.ContainsAny", func() { ok = bytes.ContainsAny(data, "z") }},
		{"bytes.Buffer grown", func() { var b bytes.Buffer; b.Grow(64); b.WriteString(txt); st = b.String() }},
		{"bytes.Buffer read", func() { b := bytes.NewBuffer(data); c, _ := b.ReadByte(); num = int(c); b.UnreadByte(); num = b.Len() }},
		{"bytes.Buffer WriteTo", func() { b := bytes.NewBufferString(lines); n, _ := b.WriteTo(io.Discard); num = int(n) }},
		{"bytes.Buffer big", func() {
			var b bytes.Buffer
			for range 100 {
				b.WriteString(lines)
			}
			num = b.Len()
		}},
		{"bytes.Buffer lines", func() {
			buffer.Reset()
			buffer.WriteString(lines)
			for {
				l, err := buffer.ReadBytes('\n')
				if err != nil {
					break
				}
				num += len(l)
			}
		}},
		{"bytes.Reader", func() { r := bytes.NewReader(data); c, _ := r.ReadByte(); num = int(c) + r.Len() }},
		{"bytes.SplitSeq", func() {
			for p := range bytes.SplitSeq(data, []byte(" ")) {
				num += len(p)
			}
		}},
		// strconv, unicode
		{"AppendFloat", func() { bs = strconv.AppendFloat(bs[:0], 3.25, 'g', -1, 64) }},
		{"FormatFloat e", func() { st = strconv.FormatFloat(123456789.5, 'e', 3, 64) }},
		{"FormatFloat 32", func() { st = strconv.FormatFloat(0.1, 'g', -1, 32) }},
		{"FormatInt 16", func() { st = strconv.FormatInt(-255, 16) }},
		{"FormatUint", func() { st = strconv.FormatUint(1<<63, 10) }},
		{"Itoa negative", func() { st = strconv.Itoa(-5) }},
		{"ParseInt base 0", func() { i, _ := strconv.ParseInt("0x1f", 0, 64); num = int(i) }},
		{"ParseInt range", func() { _, es = strconv.ParseInt("300", 10, 8) }},
		{"ParseUint error", func() { _, es = strconv.ParseUint("-1", 10, 64) }},
		{"ParseFloat range", func() { _, es = strconv.ParseFloat("1e999", 64) }},
		{"ParseBool", func() { ok, es = strconv.ParseBool("true") }},
		{"ParseComplex", func() { c, _ := strconv.ParseComplex("1+2i", 128); fl = real(c) }},
		{"FormatComplex", func() { st = strconv.FormatComplex(1+2i, 'g', -1, 128) }},
		{"Unquote raw", func() { st, es = strconv.Unquote("`a\\b`") }},
		{"Unquote error", func() { st, es = strconv.Unquote(`"a`) }},
		{"UnquoteChar", func() { r, _, rest, _ := strconv.UnquoteChar(`\u00e9x`, '"'); num = int(r); st = rest }},
		{"AppendQuoteRune", func() { bs = strconv.AppendQuoteRune(bs[:0], '✓') }},
		{"CanBackquote", func() { ok = strconv.CanBackquote(txt) }},
		{"utf8 decode", func() {
			for i := 0; i < len(utf); {
				r, n := utf8.DecodeRuneInString(utf[i:])
				num += int(r)
				i += n
			}
		}},
		{"utf8 valid", func() { ok = utf8.ValidString(utf) && utf8.Valid(utfs) && utf8.FullRune(utfs) }},
		{"unicode classes", func() { ok = unicode.Is(unicode.Greek, 'α') || unicode.In('x', unicode.Letter, unicode.Digit) }},
		// bufio
		{"Scanner runes", func() {
			s := bufio.NewScanner(strings.NewReader(utf))
			s.Split(bufio.ScanRunes)
			for s.Scan() {
				num += len(s.Text())
			}
		}},
		{"Scanner custom", func() {
			s := bufio.NewScanner(strings.NewReader("a,b,c"))
			s.Split(func(data []byte, end bool) (int, []byte, error) {
				if i := bytes.IndexByte(data, ','); i >= 0 {
					return i + 1, data[:i], nil
				}
				if end && len(data) > 0 {
					return len(data), data, nil
				}
				return 0, nil, nil
			})
			for s.Scan() {
				num += len(s.Bytes())
			}
		}},
		{"Scanner too long", func() {
			s := bufio.NewScanner(strings.NewReader(lines))
			s.Buffer(make([]byte, 0, 8), 8)
			for s.Scan() {
			}
			es = s.Err()
		}},
		{"Scanner growing", func() {
			s := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 9000)))
			for s.Scan() {
				num += len(s.Text())
			}
		}},
		{"Reader Peek Discard", func() { r := bufio.NewReader(strings.NewReader(txt)); b, _ := r.Peek(4); num = len(b); r.Discard(4) }},
		{"Reader ReadBytes", func() { r := bufio.NewReader(strings.NewReader(lines)); bs, es = r.ReadBytes('\n') }},
		{"Reader ReadSlice", func() { r := bufio.NewReader(strings.NewReader(lines)); b, _ := r.ReadSlice('\n'); num = len(b) }},
		{"Reader long line", func() {
			r := bufio.NewReaderSize(strings.NewReader(strings.Repeat("x", 200)+"\n"), 16)
			st, es = r.ReadString('\n')
		}},
		{"Reader Reset", func() {
			r := bufio.NewReader(strings.NewReader(txt))
			r.Reset(strings.NewReader(utf))
			st, es = r.ReadString(' ')
		}},
		{"Writer strings", func() {
			w := bufio.NewWriterSize(io.Discard, 64)
			for _, x := range words {
				w.WriteString(x)
				w.WriteByte(' ')
				w.WriteRune('✓')
			}
			w.Flush()
		}},
		// regexp
		{"Match bytes", func() { ok = word.Match(data) }},
		{"Find bytes", func() { bs = word.Find(data) }},
		{"FindAllString", func() { strs = word.FindAllString(txt, -1) }},
		{"FindAllString 3", func() { strs = word.FindAllString(txt, 3) }},
		{"FindAllStringIndex", func() { as = word.FindAllStringIndex(txt, -1) }},
		{"FindAllStringSubmatch", func() { as = number.FindAllStringSubmatch("1.2 3.4 5.6", -1) }},
		{"FindSubmatch", func() { as = number.FindSubmatch([]byte("x 12.5")) }},
		{"FindStringSubmatch none", func() { strs = number.FindStringSubmatch(txt) }},
		{"onepass submatch", func() { strs = option.FindStringSubmatch("Key=value") }},
		{"ReplaceAllString", func() { st = anchor.ReplaceAllString(txt, "<$0>") }},
		{"ReplaceAllString none", func() { st = number.ReplaceAllString(txt, "x") }},
		{"ReplaceAllString groups", func() { st = number.ReplaceAllString("1.2 3.4", "$2.${1}") }},
		{"ReplaceAllFunc", func() { bs = word.ReplaceAllFunc(data, bytes.ToUpper) }},
		{"Expand", func() {
			m := number.FindStringSubmatchIndex("12.5")
			bs = number.ExpandString(bs[:0], "$1 $2", "12.5", m)
		}},
		{"MatchString package", func() { ok, es = regexp.MatchString(`^\d+$`, "12345") }},
		{"MustCompile literal", func() { as = regexp.MustCompile(`hello`) }},
		{"MustCompile class", func() { as = regexp.MustCompile(`[a-z]+\d*`) }},
		{"MustCompile alternatives", func() { as = regexp.MustCompile(`foo|bar|baz`) }},
		{"MustCompile date", func() { as = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`) }},
		{"Regexp.String", func() { st = word.String(); num = word.NumSubexp() }},
		// templates
		{"template nested", func() { es = page.Execute(io.Discard, list) }},
		{"template methods", func() { es = deep.Execute(io.Discard, family) }},
		{"template logic", func() { es = logic.Execute(io.Discard, two) }},
		{"template break", func() { es = looped.Execute(io.Discard, words) }},
		{"template map", func() { es = template.Must(template.New("m").Parse("{{.name}}")).Execute(io.Discard, kv) }},
		{"template ExecuteTemplate", func() { es = page.ExecuteTemplate(io.Discard, "item", two) }},
		{"template to buffer", func() { buffer.Reset(); es = page.Execute(&buffer, list); st = buffer.String() }},
		{"template parse text", func() { as, es = template.New("t").Parse("just text") }},
		{"template parse range", func() { as, es = template.New("t").Parse("{{range .Items}}{{.}}{{end}}") }},
		{"template parse error", func() { as, es = template.New("t").Parse("{{if}}") }},
		{"html/template", func() { es = safe.Execute(io.Discard, two) }},
		{"HTMLEscapeString", func() { st = template.HTMLEscapeString("<a&b>") }},
		{"JSEscapeString", func() { st = template.JSEscapeString("a'b\n") }},
		{"html.EscapeString none", func() { st = html.EscapeString(txt) }},
		{"html.UnescapeString none", func() { st = html.UnescapeString(txt) }},
		// text/scanner, tabwriter, go/*
		{"text/scanner", func() {
			var s scanner.Scanner
			s.Init(strings.NewReader("x := 12 + y"))
			for t := s.Scan(); t != scanner.EOF; t = s.Scan() {
				st = s.TokenText()
			}
		}},
		{"tabwriter aligned", func() {
			w := tabwriter.NewWriter(io.Discard, 5, 0, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
			for i, x := range words {
				fmt.Fprintf(w, "%d\t%s\t\n", i, x)
			}
			w.Flush()
		}},
		{"parser.ParseExpr", func() { as, es = parser.ParseExpr("a + b*f(2)") }},
		{"parser.ParseFile", func() { as, es = parser.ParseFile(token.NewFileSet(), "p.go", program, 0) }},
		{"ast.Inspect", func() {
			x, _ := parser.ParseExpr("a + b")
			ast.Inspect(x, func(n ast.Node) bool { num++; return true })
		}},
		{"format.Source", func() { bs, es = format.Source([]byte(program)) }},
		// files of text
		{"read and split", func() {
			b, _ := os.ReadFile(path)
			strs = strings.Split(strings.TrimSpace(string(b)), "\n")
		}},
		{"count words", func() {
			counts := map[string]int{}
			for w := range strings.FieldsSeq(lines) {
				counts[w]++
			}
			num = len(counts)
		}},
		{"sorted words", func() { s := strings.Fields(txt); slices.Sort(s); strs = slices.Compact(s) }},
	}
)

func main() {
	runtime.MemProfileRate = 0
	os.WriteFile(path, []byte(lines), 0o644)
	defer os.Remove(path)
	res := make([][2]uint64, len(pats))
	var b, a runtime.MemStats
	for i, p := range pats {
		p.f()
		p.f()
		runtime.ReadMemStats(&b)
		for range runs {
			p.f()
		}
		runtime.ReadMemStats(&a)
		res[i] = [2]uint64{a.Mallocs - b.Mallocs, a.TotalAlloc - b.TotalAlloc}
	}
	for i, p := range pats {
		fmt.Printf("%s\t%.2f\t%.1f\n", p.name, float64(res[i][0])/runs, float64(res[i][1])/runs)
	}
}
