// run
// Every operation on every type, with values at the ends of their ranges.
package main

import (
	"fmt"
	"math"
	"sync/atomic"
	"unsafe"
)

func main() {
	{
		var b atomic.Bool
		b.Store(true)
		fmt.Println(b.Load(), b.Swap(false), b.CompareAndSwap(false, true), b.CompareAndSwap(false, true), b.Load())
	}
	{
		var x atomic.Int32
		x.Store(math.MaxInt32)
		fmt.Println(x.Add(1), x.Load(), x.Swap(0b1100), x.And(0b0110), x.Or(0b0001), x.Load(), x.CompareAndSwap(5, -5), x.CompareAndSwap(5, 7), x.Load())
	}
	{
		var x atomic.Int64
		x.Store(math.MinInt64)
		fmt.Println(x.Add(-1), x.Load(), x.Swap(0b1100), x.And(0b0110), x.Or(0b0001), x.Load(), x.CompareAndSwap(5, -5), x.CompareAndSwap(5, 7), x.Load())
	}
	{
		var x atomic.Uint32
		x.Store(math.MaxUint32)
		fmt.Println(x.Add(1), x.Load(), x.Swap(0b1100), x.And(0b0110), x.Or(1<<31), x.Load(), x.CompareAndSwap(1<<31|4, 5), x.CompareAndSwap(5, 7), x.Load(), x.Add(^uint32(0)))
	}
	{
		var x atomic.Uint64
		x.Store(math.MaxUint64)
		fmt.Println(x.Add(1), x.Load(), x.Swap(0b1100), x.And(0b0110), x.Or(1<<63), x.Load(), x.CompareAndSwap(1<<63|4, 5), x.CompareAndSwap(5, 7), x.Load(), x.Add(^uint64(0)))
	}
	{
		var x atomic.Uintptr
		x.Store(math.MaxUint64)
		fmt.Println(x.Add(1), x.Load(), x.Swap(0b1100), x.And(0b0110), x.Or(1<<63), x.Load(), x.CompareAndSwap(1<<63|4, 5), x.CompareAndSwap(5, 7), x.Load())
	}
	{
		one, two := 1, 2
		var p atomic.Pointer[int]
		fmt.Println(p.Load() == nil, p.CompareAndSwap(&one, &two))
		p.Store(&one)
		fmt.Println(*p.Load(), *p.Swap(&two), p.CompareAndSwap(&one, &two), p.CompareAndSwap(&two, &one), *p.Load())
		var q unsafe.Pointer
		atomic.StorePointer(&q, unsafe.Pointer(&one))
		fmt.Println(*(*int)(atomic.LoadPointer(&q)), *(*int)(atomic.SwapPointer(&q, unsafe.Pointer(&two))),
			atomic.CompareAndSwapPointer(&q, unsafe.Pointer(&two), nil), q == nil)
	}
	{
		var x int32
		atomic.StoreInt32(&x, math.MinInt32)
		fmt.Println(atomic.AddInt32(&x, -1), atomic.LoadInt32(&x), atomic.SwapInt32(&x, 12), atomic.AndInt32(&x, 6), atomic.OrInt32(&x, 1), atomic.CompareAndSwapInt32(&x, 5, 6), x)
	}
	{
		var x int64
		atomic.StoreInt64(&x, math.MaxInt64)
		fmt.Println(atomic.AddInt64(&x, 1), atomic.LoadInt64(&x), atomic.SwapInt64(&x, 12), atomic.AndInt64(&x, 6), atomic.OrInt64(&x, 1), atomic.CompareAndSwapInt64(&x, 5, 6), x)
	}
	{
		var x uint32
		atomic.StoreUint32(&x, math.MaxUint32)
		fmt.Println(atomic.AddUint32(&x, 2), atomic.LoadUint32(&x), atomic.SwapUint32(&x, 12), atomic.AndUint32(&x, 6), atomic.OrUint32(&x, 1), atomic.CompareAndSwapUint32(&x, 5, 6), x)
	}
	{
		var x uint64
		atomic.StoreUint64(&x, math.MaxUint64)
		fmt.Println(atomic.AddUint64(&x, 2), atomic.LoadUint64(&x), atomic.SwapUint64(&x, 12), atomic.AndUint64(&x, 6), atomic.OrUint64(&x, 1), atomic.CompareAndSwapUint64(&x, 5, 6), x)
	}
	{
		var x uintptr
		atomic.StoreUintptr(&x, math.MaxUint64)
		fmt.Println(atomic.AddUintptr(&x, 2), atomic.LoadUintptr(&x), atomic.SwapUintptr(&x, 12), atomic.AndUintptr(&x, 6), atomic.OrUintptr(&x, 1), atomic.CompareAndSwapUintptr(&x, 5, 6), x)
	}
}

// Output:
// true true true false true
// -2147483648 -2147483648 -2147483648 12 4 5 true false -5
// 9223372036854775807 9223372036854775807 9223372036854775807 12 4 5 true false -5
// 0 0 0 12 4 2147483652 true true 7 6
// 0 0 0 12 4 9223372036854775812 true true 7 6
// 0 0 0 12 4 9223372036854775812 true true 7
// true false
// 1 1 false true 1
// 1 1 true true
// 2147483647 2147483647 2147483647 12 4 true 6
// -9223372036854775808 -9223372036854775808 -9223372036854775808 12 4 true 6
// 1 1 1 12 4 true 6
// 1 1 1 12 4 true 6
// 1 1 1 12 4 true 6
