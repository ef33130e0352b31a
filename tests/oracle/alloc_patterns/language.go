// What small pieces of code allocate: objects and bytes of one execution, by runtime.MemStats over many.
// tests/oracle/alloc_patterns/compare runs it with govm and with real Go.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

const runs = 64

type pair struct{ a, b int }

type big struct{ words [200]int }

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

type counter struct{ n int }

func (c *counter) inc() { c.n++ }

var (
	anySink   any
	intSink   int
	ptrSink   *pair
	sliceSink []int
	bytesSink []byte
	textSink  string
	mapSink   map[int]int
	funcSink  func() int
	shapeSink shape
	errSink   error
	chanSink  chan int
	boolSink  bool
	pairsSink [2]*int
	kept      *int
	words           = strings.Fields("alpha beta gamma delta epsilon zeta eta theta iota kappa")
	long            = strings.Repeat("x", 100)
	short           = strings.Repeat("y", 5)
	bytes100        = []byte(long)
	bytes5          = []byte(short)
	runes40         = []rune(strings.Repeat("z", 40))
	number          = 1000
	tiny            = 7
	real            = 1.5
	empty           = ""
	noBytes         = []byte{}
	known           = map[string]int{"alpha": 1}
	one             = pair{1, 2}
	flag            = true
	small     uint8 = 9
)

func variadic(xs ...int) int { return len(xs) }

func keepAll(xs ...any) { anySink = xs }

func pointerTo(v int) *pair { return &pair{v, v} }

func byValue(v int) pair { return pair{v, v} }

func sumOf(p *pair) int { return p.a + p.b }

func callIt(f func() int) int { return f() }

func grow(n int) []int {
	var all []int
	for i := range n {
		all = append(all, i)
	}
	return all
}

type pattern struct {
	name string
	run  func()
}

