package main

import (
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"
	"unsafe"
)

const runs = 64

type P struct{ x, y int }
type P3 struct{ x, y, z int32 }
type B struct{ a [33]byte }
type Big struct{ a [5000]int }
type E struct{}
type N struct {
	next *N
	val  any
}
type M map[string]int
type F func(int) int
type I interface{ Get() int }
type J interface {
	I
	Set(int)
}
type impl struct{ v int }

func (i *impl) Get() int  { return i.v }
func (i *impl) Set(v int) { i.v = v }

type val struct{ v int }

func (v val) Get() int { return v.v }

type byteT byte

func (b byteT) Get() int { return int(b) }

type outer struct {
	impl
	name string
}
type tree[K any] struct {
	l, r *tree[K]
	k    K
}

func (t *tree[K]) insert(k K, less func(a, b K) bool) *tree[K] {
	if t == nil {
		return &tree[K]{k: k}
	}
	if less(k, t.k) {
		t.l = t.l.insert(k, less)
	} else {
		t.r = t.r.insert(k, less)
	}
	return t
}
func (t *tree[K]) walk(y func(K) bool) bool {
	return t == nil || t.l.walk(y) && y(t.k) && t.r.walk(y)
}
func (t *tree[K]) all() iter.Seq[K] { return func(y func(K) bool) { t.walk(y) } }

type queue[T any] struct {
	buf  []T
	head int
}

func (q *queue[T]) push(x T) { q.buf = append(q.buf, x) }
func (q *queue[T]) pop() (x T, ok bool) {
	if q.head == len(q.buf) {
		return x, false
	}
	x = q.buf[q.head]
	q.head++
	return x, true
}

type num interface{ ~int | ~float64 }

func sum[T num](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func ptr[T any](x T) *T { return &x }
func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}
func pairOf[A, B any](a A, b B) struct {
	a A
	b B
} {
	return struct {
		a A
		b B
	}{a, b}
}
func boxT[T any](x T) any { return x }
func getI[T I](x T) int   { return x.Get() }
func asI[T I](x T) I      { return x }
func reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}
func keysOf[K comparable, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}
func fill(b []byte) []byte { return append(b, "hello"...) }

//go:noinline
func noin(p *P) int { return p.x }

//go:noinline
func ret3() (*P, []int, error) { return &P{1, n}, []int{n}, nil }

//go:noinline
func takeAny(xs ...any) int { return len(xs) }

//go:noinline
func takeI(i I) int { return i.Get() }

//go:noinline
func takeF(f func() int) int { return f() }

//go:noinline
func leakF(f func() int) { fs = f }

//go:noinline
func retArr() [4]int { return [4]int{n} }

//go:noinline
func vari(p ...*P) int { return len(p) }

func deferred(n int) (r int) {
	defer func(k int) { r += k }(n)
	return n
}
func rec(d int, p *P) int {
	if d == 0 {
		return p.x
	}
	q := P{d, p.y}
	return rec(d-1, &q)
}
func fib(n int) func() int {
	a, b := 0, 1
	return func() int { a, b = b, a+b; return a }
}
func compose(fs ...F) F {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}
func writeTo(w io.Writer, s string) { w.Write([]byte(s)) }

type sw struct{ n int }

func (s *sw) Write(p []byte) (int, error)       { s.n += len(p); return len(p), nil }
func (s *sw) WriteString(p string) (int, error) { s.n += len(p); return len(p), nil }

var (
	as   any
	ps   *P
	ss   []int
	st   string
	bs   []byte
	fs   func() int
	ff   F
	ms   map[string]int
	mp   map[P]int
	is   I
	js   J
	ns   *N
	es   error
	bp   *B
	n    = 1000
	k    = 5
	txt  = "some text that is longer than 32 bytes, really"
	sh   = "short"
	cs   chan int
	arr  [8]int
	ops  *outer
	ts   *tree[int]
	tss  *tree[string]
	pi   *int
	psi  []*int
	q    *queue[string]
	ifs  []I
	mss  map[string][]string
	mpp  map[string]*P
	mi8  map[int8]int8
	anyM map[any]any
	rr   []rune
	up   unsafe.Pointer
	nest [][][]int
	arrp *[3]*P
	fns  []func()
	f64  *float64
	str  = []string{"a", "bb", "ccc"}
)

