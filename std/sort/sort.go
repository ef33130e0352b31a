// Package sort sorts slices and whatever has an order and can be swapped.
package sort

import "math/bits"

// Interface is what Sort needs: elements 0 to Len()-1 that can be compared and swapped.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// elements are what is sorted: compared and swapped by their indices.
type elements struct {
	less func(i, j int) bool
	swap func(i, j int)
}

// Sort sorts data; the order of equal elements is not kept.
func Sort(data Interface) { sortElements(elements{data.Less, data.Swap}, data.Len()) }

func sortElements(data elements, n int) {
	if n > 1 {
		quick(data, 0, n, bits.Len(uint(n)))
	}
}

// What choosing a pivot says about the order of the elements.
type hint int

const (
	unknown hint = iota
	increasing
	decreasing
)

// quick is the pattern-defeating quicksort of Orson Peters, as Go's library has it: the same comparisons and
// swaps, so that equal elements end in the same order. limit is how many bad pivots are borne before heapsort.
func quick(data elements, a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			insertion(data, a, b)
			return
		}
		if limit == 0 {
			heap(data, a, b)
			return
		}
		if !balanced {
			scatter(data, a, b)
			limit--
		}
		pivot, order := choosePivot(data, a, b)
		if order == decreasing {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				data.swap(i, j)
			}
			pivot = b - 1 - (pivot - a)
			order = increasing
		}
		if balanced && partitioned && order == increasing && almostSorted(data, a, b) {
			return
		}
		// All elements are at least as large as the one before them: if the pivot is not larger, those equal
		// to it come first.
		if a > 0 && !data.less(a-1, pivot) {
			a = splitEqual(data, a, b, pivot)
			continue
		}
		var mid int
		mid, partitioned = split(data, a, b, pivot)
		left, right := mid-a, b-mid
		if left < right {
			balanced = left >= n/8
			quick(data, a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			quick(data, mid+1, b, limit)
			b = mid
		}
	}
}

func insertion(data elements, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.less(j, j-1); j-- {
			data.swap(j, j-1)
		}
	}
}

func sift(data elements, root, end, first int) {
	for {
		child := 2*root + 1
		if child >= end {
			return
		}
		if child+1 < end && data.less(first+child, first+child+1) {
			child++
		}
		if !data.less(first+root, first+child) {
			return
		}
		data.swap(first+root, first+child)
		root = child
	}
}

func heap(data elements, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		sift(data, i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		data.swap(a, a+i)
		sift(data, 0, i, a)
	}
}

// split puts what is less than the pivot before it and the rest behind.
func split(data elements, a, b, pivot int) (mid int, already bool) {
	data.swap(a, pivot)
	already = true
	for i, j := a+1, b-1; ; {
		for i <= j && data.less(i, a) {
			i++
		}
		for i <= j && !data.less(j, a) {
			j--
		}
		if i > j {
			data.swap(j, a)
			return j, already
		}
		data.swap(i, j)
		already = false
		i++
		j--
	}
}

// splitEqual puts what equals the pivot before what is greater.
func splitEqual(data elements, a, b, pivot int) int {
	data.swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !data.less(a, i) {
			i++
		}
		for i <= j && data.less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		data.swap(i, j)
		i++
		j--
	}
}

// almostSorted mends up to five misplaced elements; it says whether all is sorted then.
func almostSorted(data elements, a, b int) bool {
	i := a + 1
	for range 5 {
		for i < b && !data.less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		data.swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && data.less(j, j-1); j-- {
				data.swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && data.less(j, j-1); j++ {
				data.swap(j, j-1)
			}
		}
	}
	return false
}

// scatter swaps some elements around the middle with others, against patterns that make bad pivots.
func scatter(data elements, a, b int) {
	n := b - a
	if n < 8 {
		return
	}
	random := uint64(n)
	mask := uint(1)<<bits.Len(uint(n)) - 1
	at := a + n/4*2 - 1
	for i := range 3 {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		data.swap(at+i, a+other)
	}
}

func choosePivot(data elements, a, b int) (pivot int, order hint) {
	n := b - a
	swaps := 0
	i, j, k := a+n/4*1, a+n/4*2, a+n/4*3
	if n >= 8 {
		if n >= 50 {
			i = median(data, i-1, i, i+1, &swaps)
			j = median(data, j-1, j, j+1, &swaps)
			k = median(data, k-1, k, k+1, &swaps)
		}
		j = median(data, i, j, k, &swaps)
	}
	switch swaps {
	case 0:
		return j, increasing
	case 12:
		return j, decreasing
	}
	return j, unknown
}

func median(data elements, a, b, c int, swaps *int) int {
	a, b = ordered(data, a, b, swaps)
	b, _ = ordered(data, b, c, swaps)
	_, b = ordered(data, a, b, swaps)
	return b
}

func ordered(data elements, a, b int, swaps *int) (int, int) {
	if data.less(b, a) {
		*swaps++
		return b, a
	}
	return a, b
}

// Stable sorts data; equal elements keep their order.
func Stable(data Interface) { sortStable(elements{data.Less, data.Swap}, data.Len()) }

func sortStable(data elements, n int) {
	const block = 20
	for a := 0; a < n; a += block {
		insertion(data, a, min(a+block, n))
	}
	for size := block; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			merge(data, a, a+size, min(a+2*size, n))
		}
	}
}

// merge merges [a,m) and [m,b) in place: the SymMerge of Kim and Kutzner.
func merge(data elements, a, m, b int) {
	switch {
	case m-a == 1:
		i, j := m, b
		for i < j {
			h := int(uint(i+j) >> 1)
			if data.less(h, a) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := a; k < i-1; k++ {
			data.swap(k, k+1)
		}
		return
	case b-m == 1:
		i, j := a, m
		for i < j {
			h := int(uint(i+j) >> 1)
			if !data.less(m, h) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := m; k > i; k-- {
			data.swap(k, k-1)
		}
		return
	}
	mid := int(uint(a+b) >> 1)
	n := mid + m
	var start, r int
	if m > mid {
		start = n - b
		r = mid
	} else {
		start = a
		r = m
	}
	p := n - 1
	for start < r {
		c := int(uint(start+r) >> 1)
		if !data.less(p-c, c) {
			start = c + 1
		} else {
			r = c
		}
	}
	end := n - start
	if start < m && m < end {
		rotate(data, start, m, end)
	}
	if a < start && start < mid {
		merge(data, a, start, mid)
	}
	if mid < end && end < b {
		merge(data, mid, end, b)
	}
}

// rotate exchanges the neighbours [a,m) and [m,b).
func rotate(data elements, a, m, b int) {
	i, j := m-a, b-m
	for i != j {
		if i > j {
			swapRange(data, m-i, m, j)
			i -= j
		} else {
			swapRange(data, m-i, m+j-i, i)
			j -= i
		}
	}
	swapRange(data, m-i, m, i)
}

func swapRange(data elements, a, b, n int) {
	for i := range n {
		data.swap(a+i, b+i)
	}
}

// IsSorted says whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

type reverse struct {
	Interface
}

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// Reverse returns data in the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }
