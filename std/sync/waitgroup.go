package sync

import "internal/sema"

// WaitGroup waits until a number of things are done.
type WaitGroup struct {
	n    int64
	wait int32
	sema uint32
}

// Add adds delta, which may be negative, to the things that are to be done.
func (wg *WaitGroup) Add(delta int) {
	wg.n += int64(delta)
	if wg.n < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if wg.n == 0 {
		for ; wg.wait > 0; wg.wait-- {
			sema.Release(&wg.sema)
		}
	}
}

// Done says that one thing is done.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until all is done.
func (wg *WaitGroup) Wait() {
	if wg.n > 0 {
		wg.wait++
		sema.Acquire(&wg.sema, sema.WaitGroup)
	}
}

// Go runs f in a goroutine that the group waits for.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		f()
	}()
}

// Once runs a function once.
type Once struct {
	done bool
	m    Mutex
}

// Do runs f if Do was never called before; all calls return after it has run.
func (o *Once) Do(f func()) {
	if o.done {
		return
	}
	o.m.Lock()
	defer o.m.Unlock()
	if !o.done {
		defer func() { o.done = true }()
		f()
	}
}

// OnceFunc returns a function that runs f once.
func OnceFunc(f func()) func() {
	var once Once
	return func() { once.Do(f) }
}

// OnceValue returns a function that returns what f returned the first time.
func OnceValue[T any](f func() T) func() T {
	var once Once
	var value T
	return func() T {
		once.Do(func() { value = f() })
		return value
	}
}

// OnceValues returns a function that returns what f returned the first time.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var once Once
	var v1 T1
	var v2 T2
	return func() (T1, T2) {
		once.Do(func() { v1, v2 = f() })
		return v1, v2
	}
}

// Pool keeps values for later use.
type Pool struct {
	// New makes a value when there is none.
	New  func() any
	free []any
}

// Get returns a value that was put in, or a new one.
func (p *Pool) Get() any {
	if n := len(p.free); n > 0 {
		x := p.free[n-1]
		p.free[n-1] = nil
		p.free = p.free[:n-1]
		return x
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}

// Put keeps x.
func (p *Pool) Put(x any) {
	if x != nil {
		p.free = append(p.free, x)
	}
}

// Map is a map that goroutines share.
type Map struct {
	m map[any]any
}

// Load returns the value of key.
func (m *Map) Load(key any) (value any, ok bool) {
	value, ok = m.m[key]
	return
}

// Store sets the value of key.
func (m *Map) Store(key, value any) {
	if m.m == nil {
		m.m = make(map[any]any)
	}
	m.m[key] = value
}

// LoadOrStore returns the value of key, or sets it.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if v, ok := m.m[key]; ok {
		return v, true
	}
	m.Store(key, value)
	return value, false
}

// LoadAndDelete removes key and returns its value.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	value, loaded = m.m[key]
	delete(m.m, key)
	return
}

// Delete removes key.
func (m *Map) Delete(key any) { delete(m.m, key) }

// Swap sets the value of key and returns the old one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	previous, loaded = m.m[key]
	m.Store(key, value)
	return
}

// CompareAndSwap sets the value of key if it is old.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	if v, ok := m.m[key]; !ok || v != old {
		return false
	}
	m.m[key] = new
	return true
}

// CompareAndDelete removes key if its value is old.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	if v, ok := m.m[key]; !ok || v != old {
		return false
	}
	delete(m.m, key)
	return true
}

// Range calls f for all entries until it returns false.
func (m *Map) Range(f func(key, value any) bool) {
	for k, v := range m.m {
		if !f(k, v) {
			return
		}
	}
}

// Clear removes all entries.
func (m *Map) Clear() { clear(m.m) }
