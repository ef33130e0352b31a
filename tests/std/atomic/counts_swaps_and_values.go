// run

package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

type node struct{ n int }

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, "panics:", r)
		}
	}()
	f()
}

func main() {
	var i32 int32 = 5
	fmt.Println(atomic.AddInt32(&i32, 3), atomic.LoadInt32(&i32), atomic.SwapInt32(&i32, -1), i32)
	fmt.Println(atomic.CompareAndSwapInt32(&i32, 7, 8), atomic.CompareAndSwapInt32(&i32, -1, 8), i32)
	fmt.Println(atomic.AndInt32(&i32, 0xc), atomic.OrInt32(&i32, 3), i32)
	var u32 uint32
	fmt.Println(atomic.AddUint32(&u32, ^uint32(0)), atomic.AddUint32(&u32, 2), u32)
	var u64 uint64 = 1 << 63
	atomic.StoreUint64(&u64, u64|1)
	fmt.Println(atomic.OrUint64(&u64, 6), atomic.AndUint64(&u64, 5), u64)
	var up uintptr
	atomic.StoreUintptr(&up, 9)
	fmt.Println(atomic.LoadUintptr(&up), atomic.AddUintptr(&up, 1))

	a, b := &node{1}, &node{2}
	p := unsafe.Pointer(a)
	fmt.Println((*node)(atomic.LoadPointer(&p)).n, atomic.CompareAndSwapPointer(&p, unsafe.Pointer(b), nil),
		(*node)(atomic.SwapPointer(&p, unsafe.Pointer(b))).n, (*node)(p).n)

	var x atomic.Int64
	var wg sync.WaitGroup
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				x.Add(2)
			}
		}()
	}
	wg.Wait()
	fmt.Println(x.Load(), x.Swap(15), x.CompareAndSwap(15, 16), x.And(17), x.Or(1), x.Load())
	fmt.Println(unsafe.Sizeof(x), unsafe.Sizeof(atomic.Int32{}), unsafe.Sizeof(atomic.Bool{}), unsafe.Sizeof(atomic.Value{}))

	var flag atomic.Bool
	fmt.Println(flag.Load(), flag.Swap(true), flag.CompareAndSwap(false, true), flag.CompareAndSwap(true, false), flag.Load())

	var ptr atomic.Pointer[node]
	fmt.Println(ptr.Load() == nil, ptr.CompareAndSwap(nil, a), ptr.Load().n, ptr.Swap(b).n, ptr.Load().n)

	var v atomic.Value
	fmt.Println(v.Load(), v.Swap("one"), v.Load(), v.CompareAndSwap("two", "three"), v.CompareAndSwap("one", "two"), v.Load())
	try("other type", func() { v.Store(1) })
	try("nil", func() { v.Store(nil) })
	try("swap of nil", func() { v.Swap(nil) })
	try("swap of other type", func() { v.Swap(1.5) })
	try("compare with other type", func() { v.CompareAndSwap(1, "x") })
	try("compare other types", func() { v.CompareAndSwap(1, 2) })
	try("compare nil", func() { v.CompareAndSwap("two", nil) })
	var w atomic.Value
	fmt.Println(w.CompareAndSwap(1, 2), w.CompareAndSwap(nil, []int{1}), w.Load())
	try("incomparable", func() { w.CompareAndSwap([]int{1}, []int{2}) })
}

// Output:
// 8 8 8 -1
// false true 8
// 8 8 11
// 4294967295 1 1
// 9223372036854775809 9223372036854775815 5
// 9 10
// 1 false 1 2
// 2000 2000 true 16 16 17
// 8 4 4 16
// false false false true false
// true true 1 1 2
// <nil> <nil> one false true two
// other type panics: sync/atomic: store of inconsistently typed value into Value
// nil panics: sync/atomic: store of nil value into Value
// swap of nil panics: sync/atomic: swap of nil value into Value
// swap of other type panics: sync/atomic: swap of inconsistently typed value into Value
// compare with other type panics: sync/atomic: compare and swap of inconsistently typed values
// compare other types panics: sync/atomic: compare and swap of inconsistently typed value into Value
// compare nil panics: sync/atomic: compare and swap of nil value into Value
// false true [1]
// incomparable panics: runtime error: comparing uncomparable type []int
