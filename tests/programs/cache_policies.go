// run

// Caches with one interface and several policies: least recently and least frequently used in constant time, segmented, with time to live on
// a clock that the program winds; the policies compete on traces, and an obviously right model watches each of them.
package main

import (
	"cmp"
	"container/heap"
	"fmt"
	"iter"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// Cache holds at most a number of entries.
type Cache[K comparable, V any] interface {
	Get(K) (V, bool)
	Put(K, V)
	Delete(K) bool
	Len() int
	All() iter.Seq2[K, V] // in the order in which they would be evicted
}

// A ring of entries: its root is before the first and behind the last.
type link[T any] struct {
	prev, next *link[T]
	of         T
}

type ring[T any] struct {
	root link[T]
	size int
}

func (r *ring[T]) lazy() *link[T] {
	if r.root.next == nil {
		r.root.next, r.root.prev = &r.root, &r.root
	}
	return &r.root
}

func (r *ring[T]) insert(l, after *link[T]) *link[T] {
	l.prev, l.next = after, after.next
	l.prev.next, l.next.prev = l, l
	r.size++
	return l
}

func (r *ring[T]) remove(l *link[T]) *link[T] {
	l.prev.next, l.next.prev = l.next, l.prev
	l.prev, l.next = nil, nil
	r.size--
	return l
}

func (r *ring[T]) pushBack(v T) *link[T] { return r.insert(&link[T]{of: v}, r.lazy().prev) }

func (r *ring[T]) all() iter.Seq[*link[T]] {
	return func(yield func(*link[T]) bool) {
		for l, next := r.lazy().next, (*link[T])(nil); l != &r.root; l = next {
			if next = l.next; !yield(l) {
				return
			}
		}
	}
}

type entry[K comparable, V any] struct {
	key   K
	value V
}

type node[K comparable, V any] = link[entry[K, V]]

type LRU[K comparable, V any] struct {
	limit   int
	index   map[K]*node[K, V]
	order   ring[entry[K, V]]
	onEvict func(K, V)
}

func NewLRU[K comparable, V any](limit int) *LRU[K, V] {
	return &LRU[K, V]{limit: limit, index: make(map[K]*node[K, V], limit)}
}

func (c *LRU[K, V]) Len() int { return len(c.index) }

func (c *LRU[K, V]) touch(k K) (*node[K, V], bool) {
	l, ok := c.index[k]
	if ok {
		c.order.remove(l)
		c.order.insert(l, c.order.lazy().prev)
	}
	return l, ok
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	if l, ok := c.touch(k); ok {
		return l.of.value, true
	}
	return
}

func (c *LRU[K, V]) Put(k K, v V) {
	if l, ok := c.touch(k); ok {
		l.of.value = v
		return
	}
	if len(c.index) == c.limit {
		e := c.order.root.next.of
		c.Delete(e.key)
		if c.onEvict != nil {
			c.onEvict(e.key, e.value)
		}
	}
	c.index[k] = c.order.pushBack(entry[K, V]{k, v})
}

func (c *LRU[K, V]) Delete(k K) bool {
	l, ok := c.index[k]
	if ok {
		c.order.remove(l)
		delete(c.index, k)
	}
	return ok
}

func (c *LRU[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for l := range c.order.all() {
			if !yield(l.of.key, l.of.value) {
				return
			}
		}
	}
}

// LFU keeps a ring of counts, each with a ring of entries that were used so often.
type LFU[K comparable, V any] struct {
	limit  int
	index  map[K]place[K, V]
	counts ring[*bucket[K, V]]
}

type bucket[K comparable, V any] struct {
	count   int
	entries ring[entry[K, V]]
}

type place[K comparable, V any] struct {
	*node[K, V]
	in *link[*bucket[K, V]]
}

func (c *LFU[K, V]) Len() int { return len(c.index) }

func (c *LFU[K, V]) enter(l *node[K, V], count int, after *link[*bucket[K, V]]) {
	in := after.next
	if in == &c.counts.root || in.of.count != count {
		in = c.counts.insert(&link[*bucket[K, V]]{of: &bucket[K, V]{count: count}}, after)
	}
	in.of.entries.insert(l, in.of.entries.lazy().prev)
	c.index[l.of.key] = place[K, V]{l, in}
}

func (c *LFU[K, V]) leave(p place[K, V]) {
	if p.in.of.entries.remove(p.node); p.in.of.entries.size == 0 {
		c.counts.remove(p.in)
	}
}

func (c *LFU[K, V]) use(k K) (*node[K, V], bool) {
	p, ok := c.index[k]
	if !ok {
		return nil, false
	}
	count, before := p.in.of.count, p.in.prev
	c.leave(p)
	if p.in.prev != nil {
		before = p.in
	}
	c.enter(p.node, count+1, before)
	return p.node, true
}

func (c *LFU[K, V]) Get(k K) (v V, ok bool) {
	if l, used := c.use(k); used {
		v, ok = l.of.value, true
	}
	return v, ok
}

func (c *LFU[K, V]) Put(k K, v V) {
	if l, ok := c.use(k); ok {
		l.of.value = v
		return
	}
	if len(c.index) == c.limit {
		for k := range c.All() {
			c.Delete(k)
			break
		}
	}
	if c.index == nil {
		c.index = make(map[K]place[K, V])
	}
	c.enter(&node[K, V]{of: entry[K, V]{k, v}}, 1, c.counts.lazy())
}

func (c *LFU[K, V]) Delete(k K) bool {
	p, ok := c.index[k]
	if ok {
		c.leave(p)
		delete(c.index, k)
	}
	return ok
}

func (c *LFU[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for b := range c.counts.all() {
			for l := range b.of.entries.all() {
				if !yield(l.of.key, l.of.value) {
					return
				}
			}
		}
	}
}

// Segmented lets an entry into the protected part when it is met again.
type Segmented[K comparable, V any] struct{ probation, protected *LRU[K, V] }

func NewSegmented[K comparable, V any](limit int) *Segmented[K, V] {
	s := &Segmented[K, V]{NewLRU[K, V](max(1, limit/4)), NewLRU[K, V](limit - max(1, limit/4))}
	s.protected.onEvict = s.probation.Put
	return s
}

func (s *Segmented[K, V]) Len() int { return s.probation.Len() + s.protected.Len() }

func (s *Segmented[K, V]) Get(k K) (V, bool) {
	if v, ok := s.probation.Get(k); ok {
		s.probation.Delete(k)
		s.protected.Put(k, v)
		return v, ok
	}
	return s.protected.Get(k)
}

func (s *Segmented[K, V]) Put(k K, v V) {
	if _, ok := s.Get(k); ok {
		s.protected.Put(k, v)
	} else {
		s.probation.Put(k, v)
	}
}

func (s *Segmented[K, V]) Delete(k K) bool { return s.probation.Delete(k) || s.protected.Delete(k) }

func (s *Segmented[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, part := range []Cache[K, V]{s.probation, s.protected} {
			for k, v := range part.All() {
				if !yield(k, v) {
					return
				}
			}
		}
	}
}

// Expiring adds a time to live to any cache; a heap knows what ends next.
type Expiring[K comparable, V any] struct {
	Cache[K, dated[V]]
	ttl  func(K) time.Duration
	now  *time.Time
	ends deadlines[K]
	Stats
}

type dated[V any] struct {
	value V
	until time.Time
}

type Stats struct{ Hits, Misses, Expired int }

func (s Stats) Ratio() float64 { return float64(s.Hits) / float64(s.Hits+s.Misses) }

type deadlines[K any] []struct {
	key K
	at  time.Time
}

func (d deadlines[K]) Len() int           { return len(d) }
func (d deadlines[K]) Less(i, j int) bool { return d[i].at.Before(d[j].at) }
func (d deadlines[K]) Swap(i, j int)      { d[i], d[j] = d[j], d[i] }
func (d *deadlines[K]) Push(x any) {
	*d = append(*d, x.(struct {
		key K
		at  time.Time
	}))
}
func (d *deadlines[K]) Pop() any {
	last := len(*d) - 1
	defer func() { *d = (*d)[:last] }()
	return (*d)[last]
}

func (e *Expiring[K, V]) sweep() {
	for len(e.ends) > 0 && !e.ends[0].at.After(*e.now) {
		k := heap.Pop(&e.ends).(struct {
			key K
			at  time.Time
		}).key
		if v, ok := e.Cache.Get(k); ok && !v.until.After(*e.now) && e.Cache.Delete(k) {
			e.Expired++
		}
	}
}

func (e *Expiring[K, V]) Get(k K) (V, bool) {
	e.sweep()
	d, ok := e.Cache.Get(k)
	*map[bool]*int{true: &e.Hits, false: &e.Misses}[ok]++
	return d.value, ok
}

func (e *Expiring[K, V]) Put(k K, v V) {
	e.sweep()
	until := e.now.Add(e.ttl(k))
	e.Cache.Put(k, dated[V]{v, until})
	heap.Push(&e.ends, struct {
		key K
		at  time.Time
	}{k, until})
}

// memoize wraps a function of one argument; the recursion goes through the cache.
func memoize[K comparable, V any](c Cache[K, V], f func(self func(K) V, k K) V) (memo func(K) V) {
	memo = func(k K) V {
		if v, ok := c.Get(k); ok {
			return v
		}
		v := f(memo, k)
		c.Put(k, v)
		return v
	}
	return
}

// A trace is a sequence of keys.
func zipf(seed uint64, n, keys int) iter.Seq[string] {
	return func(yield func(string) bool) {
		r := rand.New(rand.NewPCG(seed, 7))
		for range n {
			k := int(math.Pow(float64(keys), r.Float64())) - 1
			if !yield(fmt.Sprint("k", k)) {
				return
			}
		}
	}
}

func scans(every int, seq iter.Seq[string]) iter.Seq[string] {
	return func(yield func(string) bool) {
		n := 0
		for k := range seq {
			if n++; n%every == 0 {
				for i := range every {
					if !yield(fmt.Sprintf("scan%d.%d", n, i)) {
						return
					}
				}
			}
			if !yield(k) {
				return
			}
		}
	}
}

func ratio(c Cache[string, int], trace iter.Seq[string]) string {
	s := Stats{}
	for k := range trace {
		if v, ok := c.Get(k); ok && v == len(k) {
			s.Hits++
			continue
		}
		s.Misses++
		c.Put(k, len(k))
	}
	return fmt.Sprintf("%.1f%% of %d", 100*s.Ratio(), s.Hits+s.Misses)
}

// check runs random operations against a map of uses and says where they part.
func check[C Cache[int, string]](c C, limit int, victim func(a, b [2]int) int) string {
	r := rand.New(rand.NewPCG(uint64(limit), 1))
	uses, values := map[int][2]int{}, map[int]string{} // how often and when last
	for step := range 400 {
		k := r.IntN(limit * 2)
		switch op := r.IntN(8); {
		case op < 4:
			v, ok := c.Get(k)
			if want, held := values[k]; held != ok || want != v {
				return fmt.Sprintf("step %d: get %d is %q %t, not %q %t", step, k, v, ok, want, held)
			} else if held {
				uses[k] = [2]int{uses[k][0] + 1, step}
			}
		case op < 7:
			if _, held := values[k]; !held && len(values) == limit {
				old := slices.MinFunc(slices.Collect(maps.Keys(uses)), func(a, b int) int { return victim(uses[a], uses[b]) })
				delete(uses, old)
				delete(values, old)
			}
			v := strings.Repeat("x", step%5)
			c.Put(k, v)
			values[k], uses[k] = v, [2]int{uses[k][0] + 1, step}
		default:
			_, held := values[k]
			if c.Delete(k) != held {
				return fmt.Sprintf("step %d: delete %d", step, k)
			}
			delete(values, k)
			delete(uses, k)
		}
		if got := maps.Collect(c.All()); c.Len() != len(values) || !maps.Equal(got, values) {
			return fmt.Sprintf("step %d: holds %v, not %v", step, got, values)
		}
	}
	return "as the model"
}

func main() {
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "policy\tzipf\tzipf and scans\tloop\t")
	loop := func(yield func(string) bool) {
		for i := 0; i < 300 && yield(fmt.Sprint(i%25)); i++ {
		}
	}
	for _, policy := range []func() Cache[string, int]{
		func() Cache[string, int] { return NewLRU[string, int](24) },
		func() Cache[string, int] { return &LFU[string, int]{limit: 24} },
		func() Cache[string, int] { return NewSegmented[string, int](24) },
	} {
		fmt.Fprintf(w, "%T", policy())
		for _, trace := range []iter.Seq[string]{zipf(3, 600, 300), scans(20, zipf(3, 400, 300)), loop} {
			fmt.Fprint(w, "\t", ratio(policy(), trace))
		}
		fmt.Fprintln(w, "\t")
	}
	w.Flush()

	recent := func(a, b [2]int) int { return cmp.Compare(a[1], b[1]) }
	often := func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), recent(a, b)) }
	for _, limit := range []int{1, 2, 7} {
		fmt.Println(limit, "lru", check(NewLRU[int, string](limit), limit, recent), "- lfu", check(&LFU[int, string]{limit: limit}, limit, often))
	}

	start := time.Date(2024, 2, 28, 23, 59, 0, 0, time.UTC)
	now := start
	e := &Expiring[string, []byte]{Cache: NewLRU[string, dated[[]byte]](4), now: &now, ttl: func(k string) time.Duration {
		return time.Duration(len(k)) * time.Minute
	}}
	for i, k := range strings.Fields("a bb ccc a bb dddd eeeee a ccc bb a bb eeeee dddd a a") {
		v, ok := e.Get(k)
		if !ok {
			e.Put(k, fmt.Appendf(nil, "%s@%d", k, i))
		}
		fmt.Printf("%s %-5s %-8q %v", now.Format(time.Kitchen), k, v, ok)
		for k, d := range e.All() {
			fmt.Printf(" %s<%s", k, d.until.Sub(start))
		}
		fmt.Println()
		now = now.Add(40 * time.Second)
	}
	fmt.Printf("%+v %.3f %d\n", e.Stats, e.Ratio(), len(e.ends))

	calls := 0
	type pair struct{ n, k int }
	choose := memoize(Cache[pair, int](NewLRU[pair, int](64)), func(self func(pair) int, p pair) int {
		calls++
		if p.k == 0 || p.k == p.n {
			return 1
		}
		return self(pair{p.n - 1, p.k - 1}) + self(pair{p.n - 1, p.k})
	})
	fmt.Println(choose(pair{30, 15}), calls)
}

