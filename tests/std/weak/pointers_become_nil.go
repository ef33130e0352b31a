// run
package main

import (
	"fmt"
	"runtime"
	"sync"
	"weak"
)

type blob struct {
	data [64]byte
	next *blob
}

//go:noinline
func make2() (weak.Pointer[blob], weak.Pointer[blob], *blob) {
	kept, lost := &blob{}, &blob{}
	lost.next = kept
	return weak.Make(kept), weak.Make(lost), kept
}

//go:noinline
func finalized(log *[]string) weak.Pointer[blob] {
	inner := &blob{}
	outer := &blob{next: inner}
	w, i := weak.Make(outer), weak.Make(inner)
	runtime.SetFinalizer(outer, func(b *blob) {
		*log = append(*log, fmt.Sprint("finalizer sees nil: ", w.Value() == nil, ", what outer holds: ", i.Value() == b.next))
	})
	return i
}

// cache keeps values only while someone uses them.
type cache struct {
	mu sync.Mutex // cleanups run in another goroutine
	m  map[string]weak.Pointer[blob]
}

func (c *cache) get(key string) *blob {
	c.mu.Lock()
	defer c.mu.Unlock()
	if b := c.m[key].Value(); b != nil {
		return b
	}
	b := &blob{}
	b.data[0] = key[0]
	c.m[key] = weak.Make(b)
	runtime.AddCleanup(b, func(key string) {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.m[key].Value() == nil {
			delete(c.m, key)
		}
	}, key)
	return b
}

func (c *cache) len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.m)
}

func main() {
	kept, lost, p := make2()
	fmt.Println(kept == weak.Make(p), kept == lost, kept.Value() == p)
	copyOfLost := lost
	runtime.GC()
	fmt.Println(kept.Value() == p, lost.Value() == nil, lost == copyOfLost, lost == weak.Pointer[blob]{})
	fmt.Println(weak.Make[int](nil) == weak.Pointer[int]{}, weak.Make[int](nil).Value() == nil)
	runtime.KeepAlive(p)

	var log []string
	inner := finalized(&log)
	for i := 0; i < 20 && len(log) == 0; i++ {
		runtime.GC()
		runtime.Gosched()
	}
	runtime.GC()
	runtime.GC()
	fmt.Println(log, inner.Value() == nil)

	c := &cache{m: make(map[string]weak.Pointer[blob])}
	a := c.get("a")
	c.get("b")
	for i := 0; i < 20 && c.len() > 1; i++ {
		runtime.GC()
		runtime.Gosched()
	}
	fmt.Println(c.len(), c.get("a") == a)
}

// Output:
// true false true
// true true true false
// true true
// [finalizer sees nil: true, what outer holds: true] true
// 1 true
