package slices

import (
	"cmp"
	"math/bits"
)

// Sort sorts x; NaNs come first.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	n := len(x)
	sortOrdered(x, 0, n, bits.Len(uint(n)))
}

func sortOrdered[E cmp.Ordered](x []E, from, to, limit int) {
	patternSort(x, before[E], from, to, limit)
}

// SortFunc sorts x by cmp, which is negative if a comes before b, positive if b comes before a. Elements that are
// equal may change their order.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	n := len(x)
	patternSort(x, cmp, 0, n, bits.Len(uint(n)))
}

// SortStableFunc sorts x by cmp; elements that are equal keep their order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) { stableSort(x, cmp) }

// IsSorted says whether x is sorted.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc says whether x is sorted by cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// before is cmp.Less for those who sort by a function.
func before[E cmp.Ordered](a, b E) int {
	if a < b || a != a && b == b {
		return -1
	}
	return 0
}

// stableSort sorts blocks of 20 elements by insertion and then merges them in place.
func stableSort[E any](x []E, cmp func(a, b E) int) {
	block := 20
	for a := 0; a < len(x); a += block {
		insertionSort(x, cmp, a, min(a+block, len(x)))
	}
	for ; block < len(x); block *= 2 {
		for a := 0; a+block < len(x); a += 2 * block {
			symMerge(x, cmp, a, a+block, min(a+2*block, len(x)))
		}
	}
}

// symMerge merges the sorted x[a:m] and x[m:b] in place (Kim and Kutzner, "Stable Minimum Storage Merging by
// Symmetric Comparisons", ESA 2004).
func symMerge[E any](x []E, cmp func(a, b E) int, a, m, b int) {
	if m-a == 1 {
		// The one element goes before the first that is not less.
		low, high := m, b
		for low < high {
			middle := int(uint(low+high) / 2)
			if cmp(x[middle], x[a]) < 0 {
				low = middle + 1
			} else {
				high = middle
			}
		}
		for i := a; i < low-1; i++ {
			x[i], x[i+1] = x[i+1], x[i]
		}
		return
	}
	if b-m == 1 {
		// The one element goes before the first that is greater.
		low, high := a, m
		for low < high {
			middle := int(uint(low+high) / 2)
			if cmp(x[m], x[middle]) >= 0 {
				low = middle + 1
			} else {
				high = middle
			}
		}
		for i := m; i > low; i-- {
			x[i], x[i-1] = x[i-1], x[i]
		}
		return
	}
	middle := int(uint(a+b) / 2)
	n := middle + m
	start, end := a, m
	if m > middle {
		start, end = n-b, middle
	}
	for start < end {
		c := int(uint(start+end) / 2)
		if cmp(x[n-1-c], x[c]) >= 0 {
			start = c + 1
		} else {
			end = c
		}
	}
	end = n - start
	if start < m && m < end {
		exchange(x, start, m, end)
	}
	if a < start && start < middle {
		symMerge(x, cmp, a, start, middle)
	}
	if middle < end && end < b {
		symMerge(x, cmp, middle, end, b)
	}
}

// exchange makes x[a:m] and x[m:b] change their places.
func exchange[E any](x []E, a, m, b int) {
	left, right := m-a, b-m
	for left != right {
		if left > right {
			swapBlocks(x, m-left, m, right)
			left -= right
		} else {
			swapBlocks(x, m-left, m+right-left, left)
			right -= left
		}
	}
	swapBlocks(x, m-left, m, left)
}

func swapBlocks[E any](x []E, a, b, n int) {
	for i := range n {
		x[a+i], x[b+i] = x[b+i], x[a+i]
	}
}
