// run
// plain: objects are counted as the default mode makes them
package main

import (
	"fmt"
	"runtime"
)

var (
	kept  []int
	texts = [][]byte{[]byte("one"), make([]byte, 100)}
	long  = string(make([]byte, 100))
	other = "one"
	flag  bool
)

func grow(n int) []int {
	var all []int
	for i := range n {
		all = append(all, i)
	}
	return all
}

// Inlined where the result stays in the frame, the slice moves all the same.
func length(n int) int { return len(grow(n)) }

func change(b []byte) string {
	b[0]++
	return long
}

func objects(run func()) uint64 {
	var before, after runtime.MemStats
	run()
	runtime.ReadMemStats(&before)
	for range 10 {
		run()
	}
	runtime.ReadMemStats(&after)
	return (after.Mallocs - before.Mallocs) / 10
}

func main() {
	for _, n := range []int{0, 1, 4, 5, 10, 100} {
		kept = grow(n)
		sum := 0
		for i, v := range kept {
			sum += i ^ v
		}
		fmt.Println(n, len(kept), sum, objects(func() { kept = grow(n) }), objects(func() { n += length(n) - n }))
	}
	b := texts[1]
	fmt.Println(objects(func() { flag = string(b) == long }), string(b) == long, string(b) < long, string(texts[0]) == other, other != string(texts[0]))
	fmt.Println(string(b) == change(b), string(b) == string(b), string(b) == long)
}

// Output:
// 0 0 0 0 0
// 1 1 0 1 1
// 4 4 0 1 1
// 5 5 0 1 1
// 10 10 0 2 2
// 100 100 0 5 5
// 0 true false true false
// false true false
