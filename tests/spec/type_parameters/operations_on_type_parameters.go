// run

// Built-in functions, conversions, range, comparison, switches on operands whose types are type parameters.
package main

import (
	"fmt"
	"unsafe"
)

type Bytes interface{ ~string | ~[]byte }
type Indexable interface{ ~[]int | ~[4]int | ~*[4]int }

func Lengths[S ~[]E, E any, M ~map[K]E, K comparable, C ~chan E](s S, m M, c C) []int {
	return []int{len(s), cap(s), len(m), len(c), cap(c)}
}

func Make[S ~[]E, E any, M ~map[int]E, C ~chan E](n int, e E) (S, M, C) {
	s, m, c := make(S, n, n+2), make(M, n), make(C, n)
	for i := range s {
		s[i] = e
		m[i] = e
		c <- e
	}
	return append(s, e, e), m, c
}

func Clear[T ~[]int | ~map[int]int](t T) T { clear(t); return t }

func Last[T Indexable](t T) int { return t[len(t)-1] }

func Set[T ~[]int | ~*[4]int](t T, v int) T { t[0] = v; return t }

func Hash[T Bytes](t T) (h uint32) {
	for i := range len(t) {
		h = h*31 + uint32(t[i])
	}
	return
}

func Cut[T Bytes](t T, i int) (T, T) { return t[:i], t[i:] }

func Text[T ~[]byte | ~[]rune | ~string](t T) string { return string(t) }

func Round[I ~int | ~int8 | ~uint16, F ~float32 | ~float64](f F) I { return I(f) }

func Pointers[P ~*E, E any](p P, e E) E {
	old := *p
	*p = e
	return old
}

func Call[F ~func(A) R, A, R any](f F, a A) R { return f(a) }

func Range[S ~[]E, E any](s S) (n int, last E) {
	for i, e := range s {
		n += i
		last = e
	}
	return
}

func Each[M ~map[K]V, K comparable, V any](m M) (n int) {
	for k, v := range m {
		_, _ = k, v
		n++
		delete(m, k)
	}
	return n
}

func Equal[T comparable](a, b T) (equal bool, err any) {
	defer func() { err = recover() }()
	return a == b, nil
}

func IsZero[T comparable](t T) bool { return t == *new(T) }

func Kind[T any](t T) string {
	switch any(t).(type) {
	case int:
		return "int"
	case fmt.Stringer:
		return "stringer"
	case []T:
		return "slice of itself"
	case nil:
		return "nil"
	}
	switch x := any(&t).(type) {
	case *string:
		return "string " + *x
	case *error:
		return "error"
	}
	return fmt.Sprintf("%T", t)
}

func Shift[T ~int8 | ~uint8 | ~int64](t T, n uint) (T, T) { return t << n, t >> n }

func Bounds[T ~int | ~float64 | ~string](list ...T) (T, T) {
	low, high := list[0], list[0]
	for _, t := range list {
		low, high = min(low, t), max(high, t)
	}
	return low, high
}

func Size[T any]() uintptr {
	type pair struct {
		flag bool
		t    T
	}
	return unsafe.Sizeof(pair{})
}

func Struct[T any, S ~struct {
	Name  string
	Value T
}](s S) S {
	return S{"copy", struct {
		Name  string
		Value T
	}(s).Value}
}

type ints []int
type name string
type row = [4]int
type setting struct {
	Name  string
	Value float64
}
type temperature float64

func (t temperature) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

func main() {
	s, m, c := Make[ints, int, map[int]int, chan int](2, 7)
	fmt.Println(s, cap(s), m, Lengths(s, m, c))
	fmt.Println(Clear(ints{1, 2}), Clear(map[int]int{1: 2}), Last(ints{1, 2}), Last(row{1, 2, 3, 4}), Last(&row{5, 6, 7, 8}), Set(&row{}, 9), Set(ints{1}, 2))
	fmt.Println(Hash(name("abc")), Hash([]byte("abc")), Text([]rune{'h', 'é'}), Text(name("n")))
	x, y := Cut(name("hello"), 2)
	fmt.Println(x, y)
	fmt.Println(Round[int8](float32(-3.7)), Round[uint16](65535.9), Round[int](temperature(36.6)))
	n := 5
	fmt.Println(Pointers(&n, 6), n, Call(func(s string) int { return len(s) }, "four"))
	fmt.Println(Range([]string{"a", "b", "c"}))
	fmt.Println(Each(map[string]bool{"x": true, "y": false}))
	fmt.Println(Equal(1, 1))
	fmt.Println(Equal[any](1, "1"))
	fmt.Println(Equal[any]([]int{}, []int{}))
	fmt.Println(Equal(struct{ e error }{}, struct{ e error }{}))
	fmt.Println(IsZero(""), IsZero(row{0, 0, 0, 1}), IsZero[error](nil))
	fmt.Println(Kind(1), Kind("x"), Kind(temperature(1)), Kind[error](nil), Kind[any](nil), Kind([]int{}), Kind[any]([]any{}))
	fmt.Println(Shift(int8(-127), 1))
	fmt.Println(Shift(uint8(129), 9))
	fmt.Println(Bounds(3, 1, 2))
	fmt.Println(Bounds("b", "", "c"))
	fmt.Println(Size[int8](), Size[string](), Size[struct{}](), Size[[3]int16]())
	fmt.Printf("%+v\n", Struct(setting{"old", 1.5}))
	defer func() { fmt.Println(recover()) }()
	Last(ints{})
}

// Output:
// [7 7 7 7] 4 map[0:7 1:7] [4 4 2 2 2]
// [0 0] map[] 2 4 8 &[9 0 0 0] [2]
// 96354 96354 hé n
// he llo
// -3 65535 36
// 5 6 4
// 3 c
// 2
// true <nil>
// false <nil>
// false runtime error: comparing uncomparable type []int
// true <nil>
// true false true
// int string x stringer nil nil []int slice of itself
// 2 -64
// 0 0
// 1 3
//  c
// 2 24 2 8
// {Name:copy Value:1.5}
// runtime error: index out of range [-1]
