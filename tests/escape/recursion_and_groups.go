// errorcheck -m -l
package main

type tree struct {
	left, right *tree
	key         int
}

func insert(t *tree, key int) *tree { // ERROR `leaking param: t`
	if t == nil {
		return &tree{key: key} // ERROR `&tree\{\.\.\.\} escapes to heap`
	}
	if key < t.key {
		t.left = insert(t.left, key)
	} else {
		t.right = insert(t.right, key)
	}
	return t
}

func (t *tree) walk(visit func(int)) { // ERROR `^t does not escape$` `visit does not escape`
	if t == nil {
		return
	}
	t.left.walk(visit)
	visit(t.key)
	t.right.walk(visit)
}

func ping(p *int, n int) *int { // ERROR `leaking param: p`
	if n == 0 {
		return p
	}
	return pong(p, n-1)
}

func pong(p *int, n int) *int { // ERROR `leaking param: p`
	if n == 0 {
		return p
	}
	return ping(p, n-1)
}

func depth(t *tree) int { // ERROR `t does not escape`
	if t == nil {
		return 0
	}
	return 1 + max(depth(t.left), depth(t.right))
}

func multiple(a, b *int) (x, y *int, n int) { return b, a, *a } // ERROR `leaking param: a to result y level=0` `leaking param: b to result x level=0`
func variadic(ps ...*int) *int { return ps[0] } // ERROR `leaking param: ps to result ~r0 level=1`
func main() {
	var root *tree
	for _, k := range []int{3, 1, 2} { // ERROR `\[\]int\{\.\.\.\} does not escape`
		root = insert(root, k)
	}
	sum := 0
	root.walk(func(k int) { sum += k }) // ERROR `func literal does not escape`
	v := 1 // ERROR `moved to heap: v`
	ping(&v, 3)
	depth(root)
	w := 2
	multiple(&v, &w)
	variadic(&v, &w) // ERROR `\.\.\. argument does not escape`
	goto end
end:
	println(sum)
}
