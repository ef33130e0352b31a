// run
// %p and %v of a func value print the address of its code, which closures of one function literal share.
package main

import (
	"fmt"
	"reflect"
)

func f() {}

//go:noinline
func counter(n int) func() int { return func() int { n++; return n } }

type config struct{ call func() }

func main() {
	address := reflect.ValueOf(f).Pointer()
	fmt.Println(fmt.Sprintf("%p", f) == fmt.Sprintf("%#x", address), fmt.Sprintf("%v", f) == fmt.Sprintf("%#x", address), address < 1<<32)
	fmt.Println(fmt.Sprint(counter(1)) == fmt.Sprint(counter(2)), fmt.Sprint(counter(1)) == fmt.Sprint(f))
	fmt.Println(fmt.Sprintf("%v", config{f}) == fmt.Sprintf("{%#x}", address), fmt.Sprintf("%#v", f) == fmt.Sprintf("(func())(%#x)", address))
	fmt.Printf("%d %x\n", config{}, config{})
	var none func()
	fmt.Printf("%p %v %#v %v\n", none, none, none, config{})
}

// Output:
// true true true
// true false
// true true
// {0} {0}
// 0x0 <nil> (func())(nil) {<nil>}
