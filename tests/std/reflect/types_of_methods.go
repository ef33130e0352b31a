// run

// Types of methods that nothing else in the program names, the types they lead to, and the methods of those.
package main

import (
	"fmt"
	"reflect"
)

type inner struct{ n int }

func (i inner) Twice() int                  { return 2 * i.n }
func (i *inner) Add(n int) (*inner, *deep)  { i.n += n; return i, &deep{int8(i.n)} }
func (i inner) Compare(with [3]inner) uint8 { return uint8(with[2].n - i.n) }

type deep struct{ v int8 }

func (d *deep) Text(prefix string) string { return fmt.Sprint(prefix, d.v) }

type outer struct{}

func (outer) Chain(f func(*inner) outer, to chan<- []inner) map[string][]inner { return nil }
func (outer) Make(n int, more ...string) (inner, error)                        { return inner{n + len(more)}, nil }
func (outer) Nothing()                                                         {}

type maker interface {
	Make(n int, more ...string) (inner, error)
	Later(l later) later
	hidden(chan inner)
}

type later struct{}

func (later) Later(l later) later { return l }

func describe(t reflect.Type) {
	fmt.Println(t, t.NumMethod())
	for i := range t.NumMethod() {
		m := t.Method(i)
		fmt.Println(" ", m.Name, m.Type, m.Type.Kind(), m.Type.Size(), m.Type.IsVariadic(), m.Type.NumIn(), m.Type.NumOut())
		for j := range m.Type.NumOut() {
			out := m.Type.Out(j)
			fmt.Println("   ", out, out.Kind(), out.NumMethod())
		}
	}
}

func main() {
	// A type made of its parts is the method's type, whichever comes first.
	made := reflect.FuncOf([]reflect.Type{reflect.TypeFor[int](), reflect.TypeFor[[]string]()},
		[]reflect.Type{reflect.TypeFor[inner](), reflect.TypeFor[error]()}, true)
	v := reflect.ValueOf(outer{})
	fmt.Println(v.MethodByName("Make").Type() == made, made)
	nothing := v.MethodByName("Nothing").Type()
	fmt.Println(nothing == reflect.FuncOf(nil, nil, false), nothing)

	describe(v.Type())
	describe(reflect.TypeFor[maker]())
	describe(reflect.TypeFor[*inner]())

	// From value to value by methods that only reflection finds.
	results := v.MethodByName("Make").Call([]reflect.Value{reflect.ValueOf(5), reflect.ValueOf("a"), reflect.ValueOf("b")})
	in := reflect.New(results[0].Type())
	in.Elem().Set(results[0])
	results = in.MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(30)})
	fmt.Println(results[0].MethodByName("Twice").Call(nil)[0], results[1].MethodByName("Text").Call([]reflect.Value{reflect.ValueOf("v=")})[0])
	array := reflect.New(in.MethodByName("Compare").Type().In(0)).Elem()
	array.Index(2).Set(in.Elem())
	fmt.Println(reflect.ValueOf(inner{30}).MethodByName("Compare").Call([]reflect.Value{array})[0].Interface())
	f := reflect.MakeFunc(nothing, func([]reflect.Value) []reflect.Value { fmt.Println("called"); return nil })
	f.Interface().(func())()

	// Methods of the same name and another type are other methods.
	var x any = outer{}
	_, long := x.(interface {
		Make(int, ...string) (inner, error)
	})
	_, short := x.(interface {
		Make(int, []string) (inner, error)
	})
	_, all := x.(maker)
	fmt.Println(long, short, all)
}

// Output:
// true func(int, ...string) (main.inner, error)
// true func()
// main.outer 3
//   Chain func(main.outer, func(*main.inner) main.outer, chan<- []main.inner) map[string][]main.inner func 8 false 3 1
//     map[string][]main.inner map 0
//   Make func(main.outer, int, ...string) (main.inner, error) func 8 true 3 2
//     main.inner struct 2
//     error interface 1
//   Nothing func(main.outer) func 8 false 1 0
// main.maker 3
//   Later func(main.later) main.later func 8 false 1 1
//     main.later struct 1
//   Make func(int, ...string) (main.inner, error) func 8 true 2 2
//     main.inner struct 2
//     error interface 1
//   hidden func(chan main.inner) func 8 false 1 0
// *main.inner 3
//   Add func(*main.inner, int) (*main.inner, *main.deep) func 8 false 2 2
//     *main.inner ptr 3
//     *main.deep ptr 1
//   Compare func(*main.inner, [3]main.inner) uint8 func 8 false 2 1
//     uint8 uint8 0
//   Twice func(*main.inner) int func 8 false 1 1
//     int int 0
// 74 v=37
// 7
// called
// true false false
