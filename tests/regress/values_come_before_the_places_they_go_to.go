// run
// What leads to the target of an assignment is read behind the assigned value, but for operands that are computed.
package main

import "fmt"

type node struct {
	next *node
	at   int
	in   []int
}

var seven, six, zero = 7, 6, 0

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

//go:noinline
func id(n int) int { return n }

func main() {
	a := []int{1, 2, 3}
	p := &a
	var none *node
	n := &node{in: a}
	m := map[int]int{}
	try("index of an index", func() { a[a[seven]] = a[six] })
	try("division on the right", func() { a[a[seven]] = 1 / zero })
	try("division on the left", func() { a[1/zero] = a[six] })
	try("computed on the left", func() { a[a[seven]+1] = a[six] })
	try("field of nil on the left", func() { a[none.at] = a[six] })
	try("field of nil is the target", func() { none.at = a[six] })
	try("through nil", func() { none.next.at = a[six] })
	try("through a pointer to a slice", func() { (*p)[a[seven]] = (*p)[six] })
	try("key of a map", func() { m[a[seven]] = a[six] })
	try("calls on both sides", func() { n.in[n.in[id(7)]] = n.in[id(6)] * id(3) })
	try("operation", func() { a[a[seven]] += a[six] })
	try("element itself", func() { a[seven] = a[six] })
	try("struct", func() { (*none) = node{at: a[six]} })
	fmt.Println(a, m)
}

// Output:
// index of an index runtime error: index out of range [6] with length 3
// division on the right runtime error: integer divide by zero
// division on the left runtime error: integer divide by zero
// computed on the left runtime error: index out of range [7] with length 3
// field of nil on the left runtime error: index out of range [6] with length 3
// field of nil is the target runtime error: index out of range [6] with length 3
// through nil runtime error: index out of range [6] with length 3
// through a pointer to a slice runtime error: index out of range [6] with length 3
// key of a map runtime error: index out of range [6] with length 3
// calls on both sides runtime error: index out of range [6] with length 3
// operation runtime error: index out of range [7] with length 3
// element itself runtime error: index out of range [6] with length 3
// struct runtime error: index out of range [6] with length 3
// [1 2 3] map[]
