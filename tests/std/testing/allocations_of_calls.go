// run
// plain: the other ways change what is allocated
// Calls of std allocate as many objects as in Go.
package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"html"
	"io"
	"log"
	"log/slog"
	"maps"
	"math/big"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

type P struct {
	X, Y int
	S    string
	M    map[string]int
	L    []int
}
type hp []int

func (h hp) Len() int           { return len(h) }
func (h hp) Less(i, j int) bool { return h[i] < h[j] }
func (h hp) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *hp) Push(x any)        { *h = append(*h, x.(int)) }
func (h *hp) Pop() any          { o := *h; x := o[len(o)-1]; *h = o[:len(o)-1]; return x }

type St struct{ a int }

func (s St) String() string { return "st" }

var sinkS string
var sinkB []byte
var sinkA any
var sinkI int

func main() {
	p := P{1, 2, "s", map[string]int{"a": 1, "b": 2, "c": 3}, []int{1, 2, 3}}
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	mi := map[int]string{1: "x", 2: "y"}
	ints := []int{5, 2, 8, 1, 9, 3, 7, 4, 6, 0, 11, 15, 13, 12}
	strs := []string{"d", "a", "c", "b"}
	re := regexp.MustCompile(`(\w+)@(\w+)\.com`)
	text := "hello foo@bar.com and baz@qux.com bye"
	js := []byte(`{"X":1,"Y":2,"S":"text","M":{"a":1},"L":[1,2,3]}`)
	tm := time.Unix(1700000000, 0).UTC()
	err1 := errors.New("e")
	var buf bytes.Buffer
	bi := big.NewInt(123456789)
	logger := log.New(io.Discard, "p", log.LstdFlags)
	run := func(name string, f func()) {
		fmt.Printf("%s %.0f\n", name, testing.AllocsPerRun(100, f))
	}
	run("Sprintf %v map", func() { sinkS = fmt.Sprintf("%v", m) })
	run("Sprintf %v map int", func() { sinkS = fmt.Sprintf("%v", mi) })
	run("Sprintf %v struct", func() { sinkS = fmt.Sprintf("%v", p) })
	run("Sprintf %+v struct", func() { sinkS = fmt.Sprintf("%+v", p) })
	run("Sprintf %#v struct", func() { sinkS = fmt.Sprintf("%#v", p) })
	run("Sprintf %v ptr", func() { sinkS = fmt.Sprintf("%v", &p) })
	run("Sprintf %T", func() { sinkS = fmt.Sprintf("%T", p.L) })
	run("Sprintf %p", func() { sinkS = fmt.Sprintf("%p", &p) })
	run("Sprintf %T %p", func() { sinkS = fmt.Sprintf("%T %p", m, &p) })
	run("Sprintf %d", func() { sinkS = fmt.Sprintf("%d", 12345) })
	run("Sprintf %s %d", func() { sinkS = fmt.Sprintf("%s %d", p.S, p.X) })
	run("Sprintf %q", func() { sinkS = fmt.Sprintf("%q", p.S) })
	run("Sprintf %x", func() { sinkS = fmt.Sprintf("%x", "hello") })
	run("Sprintf %v slice", func() { sinkS = fmt.Sprintf("%v", ints) })
	run("Sprintf %v strs", func() { sinkS = fmt.Sprintf("%v", strs) })
	run("Sprintf %f", func() { sinkS = fmt.Sprintf("%f %g", 1.5, 2.5) })
	run("Sprintf Stringer", func() { sinkS = fmt.Sprintf("%v", St{1}) })
	run("Sprintf err", func() { sinkS = fmt.Sprintf("%v", err1) })
	run("Errorf %w", func() { sinkA = fmt.Errorf("x: %w", err1) })
	run("Sprint", func() { sinkS = fmt.Sprint(1, "a", 2.5, true) })
	run("Sprintln", func() { sinkS = fmt.Sprintln(1, "a") })
	run("Sscan", func() { var a int; var s string; fmt.Sscan("1 x", &a, &s) })
	run("Fprintf", func() { fmt.Fprintf(io.Discard, "%d %s\n", 1, "x") })
	run("NewReplacer", func() { sinkA = strings.NewReplacer("a", "b", "c", "d") })
	run("NewReplacer byte run", func() { sinkS = strings.NewReplacer("a", "b", "c", "d").Replace("aabbcc") })
	run("Split", func() { sinkA = strings.Split("a,b,c", ",") })
	run("Fields", func() { sinkA = strings.Fields(" a b c ") })
	run("Join", func() { sinkS = strings.Join(strs, ",") })
	run("Repeat", func() { sinkS = strings.Repeat("ab", 10) })
	bytesByBytes, texts := strings.NewReplacer("a", "b", "c", "d"), strings.NewReplacer("abc", "b", "cde", "d")
	run("Replacer bytes", func() { sinkS = bytesByBytes.Replace("abcabc") })
	run("Replacer texts", func() { sinkS = texts.Replace("abcabc") })
	run("Sprintf %x bytes", func() { sinkS = fmt.Sprintf("%x", []byte("hello")) })
	events := slog.New(slog.NewTextHandler(io.Discard, nil))
	run("slog.Info", func() { events.Info("m", "k", 1, "s", "x") })
	events = slog.New(slog.NewJSONHandler(io.Discard, nil))
	run("slog.Info JSON", func() { events.Info("m", "k", 1, "s", "x") })
	object := []byte(`{"X":1,"S":"x","L":[1,2]}`)
	run("json.Unmarshal struct", func() { var p P; json.Unmarshal(object, &p) })
	run("json.Marshal map", func() { sinkB, _ = json.Marshal(map[string]int{"a": 1, "b": 2}) })
	addresses := regexp.MustCompile(`(\w+)@(\w+)`)
	run("ReplaceAllString", func() { sinkS = addresses.ReplaceAllString("aa@bb cc@dd", "$2.$1") })
	words := regexp.MustCompile(`\w+@\w+`)
	run("FindStringSubmatch", func() { sinkA = words.FindStringSubmatch("aa@bb cc@dd") })
	run("FindAllStringIndex", func() { sinkA = words.FindAllStringIndex("aa@bb cc@dd", -1) })
	run("FindAllStringSubmatch", func() { sinkA = addresses.FindAllStringSubmatch("aa@bb cc@dd", -1) })
	sum := reflect.ValueOf(func(a, b int) int { return a + b })
	operands := []reflect.Value{reflect.ValueOf(3), reflect.ValueOf(4)}
	run("reflect.Call", func() { sum.Call(operands) })
	run("Replace", func() { sinkS = strings.ReplaceAll("a b c", " ", "--") })
	run("ToUpper", func() { sinkS = strings.ToUpper("abc") })
	run("Title map", func() { sinkS = strings.Map(func(r rune) rune { return r + 1 }, "abc") })
	run("Builder", func() {
		var b strings.Builder
		for range 20 {
			b.WriteString("xyz")
		}
		sinkS = b.String()
	})
	run("SplitSeq", func() {
		for s := range strings.SplitSeq("a,b,c", ",") {
			sinkS = s
		}
	})
	run("sort.Slice", func() { sort.Slice(ints, func(i, j int) bool { return ints[i] < ints[j] }) })
	run("sort.SliceStable", func() { sort.SliceStable(ints, func(i, j int) bool { return ints[i] < ints[j] }) })
	run("sort.Ints", func() { sort.Ints(ints) })
	run("sort.Strings", func() { sort.Strings(strs) })
	run("sort.Sort", func() { sort.Sort(sort.IntSlice(ints)) })
	run("sort.Stable", func() { sort.Stable(sort.Reverse(sort.IntSlice(ints))) })
	run("sort.SliceIsSorted", func() { sort.SliceIsSorted(ints, func(i, j int) bool { return ints[i] < ints[j] }) })
	run("slices.SortFunc", func() { slices.SortFunc(ints, func(a, b int) int { return b - a }) })
	run("slices.Sorted maps", func() { sinkA = slices.Sorted(maps.Keys(m)) })
	run("Getenv", func() { sinkS = os.Getenv("HOME") })
	run("Getenv missing", func() { sinkS = os.Getenv("NOPE_X") })
	run("LookupEnv", func() { sinkS, _ = os.LookupEnv("PATH") })
	run("Environ", func() { sinkI = len(os.Environ()) - len(os.Environ()) })
	run("Itoa", func() { sinkS = strconv.Itoa(123456) })
	run("FormatFloat", func() { sinkS = strconv.FormatFloat(1.5, 'g', -1, 64) })
	run("Quote", func() { sinkS = strconv.Quote("a\nb") })
	run("Unquote", func() { sinkS, _ = strconv.Unquote(`"a\nb"`) })
	run("Atoi err", func() { _, e := strconv.Atoi("x1"); sinkA = e })
	run("ParseFloat err", func() { _, e := strconv.ParseFloat("x1", 64); sinkA = e })
	run("json.Valid", func() { json.Valid(js) })
	run("regexp.MatchString", func() { re.MatchString(text) })
	run("regexp.FindString", func() { sinkS = re.FindString(text) })
	run("regexp.Submatch", func() { sinkA = re.FindStringSubmatch(text) })
	run("time.Format", func() { sinkS = tm.Format(time.RFC3339) })
	run("time.Parse", func() { sinkA, _ = time.Parse(time.RFC3339, "2020-01-02T03:04:05Z") })
	run("time.String", func() { sinkS = tm.String() })
	run("Duration.String", func() { sinkS = time.Duration(1234567890).String() })
	run("errors.Is", func() { errors.Is(err1, io.EOF) })
	run("errors.Join", func() { sinkA = errors.Join(err1, io.EOF) })
	run("errors.As", func() { var pe *os.PathError; errors.As(err1, &pe) })
	run("bufio.Scanner", func() {
		s := bufio.NewScanner(strings.NewReader("a\nb\nc"))
		for s.Scan() {
			sinkS = s.Text()
		}
	})
	run("bufio.Writer", func() { w := bufio.NewWriter(io.Discard); w.WriteString("x"); w.Flush() })
	run("bytes.Buffer", func() { var b bytes.Buffer; b.WriteString("hello"); sinkS = b.String() })
	run("bytes.Split", func() { sinkI = len(bytes.Split(js, []byte(","))) })
	run("base64", func() { sinkS = base64.StdEncoding.EncodeToString(js) })
	run("hex", func() { sinkS = hex.EncodeToString(js) })
	run("binary.Write", func() { buf.Reset(); binary.Write(&buf, binary.LittleEndian, uint32(7)) })
	run("binary.Append struct", func() { sinkB, _ = binary.Append(nil, binary.BigEndian, struct{ A, B int32 }{1, 2}) })
	run("csv", func() { r := csv.NewReader(strings.NewReader("a,b\nc,d\n")); sinkA, _ = r.ReadAll() })
	run("big.Add", func() { sinkA = new(big.Int).Add(bi, bi) })
	run("big.String", func() { sinkS = bi.String() })
	run("url.Parse", func() { sinkA, _ = url.Parse("http://u:p@host:80/path?q=1#f") })
	run("url.Values", func() { v := url.Values{}; v.Set("a", "b"); sinkS = v.Encode() })
	run("url.QueryEscape", func() { sinkS = url.QueryEscape("a b&c") })
	run("filepath.Join", func() { sinkS = filepath.Join("a", "b", "../c") })
	run("filepath.Clean", func() { sinkS = filepath.Clean("a/b/../c") })
	run("reflect.DeepEqual", func() { reflect.DeepEqual(p, p) })
	run("reflect.ValueOf.Field", func() { sinkA = reflect.ValueOf(p).Field(0).Interface() })
	run("reflect.MapKeys", func() { sinkI = len(reflect.ValueOf(m).MapKeys()) })
	run("sync.Once", func() { var o sync.Once; o.Do(func() {}) })
	run("sync.Map", func() { var m sync.Map; m.Store(1, 2); m.Load(1) })
	run("sync.OnceValue", func() { sinkI = sync.OnceValue(func() int { return 1 })() })
	run("heap", func() { h := hp{3, 1, 2}; heap.Init(&h); heap.Push(&h, 5); heap.Pop(&h) })
	run("list", func() { l := list.New(); l.PushBack(1); l.PushBack(2) })
	run("context", func() {
		c, cancel := context.WithCancel(context.Background())
		c = context.WithValue(c, "k", 1)
		c.Value("k")
		cancel()
	})
	run("context timeout", func() { _, cancel := context.WithTimeout(context.Background(), time.Hour); cancel() })
	run("html.Escape", func() { sinkS = html.EscapeString("<a&b>") })
	run("log", func() { logger.Printf("x %d", 1) })
	run("sha256", func() { s := sha256.Sum256(js); sinkI = int(s[0]) })
	run("crc32", func() { sinkI = int(crc32.ChecksumIEEE(js)) })
	run("fnv", func() { h := fnv.New32a(); h.Write(js); sinkI = int(h.Sum32()) })
	run("utf8", func() { sinkB = utf8.AppendRune(nil, 'x') })
	run("os.Stat err", func() { _, e := os.Stat("/nonexistent/x"); sinkA = e })
	run("recover panic", func() { func() { defer func() { recover() }(); panic("x") }() })
	run("recover index", func() { func() { defer func() { recover() }(); sinkI = ints[len(ints)+sinkI*0] }() })
}

