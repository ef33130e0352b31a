// run
// A tour: types, methods, calls, made funcs, maps, slices, and what panics.
package main

import (
	"fmt"
	"reflect"
)

type P struct {
	X, Y int
	name string
}

func (p P) Sum(k int) int    { return (p.X + p.Y) * k }
func (p *P) Move(dx, dy int) { p.X += dx; p.Y += dy }

type S interface{ Sum(int) int }

func main() {
	v := reflect.ValueOf(P{1, 2, "a"})
	t := v.Type()
	fmt.Println(t.Name(), t.String(), t.PkgPath(), t.Kind(), t.NumField(), t.NumMethod(), t.Size())
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Offset, f.PkgPath, f.Index, f.IsExported())
	}
	pv := reflect.New(t)
	pv.Elem().Field(0).SetInt(5)
	fmt.Println(pv.Type(), pv.Type().NumMethod(), pv.Elem().Field(0).Int())
	pv.MethodByName("Move").Call([]reflect.Value{reflect.ValueOf(10), reflect.ValueOf(20)})
	out := pv.MethodByName("Sum").Call([]reflect.Value{reflect.ValueOf(2)})
	fmt.Println(out[0].Int(), pv.Interface().(*P).Y)
	f := v.Method(0).Interface().(func(int) int)
	fmt.Println(f(7))
	m, _ := t.MethodByName("Sum")
	fmt.Println(m.Type, m.Func.Interface().(func(P, int) int)(P{3, 4, ""}, 2))
	m, _ = pv.Type().MethodByName("Move")
	m.Func.Interface().(func(*P, int, int))(pv.Interface().(*P), 1, 1)
	fmt.Println(pv.Elem().Field(0).Int())
	swap := reflect.MakeFunc(reflect.TypeOf(func(int, string) (string, int) { return "", 0 }), func(a []reflect.Value) []reflect.Value {
		return []reflect.Value{a[1], a[0]}
	}).Interface().(func(int, string) (string, int))
	fmt.Println(swap(3, "x"))
	fmt.Println(reflect.TypeOf((*S)(nil)).Elem().Method(0).Name, t.Implements(reflect.TypeOf((*S)(nil)).Elem()))
	mt := reflect.MapOf(reflect.TypeOf(""), t)
	mv := reflect.MakeMap(mt)
	mv.SetMapIndex(reflect.ValueOf("k"), v)
	fmt.Println(mt, mv.Len(), mv.MapIndex(reflect.ValueOf("k")).Field(1).Int(), mv.Interface().(map[string]P)["k"].X)
	fmt.Println(reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}))
	s := reflect.MakeSlice(reflect.SliceOf(t), 0, 1)
	s = reflect.Append(s, v, v)
	fmt.Println(s.Len(), s.Cap(), s.Index(1).Field(1).Int())
	defer func() { fmt.Println(recover()) }()
	v.Field(0).SetInt(3)
}

// Output:
// P main.P main struct 3 1 32
// X int 0  [0] true
// Y int 8  [1] true
// name string 16 main [2] false
// *main.P 2 5
// 70 20
// 21
// func(main.P, int) int 14
// 16
// x 3
// Sum true
// map[string]main.P 1 2 1
// true
// 2 2 2
// reflect: reflect.Value.SetInt using unaddressable value
