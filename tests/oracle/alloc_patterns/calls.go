package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"container/list"
	"container/ring"
	"context"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"html"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"maps"
	"math/big"
	"math/rand"
	randv2 "math/rand/v2"
	"mime"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"text/tabwriter"
	"text/template"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
	"unique"
)

const runs = 64

type point struct{ X, Y int }
type person struct {
	Name  string            `json:"name"`
	Age   int               `json:"age,omitempty"`
	Tags  []string          `json:"tags"`
	Extra map[string]string `json:"extra,omitempty"`
	Boss  *person           `json:"boss,omitempty"`
}
type celsius float64
type color int
type stack []any
type code struct{ n int }
type byAge []person
type upper struct{ w io.Writer }
type entry struct {
	XMLName xml.Name `xml:"entry"`
	ID      int      `xml:"id,attr"`
	Title   string   `xml:"title"`
}

func (c celsius) String() string              { return strconv.FormatFloat(float64(c), 'f', 1, 64) + "C" }
func (c color) String() string                { return [...]string{"red", "green"}[c] }
func (c *code) Error() string                 { return "code " + strconv.Itoa(c.n) }
func (p point) Format(f fmt.State, verb rune) { fmt.Fprintf(f, "<%d,%d>", p.X, p.Y) }
func (b byAge) Len() int                      { return len(b) }
func (b byAge) Less(i, j int) bool            { return b[i].Age < b[j].Age }
func (b byAge) Swap(i, j int)                 { b[i], b[j] = b[j], b[i] }
func (u upper) Write(p []byte) (int, error)   { return u.w.Write(bytes.ToUpper(p)) }

