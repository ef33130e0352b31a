package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"os"
	"runtime"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

const runs = 64

type node struct {
	l, r *node
	v    int
}
type vec struct{ x, y, z float64 }
type iface interface{ m() int }
type small struct{ a byte }
type str struct{ s string }
type big1 struct{ a [100]int }
type gen[T any] struct {
	v    T
	next *gen[T]
}
type h []int

func (s small) m() int         { return int(s.a) }
func (s str) m() int           { return len(s.s) }
func (v vec) m() int           { return int(v.x) }
func (b *big1) m() int         { return b.a[0] }
func (h h) Len() int           { return len(h) }
func (h h) Less(i, j int) bool { return h[i] < h[j] }
func (h h) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *h) Push(x any)        { *h = append(*h, x.(int)) }
func (h *h) Pop() any          { o := *h; x := o[len(o)-1]; *h = o[:len(o)-1]; return x }

var (
	is     iface
	as     any
	ns     *node
	ss     []int
	sss    [][]int
	st     string
	bs     []byte
	fs     func() int
	ms     map[string]int
	mi     map[int]int
	mp     map[int]*node
	es     error
	gs     *gen[int]
	gst    *gen[string]
	ps     *int
	pp     **int
	n      = 1000
	k      = 3
	txt    = "the quick brown fox jumps over the lazy dog"
	wds    = strings.Fields(txt)
	rd     io.Reader
	vs     []vec
	strs   []string
	anys   []any
	arr    *[10]int
	rs     []rune
	dur    time.Duration = 1500 * time.Millisecond
	ctx    context.Context
	bp     *bytes.Buffer
	sb     strings.Builder
	mu     sync.Mutex
	pool   = sync.Pool{New: func() any { return new(node) }}
	cnt    atomic.Int64
	xs1000 = make([]int, 1000)
	tm     = time.Date(2024, 1, 2, 3, 4, 5, 6, time.UTC)
)

func tree(d int) *node {
	if d == 0 {
		return nil
	}
	return &node{tree(d - 1), tree(d - 1), d}
}
func push[T any](l *gen[T], v T) *gen[T] { return &gen[T]{v, l} }
func mapf[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func filter[T any](xs []T, f func(T) bool) (out []T) {
	for _, x := range xs {
		if f(x) {
			out = append(out, x)
		}
	}
	return
}
func curry(a int) func(int) func() int {
	return func(b int) func() int { return func() int { return a + b + n } }
}
func seq(k int) func(func(int) bool) {
	return func(y func(int) bool) {
		for i := 0; i < k; i++ {
			if !y(i) {
				return
			}
		}
	}
}
func vararg(f string, a ...any) int { return len(a) }
func named() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("x %v", r)
		}
	}()
	return nil
}
func multi() (int, error) { return n, nil }

type werr struct {
	op  string
	err error
}

func (w *werr) Error() string { return w.op + ": " + w.err.Error() }
func (w *werr) Unwrap() error { return w.err }

type opts struct {
	a, b int
	s    string
}
type opt func(*opts)

func withA(a int) opt { return func(o *opts) { o.a = a } }
func mk(os ...opt) *opts {
	o := &opts{}
	for _, f := range os {
		f(o)
	}
	return o
}

