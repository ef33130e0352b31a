// run
// Fields, methods, parameters and results of types; values that a range clause could have.
package main

import (
	"fmt"
	"iter"
	"reflect"
	"strings"
)

type small int8

func (s small) Double() small                            { return 2 * s }
func (s small) Plus(t small, more ...int) (small, error) { return s + t, nil }

type record struct {
	Name string `k:"v"`
	age  int
	small
}

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i * i) {
				fmt.Println("stopped")
				return
			}
		}
	}
}

func named(yield func(string, small) bool) { _ = yield("a", 1) && yield("b", 2) }

func main() {
	t := reflect.TypeFor[record]()
	for f := range t.Fields() {
		fmt.Println(f.Name, f.Type, f.Tag, f.Index)
	}
	for m := range t.Methods() {
		fmt.Println(m.Name, m.Type)
		for in := range m.Type.Ins() {
			fmt.Print(" ", in)
		}
		for out := range m.Type.Outs() {
			fmt.Print(" -> ", out)
		}
		fmt.Println()
	}
	v := reflect.ValueOf(record{"n", 3, 4})
	for f, x := range v.Fields() {
		fmt.Println(f.Name, x, x.CanInterface())
	}
	for m, f := range v.Methods() {
		fmt.Println(m.Name, f.Type())
	}
	channel := make(chan string, 3)
	channel <- "x"
	channel <- "y"
	close(channel)
	values := []any{3, small(2), uint8(2), uintptr(1), 0, -1, [2]string{"p", "q"}, &[2]int{5, 6}, []bool{true, false}, "aé\xff", map[string]int{"one": 1}, channel, count(4), named, (iter.Seq2[string, small])(named), 1.5, record{}, new(int), count, func() {}, strings.ToUpper}
	for _, x := range values {
		v := reflect.ValueOf(x)
		fmt.Printf("%T %v %v:", x, v.Type().CanSeq(), v.Type().CanSeq2())
		try(" Seq", func() {
			for e := range v.Seq() {
				fmt.Print(" ", e.Type(), " ", e, " ", e.CanSet())
			}
		})
		try(" Seq2", func() {
			for k, e := range v.Seq2() {
				fmt.Print(" ", k, "=", e, " ", e.Type(), e.CanSet())
			}
		})
		fmt.Println()
	}
	for e := range reflect.ValueOf(count(4)).Seq() {
		if e.Int() == 4 {
			break
		}
	}
	for e := range reflect.ValueOf(9).Seq() {
		if e.Int() == 2 {
			fmt.Println("two")
			break
		}
	}
	try("Fields", func() { reflect.TypeFor[int]().Fields() })
	try("Ins", func() { reflect.TypeFor[int]().Ins() })
	try("Outs", func() { reflect.TypeFor[[]int]().Outs() })
	try("Fields", func() { reflect.ValueOf(1).Fields() })
}
