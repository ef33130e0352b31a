// run
// x op= y and reads fused with arithmetic: fields, elements, package variables, maps; intrinsics with two results.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

type P struct {
	n    int
	f, g float64
	q    *P
}

var total int
var mask uint64

func upd(p *P, xs []int, fs []float64, i, d int, f float64) {
	p.n += d
	p.n -= d * 2
	p.n++
	p.n--
	p.f += f
	p.f -= f * 2
	p.f += f * p.g
	p.g = p.f - p.g
	p.g = p.f * p.q.g
	p.q.g = 3 - p.f
	xs[i] += d
	xs[i]++
	xs[i] -= d
	xs[i] -= 7
	fs[i] += f
	fs[i] -= f
	fs[i] += f * f
	total += d
	total++
	total -= 5
	total -= d
}

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, e)
		}
	}()
	f()
}

func main() {
	p := &P{n: 1, f: 2, g: 3, q: &P{g: 4}}
	xs := []int{1, 2, 3}
	fs := []float64{1.5, 2.5, 3.5}
	for i := range 3 {
		upd(p, xs, fs, i, i+4, float64(i)+0.25)
	}
	fmt.Println(*p.q, p.n, p.f, p.g, xs, fs, total)
	m := map[string]int{"a": 1, "b": 2}
	m["a"] += 5
	m["c"]++
	fmt.Println(m["a"]+m["b"], m["zz"], m)
	mf := map[int]float64{3: 2.5}
	mp := map[int32]*P{7: p}
	fmt.Println(mf[3]*2, mf[4], mp[7].n, mp[8] == nil)
	for x := uint64(0); x < 9; x++ {
		if x&3 == 0 {
			mask |= 1 << x
		}
		if x&5 != 0 {
			mask ^= 3
		}
	}
	fmt.Println(mask, bits.OnesCount64(mask))
	hi, lo := bits.Mul64(math.MaxUint64, 12345678901234567)
	s, c := bits.Add64(hi, lo, 1)
	d, b := bits.Sub64(hi, lo, c)
	fmt.Println(hi, lo, s, c, d, b)
	fmt.Println(bits.Mul(7, 8))
	fmt.Println(math.Copysign(3, -0.0), math.Copysign(-3, 1), math.RoundToEven(2.5), math.RoundToEven(3.5), math.RoundToEven(-0.5))
	fmt.Println(min(3, 1, 2), max(3, 1, 2), min(uint64(math.MaxUint64), 5), max(uint64(math.MaxUint64), 5), min("b", "a"), max("b", "a", "c"), min(int8(-3), 2))
	fmt.Println(min(2.5, 1), max(math.NaN(), 1), hi+lo+s, 1+hi+lo)
	var np *P
	try("nil", func() { np.n += 2 })
	try("nilf", func() { np.f += 2 })
	try("nilm", func() { p.f += np.f })
	try("idx", func() { xs[len(fs)] += 2 })
	try("idxf", func() { fs[len(xs)+p.n*0]++ })
	try("nq", func() { fmt.Println(p.q.q.f - p.f) })
	try("ns", func() { fmt.Println(p.f - p.q.q.f) })
	var nm map[string]int
	fmt.Println(nm["a"])
}

type K struct{ a, b any }

func init() {
	m := map[string]float64{}
	m["x"] += 2.5
	m["x"] *= 3
	m["x"] /= 2
	c := map[K]complex128{}
	c[K{1, "a"}] += 2i
	c[K{1, "a"}] *= 2i
	u := map[int]uint8{1: 250}
	u[1] += 10
	u[2]--
	u[3] |= 5
	u[4] <<= 2
	z := map[any]int{}
	try("hash", func() { z[[]int{1}] += 2 })
	try("div", func() { z[9] /= z[10] })
	try("order", func() { z[11] += xs(5) })
	var n map[int]int
	try("nilmap", func() { n[xs(0)]++ })
	f := func() int { z[1] = 100; return 1 }
	z[1] += f()
	fmt.Println(m, c, u, z)
	a := [4]int{1, 2, 3, 4}
	a[2] += 5
	for i := range a {
		a[i] += i
		a[len(a)-1-i] -= 2
	}
	gl[2] += 3
	gs[1].n += 2
	gs[0].n += 4
	gs[0].f -= 4
	ps := []P{{n: 1}, {f: 2}}
	for i := range ps {
		ps[i].n += i + 1
		ps[i].f += ps[1-i].f * 2
		ps[i].f -= 0.5
	}
	s := []float64{1, 2, 3}
	for i := 1; i < len(s); i++ {
		s[i] += s[i-1]
		s[i] += s[i-1] * 2
	}
	fmt.Println(a, gl, gs[1], ps[0].n, ps[0].f, ps[1].f, s)
	try("second", func() { s[1] += s[len(a)] })
	try("first", func() { s[len(a)+1] += s[len(a)] })
}

var gl [5]int
var gs = make([]P2, 3)

type P2 struct {
	n int
	f float64
}

func xs(i int) int { return []int{7, 8}[i] }

// Output:
// hash runtime error: hash of unhashable type []int
// div runtime error: integer divide by zero
// order runtime error: index out of range [5] with length 2
// nilmap assignment to entry in nil map
// map[x:3.75] map[{1 a}:(-4+0i)] map[1:4 2:255 3:5 4:0] map[1:101]
// [-1 1 8 5] [0 0 3 0 0] {2 0} 2 3.5 8.5 [1 5 18]
// second runtime error: index out of range [4] with length 3
// first runtime error: index out of range [5] with length 3
// {0 0 -23.96875 <nil>} -14 26.96875 -289.9140625 [-5 -4 -3] [1.5625 4.0625 8.5625] -12
// 8 0 map[a:6 b:2 c:1]
// 5 0 -14 true
// 273 3
// 12345678901234566 18434398394808317049 0 1 24691357802469132 1
// 0 56
// 3 3 2 4 -0
// 1 3 5 18446744073709551615 a c -3
// 1 NaN 18446744073709551615 0
// nil runtime error: invalid memory address or nil pointer dereference
// nilf runtime error: invalid memory address or nil pointer dereference
// nilm runtime error: invalid memory address or nil pointer dereference
// idx runtime error: index out of range [3] with length 3
// idxf runtime error: index out of range [3] with length 3
// nq runtime error: invalid memory address or nil pointer dereference
// ns runtime error: invalid memory address or nil pointer dereference
// 0
