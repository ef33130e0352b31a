// run

// Numbers with units: defined types through every statement that a generic body may hold, matrices of any numeric element, polynomials,
// rationals, intervals, complex signals; conversions between all of them.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/cmplx"
	"slices"
	"strings"
)

type (
	Meter       float64
	Second      float32
	Count       int
	Cents       int64
	Byte        uint8
	Small       int16
	Phasor      complex128
	Names       []string
	Grid[T any] [][]T
)

type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint
}

type Real interface{ Integer | ~float32 | ~float64 }

type Field interface {
	Real | ~complex64 | ~complex128
}

func (m Meter) String() string { return fmt.Sprintf("%gm", float64(m)) }
func (c Cents) String() string { return fmt.Sprintf("%d.%02d", int64(c)/100, abs(int64(c)%100)) }
func (p Phasor) String() string {
	return fmt.Sprintf("%.2f@%.0f°", cmplx.Abs(complex128(p)), cmplx.Phase(complex128(p))*180/math.Pi)
}

func abs[T Real](x T) T {
	if x < 0 {
		return -x
	}
	return x
}

func sum[S ~[]T, T Field](s S) (total T) {
	for _, x := range s {
		total += x
	}
	return
}

func dot[T Field](a, b []T) (out T) {
	for i := range min(len(a), len(b)) {
		out += a[i] * b[i]
	}
	return
}

func convert[To, From Real](in ...From) []To {
	out := make([]To, 0, len(in))
	for _, x := range in {
		out = append(out, To(x))
	}
	return out
}

func gcd[T Integer](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return abs(a)
}

func bitsOf[T Integer](x T) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}

func steps[T Count | Small | Cents](from, to, by T) func(func(T, T) bool) {
	return func(yield func(T, T) bool) {
		var i T
		for x := from; x < to; x += by {
			if !yield(i, x) {
				return
			}
			i++
		}
	}
}

func countTo[T ~int | ~int64](n T, visit func(T)) {
	for i := T(0); i < n; i++ {
		switch {
		case i%2 == 0:
			continue
		case i > 7:
			return
		}
		visit(i)
	}
}

func NewGrid[T Field](rows, columns int, at func(i, j int) T) Grid[T] {
	g := make(Grid[T], rows)
	for i := range g {
		g[i] = make([]T, columns)
		for j := range g[i] {
			g[i][j] = at(i, j)
		}
	}
	return g
}

var ErrShape = errors.New("shapes differ")

type shapeError[T Field] struct{ a, b Grid[T] }

func (e shapeError[T]) Error() string {
	return fmt.Sprintf("%d×%d and %d×%d of %T", len(e.a), len(e.a[0]), len(e.b), len(e.b[0]), *new(T))
}

func (e shapeError[T]) Is(target error) bool { return target == ErrShape }

func Mul[T Field](a, b Grid[T]) (Grid[T], error) {
	if len(a[0]) != len(b) {
		return nil, shapeError[T]{a, b}
	}
	column := func(j int) []T {
		out := make([]T, len(b))
		for i := range b {
			out[i] = b[i][j]
		}
		return out
	}
	return NewGrid(len(a), len(b[0]), func(i, j int) T { return dot(a[i], column(j)) }), nil
}

func Power[T Field](a Grid[T], n uint) Grid[T] {
	out := NewGrid(len(a), len(a), func(i, j int) T {
		if i == j {
			return 1
		}
		return 0
	})
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			out, _ = Mul(out, a)
		}
		a, _ = Mul(a, a)
	}
	return out
}

type Rational[T Integer] struct{ num, den T }

func Rat[T Integer](num, den T) Rational[T] {
	if den == 0 {
		panic(fmt.Sprintf("%v/%v", num, den))
	}
	if g := gcd(num, den); g != 0 {
		num, den = num/g, den/g
	}
	if den < 0 {
		num, den = -num, -den
	}
	return Rational[T]{num, den}
}

func (r Rational[T]) Add(o Rational[T]) Rational[T] { return Rat(r.num*o.den+o.num*r.den, r.den*o.den) }
func (r Rational[T]) Cmp(o Rational[T]) int         { return cmp.Compare(r.num*o.den, o.num*r.den) }
func (r Rational[T]) String() string                { return fmt.Sprint(r.num, "/", r.den) }

type Polynomial[T Field] []T

func (p Polynomial[T]) At(x T) (y T) {
	for i := len(p) - 1; i >= 0; i-- {
		y = y*x + p[i]
	}
	return
}

func (p Polynomial[T]) Mul(q Polynomial[T]) Polynomial[T] {
	out := make(Polynomial[T], len(p)+len(q)-1)
	for i, a := range p {
		for j, b := range q {
			out[i+j] += a * b
		}
	}
	return out
}

func (p Polynomial[T]) Derive() (out Polynomial[T]) {
	var n T
	for _, c := range p[1:] {
		n++
		out = append(out, n*c)
	}
	return
}

