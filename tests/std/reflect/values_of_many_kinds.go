// run
// Values of many kinds: fields, embedding, setters, conversions, channels, made types, panics; fmt of Values.
package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"unsafe"
)

type Inner struct{ A, B int }
type Named int

func (n Named) String() string    { return fmt.Sprint("N", int(n)) }
func (n *Named) Inc(k ...int)     { *n += Named(len(k)) }
func (n Named) Add(m Named) Named { return n + m }

type Emb struct {
	Inner
	*Named
	C    string `json:"c,omitempty" xml:"see"`
	d    float64
	F    func(int) int
	Ch   chan int
	M    map[string]int
	I    interface{ String() string }
	Arr  [3]uint8
	S    []string
	Cplx complex64
}

type Gen[T any] struct{ V T }

func (g Gen[T]) Get() T { return g.V }

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			if err, ok := e.(error); ok {
				fmt.Println(name, "panics:", err.Error())
				return
			}
			fmt.Println(name, "panics:", e)
		}
	}()
	f()
	fmt.Println(name, "ok")
}

func variadic(a string, b ...int) string { return fmt.Sprint(a, len(b), b) }

type big struct {
	a [100]int
	s string
}

func takeBig(b big, x int8, y float32, z bool, st struct{ q int8 }) (big, int8, float32, string) {
	b.a[99] += int(x)
	return b, -x, y * 2, fmt.Sprint(z, st.q, b.s)
}

