// run
// Names of package reflect that the other cases leave out.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type inner struct{ Deep int }

type outer struct {
	*inner
	Name  string `json:"n,omitempty" empty:"" bad`
	count int
}

func (outer) Shown()  {}
func (outer) hidden() {}

func main() {
	for k := reflect.Invalid; k <= reflect.UnsafePointer+1; k++ {
		fmt.Print(k.String(), " ")
	}
	fmt.Println()
	fmt.Println(reflect.RecvDir.String(), reflect.SendDir.String(), reflect.BothDir.String(), reflect.ChanDir(9).String())
	m := reflect.MakeMapWithSize(reflect.TypeFor[map[string]int](), 10)
	m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(5))
	fmt.Println(m, reflect.PtrTo(m.Type()), reflect.TypeFor[outer]().Method(0).IsExported())
	x := 7
	p := reflect.NewAt(reflect.TypeFor[int](), unsafe.Pointer(&x))
	p.Elem().SetInt(8)
	fmt.Println(x, p.Type())
	it := m.MapRange()
	fmt.Println(it.Next(), it.Next())
	it.Reset(reflect.ValueOf(map[string]int{"z": 26}))
	fmt.Println(it.Next())
	var key string
	var value int
	reflect.ValueOf(&key).Elem().SetIterKey(it)
	reflect.ValueOf(&value).Elem().SetIterValue(it)
	fmt.Println(key, value)
	f, _ := reflect.TypeFor[outer]().FieldByName("Name")
	for _, name := range []string{"json", "empty", "bad", "none"} {
		text, ok := f.Tag.Lookup(name)
		fmt.Printf("%q %v ", text, ok)
	}
	fmt.Println()
	for _, v := range []any{1, uint8(2), 2.5, 1i, "s", []int{1}, [1]int{}, &x} {
		r := reflect.ValueOf(v)
		fmt.Println(r.Type(), r.CanInt(), r.CanUint(), r.CanFloat(), r.CanComplex(), r.CanAddr(), r.CanConvert(reflect.TypeFor[float64]()), r.CanConvert(reflect.TypeFor[[1]int]()), r.CanConvert(reflect.TypeFor[[2]int]()))
	}
	o := reflect.ValueOf(outer{})
	_, err := o.FieldByIndexErr([]int{0, 0})
	fmt.Println(err)
	d, err := reflect.ValueOf(outer{inner: &inner{3}}).FieldByIndexErr([]int{0, 0})
	fmt.Println(d, err)
	fmt.Println(o.FieldByNameFunc(func(s string) bool { return s == "Name" }).Kind(), o.FieldByNameFunc(func(s string) bool { return true }).IsValid())
}

// Output:
// invalid bool int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 complex64 complex128 array chan func interface map ptr slice string struct unsafe.Pointer kind27
// <-chan chan<- chan ChanDir9
// map[k:5] *map[string]int true
// 8 *int
// true false
// true
// z 26
// "n,omitempty" true "" true "" false "" false
// int true false false false false true false false
// uint8 false true false false false true false false
// float64 false false true false false true false false
// complex128 false false false true false false false false
// string false false false false false false false false
// []int false false false false false false true false
// [1]int false false false false false false true false
// *int false false false false false false false false
// reflect: indirection through nil pointer to embedded struct field inner
// 3 <nil>
// string false
