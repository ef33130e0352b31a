// run

// Ordered maps of three kinds behind one generic interface: a skip list, a treap with split and join, and a persistent left-leaning tree
// whose versions live on; ranges as sequences, merges through Pull, order statistics, all checked against a sorted slice.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
)

type Pair[K, V any] struct {
	Key   K
	Value V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("%v:%v", p.Key, p.Value) }

// Ordered is what the containers have in common; From begins at a key.
type Ordered[K, V any] interface {
	Set(K, V) (old V, had bool)
	Remove(K) (old V, had bool)
	Lookup(K) (V, error)
	From(K) iter.Seq2[K, V]
	Len() int
	Check() error
}

type missing[K any] struct{ key K }

func (m missing[K]) Error() string { return fmt.Sprintf("no key %v (%[1]T)", m.key) }

// Skip lists.

const levels = 12

type tower[K, V any] struct {
	Pair[K, V]
	next [levels]*tower[K, V]
	high int
}

type SkipList[K cmp.Ordered, V any] struct {
	head tower[K, V]
	size int
	rand func() uint64
}

func (s *SkipList[K, V]) Len() int { return s.size }

func (s *SkipList[K, V]) before(k K) (path [levels]*tower[K, V]) {
	t := &s.head
	for l := levels - 1; l >= 0; l-- {
		for t.next[l] != nil && t.next[l].Key < k {
			t = t.next[l]
		}
		path[l] = t
	}
	return path
}

func (s *SkipList[K, V]) find(k K) *tower[K, V] {
	if t := s.before(k)[0].next[0]; t != nil && t.Key == k {
		return t
	}
	return nil
}

func (s *SkipList[K, V]) Set(k K, v V) (old V, had bool) {
	if t := s.find(k); t != nil {
		old, t.Value = t.Value, v
		return old, true
	}
	t := &tower[K, V]{Pair: Pair[K, V]{k, v}, high: 1}
	for bits := s.rand(); bits&3 == 0 && t.high < levels; bits >>= 2 {
		t.high++
	}
	for l, p := range s.before(k) {
		if l < t.high {
			t.next[l], p.next[l] = p.next[l], t
		}
	}
	s.size++
	return
}

func (s *SkipList[K, V]) Remove(k K) (old V, had bool) {
	t := s.find(k)
	if t == nil {
		return
	}
	path := s.before(k)
	for l := range t.high {
		path[l].next[l] = t.next[l]
	}
	s.size--
	return t.Value, true
}

func (s *SkipList[K, V]) Lookup(k K) (v V, err error) {
	if t := s.find(k); t != nil {
		return t.Value, nil
	}
	return v, missing[K]{k}
}

func (s *SkipList[K, V]) From(k K) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for t := s.before(k)[0].next[0]; t != nil && yield(t.Key, t.Value); t = t.next[0] {
		}
	}
}

func (s *SkipList[K, V]) Check() error {
	var errs []error
	for l := range levels {
		n := 0
		for t := s.head.next[l]; t != nil; t = t.next[l] {
			if n++; t.next[l] != nil && t.next[l].Key <= t.Key || t.high <= l {
				errs = append(errs, fmt.Errorf("level %d: %v before %v", l, t.Pair, t.next[l]))
			}
		}
		if l == 0 && n != s.size {
			errs = append(errs, fmt.Errorf("%d towers, size %d", n, s.size))
		}
	}
	return errors.Join(errs...)
}

// Treaps.

type treap[K, V any] struct {
	Pair[K, V]
	priority    uint32
	count       int
	left, right *treap[K, V]
}

type Treap[K, V any] struct {
	root    *treap[K, V]
	compare func(a, b K) int
	rand    func() uint64
}

func (t *treap[K, V]) size() int {
	if t == nil {
		return 0
	}
	return t.count
}

func (t *treap[K, V]) with(left, right *treap[K, V]) *treap[K, V] {
	t.left, t.right = left, right
	t.count = 1 + left.size() + right.size()
	return t
}

// split gives the keys below k and the others.
func (c *Treap[K, V]) split(t *treap[K, V], k K, orEqual bool) (below, rest *treap[K, V]) {
	if t == nil {
		return nil, nil
	}
	if order := c.compare(t.Key, k); order < 0 || orEqual && order == 0 {
		l, r := c.split(t.right, k, orEqual)
		return t.with(t.left, l), r
	}
	l, r := c.split(t.left, k, orEqual)
	return l, t.with(r, t.right)
}

func join[K, V any](a, b *treap[K, V]) *treap[K, V] {
	switch {
	case a == nil || b == nil:
		return cmp.Or(a, b)
	case a.priority >= b.priority:
		return a.with(a.left, join(a.right, b))
	}
	return b.with(join(a, b.left), b.right)
}

