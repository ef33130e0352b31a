// errorcheck -m -l
package main

type node struct {
	val  *int
	next *node
}

var global *int

func returned() *int {
	x := 1 // ERROR `moved to heap: x`
	return &x
}

func stored(n *node) { // ERROR `n does not escape`
	y := 2 // ERROR `moved to heap: y`
	n.val = &y
}

func toGlobal() {
	z := 3 // ERROR `moved to heap: z`
	global = &z
}

func stays() int {
	a := 4
	p := &a
	return *p
}

func through(p *int) *int { return p } // ERROR `leaking param: p to result ~r0 level=0`
func content(n *node) *int { return n.val } // ERROR `leaking param: n to result ~r0 level=1`
func chain() *node {
	head := &node{} // ERROR `&node\{\} escapes to heap`
	for i := 0; i < 3; i++ {
		v := i // ERROR `moved to heap: v`
		head = &node{val: &v, next: head} // ERROR `&node\{\.\.\.\} escapes to heap`
	}
	return head
}

func swap(a, b **int) { *a, *b = *b, *a } // ERROR `leaking param content: a` `leaking param content: b`
func loopLocal() int {
	var last *node
	for i := 0; i < 3; i++ {
		n := node{} // ERROR `moved to heap: n`
		last = &n
	}
	_ = last
	return 0
}

func main() {
	returned()
	var n node
	stored(&n)
	toGlobal()
	stays()
	q := 5
	through(&q)
	content(&n)
	chain()
	r := new(int) // ERROR `new\(int\) escapes to heap`
	s := new(int) // ERROR `new\(int\) escapes to heap`
	swap(&r, &s)
	loopLocal()
}
