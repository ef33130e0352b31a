// run
// The values that a seed gives for every kind of type, and checks that fail.
package main

import (
	"fmt"
	"math/rand"
	"reflect"
	"testing/quick"
)

type point struct {
	X, Y int16
	Name string
	next *point
}

type own int

func (own) Generate(r *rand.Rand, size int) reflect.Value {
	return reflect.ValueOf(own(r.Intn(10) + 1000*size))
}

func show[T any](seed int64) {
	r := rand.New(rand.NewSource(seed))
	for range 3 {
		v, ok := quick.Value(reflect.TypeFor[T](), r)
		if !ok {
			fmt.Printf("%v: cannot\n", reflect.TypeFor[T]())
			return
		}
		fmt.Printf("%v %+q\n", v.Type(), fmt.Sprint(v.Interface()))
	}
}

func main() {
	show[bool](1)
	show[int](2)
	show[int8](3)
	show[uint16](4)
	show[uint64](5)
	show[uintptr](6)
	show[float32](7)
	show[float64](8)
	show[complex64](9)
	show[complex128](10)
	show[string](11)
	show[[]byte](12)
	show[[]string](13)
	show[map[int8]bool](14)
	show[[3]int](15)
	show[own](16)
	show[[]own](17)
	show[struct{ A, B bool }](18)
	show[chan int](19)
	show[func()](20)
	show[any](21)
	show[[]chan int](22)
	r := rand.New(rand.NewSource(23))
	v, ok := quick.Value(reflect.TypeFor[*int](), r)
	fmt.Println(v.Elem(), ok)

	config := func(seed int64) *quick.Config { return &quick.Config{Rand: rand.New(rand.NewSource(seed))} }
	fmt.Println(quick.Check(func(a, b int) bool { return a+b == b+a }, nil))
	err := quick.Check(func(a uint8, s string) bool { return a < 200 }, config(1))
	if e, ok := err.(*quick.CheckError); ok {
		fmt.Printf("%+q %d %d\n", e.Error(), e.Count, len(e.In))
	}
	err = quick.CheckEqual(func(a int8) int8 { return a }, func(a int8) int8 { return a &^ 16 }, config(2))
	if e, ok := err.(*quick.CheckEqualError); ok {
		fmt.Println(e.Error(), e.CheckError.Error(), e.Count, e.In, e.Out1, e.Out2)
	}
	calls := 0
	fmt.Println(quick.Check(func(int) bool { calls++; return true }, &quick.Config{MaxCountScale: 2.5}), calls)
	calls = 0
	fmt.Println(quick.Check(func(a int) bool { calls++; return a == 7 }, &quick.Config{MaxCount: 3, Values: func(v []reflect.Value, r *rand.Rand) { v[0] = reflect.ValueOf(7) }}), calls)
	for _, f := range []any{1, func() {}, func() int { return 1 }, func(chan int) bool { return true }} {
		err := quick.Check(f, nil)
		fmt.Println(err, err.(quick.SetupError).Error())
		fmt.Println(quick.CheckEqual(f, f, nil) == nil, quick.CheckEqual(func() {}, f, nil))
	}
}