func fourier(in []Phasor) []Phasor {
	n := len(in)
	if n == 1 {
		return slices.Clone(in)
	}
	var even, odd []Phasor
	for i, x := range in {
		if i&1 == 0 {
			even = append(even, x)
		} else {
			odd = append(odd, x)
		}
	}
	even, odd = fourier(even), fourier(odd)
	out := make([]Phasor, n)
	for k := range even {
		t := Phasor(cmplx.Exp(complex(0, -2*math.Pi*float64(k)/float64(n)))) * odd[k]
		out[k], out[k+n/2] = even[k]+t, even[k]-t
	}
	return out
}

type Interval[T cmp.Ordered] struct{ lo, hi T }

func Merge[T cmp.Ordered](in ...Interval[T]) (out []Interval[T]) {
	slices.SortFunc(in, func(a, b Interval[T]) int { return cmp.Or(cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi)) })
	for _, x := range in {
		if n := len(out); n > 0 && x.lo <= out[n-1].hi {
			out[n-1].hi = max(out[n-1].hi, x.hi)
			continue
		}
		out = append(out, x)
	}
	return
}

type table[K comparable, T Real] struct {
	rows map[K][]T
	unit func(T) string
}

func (t *table[K, T]) add(k K, more ...T) *table[K, T] {
	if t.rows == nil {
		t.rows = make(map[K][]T)
	}
	t.rows[k] = append(t.rows[k], more...)
	return t
}

func (t *table[K, T]) best() (k K, top T) {
	first := true
	for key, row := range t.rows {
		if s := sum(row); first || s > top {
			k, top, first = key, s, false
		}
	}
	return
}

func main() {
	fmt.Println(sum([]Meter{1.5, 2, -0.25}), sum([]Cents{199, 1, -50}), sum(Polynomial[Phasor]{1, 1i}), sum([]Byte{200, 100}))
	fmt.Println(dot([]Second{1, 2}, []Second{3, 4, 5}), convert[Byte](Meter(3.9), 254.2), convert[Meter, Small](-3), convert[Small](Count(70000)))
	fmt.Println(gcd(Cents(84), -36), gcd[Small](-7, 21), bitsOf(Byte(0xF1)), bitsOf(Cents(-1)), bitsOf(Small(-2)))
	for i, x := range steps(Cents(50), 400, 125) {
		fmt.Print(i, ":", x, " ")
	}
	for i, x := range steps[Small](-3, 30, 10) {
		if x > 10 {
			break
		}
		fmt.Print(i, ":", x, " ")
	}
	countTo(Cents(20), func(c Cents) { fmt.Print(c, " ") })
	countTo(Count(4), func(c Count) { fmt.Print(c, " ") })
	fmt.Println()

	fib := Power(Grid[Count]{{1, 1}, {1, 0}}, 40)
	fmt.Println(fib, Power(Grid[Phasor]{{1i}}, 3)[0][0])
	_, err := Mul(Grid[Meter]{{1, 2}}, Grid[Meter]{{1, 2}})
	fmt.Println(err, errors.Is(err, ErrShape))
	third := Rat(Small(2), -6)
	fmt.Println(third, third.Add(Rat[Small](1, 2)), third.Cmp(Rat[Small](-1, 3)), Rat(Count(0), 5))
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		fmt.Println(Rat(Cents(1), 0))
	}()
	p := Polynomial[Meter]{1, -3, 2}
	fmt.Println(p.At(2), p.Mul(p), p.Derive(), Polynomial[complex64]{1, 0, 1}.At(1i))
	var signal []Phasor
	for i := range 8 {
		signal = append(signal, Phasor(complex(math.Cos(2*math.Pi*float64(i)/8), 0)))
	}
	for i, x := range fourier(signal) {
		if cmplx.Abs(complex128(x)) > 1e-9 {
			fmt.Print(i, "=", x, " ")
		}
	}
	fmt.Println()
	fmt.Println(Merge(Interval[string]{"a", "c"}, Interval[string]{"x", "z"}, Interval[string]{"b", "f"}), Merge(Interval[Meter]{2, 3}, Interval[Meter]{1, 2}))
	t := new(table[[2]string, Cents]).add([2]string{"a", "b"}, 5, 10).add([2]string{"c"}, 100).add([2]string{"a", "b"}, 90)
	fmt.Println(t.best())
	k, top := (&table[Names2, Second]{}).best()
	fmt.Printf("%q %v %T\n", k.first, top, t)
	fmt.Println(strings.Repeat("=", int(min(Count(12), 20))), max(Meter(1), 2.5, -7), uint8(Byte(255)+Byte(k.n)))
}

type Names2 struct {
	first string
	n     int8
}

// Output:
// 3.25m 1.50 1.41@45° 44
// 11 [3 254] [-3m] [4464]
// 0.12 7 5 64 15
// 0.00:0.50 0.01:1.75 0.02:3.00 0:-3 1:7 0.01 0.03 0.05 0.07 1 3
// [[165580141 102334155] [102334155 63245986]] 1.00@-90°
// 1×2 and 1×2 of main.Meter true
// -1/3 1/6 0 0/1
// recovered 0.01/0.00
// 3m [1m -6m 13m -12m 4m] [-3m 4m] (0+0i)
// 1=4.00@-0° 7=4.00@0°
// [{a f} {x z}] [{1 3}]
// [a b] 1.05
// "" 0 *main.table[[2]string,main.Cents]
// ============ 2.5m 255
