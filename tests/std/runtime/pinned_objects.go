// run
// A Pinner keeps what it is given.
package main

import (
	"fmt"
	"runtime"
	"unsafe"
)

func try(p *runtime.Pinner, pointer any) {
	defer func() {
		switch r := recover().(type) {
		case runtime.Error:
			fmt.Printf("%T: %v\n", r, r)
		default:
			fmt.Println(r)
		}
	}()
	p.Pin(pointer)
}

type object struct {
	number int
	next   *object
}

//go:noinline
func pinned(p *runtime.Pinner, number int) uintptr {
	o := &object{number: number}
	runtime.SetFinalizer(o, func(o *object) { fmt.Println("finalized", o.number) })
	p.Pin(o)
	return uintptr(unsafe.Pointer(o))
}

func collect() {
	for range 5 {
		runtime.GC()
		runtime.Gosched()
	}
}

func main() {
	var p runtime.Pinner
	for _, wrong := range []any{5, nil, "text", []int{1}, map[string]int{}, struct{ a int }{1}, func() {}, make(chan int)} {
		try(&p, wrong)
	}
	try(&p, (*int)(nil))
	try(&p, new(int))
	try(&p, &struct{}{})
	try(&p, unsafe.Pointer(new(string)))
	p.Unpin()
	p.Unpin()
	fmt.Println(unsafe.Sizeof(p))
	var addresses []uintptr
	for i := range 9 {
		addresses = append(addresses, pinned(&p, i))
	}
	collect()
	sum := 0
	for _, a := range addresses {
		sum += (*object)(*(*unsafe.Pointer)(unsafe.Pointer(&a))).number
	}
	fmt.Println(sum)
	p.Unpin()
	fmt.Println("no longer pinned")
	runtime.SetCgoTraceback(0, nil, nil, nil)
	runtime.SetDefaultGOMAXPROCS()
}

// Output:
// runtime.errorString: runtime error: runtime.Pinner: argument is not a pointer: int
// runtime.errorString: runtime error: runtime.Pinner: argument is nil
// runtime.errorString: runtime error: runtime.Pinner: argument is not a pointer: string
// runtime.errorString: runtime error: runtime.Pinner: argument is not a pointer: []int
// runtime.errorString: runtime error: runtime.Pinner: argument is not a pointer: map[string]int
// runtime.errorString: runtime error: runtime.Pinner: argument is not a pointer: struct { a int }
// runtime.errorString: runtime error: runtime.Pinner: argument is not a pointer: func()
// runtime.errorString: runtime error: runtime.Pinner: argument is not a pointer: chan int
// <nil>
// <nil>
// <nil>
// <nil>
// 8
// 36
// no longer pinned
