// run
// A struct returned by a call lies in a place that begins to live only when the call has returned: while the callee
// collects, what the stack holds there is no root.
package main

import "fmt"

type record struct {
	a, b string
	next *record
}

//go:noinline
func litter(n int) *record {
	var junk [40]*record
	for i := range junk {
		junk[i] = &record{a: fmt.Sprint(i)}
	}
	return junk[n]
}

//go:noinline
func collecting(i int) record {
	r := record{a: fmt.Sprint("a", i)}
	for j := 0; j < 5; j++ {
		r.next = &record{b: fmt.Sprint("b", j)}
	}
	return r
}

//go:noinline
func search(n int) record {
	for i := 0; ; i++ {
		if i > n {
			return collecting(i)
		}
	}
}

func main() {
	for i := 0; i < 4; i++ {
		fmt.Println(litter(i).a)
		r := search(i)
		fmt.Println(r.a, r.next.b)
	}
}

// Output:
// 0
// a1 b4
// 1
// a2 b4
// 2
// a3 b4
// 3
// a4 b4