var pats = []struct {
	name string
	f    func()
}{
	{"ptr generic", func() { pi = ptr(n) }},
	{"ptr generic str", func() { as = ptr(sh) }},
	{"must", func() { n = must(n, nil) }},
	{"pairOf", func() { as = pairOf(n, sh) }},
	{"boxT int", func() { as = boxT(n) }},
	{"boxT str", func() { as = boxT(sh) }},
	{"boxT ptr", func() { as = boxT(ps) }},
	{"boxT struct", func() { as = boxT(P3{1, 2, int32(k)}) }},
	{"getI val", func() { n += getI(val{k}) - k }},
	{"getI ptr", func() { n += getI(&impl{k}) - k }},
	{"asI val", func() { is = asI(val{n}) }},
	{"asI byte", func() { is = asI(byteT(k)) }},
	{"reduce", func() { n += reduce(str, 0, func(a int, s string) int { return a + len(s) }) - 6 }},
	{"reduce str", func() { st = reduce(str, "", func(a, s string) string { return a + s }) }},
	{"keysOf", func() { as = keysOf(map[string]int{"a": 1, "b": 2}) }},
	{"sum", func() { n += sum(1, 2, k) - 8 }},
	{"sum float", func() { f64 = ptr(sum(1.5, 2)) }},
	{"queue", func() { q = &queue[string]{}; q.push("a"); q.push("b"); q.pop() }},
	{"queue local", func() { var q queue[int]; q.push(1); q.push(2); q.pop() }},
	{"tree int", func() {
		ts = nil
		for _, x := range []int{3, 1, 2} {
			ts = ts.insert(x, func(a, b int) bool { return a < b })
		}
	}},
	{"tree str", func() {
		tss = nil
		for _, x := range str {
			tss = tss.insert(x, func(a, b string) bool { return a < b })
		}
	}},
	{"tree all", func() {
		t := 0
		for x := range ts.all() {
			t += x
		}
		k = 5 + t - t
	}},
	{"tree collect", func() { ss = slices.Collect(ts.all()) }},
	{"box P", func() { as = P{n, 1} }},
	{"box P3", func() { as = P3{1, 2, int32(n)} }},
	{"box B", func() { as = B{} }},
	{"box B var", func() { b := B{}; b.a[0] = byte(k); as = b }},
	{"box E", func() { as = E{} }},
	{"box Big", func() { as = Big{} }},
	{"box byteT", func() { is = byteT(k) }},
	{"box val", func() { is = val{n} }},
	{"box val const", func() { is = val{7} }},
	{"box impl", func() { is = &impl{n} }},
	{"box J→I", func() { js = &impl{n}; is = js }},
	{"assert I→J", func() {
		j, ok := is.(J)
		if ok {
			js = j
		}
	}},
	{"promoted", func() { ops = &outer{name: sh}; is = ops }},
	{"promoted ptr", func() { o := outer{}; is = &o.impl }},
	{"embedded method value", func() { ops = &outer{}; fs = ops.Get }},
	{"iface method value", func() { is = &impl{1}; fs = is.Get }},
	{"method value arg", func() { v := val{n}; n += takeF(v.Get) - n }},
	{"method value leak", func() { v := val{n}; leakF(v.Get) }},
	{"closure arg", func() { x := n; n += takeF(func() int { return x }) - x }},
	{"closure leak", func() { x := n; leakF(func() int { return x }) }},
	{"closure leak mod", func() { x := n; leakF(func() int { x++; return x }) }},
	{"closure struct", func() { p := P{n, 1}; leakF(func() int { return p.x + p.y }) }},
	{"closure big", func() { var b [20]int; b[k] = 1; leakF(func() int { return b[k] }) }},
	{"closure ptr", func() { p := &P{n, 1}; leakF(func() int { return p.x }) }},
	{"closure nested", func() { x := n; leakF(func() int { return takeF(func() int { return x }) }) }},
	{"closure nested mod", func() { x := n; leakF(func() int { return takeF(func() int { x++; return x }) }) }},
	{"closure rec", func() {
		var f F
		f = func(i int) int {
			if i == 0 {
				return 0
			}
			return f(i - 1)
		}
		n += f(3)
	}},
	{"closure rec leak", func() {
		var f F
		f = func(i int) int {
			if i == 0 {
				return 0
			}
			return f(i - 1)
		}
		ff = f
	}},
	{"closure slice", func() {
		fns = nil
		for i := range 3 {
			fns = append(fns, func() { n += i - i })
		}
	}},
	{"closure many", func() { a, b, c, d := n, k, sh, txt; fs = func() int { return a + b + len(c) + len(d) } }},
	{"fib", func() { f := fib(0); n += f() - 1 }},
	{"fib leak", func() { fs = fib(0) }},
	{"compose", func() { ff = compose(func(x int) int { return x + 1 }, func(x int) int { return x * n }) }},
	{"compose local", func() { f := compose(func(x int) int { return x }); n = f(n) }},
	{"deferred", func() { n += deferred(k) - 2*k }},
	{"rec", func() { n += rec(3, &P{1, 2}) - 1 }},
	{"noin", func() { n += noin(&P{k, 1}) - k }},
	{"ret3", func() { ps, ss, es = ret3() }},
	{"takeAny", func() { n += takeAny(n, sh, 1.5, ps) - 4 }},
	{"takeAny 0", func() { n += takeAny() }},
	{"takeAny nil", func() { n += takeAny(nil) - 1 }},
	{"takeI", func() { n += takeI(val{n}) - n }},
	{"vari", func() { n += vari(&P{}, ps) - 2 }},
	{"retArr", func() { a := retArr(); as = a }},
	{"arr box idx", func() { as = arr[k] }},
	{"arr slice", func() { a := arr; ss = a[1:3] }},
	{"arr ptr", func() { arrp = &[3]*P{{1, 2}, nil, {3, n}} }},
	{"nested slices", func() { nest = [][][]int{{{1}, {2, 3}}, {{n}}} }},
	{"N list", func() {
		ns = nil
		for i := range 3 {
			ns = &N{ns, i}
		}
	}},
	{"N list big", func() {
		ns = nil
		for i := range 3 {
			ns = &N{ns, i + n}
		}
	}},
	{"map struct key", func() { mp = map[P]int{{1, 2}: 3, {n, k}: 4} }},
	{"map ptr val", func() { mpp = map[string]*P{"a": {1, 2}, "b": {3, 4}} }},
	{"map slice val", func() { mss = map[string][]string{"a": {"x", "y"}, sh: nil} }},
	{"map int8", func() {
		mi8 = map[int8]int8{}
		for i := range 50 {
			mi8[int8(i)] = 1
		}
	}},
	{"map any", func() { anyM = map[any]any{1: "a", "b": 2, 2.5: n, P{1, 2}: sh} }},
	{"map big val", func() { m := map[int][200]byte{}; m[1] = [200]byte{}; m[2] = [200]byte{1}; as = m }},
	{"map big key", func() { m := map[[150]byte]int{}; m[[150]byte{1}] = 1; as = m }},
	{"map of map", func() {
		m := map[string]map[string]int{}
		for _, s := range str {
			if m[s] == nil {
				m[s] = map[string]int{}
			}
			m[s][s]++
		}
		as = m
	}},
	{"map grow 9", func() {
		m := map[int]int{}
		for i := range 9 {
			m[i] = i
		}
		as = m
	}},
	{"map grow 1000", func() {
		m := map[int]string{}
		for i := range 1000 {
			m[i] = sh
		}
		as = m
	}},
	{"map hint 9", func() { m := make(map[string]int, 9); as = m }},
	{"map hint 1000", func() { m := make(map[string]int, 1000); as = m }},
	{"map hint var local", func() { m := make(map[int]int, k); m[1] = 2; n += len(m) - 1 }},
	{"map clear", func() { m := map[int]int{1: 1}; clear(m); m[2] = 3; as = m }},
	{"map set", func() {
		m := map[string]struct{}{}
		for _, s := range str {
			m[s] = struct{}{}
		}
		as = m
	}},
	{"map M", func() { m := M{"a": 1}; m["b"]++; ms = m }},
	{"map local big", func() {
		m := map[int]int{}
		for i := range 100 {
			m[i%20] += i
		}
		n += len(m) - 20
	}},
	{"map range", func() {
		t := 0
		for k, v := range mp {
			t += k.x + v
		}
		n += t - t
	}},
	{"chan P", func() { c := make(chan P, 4); c <- P{1, 2}; as = c }},
	{"chan ptr", func() { c := make(chan *P); as = c }},
	{"chan big", func() { c := make(chan [100]int, 2); as = c }},
	{"chan E", func() { c := make(chan E, 10); as = c }},
	{"chan ring", func() {
		c := make(chan int)
		go func() {
			for i := range 3 {
				c <- i
			}
			close(c)
		}()
		for v := range c {
			n += v - v
		}
	}},
	{"select", func() {
		a, b := make(chan int, 1), make(chan string, 1)
		a <- 1
		select {
		case <-a:
		case <-b:
		}
	}},
	{"pull", func() { next, stop := iter.Pull(ts.all()); v, _ := next(); n += v - v; stop() }},
	{"string bytes loop", func() {
		b := []byte{}
		for i := range 20 {
			b = append(b, byte('a'+i))
		}
		st = string(b)
	}},
	{"string rune loop", func() {
		s := ""
		for _, r := range "héé" {
			s += string(r)
		}
		st = s
	}},
	{"bytes local small", func() { b := make([]byte, 0, 16); b = append(b, sh...); st = string(b) }},
	{"fill", func() { bs = fill(nil) }},
	{"fill buf", func() { var buf [16]byte; st = string(fill(buf[:0])) }},
	{"substr", func() { st = txt[3:10] }},
	{"str cmp", func() {
		if txt[:3]+sh == st {
			n++
		}
	}},
	{"str index concat", func() { st = sh + txt[2:5] + sh }},
	{"str const concat", func() { st = "a" + "b" }},
	{"str conv named", func() { type S string; as = S(sh) }},
	{"bytes→str→bytes", func() { bs = []byte(string(bs)) }},
	{"runes→str", func() { rr = []rune("héllo"); st = string(rr[1:3]) }},
	{"int→str", func() { st = string(rune(n)) }},
	{"for range str bytes", func() {
		for i, c := range []byte(txt) {
			n += i - i + int(c) - int(c)
		}
	}},
	{"copy", func() { b := make([]byte, len(txt)); copy(b, txt); bs = b }},
	{"make var", func() { ss = make([]int, k) }},
	{"make var local", func() { s := make([]int, k); s[0] = 1; n += len(s) - k }},
	{"make big local", func() { s := make([]int, 10000); s[k] = 1; n += s[k] - 1 }},
	{"make cap var", func() { ss = make([]int, 0, k*3) }},
	{"make 2 args byte", func() { bs = make([]byte, k, 100) }},
	{"new array", func() { p := new([100]int); p[k] = 1; ss = p[:] }},
	{"new local", func() { p := new(P); p.x = k; n += p.x - k }},
	{"new big local", func() { p := new(Big); p.a[k] = 1; n += p.a[k] - 1 }},
	{"var big", func() { var p Big; p.a[k] = 1; n += p.a[k] - 1 }},
	{"append self", func() { s := []int{1, 2, 3}; s = append(s, s...); ss = s }},
	{"append 2", func() { ss = append([]int{1, 2}, n) }},
	{"append make", func() { ss = append(ss[:0:0], make([]int, 10)...) }},
	{"append ptrs", func() {
		psi = nil
		for i := range 4 {
			psi = append(psi, &i)
		}
	}},
	{"append ifaces", func() {
		ifs = nil
		for i := range 4 {
			ifs = append(ifs, val{i + n})
		}
	}},
	{"append local iter", func() {
		var s []int
		for i := range 50 {
			s = append(s, i)
		}
		n += len(s) - 50
	}},
	{"append local few", func() {
		var s []int
		for i := range 3 {
			s = append(s, i)
		}
		n += len(s) - 3
	}},
	{"append str few", func() {
		var s []string
		for range 2 {
			s = append(s, sh)
		}
		n += len(s) - 2
	}},
	{"delete idx", func() { s := []int{1, 2, 3}; s = slices.Delete(s, 0, 1); ss = s }},
	{"insert", func() { ss = slices.Insert(ss, 0, n) }},
	{"sort local", func() { s := []int{3, 1, 2}; slices.Sort(s); n += s[0] - 1 }},
	{"fmt struct", func() { st = fmt.Sprint(P{1, 2}) }},
	{"fmt ptr struct", func() { st = fmt.Sprintf("%v %d", &P{1, 2}, n) }},
	{"fmt I", func() { st = fmt.Sprintf("%v", is) }},
	{"fmt width", func() { st = fmt.Sprintf("%8d|%-8s|%08.3f", n, sh, 2.5) }},
	{"fmt many", func() { st = fmt.Sprintf("%d %d %d %s %t", 1, 2, n, sh, true) }},
	{"writeTo", func() { var w sw; writeTo(&w, sh) }},
	{"io.WriteString", func() { var w sw; io.WriteString(&w, sh) }},
	{"Fprintf sw", func() { var w sw; fmt.Fprintf(&w, "%d", n) }},
	{"Builder bytes", func() {
		var b strings.Builder
		for i := range 40 {
			b.WriteByte(byte('a' + i%26))
		}
		st = b.String()
	}},
	{"Builder runes", func() {
		var b strings.Builder
		for _, r := range txt {
			b.WriteRune(r)
		}
		st = b.String()
	}},
	{"unsafe string", func() { st = unsafe.String(unsafe.StringData(txt), 5) }},
	{"multi assign", func() { a, b := &P{1, 2}, &P{3, 4}; ps = a; ps = b }},
	{"ptr field", func() { p := &P{n, 1}; pi = &p.y }},
	{"slice elem ptr", func() { s := []P{{1, 2}, {3, 4}}; pi = &s[1].x }},
	{"arr elem ptr", func() { var a [4]int; pi = &a[k-3] }},
	{"struct copy", func() { p := P{n, 1}; q := p; ps = &q }},
	{"param escapes", func() { func(p P) { ps = &p }(P{n, 2}) }},
	{"result escapes", func() { ps = func() (r P) { defer func() { ps = &r }(); return P{1, n} }().self() }},
	{"goto loop", func() {
		i := 0
	loop:
		p := &P{i, 1}
		ps = p
		i++
		if i < 3 {
			goto loop
		}
	}},
	{"loop var ptr", func() {
		for i := 0; i < 3; i++ {
			pi = &i
		}
	}},
	{"range ptr", func() {
		for _, p := range []P{{1, 2}, {3, 4}} {
			ps = &p
		}
	}},
	{"switch box", func() {
		switch v := any(n).(type) {
		case int:
			n = v
		case string:
			st = v
		}
	}},
	{"any cmp", func() {
		if as == any(n) {
			k = 5
		}
	}},
	{"any cmp str", func() {
		if as == any(sh) {
			k = 5
		}
	}},
	{"iface eq", func() {
		if is == I(val{n}) {
			k = 5
		}
	}},
	{"map any get", func() {
		if _, ok := anyM[n]; ok {
			k = 5
		}
	}},
	{"map any get str", func() {
		if _, ok := anyM[sh]; ok {
			k = 5
		}
	}},
	{"panic recover val", func() { defer func() { as = recover() }(); panic(P{1, n}) }},
	{"closure defer loop", func() {
		for i := range 3 {
			func() { defer func() { n += i - i }() }()
		}
	}},
}

func (p P) self() *P { return &p }

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
