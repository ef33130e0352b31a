// run
// What methods of Value and Type panic with: wrong kinds, hidden fields, what is no variable, indices, arguments.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type hidden struct {
	open  int
	inner struct{ Deep int }
}

type T struct {
	X   int
	y   int
	Ptr *T
	hidden
}

func (T) Open(int) {}
func (T) closed()  {}

type I interface{ Open(int) }

var count int

func try(f func()) {
	count++
	defer func() {
		e := recover()
		switch e := e.(type) {
		case nil:
			fmt.Println(count, "no panic")
		case *reflect.ValueError:
			fmt.Println(count, "ValueError", e.Method, e.Kind, "|", e)
		case error:
			fmt.Println(count, "error", e)
		default:
			fmt.Println(count, e)
		}
	}()
	f()
}

func main() {
	zero := reflect.Value{}
	num := reflect.ValueOf(1)
	str := reflect.ValueOf("text")
	var t T
	v := reflect.ValueOf(&t).Elem()
	typ := v.Type()
	list := []int{1, 2}
	lv := reflect.ValueOf(&list).Elem()
	m := map[string]int{"a": 1}
	mv := reflect.ValueOf(m)
	fn := reflect.ValueOf(func(a int, b ...string) int { return a })
	both := reflect.ValueOf(make(chan int, 1))
	recv := reflect.ValueOf((<-chan int)(make(chan int)))
	send := reflect.ValueOf((chan<- int)(make(chan int)))

	for _, f := range []func(){
		func() { zero.Type() }, func() { zero.Interface() }, func() { zero.CanInterface() }, func() { zero.Int() },
		func() { zero.Elem() }, func() { zero.Field(0) }, func() { zero.IsNil() }, func() { zero.IsZero() },
		func() { zero.Method(0) }, func() { zero.NumMethod() }, func() { zero.MethodByName("X") }, func() { zero.Len() },
		func() { zero.Set(num) }, func() { zero.SetInt(1) }, func() { zero.Call(nil) }, func() { zero.UnsafeAddr() },
	} {
		try(f)
	}
	for _, f := range []func(){
		func() { num.Bool() }, func() { num.Uint() }, func() { num.Float() }, func() { num.Complex() }, func() { str.Int() },
		func() { num.Bytes() }, func() { num.Cap() }, func() { num.Len() }, func() { num.Elem() }, func() { num.Field(0) },
		func() { num.NumField() }, func() { num.Index(0) }, func() { num.IsNil() }, func() { num.MapIndex(str) },
		func() { num.MapKeys() }, func() { num.MapRange() }, func() { num.Pointer() }, func() { num.UnsafePointer() },
		func() { num.Recv() }, func() { num.Send(num) }, func() { num.Close() }, func() { num.Slice(0, 1) },
		func() { num.Slice3(0, 1, 1) }, func() { num.FieldByName("X") }, func() { num.FieldByIndex([]int{0, 1}) },
		func() { num.OverflowFloat(1) }, func() { str.OverflowInt(1) }, func() { num.OverflowUint(1) },
		func() { num.OverflowComplex(1) }, func() { num.Call(nil) }, func() { num.Clear() }, func() { num.InterfaceData() },
		func() { num.SetMapIndex(str, num) }, func() { num.Grow(1) }, func() { num.Comparable() },
	} {
		try(f)
	}
	for _, f := range []func(){
		func() { num.SetInt(1) }, func() { num.Set(num) }, func() { str.SetString("x") }, func() { num.Addr() },
		func() { num.UnsafeAddr() }, func() { v.Field(1).SetInt(2) }, func() { v.Field(1).Set(num) },
		func() { v.Field(0).Set(v.Field(1)) }, func() { v.Field(1).Interface() }, func() { v.Field(3).Interface() },
		func() { v.Field(3).Field(1).Field(0).SetInt(1) }, func() { v.Field(0).SetUint(1) },
		func() { v.Field(0).SetString("x") }, func() { v.Field(0).Set(str) }, func() { v.Field(0).SetBool(true) },
		func() { v.Field(0).SetFloat(1) }, func() { v.Field(0).SetComplex(1) }, func() { v.Field(0).SetLen(1) },
		func() { v.Field(0).SetCap(1) }, func() { v.Field(0).SetBytes(nil) }, func() { v.Field(0).SetPointer(nil) },
		func() { lv.SetBytes(nil) }, func() { lv.SetLen(3) }, func() { lv.SetCap(1) }, func() { lv.SetCap(9) },
		func() { lv.Grow(-1) }, func() { num.SetZero() }, func() { v.Field(1).SetZero() },
		func() { v.Field(2).Elem().Field(0).Int() }, func() { v.FieldByIndex([]int{2, 0}) },
	} {
		try(f)
	}
	for _, f := range []func(){
		func() { v.Field(9) }, func() { v.Method(3) }, func() { lv.Index(2) }, func() { lv.Index(-1) }, func() { str.Index(4) },
		func() { reflect.ValueOf([2]int{}).Index(2) }, func() { reflect.ValueOf([2]int{}).Slice(0, 1) },
		func() { lv.Slice(1, 3) }, func() { lv.Slice(2, 1) }, func() { str.Slice(0, 5) }, func() { lv.Slice3(0, 1, 5) },
		func() { str.Slice3(0, 1, 1) }, func() { reflect.ValueOf(&t.X).Len() }, func() { reflect.ValueOf(&t.X).Cap() },
		func() { reflect.ValueOf([2]byte{}).Bytes() }, func() { reflect.ValueOf([2]int{}).Bytes() }, func() { lv.Bytes() },
		func() { mv.MapIndex(num) }, func() { mv.SetMapIndex(str, str) },
		func() { reflect.ValueOf(map[string]int(nil)).SetMapIndex(str, num) },
		func() { reflect.ValueOf(map[any]int{}).SetMapIndex(lv, num) }, func() { reflect.Append(lv, str) },
		func() { reflect.Append(num) }, func() { reflect.AppendSlice(lv, reflect.ValueOf([]string{})) },
		func() { reflect.Copy(lv, reflect.ValueOf([]string{})) }, func() { reflect.Copy(num, lv) },
		func() { reflect.Copy(lv, num) }, func() { reflect.Copy(reflect.ValueOf([2]int{}), lv) },
	} {
		try(f)
	}
	for _, f := range []func(){
		func() { fn.Call(nil) }, func() { fn.Call([]reflect.Value{str}) }, func() { fn.Call([]reflect.Value{num, num}) },
		func() { fn.Call([]reflect.Value{zero}) }, func() { fn.CallSlice([]reflect.Value{num}) },
		func() { fn.CallSlice([]reflect.Value{num, num, num}) }, func() { fn.CallSlice([]reflect.Value{num, str}) },
		func() { reflect.ValueOf(func() {}).CallSlice(nil) }, func() { reflect.ValueOf(func() {}).Call([]reflect.Value{num}) },
		func() { reflect.ValueOf((func())(nil)).Call(nil) }, func() { fn.Call([]reflect.Value{v.Field(1)}) },
		func() { var i I; reflect.ValueOf(&i).Elem().Method(0) }, func() { reflect.MakeFunc(num.Type(), nil) },
		func() {
			reflect.MakeFunc(reflect.TypeOf(func() int { return 0 }), func([]reflect.Value) []reflect.Value { return nil }).Call(nil)
		},
		func() {
			reflect.MakeFunc(reflect.TypeOf(func() int { return 0 }), func([]reflect.Value) []reflect.Value {
				return []reflect.Value{str}
			}).Call(nil)
		},
		func() {
			reflect.MakeFunc(reflect.TypeOf(func() int { return 0 }), func([]reflect.Value) []reflect.Value {
				return []reflect.Value{{}}
			}).Call(nil)
		},
	} {
		try(f)
	}
	for _, f := range []func(){
		func() { recv.Send(num) }, func() { send.Recv() }, func() { recv.Close() }, func() { both.Send(str) },
		func() { both.Close(); both.Send(num) }, func() { both.Close() },
		func() { reflect.ValueOf((chan int)(nil)).Close() }, func() { reflect.MakeChan(recv.Type(), 0) },
		func() { reflect.MakeChan(both.Type(), -1) }, func() { reflect.MakeChan(num.Type(), 0) },
		func() { reflect.Select([]reflect.SelectCase{{Dir: 9}}) },
		func() {
			reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectDefault}})
		},
		func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault, Chan: both}}) },
		func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: recv}}) },
		func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: send}}) },
		func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: send}}) },
		func() { reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: recv, Send: num}}) },
	} {
		try(f)
	}
	for _, f := range []func(){
		func() { typ.Elem() }, func() { typ.Key() }, func() { typ.Len() }, func() { typ.Bits() }, func() { typ.ChanDir() },
		func() { typ.In(0) }, func() { typ.NumIn() }, func() { typ.Out(0) }, func() { typ.NumOut() }, func() { typ.IsVariadic() },
		func() { num.Type().Field(0) }, func() { num.Type().NumField() }, func() { num.Type().FieldByName("X") },
		func() { num.Type().FieldByIndex([]int{0}) }, func() { num.Type().FieldByNameFunc(nil) }, func() { typ.Field(4) },
		func() { typ.Method(1) }, func() { typ.Implements(nil) }, func() { typ.Implements(typ) }, func() { typ.AssignableTo(nil) },
		func() { typ.ConvertibleTo(nil) }, func() { typ.OverflowInt(1) }, func() { typ.OverflowUint(1) },
		func() { typ.OverflowFloat(1) }, func() { typ.OverflowComplex(1) }, func() { fn.Type().In(2) }, func() { fn.Type().Out(1) },
		func() { reflect.ArrayOf(-1, typ) }, func() { reflect.MapOf(fn.Type(), typ) }, func() { reflect.ChanOf(0, typ) },
		func() { reflect.FuncOf([]reflect.Type{typ}, nil, true) }, func() { reflect.New(nil) }, func() { reflect.Zero(nil) },
		func() { reflect.MakeSlice(typ, 0, 0) }, func() { reflect.MakeSlice(lv.Type(), -1, 0) },
		func() { reflect.MakeSlice(lv.Type(), 0, -1) }, func() { reflect.MakeSlice(lv.Type(), 2, 1) },
		func() { reflect.MakeMap(typ) }, func() { reflect.VisibleFields(nil) }, func() { reflect.VisibleFields(num.Type()) },
		func() { reflect.Swapper(1) }, func() { reflect.Swapper(list)(0, 5) }, func() { reflect.Swapper([]int{})(0, 0) },
		func() { reflect.Swapper([]string{"a"})(0, 1) }, func() { reflect.SliceAt(typ, unsafe.Pointer(nil), 1) },
	} {
		try(f)
	}
	field := func(name, pkg string, t reflect.Type) []reflect.StructField {
		return []reflect.StructField{{Name: name, PkgPath: pkg, Type: t}}
	}
	for _, f := range []func(){
		func() { reflect.StructOf(field("", "", typ)) }, func() { reflect.StructOf(field("a b", "", typ)) },
		func() { reflect.StructOf(field("X", "", nil)) }, func() { reflect.StructOf(field("x", "", typ)) },
		func() { reflect.StructOf(append(field("X", "", typ), field("X", "", typ)...)) },
		func() { reflect.StructOf(append(field("x", "p", typ), field("y", "q", typ)...)) },
		func() { str.Convert(num.Type()) }, func() { lv.Convert(reflect.TypeOf([5]int{})) },
		func() { lv.Convert(reflect.TypeOf((*[5]int)(nil))) }, func() { typ.Method(-1) },
		func() { lv.Equal(lv) }, func() { fn.Equal(fn) }, func() { new(reflect.MapIter).Next() },
		func() { mv.MapRange().Key() }, func() { mv.MapRange().Value() },
		func() { it := mv.MapRange(); it.Next(); it.Next(); it.Next() },
		func() { it := mv.MapRange(); it.Next(); it.Next(); it.Key() }, func() { v.Field(0).SetIterKey(mv.MapRange()) },
		func() { it := mv.MapRange(); it.Next(); v.Field(0).SetIterKey(it) },
	} {
		try(f)
	}
}

