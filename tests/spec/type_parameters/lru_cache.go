// run

package main

import (
	"errors"
	"fmt"
	"iter"
	"slices"
)

type entry[K comparable, V any] struct {
	key        K
	value      V
	prev, next *entry[K, V]
}

type Cache[K comparable, V any] struct {
	capacity     int
	entries      map[K]*entry[K, V]
	head, tail   *entry[K, V]
	onEvict      func(K, V)
	hits, misses int
}

type Option[K comparable, V any] func(*Cache[K, V])

func OnEvict[K comparable, V any](f func(K, V)) Option[K, V] {
	return func(c *Cache[K, V]) { c.onEvict = f }
}

func NewCache[K comparable, V any](capacity int, options ...Option[K, V]) *Cache[K, V] {
	c := &Cache[K, V]{capacity: capacity, entries: make(map[K]*entry[K, V], capacity)}
	for _, o := range options {
		o(c)
	}
	return c
}

func (c *Cache[K, V]) unlink(e *entry[K, V]) {
	if e.prev != nil {
		e.prev.next = e.next
	} else {
		c.head = e.next
	}
	if e.next != nil {
		e.next.prev = e.prev
	} else {
		c.tail = e.prev
	}
	e.prev, e.next = nil, nil
}

func (c *Cache[K, V]) pushFront(e *entry[K, V]) {
	e.next = c.head
	if c.head != nil {
		c.head.prev = e
	}
	c.head = e
	if c.tail == nil {
		c.tail = e
	}
}

func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	e, ok := c.entries[key]
	if !ok {
		c.misses++
		return
	}
	c.hits++
	c.unlink(e)
	c.pushFront(e)
	return e.value, true
}

func (c *Cache[K, V]) Put(key K, value V) {
	if e, ok := c.entries[key]; ok {
		e.value = value
		c.unlink(e)
		c.pushFront(e)
		return
	}
	if len(c.entries) >= c.capacity {
		old := c.tail
		c.unlink(old)
		delete(c.entries, old.key)
		if c.onEvict != nil {
			c.onEvict(old.key, old.value)
		}
	}
	e := &entry[K, V]{key: key, value: value}
	c.entries[key] = e
	c.pushFront(e)
}

func (c *Cache[K, V]) Keys() iter.Seq[K] {
	return func(yield func(K) bool) {
		for e := c.head; e != nil; e = e.next {
			if !yield(e.key) {
				return
			}
		}
	}
}

// Memoize makes a function that remembers its last results.
func Memoize[A comparable, R any](capacity int, f func(A) (R, error)) (func(A) (R, error), *Cache[A, R]) {
	cache := NewCache[A, R](capacity)
	return func(arg A) (R, error) {
		if r, ok := cache.Get(arg); ok {
			return r, nil
		}
		r, err := f(arg)
		if err == nil {
			cache.Put(arg, r)
		}
		return r, err
	}, cache
}

type coord [2]int

var errNegative = errors.New("negative")

func main() {
	var evicted []string
	c := NewCache(3, OnEvict(func(k string, v int) { evicted = append(evicted, fmt.Sprint(k, v)) }))
	for i, k := range []string{"a", "b", "c", "a", "d", "e", "a", "f"} {
		if _, ok := c.Get(k); !ok {
			c.Put(k, i)
		}
	}
	fmt.Println(slices.Collect(c.Keys()), evicted, c.hits, c.misses)

	calls := 0
	dist, cache := Memoize(4, func(p coord) (int, error) {
		calls++
		if p[0] < 0 {
			return 0, errNegative
		}
		return p[0]*p[0] + p[1]*p[1], nil
	})
	for _, p := range []coord{{1, 2}, {3, 4}, {1, 2}, {-1, 0}, {-1, 0}, {5, 6}, {7, 8}, {9, 9}, {1, 2}, {9, 9}} {
		d, err := dist(p)
		fmt.Print(d, err, " ")
	}
	fmt.Println(calls, slices.Collect(cache.Keys()))

	// Interfaces as keys: what cannot be compared panics.
	any1 := NewCache[any, string](2)
	any1.Put(1, "int")
	any1.Put("1", "string")
	any1.Put(1.0, "float")
	_, ok := any1.Get(1)
	v, _ := any1.Get(1.0)
	fmt.Println(ok, v)
	defer func() { fmt.Println(recover()) }()
	any1.Put([]int{1}, "slice")
}

// Output:
// [f a e] [b1 c2 d4] 2 6
// 5 <nil> 25 <nil> 5 <nil> 0 negative 0 negative 61 <nil> 113 <nil> 162 <nil> 5 <nil> 162 <nil> 7 [[9 9] [1 2] [7 8] [5 6]]
// false float
// runtime error: hash of unhashable type []int
