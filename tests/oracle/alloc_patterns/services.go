package main

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"container/heap"
	"container/list"
	"container/ring"
	"context"
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/md5"
	"crypto/rand"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/ascii85"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"encoding/xml"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"image"
	"image/jpeg"
	"io"
	"io/fs"
	"iter"
	"log"
	"log/slog"
	"maps"
	"math/big"
	mathrand "math/rand"
	"mime/multipart"
	"net/mail"
	"net/netip"
	"net/textproto"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"testing/fstest"
	"time"
)

const runs = 64

type address struct {
	Street string `json:"street" xml:"street"`
	Zip    string `json:"zip,omitempty" xml:"zip,attr"`
}
type customer struct {
	ID      int64             `json:"id" xml:"id,attr"`
	Name    string            `json:"name" xml:"name"`
	Active  bool              `json:"active"`
	Score   float64           `json:"score"`
	Home    address           `json:"home" xml:"home"`
	Work    *address          `json:"work,omitempty" xml:"work"`
	Labels  map[string]string `json:"labels,omitempty" xml:"-"`
	Orders  []order           `json:"orders" xml:"orders>order"`
	Created time.Time         `json:"created"`
	secret  int
}
type order struct {
	Item  string
	Count int
	Price float64 `json:",string"`
}
type temperature float64
type kind int
type fault struct{ code int }
type queue []int
type record struct {
	A uint32
	B int16
	C [4]byte
	D float32
}

