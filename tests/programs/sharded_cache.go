// run

// A sharded cache with single flight loading, least recently used eviction by container/list, weak second level, statistics in
// atomics, and hooks; hammered by many goroutines.
package main

import (
	"container/list"
	"errors"
	"fmt"
	"hash/maphash"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
)

type Option[K comparable, V any] func(*Cache[K, V])

type entry[K comparable, V any] struct {
	key   K
	value V
	cost  int
}

type shard[K comparable, V any] struct {
	sync.Mutex
	items map[K]*list.Element
	order *list.List
	cost  int
}

type call[V any] struct {
	done  chan struct{}
	value V
	err   error
	dups  int
}

type Stats struct {
	Hits, Misses, Loads, Evictions, Shared atomic.Int64
}

func (s *Stats) String() string {
	var b strings.Builder
	for _, f := range []struct {
		name string
		v    *atomic.Int64
	}{{"hits", &s.Hits}, {"misses", &s.Misses}, {"loads", &s.Loads}, {"evictions", &s.Evictions}, {"shared", &s.Shared}} {
		fmt.Fprintf(&b, "%s=%d ", f.name, f.v.Load())
	}
	return strings.TrimSpace(b.String())
}

type Cache[K comparable, V any] struct {
	Stats
	shards   []*shard[K, V]
	capacity int
	hash     func(K) uint64
	cost     func(V) int
	onEvict  []func(K, V)
	flights  struct {
		sync.Mutex
		m map[K]*call[V]
	}
}

func WithCost[K comparable, V any](f func(V) int) Option[K, V] {
	return func(c *Cache[K, V]) { c.cost = f }
}

func OnEvict[K comparable, V any](f func(K, V)) Option[K, V] {
	return func(c *Cache[K, V]) { c.onEvict = append(c.onEvict, f) }
}

func New[K comparable, V any](shards, capacity int, options ...Option[K, V]) *Cache[K, V] {
	seed := maphash.MakeSeed()
	c := &Cache[K, V]{capacity: capacity, cost: func(V) int { return 1 }}
	c.hash = func(k K) uint64 { return maphash.Comparable(seed, k) }
	c.flights.m = map[K]*call[V]{}
	for range shards {
		c.shards = append(c.shards, &shard[K, V]{items: map[K]*list.Element{}, order: list.New()})
	}
	for _, o := range options {
		o(c)
	}
	return c
}

func (c *Cache[K, V]) shardOf(k K) *shard[K, V] { return c.shards[c.hash(k)%uint64(len(c.shards))] }

func (c *Cache[K, V]) Get(k K) (v V, ok bool) {
	s := c.shardOf(k)
	s.Lock()
	defer s.Unlock()
	if e, found := s.items[k]; found {
		s.order.MoveToFront(e)
		c.Hits.Add(1)
		return e.Value.(*entry[K, V]).value, true
	}
	c.Misses.Add(1)
	return
}

func (c *Cache[K, V]) Put(k K, v V) {
	s := c.shardOf(k)
	var evicted []*entry[K, V]
	func() {
		s.Lock()
		defer s.Unlock()
		if e, found := s.items[k]; found {
			old := e.Value.(*entry[K, V])
			s.cost += c.cost(v) - old.cost
			old.value, old.cost = v, c.cost(v)
			s.order.MoveToFront(e)
		} else {
			s.items[k] = s.order.PushFront(&entry[K, V]{k, v, c.cost(v)})
			s.cost += c.cost(v)
		}
		for s.cost > c.capacity && s.order.Len() > 1 {
			last := s.order.Remove(s.order.Back()).(*entry[K, V])
			delete(s.items, last.key)
			s.cost -= last.cost
			evicted = append(evicted, last)
		}
	}()
	for _, e := range evicted {
		c.Evictions.Add(1)
		for _, f := range c.onEvict {
			f(e.key, e.value)
		}
	}
}

func (c *Cache[K, V]) GetOrLoad(k K, load func(K) (V, error)) (V, error) {
	if v, ok := c.Get(k); ok {
		return v, nil
	}
	c.flights.Lock()
	if f, ok := c.flights.m[k]; ok {
		f.dups++
		c.flights.Unlock()
		<-f.done
		c.Shared.Add(1)
		return f.value, f.err
	}
	f := &call[V]{done: make(chan struct{})}
	c.flights.m[k] = f
	c.flights.Unlock()

	func() {
		defer func() {
			if r := recover(); r != nil {
				f.err = fmt.Errorf("load of %v: %v", k, r)
			}
			c.flights.Lock()
			delete(c.flights.m, k)
			c.flights.Unlock()
			close(f.done)
		}()
		c.Loads.Add(1)
		f.value, f.err = load(k)
		if f.err == nil {
			c.Put(k, f.value)
		}
	}()
	return f.value, f.err
}

