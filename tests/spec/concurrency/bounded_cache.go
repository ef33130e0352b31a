// run
package main

import (
	"container/list"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
)

// A cache of fixed capacity, in shards with locks for readers and writers; loads of one key are done once.

type shard[K comparable, V any] struct {
	mu      sync.RWMutex
	entries map[K]*list.Element
	order   *list.List // newest in front
}

type pair[K comparable, V any] struct {
	key   K
	value V
	uses  atomic.Int64
}

type cache[K comparable, V any] struct {
	shards   []*shard[K, V]
	hash     func(K) int
	capacity int
	load     func(K) (V, error)
	loading  sync.Map // K -> *sync.Mutex

	hits, misses, evicted atomic.Int64
}

func newCache[K comparable, V any](shards, capacity int, hash func(K) int, load func(K) (V, error)) *cache[K, V] {
	c := &cache[K, V]{hash: hash, capacity: capacity, load: load}
	for range shards {
		c.shards = append(c.shards, &shard[K, V]{entries: make(map[K]*list.Element), order: list.New()})
	}
	return c
}

func (c *cache[K, V]) shardOf(key K) *shard[K, V] { return c.shards[c.hash(key)%len(c.shards)] }

func (s *shard[K, V]) peek(key K) (v V, ok bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	e, ok := s.entries[key]
	if !ok {
		return v, false
	}
	p := e.Value.(*pair[K, V])
	p.uses.Add(1)
	return p.value, true
}

func (c *cache[K, V]) put(key K, value V) {
	s := c.shardOf(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	if e, ok := s.entries[key]; ok {
		e.Value.(*pair[K, V]).value = value
		s.order.MoveToFront(e)
		return
	}
	s.entries[key] = s.order.PushFront(&pair[K, V]{key: key, value: value})
	if s.order.Len() > c.capacity {
		oldest := s.order.Back()
		delete(s.entries, s.order.Remove(oldest).(*pair[K, V]).key)
		c.evicted.Add(1)
	}
}

func (c *cache[K, V]) get(key K) (V, error) {
	s := c.shardOf(key)
	if v, ok := s.peek(key); ok {
		c.hits.Add(1)
		return v, nil
	}
	lock, _ := c.loading.LoadOrStore(key, new(sync.Mutex))
	mu := lock.(*sync.Mutex)
	mu.Lock()
	defer mu.Unlock()
	if v, ok := s.peek(key); ok {
		c.hits.Add(1)
		return v, nil
	}
	c.misses.Add(1)
	v, err := c.load(key)
	if err == nil {
		c.put(key, v)
	}
	return v, err
}

func (c *cache[K, V]) len() (n int) {
	for _, s := range c.shards {
		s.mu.RLock()
		n += len(s.entries)
		if len(s.entries) != s.order.Len() {
			panic("index and order differ")
		}
		s.mu.RUnlock()
	}
	return n
}

func main() {
	var loads sync.Map
	c := newCache(4, 8, func(n int) int { return n }, func(n int) (string, error) {
		count, _ := loads.LoadOrStore(n, new(atomic.Int32))
		count.(*atomic.Int32).Add(1)
		if n%10 == 9 {
			return "", fmt.Errorf("no %d", n)
		}
		return fmt.Sprint("v", n), nil
	})

	// All ask for the same few keys: each is loaded once.
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for n := range 8 {
				if v, err := c.get(n); err != nil || v != fmt.Sprint("v", n) {
					panic(v)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(c.hits.Load(), c.misses.Load(), c.len())
	var counts []string
	loads.Range(func(k, v any) bool {
		counts = append(counts, fmt.Sprint(k, ":", v.(*atomic.Int32).Load()))
		return true
	})
	sort.Strings(counts)
	fmt.Println(counts)

	// More keys than there is room for.
	var failures atomic.Int32
	for w := range 4 {
		wg.Go(func() {
			for n := w * 20; n < w*20+20; n++ {
				if _, err := c.get(n); err != nil {
					failures.Add(1)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(failures.Load(), c.len(), c.evicted.Load() >= 40)

	// Readers and writers of one key see whole values.
	for w := range 3 {
		wg.Go(func() {
			for i := range 30 {
				if w == 0 {
					c.put(1000, fmt.Sprint("n", i))
				} else if v, ok := c.shardOf(1000).peek(1000); ok && v[0] != 'n' {
					panic(v)
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(c.get(1000))
}

// Output:
// 56 8 8
// [0:1 1:1 2:1 3:1 4:1 5:1 6:1 7:1]
// 8 32 true
// n29 <nil>
