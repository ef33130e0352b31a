// run

// Maps that do not escape: header and first group in the frame, growth on the heap.
package main

import (
	"fmt"
	"runtime"
)

type big struct{ a [20]int }

func f(n int) int {
	m := make(map[string]int)
	for i := 0; i < n; i++ {
		m[string(rune('a'+i))] = i
	}
	k := map[int]*int{1: nil, 2: &n}
	b := make(map[int]big, n)
	b[3] = big{}
	runtime.GC()
	b[n] = big{}
	return len(m) + *k[2] + len(b)
}

func main() {
	for _, n := range []int{1, 8, 9, 20, 300} {
		fmt.Println(f(n))
	}
}

// Output:
// 4
// 18
// 20
// 42
// 602
