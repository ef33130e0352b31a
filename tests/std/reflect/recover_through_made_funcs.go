// run
// Deferred calls through reflect: Call recovers nothing, func values made by reflect do.
package main

import (
	"fmt"
	"reflect"
)

type T9 struct{ z, y, x int }

func (T9) M()  { fmt.Println("val", recover()) }
func (*T9) P() { fmt.Println("ptr", recover()) }

func run(f func()) {
	defer func() { fmt.Println("outer", recover()) }()
	f()
}

func main() {
	run(func() { defer reflect.ValueOf(T9{}).Method(0).Call(nil); panic(1) })
	run(func() { defer reflect.ValueOf(&T9{}).Method(1).Call(nil); panic(2) })
	run(func() { defer reflect.ValueOf(func() { fmt.Println("fn", recover()) }).Call(nil); panic(3) })
	run(func() { v := reflect.ValueOf(func() { fmt.Println("fn", recover()) }); defer v.Call(nil); panic(4) })
	run(func() { defer func() { reflect.ValueOf(T9{}).Method(0).Call(nil) }(); panic(5) })
	run(func() { defer reflect.ValueOf(T9{}).Method(0).Interface().(func())(); panic(6) })
	run(func() { defer reflect.ValueOf(&T9{}).Method(1).Interface().(func())(); panic(7) })
}

// Output:
// val <nil>
// outer 1
// ptr <nil>
// outer 2
// fn <nil>
// outer 3
// fn <nil>
// outer 4
// val <nil>
// outer 5
// val 6
// outer <nil>
// ptr 7
// outer <nil>
