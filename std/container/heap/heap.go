// Package heap keeps the least of some elements at hand: the element i is not greater than those at 2i+1 and 2i+2.
package heap

import "sort"

// Interface is a sequence of elements; the least is at 0 once Init was called.
type Interface interface {
	sort.Interface
	Push(x any) // x becomes the last element
	Pop() any   // removes the last element and returns it
}

// Init brings the elements of h into order.
func Init(h Interface) {
	n := h.Len()
	for i := n/2 - 1; i >= 0; i-- {
		sink(h, i, n)
	}
}

// Push adds x.
func Push(h Interface, x any) {
	h.Push(x)
	rise(h, h.Len()-1)
}

// Pop removes the least element and returns it.
func Pop(h Interface) any {
	last := h.Len() - 1
	h.Swap(0, last)
	sink(h, 0, last)
	return h.Pop()
}

// Remove removes the element i and returns it.
func Remove(h Interface, i int) any {
	last := h.Len() - 1
	if i != last {
		h.Swap(i, last)
		settle(h, i, last)
	}
	return h.Pop()
}

// Fix restores the order after the element i has changed.
func Fix(h Interface, i int) { settle(h, i, h.Len()) }

// settle moves the element i of n to where it belongs.
func settle(h Interface, i, n int) {
	if sink(h, i, n) == i {
		rise(h, i)
	}
}

// rise moves the element i up to where it belongs.
func rise(h Interface, i int) {
	for {
		parent := (i - 1) / 2
		if parent == i || !h.Less(i, parent) {
			return
		}
		h.Swap(parent, i)
		i = parent
	}
}

// sink moves the element i of n down to where it belongs and returns where that is.
func sink(h Interface, i, n int) int {
	for {
		child := 2*i + 1
		if child < 0 || child >= n {
			return i
		}
		if right := child + 1; right < n && h.Less(right, child) {
			child = right
		}
		if !h.Less(child, i) {
			return i
		}
		h.Swap(i, child)
		i = child
	}
}