var patterns = []pattern{
	// conversions to interface
	{"box int constant", func() { anySink = 1000 }},
	{"box int below 256", func() { anySink = tiny }},
	{"box int above 255", func() { anySink = number }},
	{"box byte", func() { anySink = small }},
	{"box bool", func() { anySink = flag }},
	{"box float", func() { anySink = real }},
	{"box string", func() { anySink = short }},
	{"box empty string", func() { anySink = empty }},
	{"box slice", func() { anySink = bytes5 }},
	{"box nil slice", func() { anySink = []int(nil) }},
	{"box struct", func() { anySink = one }},
	{"box zero-size struct", func() { anySink = struct{}{} }},
	{"box pointer", func() { anySink = &one }},
	{"box func", func() { anySink = grow }},
	{"box large array in frame", func() { var x big; var a any = x; _, boolSink = a.(big) }},
	{"interface method value", func() { shapeSink = square{number} }},
	{"compare interface with int", func() { boolSink = anySink == number }},
	// new, literals, variables
	{"new escaping", func() { ptrSink = new(pair) }},
	{"new in frame", func() { intSink = sumOf(new(pair)) }},
	{"new zero-size", func() { anySink = new(struct{}) }},
	{"literal returned", func() { ptrSink = pointerTo(3) }},
	{"literal returned, not kept", func() { intSink = pointerTo(3).a }},
	{"literal by value", func() { intSink = byValue(3).a }},
	{"moved variable", func() { x := pair{1, 2}; ptrSink = &x }},
	{"moved numbers of one block", func() { x, y := number, tiny; pairsSink = [2]*int{&x, &y} }},
	{"moved numbers beyond 16 bytes", func() { x, y, z := number, tiny, 3; pairsSink = [2]*int{&x, &y}; kept = &z }},
	{"moved numbers around a check", func() { x := number; y := words[tiny-tiny]; z := len(y); pairsSink = [2]*int{&x, &z} }},
	{"moved range variables", func() {
		for i, n := range []int{number, tiny} {
			pairsSink = [2]*int{&i, &n}
		}
	}},
	{"variable in frame", func() { x := pair{1, 2}; intSink = sumOf(&x) }},
	{"large variable", func() { var x [20000]int; x[number] = 1; intSink = x[tiny] + x[number] }},
	{"too large variable", func() { var x [17000]int; x[number] = 1; intSink = x[tiny] }},
	// slices
	{"slice literal in frame", func() { xs := []int{1, 2, 3}; intSink = xs[tiny%3] }},
	{"slice literal escaping", func() { sliceSink = []int{1, 2, 3} }},
	{"empty slice literal", func() { sliceSink = []int{} }},
	{"make constant in frame", func() { xs := make([]int, 100); intSink = len(xs) + xs[tiny] }},
	{"make constant escaping", func() { sliceSink = make([]int, 100) }},
	{"make variable, 32 bytes", func() { xs := make([]byte, tiny*4); intSink = int(xs[tiny]) }},
	{"make variable, 56 bytes", func() { xs := make([]byte, tiny*8); intSink = int(xs[tiny]) }},
	{"make variable escaping", func() { sliceSink = make([]int, tiny) }},
	{"make zero length", func() { sliceSink = make([]int, len(empty)) }},
	{"make over 64 KiB", func() { xs := make([]byte, 70000); intSink = int(xs[number]) }},
	{"append 3 to nil in frame", func() {
		var xs []int
		for i := range 3 {
			xs = append(xs, i)
		}
		intSink = len(xs)
	}},
	{"append 5 to nil in frame", func() {
		var xs []int
		for i := range 5 {
			xs = append(xs, i)
		}
		intSink = len(xs)
	}},
	{"append 4, returned", func() { sliceSink = grow(4) }},
	{"append 5, returned", func() { sliceSink = grow(5) }},
	{"append 10, returned", func() { sliceSink = grow(10) }},
	{"append 1000, returned", func() { sliceSink = grow(1000) }},
	{"append to a sink", func() {
		sliceSink = nil
		for i := range 10 {
			sliceSink = append(sliceSink, i)
		}
	}},
	{"append within capacity", func() {
		xs := make([]int, 0, 16)
		for i := range 16 {
			xs = append(xs, i)
		}
		intSink = len(xs)
	}},
	{"append slice", func() { bytesSink = append([]byte(nil), bytes100...) }},
	{"append string", func() { bytesSink = append([]byte{}, long...) }},
	{"variadic in frame", func() { intSink = variadic(1, tiny, 3) }},
	{"variadic of nothing", func() { intSink = variadic() }},
	{"variadic kept", func() { keepAll(number, short) }},
	// strings
	{"concat of 5 and 5 in frame", func() { boolSink = short+short == long }},
	{"concat of 100 in frame", func() { boolSink = long+short == short }},
	{"concat escaping", func() { textSink = short + short }},
	{"concat with empty", func() { textSink = short + empty }},
	{"[]byte of concat", func() { bytesSink = []byte(long + short) }},
	{"[]byte of concat in frame", func() { b := []byte(short + short); b[0]++; intSink = len(b) }},
	{"len(string(bytes))", func() { intSink = len(string(bytesSink)) }},
	{"concat of five", func() { textSink = short + "," + short + "," + long }},
	{"string(bytes) escaping", func() { textSink = string(bytes100) }},
	{"string(bytes) of one byte", func() { textSink = string(bytes5[:1]) }},
	{"string(no bytes)", func() { textSink = string(noBytes) }},
	{"string(bytes) in frame, 5", func() { s := string(bytes5); intSink = len(s) + int(s[tiny%5]) }},
	{"string(bytes) compared", func() { boolSink = string(bytes100) == long }},
	{"string(bytes) as map key", func() { intSink = known[string(bytes5)] }},
	{"string(bytes) in a switch", func() {
		switch string(bytes5) {
		case "alpha", "beta":
			intSink++
		}
	}},
	{"[]byte(string) escaping", func() { bytesSink = []byte(long) }},
	{"[]byte(string) read only", func() { b := []byte(long); intSink = int(b[tiny]) }},
	{"[]byte(string) written, 5", func() { b := []byte(short); b[0] = 'a'; intSink = int(b[1]) }},
	{"[]byte(string) written, 100", func() { b := []byte(long); b[0] = 'a'; intSink = int(b[1]) }},
	{"range []byte(string)", func() {
		for _, c := range []byte(long) {
			intSink += int(c)
		}
	}},
	{"[]rune(string)", func() { intSink = len([]rune(long)) }},
	{"string(runes)", func() { textSink = string(runes40) }},
	{"string(rune)", func() { textSink = string(rune(number)) }},
	// maps
	{"map in frame, 8 entries", func() {
		m := map[int]int{}
		for i := range 8 {
			m[i] = i
		}
		intSink = len(m)
	}},
	{"map in frame, 9 entries", func() {
		m := map[int]int{}
		for i := range 9 {
			m[i] = i
		}
		intSink = len(m)
	}},
	{"map escaping, empty", func() { mapSink = map[int]int{} }},
	{"map escaping, one entry", func() { mapSink = map[int]int{1: 1} }},
	{"map with hint 100", func() { mapSink = make(map[int]int, 100) }},
	{"map of 1000 entries", func() {
		m := map[int]int{}
		for i := range 1000 {
			m[i] = i
		}
		mapSink = m
	}},
	{"map of strings, 20 entries", func() {
		m := map[string]int{}
		for i := range 20 {
			m[long[:i]] = i
		}
		intSink = len(m)
	}},
	{"map of large values", func() { m := map[int]big{}; m[1] = big{}; intSink = len(m) }},
	// functions
	{"closure in frame", func() { x := number; intSink = callIt(func() int { return x }) }},
	{"closure escaping, by value", func() { x := number; funcSink = func() int { return x } }},
	{"closure escaping, by reference", func() { x := number; funcSink = func() int { x++; return x } }},
	{"closure without captures", func() { funcSink = func() int { return 1 } }},
	{"method value escaping", func() { funcSink = one.sum }},
	{"method value in frame", func() { var c counter; f := c.inc; f(); intSink = c.n }},
	{"defer", func() { defer func() { intSink++ }() }},
	{"defer in a loop", func() {
		for range 3 {
			defer func() { intSink++ }()
		}
	}},
	{"recovered panic", func() { defer func() { anySink = recover() }(); panic(number) }},
	// channels, std
	{"channel of int", func() { chanSink = make(chan int) }},
	{"channel with buffer", func() { chanSink = make(chan int, 10) }},
	{"channel of pointers", func() { c := make(chan *pair, 2); c <- &one; ptrSink = <-c }},
	{"errors.New", func() { errSink = errors.New("broken") }},
	{"fmt.Errorf with %w", func() { errSink = fmt.Errorf("more: %w", os.ErrExist) }},
	{"fmt.Sprintf", func() { textSink = fmt.Sprintf("%d %s", number, short) }},
	{"fmt.Sprint of a constant", func() { textSink = fmt.Sprint("constant") }},
	{"strconv.Itoa small", func() { textSink = strconv.Itoa(tiny) }},
	{"strconv.Itoa", func() { textSink = strconv.Itoa(number) }},
	{"strings.Builder", func() {
		var b strings.Builder
		for _, w := range words {
			b.WriteString(w)
		}
		textSink = b.String()
	}},
	{"strings.Builder with Grow", func() {
		var b strings.Builder
		b.Grow(64)
		for _, w := range words {
			b.WriteString(w)
		}
		textSink = b.String()
	}},
	{"strings.Join", func() { textSink = strings.Join(words, ",") }},
	{"strings.Split", func() { boolSink = len(strings.Split("a,b,c", ",")) == 3 }},
	{"strings.Repeat", func() { textSink = strings.Repeat("ab", 50) }},
	{"strings.ToUpper", func() { textSink = strings.ToUpper(short) }},
	{"strings.Fields", func() { intSink = len(strings.Fields("a b c")) }},
	{"sort.Ints", func() { xs := []int{3, 1, 2}; sort.Ints(xs); intSink = xs[0] }},
	{"sort.Slice", func() {
		xs := []int{3, 1, 2}
		sort.Slice(xs, func(i, j int) bool { return xs[i] < xs[j] })
		intSink = xs[0]
	}},
}

func (p pair) sum() int { return p.a + p.b }

func main() {
	runtime.MemProfileRate = 0
	results := make([][2]uint64, len(patterns))
	var before, after runtime.MemStats
	for i, p := range patterns {
		p.run()
		runtime.ReadMemStats(&before)
		for range runs {
			p.run()
		}
		runtime.ReadMemStats(&after)
		results[i] = [2]uint64{after.Mallocs - before.Mallocs, after.TotalAlloc - before.TotalAlloc}
	}
	for i, p := range patterns {
		fmt.Printf("%s\t%.2f\t%.1f\n", p.name, float64(results[i][0])/runs, float64(results[i][1])/runs)
	}
}