func (c *Treap[K, V]) replace(k K, by *treap[K, V]) (old V, had bool) {
	below, rest := c.split(c.root, k, false)
	same, above := c.split(rest, k, true)
	c.root = join(join(below, by), above)
	if same != nil {
		return same.Value, true
	}
	return
}

func (c *Treap[K, V]) Set(k K, v V) (V, bool) {
	return c.replace(k, &treap[K, V]{Pair: Pair[K, V]{k, v}, priority: uint32(c.rand()), count: 1})
}
func (c *Treap[K, V]) Remove(k K) (V, bool) { return c.replace(k, nil) }
func (c *Treap[K, V]) Len() int             { return c.root.size() }

func (c *Treap[K, V]) Lookup(k K) (v V, err error) {
	for t := c.root; t != nil; {
		switch order := c.compare(k, t.Key); {
		case order == 0:
			return t.Value, nil
		case order < 0:
			t = t.left
		default:
			t = t.right
		}
	}
	err = missing[K]{k}
	return
}

func (c *Treap[K, V]) From(k K) iter.Seq2[K, V] {
	var walk func(t *treap[K, V], yield func(K, V) bool) bool
	walk = func(t *treap[K, V], yield func(K, V) bool) bool {
		switch {
		case t == nil:
			return true
		case c.compare(t.Key, k) < 0:
			return walk(t.right, yield)
		}
		return walk(t.left, yield) && yield(t.Key, t.Value) && walk(t.right, yield)
	}
	return func(yield func(K, V) bool) { walk(c.root, yield) }
}

// At is the pair with n smaller ones.
func (c *Treap[K, V]) At(n int) Pair[K, V] {
	t := c.root
	for left := t.left.size(); n != left; left = t.left.size() {
		if n < left {
			t = t.left
		} else {
			t, n = t.right, n-left-1
		}
	}
	return t.Pair
}

func (c *Treap[K, V]) Check() error {
	var check func(t *treap[K, V]) error
	check = func(t *treap[K, V]) error {
		if t == nil {
			return nil
		}
		if t.count != 1+t.left.size()+t.right.size() {
			return fmt.Errorf("count of %v", t.Key)
		}
		for _, below := range [...]*treap[K, V]{t.left, t.right} {
			if below != nil && below.priority > t.priority {
				return fmt.Errorf("priority of %v", below.Key)
			}
		}
		return errors.Join(check(t.left), check(t.right))
	}
	return check(c.root)
}

// Persistent trees: a version is a value.

type Tree[K cmp.Ordered, V any] struct {
	*node[K, V]
	size int
}

type node[K, V any] struct {
	Pair[K, V]
	height      int8
	left, right *node[K, V]
}

func (n *node[K, V]) tall() int8 {
	if n == nil {
		return 0
	}
	return n.height
}

func build[K, V any](p Pair[K, V], l, r *node[K, V]) *node[K, V] {
	return &node[K, V]{p, 1 + max(l.tall(), r.tall()), l, r}
}

// balance builds a node whose sides may differ by two.
func balance[K, V any](p Pair[K, V], l, r *node[K, V]) *node[K, V] {
	switch {
	case l.tall() > r.tall()+1 && l.right.tall() > l.left.tall():
		return build(l.right.Pair, build(l.Pair, l.left, l.right.left), build(p, l.right.right, r))
	case l.tall() > r.tall()+1:
		return build(l.Pair, l.left, build(p, l.right, r))
	case r.tall() > l.tall()+1 && r.left.tall() > r.right.tall():
		return build(r.left.Pair, build(p, l, r.left.left), build(r.Pair, r.left.right, r.right))
	case r.tall() > l.tall()+1:
		return build(r.Pair, build(p, l, r.left), r.right)
	}
	return build(p, l, r)
}

func (t Tree[K, V]) With(k K, v V) Tree[K, V] {
	var set func(n *node[K, V]) *node[K, V]
	set = func(n *node[K, V]) *node[K, V] {
		if n == nil {
			t.size++
			return build(Pair[K, V]{k, v}, nil, nil)
		}
		switch cmp.Compare(k, n.Key) {
		case -1:
			return balance(n.Pair, set(n.left), n.right)
		case +1:
			return balance(n.Pair, n.left, set(n.right))
		}
		return build(Pair[K, V]{k, v}, n.left, n.right)
	}
	t.node = set(t.node)
	return t
}