// Output:
//                        policy          zipf  zipf and scans         loop
//         *main.LRU[string,int]  42.0% of 600    10.6% of 800  0.0% of 300
//         *main.LFU[string,int]  46.0% of 600    21.0% of 800  0.0% of 300
//   *main.Segmented[string,int]  41.8% of 600    17.9% of 800  0.0% of 300
// 1 lru as the model - lfu as the model
// 2 lru as the model - lfu as the model
// 7 lru as the model - lfu as the model
// 11:59PM a     ""       false a<1m0s
// 11:59PM bb    ""       false a<1m0s bb<2m40s
// 12:00AM ccc   ""       false bb<2m40s ccc<4m20s
// 12:01AM a     ""       false bb<2m40s ccc<4m20s a<3m0s
// 12:01AM bb    ""       false ccc<4m20s a<3m0s bb<4m40s
// 12:02AM dddd  ""       false ccc<4m20s bb<4m40s dddd<7m20s
// 12:03AM eeeee ""       false ccc<4m20s bb<4m40s dddd<7m20s eeeee<9m0s
// 12:03AM a     ""       false dddd<7m20s eeeee<9m0s a<5m40s
// 12:04AM ccc   ""       false dddd<7m20s eeeee<9m0s a<5m40s ccc<8m20s
// 12:05AM bb    ""       false dddd<7m20s eeeee<9m0s ccc<8m20s bb<8m0s
// 12:05AM a     ""       false eeeee<9m0s ccc<8m20s bb<8m0s a<7m40s
// 12:06AM bb    "bb@9"   true eeeee<9m0s ccc<8m20s a<7m40s bb<8m0s
// 12:07AM eeeee "eeeee@6" true ccc<8m20s eeeee<9m0s
// 12:07AM dddd  ""       false eeeee<9m0s dddd<12m40s
// 12:08AM a     ""       false dddd<12m40s a<10m20s
// 12:09AM a     "a@14"   true dddd<12m40s a<10m20s
// {Hits:3 Misses:13 Expired:10} 0.188 2
// 155117520 255
