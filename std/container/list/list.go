// Package list is a doubly linked list.
package list

// Element is one value in a list.
type Element struct {
	next, prev *Element // in a ring with the list's root
	list       *List    // that the element is in; nil: in none

	// Value is what the element holds.
	Value any
}

// List is a list; the zero value is empty.
type List struct {
	root Element // its next is the first element, its prev the last; nil in a list that was never used
	n    int
}

// New returns an empty list.
func New() *List { return new(List).Init() }

// Init empties l.
func (l *List) Init() *List {
	l.root.next = &l.root
	l.root.prev = &l.root
	l.n = 0
	return l
}

// prepare makes a ring of a list that was never used.
func (l *List) prepare() {
	if l.root.next == nil {
		l.Init()
	}
}

// Next returns the element behind e, nil if there is none.
func (e *Element) Next() *Element {
	if e.list == nil || e.next == &e.list.root {
		return nil
	}
	return e.next
}

// Prev returns the element before e, nil if there is none.
func (e *Element) Prev() *Element {
	if e.list == nil || e.prev == &e.list.root {
		return nil
	}
	return e.prev
}

// Len returns the number of elements.
func (l *List) Len() int { return l.n }

// Front returns the first element, nil if there is none.
func (l *List) Front() *Element {
	if l.n == 0 {
		return nil
	}
	return l.root.next
}

// Back returns the last element, nil if there is none.
func (l *List) Back() *Element {
	if l.n == 0 {
		return nil
	}
	return l.root.prev
}

// link puts e behind at.
func (e *Element) link(at *Element) {
	e.prev, e.next = at, at.next
	at.next.prev = e
	at.next = e
}

// unlink joins the neighbours of e.
func (e *Element) unlink() {
	e.prev.next = e.next
	e.next.prev = e.prev
}

// insert puts a new element with the value v behind at.
func (l *List) insert(v any, at *Element) *Element {
	e := &Element{list: l, Value: v}
	e.link(at)
	l.n++
	return e
}

// move puts e behind at, which may be e itself.
func (e *Element) move(at *Element) {
	if e != at && e.prev != at {
		e.unlink()
		e.link(at)
	}
}

// Remove takes e out of l, if it is in it, and returns its value.
func (l *List) Remove(e *Element) any {
	if e.list == l {
		e.unlink()
		e.next, e.prev, e.list = nil, nil, nil
		l.n--
	}
	return e.Value
}

// PushFront puts v before all others.
func (l *List) PushFront(v any) *Element {
	l.prepare()
	return l.insert(v, &l.root)
}

// PushBack puts v behind all others.
func (l *List) PushBack(v any) *Element {
	l.prepare()
	return l.insert(v, l.root.prev)
}

// InsertBefore puts v before mark, if that is in l, else it returns nil.
func (l *List) InsertBefore(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark.prev)
}

// InsertAfter puts v behind mark, if that is in l, else it returns nil.
func (l *List) InsertAfter(v any, mark *Element) *Element {
	if mark.list != l {
		return nil
	}
	return l.insert(v, mark)
}

// MoveToFront puts e, if it is in l, before all others.
func (l *List) MoveToFront(e *Element) {
	if e.list == l {
		e.move(&l.root)
	}
}

// MoveToBack puts e, if it is in l, behind all others.
func (l *List) MoveToBack(e *Element) {
	if e.list == l {
		e.move(l.root.prev)
	}
}

// MoveBefore puts e before mark, if both are in l.
func (l *List) MoveBefore(e, mark *Element) {
	if e.list == l && mark.list == l && e != mark {
		e.move(mark.prev)
	}
}

// MoveAfter puts e behind mark, if both are in l.
func (l *List) MoveAfter(e, mark *Element) {
	if e.list == l && mark.list == l {
		e.move(mark)
	}
}

// PushBackList puts the values of other, which may be l, behind all others.
func (l *List) PushBackList(other *List) {
	l.prepare()
	e := other.Front()
	for range other.n {
		l.insert(e.Value, l.root.prev)
		e = e.Next()
	}
}

// PushFrontList puts the values of other, which may be l, before all others.
func (l *List) PushFrontList(other *List) {
	l.prepare()
	e := other.Back()
	for range other.n {
		l.insert(e.Value, &l.root)
		e = e.Prev()
	}
}