func main() {
	n := Named(3)
	e := Emb{Inner: Inner{1, 2}, Named: &n, C: "c", d: 1.5, F: func(i int) int { return i * 2 }, Ch: make(chan int, 2), M: map[string]int{"x": 1}, I: n, Arr: [3]uint8{1, 2, 3}, S: []string{"p", "q"}, Cplx: 1 + 2i}
	v := reflect.ValueOf(&e).Elem()
	t := v.Type()
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		fmt.Printf("%v %v %v %q %v %v %v\n", f.Name, f.Type, f.Type.Kind(), f.Tag, f.Offset, f.Index, f.Anonymous)
	}
	fmt.Println(t.Field(2).Tag.Get("json"), t.Field(2).Tag.Get("xml"), t.Field(2).Tag.Get("none"))
	f, ok := t.FieldByName("A")
	fmt.Println(f.Name, f.Index, ok)
	for _, f := range reflect.VisibleFields(t) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()
	fmt.Println(v.FieldByName("B").Int(), v.Field(5).Cap(), v.FieldByName("Arr").Index(2).Uint())
	fmt.Println(t.NumMethod(), reflect.PointerTo(t).NumMethod())
	pt := reflect.PointerTo(t)
	for i := 0; i < pt.NumMethod(); i++ {
		m := pt.Method(i)
		fmt.Println(m.Name, m.Type, m.Index)
	}
	v.FieldByName("M").SetMapIndex(reflect.ValueOf("y"), reflect.ValueOf(7))
	fmt.Println(e.M)
	v.FieldByName("S").Set(reflect.Append(v.FieldByName("S"), reflect.ValueOf("r")))
	fmt.Println(e.S)
	fmt.Println(v.FieldByName("F").Call([]reflect.Value{reflect.ValueOf(21)})[0].Int())
	try("set d", func() { v.FieldByName("d").SetFloat(2) })
	try("iface d", func() { v.FieldByName("d").Interface() })
	try("nil", func() { reflect.ValueOf(nil).Type() })
	try("int of string", func() { reflect.ValueOf("x").Int() })
	try("idx", func() { reflect.ValueOf([]int{1}).Index(3) })
	try("callfew", func() { reflect.ValueOf(variadic).Call(nil) })
	try("calltype", func() { reflect.ValueOf(variadic).Call([]reflect.Value{reflect.ValueOf(1)}) })
	fmt.Println(reflect.ValueOf(variadic).Call([]reflect.Value{reflect.ValueOf("z"), reflect.ValueOf(1), reflect.ValueOf(2)})[0])
	fmt.Println(reflect.ValueOf(variadic).CallSlice([]reflect.Value{reflect.ValueOf("z"), reflect.ValueOf([]int{4, 5, 6})})[0])
	out := reflect.ValueOf(takeBig).Call([]reflect.Value{reflect.ValueOf(big{s: "hi"}), reflect.ValueOf(int8(-5)), reflect.ValueOf(float32(1.5)), reflect.ValueOf(true), reflect.ValueOf(struct{ q int8 }{-3})})
	fmt.Println(out[0].Field(0).Index(99).Int(), out[1].Int(), out[2].Float(), out[3].String())
	mf := reflect.MakeFunc(reflect.TypeOf(takeBig), func(in []reflect.Value) []reflect.Value {
		return reflect.ValueOf(takeBig).Call(in)
	}).Interface().(func(big, int8, float32, bool, struct{ q int8 }) (big, int8, float32, string))
	b, x, y, s := mf(big{s: "mf"}, -7, 2.5, false, struct{ q int8 }{9})
	fmt.Println(b.a[99], b.s, x, y, s)
	fmt.Println(reflect.TypeOf(Gen[map[string]Named]{}), reflect.TypeOf(Gen[int]{}).Name(), reflect.ValueOf(Gen[int]{4}).Method(0).Call(nil)[0].Int())
	fmt.Println(reflect.ValueOf(65).Convert(reflect.TypeOf("")).String(), reflect.ValueOf(3.9).Convert(reflect.TypeOf(0)).Int(), reflect.ValueOf(n).Convert(reflect.TypeOf((*fmt.Stringer)(nil)).Elem()).Type())
	fmt.Println(reflect.ValueOf([]int{1, 2, 3}).Convert(reflect.TypeOf([2]int{})).Interface())
	try("conv", func() { reflect.ValueOf([]int{1}).Convert(reflect.TypeOf([2]int{})) })
	ch := reflect.MakeChan(reflect.TypeOf(make(chan string)), 0)
	go func() { ch.Send(reflect.ValueOf("sent")) }()
	r, ok2 := ch.Recv()
	fmt.Println(r, ok2)
	_, ok2 = ch.TryRecv()
	fmt.Println(ok2, ch.TrySend(reflect.ValueOf("no")))
	go func() { ch.Close() }()
	r, ok2 = ch.Recv()
	fmt.Printf("%q %v\n", r.String(), ok2)
	c1, c2 := make(chan int, 1), make(chan *int)
	go func() { c2 <- &e.A }()
	i, rv, ok3 := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c1)}, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(c2)}})
	fmt.Println(i, rv.Elem().Int(), ok3)
	st := reflect.StructOf([]reflect.StructField{{Name: "X", Type: reflect.TypeOf(0), Tag: `a:"b"`}, {Name: "Y", Type: reflect.TypeOf("")}})
	sv := reflect.New(st).Elem()
	sv.Field(0).SetInt(4)
	sv.Field(1).SetString("yy")
	fmt.Println(st, sv.Interface(), st.Size())
	fmt.Printf("%+v %T\n", sv.Interface(), sv.Interface())
	fmt.Println(st == reflect.TypeOf(struct {
		X int `a:"b"`
		Y string
	}{}))
	fmt.Println(reflect.FuncOf([]reflect.Type{reflect.TypeOf(0), reflect.TypeOf([]string{})}, []reflect.Type{reflect.TypeOf(""), reflect.TypeOf(e)}, true), reflect.ArrayOf(3, t), reflect.ChanOf(reflect.BothDir, reflect.TypeOf((<-chan int)(nil))), reflect.MapOf(reflect.TypeOf(""), t))
	var err error = os.ErrNotExist
	fmt.Println(reflect.TypeOf(err), reflect.TypeOf(errors.New("x")).Elem().Name(), reflect.TypeOf(&err).Elem().Kind(), reflect.TypeFor[error]())
	fmt.Println(unsafe.Sizeof(v), strings.Count("x", "x"))
	var target *os.PathError
	fmt.Println(errors.As(err, &target))
	it := reflect.ValueOf(map[int]string{1: "one"}).MapRange()
	for it.Next() {
		fmt.Println(it.Key().Int(), it.Value().String())
	}
	fmt.Println(reflect.ValueOf(map[string]int{"a": 1}).MapKeys()[0])
	z := reflect.Zero(t)
	fmt.Println(z.IsZero(), v.IsZero(), reflect.ValueOf(&n).MethodByName("Inc").Type(), n)
	reflect.ValueOf(&n).MethodByName("Inc").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(1)})
	fmt.Println(n, reflect.ValueOf(n).MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(n)})[0])
	fmt.Println(reflect.ValueOf(v), v.Field(0), reflect.ValueOf(nil))
	fmt.Printf("%v %d %+v %s\n", reflect.ValueOf(5), reflect.ValueOf(6), v.Field(0), reflect.ValueOf(n))
	fmt.Println(reflect.ValueOf(v).Kind(), reflect.Indirect(reflect.ValueOf(&n)).Kind())
	sw := []string{"a", "b", "c"}
	reflect.Swapper(sw)(0, 2)
	fmt.Println(sw)
	arr := [4]int{1, 2, 3, 4}
	av := reflect.ValueOf(&arr).Elem()
	fmt.Println(av.Slice(1, 3), av.Slice3(1, 2, 3).Cap(), reflect.Copy(av, reflect.ValueOf([]int{9, 8})), arr)
	var si fmt.Stringer
	siv := reflect.ValueOf(&si).Elem()
	siv.Set(reflect.ValueOf(n))
	fmt.Println(si, siv.Elem().Type(), siv.NumMethod(), siv.Method(0).Call(nil)[0])
	try("setbad", func() { siv.Set(reflect.ValueOf(1)) })
	type rec struct{ next *rec }
	r1, r2 := &rec{}, &rec{}
	r1.next, r2.next = r1, r2
	fmt.Println(reflect.DeepEqual(r1, r2), reflect.DeepEqual([]int(nil), []int{}))
	x3, ok := reflect.TypeAssert[fmt.Stringer](reflect.ValueOf(n))
	fmt.Println(x3, ok)
}