func (c *Cache[K, V]) check() (items int) {
	for i, s := range c.shards {
		s.Lock()
		sum := 0
		for e := s.order.Front(); e != nil; e = e.Next() {
			it := e.Value.(*entry[K, V])
			sum += it.cost
			if s.items[it.key] != e {
				panic(fmt.Sprintf("shard %d: %v is lost", i, it.key))
			}
		}
		if sum != s.cost || len(s.items) != s.order.Len() {
			panic(fmt.Sprintf("shard %d: cost %d, not %d", i, s.cost, sum))
		}
		items += len(s.items)
		s.Unlock()
	}
	return
}

type point struct {
	x, y int
	tag  any
}

func main() {
	var gone []string
	c := New(1, 3, OnEvict(func(k string, v int) { gone = append(gone, fmt.Sprint(k, v)) }))
	for i, k := range strings.Split("a b c a d a e b", " ") {
		if i == 3 {
			c.Get("a")
			c.Get("zzz")
		}
		c.Put(k, i)
	}
	fmt.Println(gone, c.check(), c)

	sized := New(1, 100, WithCost[point](func(s []byte) int { return len(s) }))
	for i := range 20 {
		sized.Put(point{i, -i, [2]any{i, "t"}}, make([]byte, i*5))
	}
	_, ok := sized.Get(point{19, -19, [2]any{19, "t"}})
	fmt.Println(sized.check(), ok, sized.shards[0].cost)
	func() {
		defer func() { fmt.Println(recover()) }()
		sized.Put(point{0, 0, []int{1}}, nil)
	}()
	fmt.Println(sized.check())

	// Twenty callers, one load.
	flights := New[int, *string](4, 10)
	gate, ready := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	results := make([]*string, 20)
	for i := range results {
		wg.Go(func() {
			results[i], _ = flights.GetOrLoad(7, func(k int) (*string, error) {
				close(ready)
				<-gate
				s := fmt.Sprint("value", k)
				return &s, nil
			})
		})
	}
	<-ready
	for waiting := 0; waiting < 19; {
		flights.flights.Lock()
		waiting = flights.flights.m[7].dups
		flights.flights.Unlock()
		if waiting < 19 {
			sync.OnceFunc(func() { flights.Get(1) })()
		}
	}
	close(gate)
	wg.Wait()
	all := true
	for _, r := range results {
		all = all && r == results[0]
	}
	fmt.Println(all, *results[0], flights.Loads.Load(), flights.Shared.Load())
	_, err := flights.GetOrLoad(8, func(int) (*string, error) { var s *string; return s, errors.New("no " + *s) })
	fmt.Println(err)
	_, err = flights.GetOrLoad(8, func(int) (*string, error) { return nil, errors.New("plain") })
	fmt.Println(err)

	big := New[string, int](8, 16)
	var loads sync.Map
	for worker := range 8 {
		random := rand.New(rand.NewPCG(1, uint64(worker)))
		wg.Go(func() {
			for range 300 {
				k := fmt.Sprintf("key%d", int(random.ExpFloat64()*40))
				v, err := big.GetOrLoad(k, func(k string) (int, error) {
					n, _ := loads.LoadOrStore(k, new(atomic.Int32))
					n.(*atomic.Int32).Add(1)
					return len(k), nil
				})
				if v != len(k) || err != nil {
					panic("wrong value")
				}
			}
		})
	}
	wg.Wait()
	total := int32(0)
	loads.Range(func(_, v any) bool { total += v.(*atomic.Int32).Load(); return true })
	fmt.Println(big.check() <= 8*16, int64(total) == big.Loads.Load(), big.Hits.Load()+big.Misses.Load(), big.Misses.Load() == big.Loads.Load()+big.Shared.Load())
}

// Output:
// [b1 c2 d4] 3 hits=1 misses=1 loads=0 evictions=3 shared=0
// 1 true 95
// runtime error: hash of unhashable type []int
// 1
// true value7 1 19
// load of 8: runtime error: invalid memory address or nil pointer dereference
// plain
// true true 2400 true
