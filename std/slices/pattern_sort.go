package slices

import "math/bits"

// What choosing a pivot says about the order of the elements.
type hint int

const (
	unknown hint = iota
	increasing
	decreasing
)

// patternSort is the pattern-defeating quicksort of Orson Peters, as Go's library has it: the same comparisons and
// swaps, so that equal elements end in the same order. limit is how many bad pivots are borne before heapsort.
func patternSort[E any](x []E, cmp func(a, b E) int, a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			insertionSort(x, cmp, a, b)
			return
		}
		if limit == 0 {
			heapSort(x, cmp, a, b)
			return
		}
		if !balanced {
			scatter(x, cmp, a, b)
			limit--
		}
		pivot, found := choosePivot(x, cmp, a, b)
		if found == decreasing {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				x[i], x[j] = x[j], x[i]
			}
			pivot = b - 1 - (pivot - a)
			found = increasing
		}
		if balanced && partitioned && found == increasing && almostSorted(x, cmp, a, b) {
			return
		}
		// All elements are at least as large as the one before them: if the pivot is not larger, those equal
		// to it come first.
		if a > 0 && cmp(x[a-1], x[pivot]) >= 0 {
			a = splitEqual(x, cmp, a, b, pivot)
			continue
		}
		var mid int
		mid, partitioned = split(x, cmp, a, b, pivot)
		left, right := mid-a, b-mid
		if left < right {
			balanced = left >= n/8
			patternSort(x, cmp, a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			patternSort(x, cmp, mid+1, b, limit)
			b = mid
		}
	}
}

func insertionSort[E any](x []E, cmp func(a, b E) int, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && cmp(x[j], x[j-1]) < 0; j-- {
			x[j], x[j-1] = x[j-1], x[j]
		}
	}
}

func sift[E any](x []E, cmp func(a, b E) int, root, end, first int) {
	for {
		child := 2*root + 1
		if child >= end {
			return
		}
		if child+1 < end && cmp(x[first+child], x[first+child+1]) < 0 {
			child++
		}
		if cmp(x[first+root], x[first+child]) >= 0 {
			return
		}
		x[first+root], x[first+child] = x[first+child], x[first+root]
		root = child
	}
}

func heapSort[E any](x []E, cmp func(a, b E) int, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		sift(x, cmp, i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		x[a], x[a+i] = x[a+i], x[a]
		sift(x, cmp, 0, i, a)
	}
}

// split puts what is less than the pivot before it and the rest behind.
func split[E any](x []E, cmp func(a, b E) int, a, b, pivot int) (mid int, already bool) {
	x[a], x[pivot] = x[pivot], x[a]
	already = true
	for i, j := a+1, b-1; ; {
		for i <= j && cmp(x[i], x[a]) < 0 {
			i++
		}
		for i <= j && cmp(x[j], x[a]) >= 0 {
			j--
		}
		if i > j {
			x[j], x[a] = x[a], x[j]
			return j, already
		}
		x[i], x[j] = x[j], x[i]
		already = false
		i++
		j--
	}
}

// splitEqual puts what equals the pivot before what is greater.
func splitEqual[E any](x []E, cmp func(a, b E) int, a, b, pivot int) int {
	x[a], x[pivot] = x[pivot], x[a]
	i, j := a+1, b-1
	for {
		for i <= j && cmp(x[a], x[i]) >= 0 {
			i++
		}
		for i <= j && cmp(x[a], x[j]) < 0 {
			j--
		}
		if i > j {
			return i
		}
		x[i], x[j] = x[j], x[i]
		i++
		j--
	}
}

// almostSorted mends up to five misplaced elements; it says whether all is sorted then.
func almostSorted[E any](x []E, cmp func(a, b E) int, a, b int) bool {
	i := a + 1
	for range 5 {
		for i < b && cmp(x[i], x[i-1]) >= 0 {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		x[i], x[i-1] = x[i-1], x[i]
		if i-a >= 2 {
			for j := i - 1; j >= 1 && cmp(x[j], x[j-1]) < 0; j-- {
				x[j], x[j-1] = x[j-1], x[j]
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && cmp(x[j], x[j-1]) < 0; j++ {
				x[j], x[j-1] = x[j-1], x[j]
			}
		}
	}
	return false
}

// scatter swaps some elements around the middle with others, against patterns that make bad pivots.
func scatter[E any](x []E, cmp func(a, b E) int, a, b int) {
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
		x[at+i], x[a+other] = x[a+other], x[at+i]
	}
}

func choosePivot[E any](x []E, cmp func(a, b E) int, a, b int) (pivot int, found hint) {
	n := b - a
	swaps := 0
	i, j, k := a+n/4*1, a+n/4*2, a+n/4*3
	if n >= 8 {
		if n >= 50 {
			i = median(x, cmp, i-1, i, i+1, &swaps)
			j = median(x, cmp, j-1, j, j+1, &swaps)
			k = median(x, cmp, k-1, k, k+1, &swaps)
		}
		j = median(x, cmp, i, j, k, &swaps)
	}
	switch swaps {
	case 0:
		return j, increasing
	case 12:
		return j, decreasing
	}
	return j, unknown
}

func median[E any](x []E, cmp func(a, b E) int, a, b, c int, swaps *int) int {
	a, b = ordered(x, cmp, a, b, swaps)
	b, _ = ordered(x, cmp, b, c, swaps)
	_, b = ordered(x, cmp, a, b, swaps)
	return b
}

func ordered[E any](x []E, cmp func(a, b E) int, a, b int, swaps *int) (int, int) {
	if cmp(x[b], x[a]) < 0 {
		*swaps++
		return b, a
	}
	return a, b
}