var pats = []struct {
	name string
	f    func()
}{
	{"tree", func() { ns = tree(4) }},
	{"box small struct", func() { is = small{byte(k)} }},
	{"box str struct", func() { is = str{txt} }},
	{"box vec", func() { is = vec{1, 2, float64(n)} }},
	{"box vec const", func() { is = vec{1, 2, 3} }},
	{"box ptr big", func() { is = new(big1) }},
	{"box array1", func() { as = [1]int{n} }},
	{"box array0", func() { as = [0]int{} }},
	{"box rune", func() { as = rune(n) }},
	{"box uint16", func() { as = uint16(n) }},
	{"box int8", func() { as = int8(k) }},
	{"box error", func() { as = errors.New("x") }},
	{"box in slice", func() { anys = []any{1, n, "a", txt, 2.5, nil, ns, vec{}} }},
	{"box in map", func() { as = map[string]any{"a": 1, "b": n, "c": txt} }},
	{"gen list", func() {
		gs = nil
		for i := range 4 {
			gs = push(gs, i)
		}
	}},
	{"gen list str", func() {
		gst = nil
		for _, w := range wds {
			gst = push(gst, w)
		}
	}},
	{"mapf", func() { strs = mapf(xs1000[:5], strconv.Itoa) }},
	{"mapf lit", func() { ss = mapf(wds, func(s string) int { return len(s) }) }},
	{"filter", func() { ss = filter(xs1000[:9], func(x int) bool { return x == 0 }) }},
	{"curry", func() { fs = curry(n)(k) }},
	{"seq", func() {
		t := 0
		for i := range seq(5) {
			t += i
		}
		n = 1000 + t - t
	}},
	{"seq collect", func() { ss = slices.Collect(seq(5)) }},
	{"slices.Sorted maps.Keys", func() { strs = slices.Sorted(maps.Keys(map[string]int{"b": 1, "a": 2})) }},
	{"vararg", func() { n += vararg("x", 1, n, txt) - 3 }},
	{"named", func() { es = named() }},
	{"werr", func() { es = &werr{"open", io.EOF} }},
	{"errors.Is", func() {
		if errors.Is(&werr{"a", io.EOF}, io.EOF) {
			k = 3
		}
	}},
	{"errors.As", func() {
		var w *werr
		if errors.As(&werr{"a", io.EOF}, &w) {
			k = 3
		}
	}},
	{"errors.Join", func() { es = errors.Join(io.EOF, io.ErrClosedPipe) }},
	{"Errorf plain", func() { es = fmt.Errorf("plain") }},
	{"Errorf %d", func() { es = fmt.Errorf("x %d", n) }},
	{"Errorf %w", func() { es = fmt.Errorf("x: %w", io.EOF) }},
	{"Errorf 2%w", func() { es = fmt.Errorf("x: %w %w", io.EOF, io.ErrNoProgress) }},
	{"opts", func() { as = mk(withA(1), withA(n)) }},
	{"map str small", func() {
		ms = map[string]int{}
		for _, w := range wds {
			ms[w]++
		}
	}},
	{"map int 100", func() {
		mi = map[int]int{}
		for i := range 100 {
			mi[i] = i
		}
	}},
	{"map int hint", func() {
		mi = make(map[int]int, 100)
		for i := range 100 {
			mi[i] = i
		}
	}},
	{"map ptr", func() {
		mp = map[int]*node{}
		for i := range 10 {
			mp[i] = &node{}
		}
	}},
	{"map local", func() {
		m := map[int]int{}
		for i := range 5 {
			m[i] = i
		}
		n += len(m) - 5
	}},
	{"map struct key", func() {
		m := map[[2]int]bool{}
		for i := range 20 {
			m[[2]int{i, i}] = true
		}
		as = m
	}},
	{"map of slices", func() {
		m := map[string][]int{}
		for i, w := range wds {
			m[w] = append(m[w], i)
		}
		as = m
	}},
	{"map delete", func() { m := map[int]int{1: 1, 2: 2}; delete(m, 1); as = m }},
	{"maps.Clone", func() { ms = maps.Clone(ms) }},
	{"2d", func() {
		sss = make([][]int, 3)
		for i := range sss {
			sss[i] = make([]int, 4)
		}
	}},
	{"append grow", func() {
		ss = nil
		for i := range 100 {
			ss = append(ss, i)
		}
	}},
	{"append vec", func() {
		vs = nil
		for range 20 {
			vs = append(vs, vec{})
		}
	}},
	{"append str", func() { strs = nil; strs = append(strs, wds...) }},
	{"append bytes", func() { bs = append([]byte(nil), txt...) }},
	{"slices.Clone", func() { ss = slices.Clone(xs1000[:7]) }},
	{"slices.Insert", func() { ss = slices.Insert([]int{1, 2, 3}, 1, 9, 8) }},
	{"slices.Concat", func() { ss = slices.Concat([]int{1}, []int{2, 3}) }},
	{"slices.Repeat", func() { ss = slices.Repeat([]int{1, 2}, 4) }},
	{"slices.SortFunc", func() { slices.SortFunc(wds, strings.Compare) }},
	{"sort.Sort", func() { sort.Sort(sort.Reverse(sort.StringSlice(wds))) }},
	{"sort.Strings", func() { sort.Strings(wds) }},
	{"concat loop", func() {
		s := ""
		for _, w := range wds {
			s += w
		}
		st = s
	}},
	{"concat num", func() { st = "n=" + strconv.Itoa(n) }},
	{"bytes→string map", func() { n += ms[string(bs)] }},
	{"switch string(bytes)", func() {
		switch string(bs) {
		case "abc":
			k = 4
		}
	}},
	{"string cmp", func() {
		if string(bs) == txt {
			k = 3
		}
	}},
	{"runes", func() { rs = []rune(txt) }},
	{"rev runes", func() { r := []rune(txt); slices.Reverse(r); st = string(r) }},
	{"bytes upper", func() { st = string(bytes.ToUpper([]byte(txt))) }},
	{"strings.Map", func() { st = strings.Map(unicode.ToUpper, txt) }},
	{"strings.Title", func() { st = strings.ToTitle(txt) }},
	{"strings.Replace", func() { st = strings.ReplaceAll(txt, "o", "00") }},
	{"strings.Split", func() { strs = strings.Split(txt, " ") }},
	{"strings.SplitN", func() { strs = strings.SplitN(txt, " ", 3) }},
	{"strings.Fields", func() { strs = strings.Fields(txt) }},
	{"strings.FieldsFunc", func() { strs = strings.FieldsFunc(txt, unicode.IsSpace) }},
	{"strings.TrimSpace", func() { st = strings.TrimSpace(txt) }},
	{"strings.Builder", func() {
		var b strings.Builder
		for i := range 10 {
			fmt.Fprintf(&b, "%d,", i)
		}
		st = b.String()
	}},
	{"NewReplacer", func() { st = strings.NewReplacer("a", "b", "c", "d").Replace(txt) }},
	{"NewReplacer long", func() { st = strings.NewReplacer("the", "b", "quick", "d").Replace(txt) }},
	{"strings.NewReader", func() { rd = strings.NewReader(txt) }},
	{"bytes.Buffer", func() { var b bytes.Buffer; b.WriteString(txt); b.WriteByte('x'); st = b.String() }},
	{"bytes.NewBufferString", func() { bp = bytes.NewBufferString(txt) }},
	{"bufio.Scanner", func() {
		s := bufio.NewScanner(strings.NewReader("a\nb\n"))
		for s.Scan() {
			st = s.Text()
		}
	}},
	{"bufio.Reader", func() { r := bufio.NewReader(strings.NewReader("a\nb\n")); st, _ = r.ReadString('\n') }},
	{"bufio.Writer", func() { w := bufio.NewWriter(io.Discard); fmt.Fprintln(w, n, txt); w.Flush() }},
	{"io.ReadAll", func() { bs, _ = io.ReadAll(strings.NewReader(txt)) }},
	{"io.Copy", func() { io.Copy(io.Discard, strings.NewReader(txt)) }},
	{"Sprintf %v int", func() { st = fmt.Sprintf("%v", n) }},
	{"Sprintf %v struct", func() { st = fmt.Sprintf("%v", vec{1, 2, 3}) }},
	{"Sprintf %+v ptr", func() { st = fmt.Sprintf("%+v", &opts{1, 2, "x"}) }},
	{"Sprintf %v slice", func() { st = fmt.Sprintf("%v", xs1000[:5]) }},
	{"Sprintf %v map", func() { st = fmt.Sprintf("%v", map[string]int{"a": 1, "b": 2}) }},
	{"Sprintf %x", func() { st = fmt.Sprintf("%x", txt) }},
	{"Sprintf %q", func() { st = fmt.Sprintf("%q", txt) }},
	{"Sprintf %5.2f", func() { st = fmt.Sprintf("%5.2f", 3.14159) }},
	{"Sprintf err", func() { st = fmt.Sprintf("%v", io.EOF) }},
	{"Sprintf %T", func() { st = fmt.Sprintf("%T", n) }},
	{"Sprintf %p", func() { st = fmt.Sprintf("%p", ns) }},
	{"Sprintf const", func() { st = fmt.Sprintf("hello") }},
	{"Sprintln", func() { st = fmt.Sprintln(n, "x") }},
	{"Sprint str", func() { st = fmt.Sprint("a", 1, "b") }},
	{"Fprintf discard", func() { fmt.Fprintf(io.Discard, "%d %s\n", n, txt) }},
	{"Sscanf", func() { fmt.Sscanf("5 abc", "%d %s", &k, &st); k = 3 }},
	{"Sscan", func() { fmt.Sscan("3", &k) }},
	{"Atoi", func() { k, _ = strconv.Atoi("3") }},
	{"Atoi err", func() { _, es = strconv.Atoi("x3") }},
	{"ParseFloat", func() { f, _ := strconv.ParseFloat("3.25", 64); n += int(f) - 3 }},
	{"FormatFloat", func() { st = strconv.FormatFloat(3.25, 'f', -1, 64) }},
	{"FormatInt", func() { st = strconv.FormatInt(int64(n)*99999, 2) }},
	{"Quote", func() { st = strconv.Quote(txt) }},
	{"AppendInt", func() { bs = strconv.AppendInt(bs[:0], 99, 10) }},
	{"time.Duration String", func() { st = dur.String() }},
	{"time Format", func() { st = tm.Format(time.RFC3339) }},
	{"time String", func() { st = tm.String() }},
	{"time Parse", func() { tm, _ = time.Parse(time.RFC3339, "2024-01-02T03:04:05Z") }},
	{"ParseDuration", func() { dur, _ = time.ParseDuration("1.5s") }},
	{"time.NewTimer", func() { t := time.NewTimer(time.Hour); t.Stop() }},
	{"time.AfterFunc", func() { t := time.AfterFunc(time.Hour, func() {}); t.Stop() }},
	{"ctx WithValue", func() { ctx = context.WithValue(context.Background(), "k", n) }},
	{"ctx WithCancel", func() { c, cancel := context.WithCancel(context.Background()); cancel(); ctx = c }},
	{"ctx WithTimeout", func() { c, cancel := context.WithTimeout(context.Background(), time.Hour); cancel(); ctx = c }},
	{"chan", func() { c := make(chan int, 3); c <- 1; <-c }},
	{"goroutine", func() { c := make(chan int); go func() { c <- n }(); <-c }},
	{"waitgroup", func() { var wg sync.WaitGroup; wg.Add(1); go func() { wg.Done() }(); wg.Wait() }},
	{"wg.Go", func() { var wg sync.WaitGroup; wg.Go(func() { cnt.Add(1) }); wg.Wait() }},
	{"mutex", func() { mu.Lock(); defer mu.Unlock(); k = 3 }},
	{"once", func() { var o sync.Once; o.Do(func() { k = 3 }) }},
	{"OnceValue", func() { f := sync.OnceValue(func() int { return n }); n = f() }},
	{"pool", func() { x := pool.Get().(*node); pool.Put(x) }},
	{"sync.Map", func() { var m sync.Map; m.Store(1, "a"); m.Load(1) }},
	{"list", func() { l := list.New(); l.PushBack(n); l.PushFront(k); as = l }},
	{"heap", func() { q := &h{3, 1, 2}; heap.Init(q); heap.Push(q, n); heap.Pop(q) }},
	{"big", func() { a := big.NewInt(int64(n)); b := new(big.Int).Mul(a, a); st = b.String() }},
	{"big.Exp", func() { as = new(big.Int).Exp(big.NewInt(3), big.NewInt(50), nil) }},
	{"defer loop", func() {
		for i := 0; i < 3; i++ {
			defer func() { k = 3 }()
		}
	}},
	{"method value", func() { f := ns.sum; fs = f }},
	{"method value local", func() { f := ns.sum; n += f() - f() }},
	{"method expr", func() { f := (*node).sum; n += f(ns) - f(ns) }},
	{"closure counter", func() { c := 0; fs = func() int { c++; return c } }},
	{"closure 2 vars", func() { a, b := 0, 0; fs = func() int { a++; b++; return a + b } }},
	{"closure ro", func() { a := n; fs = func() int { return a } }},
	{"ptr to ptr", func() { a := n; p := &a; pp = &p }},
	{"new int", func() { ps = new(int) }},
	{"new expr", func() { ps = new(n) }},
	{"arr ptr", func() { var a [10]int; a[k] = 1; arr = &a }},
	{"slice of arr", func() { var a [10]int; ss = a[:k] }},
	{"slice lit var", func() { ss = []int{1, 2, n} }},
	{"strs lit", func() { strs = []string{"a", txt} }},
	{"empty struct chan", func() { c := make(chan struct{}); close(c); <-c }},
	{"select", func() {
		c := make(chan int, 1)
		select {
		case c <- 1:
		default:
		}
		select {
		case <-c:
		case <-time.After(time.Hour):
		}
	}},
	{"type switch", func() {
		switch x := as.(type) {
		case int:
			n = x
		case string:
			st = x
		}
	}},
	{"struct copy iface", func() { v := vec{1, 2, float64(k)}; is = v; is = v }},
	{"readfile", func() { bs, es = os.ReadFile("/proc/self/nonexistent") }},
	{"Getenv", func() { st = os.Getenv("NOPE") }},
	{"min var", func() { x := min(n, k); ps = &x }},
	{"goexit", func() { done := make(chan bool); go func() { defer close(done); runtime.Goexit() }(); <-done }},
	{"panic str", func() { defer func() { recover() }(); panic("x") }},
	{"panic err", func() { defer func() { as = recover() }(); panic(fmt.Errorf("x %d", n)) }},
	{"idx panic", func() { defer func() { as = recover() }(); k = xs1000[n*2] }},
	{"nil panic", func() { defer func() { as = recover() }(); var q *node; k = q.v }},
	{"conv panic", func() { defer func() { as = recover() }(); var x any = "s"; k = x.(int) }},
	{"copy arr loop", func() {
		var out []vec
		for i := range 3 {
			out = append(out, vec{float64(i), 0, 0})
		}
		vs = out
	}},
	{"make 0 cap", func() { ss = make([]int, 0) }},
	{"make cap 10", func() { s := make([]int, 0, 10); s = append(s, n); n += len(s) - 1 }},
	{"make var cap", func() { s := make([]int, 0, k); s = append(s, n); n += len(s) - 1 }},
	{"make var cap big", func() { s := make([]int, 0, n); s = append(s, n); n += len(s) - 1 }},
	{"strings.Cut", func() { st, _, _ = strings.Cut(txt, " ") }},
	{"strings.EqualFold", func() {
		if strings.EqualFold(txt, st) {
			k = 3
		}
	}},
	{"strings.Join 1", func() { st = strings.Join([]string{txt}, "") }},
	{"strings.Repeat", func() { st = strings.Repeat("ab", k) }},
	{"bytes.Split", func() { as = bytes.Split([]byte(txt), []byte(" ")) }},
	{"bytes.Fields", func() { as = bytes.Fields([]byte(txt)) }},
	{"atomic ptr", func() { var p atomic.Pointer[node]; p.Store(&node{}); ns = p.Load() }},
	{"atomic value", func() { var v atomic.Value; v.Store(n); as = v.Load() }},
}

func (x *node) sum() int {
	if x == nil {
		return 0
	}
	return x.v
}

func main() {
	runtime.MemProfileRate = 0
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