func (t Tree[K, V]) Without(k K) Tree[K, V] {
	var least func(n *node[K, V]) (Pair[K, V], *node[K, V])
	least = func(n *node[K, V]) (Pair[K, V], *node[K, V]) {
		if n.left == nil {
			return n.Pair, n.right
		}
		p, rest := least(n.left)
		return p, balance(n.Pair, rest, n.right)
	}
	var remove func(n *node[K, V]) *node[K, V]
	remove = func(n *node[K, V]) *node[K, V] {
		switch {
		case n == nil:
			return nil
		case k < n.Key:
			return balance(n.Pair, remove(n.left), n.right)
		case k > n.Key:
			return balance(n.Pair, n.left, remove(n.right))
		}
		t.size--
		if n.right == nil {
			return n.left
		}
		p, rest := least(n.right)
		return balance(p, n.left, rest)
	}
	t.node = remove(t.node)
	return t
}

func (n *node[K, V]) all(yield func(K, V) bool) bool {
	return n == nil || n.left.all(yield) && yield(n.Key, n.Value) && n.right.all(yield)
}

// Latest makes a container of a tree by keeping the newest version.
type Latest[K cmp.Ordered, V any] struct{ versions []Tree[K, V] }

func (l *Latest[K, V]) now() (t Tree[K, V]) {
	if n := len(l.versions); n > 0 {
		t = l.versions[n-1]
	}
	return
}

func (l *Latest[K, V]) Len() int { return l.now().size }

func (l *Latest[K, V]) Lookup(k K) (v V, err error) {
	for at, v := range l.From(k) {
		if at == k {
			return v, nil
		}
		break
	}
	return v, missing[K]{k}
}

func (l *Latest[K, V]) change(k K, to Tree[K, V]) (V, bool) {
	old, err := l.Lookup(k)
	l.versions = append(l.versions, to)
	return old, err == nil
}

func (l *Latest[K, V]) Set(k K, v V) (V, bool) { return l.change(k, l.now().With(k, v)) }
func (l *Latest[K, V]) Remove(k K) (V, bool)   { return l.change(k, l.now().Without(k)) }

func (l *Latest[K, V]) From(k K) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		var path []*node[K, V]
		down := func(n *node[K, V]) {
			for n != nil {
				if n.Key >= k {
					path = append(path, n)
					n = n.left
				} else {
					n = n.right
				}
			}
		}
		for down(l.now().node); len(path) > 0; {
			n := path[len(path)-1]
			path = path[:len(path)-1]
			if !yield(n.Key, n.Value) {
				return
			}
			down(n.right)
		}
	}
}

func (l *Latest[K, V]) Check() error {
	var check func(n *node[K, V]) int
	check = func(n *node[K, V]) int {
		if n == nil {
			return 0
		}
		if d := n.left.tall() - n.right.tall(); d < -1 || d > 1 {
			panic(fmt.Errorf("%v leans by %d", n.Pair, d))
		}
		return 1 + check(n.left) + check(n.right)
	}
	return func() (err error) {
		defer func() { err, _ = recover().(error) }()
		if n := check(l.now().node); n != l.now().size {
			panic(fmt.Errorf("%d nodes, size %d", n, l.now().size))
		}
		return
	}()
}

// model does the same with a sorted slice.
type model[K cmp.Ordered, V any] []Pair[K, V]

func (m model[K, V]) at(k K) (int, bool) {
	return slices.BinarySearchFunc(m, k, func(p Pair[K, V], k K) int { return cmp.Compare(p.Key, k) })
}

func exercise[K cmp.Ordered, C Ordered[K, int]](c C, seed uint64, key func(int) K) string {
	r := rand.New(rand.NewPCG(seed, seed))
	var m model[K, int]
	sum := 0
	for step := range 300 {
		k := key(r.IntN(80))
		i, in := m.at(k)
		switch r.IntN(5) {
		case 0, 1:
			old, had := c.Set(k, step)
			if had != in || had && old != m[i].Value {
				return fmt.Sprintf("set %v at %d: %v %v", k, step, old, had)
			}
			if in {
				m[i].Value = step
			} else {
				m = slices.Insert(m, i, Pair[K, int]{k, step})
			}
		case 2:
			if old, had := c.Remove(k); had != in || had && old != m[i].Value {
				return fmt.Sprintf("remove %v at %d: %v %v", k, step, old, had)
			}
			if in {
				m = slices.Delete(m, i, i+1)
			}
		case 3:
			v, err := c.Lookup(k)
			if e, ok := errors.AsType[missing[K]](err); ok == in || ok && e.key != k || in && v != m[i].Value {
				return fmt.Sprintf("lookup %v at %d: %v %v", k, step, v, err)
			}
		default:
			for at, v := range c.From(k) {
				if p := (Pair[K, int]{at, v}); m[i] != p {
					return fmt.Sprintf("from %v at %d: %v %v", k, step, at, v)
				}
				sum += v
				if i++; i%7 == 0 {
					break
				}
			}
		}
		if c.Len() != len(m) {
			return fmt.Sprintf("size %d, not %d, at %d", c.Len(), len(m), step)
		}
		if err := c.Check(); err != nil {
			return fmt.Sprintf("step %d: %v", step, err)
		}
	}
	return fmt.Sprintf("%d pairs, first %v, sum %d", len(m), m[0], sum)
}