// Output:
// Sprintf %v map 8
// Sprintf %v map int 6
// Sprintf %v struct 12
// Sprintf %+v struct 12
// Sprintf %#v struct 12
// Sprintf %v ptr 16
// Sprintf %T 2
// Sprintf %p 1
// Sprintf %T %p 1
// Sprintf %d 1
// Sprintf %s %d 2
// Sprintf %q 2
// Sprintf %x 1
// Sprintf %v slice 16
// Sprintf %v strs 6
// Sprintf %f 1
// Sprintf Stringer 1
// Sprintf err 0
// Errorf %w 2
// Sprint 1
// Sprintln 1
// Sscan 4
// Fprintf 0
// NewReplacer 2
// NewReplacer byte run 5
// Split 2
// Fields 2
// Join 1
// Repeat 1
// Replacer bytes 2
// Replacer texts 3
// Sprintf %x bytes 3
// slog.Info 0
// slog.Info JSON 0
// json.Unmarshal struct 3
// json.Marshal map 8
// ReplaceAllString 6
// FindStringSubmatch 2
// FindAllStringIndex 6
// FindAllStringSubmatch 6
// reflect.Call 2
// Replace 1
// ToUpper 1
// Title map 1
// Builder 4
// SplitSeq 0
// sort.Slice 2
// sort.SliceStable 2
// sort.Ints 0
// sort.Strings 0
// sort.Sort 1
// sort.Stable 2
// sort.SliceIsSorted 0
// slices.SortFunc 0
// slices.Sorted maps 7
// Getenv 0
// Getenv missing 0
// LookupEnv 0
// Environ 2
// Itoa 1
// FormatFloat 1
// Quote 2
// Unquote 1
// Atoi err 2
// ParseFloat err 2
// json.Valid 0
// regexp.MatchString 0
// regexp.FindString 0
// regexp.Submatch 3
// time.Format 1
// time.Parse 1
// time.String 1
// Duration.String 1
// errors.Is 0
// errors.Join 2
// errors.As 1
// bufio.Scanner 2
// bufio.Writer 1
// bytes.Buffer 2
// bytes.Split 1
// base64 2
// hex 2
// binary.Write 1
// binary.Append struct 1
// csv 15
// big.Add 2
// big.String 2
// url.Parse 2
// url.Values 2
// url.QueryEscape 1
// filepath.Join 3
// filepath.Clean 2
// reflect.DeepEqual 2
// reflect.ValueOf.Field 1
// reflect.MapKeys 4
// sync.Once 1
// sync.Map 3
// sync.OnceValue 1
// heap 3
// list 3
// context 3
// context timeout 4
// html.Escape 1
// log 0
// sha256 0
// crc32 0
// fnv 0
// utf8 1
// os.Stat err 3
// recover panic 0
// recover index 1