// Output:
// 1 ValueError reflect.Value.Type invalid | reflect: call of reflect.Value.Type on zero Value
// 2 ValueError reflect.Value.Interface invalid | reflect: call of reflect.Value.Interface on zero Value
// 3 ValueError reflect.Value.CanInterface invalid | reflect: call of reflect.Value.CanInterface on zero Value
// 4 ValueError reflect.Value.Int invalid | reflect: call of reflect.Value.Int on zero Value
// 5 ValueError reflect.Value.Elem invalid | reflect: call of reflect.Value.Elem on zero Value
// 6 ValueError reflect.Value.Field invalid | reflect: call of reflect.Value.Field on zero Value
// 7 ValueError reflect.Value.IsNil invalid | reflect: call of reflect.Value.IsNil on zero Value
// 8 ValueError reflect.Value.IsZero invalid | reflect: call of reflect.Value.IsZero on zero Value
// 9 ValueError reflect.Value.Method invalid | reflect: call of reflect.Value.Method on zero Value
// 10 ValueError reflect.Value.NumMethod invalid | reflect: call of reflect.Value.NumMethod on zero Value
// 11 ValueError reflect.Value.MethodByName invalid | reflect: call of reflect.Value.MethodByName on zero Value
// 12 ValueError reflect.Value.Len invalid | reflect: call of reflect.Value.Len on zero Value
// 13 ValueError reflect.Value.Set invalid | reflect: call of reflect.Value.Set on zero Value
// 14 ValueError reflect.Value.SetInt invalid | reflect: call of reflect.Value.SetInt on zero Value
// 15 ValueError reflect.Value.Call invalid | reflect: call of reflect.Value.Call on zero Value
// 16 ValueError reflect.Value.UnsafeAddr invalid | reflect: call of reflect.Value.UnsafeAddr on zero Value
// 17 ValueError reflect.Value.Bool int | reflect: call of reflect.Value.Bool on int Value
// 18 ValueError reflect.Value.Uint int | reflect: call of reflect.Value.Uint on int Value
// 19 ValueError reflect.Value.Float int | reflect: call of reflect.Value.Float on int Value
// 20 ValueError reflect.Value.Complex int | reflect: call of reflect.Value.Complex on int Value
// 21 ValueError reflect.Value.Int string | reflect: call of reflect.Value.Int on string Value
// 22 ValueError reflect.Value.Bytes int | reflect: call of reflect.Value.Bytes on int Value
// 23 ValueError reflect.Value.Cap int | reflect: call of reflect.Value.Cap on int Value
// 24 ValueError reflect.Value.Len int | reflect: call of reflect.Value.Len on int Value
// 25 ValueError reflect.Value.Elem int | reflect: call of reflect.Value.Elem on int Value
// 26 ValueError reflect.Value.Field int | reflect: call of reflect.Value.Field on int Value
// 27 ValueError reflect.Value.NumField int | reflect: call of reflect.Value.NumField on int Value
// 28 ValueError reflect.Value.Index int | reflect: call of reflect.Value.Index on int Value
// 29 ValueError reflect.Value.IsNil int | reflect: call of reflect.Value.IsNil on int Value
// 30 ValueError reflect.Value.MapIndex int | reflect: call of reflect.Value.MapIndex on int Value
// 31 ValueError reflect.Value.MapKeys int | reflect: call of reflect.Value.MapKeys on int Value
// 32 ValueError reflect.Value.MapRange int | reflect: call of reflect.Value.MapRange on int Value
// 33 ValueError reflect.Value.Pointer int | reflect: call of reflect.Value.Pointer on int Value
// 34 ValueError reflect.Value.UnsafePointer int | reflect: call of reflect.Value.UnsafePointer on int Value
// 35 ValueError reflect.Value.Recv int | reflect: call of reflect.Value.Recv on int Value
// 36 ValueError reflect.Value.Send int | reflect: call of reflect.Value.Send on int Value
// 37 ValueError reflect.Value.Close int | reflect: call of reflect.Value.Close on int Value
// 38 ValueError reflect.Value.Slice int | reflect: call of reflect.Value.Slice on int Value
// 39 ValueError reflect.Value.Slice3 int | reflect: call of reflect.Value.Slice3 on int Value
// 40 ValueError reflect.Value.FieldByName int | reflect: call of reflect.Value.FieldByName on int Value
// 41 ValueError reflect.Value.FieldByIndex int | reflect: call of reflect.Value.FieldByIndex on int Value
// 42 ValueError reflect.Value.OverflowFloat int | reflect: call of reflect.Value.OverflowFloat on int Value
// 43 ValueError reflect.Value.OverflowInt string | reflect: call of reflect.Value.OverflowInt on string Value
// 44 ValueError reflect.Value.OverflowUint int | reflect: call of reflect.Value.OverflowUint on int Value
// 45 ValueError reflect.Value.OverflowComplex int | reflect: call of reflect.Value.OverflowComplex on int Value
// 46 ValueError reflect.Value.Call int | reflect: call of reflect.Value.Call on int Value
// 47 ValueError reflect.Value.Clear int | reflect: call of reflect.Value.Clear on int Value
// 48 ValueError reflect.Value.InterfaceData int | reflect: call of reflect.Value.InterfaceData on int Value
// 49 ValueError reflect.Value.SetMapIndex int | reflect: call of reflect.Value.SetMapIndex on int Value
// 50 reflect: reflect.Value.Grow using unaddressable value
// 51 no panic
// 52 reflect: reflect.Value.SetInt using unaddressable value
// 53 reflect: reflect.Value.Set using unaddressable value
// 54 reflect: reflect.Value.SetString using unaddressable value
// 55 reflect.Value.Addr of unaddressable value
// 56 reflect.Value.UnsafeAddr of unaddressable value
// 57 reflect: reflect.Value.SetInt using value obtained using unexported field
// 58 reflect: reflect.Value.Set using value obtained using unexported field
// 59 reflect: reflect.Value.Set using value obtained using unexported field
// 60 reflect.Value.Interface: cannot return value obtained from unexported field or method
// 61 reflect.Value.Interface: cannot return value obtained from unexported field or method
// 62 reflect: reflect.Value.SetInt using value obtained using unexported field
// 63 ValueError reflect.Value.SetUint int | reflect: call of reflect.Value.SetUint on int Value
// 64 ValueError reflect.Value.SetString int | reflect: call of reflect.Value.SetString on int Value
// 65 reflect.Set: value of type string is not assignable to type int
// 66 ValueError reflect.Value.SetBool int | reflect: call of reflect.Value.SetBool on int Value
// 67 ValueError reflect.Value.SetFloat int | reflect: call of reflect.Value.SetFloat on int Value
// 68 ValueError reflect.Value.SetComplex int | reflect: call of reflect.Value.SetComplex on int Value
// 69 ValueError reflect.Value.SetLen int | reflect: call of reflect.Value.SetLen on int Value
// 70 ValueError reflect.Value.SetCap int | reflect: call of reflect.Value.SetCap on int Value
// 71 ValueError reflect.Value.SetBytes int | reflect: call of reflect.Value.SetBytes on int Value
// 72 ValueError reflect.Value.SetPointer int | reflect: call of reflect.Value.SetPointer on int Value
// 73 reflect.Value.SetBytes of non-byte slice
// 74 reflect: slice length out of range in SetLen
// 75 reflect: slice capacity out of range in SetCap
// 76 reflect: slice capacity out of range in SetCap
// 77 reflect.Value.Grow: negative len
// 78 reflect: reflect.Value.SetZero using unaddressable value
// 79 reflect: reflect.Value.SetZero using value obtained using unexported field
// 80 ValueError reflect.Value.Field invalid | reflect: call of reflect.Value.Field on zero Value
// 81 reflect: indirection through nil pointer to embedded struct
// 82 reflect: Field index out of range
// 83 reflect: Method index out of range
// 84 reflect: slice index out of range
// 85 reflect: slice index out of range
// 86 reflect: string index out of range
// 87 reflect: array index out of range
// 88 reflect.Value.Slice: slice of unaddressable array
// 89 reflect.Value.Slice: slice index out of bounds
// 90 reflect.Value.Slice: slice index out of bounds
// 91 reflect.Value.Slice: string slice index out of bounds
// 92 reflect.Value.Slice3: slice index out of bounds
// 93 ValueError reflect.Value.Slice3 string | reflect: call of reflect.Value.Slice3 on string Value
// 94 reflect: call of reflect.Value.Len on ptr to non-array Value
// 95 reflect: call of reflect.Value.Cap on ptr to non-array Value
// 96 reflect.Value.Bytes of unaddressable byte array
// 97 reflect.Value.Bytes of non-byte array
// 98 reflect.Value.Bytes of non-byte slice
// 99 reflect.Value.MapIndex: value of type int is not assignable to type string
// 100 reflect.Value.SetMapIndex: value of type string is not assignable to type int
// 101 error assignment to entry in nil map
// 102 error runtime error: hash of unhashable type []int
// 103 reflect.Set: value of type string is not assignable to type int
// 104 ValueError unknown method int | reflect: call of unknown method on int Value
// 105 reflect.AppendSlice: int != string
// 106 reflect.Copy: int != string
// 107 ValueError reflect.Copy int | reflect: call of reflect.Copy on int Value
// 108 ValueError reflect.Copy int | reflect: call of reflect.Copy on int Value
// 109 reflect: unknown method using unaddressable value
// 110 reflect: Call with too few input arguments
// 111 reflect: Call using string as type int
// 112 reflect: cannot use int as type string in Call
// 113 reflect: Call using zero Value argument
// 114 reflect: CallSlice with too few input arguments
// 115 reflect: CallSlice with too many input arguments
// 116 reflect: CallSlice using string as type []string
// 117 reflect: CallSlice of non-variadic function
// 118 reflect: Call with too many input arguments
// 119 reflect.Value.Call: call of nil function
// 120 reflect: reflect.Value.Call using value obtained using unexported field
// 121 reflect: Method on nil interface value
// 122 reflect: call of MakeFunc with non-Func type
// 123 reflect: wrong return count from function created by MakeFunc
// 124 reflect.MakeFunc: value of type string is not assignable to type int
// 125 reflect: function created by MakeFunc using closure returned zero Value
// 126 reflect: send on recv-only channel
// 127 reflect: recv on send-only channel
// 128 reflect: close of receive-only channel
// 129 reflect.Value.Send: value of type string is not assignable to type int
// 130 error send on closed channel
// 131 error close of closed channel
// 132 error close of nil channel
// 133 reflect.MakeChan: unidirectional channel type
// 134 reflect.MakeChan: negative buffer size
// 135 reflect.MakeChan of non-chan type
// 136 reflect.Select: invalid Dir
// 137 reflect.Select: multiple default cases
// 138 reflect.Select: default case has Chan value
// 139 reflect.Select: SendDir case using recv-only channel
// 140 reflect.Select: SendDir case missing Send value
// 141 reflect.Select: RecvDir case using send-only channel
// 142 reflect.Select: RecvDir case has Send value
// 143 reflect: Elem of invalid type main.T
// 144 reflect: Key of non-map type main.T
// 145 reflect: Len of non-array type main.T
// 146 reflect: Bits of non-arithmetic Type main.T
// 147 reflect: ChanDir of non-chan type main.T
// 148 reflect: In of non-func type main.T
// 149 reflect: NumIn of non-func type main.T
// 150 reflect: Out of non-func type main.T
// 151 reflect: NumOut of non-func type main.T
// 152 reflect: IsVariadic of non-func type main.T
// 153 reflect: Field of non-struct type int
// 154 reflect: NumField of non-struct type int
// 155 reflect: FieldByName of non-struct type int
// 156 reflect: FieldByIndex of non-struct type int
// 157 reflect: FieldByNameFunc of non-struct type int
// 158 reflect: Field index out of bounds
// 159 reflect: Method index out of range
// 160 reflect: nil type passed to Type.Implements
// 161 reflect: non-interface type passed to Type.Implements
// 162 reflect: nil type passed to Type.AssignableTo
// 163 reflect: nil type passed to Type.ConvertibleTo
// 164 reflect: OverflowInt of non-int type main.T
// 165 reflect: OverflowUint of non-uint type main.T
// 166 reflect: OverflowFloat of non-float type main.T
// 167 reflect: OverflowComplex of non-complex type main.T
// 168 error runtime error: index out of range [2] with length 2
// 169 error runtime error: index out of range [1] with length 1
// 170 reflect: negative length passed to ArrayOf
// 171 reflect.MapOf: invalid key type func(int, ...string) int
// 172 reflect.ChanOf: invalid dir
// 173 reflect.FuncOf: last arg of variadic func must be slice
// 174 reflect: New(nil)
// 175 reflect: Zero(nil)
// 176 reflect.MakeSlice of non-slice type
// 177 reflect.MakeSlice: negative len
// 178 reflect.MakeSlice: negative cap
// 179 reflect.MakeSlice: len > cap
// 180 reflect.MakeMapWithSize of non-map type
// 181 reflect: VisibleFields(nil)
// 182 reflect.VisibleFields of non-struct type
// 183 ValueError Swapper int | reflect: call of Swapper on int Value
// 184 error runtime error: index out of range [5] with length 2
// 185 reflect: slice index out of range
// 186 reflect: slice index out of range
// 187 error runtime error: unsafe.Slice: ptr is nil and len is not zero
// 188 reflect.StructOf: field 0 has no name
// 189 reflect.StructOf: field 0 has invalid name
// 190 reflect.StructOf: field 0 has no type
// 191 reflect.StructOf: field "x" is unexported but missing PkgPath
// 192 reflect.StructOf: duplicate field X
// 193 reflect.StructOf: fields with different PkgPath p and q
// 194 reflect.Value.Convert: value of type string cannot be converted to type int
// 195 reflect: cannot convert slice with length 2 to array with length 5
// 196 reflect: cannot convert slice with length 2 to pointer to array with length 5
// 197 reflect: Method index out of range
// 198 reflect.Value.Equal: values of type []int are not comparable
// 199 reflect.Value.Equal: values of type func(int, ...string) int are not comparable
// 200 MapIter.Next called on an iterator that does not have an associated map Value
// 201 MapIter.Key called before Next
// 202 MapIter.Value called before Next
// 203 MapIter.Next called on exhausted iterator
// 204 MapIter.Key called on exhausted iterator
// 205 reflect: Value.SetIterKey called before Next
// 206 reflect.MapIter.SetKey: value of type string is not assignable to type int