// merged interleaves sequences that are sorted by key; of equal keys the first sequence wins.
func merged[K cmp.Ordered, V any](seqs ...iter.Seq2[K, V]) iter.Seq[Pair[K, V]] {
	return func(yield func(Pair[K, V]) bool) {
		type source struct {
			head Pair[K, V]
			ok   bool
			next func() (K, V, bool)
		}
		sources := make([]*source, len(seqs))
		for i, seq := range seqs {
			next, stop := iter.Pull2(seq)
			defer stop()
			s := &source{next: next}
			s.head.Key, s.head.Value, s.ok = next()
			sources[i] = s
		}
		for {
			var best *source
			for _, s := range sources {
				if s.ok && (best == nil || s.head.Key < best.head.Key) {
					best = s
				}
			}
			if best == nil || !yield(best.head) {
				return
			}
			for k := best.head.Key; ; {
				again := false
				for _, s := range sources {
					if s.ok && s.head.Key == k {
						s.head.Key, s.head.Value, s.ok = s.next()
						again = true
					}
				}
				if !again {
					break
				}
			}
		}
	}
}

func main() {
	source := rand.New(rand.NewPCG(1, 2)).Uint64
	word := func(n int) string { return strings.Repeat(string(rune('a'+n%26)), 1+n/26) }
	same := func(n int) int { return n }
	half := func(n int) float32 { return float32(n)/2 - 10 }
	fmt.Println(exercise(&SkipList[string, int]{rand: source}, 1, word))
	fmt.Println(exercise(&SkipList[float32, int]{rand: source}, 2, half))
	fmt.Println(exercise(&Treap[int, int]{compare: func(a, b int) int { return b - a }, rand: source}, 3, same)[:4])
	treap := &Treap[int, int]{compare: cmp.Compare[int], rand: source}
	fmt.Println(exercise(treap, 3, same))
	latest := new(Latest[string, int])
	fmt.Println(exercise(latest, 1, word))
	fmt.Println(exercise[string, Ordered[string, int]](latest, 1, word)[:3])

	var medians []Pair[int, int]
	for treap.Len() > 20 {
		p := treap.At(treap.Len() / 2)
		treap.Remove(p.Key)
		medians = append(medians, p)
	}
	fmt.Println(medians)
	low, high := treap.split(treap.root, 40, false)
	fmt.Println(low.size(), high.size(), join(low, high).size())

	for _, i := range []int{3, 60, 120} {
		fmt.Print(i, ": ")
		latest.versions[i].all(func(k string, v int) bool { fmt.Print(k, "=", v, " "); return k < "c" })
		fmt.Println()
	}
	other := &SkipList[string, int]{rand: source}
	for i := range 6 {
		other.Set(word(i*3), -i)
	}
	n := 0
	for p := range merged(other.From("b"), latest.From("a"), (&SkipList[string, int]{}).From("")) {
		fmt.Print(p, " ")
		if n++; p.Key > "h" {
			break
		}
	}
	fmt.Println(n)
	_, err := other.Lookup("none")
	fmt.Printf("%v; %T\n", err, err)
	other.head.next[0].Key = "zz"
	fmt.Println(other.Check() != nil, fmt.Sprintf("%T %T", Ordered[string, int](other), latest.versions[0]))
}

// Output:
// 50 pairs, first a:222, sum 25434
// 42 pairs, first -7.5:246, sum 19176
// from
// 44 pairs, first 0:283, sum 24659
// 50 pairs, first a:222, sum 25434
// set
// [40:266 39:235 42:279 35:58 43:100 34:298 45:253 32:180 48:276 30:177 50:213 29:136 53:162 27:246 57:115 24:251 58:185 23:52 59:112 22:261 61:86 21:282 63:267 20:299]
// 10 10 20
// 3: bbbb=0 mmm=3
// 60: a=67 aa=18 ccc=81
// 120: a=166 aa=94 aaaa=152 bb=89 c=133
// a:222 aa:94 aaa:250 aaaa:265 bb:251 bbb:285 bbbb:0 c:133 cc:281 d:-1 dd:296 ddd:117 ee:121 eee:263 f:297 fff:130 g:-2 gg:230 hh:274 19
// no key none (string); main.missing[string]
// true *main.SkipList[string,int] main.Tree[string,int]
