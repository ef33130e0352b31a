// run
// plain: it counts objects, of which the modes make different numbers

// append(s, make([]T, n)...) makes no slice of its own: s grows by n zeroes.

package main

import (
	"fmt"
	"runtime"
)

type pair struct {
	p *int
	n int
}

func grow[T any](s []T, n int) []T { return append(s, make([]T, n)...) }

func mallocs(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.Mallocs - before.Mallocs
}

var bytes []byte
var pairs []pair

func main() {
	n := 100
	fmt.Println(mallocs(func() { bytes = grow([]byte(nil), n) }), len(bytes), bytes[99])
	fmt.Println(mallocs(func() { pairs = grow(pairs[:0], n) }), len(pairs), pairs[99] == pair{})
	pairs[50] = pair{new(int), 7}
	pairs = pairs[:50]
	fmt.Println(mallocs(func() { pairs = append(pairs, make([]pair, 2)...) }), len(pairs), pairs[50] == pair{})
	defer func() { fmt.Println(recover()) }()
	n = -1
	bytes = append(bytes, make([]byte, n)...)
}

// Output:
// 1 100 0
// 1 100 true
// 0 52 true
// runtime error: makeslice: len out of range
