package sync

import "unsafe"

// Map is a map that goroutines share: a tree of 16-way nodes by the bits of the keys' hashes. Keys and values of
// entries do not change once they are in the tree, so others read while one writes.
type Map struct {
	_    noCopy
	made bool
	mu   Mutex // held by who writes
	root *mapInner
	seed uint64
	_    [2]uintptr
}

// mapNode begins a mapInner or a mapEntry.
type mapNode struct{ isEntry bool }

type mapInner struct {
	mapNode
	_        [12]byte
	parent   *mapInner
	children [16]*mapNode
}

// mapEntry is a leaf; overflow has others with the same hash.
type mapEntry struct {
	mapNode
	overflow   *mapEntry
	key, value any
}

func (n *mapNode) entry() *mapEntry { return (*mapEntry)(unsafe.Pointer(n)) }
func (n *mapNode) inner() *mapInner { return (*mapInner)(unsafe.Pointer(n)) }

const hashBits = 64

func newMapEntry(key, value any) *mapEntry {
	return &mapEntry{mapNode: mapNode{isEntry: true}, key: key, value: value}
}

func (m *Map) begin() {
	if !m.made {
		m.seed = hashSeed()
		m.root = new(mapInner)
		m.made = true
	}
}

// mapPlace is where an entry with some hash is or belongs.
type mapPlace struct {
	inner *mapInner
	slot  **mapNode
	shift uint // of the bits that have led to slot
}

func (m *Map) find(hash uint64) mapPlace {
	at := m.root
	for shift := uint(hashBits - 4); ; shift -= 4 {
		slot := &at.children[hash>>shift&15]
		if *slot == nil || (*slot).isEntry {
			return mapPlace{at, slot, shift}
		}
		at = (*slot).inner()
	}
}

// head returns the first entry at the place.
func (p mapPlace) head() *mapEntry {
	if *p.slot == nil {
		return nil
	}
	return (*p.slot).entry()
}

func (p mapPlace) set(e *mapEntry) {
	if e == nil {
		*p.slot = nil
	} else {
		*p.slot = &e.mapNode
	}
}

func (e *mapEntry) lookup(key any) *mapEntry {
	for e != nil && e.key != key {
		e = e.overflow
	}
	return e
}

// with returns the list with the entry of the key replaced by one with another value.
func (e *mapEntry) with(key, value any) *mapEntry {
	n := newMapEntry(key, value)
	if e.key == key {
		n.overflow = e.overflow
		return n
	}
	at := &e.overflow
	for (*at).key != key {
		at = &(*at).overflow
	}
	n.overflow = (*at).overflow
	*at = n
	return e
}

// without returns the list without the entry.
func (e *mapEntry) without(old *mapEntry) *mapEntry {
	if e == old {
		return e.overflow
	}
	at := &e.overflow
	for *at != old {
		at = &(*at).overflow
	}
	*at = old.overflow
	return e
}

// add puts a new entry at its place.
func (m *Map) add(p mapPlace, hash uint64, key, value any) {
	n := newMapEntry(key, value)
	old := p.head()
	if old == nil {
		p.set(n)
		return
	}
	oldHash := hashOf(old.key, m.seed)
	if oldHash == hash {
		n.overflow = old
		p.set(n)
		return
	}
	top := &mapInner{parent: p.inner}
	at := top
	shift := p.shift
	for {
		shift -= 4
		i, k := oldHash>>shift&15, hash>>shift&15
		if i != k {
			at.children[i] = &old.mapNode
			at.children[k] = &n.mapNode
			break
		}
		next := &mapInner{parent: at}
		at.children[i] = &next.mapNode
		at = next
	}
	*p.slot = &top.mapNode
}

// remove takes an entry out, and inner nodes that have become empty.
func (m *Map) remove(p mapPlace, hash uint64, old *mapEntry) {
	p.set(p.head().without(old))
	at := p.inner
	for shift := p.shift + 4; at != m.root && at.empty(); shift += 4 {
		at = at.parent
		at.children[hash>>shift&15] = nil
	}
}

func (n *mapInner) empty() bool {
	for _, child := range &n.children {
		if child != nil {
			return false
		}
	}
	return true
}

// Load returns the value of key.
func (m *Map) Load(key any) (value any, ok bool) {
	m.begin()
	if e := m.find(hashOf(key, m.seed)).head().lookup(key); e != nil {
		return e.value, true
	}
	return nil, false
}

// Store sets the value of key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets the value of key and returns the old one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.begin()
	hash := hashOf(key, m.seed)
	m.mu.Lock()
	defer m.mu.Unlock()
	p := m.find(hash)
	e := p.head().lookup(key)
	if e == nil {
		m.add(p, hash, key, value)
		return nil, false
	}
	previous = e.value
	p.set(p.head().with(key, value))
	return previous, true
}

// LoadOrStore returns the value of key, or sets it.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.begin()
	hash := hashOf(key, m.seed)
	m.mu.Lock()
	defer m.mu.Unlock()
	p := m.find(hash)
	if e := p.head().lookup(key); e != nil {
		return e.value, true
	}
	m.add(p, hash, key, value)
	return value, false
}

// LoadAndDelete removes key and returns its value.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.begin()
	hash := hashOf(key, m.seed)
	m.mu.Lock()
	defer m.mu.Unlock()
	p := m.find(hash)
	e := p.head().lookup(key)
	if e == nil {
		return nil, false
	}
	m.remove(p, hash, e)
	return e.value, true
}

// Delete removes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value of key if it is old, which must be comparable.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.begin()
	hash := hashOf(key, m.seed)
	m.mu.Lock()
	defer m.mu.Unlock()
	p := m.find(hash)
	e := p.head().lookup(key)
	if e == nil || e.value != old {
		return false
	}
	p.set(p.head().with(key, new))
	return true
}

// CompareAndDelete removes key if its value is old, which must be comparable.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.begin()
	hash := hashOf(key, m.seed)
	m.mu.Lock()
	defer m.mu.Unlock()
	p := m.find(hash)
	e := p.head().lookup(key)
	if e == nil || e.value != old {
		return false
	}
	m.remove(p, hash, e)
	return true
}

// Range calls f for all entries until it returns false.
func (m *Map) Range(f func(key, value any) bool) {
	m.begin()
	m.root.visit(f)
}

func (n *mapInner) visit(f func(key, value any) bool) bool {
	for i := range n.children {
		child := n.children[i]
		switch {
		case child == nil:
		case child.isEntry:
			for e := child.entry(); e != nil; e = e.overflow {
				if !f(e.key, e.value) {
					return false
				}
			}
		case !child.inner().visit(f):
			return false
		}
	}
	return true
}

// Clear removes all entries.
func (m *Map) Clear() {
	m.begin()
	m.mu.Lock()
	m.root = new(mapInner)
	m.mu.Unlock()
}

// hashOf panics if key cannot be compared.
//
//go:noescape
func hashOf(key any, seed uint64) uint64
func hashSeed() uint64
