// run
// Arguments and results of all sizes through Call, MakeFunc and method values, in Go and through reflect, with
// collections in between; deferred and go'ed made funcs; nesting.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type (
	small  struct{ a int8 }
	pairOf struct {
		s string
		p *int
	}
	large struct {
		words [70]int
		tail  string
	}
	word  struct{ p *int }
	empty struct{}
)

type holder struct {
	n    int
	text string
}

func (h holder) Value(x int8, s ...string) string {
	return fmt.Sprint(h.n, h.text, x, strings.Join(s, "+"))
}
func (h *holder) Pointer(l large) (large, error) {
	h.n++
	l.words[h.n]++
	return l, fmt.Errorf("n%d", h.n)
}

type nilable struct{ x int }

func (n *nilable) IsNil() bool { return n == nil }

type ops interface {
	Value(int8, ...string) string
	Pointer(large) (large, error)
}

func shapes(a bool, b int8, c uint16, d int32, e float32, f float64, g complex64, h string, i []int, j any, k error, l small,
	m pairOf, n large, o word, p empty, q [2]string, r func() int, s map[string]int, t chan int) (
	empty, chan int, map[string]int, func() int, [2]string, word, large, pairOf, small, error, any, []int, string, complex64,
	float64, float32, int32, uint16, int8, bool) {
	runtime.GC()
	n.words[69]++
	return p, t, s, r, q, o, n, m, l, k, j, i, h, g, f, e, d, c, b, a
}

