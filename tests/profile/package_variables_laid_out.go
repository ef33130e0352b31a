// run --gc-stats
// plain: counts objects

// What package variables are given is data of the program as far as it needs no code, and no allocation: what make and new give here is.

package main

import "errors"

type node struct {
	name string
	next *node
}

var (
	list   = &node{"a", &node{"b", nil}}
	texts  = []string{"x", "y", "z"}
	values = []any{1000, "text", node{}, &texts}
	failed = errors.New("failed")
	bytes  = []byte("some bytes")
	called = func() int { return 1 }
	made   = make([]int64, 100)
	fresh  = new([64]byte)
)

func main() {
	println(list.next.name, texts[2], len(values), failed.Error(), len(bytes), called(), len(made), len(fresh))
}

// Output:
// Stderr:
// b z 4 failed 10 1 100 64
// 960 B in 2 objects allocated
// :22:15
// make([]int64, 100)
// :23:14
// new([64]byte)
