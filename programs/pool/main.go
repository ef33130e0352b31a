// A buffer for each request is garbage with each request. One that is handed
// back is used again.
// Leans on: make, sync.Pool.
package main

import (
	"fmt"
	"sync"
)

type buffer struct{ data [1024]byte }

var shared *buffer // buffers are kept somewhere, so they are objects

var pool = sync.Pool{New: func() any { return new(buffer) }}

func work(b *buffer, i int) int {
	b.data[i%1024] = byte(i)
	return int(b.data[i%1024])
}

func fresh(i int) int {
	b := new(buffer)
	shared = b
	return work(b, i)
}

func pooled(i int) int {
	b := pool.Get().(*buffer)
	shared = b
	sum := work(b, i)
	pool.Put(b)
	return sum
}

func main() {
	const requests = 50_000
	sum := 0
	for i := range requests {
		sum += fresh(i)
	}
	fmt.Println("fresh ", sum)
	sum = 0
	for i := range requests {
		sum += pooled(i)
	}
	fmt.Println("pooled", sum)
}
