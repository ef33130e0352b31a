// run
// Every verb with every set of flags, some widths and precisions, for values of every kind: a part of them here.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"math"
	"os"
	"unsafe"
)

type (
	celsius float32
	small   int8
	mask    uint16
	word    string
	octets  []byte
	octet   byte
	yes     bool
	point   struct {
		X, y int
		name string
	}
	tree struct {
		Value any
		Left  *tree
		kids  []tree
		by    map[string]int
		err   error
		f     func()
	}
	named    struct{ N string }
	golang   struct{ N int }
	failing  struct{}
	fickle   struct{ p *int }
	shape    struct{ fmt.Stringer }
	celsiuss []celsius
)

func (n named) String() string    { return "<" + n.N + ">" }
func (g golang) GoString() string { return "golang!" }
func (failing) Error() string     { return "fails" }
func (f *fickle) String() string  { return fmt.Sprint(*f.p) }
func (c octet) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "{%s %d %v %d %v}", fmt.FormatString(s, verb), w, wok, p, pok)
}

var values = []any{
	nil, true, yes(false),
	0, 7, -42, math.MaxInt, math.MinInt, int8(-128), small(-5), int16(300), int32('x'), int32(0x1F600), int64(1 << 40),
	uint(9), uint8(200), mask(0xbeef), uint32(0xdeadbeef), uint64(math.MaxUint64), uintptr(0xc0ffee), rune(-1), 0x110000,
	0.0, math.Copysign(0, -1), 1.0, -2.5, 3.14159265358979, 1e21, 1e20, 1e-7, 123456789.0, math.MaxFloat64, 5e-324,
	math.Inf(1), math.Inf(-1), math.NaN(), float32(0.1), float32(16777216), celsius(36.6), 100000.0, 1000000.0,
	"", "hello", "héllo, 世界", "a\tb\"c`d\n", "\xff\xfe", word("word"), "`raw`",
	[]byte(nil), []byte{}, []byte("bytes\x00\xff"), octets("own"), [3]byte{1, 2, 3}, &[]byte{1}, []octet{1}, [2]octet{3, 4},
	[]int(nil), []int{}, []int{1, -2, 3}, [2]bool{true}, []string{"a", "b c"}, []any{1, "a", nil, 2.5}, []float64{1, .5},
	[]word{"x"}, celsiuss{1.5}, [][]int{{1}, nil, {2, 3}}, [0]int{},
	map[string]int(nil), map[string]int{"b": 2, "a": 1}, map[int][]string{2: {"x"}, -1: nil},
	map[any]bool{1: true, "a": false, 2.5: true}, map[float64]int{math.NaN(): 1, 1: 2, -1: 3},
	point{1, -2, "p"}, &point{3, 4, "q"}, (*point)(nil), struct{}{}, struct{ A any }{nil}, []point{{1, 2, "r"}}, []*point{nil},
	tree{Value: 5, kids: []tree{{}}, by: map[string]int{"k": 1}, err: failing{}}, &tree{Value: named{"v"}},
	named{"me"}, &named{"ptr"}, []named{{"in"}}, map[named]named{{"k"}: {"v"}}, golang{5}, &golang{6}, []golang{{7}}, (*named)(nil),
	failing{}, errors.New("an error"), []error{failing{}, nil}, (*fickle)(nil), &fickle{}, shape{named{"emb"}}, shape{},
	(*int)(nil), (func())(nil), (chan int)(nil), unsafe.Pointer(nil), (*[]int)(nil), &[]int{1}, &map[string]int{"z": 26},
	struct {
		a int
		B named
		c *int
		d any
		e []byte
		f [2]byte
		g uint8
		h fmt.Stringer
	}{1, named{"q"}, nil, named{"w"}, []byte("e"), [2]byte{1, 2}, 3, named{"x"}},
}

const step = 7507 // in bulk: 7

var (
	verbs      = []rune("vTtbcdoOqxXUeEfFgGspwz世")
	widths     = []string{"", "1", "8", "21"}
	precisions = []string{"", ".", ".1", ".4", ".12"}
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for at := 0; at < len(values)*len(verbs)*32*len(widths)*len(precisions); at += step {
		n := at
		choose := func(count int) int {
			choice := n % count
			n /= count
			return choice
		}
		form := "%"
		flags := choose(32)
		for i, flag := range "+-# 0" {
			if flags>>i&1 != 0 {
				form += string(flag)
			}
		}
		form += widths[choose(len(widths))] + precisions[choose(len(precisions))]
		verb := verbs[choose(len(verbs))]
		if address := fmt.Sprintf("%p", values[n]); verb == 'p' && address[0] == '0' && address != "0x0" {
			continue // differs between runs
		}
		form += string(verb)
		fmt.Fprintf(out, "%d %s|"+form+"|\n", n, form[1:], values[n])
	}
}