func main() {
	x := 42
	ch := make(chan int, 1)
	args := []any{true, int8(-8), uint16(65535), int32(-32), float32(1.5), 2.5, complex64(3 + 4i), "str", []int{1, 2}, "any",
		fmt.Errorf("err"), small{-3}, pairOf{"ps", &x}, large{tail: "tail"}, word{&x}, empty{}, [2]string{"q", "r"},
		func() int { return x }, map[string]int{"m": 1}, ch}
	in := []reflect.Value{}
	for _, a := range args {
		in = append(in, reflect.ValueOf(a))
	}
	show := func(out []reflect.Value) {
		for i, v := range out {
			switch v.Kind() {
			case reflect.Chan, reflect.Func:
				fmt.Print(i, ":", v.Type(), v.IsNil(), " ")
			case reflect.Struct:
				if v.NumField() == 0 || v.Type() == reflect.TypeFor[large]() {
					fmt.Print(i, ":", v.Type(), " ")
					continue
				}
				fallthrough
			default:
				if v.Type() == reflect.TypeFor[pairOf]() || v.Type() == reflect.TypeFor[word]() {
					fmt.Print(i, ":", v.Field(v.NumField()-1).Elem().Int(), " ")
					continue
				}
				fmt.Print(i, ":", v, " ")
			}
		}
		fmt.Println()
	}
	fn := reflect.ValueOf(shapes)
	out := fn.Call(in)
	show(out)
	made := reflect.MakeFunc(fn.Type(), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		return fn.Call(in)
	})
	show(made.Call(in))
	typed := made.Interface().(func(bool, int8, uint16, int32, float32, float64, complex64, string, []int, any, error, small, pairOf,
		large, word, empty, [2]string, func() int, map[string]int, chan int) (empty, chan int, map[string]int, func() int,
		[2]string, word, large, pairOf, small, error, any, []int, string, complex64, float64, float32, int32, uint16, int8, bool))
	_, _, m, f, q, w, l, p, s, err, a, i, h, g, f64, f32, d, c, b, t := typed(true, -8, 65535, -32, 1.5, 2.5, 3+4i, "str", []int{1, 2}, "any",
		fmt.Errorf("err"), small{-3}, pairOf{"ps", &x}, large{tail: "tail"}, word{&x}, empty{}, [2]string{"q", "r"},
		func() int { return x }, map[string]int{"m": 1}, ch)
	fmt.Println(m, f(), q, *w.p, l.words[69], l.tail, p.s, *p.p, s, err, a, i, h, g, f64, f32, d, c, b, t)

	obj := &holder{1, "h"}
	v := reflect.ValueOf(obj)
	fmt.Println(v.MethodByName("Value").Call([]reflect.Value{reflect.ValueOf(int8(3)), reflect.ValueOf("x"), reflect.ValueOf("y")})[0])
	bound := v.MethodByName("Pointer").Interface().(func(large) (large, error))
	l, err = bound(large{tail: "z"})
	fmt.Println(l.words[2], l.tail, err, obj.n)
	value := v.Elem().MethodByName("Value").Interface().(func(int8, ...string) string)
	obj.n = 60
	fmt.Println(value(1), value(2, "a", "b"))
	var o ops = obj
	iv := reflect.ValueOf(&o).Elem()
	for i := 0; i < iv.NumMethod(); i++ {
		fmt.Println(iv.Type().Method(i).Name, iv.Method(i).Type())
	}
	l, err = iv.Method(0).Interface().(func(large) (large, error))(large{})
	fmt.Println(err, l.words[61])
	expr, _ := reflect.TypeFor[holder]().MethodByName("Value")
	fmt.Println(expr.Func.Interface().(func(holder, int8, ...string) string)(holder{5, "e"}, 6, "f"))
	expr, _ = reflect.TypeFor[*holder]().MethodByName("Value")
	fmt.Println(expr.Type, expr.Func.Call([]reflect.Value{v, reflect.ValueOf(int8(7))})[0])
	isNil := reflect.ValueOf((*nilable)(nil)).MethodByName("IsNil")
	fmt.Println(isNil.Call(nil)[0], isNil.Interface().(func() bool)())

	done := make(chan string)
	hello := reflect.MakeFunc(reflect.TypeFor[func(string, int)](), func(in []reflect.Value) []reflect.Value {
		done <- fmt.Sprint(in[0], in[1])
		return nil
	}).Interface().(func(string, int))
	go hello("go", 1)
	fmt.Println(<-done)
	func() {
		deferred := reflect.MakeFunc(reflect.TypeFor[func()](), func([]reflect.Value) []reflect.Value {
			fmt.Println("deferred")
			return nil
		}).Interface().(func())
		defer deferred()
		fmt.Println("body")
	}()
	var fib func(int) int
	fv := reflect.MakeFunc(reflect.TypeOf(fib), func(in []reflect.Value) []reflect.Value {
		n := in[0].Int()
		if n < 2 {
			return in
		}
		return []reflect.Value{reflect.ValueOf(fib(int(n-1)) + fib(int(n-2)))}
	})
	reflect.ValueOf(&fib).Elem().Set(fv)
	fmt.Println(fib(9))
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		reflect.ValueOf(func(a []int) { fmt.Println(a[3]) }).Call([]reflect.Value{reflect.ValueOf([]int{1})})
	}()
	func() {
		defer func() { fmt.Println("recovered behind:", recover()) }()
		defer reflect.ValueOf(func() { fmt.Println("not by Call:", recover()) }).Call(nil)
		panic("p")
	}()
	fmt.Println(reflect.ValueOf(strings.Repeat).Call([]reflect.Value{reflect.ValueOf("ab"), reflect.ValueOf(3)})[0],
		reflect.ValueOf(strings.Index).Call([]reflect.Value{reflect.ValueOf("chicken"), reflect.ValueOf("ken")})[0])
}

// Output:
// 0:main.empty 1:chan int false 2:map[m:1] 3:func() int false 4:[q r] 5:42 6:main.large 7:42 8:{-3} 9:err 10:any 11:[1 2] 12:str 13:(3+4i) 14:2.5 15:1.5 16:-32 17:65535 18:-8 19:true
// 0:main.empty 1:chan int false 2:map[m:1] 3:func() int false 4:[q r] 5:42 6:main.large 7:42 8:{-3} 9:err 10:any 11:[1 2] 12:str 13:(3+4i) 14:2.5 15:1.5 16:-32 17:65535 18:-8 19:true
// map[m:1] 42 [q r] 42 1 tail ps 42 {-3} err any [1 2] str (3+4i) 2.5 1.5 -32 65535 -8 true
// 1h3x+y
// 1 z n2 2
// 60h1 60h2a+b
// Pointer func(main.large) (main.large, error)
// Value func(int8, ...string) string
// n61 1
// 5e6f
// func(*main.holder, int8, ...string) string 61h7
// true true
// go 1
// body
// deferred
// 34
// recovered runtime error: index out of range [3] with length 1
// not by Call: <nil>
// recovered behind: p
// ababab 4
