// run

// An ordered map as a B-tree of generic keys with iterators in both directions, range scans that stop early, deletion with
// rebalancing, and a check of its invariants after every step.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

const degree = 3 // a node holds degree-1 to 2*degree-1 items

type item[K, V any] struct {
	key   K
	value V
}

type node[K, V any] struct {
	items    []item[K, V]
	children []*node[K, V]
}

func (n *node[K, V]) leaf() bool { return len(n.children) == 0 }

type Tree[K, V any] struct {
	root    *node[K, V]
	compare func(a, b K) int
	size    int
}

func New[K cmp.Ordered, V any]() *Tree[K, V] { return NewFunc[K, V](cmp.Compare[K]) }

func NewFunc[K, V any](compare func(a, b K) int) *Tree[K, V] {
	return &Tree[K, V]{root: new(node[K, V]), compare: compare}
}

func (t *Tree[K, V]) find(n *node[K, V], key K) (int, bool) {
	return slices.BinarySearchFunc(n.items, key, func(it item[K, V], k K) int { return t.compare(it.key, k) })
}

func (t *Tree[K, V]) Get(key K) (value V, ok bool) {
	for n := t.root; ; {
		i, found := t.find(n, key)
		if found {
			return n.items[i].value, true
		}
		if n.leaf() {
			return
		}
		n = n.children[i]
	}
}

func (n *node[K, V]) split(i int) {
	child := n.children[i]
	middle := child.items[degree-1]
	right := &node[K, V]{items: slices.Clone(child.items[degree:])}
	if !child.leaf() {
		right.children = slices.Clone(child.children[degree:])
		clear(child.children[degree:])
		child.children = child.children[:degree]
	}
	child.items = child.items[:degree-1]
	n.items = slices.Insert(n.items, i, middle)
	n.children = slices.Insert(n.children, i+1, right)
}

func (t *Tree[K, V]) Put(key K, value V) (old V, replaced bool) {
	if len(t.root.items) == 2*degree-1 {
		t.root = &node[K, V]{children: []*node[K, V]{t.root}}
		t.root.split(0)
	}
	n := t.root
	for {
		i, found := t.find(n, key)
		if found {
			old, n.items[i].value = n.items[i].value, value
			return old, true
		}
		if n.leaf() {
			n.items = slices.Insert(n.items, i, item[K, V]{key, value})
			t.size++
			return
		}
		if len(n.children[i].items) == 2*degree-1 {
			n.split(i)
			switch c := t.compare(key, n.items[i].key); {
			case c > 0:
				i++
			case c == 0:
				old, n.items[i].value = n.items[i].value, value
				return old, true
			}
		}
		n = n.children[i]
	}
}

func (t *Tree[K, V]) Delete(key K) bool {
	deleted := t.delete(t.root, key)
	if len(t.root.items) == 0 && !t.root.leaf() {
		t.root = t.root.children[0]
	}
	if deleted {
		t.size--
	}
	return deleted
}

func (t *Tree[K, V]) delete(n *node[K, V], key K) bool {
	i, found := t.find(n, key)
	switch {
	case n.leaf() && !found:
		return false
	case n.leaf():
		n.items = slices.Delete(n.items, i, i+1)
		return true
	case found:
		left := n.children[i]
		for !left.leaf() {
			left = left.children[len(left.children)-1]
		}
		last := left.items[len(left.items)-1]
		n.items[i] = last
		key = last.key
	}
	if !t.delete(n.children[i], key) {
		return false
	}
	n.refill(i)
	return true
}

func (n *node[K, V]) refill(i int) {
	child := n.children[i]
	if len(child.items) >= degree-1 {
		return
	}
	if i > 0 && len(n.children[i-1].items) >= degree {
		left := n.children[i-1]
		k := len(left.items) - 1
		child.items = slices.Insert(child.items, 0, n.items[i-1])
		n.items[i-1] = left.items[k]
		left.items = left.items[:k]
		if !left.leaf() {
			child.children = slices.Insert(child.children, 0, left.children[k+1])
			left.children = left.children[:k+1]
		}
		return
	}
	if i < len(n.items) && len(n.children[i+1].items) >= degree {
		right := n.children[i+1]
		child.items = append(child.items, n.items[i])
		n.items[i] = right.items[0]
		right.items = slices.Delete(right.items, 0, 1)
		if !right.leaf() {
			child.children = append(child.children, right.children[0])
			right.children = slices.Delete(right.children, 0, 1)
		}
		return
	}
	if i == len(n.items) {
		i--
	}
	left, right := n.children[i], n.children[i+1]
	left.items = append(append(left.items, n.items[i]), right.items...)
	left.children = append(left.children, right.children...)
	n.items = slices.Delete(n.items, i, i+1)
	n.children = slices.Delete(n.children, i+1, i+2)
}

