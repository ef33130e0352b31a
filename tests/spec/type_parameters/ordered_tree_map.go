// run

// A balanced search tree (treap) with iterators, ranges and set operations.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
)

type node[K, V any] struct {
	key         K
	value       V
	priority    uint32
	size        int
	left, right *node[K, V]
}

func (n *node[K, V]) count() int {
	if n == nil {
		return 0
	}
	return n.size
}

func (n *node[K, V]) update() *node[K, V] {
	n.size = 1 + n.left.count() + n.right.count()
	return n
}

type Map[K, V any] struct {
	root    *node[K, V]
	compare func(K, K) int
	seed    uint32
}

func New[K cmp.Ordered, V any]() *Map[K, V] { return NewFunc[K, V](cmp.Compare[K]) }

func NewFunc[K, V any](compare func(K, K) int) *Map[K, V] {
	return &Map[K, V]{compare: compare, seed: 2463534242}
}

func (m *Map[K, V]) random() uint32 {
	m.seed ^= m.seed << 13
	m.seed ^= m.seed >> 17
	m.seed ^= m.seed << 5
	return m.seed
}

func (m *Map[K, V]) split(n *node[K, V], key K) (less, rest *node[K, V]) {
	if n == nil {
		return nil, nil
	}
	if m.compare(n.key, key) < 0 {
		n.right, rest = m.split(n.right, key)
		return n.update(), rest
	}
	less, n.left = m.split(n.left, key)
	return less, n.update()
}

func (m *Map[K, V]) merge(a, b *node[K, V]) *node[K, V] {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	case a.priority > b.priority:
		a.right = m.merge(a.right, b)
		return a.update()
	}
	b.left = m.merge(a, b.left)
	return b.update()
}

func (m *Map[K, V]) find(key K) *node[K, V] {
	for n := m.root; n != nil; {
		switch c := m.compare(key, n.key); {
		case c < 0:
			n = n.left
		case c > 0:
			n = n.right
		default:
			return n
		}
	}
	return nil
}

func (m *Map[K, V]) Get(key K) (value V, ok bool) {
	if n := m.find(key); n != nil {
		return n.value, true
	}
	return
}

func (m *Map[K, V]) Set(key K, value V) {
	if n := m.find(key); n != nil {
		n.value = value
		return
	}
	less, rest := m.split(m.root, key)
	n := &node[K, V]{key: key, value: value, priority: m.random(), size: 1}
	m.root = m.merge(m.merge(less, n), rest)
}

func (m *Map[K, V]) Delete(key K) bool {
	at := &m.root
	for *at != nil {
		c := m.compare(key, (*at).key)
		if c == 0 {
			*at = m.merge((*at).left, (*at).right)
			return true
		}
		if c < 0 {
			at = &(*at).left
		} else {
			at = &(*at).right
		}
	}
	return false
}

func (m *Map[K, V]) Len() (n int) {
	for range m.All() {
		n++
	}
	return n
}

func (m *Map[K, V]) All() iter.Seq2[K, V] {
	var walk func(n *node[K, V], yield func(K, V) bool) bool
	walk = func(n *node[K, V], yield func(K, V) bool) bool {
		return n == nil || walk(n.left, yield) && yield(n.key, n.value) && walk(n.right, yield)
	}
	return func(yield func(K, V) bool) { walk(m.root, yield) }
}

func (m *Map[K, V]) Between(low, high K) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for k, v := range m.All() {
			if m.compare(k, high) >= 0 {
				return
			}
			if m.compare(k, low) >= 0 && !yield(k, v) {
				return
			}
		}
	}
}

func Union[K, V any](a, b *Map[K, V], both func(V, V) V) *Map[K, V] {
	u := NewFunc[K, V](a.compare)
	for k, v := range a.All() {
		u.Set(k, v)
	}
	for k, v := range b.All() {
		if old, ok := u.Get(k); ok {
			v = both(old, v)
		}
		u.Set(k, v)
	}
	return u
}

type version struct{ major, minor int }

func main() {
	m := New[string, int]()
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog while the cat sleeps") {
		n, _ := m.Get(w)
		m.Set(w, n+i+1)
	}
	for k, v := range m.All() {
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(m.Len())
	for k := range m.Between("d", "p") {
		fmt.Print(k, " ")
	}
	fmt.Println(m.Delete("the"), m.Delete("the"), m.Len())

	v := NewFunc[version, []string](func(a, b version) int {
		return cmp.Or(cmp.Compare(a.major, b.major), cmp.Compare(a.minor, b.minor))
	})
	for i := range 20 {
		key := version{i * 7 % 4, i * 5 % 3}
		list, _ := v.Get(key)
		v.Set(key, append(list, fmt.Sprint("r", i)))
	}
	for k, list := range v.All() {
		if k.major == 2 {
			break
		}
		fmt.Println(k, list)
	}
	a, b := New[int, string](), New[int, string]()
	for i := range 6 {
		a.Set(i, "a")
		b.Set(i*2, "b")
	}
	for k, v := range Union(a, b, func(x, y string) string { return x + y }).All() {
		fmt.Print(k, v, " ")
	}
	fmt.Println()
	fmt.Printf("%T %T\n", m, v)
}

// Output:
// brown=3 cat=12 dog=9 fox=4 jumps=5 lazy=8 over=6 quick=2 sleeps=13 the=19 while=10 11
// dog fox jumps lazy over true false 10
// {0 0} [r0 r12]
// {0 1} [r8]
// {0 2} [r4 r16]
// {1 0} [r3 r15]
// {1 1} [r11]
// {1 2} [r7 r19]
// 0ab 1a 2ab 3a 4ab 5a 6b 8b 10b
// *main.Map[string,int] *main.Map[main.version,[]string]
