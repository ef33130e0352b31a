// run
// What a package variable is given that needs no code is laid out before any code runs; the rest of a literal is assigned in its turn.
package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"sort"
	"weak"
)

type point struct{ x, y int }

type node struct {
	name string
	next *node
	kids []*node
}

type shape interface{ area() int }

func (p point) area() int { return p.x * p.y }
func (n *node) area() int { return len(n.name) }
func (f fn) area() int    { return f(3) }

type fn func(int) int

func twice(i int) int { return 2 * i }

var (
	calls    []string
	constant = "text"
	numbers  = []int{1, 2, 3, 9: 10}
	matrix   = [...][2]int8{{1, 2}, {3}, 5: {-1, -2}}
	list     = &node{name: "a", next: &node{name: "b", next: &node{name: "c"}}}
	tree     = []*node{{name: "root", kids: []*node{{name: "left"}, {name: "right"}}}, nil}
	shapes   = []shape{point{2, 3}, &point{4, 5}, list, fn(twice), nil}
	anything = []any{1, "two", 3.5, 4i, nil, point{6, 7}, [2]bool{true}, struct{}{}, twice, &numbers, 'x', byte(255), []int{8}}
	table    = []struct {
		name string
		run  func(int) int
	}{{"twice", twice}, {"literal", func(i int) int { return i + len(calls) }}}
	failed                   = errors.New("failed")
	errs                     = []error{failed2, io.EOF, errors.New("in a list"), fmt.Errorf("number %d", 4)}
	failed2                  = errors.New("failed, too")
	mixed                    = [3]any{note("first"), "middle", note("last")}
	fields                   = &node{name: note("name"), kids: []*node{{name: note("kid")}}}
	text                     = []byte("bytes")
	empty                    = []int{}
	noBytes                  = []byte("")
	self                     = &loop
	loop                     = node{name: "loop", next: self2()}
	boxed     any            = note("boxed")
	copied                   = numbers
	_                        = note("blank")
	_                        = []any{note("in a blank"), 1}
	_         shape          = point{}
	names     sort.Interface = sort.StringSlice{"c", "a", "b"}
	pair                     = [2]*int{&cell, &cell}
	cell                     = 7
	complexes                = [2]complex128{1 + 2i}
	huge                     = [...]uint16{1 << 12: 7}
	generic                  = box[int]{5}
	boxes                    = []any{box[string]{"s"}, &box[int]{1}}
)

type box[T any] struct{ value T }

func note(s string) string {
	calls = append(calls, s)
	return s
}

func self2() *node { return nil }

func main() {
	fmt.Println(calls)
	fmt.Println(constant, numbers, len(numbers), cap(numbers), matrix)
	for n := list; n != nil; n = n.next {
		fmt.Print(n.name, " ")
	}
	fmt.Println(tree[0].kids[1].name, tree[1] == nil, len(tree))
	for _, s := range shapes[:4] {
		fmt.Print(s.area(), " ")
	}
	fmt.Println(shapes[4] == nil, shapes[0] == shape(point{2, 3}), shapes[1] == shapes[1])
	for _, a := range anything {
		if _, ok := a.(func(int) int); ok {
			fmt.Print("func ")
			continue
		}
		if p, ok := a.(*[]int); ok {
			fmt.Print(p == &numbers, " ")
			continue
		}
		fmt.Printf("%T:%v ", a, a)
	}
	fmt.Println()
	for _, t := range table {
		fmt.Print(t.name, " ", t.run(10), " ")
	}
	fmt.Println(failed, errs, errs[0] == failed2, errors.Is(errs[1], io.EOF), failed == errors.New("failed"))
	fmt.Println(mixed, fields.name, fields.kids[0].name, string(text), cap(text), empty == nil, len(empty), noBytes == nil)
	fmt.Println(self == &loop, loop.name, boxed, &copied[0] == &numbers[0], names.Len(), names.Less(1, 0))
	fmt.Println(pair[0] == pair[1], *pair[0], complexes, huge[1<<12], len(huge), generic, boxes[0], boxes[1].(*box[int]).value)

	// It is memory like any other.
	numbers[0] = 100
	list.next.next.next = &node{name: "made"}
	tree[1] = &node{name: "grown"}
	tree[0].kids = append(tree[0].kids, &node{name: "third"})
	text[0] = 'B'
	anything[12].([]int)[0] = 80
	*pair[0]++
	names.Swap(0, 1)
	shapes[1].(*point).x = 40
	for range 3 {
		runtime.GC()
	}
	fmt.Println(copied[0], list.next.next.next.name, tree[1].name, len(tree[0].kids), tree[0].kids[2].name, string(text), anything[12], cell, names, shapes[1].area())

	// Nothing is ever freed of it.
	runtime.SetFinalizer(list, func(*node) { fmt.Println("finalized") })
	runtime.AddCleanup(list.next, func(int) { fmt.Println("cleaned") }, 0)
	w := weak.Make(list.next)
	list = nil
	for range 3 {
		runtime.GC()
	}
	fmt.Println(w.Value() != nil)
}

// Output:
// [first last name kid boxed blank in a blank]
// text [1 2 3 0 0 0 0 0 0 10] 10 10 [[1 2] [3 0] [0 0] [0 0] [0 0] [-1 -2]]
// a b c right true 2
// 6 20 1 6 true true true
// int:1 string:two float64:3.5 complex128:(0+4i) <nil>:<nil> main.point:{6 7} [2]bool:[true false] struct {}:{} func true int32:120 uint8:255 []int:[8]
// twice 20 literal 17 failed [failed, too EOF in a list number 4] true true false
// [first middle last] name kid bytes 5 false 0 false
// true loop boxed true 3 true
// true 7 [(1+2i) (0+0i)] 7 4097 {5} {s} 1
// 100 made grown 3 third Bytes [80] 8 [a c b] 200
// true