func (n *node[K, V]) all(yield func(K, V) bool) bool {
	for i, it := range n.items {
		if !n.leaf() && !n.children[i].all(yield) {
			return false
		}
		if !yield(it.key, it.value) {
			return false
		}
	}
	return n.leaf() || n.children[len(n.items)].all(yield)
}

func (n *node[K, V]) backward(yield func(K, V) bool) bool {
	for i := len(n.items) - 1; i >= 0; i-- {
		if !n.leaf() && !n.children[i+1].backward(yield) || !yield(n.items[i].key, n.items[i].value) {
			return false
		}
	}
	return n.leaf() || n.children[0].backward(yield)
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] { return func(y func(K, V) bool) { t.root.all(y) } }
func (t *Tree[K, V]) Backward() iter.Seq2[K, V] {
	return func(y func(K, V) bool) { t.root.backward(y) }
}

func (t *Tree[K, V]) Scan(from, to K) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for k, v := range t.All() {
			if t.compare(k, from) < 0 {
				continue
			}
			if t.compare(k, to) >= 0 || !yield(k, v) {
				return
			}
		}
	}
}

func (t *Tree[K, V]) check() (depth int) {
	var walk func(n *node[K, V], level int)
	walk = func(n *node[K, V], level int) {
		if n != t.root && (len(n.items) < degree-1 || len(n.items) > 2*degree-1) {
			panic(fmt.Sprintf("node of %d items", len(n.items)))
		}
		if n.leaf() {
			if depth != 0 && depth != level {
				panic("uneven")
			}
			depth = level
			return
		}
		if len(n.children) != len(n.items)+1 {
			panic("children")
		}
		for _, c := range n.children {
			walk(c, level+1)
		}
	}
	walk(t.root, 1)
	count := 0
	var previous *K
	for k := range t.All() {
		if previous != nil && t.compare(*previous, k) >= 0 {
			panic(fmt.Sprint("order at ", k))
		}
		previous = &k
		count++
	}
	if count != t.size {
		panic(fmt.Sprint("size ", count, " ", t.size))
	}
	return depth
}

type version struct{ major, minor int }

func (v version) String() string { return fmt.Sprintf("v%d.%d", v.major, v.minor) }

func main() {
	t := New[int, string]()
	x := uint32(12345)
	next := func() int { x ^= x << 13; x ^= x >> 17; x ^= x << 5; return int(x % 200) }
	model := map[int]string{}
	for i := range 300 {
		k := next()
		v := fmt.Sprint("v", i)
		old, replaced := t.Put(k, v)
		was, had := model[k]
		if replaced != had || old != was {
			panic("put")
		}
		model[k] = v
		if i%20 == 0 {
			t.check()
		}
	}
	fmt.Println(t.size, len(model), t.check())
	for k, v := range t.Scan(50, 60) {
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println()
	count := 0
	for k := range t.Backward() {
		if count++; count > 5 {
			break
		}
		fmt.Print(k, " ")
	}
	fmt.Println()
	for i := range 400 {
		k := next()
		_, had := model[k]
		if t.Delete(k) != had {
			panic("delete")
		}
		delete(model, k)
		if i%25 == 0 {
			t.check()
		}
	}
	fmt.Println(t.size, t.check(), slices.Equal(slices.Sorted(maps.Keys(model)), slices.Collect(keys(t.All()))))
	for k := range maps.Keys(maps.Clone(model)) {
		t.Delete(k)
	}
	fmt.Println(t.size, t.check(), len(t.root.items))

	versions := NewFunc[version, []string](func(a, b version) int {
		return cmp.Or(cmp.Compare(b.major, a.major), cmp.Compare(b.minor, a.minor))
	})
	for i, name := range strings.Fields("one two three four five six seven eight nine ten eleven twelve") {
		v := version{i % 3, i % 5 / 2}
		names, _ := versions.Get(v)
		versions.Put(v, append(names, name))
	}
	for v, names := range versions.All() {
		fmt.Println(v, names)
	}
	pull, stop := iter.Pull2(versions.Backward())
	defer stop()
	for range 3 {
		fmt.Println(pull())
	}
}

func keys[K, V any](s iter.Seq2[K, V]) iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range s {
			if !yield(k) {
				return
			}
		}
	}
}

// Output:
// 153 153 4
// 50=v292 51=v254 52=v210 53=v85 54=v82 57=v258 58=v19
// 198 197 196 193 190
// 18 2 true
// 0 1 0
// v2.1 [three nine]
// v2.0 [six twelve]
// v1.2 [five]
// v1.1 [eight]
// v1.0 [two eleven]
// v0.2 [ten]
// v0.1 [four]
// v0.0 [one seven]
// v0.0 [one seven] true
// v0.1 [four] true
// v0.2 [ten] true