var (
	st     string
	bs     []byte
	as     any
	es     error
	ok     bool
	num    int
	fl     float64
	strs   []string
	ints   = []int{9, 4, 7, 1, 8, 2, 6, 3, 5, 0, 14, 13, 12, 11, 10}
	words  = []string{"pear", "apple", "fig", "plum", "date"}
	txt    = "the quick brown fox jumps over the lazy dog"
	csvtxt = "id,name,price\n1,pear,2.50\n2,\"apple, red\",3.10\n"
	jstxt  = []byte(`{"name":"ann","age":41,"tags":["a","b"],"extra":{"k":"v"},"boss":{"name":"bob","tags":null}}`)
	jsarr  = []byte(`[1,2.5,"x",true,null,{"a":[1,2]},[]]`)
	xmltxt = []byte(`<entry id="7"><title>hello</title></entry>`)
	ann    = person{"ann", 41, []string{"a", "b"}, map[string]string{"k": "v"}, &person{Name: "bob"}}
	people = []person{{Name: "c", Age: 3}, {Name: "a", Age: 1}, {Name: "b", Age: 2}}
	ages   = map[string]int{"ann": 41, "bob": 52, "cid": 17}
	byID   = map[int]string{1: "one", 2: "two", 3: "three"}
	tm     = time.Date(2024, 2, 29, 12, 34, 56, 789000000, time.UTC)
	when   time.Time
	dur    = 1500 * time.Millisecond
	wrap   = fmt.Errorf("outer: %w", fs.ErrNotExist)
	code1  = &code{1}
	re     = regexp.MustCompile(`\w+`)
	pairs  = regexp.MustCompile(`(\w+)=(\d+)`)
	date   = regexp.MustCompile(`(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)`)
	conf   = "a=1, bb=22, ccc=333"
	tmpl   = template.Must(template.New("t").Parse("Hello {{.Name}}, {{.Age}}{{range .Tags}} [{{.}}]{{end}}{{if .Boss}} {{.Boss.Name | printf \"%q\"}}{{end}}\n"))
	ranged = template.Must(template.New("r").Parse("{{range $k, $v := .}}{{$k}}={{$v}};{{else}}none{{end}}"))
	calls  = template.Must(template.New("c").Funcs(template.FuncMap{"up": strings.ToUpper, "add": func(a, b int) int { return a + b }}).Parse("{{up .}} {{add 1 2}} {{len .}} {{eq . \"x\"}} {{with $x := .}}{{$x}}{{end}}"))
	bufs   bytes.Buffer
	logs   = log.New(io.Discard, "x: ", log.LstdFlags|log.Lshortfile)
	slogs  = slog.New(slog.NewTextHandler(io.Discard, nil))
	jslogs = slog.New(slog.NewJSONHandler(io.Discard, nil)).With("app", "x")
	key    = []byte("key")
	b1, _  = new(big.Int).SetString("123456789012345678901234567890", 10)
	b2, _  = new(big.Int).SetString("987654321098765432109876543210", 10)
	rat1   = big.NewRat(3, 7)
	flt1   = big.NewFloat(1.5)
	rnd    = rand.New(rand.NewSource(1))
	pcg    = randv2.New(randv2.NewPCG(1, 2))
	seed   = maphash.MakeSeed()
	file   = filepath.Join(os.TempDir(), "govm_alloc_patterns.txt")
	folder = filepath.Join(os.TempDir(), "govm_alloc_patterns")
	rep    = strings.NewReplacer("<", "&lt;", ">", "&gt;")
	repl   = strings.NewReplacer("quick", "slow", "brown", "red", "lazy", "busy")
	mu     sync.RWMutex
	smap   sync.Map
	pool   = sync.Pool{New: func() any { return new(bytes.Buffer) }}
	bg     = context.Background()
	valctx = context.WithValue(bg, color(1), "v")
	lines  = strings.Repeat("one line of text\n", 20)
	rv     = reflect.ValueOf(&ann).Elem()
	rt     = reflect.TypeOf(ann)
	page   = "http://user:pw@host.example:8080/a/b%20c?x=1&y=2&x=3#frag"
	addr   = &url.URL{Scheme: "https", Host: "h.example", Path: "/p q", RawQuery: "a=b"}
	utf    = "héllo, wörld ✓"
	gz     = func() []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write([]byte(lines))
		w.Close()
		return b.Bytes()
	}()
	pats = []struct {
		name string
		f    func()
	}{
		// fmt
		{"Sprintf strings", func() { st = fmt.Sprintf("%s: %s", txt, st); st = st[:3] }},
		{"Sprintf %d width", func() { st = fmt.Sprintf("%5d|%-5d|%05d", num, num, num) }},
		{"Sprintf %x %X %o %b", func() { st = fmt.Sprintf("%x %X %o %b", num, num, num, num) }},
		{"Sprintf %8.3f", func() { st = fmt.Sprintf("%8.3f %e %g", fl, fl, fl) }},
		{"Sprintf %t %c %U", func() { st = fmt.Sprintf("%t %c %U", ok, 'x', 'y') }},
		{"Sprintf %v of mixed", func() { st = fmt.Sprintf("%v %v %v %v", num, txt, fl, ok) }},
		{"Sprintf %v struct", func() { st = fmt.Sprintf("%v", ann) }},
		{"Sprintf %+v struct", func() { st = fmt.Sprintf("%+v", ann) }},
		{"Sprintf %#v struct", func() { st = fmt.Sprintf("%#v", ann) }},
		{"Sprintf %v strings", func() { st = fmt.Sprintf("%v", words) }},
		{"Sprintf %q strings", func() { st = fmt.Sprintf("%q", words) }},
		{"Sprintf %v ints", func() { st = fmt.Sprintf("%v", ints) }},
		{"Sprintf %v map", func() { st = fmt.Sprintf("%v", ages) }},
		{"Sprintf %v map of ints", func() { st = fmt.Sprintf("%v", byID) }},
		{"Sprintf %v bytes", func() { st = fmt.Sprintf("%v %s %x", key, key, key) }},
		{"Sprintf Stringer", func() { st = fmt.Sprintf("%v %s", celsius(21.5), color(1)) }},
		{"Sprintf Formatter", func() { st = fmt.Sprintf("%v", point{1, 2}) }},
		{"Sprintf error", func() { st = fmt.Sprintf("%v", wrap) }},
		{"Sprintf pointer error", func() { st = fmt.Sprintf("failed: %v", code1) }},
		{"Sprintf %*d", func() { st = fmt.Sprintf("%*d", 8, num) }},
		{"Sprintf %[2]d", func() { st = fmt.Sprintf("%[2]d %[1]d", 1, 2) }},
		{"Sprintf bad verb", func() { st = fmt.Sprintf("%z %d", 3, "x") }},
		{"Sprintf missing", func() { st = fmt.Sprintf("%d %d", 3) }},
		{"Sprintf extra", func() { st = fmt.Sprintf("%d", 3, 4) }},
		{"Sprintf time", func() { st = fmt.Sprintf("%v", tm) }},
		{"Sprintf duration", func() { st = fmt.Sprintf("%v", dur) }},
		{"Sprintf pointers", func() { st = fmt.Sprintf("%p", &num) }},
		{"Sprintf array", func() { st = fmt.Sprintf("%v", [3]int{1, 2, 3}) }},
		{"Sprintf nil", func() { st = fmt.Sprintf("%v", nil) }},
		{"Sprintf complex", func() { st = fmt.Sprintf("%v", complex(fl, 1)) }},
		{"Sprint", func() { st = fmt.Sprint(txt, num, " ", fl) }},
		{"Sprintln", func() { st = fmt.Sprintln(txt, num, fl) }},
		{"Append", func() { bs = fmt.Append(bs[:0], txt, num) }},
		{"Appendf", func() { bs = fmt.Appendf(nil, "%s=%d", txt, num) }},
		{"Fprintf buffer", func() { bufs.Reset(); fmt.Fprintf(&bufs, "%s=%d\n", txt, num) }},
		{"Fprintf Builder", func() { var b strings.Builder; fmt.Fprintf(&b, "%s=%d\n", txt, num); st = b.String() }},
		{"Fprintf bufio", func() { w := bufio.NewWriter(io.Discard); fmt.Fprintf(w, "%d\n", num); w.Flush() }},
		{"Fprintln discard", func() { fmt.Fprintln(io.Discard, txt, num) }},
		{"Fprint discard", func() { fmt.Fprint(io.Discard, txt, num) }},
		{"Sscanf", func() { var a, b int; fmt.Sscanf("12-34", "%d-%d", &a, &b); num = a + b }},
		{"Sscan", func() { var s string; var f float64; fmt.Sscan("abc 2.5", &s, &f); st = s }},
		{"Sscanln", func() { var s string; var i int; fmt.Sscanln("abc 25", &s, &i); st = s }},
		{"Fscan", func() { var i, j int; fmt.Fscan(strings.NewReader("12 34"), &i, &j); num = i }},
		{"Fscan bufio", func() {
			r := bufio.NewReader(strings.NewReader("12 34 56"))
			for i := 0; i < 3; i++ {
				fmt.Fscan(r, &num)
			}
		}},
		{"Errorf %s", func() { es = fmt.Errorf("open %s: failed", txt) }},
		{"Errorf %w", func() { es = fmt.Errorf("open %s: %w", txt, wrap) }},
		{"Errorf %w Error", func() { st = fmt.Errorf("open: %w", wrap).Error() }},
		// errors
		{"errors.New", func() { es = errors.New(txt) }},
		{"errors.Is deep", func() { ok = errors.Is(wrap, fs.ErrNotExist) }},
		{"errors.As", func() { var c *code; ok = errors.As(fmt.Errorf("x: %w", code1), &c) }},
		{"errors.AsType", func() { _, ok = errors.AsType[*code](fmt.Errorf("x: %w", code1)) }},
		{"errors.Join", func() { es = errors.Join(wrap, code1, nil) }},
		{"errors.Join Error", func() { st = errors.Join(wrap, code1).Error() }},
		{"errors.Unwrap", func() { es = errors.Unwrap(wrap) }},
		// strings
		{"strings.Split", func() { strs = strings.Split(txt, " ") }},
		{"strings.Split empty sep", func() { strs = strings.Split("héllo", "") }},
		{"strings.SplitN", func() { strs = strings.SplitN(txt, " ", 3) }},
		{"strings.SplitAfter", func() { strs = strings.SplitAfter(txt, " ") }},
		{"strings.SplitSeq", func() {
			for s := range strings.SplitSeq(txt, " ") {
				st = s
			}
		}},
		{"strings.Lines", func() {
			for s := range strings.Lines(lines) {
				st = s
			}
		}},
		{"strings.FieldsSeq", func() {
			for s := range strings.FieldsSeq(txt) {
				st = s
			}
		}},
		{"Collect SplitSeq", func() { strs = slices.Collect(strings.SplitSeq(txt, " ")) }},
		{"strings.Fields", func() { strs = strings.Fields(txt) }},
		{"strings.FieldsFunc", func() { strs = strings.FieldsFunc(txt, func(r rune) bool { return r == 'o' }) }},
		{"strings.Join", func() { st = strings.Join(words, ", ") }},
		{"strings.Repeat", func() { st = strings.Repeat("=-", 40) }},
		{"strings.Replace", func() { st = strings.Replace(txt, "o", "0", 1) }},
		{"strings.ReplaceAll", func() { st = strings.ReplaceAll(txt, "o", "00") }},
		{"strings.ReplaceAll none", func() { st = strings.ReplaceAll(txt, "#", "00") }},
		{"strings.ToUpper", func() { st = strings.ToUpper(txt) }},
		{"strings.ToUpper utf8", func() { st = strings.ToUpper(utf) }},
		{"strings.ToLower same", func() { st = strings.ToLower(txt) }},
		{"strings.Title", func() { st = strings.Title(txt) }},
		{"strings.TrimFunc", func() { st = strings.TrimFunc(txt, unicode.IsLetter) }},
		{"strings.Trim", func() { st = strings.Trim(txt, "tg") }},
		{"strings.Map", func() { st = strings.Map(func(r rune) rune { return r + 1 }, txt) }},
		{"strings.Map drop", func() { st = strings.Map(func(r rune) rune { return -1 }, txt) }},
		{"strings.Count Index", func() { num = strings.Count(txt, "o") + strings.Index(txt, "fox") + strings.LastIndex(txt, "o") }},
		{"strings.ContainsAny", func() { ok = strings.ContainsAny(txt, "xyz") && strings.ContainsRune(txt, 'z') }},
		{"strings.Cut", func() { st, _, ok = strings.Cut(conf, "=") }},
		{"strings.EqualFold", func() { ok = strings.EqualFold(utf, txt) }},
		{"strings.Clone", func() { st = strings.Clone(txt) }},
		{"strings.ToValidUTF8", func() { st = strings.ToValidUTF8("a\xffb", "?") }},
		{"Replacer bytes to texts", func() { st = rep.Replace("<a><b>") }},
		{"Replacer texts", func() { st = repl.Replace(txt) }},
		{"NewReplacer bytes", func() { st = strings.NewReplacer("a", "b", "c", "d").Replace(txt) }},
		{"NewReplacer one", func() { st = strings.NewReplacer("fox", "cat").Replace(txt) }},
		{"NewReplacer to texts", func() { st = strings.NewReplacer("a", "bb", "c", "").Replace(txt) }},
		{"NewReplacer texts", func() { st = strings.NewReplacer("quick", "slow", "brown", "red").Replace(txt) }},
		{"NewReplacer prefixes", func() {
			st = strings.NewReplacer("aa", "1", "ab", "2", "abc", "3", "b", "4", "bcd", "5").Replace("aababcbcdz")
		}},
		{"Builder bytes", func() {
			var b strings.Builder
			for i := range 40 {
				b.WriteByte(byte('a' + i%26))
			}
			st = b.String()
		}},
		{"Builder runes", func() {
			var b strings.Builder
			for range 10 {
				b.WriteRune('✓')
			}
			st = b.String()
		}},
		{"Reader ReadByte", func() {
			r := strings.NewReader(txt)
			for {
				if _, err := r.ReadByte(); err != nil {
					break
				}
			}
		}},
		{"strings.Reader ReadAll", func() { bs, _ = io.ReadAll(strings.NewReader(lines)) }},
		{"strings.Compare", func() { num = strings.Compare(txt, conf) }},
		// bytes
		{"bytes.Buffer", func() {
			var b bytes.Buffer
			for _, w := range words {
				b.WriteString(w)
				b.WriteByte(' ')
			}
			st = b.String()
		}},
		{"bytes.Buffer ReadFrom", func() { var b bytes.Buffer; b.ReadFrom(strings.NewReader(lines)); bs = b.Bytes() }},
		{"bytes.Buffer ReadString", func() { b := bytes.NewBufferString(lines); st, es = b.ReadString('\n') }},
		{"bytes.Buffer Next", func() { b := bytes.NewBufferString(txt); bs = b.Next(4); b.Truncate(2) }},
		{"bytes.NewReader", func() { r := bytes.NewReader(jstxt); bs, _ = io.ReadAll(r) }},
		{"bytes.Split", func() { as = len(bytes.Split(jstxt, []byte(","))) }},
		{"bytes.Fields", func() { as = len(bytes.Fields([]byte(txt))) }},
		{"bytes.ToUpper", func() { bs = bytes.ToUpper(jstxt) }},
		{"bytes.TrimSpace", func() { bs = bytes.TrimSpace(jstxt) }},
		{"bytes.Replace", func() { bs = bytes.ReplaceAll(jstxt, []byte("a"), []byte("bb")) }},
		{"bytes.Join", func() { bs = bytes.Join([][]byte{key, jstxt, key}, key) }},
		{"bytes.Repeat", func() { bs = bytes.Repeat(key, 10) }},
		{"bytes.Equal", func() { ok = bytes.Equal(key, jstxt) || bytes.Contains(jstxt, key) }},
		{"bytes.Clone", func() { bs = bytes.Clone(jstxt) }},
		{"bytes.Map", func() { bs = bytes.Map(unicode.ToUpper, jstxt) }},
		{"bytes.Lines", func() {
			for l := range bytes.Lines(jstxt) {
				num = len(l)
			}
		}},
		// strconv
		{"Itoa", func() { st = strconv.Itoa(123456) }},
		{"Itoa small", func() { st = strconv.Itoa(42) }},
		{"FormatInt 2", func() { st = strconv.FormatInt(1<<40, 2) }},
		{"FormatFloat", func() { st = strconv.FormatFloat(3.14159, 'f', 2, 64) }},
		{"FormatFloat -1", func() { st = strconv.FormatFloat(3.14159e100, 'g', -1, 64) }},
		{"FormatBool", func() { st = strconv.FormatBool(ok) }},
		{"Quote", func() { st = strconv.Quote("a\tb") }},
		{"Quote utf8", func() { st = strconv.Quote(utf) }},
		{"QuoteToASCII", func() { st = strconv.QuoteToASCII(utf) }},
		{"QuoteRune", func() { st = strconv.QuoteRune('☺') }},
		{"Unquote", func() { st, _ = strconv.Unquote(`"a\tb"`) }},
		{"Unquote plain", func() { st, _ = strconv.Unquote(`"ab"`) }},
		{"AppendQuote", func() { bs = strconv.AppendQuote(bs[:0], txt) }},
		{"Atoi error", func() { _, es = strconv.Atoi("12x") }},
		{"Atoi range", func() { _, es = strconv.Atoi("99999999999999999999") }},
		{"ParseInt error", func() { _, es = strconv.ParseInt("zz", 16, 64) }},
		{"ParseBool error", func() { _, es = strconv.ParseBool("maybe") }},
		{"NumError.Error", func() { _, err := strconv.Atoi("12x"); st = err.Error() }},
		{"ParseFloat error", func() { _, es = strconv.ParseFloat("1.x", 64) }},
		{"Parse numbers", func() { i, _ := strconv.Atoi("123"); f, _ := strconv.ParseFloat("1.5e3", 64); num, fl = i, f }},
		// sort, slices, maps
		{"sort.Slice", func() { sort.Slice(people, func(i, j int) bool { return people[i].Name < people[j].Name }) }},
		{"sort.SliceStable", func() { sort.SliceStable(people, func(i, j int) bool { return people[i].Age < people[j].Age }) }},
		{"sort.Sort", func() { sort.Sort(byAge(people)) }},
		{"sort.Sort Reverse", func() { sort.Sort(sort.Reverse(sort.IntSlice(ints))) }},
		{"sort.Stable", func() { sort.Stable(byAge(people)) }},
		{"sort.Search", func() { num = sort.Search(100, func(i int) bool { return i >= num%100 }) }},
		{"sort.SearchInts", func() { num = sort.SearchInts(ints, 4) }},
		{"slices.Sort", func() { slices.Sort(ints) }},
		{"slices.SortFunc", func() { slices.SortFunc(people, func(a, b person) int { return cmp.Compare(a.Name, b.Name) }) }},
		{"slices.SortStableFunc", func() {
			slices.SortStableFunc(people, func(a, b person) int { return cmp.Or(cmp.Compare(a.Age, b.Age), strings.Compare(a.Name, b.Name)) })
		}},
		{"slices.Sorted keys", func() { strs = slices.Sorted(maps.Keys(ages)) }},
		{"slices.Collect values", func() { as = slices.Collect(maps.Values(ages)) }},
		{"slices.SortedFunc", func() { strs = slices.SortedFunc(maps.Keys(ages), func(a, b string) int { return ages[a] - ages[b] }) }},
		{"slices.Reverse clone", func() { s := slices.Clone(ints); slices.Reverse(s); as = s }},
		{"slices.Index Contains", func() { num = slices.Index(words, "fig"); ok = slices.Contains(words, "x") }},
		{"slices.BinarySearch", func() { num, ok = slices.BinarySearch(ints, 3) }},
		{"slices.Compact", func() { as = slices.Compact(slices.Clone(ints)) }},
		{"slices.Insert Delete", func() { s := slices.Insert(slices.Clone(ints), 2, 1, 2, 3); as = slices.Delete(s, 0, 2) }},
		{"slices.Chunk", func() {
			for c := range slices.Chunk(ints, 4) {
				num += len(c)
			}
		}},
		{"slices.Chunk collect", func() { as = slices.Collect(slices.Chunk(ints, 4)) }},
		{"slices.All Backward", func() {
			for i, v := range slices.Backward(ints) {
				num += i * v
			}
		}},
		{"slices.Max Min", func() { num = slices.Max(ints) - slices.Min(ints) }},
		{"slices.MaxFunc", func() { st = slices.MaxFunc(people, func(a, b person) int { return a.Age - b.Age }).Name }},
		{"slices.Concat", func() { as = slices.Concat(ints, ints) }},
		{"slices.Grow", func() { as = slices.Grow([]int(nil), 10) }},
		{"slices.Equal", func() { ok = slices.Equal(ints, ints) }},
		{"slices.Values AppendSeq", func() { as = slices.AppendSeq([]int(nil), slices.Values(ints)) }},
		{"slices.IndexFunc", func() { num = slices.IndexFunc(people, func(p person) bool { return p.Age == num }) }},
		{"maps.Clone", func() { as = maps.Clone(ages) }},
		{"maps.Copy", func() { m := map[string]int{}; maps.Copy(m, ages); as = m }},
		{"maps.Equal", func() { ok = maps.Equal(ages, ages) }},
		{"maps.Collect", func() { as = maps.Collect(maps.All(ages)) }},
		{"maps.Collect slices.All", func() { as = maps.Collect(slices.All(words)) }},
		{"maps.DeleteFunc", func() {
			m := maps.Clone(ages)
			maps.DeleteFunc(m, func(k string, v int) bool { return v > 40 })
			as = m
		}},
		{"sorted pairs", func() {
			keys := make([]string, 0, len(ages))
			for k := range ages {
				keys = append(keys, k)
			}
			sort.Strings(keys)
			st = keys[0]
		}},
		// bufio, io
		{"Scanner lines", func() {
			s := bufio.NewScanner(strings.NewReader(lines))
			for s.Scan() {
				num += len(s.Text())
			}
		}},
		{"Scanner words", func() {
			s := bufio.NewScanner(strings.NewReader(txt))
			s.Split(bufio.ScanWords)
			for s.Scan() {
				st = s.Text()
			}
		}},
		{"Scanner bytes", func() {
			s := bufio.NewScanner(strings.NewReader(lines))
			s.Buffer(make([]byte, 0, 1024), 1<<16)
			for s.Scan() {
				num += len(s.Bytes())
			}
		}},
		{"Reader ReadString", func() {
			r := bufio.NewReader(strings.NewReader(lines))
			for {
				s, err := r.ReadString('\n')
				if err != nil {
					break
				}
				st = s
			}
		}},
		{"Reader ReadLine", func() {
			r := bufio.NewReaderSize(strings.NewReader(lines), 64)
			for {
				l, _, err := r.ReadLine()
				if err != nil {
					break
				}
				num += len(l)
			}
		}},
		{"Reader ReadRune", func() { r := bufio.NewReader(strings.NewReader(utf)); c, _, _ := r.ReadRune(); num = int(c) }},
		{"ReadWriter", func() {
			rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader(txt)), bufio.NewWriter(io.Discard))
			rw.WriteString("x")
			rw.Flush()
		}},
		{"io.Copy", func() { io.Copy(io.Discard, strings.NewReader(txt)) }},
		{"io.Copy wrapped", func() { io.Copy(upper{io.Discard}, struct{ io.Reader }{strings.NewReader(txt)}) }},
		{"io.CopyN", func() { io.CopyN(io.Discard, strings.NewReader(txt), 5) }},
		{"io.LimitReader", func() { bs, _ = io.ReadAll(io.LimitReader(strings.NewReader(txt), 5)) }},
		{"io.MultiReader", func() { bs, _ = io.ReadAll(io.MultiReader(strings.NewReader(txt), strings.NewReader(conf))) }},
		{"io.MultiWriter", func() { io.WriteString(io.MultiWriter(io.Discard, io.Discard), txt) }},
		{"io.TeeReader", func() { bs, _ = io.ReadAll(io.TeeReader(strings.NewReader(txt), io.Discard)) }},
		{"io.SectionReader", func() { bs, _ = io.ReadAll(io.NewSectionReader(strings.NewReader(txt), 4, 10)) }},
		{"io.ReadFull", func() { var b [8]byte; num, es = io.ReadFull(strings.NewReader(txt), b[:]) }},
		{"io.Pipe", func() {
			r, w := io.Pipe()
			go func() { w.Write(key); w.Close() }()
			bs, _ = io.ReadAll(r)
		}},
		// time
		{"Time.Format RFC3339", func() { st = tm.Format(time.RFC3339) }},
		{"Time.Format Kitchen", func() { st = tm.Format(time.Kitchen) }},
		{"Time.Format custom", func() { st = tm.Format("Mon, 02 Jan 2006 15:04:05.000 MST") }},
		{"Time.AppendFormat", func() { bs = tm.AppendFormat(bs[:0], time.RFC1123) }},
		{"Time.String", func() { st = tm.String() }},
		{"Time.MarshalJSON", func() { bs, _ = tm.MarshalJSON() }},
		{"Time.MarshalText", func() { bs, _ = tm.MarshalText() }},
		{"Time.MarshalBinary", func() { bs, _ = tm.MarshalBinary() }},
		{"Time.UnmarshalJSON", func() { es = when.UnmarshalJSON([]byte(`"2024-02-29T12:34:56Z"`)) }},
		{"time.Parse", func() { when, es = time.Parse("2006-01-02 15:04", "2024-02-29 12:34") }},
		{"time.Parse zone", func() { when, es = time.Parse(time.RFC3339, "2024-02-29T12:34:56+02:00") }},
		{"time.Parse error", func() { when, es = time.Parse(time.RFC3339, "x024") }},
		{"ParseError.Error", func() { _, err := time.Parse(time.RFC3339, "x024"); st = err.Error() }},
		{"time.ParseDuration", func() { dur, es = time.ParseDuration("1h15m30.5s") }},
		{"time.ParseDuration error", func() { _, es = time.ParseDuration("1q") }},
		{"Duration.String", func() { st = dur.String() }},
		{"Time arithmetic", func() { when = tm.Add(dur).AddDate(0, 1, 1).Truncate(time.Hour); num = when.YearDay() }},
		{"time.FixedZone", func() { when = tm.In(time.FixedZone("X", 3600)) }},
		{"time.LoadLocation UTC", func() { l, _ := time.LoadLocation("UTC"); when = tm.In(l) }},
		{"time.NewTimer", func() { t := time.NewTimer(time.Hour); t.Stop() }},
		{"time.NewTicker", func() { t := time.NewTicker(time.Hour); t.Stop() }},
		{"time.Since", func() { dur = time.Since(tm) }},
		{"Weekday Month", func() { st = tm.Weekday().String() + tm.Month().String() }},
		// json
		{"json.Marshal struct", func() { bs, _ = json.Marshal(ann) }},
		{"json.Marshal pointer", func() { bs, _ = json.Marshal(&ann) }},
		{"json.Marshal slice", func() { bs, _ = json.Marshal(people) }},
		{"json.Marshal ints", func() { bs, _ = json.Marshal(ints) }},
		{"json.Marshal map", func() { bs, _ = json.Marshal(ages) }},
		{"json.Marshal int map", func() { bs, _ = json.Marshal(byID) }},
		{"json.Marshal map any", func() { bs, _ = json.Marshal(map[string]any{"a": 1, "b": "x", "c": []int{1}}) }},
		{"json.Marshal string", func() { bs, _ = json.Marshal(txt) }},
		{"json.Marshal time", func() { bs, _ = json.Marshal(tm) }},
		{"json.Marshal bytes", func() { bs, _ = json.Marshal(key) }},
		{"json.Marshal error", func() { _, es = json.Marshal(func() {}) }},
		{"json.MarshalIndent", func() { bs, _ = json.MarshalIndent(ann, "", "  ") }},
		{"json.Unmarshal struct", func() { var p person; es = json.Unmarshal(jstxt, &p); st = p.Name }},
		{"json.Unmarshal any", func() { es = json.Unmarshal(jstxt, &as) }},
		{"json.Unmarshal array any", func() { es = json.Unmarshal(jsarr, &as) }},
		{"json.Unmarshal map", func() { var m map[string]int; es = json.Unmarshal([]byte(`{"a":1,"b":2}`), &m) }},
		{"json.Unmarshal ints", func() { var s []int; es = json.Unmarshal([]byte(`[1,2,3,4,5]`), &s) }},
		{"json.Unmarshal string", func() { es = json.Unmarshal([]byte(`"a\u00e9b"`), &st) }},
		{"json.Unmarshal syntax error", func() { var p person; es = json.Unmarshal([]byte(`{"name":`), &p) }},
		{"json.Unmarshal type error", func() { var p person; es = json.Unmarshal([]byte(`{"age":"x"}`), &p) }},
		{"json.RawMessage", func() { var m map[string]json.RawMessage; es = json.Unmarshal(jstxt, &m) }},
		{"json.Number", func() { var n json.Number; es = json.Unmarshal([]byte("12.5"), &n); st = string(n) }},
		{"json.Valid", func() { ok = json.Valid(jstxt) }},
		{"json.Compact", func() { var b bytes.Buffer; json.Compact(&b, jstxt); num = b.Len() }},
		{"json.Indent", func() { var b bytes.Buffer; json.Indent(&b, jstxt, "", "\t"); num = b.Len() }},
		{"json.Encoder", func() { json.NewEncoder(io.Discard).Encode(ann) }},
		{"json.Decoder", func() { var p person; es = json.NewDecoder(bytes.NewReader(jstxt)).Decode(&p) }},
		{"json.Decoder Token", func() {
			d := json.NewDecoder(bytes.NewReader(jstxt))
			for {
				if _, err := d.Token(); err != nil {
					break
				}
			}
		}},
		// regexp
		{"regexp.Compile", func() { as, _ = regexp.Compile(`^a+b$`) }},
		{"regexp.Compile groups", func() { as, _ = regexp.Compile(`(\w+)@(\w+)\.com`) }},
		{"regexp.Compile error", func() { _, es = regexp.Compile(`a(b`) }},
		{"regexp.QuoteMeta", func() { st = regexp.QuoteMeta("a.b*c") }},
		{"MatchString", func() { ok = pairs.MatchString(conf) }},
		{"FindString", func() { st = pairs.FindString(conf) }},
		{"FindStringIndex", func() { as = pairs.FindStringIndex(conf) }},
		{"FindStringSubmatch", func() { strs = pairs.FindStringSubmatch(conf) }},
		{"FindStringSubmatchIndex", func() { as = pairs.FindStringSubmatchIndex(conf) }},
		{"FindAllString", func() { strs = re.FindAllString(txt, -1) }},
		{"FindAllString groups", func() { strs = pairs.FindAllString(conf, -1) }},
		{"FindAllStringIndex groups", func() { as = pairs.FindAllStringIndex(conf, -1) }},
		{"FindAllStringSubmatch", func() { as = pairs.FindAllStringSubmatch(conf, -1) }},
		{"FindAll bytes", func() { as = re.FindAll(jstxt, -1) }},
		{"ReplaceAllString", func() { st = pairs.ReplaceAllString(conf, "$2=$1") }},
		{"ReplaceAllString named", func() { st = date.ReplaceAllString("on 2024-02-29 ok", "${d}.${m}.${y}") }},
		{"ReplaceAllLiteralString", func() { st = re.ReplaceAllLiteralString(txt, "$") }},
		{"ReplaceAllStringFunc", func() { st = re.ReplaceAllStringFunc(txt, strings.ToUpper) }},
		{"ReplaceAll bytes", func() { bs = re.ReplaceAll(key, []byte("<$0>")) }},
		{"Regexp.Split", func() { strs = regexp.MustCompile(`, *`).Split(conf, -1) }},
		{"Regexp.Split groups", func() { strs = pairs.Split(conf, -1) }},
		{"SubexpNames", func() { num = date.SubexpIndex("m"); strs = date.SubexpNames() }},
		// context, sync
		{"context.WithCancel", func() { c, cancel := context.WithCancel(bg); cancel(); es = c.Err() }},
		{"context.WithCancelCause", func() { c, cancel := context.WithCancelCause(bg); cancel(code1); es = context.Cause(c) }},
		{"context.WithTimeout", func() { c, cancel := context.WithTimeout(bg, time.Hour); cancel(); es = c.Err() }},
		{"context.WithDeadline past", func() { c, cancel := context.WithDeadline(bg, tm); cancel(); es = c.Err() }},
		{"context.WithValue", func() { as = context.WithValue(valctx, "k", 1).Value(color(1)) }},
		{"context chain", func() {
			c, cancel := context.WithCancel(bg)
			d, stop := context.WithCancel(c)
			cancel()
			<-d.Done()
			stop()
		}},
		{"context.AfterFunc", func() { c, cancel := context.WithCancel(bg); stop := context.AfterFunc(c, func() {}); stop(); cancel() }},
		{"context.WithoutCancel", func() { as = context.WithoutCancel(valctx) }},
		{"context String", func() { st = fmt.Sprint(valctx) }},
		{"WaitGroup", func() {
			var wg sync.WaitGroup
			for range 3 {
				wg.Add(1)
				go func() { defer wg.Done() }()
			}
			wg.Wait()
		}},
		{"WaitGroup.Go", func() {
			var wg sync.WaitGroup
			for range 3 {
				wg.Go(func() { num++ })
			}
			wg.Wait()
		}},
		{"RWMutex", func() { mu.RLock(); mu.RUnlock(); mu.Lock(); mu.Unlock() }},
		{"sync.Map", func() { smap.Store("k", 1); v, _ := smap.Load("k"); as = v; smap.Delete("k") }},
		{"sync.Map LoadOrStore", func() { as, ok = smap.LoadOrStore("x", "y") }},
		{"sync.Map Range", func() { smap.Range(func(k, v any) bool { as = v; return true }) }},
		{"sync.Pool", func() { b := pool.Get().(*bytes.Buffer); b.Reset(); b.WriteString(txt); st = b.String(); pool.Put(b) }},
		{"sync.OnceFunc", func() { f := sync.OnceFunc(func() { num++ }); f(); f() }},
		{"sync.OnceValues", func() { f := sync.OnceValues(func() (int, error) { return 1, nil }); num, es = f() }},
		{"sync.Cond", func() { c := sync.NewCond(&sync.Mutex{}); c.Broadcast(); as = c }},
		{"atomic.Int64", func() { var n atomic.Int64; n.Add(1); num = int(n.Load()) }},
		{"atomic.Value", func() { var v atomic.Value; v.Store(txt); st = v.Load().(string) }},
		{"errgroup by hand", func() {
			ch := make(chan error, 3)
			for i := range 3 {
				go func() { ch <- fmt.Errorf("e%d", i) }()
			}
			for range 3 {
				es = <-ch
			}
		}},
		// log, slog
		{"log.Printf", func() { logs.Printf("x %d %s", num, txt) }},
		{"log.Println", func() { logs.Println("x", num) }},
		{"log.New", func() { as = log.New(io.Discard, "p", 0) }},
		{"slog.Info", func() { slogs.Info("message", "n", num, "s", txt) }},
		{"slog.Info attrs", func() { slogs.LogAttrs(bg, slog.LevelInfo, "m", slog.Int("n", num), slog.String("s", txt)) }},
		{"slog.Info six", func() { slogs.Info("m", "a", 1, "b", 2, "c", 3, "d", 4, "e", 5, "f", 6) }},
		{"slog.Debug off", func() { slogs.Debug("m", "a", 1) }},
		{"slog JSON", func() { jslogs.Warn("m", "err", wrap, "d", dur) }},
		{"slog Group", func() { jslogs.Info("m", slog.Group("g", "a", 1, "b", "x")) }},
		{"slog With", func() { as = slogs.With("a", 1) }},
		// text/template, tabwriter
		{"template Execute", func() { tmpl.Execute(io.Discard, ann) }},
		{"template range map", func() { ranged.Execute(io.Discard, ages) }},
		{"template range slice", func() { ranged.Execute(io.Discard, words) }},
		{"template calls", func() { calls.Execute(io.Discard, "x") }},
		{"template Parse", func() { as, _ = template.New("x").Parse("a {{.B}} c{{if .D}}e{{end}}") }},
		{"template error", func() { es = tmpl.Execute(io.Discard, 3) }},
		{"tabwriter", func() {
			w := tabwriter.NewWriter(io.Discard, 0, 8, 1, ' ', 0)
			fmt.Fprintln(w, "a\tb\tc")
			fmt.Fprintln(w, "aaa\tbbb\tccc")
			w.Flush()
		}},
		// big
		{"big.Add", func() { as = new(big.Int).Add(b1, b2) }},
		{"big.Mul", func() { as = new(big.Int).Mul(b1, b2) }},
		{"big.Div Mod", func() { as = new(big.Int).Div(b2, b1); as = new(big.Int).Mod(b2, b1) }},
		{"big.DivMod", func() { q, r := new(big.Int).DivMod(b2, b1, new(big.Int)); as = q; num = r.Sign() }},
		{"big.String", func() { st = b1.String() }},
		{"big.SetString", func() { as, ok = new(big.Int).SetString("123456789012345678901234567890", 10) }},
		{"big.Exp", func() { as = new(big.Int).Exp(big.NewInt(3), big.NewInt(200), nil) }},
		{"big.Exp mod", func() { as = new(big.Int).Exp(b1, big.NewInt(65537), b2) }},
		{"big.GCD", func() { as = new(big.Int).GCD(nil, nil, b1, b2) }},
		{"big.Cmp", func() { num = b1.Cmp(b2) + b1.Sign() + b1.BitLen() }},
		{"big.Lsh", func() { as = new(big.Int).Lsh(b1, 100) }},
		{"big.Sqrt", func() { as = new(big.Int).Sqrt(b1) }},
		{"big.ProbablyPrime", func() { ok = big.NewInt(1000003).ProbablyPrime(0) }},
		{"big factorial", func() {
			f := big.NewInt(1)
			for i := int64(2); i < 30; i++ {
				f.Mul(f, big.NewInt(i))
			}
			as = f
		}},
		{"big fibonacci", func() {
			a, b := big.NewInt(0), big.NewInt(1)
			for range 100 {
				a.Add(a, b)
				a, b = b, a
			}
			as = a
		}},
		{"big.Sprint", func() { st = fmt.Sprint(b1) }},
		{"big.Rat", func() { as = new(big.Rat).Add(rat1, big.NewRat(1, 3)) }},
		{"big.Rat String", func() { st = rat1.String() }},
		{"big.Rat FloatString", func() { st = rat1.FloatString(5) }},
		{"big.Float", func() { as = new(big.Float).Mul(flt1, flt1) }},
		{"big.Float Text", func() { st = flt1.Text('g', 10) }},
		// encodings
		{"csv.ReadAll", func() { r, _ := csv.NewReader(strings.NewReader(csvtxt)).ReadAll(); num = len(r) }},
		{"csv.Read reuse", func() {
			r := csv.NewReader(strings.NewReader(csvtxt))
			r.ReuseRecord = true
			for {
				rec, err := r.Read()
				if err != nil {
					break
				}
				num += len(rec)
			}
		}},
		{"csv.Read error", func() { _, es = csv.NewReader(strings.NewReader("a,b\n\"c\n")).ReadAll() }},
		{"csv.Writer", func() { w := csv.NewWriter(io.Discard); w.Write([]string{"a", "b,c", "d\"e"}); w.Flush() }},
		{"base64 encode", func() { st = base64.StdEncoding.EncodeToString(jstxt) }},
		{"base64 decode", func() { bs, _ = base64.StdEncoding.DecodeString("aGVsbG8gd29ybGQ=") }},
		{"base64 decode error", func() { _, es = base64.URLEncoding.DecodeString("a*b") }},
		{"base64 NewEncoder", func() { w := base64.NewEncoder(base64.StdEncoding, io.Discard); w.Write(jstxt); w.Close() }},
		{"base64 NewDecoder", func() { bs, _ = io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("aGVsbG8="))) }},
		{"base32", func() { st = base32.StdEncoding.EncodeToString(key) }},
		{"hex encode", func() { st = hex.EncodeToString(jstxt) }},
		{"hex decode", func() { bs, _ = hex.DecodeString("68656c6c6f") }},
		{"hex decode error", func() { _, es = hex.DecodeString("6x") }},
		{"hex.Dump", func() { st = hex.Dump(jstxt) }},
		{"binary.Write", func() { bufs.Reset(); binary.Write(&bufs, binary.BigEndian, point{1, 2}) }},
		{"binary.Write uint32", func() { bufs.Reset(); binary.Write(&bufs, binary.LittleEndian, uint32(num)) }},
		{"binary.Read", func() { var v struct{ A, B uint16 }; es = binary.Read(bytes.NewReader(jstxt), binary.LittleEndian, &v) }},
		{"binary.Uvarint", func() { bs = binary.AppendUvarint(bs[:0], 300); v, _ := binary.Uvarint(bs); num = int(v) }},
		{"binary.PutUint64", func() { var b [8]byte; binary.BigEndian.PutUint64(b[:], uint64(num)); num = int(b[7]) }},
		{"pem", func() { bs = pem.EncodeToMemory(&pem.Block{Type: "X", Bytes: key}) }},
		{"xml.Marshal", func() { bs, _ = xml.Marshal(entry{ID: 7, Title: "x"}) }},
		{"xml.Unmarshal", func() { var e entry; es = xml.Unmarshal(xmltxt, &e); st = e.Title }},
		{"gzip read", func() { r, _ := gzip.NewReader(bytes.NewReader(gz)); n, _ := io.Copy(io.Discard, r); num = int(n) }},
		{"html.EscapeString", func() { st = html.EscapeString("<a href=\"x\">&</a>") }},
		{"html.UnescapeString", func() { st = html.UnescapeString("&lt;a&gt; &eacute;") }},
		// hashes
		{"md5.Sum", func() { s := md5.Sum(jstxt); num = int(s[0]) }},
		{"md5.New", func() { h := md5.New(); io.WriteString(h, txt); st = hex.EncodeToString(h.Sum(nil)) }},
		{"sha1", func() { st = fmt.Sprintf("%x", sha1.Sum(key)) }},
		{"sha256.New", func() { h := sha256.New(); h.Write(key); bs = h.Sum(nil) }},
		{"sha512", func() { s := sha512.Sum512(key); num = int(s[0]) }},
		{"hmac", func() { h := hmac.New(sha256.New, key); h.Write(jstxt); bs = h.Sum(nil) }},
		{"crc32", func() { num = int(crc32.ChecksumIEEE(jstxt)) }},
		{"crc32.New", func() { h := crc32.NewIEEE(); h.Write(key); num = int(h.Sum32()) }},
		{"crc64", func() { num = int(crc64.Checksum(key, crc64.MakeTable(crc64.ISO))) }},
		{"adler32", func() { num = int(adler32.Checksum(key)) }},
		{"fnv", func() { h := fnv.New64a(); h.Write(key); num = int(h.Sum64()) }},
		{"maphash", func() { num = int(maphash.String(seed, txt)) }},
		{"maphash.Hash", func() { var h maphash.Hash; h.SetSeed(seed); h.WriteString(txt); num = int(h.Sum64()) }},
		// url, path, mime
		{"url.Parse", func() { u, _ := url.Parse(page); st = u.Host }},
		{"url.Parse error", func() { _, es = url.Parse("http://[::1") }},
		{"url.String", func() { st = addr.String() }},
		{"url.Query", func() { u, _ := url.Parse(page); st = u.Query().Get("y") }},
		{"url.Values", func() { v := url.Values{"a": {"1", "2"}, "b": {"x y"}}; st = v.Encode() }},
		{"url.PathEscape", func() { st = url.PathEscape("a b/c") }},
		{"url.QueryUnescape", func() { st, _ = url.QueryUnescape("a%20b+c") }},
		{"url.JoinPath", func() { st = addr.JoinPath("../x", "y").String() }},
		{"path.Join", func() { st = path.Join("a", "../b", "c") }},
		{"path.Base Dir Ext", func() { st = path.Base("/a/b.txt") + path.Dir("/a/b.txt") + path.Ext("b.txt") }},
		{"path.Clean", func() { st = path.Clean("/a/../b//c/.") }},
		{"path.Match", func() { ok, _ = path.Match("*.go", "main.go") }},
		{"filepath.Split", func() { st, _ = filepath.Split("/a/b/c") }},
		{"filepath.Rel", func() { st, _ = filepath.Rel("/a/b", "/a/c/d") }},
		{"filepath.Abs", func() { st, _ = filepath.Abs("/x/../y") }},
		{"filepath.Glob", func() { strs, _ = filepath.Glob(folder + "/*.txt") }},
		{"filepath.WalkDir", func() {
			filepath.WalkDir(folder, func(p string, d fs.DirEntry, err error) error { num += len(p); return err })
		}},
		{"mime.TypeByExtension", func() { st = mime.TypeByExtension(".html") }},
		{"mime.ParseMediaType", func() { st, _, _ = mime.ParseMediaType("text/html; charset=utf-8") }},
		// os
		{"os.ReadFile", func() { bs, _ = os.ReadFile(file) }},
		{"os.ReadFile error", func() { _, es = os.ReadFile(folder + "/none") }},
		{"os.WriteFile", func() { es = os.WriteFile(file, key, 0o644) }},
		{"os.Open Close", func() { f, _ := os.Open(file); f.Close() }},
		{"os.Open scan", func() {
			f, _ := os.Open(file)
			defer f.Close()
			s := bufio.NewScanner(f)
			for s.Scan() {
				num += len(s.Text())
			}
		}},
		{"os.Stat", func() { i, _ := os.Stat(file); num = int(i.Size()) }},
		{"os.ReadDir", func() { d, _ := os.ReadDir(folder); num = len(d) }},
		{"os.Create Remove", func() { f, _ := os.Create(folder + "/new"); f.WriteString("x"); f.Close(); os.Remove(folder + "/new") }},
		{"os.IsNotExist", func() { _, err := os.Stat(folder + "/none"); ok = os.IsNotExist(err) && errors.Is(err, fs.ErrNotExist) }},
		{"PathError.Error", func() { _, err := os.Open(folder + "/none"); st = err.Error() }},
		{"os.Getenv", func() { st = os.Getenv("PATH") }},
		{"os.Expand", func() { st = os.Expand("$a ${b}", func(s string) string { return s + s }) }},
		{"os.MkdirAll", func() { es = os.MkdirAll(folder, 0o755) }},
		// flag
		{"flag", func() {
			f := flag.NewFlagSet("x", flag.ContinueOnError)
			n := f.Int("n", 1, "count")
			s := f.String("s", "d", "text")
			es = f.Parse([]string{"-n", "3", "-s=x", "rest"})
			num, st = *n, *s
		}},
		{"flag usage", func() {
			f := flag.NewFlagSet("x", flag.ContinueOnError)
			f.SetOutput(io.Discard)
			f.Bool("v", false, "be `loud`")
			f.Duration("d", time.Second, "time")
			es = f.Parse([]string{"-q"})
		}},
		// reflect
		{"reflect.TypeOf", func() { st = reflect.TypeOf(ann).String() + reflect.TypeOf(ages).Kind().String() }},
		{"reflect fields", func() {
			for i := range rt.NumField() {
				st = rt.Field(i).Tag.Get("json")
			}
		}},
		{"reflect Field Interface", func() { as = rv.Field(0).Interface(); as = rv.Field(1).Interface() }},
		{"reflect SetString", func() { rv.Field(0).SetString("ann") }},
		{"reflect.New", func() { as = reflect.New(rt).Interface() }},
		{"reflect.MakeSlice", func() { as = reflect.MakeSlice(reflect.TypeOf(ints), 3, 5).Interface() }},
		{"reflect.MakeMap", func() {
			m := reflect.MakeMap(reflect.TypeOf(ages))
			m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(1))
			num = m.Len()
		}},
		{"reflect MapRange", func() {
			it := reflect.ValueOf(ages).MapRange()
			for it.Next() {
				st = it.Key().String()
				num += int(it.Value().Int())
			}
		}},
		{"reflect Method Call", func() { st = reflect.ValueOf(celsius(1)).MethodByName("String").Call(nil)[0].String() }},
		{"reflect.DeepEqual", func() { ok = reflect.DeepEqual(people, people[:3:3]) }},
		{"reflect.DeepEqual maps", func() { ok = reflect.DeepEqual(ages, maps.Clone(ages)) }},
		{"reflect.Append", func() { as = reflect.Append(reflect.ValueOf(words), reflect.ValueOf("x")).Interface() }},
		{"reflect.TypeAssert", func() { st, ok = reflect.TypeAssert[string](rv.Field(0)) }},
		{"reflect.FieldByName", func() { num = int(rv.FieldByName("Age").Int()) }},
		// rand, unicode, containers, unique
		{"rand.New", func() { as = rand.New(rand.NewSource(7)) }},
		{"rand.Perm", func() { as = rnd.Perm(10); num = rnd.Intn(10) }},
		{"rand.Shuffle", func() { rnd.Shuffle(len(ints), func(i, j int) { ints[i], ints[j] = ints[j], ints[i] }) }},
		{"rand/v2", func() { num = pcg.IntN(100) + randv2.IntN(10); fl = randv2.Float64() }},
		{"rand/v2 Perm", func() { as = pcg.Perm(10) }},
		{"rand/v2 New", func() { as = randv2.New(randv2.NewPCG(1, 2)) }},
		{"utf8", func() { num = utf8.RuneCountInString(utf); bs = utf8.AppendRune(bs[:0], '✓') }},
		{"utf16", func() { as = utf16.Encode([]rune(utf)) }},
		{"[]rune string", func() { r := []rune(utf); slices.Reverse(r); st = string(r) }},
		{"list", func() {
			l := list.New()
			for i := range 3 {
				l.PushBack(i)
			}
			for e := l.Front(); e != nil; e = e.Next() {
				num += e.Value.(int)
			}
			as = l
		}},
		{"ring", func() { r := ring.New(4); r.Value = num; as = r }},
		{"unique.Make", func() { as = unique.Make(txt) }},
		{"runtime.Caller", func() { _, st, num, ok = runtime.Caller(0) }},
		{"runtime.Callers", func() {
			var pc [8]uintptr
			f := runtime.CallersFrames(pc[:runtime.Callers(0, pc[:])])
			fr, _ := f.Next()
			st = fr.Function
		}},
	}
)

func main() {
	runtime.MemProfileRate = 0
	os.MkdirAll(folder, 0o755)
	os.WriteFile(file, []byte(lines), 0o644)
	for _, name := range []string{"a.txt", "b.txt", "c.go"} {
		os.WriteFile(filepath.Join(folder, name), key, 0o644)
	}
	defer os.RemoveAll(folder)
	defer os.Remove(file)
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