// Output:
// Inner main.Inner struct "" 0 [0] true
// Named *main.Named ptr "" 16 [1] true
// C string string "json:\"c,omitempty\" xml:\"see\"" 24 [2] false
// d float64 float64 "" 40 [3] false
// F func(int) int func "" 48 [4] false
// Ch chan int chan "" 56 [5] false
// M map[string]int map "" 64 [6] false
// I interface { String() string } interface "" 72 [7] false
// Arr [3]uint8 array "" 88 [8] false
// S []string slice "" 96 [9] false
// Cplx complex64 complex64 "" 120 [10] false
// c,omitempty see
// A [0 0] true
// Inner[0] A[0 0] B[0 1] Named[1] C[2] d[3] F[4] Ch[5] M[6] I[7] Arr[8] S[9] Cplx[10]
// 2 2 3
// 3 3
// Add func(*main.Emb, main.Named) main.Named 0
// Inc func(*main.Emb, ...int) 1
// String func(*main.Emb) string 2
// map[x:1 y:7]
// [p q r]
// 42
// set d panics: reflect: reflect.Value.SetFloat using value obtained using unexported field
// iface d panics: reflect.Value.Interface: cannot return value obtained from unexported field or method
// nil panics: reflect: call of reflect.Value.Type on zero Value
// int of string panics: reflect: call of reflect.Value.Int on string Value
// idx panics: reflect: slice index out of range
// callfew panics: reflect: Call with too few input arguments
// calltype panics: reflect: Call using int as type string
// z2 [1 2]
// z3 [4 5 6]
// -5 5 3 true -3hi
// -7 mf 7 5 false 9mf
// main.Gen[map[string]main.Named] Gen[int] 4
// A 3 fmt.Stringer
// [1 2]
// conv panics: reflect: cannot convert slice with length 1 to array with length 2
// sent true
// false false
// "" false
// 1 1 true
// struct { X int "a:\"b\""; Y string } {4 yy} 24
// {X:4 Y:yy} struct { X int "a:\"b\""; Y string }
// true
// func(int, ...string) (string, main.Emb) [3]main.Emb chan (<-chan int) map[string]main.Emb
// *errors.errorString errorString interface error
// 24 1
// false
// 1 one
// a
// true false func(...int) N3
// N5 N10
// <main.Emb Value> {1 2} <invalid reflect.Value>
// 5 6 {A:1 B:2} N5
// struct int
// [c b a]
// [8 3] 2 2 [9 8 3 4]
// N5 main.Named 1 N5
// setbad panics: reflect.Set: value of type int is not assignable to type fmt.Stringer
// true false
// N5 true
