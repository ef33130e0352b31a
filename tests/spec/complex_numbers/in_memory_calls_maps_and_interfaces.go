// run

// Complex values as elements, fields, keys, arguments, results, in interfaces, channels, closures and type parameters.
package main

import (
	"fmt"
	"math"
	"unsafe"
)

type pair struct {
	a complex64
	n int8
	b complex128
}

type small struct{ c complex64 }

type number interface {
	~complex64 | ~complex128
}

func sum[T number](list ...T) (total T) {
	for _, x := range list {
		total += x
	}
	return
}

func largest[T float32 | float64 | int](a, b T) T { return max(a, b) }

func (p *pair) turn() { p.a, p.b = complex64(p.b), complex128(p.a) }

func (s small) double() small { return small{s.c * 2} }

func many(a complex64, b int8, c complex128, d complex64) (complex64, complex128, int8) {
	return a + d, c * c, b
}

//go:noinline
func deferred(list *[]complex128) (r complex128) {
	defer func() { r += 1i }()
	defer func(c complex128) { *list = append(*list, c) }(3 + 4i)
	return 2
}

var global complex64 = 1 - 1i
var globals [2]complex128

func main() {
	fmt.Println(unsafe.Sizeof(complex64(0)), unsafe.Alignof(complex64(0)), unsafe.Sizeof(0i), unsafe.Alignof(0i), unsafe.Sizeof(pair{}), unsafe.Offsetof(pair{}.b))
	p := pair{1 + 2i, 3, 4 - 5i}
	q := p
	q.turn()
	fmt.Println(p, q, p == q, p == pair{1 + 2i, 3, 4 - 5i})
	fmt.Println(small{2i}.double(), small{2i} == small{2i})
	list := []complex64{1, 2i, 3 + 3i}
	list = append(list, 4, -5i)
	list[1] *= 2
	list[2]++
	fmt.Println(list, len(list), sum(list...), sum(1i, 2+2i, globals[0]))
	array := [3]complex128{2: 1i}
	pointer := &array[1]
	*pointer = 7
	for i, x := range array {
		fmt.Print(i, x, " ")
	}
	fmt.Println(array == [3]complex128{0, 7, 1i})
	fmt.Println(many(1, 2, 3i, 4i))
	m := map[complex128]string{1 + 1i: "one", 0: "zero"}
	m[complex(math.Copysign(0, -1), 0)] = "same zero"
	m[complex(math.NaN(), 0)] = "a"
	m[complex(math.NaN(), 0)] = "b"
	_, found := m[complex(math.NaN(), 0)]
	fmt.Println(len(m), m[1+1i], m[0], found)
	m64 := map[complex64]int{}
	for i := range 20 {
		m64[complex(float32(i%5), float32(i%3))] += i
	}
	fmt.Println(len(m64), m64[4+2i])
	var x, y any = 1i, complex64(1i)
	fmt.Println(x == 1i, y == 1i, x == y, y == any(complex64(1i)))
	keys := map[any]int{1i: 1, complex64(1i): 2, 1: 3}
	fmt.Println(keys[1i], keys[complex64(1i)], keys[1], keys[1.0])
	switch v := x.(type) {
	case complex64:
		fmt.Println("64", v)
	case complex128:
		fmt.Println("128", v, real(v))
	}
	_, ok := y.(complex128)
	fmt.Println(ok, y.(complex64))
	ch := make(chan complex128, 2)
	ch <- 1 + 2i
	ch <- -1i
	close(ch)
	for c := range ch {
		fmt.Print(c, " ")
	}
	c, more := <-ch
	fmt.Println(c, more)
	add := func(d complex64) complex64 { global += d; return global }
	fmt.Println(add(1), add(2i), global)
	var log []complex128
	fmt.Println(deferred(&log), log)
	globals[1] = sum(1, 2i, 3.5)
	g := &globals
	g[0], g[1] = g[1], g[0]
	fmt.Println(globals, *g)
	words := (*[2]float64)(unsafe.Pointer(&globals[0]))
	words[0] = 9
	fmt.Println(globals[0], largest(real(globals[0]), 3), largest(2, 3))
	var nilMap map[complex64]complex64
	fmt.Println(nilMap[1], new(complex128) != nil, *new(complex128))
	copied := make([]complex128, 2)
	copy(copied, array[1:])
	clear(array[:])
	fmt.Println(copied, array)
}

// Output:
// 8 4 16 8 32 16
// {(1+2i) 3 (4-5i)} {(4-5i) 3 (1+2i)} false true
// {(0+4i)} true
// [(1+0i) (0+4i) (4+3i) (4+0i) (0-5i)] 5 (9+2i) (2+3i)
// 0 (0+0i) 1 (7+0i) 2 (0+1i) true
// (1+4i) (-9+0i) 2
// 4 one same zero false
// 15 14
// true false false true
// 1 2 3 0
// 128 (0+1i) 0
// false (0+1i)
// (1+2i) (0-1i) (0+0i) false
// (2-1i) (2+1i) (2+1i)
// (2+1i) [(3+4i)]
// [(4.5+2i) (0+0i)] [(4.5+2i) (0+0i)]
// (9+2i) 9 3
// (0+0i) true (0+0i)
// [(7+0i) (0+1i)] [(0+0i) (0+0i) (0+0i)]