func (t temperature) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "%.1f", float64(t)), nil }
func (t *temperature) UnmarshalJSON(b []byte) error {
	_, err := fmt.Sscan(string(b), (*float64)(t))
	return err
}
func (k kind) MarshalText() ([]byte, error)  { return []byte{'k', byte('0' + k)}, nil }
func (k *kind) UnmarshalText(b []byte) error { *k = kind(b[1] - '0'); return nil }
func (f *fault) Error() string               { return fmt.Sprint("fault ", f.code) }
func (f *fault) Is(err error) bool           { return err == fs.ErrInvalid }
func (q queue) Len() int                     { return len(q) }
func (q queue) Less(i, j int) bool           { return q[i] < q[j] }
func (q queue) Swap(i, j int)                { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)                  { *q = append(*q, x.(int)) }
func (q *queue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func packed(make func(io.Writer) io.WriteCloser) []byte {
	var b bytes.Buffer
	w := make(&b)
	io.WriteString(w, lines)
	w.Close()
	return b.Bytes()
}

var (
	st        string
	bs        []byte
	as        any
	es        error
	ok        bool
	num       int
	fl        float64
	when      time.Time
	strs      []string
	ints      = []int{9, 4, 7, 1, 8, 2, 6, 3, 5, 0}
	words     = []string{"pear", "apple", "fig", "plum", "date"}
	txt       = "the quick brown fox jumps over the lazy dog"
	lines     = strings.Repeat("one line of text\n", 20)
	data      = []byte(txt)
	tm        = time.Date(2024, 2, 29, 12, 34, 56, 789000000, time.UTC)
	dur       = 90 * time.Minute
	ages      = map[string]int{"ann": 41, "bob": 52, "cid": 17}
	ann       = customer{1, "ann", true, 2.5, address{"Main St", "89073"}, &address{"Work St", ""}, map[string]string{"a": "b"}, []order{{"pen", 2, 1.5}, {"ink", 1, 4}}, tm, 0}
	text      = func() []byte { b, _ := json.Marshal(ann); return b }()
	loose     = []byte(`{"a":{"b":[1,2,{"c":null}],"d":"e\u00e9\n"},"f":[true,false],"g":1.5e3}`)
	numbs     = []byte(`[1,2,3,4,5,6,7,8,9,10]`)
	dict      = []byte(`{"one":1,"two":2,"three":3}`)
	rows      = "a,b,c\n1,\"x, y\",3\n4,5,6\n"
	page      = "https://user@host.example/path/to?q=a+b&q=c&z=%20#part"
	place     = &url.URL{Scheme: "http", Host: "h", Path: "/a"}
	bg        = context.Background()
	wrap      = fmt.Errorf("outer: %w", &fault{3})
	both      = errors.Join(fs.ErrExist, wrap)
	mu        sync.Mutex
	rw        sync.RWMutex
	once      sync.Once
	table     sync.Map
	count64   atomic.Int64
	shared    atomic.Pointer[address]
	pool      = sync.Pool{New: func() any { return new([64]byte) }}
	plain     = log.New(io.Discard, "", 0)
	stamp     = log.New(io.Discard, "app ", log.LstdFlags|log.Lmicroseconds|log.Lmsgprefix)
	texts     = slog.New(slog.NewTextHandler(io.Discard, &slog.HandlerOptions{AddSource: true, Level: slog.LevelDebug}))
	jsons     = slog.New(slog.NewJSONHandler(io.Discard, nil)).With("service", "x").WithGroup("req")
	rnd       = mathrand.New(mathrand.NewSource(3))
	gz        = packed(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) })
	zl        = packed(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	dir       = filepath.Join(os.TempDir(), "govm_alloc_services")
	file      = filepath.Join(dir, "file.txt")
	aesKey, _ = aes.NewCipher([]byte("0123456789abcdef"))
	block     = make([]byte, 32)
	ip        = netip.MustParseAddr("10.1.2.3")
	header    = "Subject: hello\r\nTo: a@b.c\r\nX-Long: one\r\n two\r\n\r\n"
	form      = "--b\r\nContent-Disposition: form-data; name=\"n\"\r\n\r\nvalue\r\n--b--\r\n"
	gray      = image.NewGray(image.Rect(0, 0, 16, 16))
	photo     = func() []byte { var b bytes.Buffer; jpeg.Encode(&b, gray, nil); return b.Bytes() }()
	tree      = fstest.MapFS{"a/b.txt": {Data: data}, "a/c.go": {Data: data}}
	pats      = []struct {
		name string
		f    func()
	}{
		// errors
		{"errors.Is method", func() { ok = errors.Is(wrap, fs.ErrInvalid) }},
		{"errors.Is joined", func() { ok = errors.Is(both, fs.ErrInvalid) }},
		{"errors.As joined", func() { var f *fault; ok = errors.As(both, &f) }},
		{"errors.Join nil", func() { es = errors.Join(nil, nil) }},
		{"errors.Join one Error", func() { st = errors.Join(fs.ErrExist).Error() }},
		{"errors.Join three Error", func() { st = errors.Join(fs.ErrExist, wrap, io.EOF).Error() }},
		{"errors wrapped thrice", func() { es = fmt.Errorf("a: %w", fmt.Errorf("b: %w", fmt.Errorf("c: %w", io.EOF))) }},
		{"errors custom", func() { es = &fault{num}; st = es.Error() }},
		{"panic value recovered", func() {
			defer func() { as = recover() }()
			panic(&fault{1})
		}},
		{"panic wrapped", func() {
			defer func() {
				if r := recover(); r != nil {
					es = fmt.Errorf("recovered: %v", r)
				}
			}()
			var m map[string]int
			m["x"] = 1
		}},
		// sort, slices, maps, iter
		{"sort.Strings copy", func() { s := append([]string(nil), words...); sort.Strings(s); strs = s }},
		{"sort.Float64s", func() { s := []float64{3, 1, 2}; sort.Float64s(s); as = s }},
		{"sort.IntsAreSorted", func() {
			ok = sort.IntsAreSorted(ints) && sort.SliceIsSorted(words, func(i, j int) bool { return words[i] < words[j] })
		}},
		{"sort.Find", func() { num, ok = sort.Find(len(words), func(i int) int { return strings.Compare("fig", words[i]) }) }},
		{"sort.StringSlice", func() { sort.Sort(sort.StringSlice(words)); sort.Sort(sort.Reverse(sort.StringSlice(words))) }},
		{"slices.Replace", func() { as = slices.Replace(slices.Clone(ints), 1, 3, 7, 7, 7) }},
		{"slices.DeleteFunc", func() { as = slices.DeleteFunc(slices.Clone(ints), func(x int) bool { return x%2 == 0 }) }},
		{"slices.CompactFunc", func() { as = slices.CompactFunc(slices.Clone(words), func(a, b string) bool { return a[0] == b[0] }) }},
		{"slices.ContainsFunc", func() { ok = slices.ContainsFunc(words, func(s string) bool { return len(s) > 9 }) }},
		{"slices.EqualFunc", func() { ok = slices.EqualFunc(ints, words, func(a int, b string) bool { return a == len(b) }) }},
		{"slices.Compare", func() { num = slices.Compare(ints, ints) }},
		{"slices.Clip Grow", func() { as = slices.Clip(slices.Grow([]int{1, 2}, 10)) }},
		{"slices.Repeat words", func() { as = slices.Repeat(words, 3) }},
		{"slices.BinarySearchFunc", func() {
			num, ok = slices.BinarySearchFunc(words, 3, func(s string, n int) int { return cmp.Compare(len(s), n) })
		}},
		{"slices.SortedStableFunc", func() {
			strs = slices.SortedStableFunc(slices.Values(words), func(a, b string) int { return cmp.Compare(len(a), len(b)) })
		}},
		{"slices.MinFunc", func() { st = slices.MinFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) }) }},
		{"slices.Collect own", func() { as = slices.Collect(count(20)) }},
		{"maps.Keys loop", func() {
			for k := range maps.Keys(ages) {
				num += len(k)
			}
		}},
		{"maps.Insert", func() { m := map[string]int{}; maps.Insert(m, maps.All(ages)); as = m }},
		{"maps.EqualFunc", func() { ok = maps.EqualFunc(ages, ages, func(a, b int) bool { return a == b }) }},
		{"iter.Pull own", func() {
			next, stop := iter.Pull(count(3))
			num, ok = next()
			stop()
		}},
		{"group by", func() {
			m := map[int][]string{}
			for _, w := range words {
				m[len(w)] = append(m[len(w)], w)
			}
			as = m
		}},
		{"map of structs", func() {
			m := make(map[string]address, 3)
			for _, w := range words[:3] {
				m[w] = address{w, "z"}
			}
			as = m
		}},
		{"set of runes", func() {
			m := map[rune]bool{}
			for _, r := range txt {
				m[r] = true
			}
			num = len(m)
		}},
		{"heap queue", func() {
			q := &queue{5, 2, 8}
			heap.Init(q)
			heap.Push(q, 3)
			num = heap.Pop(q).(int)
			heap.Fix(q, 0)
		}},
		{"list moves", func() {
			l := list.New()
			a := l.PushBack("a")
			l.PushFront("b")
			l.InsertBefore("c", a)
			l.MoveToFront(a)
			l.Remove(a)
			as = l
		}},
		{"ring do", func() {
			r := ring.New(3)
			for i := range 3 {
				r.Value = i
				r = r.Next()
			}
			r.Do(func(x any) { num += x.(int) })
		}},
		// time
		{"time.Now", func() { when = time.Now(); dur = time.Since(when) }},
		{"time.Format RFC3339", func() { st = tm.Format(time.RFC3339) }},
		{"time.Format RFC3339Nano", func() { st = tm.Format(time.RFC3339Nano) }},
		{"time.Format Kitchen", func() { st = tm.Format(time.Kitchen) }},
		{"time.Format long", func() { st = tm.Format("Monday, 02-Jan-06 15:04:05.000 MST") }},
		{"time.AppendFormat", func() { bs = tm.AppendFormat(bs[:0], time.DateTime) }},
		{"time.Parse RFC3339", func() { when, es = time.Parse(time.RFC3339, "2024-02-29T12:34:56Z") }},
		{"time.Parse offset", func() { when, es = time.Parse(time.RFC3339, "2024-02-29T12:34:56+01:00") }},
		{"time.Parse date", func() { when, es = time.Parse("2006-01-02", "2024-02-29") }},
		{"time.Parse error", func() { when, es = time.Parse("2006-01-02", "2024-02-xx") }},
		{"time.Parse error text", func() { _, err := time.Parse("2006-01-02", "x"); st = err.Error() }},
		{"time.ParseInLocation", func() { when, es = time.ParseInLocation(time.DateTime, "2024-02-29 01:02:03", time.Local) }},
		{"time.ParseDuration error", func() { _, es = time.ParseDuration("1x") }},
		{"Duration texts", func() { st = time.Duration(1234567).String() + dur.Round(time.Hour).String() }},
		{"time.Date Add", func() { when = tm.Add(dur).AddDate(0, 1, 1).Truncate(time.Hour); ok = when.After(tm) }},
		{"time.FixedZone", func() { when = tm.In(time.FixedZone("X", 3600)); st = when.String() }},
		{"time.MarshalJSON", func() { bs, es = tm.MarshalJSON() }},
		{"time.UnmarshalJSON", func() { es = when.UnmarshalJSON([]byte(`"2024-02-29T12:34:56Z"`)) }},
		{"time.MarshalText", func() { bs, es = tm.MarshalText() }},
		{"time.Month Weekday", func() { st = tm.Month().String() + tm.Weekday().String() }},
		{"time.After", func() { as = time.After(time.Hour) }},
		{"time.NewTicker", func() { t := time.NewTicker(time.Hour); t.Stop() }},
		{"time.Timer Reset", func() { t := time.NewTimer(time.Hour); t.Reset(2 * time.Hour); t.Stop() }},
		// sync, context
		{"sync.Mutex TryLock", func() { ok = mu.TryLock(); mu.Unlock(); rw.RLock(); rw.RUnlock() }},
		{"sync.Once", func() { once.Do(func() { num++ }) }},
		{"sync.Map ops", func() {
			table.Store(num, txt)
			as, ok = table.LoadAndDelete(num)
			table.CompareAndSwap("a", 1, 2)
			table.Swap("a", 1)
		}},
		{"sync.Map Clear", func() { var m sync.Map; m.Store("a", 1); m.Clear() }},
		{"sync.Pool array", func() { p := pool.Get().(*[64]byte); p[0]++; pool.Put(p) }},
		{"sync.OnceValue used", func() { f := sync.OnceValue(func() string { return txt }); st = f() + f() }},
		{"atomic.Pointer", func() { shared.Store(&address{"s", "z"}); as = shared.Load() }},
		{"atomic add", func() { count64.Add(1); num = int(count64.Load()) }},
		{"context.WithValue thrice", func() {
			c := context.WithValue(context.WithValue(context.WithValue(bg, kind(1), 1), kind(2), "b"), kind(3), nil)
			as = c.Value(kind(1))
		}},
		{"context.WithTimeoutCause", func() { c, cancel := context.WithTimeoutCause(bg, time.Hour, io.EOF); cancel(); es = context.Cause(c) }},
		{"context Done select", func() {
			c, cancel := context.WithCancel(bg)
			select {
			case <-c.Done():
			default:
			}
			cancel()
			<-c.Done()
		}},
		{"context children", func() {
			c, cancel := context.WithCancel(bg)
			for range 3 {
				d, stop := context.WithCancel(c)
				defer stop()
				as = d
			}
			cancel()
		}},
		{"context errors", func() { st = context.DeadlineExceeded.Error() + context.Canceled.Error() }},
		{"worker pool", func() {
			jobs, results := make(chan int), make(chan int, 8)
			var wg sync.WaitGroup
			for range 2 {
				wg.Add(1)
				go func() {
					defer wg.Done()
					for j := range jobs {
						results <- j * j
					}
				}()
			}
			for i := range 8 {
				jobs <- i
			}
			close(jobs)
			wg.Wait()
			close(results)
			for r := range results {
				num += r
			}
		}},
		{"pipeline", func() {
			c := make(chan int)
			go func() {
				defer close(c)
				for i := range 3 {
					c <- i
				}
			}()
			for v := range c {
				num += v
			}
		}},
		{"select timeout", func() {
			c := make(chan int, 1)
			c <- 1
			select {
			case v := <-c:
				num = v
			case <-time.After(time.Hour):
			}
		}},
		// json
		{"json.Marshal struct", func() { bs, es = json.Marshal(ann) }},
		{"json.Marshal pointer", func() { bs, es = json.Marshal(&ann) }},
		{"json.MarshalIndent struct", func() { bs, es = json.MarshalIndent(ann.Home, "", "  ") }},
		{"json.Marshal map any", func() { bs, es = json.Marshal(map[string]any{"a": 1, "b": []any{"x", nil, 2.5}}) }},
		{"json.Marshal strings", func() { bs, es = json.Marshal(words) }},
		{"json.Marshal string", func() { bs, es = json.Marshal("a<b>\u2028é\x01") }},
		{"json.Marshal number", func() { bs, es = json.Marshal(num) }},
		{"json.Marshal Marshaler", func() { bs, es = json.Marshal([]temperature{1.5, 2.5}) }},
		{"json.Marshal TextMarshaler", func() { bs, es = json.Marshal(map[kind]kind{1: 2}) }},
		{"json.Marshal time", func() { bs, es = json.Marshal(tm) }},
		{"json.Marshal bytes", func() { bs, es = json.Marshal(data) }},
		{"json.Marshal RawMessage", func() { bs, es = json.Marshal(json.RawMessage(`{"a": 1}`)) }},
		{"json.Marshal anonymous", func() { bs, es = json.Marshal(struct{ A, B int }{1, 2}) }},
		{"json.Marshal unsupported", func() { bs, es = json.Marshal(func() {}) }},
		{"json.Unmarshal struct", func() { var c customer; es = json.Unmarshal(text, &c) }},
		{"json.Unmarshal any", func() { var v any; es = json.Unmarshal(loose, &v); as = v }},
		{"json.Unmarshal map any", func() { var v map[string]any; es = json.Unmarshal(loose, &v); as = v }},
		{"json.Unmarshal ints", func() { var v []int; es = json.Unmarshal(numbs, &v); as = v }},
		{"json.Unmarshal floats", func() { var v []float64; es = json.Unmarshal(numbs, &v); as = v }},
		{"json.Unmarshal array", func() { var v [3]int; es = json.Unmarshal(numbs, &v); as = v }},
		{"json.Unmarshal map ints", func() { var v map[string]int; es = json.Unmarshal(dict, &v); as = v }},
		{"json.Unmarshal Unmarshaler", func() { var v []temperature; es = json.Unmarshal([]byte("[1.5,2]"), &v) }},
		{"json.Unmarshal text keys", func() { var v map[kind]kind; es = json.Unmarshal([]byte(`{"k1":"k2"}`), &v) }},
		{"json.Unmarshal string", func() { var v string; es = json.Unmarshal([]byte(`"a\u00e9"`), &v); st = v }},
		{"json.Unmarshal bytes", func() { var v []byte; es = json.Unmarshal([]byte(`"aGVsbG8="`), &v); bs = v }},
		{"json.Unmarshal RawMessage", func() { var v map[string]json.RawMessage; es = json.Unmarshal(loose, &v); as = v }},
		{"json.Unmarshal Number", func() {
			d := json.NewDecoder(bytes.NewReader(numbs))
			d.UseNumber()
			var v any
			es = d.Decode(&v)
			as = v
		}},
		{"json.Unmarshal unknown", func() { var v struct{ F []bool }; es = json.Unmarshal(loose, &v) }},
		{"json.Unmarshal bad end", func() { var v any; es = json.Unmarshal([]byte(`{"a":1`), &v) }},
		{"json.Unmarshal bad type", func() { var v struct{ One string }; es = json.Unmarshal(dict, &v) }},
		{"json.Unmarshal not pointer", func() { es = json.Unmarshal(dict, ages) }},
		{"json.Valid", func() { ok = json.Valid(loose) && json.Valid(text) }},
		{"json.Compact", func() { var b bytes.Buffer; es = json.Compact(&b, text) }},
		{"json.Indent", func() { var b bytes.Buffer; es = json.Indent(&b, loose, "", "\t") }},
		{"json.Encoder loop", func() {
			e := json.NewEncoder(io.Discard)
			for i := range 3 {
				e.Encode(address{"s", words[i]})
			}
		}},
		{"json.Encoder indent", func() { e := json.NewEncoder(io.Discard); e.SetIndent("", " "); es = e.Encode(ages) }},
		{"json.Decoder stream", func() {
			d := json.NewDecoder(strings.NewReader(`{"One":1} {"One":2} {"One":3}`))
			for {
				var v struct{ One int }
				if d.Decode(&v) != nil {
					break
				}
				num += v.One
			}
		}},
		{"json.Decoder strict", func() {
			d := json.NewDecoder(bytes.NewReader(dict))
			d.DisallowUnknownFields()
			var v struct{ One int }
			es = d.Decode(&v)
		}},
		// encodings
		{"xml.Marshal struct", func() { bs, es = xml.Marshal(ann.Home) }},
		{"xml.MarshalIndent", func() { bs, es = xml.MarshalIndent(ann.Orders, "", " ") }},
		{"xml.Unmarshal struct", func() { var a address; es = xml.Unmarshal([]byte(`<address zip="1"><street>x</street></address>`), &a) }},
		{"xml.Decoder tokens", func() {
			d := xml.NewDecoder(strings.NewReader(`<a x="1">t<b/></a>`))
			for {
				if _, err := d.Token(); err != nil {
					break
				}
			}
		}},
		{"xml.EscapeText", func() { es = xml.EscapeText(io.Discard, []byte("a<b>&")) }},
		{"gob round", func() {
			var b bytes.Buffer
			gob.NewEncoder(&b).Encode(ann.Home)
			var a address
			es = gob.NewDecoder(&b).Decode(&a)
		}},
		{"gob encode slice", func() { es = gob.NewEncoder(io.Discard).Encode(ints) }},
		{"csv.Read", func() {
			r := csv.NewReader(strings.NewReader(rows))
			for {
				rec, err := r.Read()
				if err != nil {
					break
				}
				strs = rec
			}
		}},
		{"csv.WriteAll", func() { es = csv.NewWriter(io.Discard).WriteAll([][]string{{"a", "b"}, {"c", "d e"}}) }},
		{"binary.Read struct", func() { var r record; es = binary.Read(bytes.NewReader(data), binary.BigEndian, &r) }},
		{"binary.Write struct", func() { var b bytes.Buffer; es = binary.Write(&b, binary.LittleEndian, record{A: 1}); bs = b.Bytes() }},
		{"binary.Append", func() { bs, es = binary.Append(nil, binary.LittleEndian, []uint16{1, 2, 3}) }},
		{"binary.ReadUvarint", func() { v, _ := binary.ReadUvarint(bytes.NewReader([]byte{0xac, 2})); num = int(v) }},
		{"binary.Size", func() { num = binary.Size(record{}) }},
		{"base64 raw", func() {
			st = base64.RawURLEncoding.EncodeToString(data)
			bs, es = base64.RawURLEncoding.DecodeString(st)
		}},
		{"base64 AppendEncode", func() { bs = base64.StdEncoding.AppendEncode(bs[:0], data) }},
		{"base32 decode", func() { bs, es = base32.StdEncoding.DecodeString("NBSWY3DP") }},
		{"hex stream", func() {
			w := hex.NewEncoder(io.Discard)
			w.Write(data)
			bs, es = io.ReadAll(hex.NewDecoder(strings.NewReader("6869")))
		}},
		{"hex.Dumper", func() { w := hex.Dumper(io.Discard); w.Write(data); w.Close() }},
		{"ascii85", func() { b := make([]byte, ascii85.MaxEncodedLen(len(data))); num = ascii85.Encode(b, data); bs = b }},
		{"pem.Decode", func() { b, _ := pem.Decode([]byte("-----BEGIN X-----\naGk=\n-----END X-----\n")); as = b }},
		// url
		{"url.Parse user query", func() { u, _ := url.Parse(page); st = u.User.Username() + u.Fragment }},
		{"url.ParseQuery", func() { v, _ := url.ParseQuery("a=1&b=2&a=3"); st = v.Get("a") }},
		{"url.ParseRequestURI", func() { as, es = url.ParseRequestURI("/a/b?c") }},
		{"url.ResolveReference", func() { u, _ := place.Parse("../b?c"); st = u.String() }},
		{"url.QueryEscape", func() { st = url.QueryEscape("a b&c=d/é") }},
		{"url.PathUnescape", func() { st, es = url.PathUnescape("a%2Fb") }},
		{"url.UserPassword", func() { st = url.UserPassword("a", "b:c").String() }},
		{"url.Values Set", func() { v := url.Values{}; v.Set("k", "v"); v.Add("k", "w"); st = v.Encode() }},
		// hashes
		{"sha256.Sum256", func() { s := sha256.Sum256(data); st = hex.EncodeToString(s[:]) }},
		{"sha1.New", func() { h := sha1.New(); h.Write(data); bs = h.Sum(nil) }},
		{"sha512.New", func() { h := sha512.New(); h.Write(data); bs = h.Sum(nil) }},
		{"md5 %x", func() { st = fmt.Sprintf("%x", md5.Sum(data)) }},
		{"fnv 32", func() { h := fnv.New32a(); h.Write(data); num = int(h.Sum32()) }},
		{"crc32 table", func() { num = int(crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli))) }},
		{"crc64.New", func() { h := crc64.New(crc64.MakeTable(crc64.ECMA)); h.Write(data); num = int(h.Sum64()) }},
		{"crypto/rand", func() { b := make([]byte, 16); rand.Read(b); bs = b }},
		{"rand.Text", func() { st = rand.Text() }},
		// log, slog
		{"log plain", func() { plain.Println("a", num); plain.Printf("%s=%d", txt, num); plain.Print(words) }},
		{"log stamped", func() { stamp.Printf("x %d", num) }},
		{"log Output", func() { plain.Output(1, txt) }},
		{"slog text source", func() { texts.Debug("m", "k", num) }},
		{"slog json group", func() { jsons.Info("m", "id", num, slog.Group("g", slog.Bool("b", true), slog.Time("t", tm))) }},
		{"slog error any", func() { jsons.Error("m", "err", wrap, "any", words) }},
		{"slog LogValuer", func() { texts.Log(bg, slog.LevelWarn, "m", slog.Any("d", dur), slog.Float64("f", fl)) }},
		{"slog With many", func() { as = texts.With("a", 1, "b", 2).WithGroup("g").With("c", 3) }},
		{"slog.Attr", func() { st = slog.Int("n", num).String() + slog.AnyValue(wrap).String() }},
		// io, os, paths
		{"io.Pipe", func() {
			r, w := io.Pipe()
			go func() { io.WriteString(w, txt); w.Close() }()
			bs, es = io.ReadAll(r)
		}},
		{"io.MultiReader", func() { bs, es = io.ReadAll(io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))) }},
		{"io.MultiWriter", func() { num, es = io.WriteString(io.MultiWriter(io.Discard, io.Discard), txt) }},
		{"io.TeeReader", func() { bs, es = io.ReadAll(io.TeeReader(strings.NewReader(txt), io.Discard)) }},
		{"io.LimitReader", func() { bs, es = io.ReadAll(io.LimitReader(strings.NewReader(txt), 5)) }},
		{"io.SectionReader", func() { bs, es = io.ReadAll(io.NewSectionReader(strings.NewReader(txt), 4, 5)) }},
		{"io.ReadFull", func() { b := make([]byte, 4); num, es = io.ReadFull(strings.NewReader(txt), b) }},
		{"io.CopyN", func() { n, err := io.CopyN(io.Discard, strings.NewReader(txt), 10); num, es = int(n), err }},
		{"io.CopyBuffer", func() {
			n, _ := io.CopyBuffer(io.Discard, io.MultiReader(strings.NewReader(txt)), make([]byte, 64))
			num = int(n)
		}},
		{"os.OpenFile append", func() { f, _ := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0o644); f.WriteString("x"); f.Close() }},
		{"os.File Seek ReadAt", func() {
			f, _ := os.Open(file)
			f.Seek(2, io.SeekStart)
			b := make([]byte, 4)
			f.Read(b)
			f.ReadAt(b, 1)
			f.Close()
		}},
		{"os.File ReadAll", func() { f, _ := os.Open(file); bs, es = io.ReadAll(f); f.Close() }},
		{"os.File Stat", func() { f, _ := os.Open(file); i, _ := f.Stat(); st = i.Name(); f.Close() }},
		{"os.File Readdirnames", func() { f, _ := os.Open(dir); strs, es = f.Readdirnames(-1); f.Close() }},
		{"os.Lstat mode", func() { i, _ := os.Lstat(file); st = i.Mode().String() }},
		{"os.Rename Remove", func() { os.WriteFile(file+"1", data, 0o644); os.Rename(file+"1", file+"2"); es = os.Remove(file + "2") }},
		{"os.Mkdir RemoveAll", func() { os.Mkdir(dir+"/sub", 0o755); es = os.RemoveAll(dir + "/sub") }},
		{"os.CreateTemp", func() { f, _ := os.CreateTemp(dir, "x*"); f.Close(); es = os.Remove(f.Name()) }},
		{"os.MkdirTemp", func() { d, _ := os.MkdirTemp(dir, "d"); es = os.Remove(d) }},
		{"os.Getwd", func() { st, es = os.Getwd() }},
		{"os.LookupEnv", func() { st, ok = os.LookupEnv("NOT_THERE"); os.Setenv("GOVM_ALLOC", "1"); os.Unsetenv("GOVM_ALLOC") }},
		{"os.Environ", func() { num = len(os.Environ()) }},
		{"os.Remove error", func() { es = os.Remove(dir + "/none"); ok = errors.Is(es, fs.ErrNotExist) }},
		{"os.Hostname", func() { st, es = os.Hostname() }},
		{"os.DirFS", func() { bs, es = fs.ReadFile(os.DirFS(dir), "file.txt") }},
		{"fs.WalkDir map", func() { fs.WalkDir(tree, ".", func(p string, d fs.DirEntry, err error) error { num++; return err }) }},
		{"fs.Glob", func() { strs, es = fs.Glob(tree, "a/*.go") }},
		{"filepath.Walk", func() { filepath.Walk(dir, func(p string, i fs.FileInfo, err error) error { num++; return err }) }},
		{"filepath.Join Clean", func() { st = filepath.Join(dir, "..", "x", "./y") + filepath.Clean("a//b") }},
		{"filepath parts", func() { st = filepath.Base(file) + filepath.Dir(file) + filepath.Ext(file); ok = filepath.IsAbs(file) }},
		{"filepath.EvalSymlinks", func() { st, es = filepath.EvalSymlinks(file) }},
		{"filepath.Match", func() { ok, es = filepath.Match("*.t?t", "file.txt") }},
		// compression, archives
		{"gzip round", func() { r, _ := gzip.NewReader(bytes.NewReader(gz)); bs, es = io.ReadAll(r) }},
		{"zlib read", func() { r, _ := zlib.NewReader(bytes.NewReader(zl)); bs, es = io.ReadAll(r); r.Close() }},
		{"flate read", func() { r := flate.NewReader(bytes.NewReader(zl[2:])); bs, es = io.ReadAll(r) }},
		{"tar write", func() {
			w := tar.NewWriter(io.Discard)
			w.WriteHeader(&tar.Header{Name: "a", Size: 2, Mode: 0o644})
			w.Write(data[:2])
			w.Close()
		}},
		{"zip stored", func() {
			w := zip.NewWriter(io.Discard)
			f, _ := w.CreateHeader(&zip.FileHeader{Name: "a", Method: zip.Store})
			f.Write(data)
			w.Close()
		}},
		// ciphers, mail, images, networks
		{"aes.NewCipher", func() { c, _ := aes.NewCipher(data[:16]); as = c }},
		{"aes block", func() { aesKey.Encrypt(block, block) }},
		{"gcm seal open", func() {
			g, _ := cipher.NewGCM(aesKey)
			sealed := g.Seal(nil, data[:12], data, nil)
			bs, es = g.Open(sealed[:0], data[:12], sealed, nil)
		}},
		{"cipher.NewCBCEncrypter", func() { cipher.NewCBCEncrypter(aesKey, data[:16]).CryptBlocks(block, block) }},
		{"cipher.NewCTR", func() { cipher.NewCTR(aesKey, data[:16]).XORKeyStream(block, block) }},
		{"des", func() { c, _ := des.NewCipher(data[:8]); c.Encrypt(block, block) }},
		{"rc4", func() { c, _ := rc4.NewCipher(data[:8]); c.XORKeyStream(block, block) }},
		{"crypto.Hash", func() { h := crypto.SHA256.New(); h.Write(data); bs = h.Sum(nil) }},
		{"netip.ParseAddr", func() { a, _ := netip.ParseAddr("192.168.1.7"); ok = a.IsPrivate() }},
		{"netip.ParseAddr 6", func() { a, _ := netip.ParseAddr("2001:db8::1"); st = a.String() }},
		{"netip.ParseAddr error", func() { _, es = netip.ParseAddr("1.2.3") }},
		{"netip zone", func() { a, _ := netip.ParseAddr("fe80::1%eth0"); st = a.Zone() }},
		{"netip.ParsePrefix", func() { p, _ := netip.ParsePrefix("10.0.0.0/8"); ok = p.Contains(ip); st = p.String() }},
		{"netip.ParseAddrPort", func() { p, _ := netip.ParseAddrPort("[::1]:80"); st = p.String() }},
		{"netip.MarshalText", func() { bs, es = ip.MarshalText() }},
		{"netip map", func() { as = map[netip.Addr]int{ip: 1} }},
		{"textproto.ReadMIMEHeader", func() { as, es = textproto.NewReader(bufio.NewReader(strings.NewReader(header))).ReadMIMEHeader() }},
		{"MIMEHeader", func() { h := textproto.MIMEHeader{}; h.Set("content-type", "a"); h.Add("X-y", "b"); st = h.Get("x-Y") }},
		{"multipart.Writer", func() {
			w := multipart.NewWriter(io.Discard)
			w.WriteField("a", "b")
			w.Close()
		}},
		{"multipart.Reader", func() {
			r := multipart.NewReader(strings.NewReader(form), "b")
			for {
				p, err := r.NextPart()
				if err != nil {
					break
				}
				bs, es = io.ReadAll(p)
				st = p.FormName()
			}
		}},
		{"mail.ParseAddress", func() { as, es = mail.ParseAddress("Bob Smith <bob@example.org>") }},
		{"mail.ParseAddressList", func() { as, es = mail.ParseAddressList("a@b.c, \"Q\" <d@e.f>") }},
		{"mail.ReadMessage", func() { m, err := mail.ReadMessage(strings.NewReader(header + "body")); as, es = m.Header, err }},
		{"mail.Address", func() { st = (&mail.Address{Name: "Jörg", Address: "j@b.c"}).String() }},
		{"jpeg.Encode", func() { es = jpeg.Encode(io.Discard, gray, nil) }},
		{"jpeg.Decode", func() { as, es = jpeg.Decode(bytes.NewReader(photo)) }},
		{"jpeg.DecodeConfig", func() { c, _ := jpeg.DecodeConfig(bytes.NewReader(photo)); num = c.Width }},
		{"user.Current", func() { u, _ := user.Current(); st = u.Uid }},
		// rand, reflect, runtime, big
		{"rand numbers", func() { num = rnd.Intn(9) + rnd.Int() + int(rnd.Int63n(5)); fl = rnd.Float64() + rnd.NormFloat64() }},
		{"rand global", func() { num = mathrand.Intn(9); as = mathrand.Perm(4) }},
		{"reflect walk", func() {
			v := reflect.ValueOf(ann)
			for i := range v.NumField() {
				num += int(v.Field(i).Kind())
			}
		}},
		{"reflect set", func() {
			v := reflect.ValueOf(&ann).Elem()
			v.FieldByName("Score").SetFloat(2.5)
			v.Field(0).SetInt(1)
		}},
		{"reflect.Zero Equal", func() { ok = reflect.DeepEqual(reflect.Zero(reflect.TypeOf(ann.Home)).Interface(), address{}) }},
		{"reflect call", func() {
			as = reflect.ValueOf(strings.Repeat).Call([]reflect.Value{reflect.ValueOf("ab"), reflect.ValueOf(3)})[0].Interface()
		}},
		{"reflect.MakeFunc", func() {
			t := reflect.TypeFor[func(int) int]()
			f := reflect.MakeFunc(t, func(in []reflect.Value) []reflect.Value { return in }).Interface().(func(int) int)
			num = f(3)
		}},
		{"reflect.Swapper", func() { reflect.Swapper(ints)(0, 1) }},
		{"reflect type names", func() { st = reflect.TypeOf(ages).String() + reflect.TypeOf(&ann).Elem().Name() }},
		{"debug.Stack", func() { num = len(debug.Stack()) / 1000 }},
		{"runtime.Stack", func() { var b [512]byte; num = runtime.Stack(b[:], false) }},
		{"big.NewInt Text", func() { st = big.NewInt(255).Text(16) }},
		{"big.Int Quo Sub", func() { a, b := big.NewInt(1000), big.NewInt(7); as = a.Quo(a, b); as = b.Sub(b, a) }},
		{"big.Int Sprintf", func() { st = fmt.Sprintf("%d %x", big.NewInt(12345), big.NewInt(255)) }},
		{"big.Int bits", func() { a := big.NewInt(6); as = new(big.Int).And(a, big.NewInt(3)); as = new(big.Int).Rsh(a, 1) }},
		{"big.Int Bytes", func() { bs = big.NewInt(1 << 40).Bytes(); as = new(big.Int).SetBytes(bs) }},
		{"big.NewFloat String", func() { st = big.NewFloat(2.5).String() }},
		{"big.ParseFloat", func() { as, _, es = big.ParseFloat("1.5", 10, 100, big.ToNearestEven) }},
		{"big.Rat SetString", func() { as, ok = new(big.Rat).SetString("3/4") }},
	}
)

func main() {
	runtime.MemProfileRate = 0
	os.RemoveAll(dir)
	os.MkdirAll(dir, 0o755)
	os.WriteFile(file, data, 0o644)
	defer os.RemoveAll(dir)
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
