package sync

import "unsafe"

// Pool keeps values for later use. A value that nobody asks for is dropped in the second collection after it came.
type Pool struct {
	noCopy noCopy

	local      *poolLocal
	localSize  uintptr
	victim     *poolLocal // what was local before the last collection
	victimSize uintptr

	// New makes a value when there is none.
	New func() any
}

// poolLocal holds the values of the one thread.
type poolLocal struct {
	private any
	newest  *poolRing
	oldest  *poolRing
	_       [96]byte
}

// poolRing is a queue of fixed size; the next newer one is twice as large.
type poolRing struct {
	head, tail   uint32 // values are vals[tail:head], modulo the size
	vals         []any
	newer, older *poolRing
}

const firstRing = 8

// Get returns a value that was put in, the newest first, or a new one.
func (p *Pool) Get() any {
	l := p.pin()
	x := l.private
	l.private = nil
	if x == nil {
		x = l.takeNewest()
		if x == nil {
			x = p.slowly(l)
		}
	}
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

// Put keeps x.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	l := p.pin()
	if l.private == nil {
		l.private = x
	} else {
		l.add(x)
	}
}

func (p *Pool) pin() *poolLocal {
	if p.localSize == 0 {
		if pools.all == nil && pools.old == nil {
			dropPoolsBefore(&pools)
		}
		pools.all = append(pools.all, p)
		p.local = new(poolLocal)
		p.localSize = 1
	}
	return p.local
}

// slowly looks at what is old.
func (p *Pool) slowly(l *poolLocal) any {
	if x := l.takeOldest(); x != nil {
		return x
	}
	if p.victimSize == 0 {
		return nil
	}
	v := p.victim
	if x := v.private; x != nil {
		v.private = nil
		return x
	}
	if x := v.takeOldest(); x != nil {
		return x
	}
	p.victimSize = 0
	return nil
}

func (l *poolLocal) add(x any) {
	r := l.newest
	if r == nil {
		r = new(poolRing)
		r.vals = make([]any, firstRing)
		l.newest, l.oldest = r, r
	} else if r.head-r.tail == uint32(len(r.vals)) {
		next := &poolRing{older: r}
		next.vals = make([]any, 2*len(r.vals))
		r.newer = next
		l.newest = next
		r = next
	}
	r.vals[r.head%uint32(len(r.vals))] = x
	r.head++
}

func (l *poolLocal) takeNewest() any {
	for r := l.newest; r != nil; r = r.older {
		if r.head != r.tail {
			r.head--
			at := &r.vals[r.head%uint32(len(r.vals))]
			x := *at
			*at = nil
			return x
		}
	}
	return nil
}

func (l *poolLocal) takeOldest() any {
	for r := l.oldest; r != nil; {
		if r.head != r.tail {
			at := &r.vals[r.tail%uint32(len(r.vals))]
			x := *at
			*at = nil
			r.tail++
			return x
		}
		next := r.newer
		if next == nil {
			return nil
		}
		next.older = nil
		l.oldest = next
		r = next
	}
	return nil
}

// pools are those with something local, and those with victims.
var pools struct {
	all []*Pool
	old []*Pool
}

// dropPoolsBefore has the collector, before each cycle, forget the victims of old pools and make what is local of
// all pools their victims.
func dropPoolsBefore(pools *struct{ all, old []*Pool })

const _ = uint(unsafe.Sizeof(poolLocal{})-128) | uint(128-unsafe.Sizeof(poolLocal{}))
