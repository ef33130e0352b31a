// run
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Sq struct{ s float64 }
type Ci struct{ r float64 }
type Func func(int) int
type Num int

func (s Sq) Area() float64       { return s.s * s.s }
func (s Sq) Perimeter() float64  { return 4 * s.s }
func (c *Ci) Area() float64      { return 3 * c.r * c.r }
func (c *Ci) Perimeter() float64 { return 6 * c.r }
func (f Func) String() string    { return fmt.Sprint("Func", f(1)) }
func (n Num) String() string     { return fmt.Sprintf("Num(%d)", int(n)) }
func (n Num) Error() string      { return "num error" }

func kind(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int-ish %v", x)
	case string:
		return "string " + x
	case []int:
		return fmt.Sprint("slice ", len(x))
	case map[string]int:
		return fmt.Sprint("map ", len(x))
	case func() string:
		return "func " + x()
	case error:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer " + x.String()
	case *Ci:
		return fmt.Sprint("circle ", x.r)
	case struct{ a int }:
		return fmt.Sprint("anon ", x.a)
	case [2]bool:
		return fmt.Sprint("array ", x[1])
	default:
		return fmt.Sprintf("other %T", x)
	}
}

type MyErr struct{ code int }

func (e *MyErr) Error() string { return fmt.Sprint("code ", e.code) }

func find(fail bool) error {
	if fail {
		return fmt.Errorf("wrapped: %w", &MyErr{7})
	}
	return nil
}

func main() {
	shapes := []Shape{Sq{2}, &Ci{1}, Sq{3}, &Sq{4}}
	for _, s := range shapes {
		fmt.Print(s.Area(), " ", s.Perimeter(), "; ")
	}
	fmt.Println()
	for _, v := range []any{nil, 1, int8(2), "s", []int{1}, map[string]int{}, func() string { return "called" }, errors.New("e"),
		Func(func(i int) int { return i + 1 }), Num(3), &Ci{2}, struct{ a int }{5}, [2]bool{false, true}, 1.5, Sq{}} {
		fmt.Println(kind(v))
	}
	var s Shape
	fmt.Println(s == nil)
	s = Sq{2}
	sq, ok := s.(Sq)
	_, ok2 := s.(*Ci)
	fmt.Println(sq, ok, ok2, s == Sq{2}, s == Shape(Sq{3}))
	var e *MyErr
	var err error = e
	fmt.Println(err == nil, e == nil)
	err = find(true)
	var target *MyErr
	fmt.Println(err, errors.As(err, &target), target.code, find(false) == nil, errors.Is(io.EOF, io.EOF))
	var w io.Writer = &strings.Builder{}
	fmt.Fprintf(w, "%d-%s", 5, "x")
	_, isStringer := w.(fmt.Stringer)
	fmt.Println(w.(*strings.Builder).String(), isStringer)
	a, b := any(1), any(1.0)
	fmt.Println(a == b, a == any(1), any("x") == any("x"), any(nil) == nil)
	area := s.Area
	s = Sq{9}
	fmt.Println(area(), Shape.Area(s))
}

// Output:
// 4 8; 3 6; 9 12; 16 16;
// nil
// int-ish 1
// int-ish 2
// string s
// slice 1
// map 0
// func called
// error e
// stringer Func2
// error num error
// circle 2
// anon 5
// array true
// other float64
// other main.Sq
// true
// {2} true false true false
// false true
// wrapped: code 7 true 7 true true
// 5-x true
// false true true true
// 4 81
