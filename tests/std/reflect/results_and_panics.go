// run
// Calls, made funcs, Select, Equal, maps, conversions of everything to everything, Seq, slices, the zero Value: results and panics.
package main

import (
	"fmt"
	"iter"
	"math"
	"reflect"
	"unsafe"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				fmt.Printf("%s: panic(%T) %v\n", name, r, e)
			} else {
				fmt.Printf("%s: panic(%T) %v\n", name, r, r)
			}
		}
	}()
	f()
}
func p(name string, f func() any) {
	try(name, func() { fmt.Printf("%s: %v\n", name, f()) })
}

type M struct{ n int }

func (m M) Val(a int) int     { return m.n + a }
func (m *M) Ptr(a ...int) int { m.n += len(a); return m.n }

type I interface{ Val(int) int }
type Emb struct{ *M }
type Nil struct{ I }

type Node struct {
	L, R *Node
	V    any
}

func main() {
	V := reflect.ValueOf
	m := M{5}
	// methods
	mv := V(m).MethodByName("Val")
	p("mv", func() any {
		return fmt.Sprint(mv.Type(), mv.Kind(), mv.Call([]reflect.Value{V(3)})[0], mv.IsNil(), mv.CanAddr())
	})
	p("mv.Interface", func() any { return mv.Interface().(func(int) int)(4) })
	p("mv.Pointer", func() any { return mv.Pointer() != 0 })
	p("mv.String", func() any { return mv.String() })
	p("mv.nargs", func() any { return mv.Call(nil) })
	p("mv.toomany", func() any { return mv.Call([]reflect.Value{V(3), V(4)}) })
	p("mv.wrong", func() any { return mv.Call([]reflect.Value{V("x")}) })
	p("mv.zeroarg", func() any { return mv.Call([]reflect.Value{{}}) })
	pv := V(&m).MethodByName("Ptr")
	p("pv", func() any {
		return fmt.Sprint(pv.Call([]reflect.Value{V(3), V(2)})[0], pv.CallSlice([]reflect.Value{V([]int{1, 2, 3})})[0])
	})
	p("pv.slice", func() any { return pv.CallSlice([]reflect.Value{V(1)})[0] })
	p("pv.slice0", func() any { return pv.CallSlice(nil)[0] })
	p("pv.slice2", func() any { return pv.CallSlice([]reflect.Value{V(1), V(2)})[0] })
	p("mv.CallSlice", func() any { return mv.CallSlice([]reflect.Value{V(1)})[0] })
	p("nilptr", func() any { return V((*M)(nil)).MethodByName("Val").Call([]reflect.Value{V(1)}) })
	p("nilptr2", func() any { return V((*M)(nil)).Method(1).Type() })
	p("emb nil", func() any { return V(Emb{}).MethodByName("Val").Call([]reflect.Value{V(1)}) })
	p("nil iface", func() any { return V(Nil{}).MethodByName("Val").Call([]reflect.Value{V(1)}) })
	p("nil iface field", func() any { return V(&Nil{}).Elem().Field(0).Method(0).Call([]reflect.Value{V(1)}) })
	p("nil iface elem", func() any { return V(&Nil{}).Elem().Field(0).Elem().Method(0) })
	var nf func(int)
	p("nil func", func() any { return V(nf).Call([]reflect.Value{V(1)}) })
	p("call non func", func() any { return V(1).Call(nil) })
	p("call zero", func() any { return reflect.Value{}.Call(nil) })
	p("func named err", func() any { return V(fmt.Sprintf).Call([]reflect.Value{V("%d-%s"), V(1), V("x")})[0] })
	p("variadic err", func() any { return V(func(a ...int) {}).Call([]reflect.Value{V(1), V("x")}) })
	p("variadic few", func() any { return V(func(b string, a ...int) {}).Call(nil) })
	// MakeFunc
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	f := reflect.MakeFunc(reflect.TypeFor[func(int, string) (string, int)](), swap)
	p("MakeFunc", func() any { a, b := f.Interface().(func(int, string) (string, int))(1, "x"); return fmt.Sprint(a, b) })
	bad := reflect.MakeFunc(reflect.TypeFor[func(int, string) (int, string)](), swap)
	p("MakeFunc bad", func() any { return bad.Call([]reflect.Value{V(1), V("x")}) })
	p("MakeFunc bad2", func() any { bad.Interface().(func(int, string) (int, string))(1, ""); return 0 })
	few := reflect.MakeFunc(reflect.TypeFor[func() int](), func([]reflect.Value) []reflect.Value { return nil })
	p("MakeFunc few", func() any { return few.Call(nil) })
	zv := reflect.MakeFunc(reflect.TypeFor[func() error](), func([]reflect.Value) []reflect.Value { return make([]reflect.Value, 1) })
	p("MakeFunc zero", func() any { return zv.Call(nil) })
	un := struct{ x error }{fmt.Errorf("e")}
	ro := reflect.MakeFunc(reflect.TypeFor[func() error](), func([]reflect.Value) []reflect.Value { return []reflect.Value{V(un).Field(0)} })
	p("MakeFunc ro", func() any { return ro.Call(nil) })
	ie := reflect.MakeFunc(reflect.TypeFor[func(...any) error](), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{V(fmt.Errorf("n=%d %v", in[0].Len(), in[0].Type()))}
	})
	p("MakeFunc iface", func() any { return ie.Call([]reflect.Value{V(1), V("a")})[0] })
	p("MakeFunc iface2", func() any { return ie.Interface().(func(...any) error)(1, 2, 3) })
	p("MakeFunc nil", func() any { return reflect.MakeFunc(reflect.TypeFor[func()](), nil).Call(nil) })
	// Select
	ch := make(chan int, 1)
	sd := make(chan<- int, 1)
	p("sel default", func() any {
		i, v, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: V(ch)}, {Dir: reflect.SelectDefault}})
		return fmt.Sprint(i, v, ok)
	})
	p("sel 2default", func() any {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectDefault}})
		return 0
	})
	p("sel default chan", func() any { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault, Chan: V(ch)}}); return 0 })
	p("sel default send", func() any { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault, Send: V(ch)}}); return 0 })
	p("sel recv send", func() any {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: V(ch), Send: V(ch)}})
		return 0
	})
	p("sel bad", func() any { reflect.Select([]reflect.SelectCase{{Dir: 0}}); return 0 })
	p("sel bad9", func() any { reflect.Select([]reflect.SelectCase{{Dir: 9}}); return 0 })
	p("sel recv on send", func() any { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: V(sd)}}); return 0 })
	p("sel send on recv", func() any {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: V((<-chan int)(ch)), Send: V(1)}})
		return 0
	})
	p("sel send zero", func() any { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: V(ch)}}); return 0 })
	p("sel send type", func() any {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: V(ch), Send: V("x")}})
		return 0
	})
	p("sel notchan", func() any { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: V(1)}}); return 0 })
	p("sel send", func() any {
		i, v, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: V(ch), Send: V(7)}, {Dir: reflect.SelectRecv}})
		return fmt.Sprint(i, v, ok, v.IsValid())
	})
	p("sel recv", func() any {
		i, v, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend}, {Dir: reflect.SelectRecv, Chan: V(ch)}})
		return fmt.Sprint(i, v, ok, v.IsValid())
	})
	close(ch)
	p("sel closed", func() any {
		i, v, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: V(ch)}})
		return fmt.Sprint(i, v, ok, v.IsValid())
	})
	p("sel send closed", func() any {
		i, v, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: V(ch), Send: V(1)}})
		return fmt.Sprint(i, v, ok, v.IsValid())
	})
	p("send closed", func() any { V(ch).Send(V(1)); return 0 })
	p("close closed", func() any { V(ch).Close(); return 0 })
	p("close recv", func() any { V((<-chan int)(ch)).Close(); return 0 })
	p("send recv", func() any { V((<-chan int)(ch)).Send(V(1)); return 0 })
	p("recv send", func() any { V(sd).Recv(); return 0 })
	p("close nil", func() any { V((chan int)(nil)).Close(); return 0 })
	// Equal / Comparable
	type T struct {
		a any
		b [2]any
	}
	vals := []any{1, int8(1), "a", nil, []int{1}, map[int]int{}, func() {}, T{}, T{a: []int{}}, T{b: [2]any{1, func() {}}}, &m, [1]any{[]int{}}, [0]func(){}, math.NaN(), struct{}{}, struct{ f func() }{}, ch, 1.5, 2i, true, uintptr(3)}
	for i, a := range vals {
		p(fmt.Sprint("cmp", i), func() any { return V(a).Comparable() })
		for j, b := range vals {
			p(fmt.Sprint("eq", i, ",", j), func() any { return V(a).Equal(V(b)) })
		}
	}
	// maps
	mm := map[any]int{1: 2}
	p("mi", func() any { return V(mm).MapIndex(V(1)) })
	p("mi unh", func() any { return V(mm).MapIndex(V([]int{1})) })
	p("smi unh", func() any { V(mm).SetMapIndex(V([]int{1}), V(1)); return 0 })
	p("smi nil", func() any { var n map[string]int; V(n).SetMapIndex(V("a"), V(1)); return 0 })
	p("smi nildel", func() any { var n map[string]int; V(n).SetMapIndex(V("a"), reflect.Value{}); return 0 })
	p("smi type", func() any { V(map[string]int{}).SetMapIndex(V(1), V(1)); return 0 })
	p("smi type2", func() any { V(map[string]int{}).SetMapIndex(V("a"), V("b")); return 0 })
	p("mi type2", func() any { return V(map[string]int{}).MapIndex(V(1)) })
	p("mi zero", func() any { return V(map[string]int{}).MapIndex(reflect.Value{}) })
	it := V(map[string]int{"a": 1}).MapRange()
	p("it.Key", func() any { return it.Key() })
	p("it.Value", func() any { return it.Value() })
	p("it.Next", func() any { return fmt.Sprint(it.Next(), it.Key(), it.Value(), it.Next()) })
	p("it.Key2", func() any { return it.Key() })
	p("it.Value2", func() any { return it.Value() })
	p("it.Next2", func() any { return it.Next() })
	p("it.Reset", func() any { it.Reset(V(map[int]int{3: 4})); return fmt.Sprint(it.Next(), it.Key(), it.Value()) })
	p("it.Reset0", func() any { it.Reset(reflect.Value{}); return it.Next() })
	p("it.Reset1", func() any { it.Reset(V(1)); return it.Next() })
	p("it zero", func() any { return new(reflect.MapIter).Next() })
	p("it zero key", func() any { return new(reflect.MapIter).Key() })
	p("MapRange", func() any { return V(1).MapRange() })
	var key string
	p("SetIterKey", func() any {
		it := V(map[string]int{"a": 1}).MapRange()
		it.Next()
		V(&key).Elem().SetIterKey(it)
		return key
	})
	p("SetIterKeyBad", func() any { it := V(map[string]int{"a": 1}).MapRange(); V(&key).Elem().SetIterKey(it); return key })
	p("SetIterValueBad", func() any {
		it := V(map[string]int{"a": 1}).MapRange()
		it.Next()
		V(&key).Elem().SetIterValue(it)
		return key
	})
	p("SetIterKeyNoaddr", func() any { it := V(map[string]int{"a": 1}).MapRange(); it.Next(); V(key).SetIterKey(it); return key })
	// conversions matrix
	type MI int
	type MS string
	type MB []byte
	type MR []rune
	type MF float32
	type MA [2]int
	srcs := []any{-1, int8(-7), uint8(200), int64(1 << 40), uint64(1 << 63), 3.99, float32(1e10), -2.5, math.NaN(), math.Inf(1), 'x', rune(-5), rune(0x10ffff + 1), MI(65), "héllo\xff", MS("z"), []byte("ab"), MB("cd"), []rune("ü"), MR("q"), [2]int{1, 2}, []int{1, 2, 3}, []int(nil), MA{3, 4}, 2 + 3i, complex64(1i), true, m, error(nil), uintptr(9)}
	dsts := []reflect.Type{reflect.TypeFor[int](), reflect.TypeFor[int8](), reflect.TypeFor[uint8](), reflect.TypeFor[uint64](), reflect.TypeFor[float32](), reflect.TypeFor[float64](), reflect.TypeFor[string](), reflect.TypeFor[MS](), reflect.TypeFor[[]byte](), reflect.TypeFor[MB](), reflect.TypeFor[[]rune](), reflect.TypeFor[MR](), reflect.TypeFor[[2]int](), reflect.TypeFor[*[2]int](), reflect.TypeFor[[4]int](), reflect.TypeFor[*[4]int](), reflect.TypeFor[[]int](), reflect.TypeFor[complex128](), reflect.TypeFor[complex64](), reflect.TypeFor[bool](), reflect.TypeFor[any](), reflect.TypeFor[I](), reflect.TypeFor[error](), reflect.TypeFor[M](), reflect.TypeFor[*M](), reflect.TypeFor[MI](), reflect.TypeFor[MF](), reflect.TypeFor[uintptr](), reflect.TypeFor[<-chan int](), reflect.TypeFor[chan int](), reflect.TypeFor[MA](), reflect.TypeFor[*MA](), reflect.TypeFor[[0]int]()}
	for i, s := range srcs {
		for _, d := range dsts {
			p(fmt.Sprint("conv", i, d), func() any {
				ok := V(s).CanConvert(d)
				c := V(s).Convert(d)
				if c.Kind() == reflect.Pointer || c.Kind() == reflect.Chan {
					return fmt.Sprint(ok, c.Type(), c.IsNil())
				}
				return fmt.Sprintf("%v %v %#v", ok, c.Type(), c)
			})
		}
	}
	// Seq
	p("seq int", func() any {
		s := ""
		for x := range V(MI(3)).Seq() {
			s += fmt.Sprint(x.Type(), x)
		}
		return s
	})
	p("seq str", func() any {
		s := ""
		for x, y := range V("hé").Seq2() {
			s += fmt.Sprint(x, y.Type(), y)
		}
		return s
	})
	p("seq str1", func() any {
		s := ""
		for x := range V("hé").Seq() {
			s += fmt.Sprint(x)
		}
		return s
	})
	p("seq arr", func() any {
		s := ""
		for x, y := range V([2]string{"a", "b"}).Seq2() {
			s += fmt.Sprint(x, y)
		}
		return s
	})
	p("seq parr", func() any {
		s := ""
		for x, y := range V(&[2]string{"a", "b"}).Seq2() {
			s += fmt.Sprint(x, y, y.CanSet())
		}
		return s
	})
	p("seq slice", func() any {
		s := ""
		for x := range V([]int{9, 8}).Seq() {
			s += fmt.Sprint(x)
		}
		return s
	})
	p("seq map", func() any {
		s := ""
		for x, y := range V(map[string]int{"q": 1}).Seq2() {
			s += fmt.Sprint(x, y)
		}
		return s
	})
	p("seq func", func() any {
		s := ""
		for x := range V(iter.Seq[int](func(y func(int) bool) { y(1); y(2) })).Seq() {
			s += fmt.Sprint(x)
			break
		}
		return s
	})
	p("seq func2", func() any {
		s := ""
		for x, z := range V(func(y func(int, string) bool) { _ = y(1, "a") && y(2, "b") }).Seq2() {
			s += fmt.Sprint(x, z)
		}
		return s
	})
	p("seq func0", func() any {
		s := ""
		for x := range V(func(y func() bool) {}).Seq() {
			s += fmt.Sprint(x)
		}
		return s
	})
	p("seq chan", func() any {
		c := make(chan int, 2)
		c <- 1
		c <- 2
		close(c)
		s := ""
		for x := range V(c).Seq() {
			s += fmt.Sprint(x)
		}
		return s
	})
	p("seq bad", func() any {
		for range V(1.5).Seq() {
		}
		return 0
	})
	p("seq2 bad", func() any {
		for range V(1).Seq2() {
		}
		return 0
	})
	p("seq zero", func() any {
		for range (reflect.Value{}).Seq() {
		}
		return 0
	})
	// slices
	sl := []int{1, 2, 3}
	sv := V(&sl).Elem()
	p("grow", func() any { sv.Grow(10); return fmt.Sprint(sv.Len(), sv.Cap() >= 13) })
	p("grow-1", func() any { sv.Grow(-1); return 0 })
	p("growbig", func() any { sv.Grow(math.MaxInt); return 0 })
	p("setlen", func() any { sv.SetLen(5); return sv.Len() })
	p("setlen99", func() any { sv.SetLen(99); return sv.Len() })
	p("setlen-1", func() any { sv.SetLen(-1); return sv.Len() })
	p("setcap", func() any { sv.SetCap(6); return sv.Cap() })
	p("setcap1", func() any { sv.SetCap(1); return sv.Cap() })
	p("clear", func() any { sv.Clear(); return sl })
	p("clear map", func() any { q := map[int]int{1: 2}; V(q).Clear(); return len(q) })
	p("clear bad", func() any { V(1).Clear(); return 0 })
	p("append", func() any { return reflect.Append(V([]int{1}), V(2), V("x")) })
	p("append2", func() any { return reflect.AppendSlice(V([]int{1}), V([]string{"x"})) })
	p("append3", func() any { return reflect.AppendSlice(V([]byte("a")), V("xyz")) })
	p("append4", func() any { return reflect.Append(V(1), V(2)) })
	p("copy", func() any { b := make([]byte, 2); return fmt.Sprint(reflect.Copy(V(b), V("xyz")), b) })
	p("copy2", func() any { return reflect.Copy(V([2]int{}), V([]int{1})) })
	p("copy3", func() any { return reflect.Copy(V([]int{1}), V([]string{"x"})) })
	p("copy4", func() any { return reflect.Copy(V(1), V([]string{"x"})) })
	p("copy5", func() any { return reflect.Copy(V([]string{"x"}), V("abc")) })
	p("swapper", func() any { reflect.Swapper(sl)(0, 99); return 0 })
	p("swapper2", func() any { reflect.Swapper([]string{"a"})(0, 0); reflect.Swapper([]string{"a"})(0, 1); return 0 })
	p("swapper3", func() any { reflect.Swapper([]int{})(0, 1); return 0 })
	p("swapper4", func() any { reflect.Swapper(1)(0, 1); return 0 })
	p("index str", func() any { return fmt.Sprint(V("abc").Index(1).Type(), V("abc").Index(3)) })
	p("slice str", func() any { return fmt.Sprint(V("abc").Slice(1, 2), V("abc").Slice(2, 1)) })
	p("slice arr", func() any { return V([3]int{}).Slice(0, 1) })
	p("slice map", func() any { return V(map[int]int{}).Slice(0, 1) })
	p("slice3 str", func() any { return V("abc").Slice3(0, 1, 1) })
	p("len ptr", func() any { return V(&[3]int{}).Len() })
	p("len pp", func() any { return V(&m).Len() })
	p("cap ptr", func() any { return V(&[3]int{}).Cap() })
	p("cap bad", func() any { return V("").Cap() })
	// zero Value
	var z reflect.Value
	p("z.Kind", func() any { return fmt.Sprint(z.Kind(), z.IsValid(), z.String()) })
	p("z.Type", func() any { return z.Type() })
	p("z.Interface", func() any { return z.Interface() })
	p("z.IsZero", func() any { return z.IsZero() })
	p("z.IsNil", func() any { return z.IsNil() })
	p("z.Elem", func() any { return z.Elem() })
	p("z.Set", func() any { z.Set(z); return 0 })
	p("z.Addr", func() any { return z.Addr() })
	p("z.CanSet", func() any { return fmt.Sprint(z.CanSet(), z.CanAddr()) })
	p("z.CanInterface", func() any { return z.CanInterface() })
	p("z.NumMethod", func() any { return z.NumMethod() })
	p("z.Method", func() any { return z.Method(0) })
	p("z.MethodByName", func() any { return z.MethodByName("x") })
	p("z.Comparable", func() any { return z.Comparable() })
	p("z.Convert", func() any { return z.Convert(dsts[0]) })
	p("z.CanConvert", func() any { return z.CanConvert(dsts[0]) })
	p("z.Equal", func() any { return fmt.Sprint(z.Equal(z), z.Equal(V(1))) })
	p("Indirect", func() any {
		return fmt.Sprint(reflect.Indirect(V(&m)), reflect.Indirect(V(1)), reflect.Indirect(V((*int)(nil))).IsValid())
	})
	p("Zero nil", func() any { return reflect.Zero(nil) })
	p("New nil", func() any { return reflect.New(nil) })
	p("set nonassign", func() any { x := 1; V(&x).Elem().Set(V("a")); return x })
	p("set noaddr", func() any { x := 1; V(x).Set(V(2)); return x })
	p("set iface", func() any { var x any; V(&x).Elem().Set(V(2)); return x })
	p("set iface2", func() any { var x I; V(&x).Elem().Set(V(2)); return x })
	p("set zero", func() any { x := 1; V(&x).Elem().Set(z); return x })
	p("fieldbyindex nil", func() any { return V(Emb{}).FieldByIndex([]int{0, 0}) })
	p("fieldbyindex nil", func() any { a, e := V(Emb{}).FieldByIndexErr([]int{0, 0}); return fmt.Sprint(a.IsValid(), e) })
	p("fieldbyname nil", func() any { return V(Emb{}).FieldByName("n") })
	p("DeepEqual", func() any {
		a := &Node{V: 1}
		a.L = a
		b := &Node{V: 1}
		b.L = b
		return fmt.Sprint(reflect.DeepEqual(a, b), reflect.DeepEqual([]int{}, []int(nil)), reflect.DeepEqual(math.NaN(), math.NaN()), reflect.DeepEqual(map[int]any{1: []int{1}}, map[int]any{1: []int{1}}), reflect.DeepEqual(error(nil), nil), reflect.DeepEqual(main, main))
	})
	for _, tag := range []reflect.StructTag{`a:"b" c:"d\"e"`, `a:b`, `a:"x`, `a:"1" a:"2"`, ` a:"1"  b:""`, `a :"1"`, "a:\"\\x41\"", `:"x" a:"1"`} {
		p("tag", func() any {
			x, ok := tag.Lookup("a")
			y, ok2 := tag.Lookup("b")
			return fmt.Sprintf("%q %v %q %v %q", x, ok, y, ok2, tag.Get("c"))
		})
	}
	p("kinds", func() any {
		s := ""
		for k := reflect.Kind(0); k < 30; k++ {
			s += k.String() + " "
		}
		return s
	})
	p("chandir", func() any {
		s := ""
		for k := reflect.ChanDir(0); k < 6; k++ {
			s += k.String() + " "
		}
		return s
	})
	p("FuncOf bad", func() any { return reflect.FuncOf([]reflect.Type{dsts[0]}, nil, true) })
	p("unsafe.Pointer", func() any { t := reflect.TypeFor[unsafe.Pointer](); return t.Name() + " " + t.PkgPath() })
	p("FieldByNameFunc", func() any { return V(1).FieldByNameFunc(func(string) bool { return true }) })
	p("SliceAt", func() any { return reflect.SliceAt(dsts[0], nil, -1) })
	p("SliceAt nil", func() any { return reflect.SliceAt(dsts[0], nil, 1) })
	p("FuncOf nil", func() any { return reflect.FuncOf([]reflect.Type{nil}, nil, false) })
	p("FuncOf0", func() any { return reflect.FuncOf(nil, nil, true) })
	p("MapOf eq", func() any { return reflect.MapOf(dsts[6], dsts[0]) == reflect.TypeFor[map[string]int]() })
	p("FuncOf eq", func() any {
		return reflect.FuncOf([]reflect.Type{dsts[6], dsts[16]}, []reflect.Type{dsts[22]}, true) == reflect.TypeFor[func(string, ...int) error]()
	})
	p("StructOf eq", func() any {
		return reflect.StructOf([]reflect.StructField{{Name: "A", Type: dsts[0], Tag: "q"}}) == reflect.TypeFor[struct {
			A int "q"
		}]()
	})
	p("StructOf use", func() any {
		t := reflect.StructOf([]reflect.StructField{{Name: "A", Type: dsts[0]}, {Name: "B", Type: dsts[6]}})
		x := reflect.New(t).Elem()
		x.Field(0).SetInt(4)
		x.Field(1).SetString("q")
		y := x.Interface().(struct {
			A int
			B string
		})
		return fmt.Sprintf("%+v %#v %T", y, x, x.Interface())
	})
	p("MapOf use", func() any {
		t := reflect.MapOf(reflect.StructOf([]reflect.StructField{{Name: "A", Type: dsts[0]}}), dsts[6])
		x := reflect.MakeMap(t)
		k := reflect.New(t.Key()).Elem()
		k.Field(0).SetInt(7)
		x.SetMapIndex(k, V("seven"))
		return fmt.Sprint(x, x.MapIndex(k))
	})
	p("StructOf emb", func() any {
		t := reflect.StructOf([]reflect.StructField{{Name: "M", Type: reflect.TypeFor[*M](), Anonymous: true}})
		x := reflect.New(t).Elem()
		x.Field(0).Set(V(&M{3}))
		i, ok := x.Interface().(I)
		if ok {
			return i.Val(4)
		}
		return "no"
	})
	p("StructOf embv", func() any {
		t := reflect.StructOf([]reflect.StructField{{Name: "M", Type: reflect.TypeFor[M](), Anonymous: true}})
		x := reflect.New(t).Elem()
		i, ok := x.Interface().(I)
		if ok {
			return i.Val(4)
		}
		return "no"
	})
	p("StructOf embm", func() any {
		t := reflect.StructOf([]reflect.StructField{{Name: "M", Type: reflect.TypeFor[*M](), Anonymous: true}})
		x := reflect.New(t).Elem()
		x.Field(0).Set(V(&M{3}))
		return x.MethodByName("Val").Call([]reflect.Value{V(1)})[0]
	})
}
