// run

// Constraints that do the work: arithmetic over integers, floats, complex numbers, fractions.
package main

import (
	"fmt"
	"math"
	"strings"
	"unsafe"
)

type Signed interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}
type Unsigned interface {
	~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}
type Integer interface{ Signed | Unsigned }
type Float interface{ ~float32 | ~float64 }
type Complex interface{ ~complex64 | ~complex128 }
type Real interface{ Integer | Float }
type Any interface{ Real | Complex }

func Sum[T Any](list ...T) (sum T) {
	for _, v := range list {
		sum += v
	}
	return
}

func Dot[S ~[]T, T Any](a, b S) T {
	var sum T
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func GCD[T Integer](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func Abs[T Signed | Float](x T) T {
	if x < 0 {
		return -x
	}
	return x
}

func Pow[T Any](x T, n uint) T {
	result := T(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			result *= x
		}
		x *= x
	}
	return result
}

func Convert[To, From Real](from []From) []To {
	to := make([]To, len(from))
	for i, v := range from {
		to[i] = To(v)
	}
	return to
}

func Limits[T Integer]() (low, high T) {
	if ^T(0) < 0 {
		low = T(1) << (unsafe.Sizeof(low)*8 - 1)
		return low, ^low
	}
	return 0, ^T(0)
}

func PopCount[T Unsigned](x T) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}

type Ring[T any] interface {
	Add(T) T
	Mul(T) T
}

type Fraction struct{ n, d int }

func F(n, d int) Fraction {
	g := GCD(Abs(n), Abs(d))
	return Fraction{n / g, d / g}
}
func (a Fraction) Add(b Fraction) Fraction { return F(a.n*b.d+b.n*a.d, a.d*b.d) }
func (a Fraction) Mul(b Fraction) Fraction { return F(a.n*b.n, a.d*b.d) }
func (a Fraction) String() string          { return fmt.Sprintf("%d/%d", a.n, a.d) }

type Mod7 uint8

func (a Mod7) Add(b Mod7) Mod7 { return (a + b) % 7 }
func (a Mod7) Mul(b Mod7) Mod7 { return (a * b) % 7 }

type Matrix[T Ring[T]] [][]T

func (m Matrix[T]) Mul(o Matrix[T]) Matrix[T] {
	product := make(Matrix[T], len(m))
	for i, row := range m {
		product[i] = make([]T, len(o[0]))
		for j := range o[0] {
			sum := row[0].Mul(o[0][j])
			for k := 1; k < len(row); k++ {
				sum = sum.Add(row[k].Mul(o[k][j]))
			}
			product[i][j] = sum
		}
	}
	return product
}

func Power[T interface{ Mul(T) T }](x T, n int) T {
	if n == 1 {
		return x
	}
	half := Power(x, n/2)
	half = half.Mul(half)
	if n%2 == 1 {
		half = half.Mul(x)
	}
	return half
}

type celsius float32
type vector []celsius

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2.5), Sum[uint8](200, 100), Sum(2i, 1+1i), Sum[celsius](), Sum[int16](32767, 1))
	fmt.Println(Dot(vector{1, 2, 3}, vector{4, 5, 6}), Dot([]complex64{1i, 2}, []complex64{1i, 3}))
	fmt.Println(GCD(48, 18), GCD[uint8](255, 85), Abs(-3.5), Abs(int8(-128)), Pow(2, 10), Pow(1i, 3), Pow[float32](1.5, 3), Pow(uint8(3), 6))
	fmt.Println(Convert[int8]([]int{1, 200, -129, 300}), Convert[float32]([]uint64{math.MaxUint64, 1}), Convert[uint16]([]float64{3.99, 65535.5}))
	fmt.Println(Limits[int8]())
	fmt.Println(Limits[uint16]())
	fmt.Println(Limits[int64]())
	fmt.Println(Limits[uintptr]())
	fmt.Println(PopCount(uint8(0xf7)), PopCount[uint64](math.MaxUint64))
	m := Matrix[Fraction]{{F(1, 2), F(1, 3)}, {F(1, 4), F(1, 5)}}
	fmt.Println(m.Mul(m), Power(m, 3))
	fib := Matrix[Mod7]{{1, 1}, {1, 0}}
	for n := 1; n < 17; n++ {
		fmt.Print(Power(fib, n)[0][1], " ")
	}
	fmt.Println(Power(F(2, 3), 5))
	fmt.Println(strings.Repeat("=", Sum(len("ab"), 3)), min(celsius(2), 1.5), max(Sum(1, 2), 2))
	fmt.Printf("%T %T %T\n", m, Power[Mod7], Dot[vector])
}

// Output:
// 6 4 44 (1+3i) 0 -32768
// 32 (5+0i)
// 6 85 3.5 -128 1024 (-0-1i) 3.375 217
// [1 -56 127 44] [1.8446744e+19 1] [3 65535]
// -128 127
// 0 65535
// -9223372036854775808 9223372036854775807
// 0 18446744073709551615
// 7 64
// [[1/3 7/30] [7/40 37/300]] [[9/40 71/450] [71/600 83/1000]]
// 1 1 2 3 5 1 6 0 6 6 5 4 2 6 1 0 32/243
// ===== 1.5 3
// main.Matrix[main.Fraction] func(main.Mod7, int) main.Mod7 func(main.vector, main.vector) main.celsius
