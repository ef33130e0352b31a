// run

package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

func show(l *list.List) {
	fmt.Print(l.Len(), ":")
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(" ", e.Value)
	}
	fmt.Print(" |")
	for e := l.Back(); e != nil; e = e.Prev() {
		fmt.Print(" ", e.Value)
	}
	fmt.Println()
}

func lists() {
	var l list.List
	fmt.Println(l.Front() == nil, l.Back() == nil, l.Len())
	a := l.PushBack("a")
	b := l.PushFront("b")
	c := l.InsertBefore("c", a)
	d := l.InsertAfter("d", b)
	show(&l)
	l.MoveToFront(a)
	l.MoveToBack(b)
	show(&l)
	l.MoveBefore(b, a)
	l.MoveAfter(a, c)
	show(&l)
	l.MoveBefore(c, c)
	l.MoveAfter(c, c)
	l.MoveAfter(d, b)
	l.MoveToFront(b)
	l.MoveToBack(l.Back())
	show(&l)
	fmt.Println(l.Remove(c), l.Remove(c), c.Next() == nil, c.Prev() == nil)
	o := list.New()
	o.PushBack(1)
	x := o.PushBack(2)
	fmt.Println(l.InsertAfter(3, x) == nil, l.InsertBefore(3, x) == nil, l.Remove(x), o.Len())
	l.MoveToFront(x)
	l.MoveBefore(x, a)
	l.PushBackList(o)
	l.PushFrontList(o)
	l.PushBackList(&l)
	show(&l)
	o.PushFrontList(o)
	show(o)
	show(l.Init())
}

func rings() {
	r := ring.New(5)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	print := func(r *ring.Ring) {
		fmt.Print(r.Len(), ":")
		r.Do(func(v any) { fmt.Print(" ", v) })
		fmt.Println()
	}
	print(r)
	print(r.Move(2))
	print(r.Move(-1))
	print(r.Unlink(2))
	print(r)
	s := &ring.Ring{Value: "s"}
	print(r.Link(s))
	print(s.Link(r))
	print(s)
	print(nil)
	print(ring.New(0))
	var z ring.Ring
	fmt.Println(z.Len(), z.Prev() == &z, z.Move(3) == &z)
	print(r.Unlink(7))
}

type numbers struct{ list []int }

func (n *numbers) Len() int           { return len(n.list) }
func (n *numbers) Less(i, j int) bool { fmt.Print("<"); return n.list[i] < n.list[j] }
func (n *numbers) Swap(i, j int)      { fmt.Print("~"); n.list[i], n.list[j] = n.list[j], n.list[i] }
func (n *numbers) Push(x any)         { n.list = append(n.list, x.(int)) }
func (n *numbers) Pop() any {
	last := len(n.list) - 1
	x := n.list[last]
	n.list = n.list[:last]
	return x
}

func heaps() {
	h := &numbers{[]int{5, 2, 8, 1, 9, 3, 7, 3, 0}}
	heap.Init(h)
	fmt.Println(h.list)
	heap.Push(h, 4)
	heap.Push(h, -1)
	fmt.Println(h.list)
	h.list[3] = 10
	heap.Fix(h, 3)
	fmt.Println(h.list)
	h.list[7] = -5
	heap.Fix(h, 7)
	fmt.Println(h.list)
	fmt.Println(heap.Remove(h, 4), h.list)
	fmt.Println(heap.Remove(h, h.Len()-1), h.list)
	for h.Len() > 0 {
		x := heap.Pop(h)
		fmt.Print(" ", x, " ")
	}
	fmt.Println()
}

func main() {
	lists()
	rings()
	heaps()
}

// Output:
// true true 0
// 4: b d c a | a c d b
// 4: a d c b | b c d a
// 4: b d c a | a c d b
// 4: b d c a | a c d b
// c c true true
// true true 2 2
// 14: 1 2 b d a 1 2 1 2 b d a 1 2 | 2 1 a d b 2 1 2 1 a d b 2 1
// 4: 1 2 1 2 | 2 1 2 1
// 0: |
// 5: 0 1 2 3 4
// 5: 2 3 4 0 1
// 5: 4 0 1 2 3
// 2: 1 2
// 3: 0 3 4
// 4: 3 4 0 s
// 2: 3 4
// 2: s 0
// 0:
// 0:
// 1 true true
// 1: s
// <<~<<~<<~<<~<<~<<~<<~[0 1 3 2 9 8 7 3 5]
// <~<<~<~<~[-1 0 3 2 1 8 7 3 5 9 4]
// <<~[-1 0 3 3 1 8 7 10 5 9 4]
// <~<~<~[-5 -1 3 0 1 8 7 3 5 9 4]
// ~<<1 [-5 -1 3 0 4 8 7 3 5 9]
// 9 [-5 -1 3 0 4 8 7 3 5]
// ~<<~<<~<~ -5 ~<<~<<~ -1 ~<<~<<~ 0 ~<<~ 3 ~<<~<~ 3 ~<<~ 4 ~<~ 5 ~ 7 ~ 8
