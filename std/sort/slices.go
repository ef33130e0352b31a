package sort

import (
	"internal/abi"
	"internal/reflectlite"
)

func kindOf(t *abi.Type) abi.Kind {
	if t == nil {
		return abi.Invalid
	}
	return t.Kind()
}

// length returns how many elements x has.
func length(x any) int {
	t := abi.TypeOf(x)
	switch kind := kindOf(t); kind {
	case abi.Slice:
		return len(*(*[]byte)(abi.Word(x)))
	case abi.String:
		return len(*(*string)(abi.Word(x)))
	case abi.Array:
		return t.Len()
	case abi.Map:
		return abi.MapLen(abi.Word(x))
	default:
		panic(&reflectlite.ValueError{Method: "reflectlite.Value.Len", Kind: kind})
	}
}

// Slice sorts the slice x by less.
func Slice(x any, less func(i, j int) bool) {
	swap := reflectlite.Swapper(x)
	sortElements(elements{less, swap}, length(x))
}

// SliceStable sorts the slice x by less; equal elements keep their order.
func SliceStable(x any, less func(i, j int) bool) {
	swap := reflectlite.Swapper(x)
	sortStable(elements{less, swap}, length(x))
}

// SliceIsSorted says whether the slice x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := length(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

// IntSlice sorts ints.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x IntSlice) Sort() { Sort(x) }

// Search is SearchInts.
func (x IntSlice) Search(v int) int { return SearchInts(x, v) }

// Float64Slice sorts float64s, NaNs first.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return lessFloat(x[i], x[j]) }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

func lessFloat(a, b float64) bool { return a < b || a != a && b == b }

// Sort sorts x.
func (x Float64Slice) Sort() { Sort(x) }

// Search is SearchFloat64s.
func (x Float64Slice) Search(v float64) int { return SearchFloat64s(x, v) }

// StringSlice sorts strings.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts x.
func (x StringSlice) Sort() { Sort(x) }

// Search is SearchStrings.
func (x StringSlice) Search(v string) int { return SearchStrings(x, v) }

// Ints sorts x.
func Ints(x []int) {
	sortElements(elements{
		func(i, j int) bool { return x[i] < x[j] },
		func(i, j int) { x[i], x[j] = x[j], x[i] },
	}, len(x))
}

// Float64s sorts x, NaNs first.
func Float64s(x []float64) {
	sortElements(elements{
		func(i, j int) bool { return lessFloat(x[i], x[j]) },
		func(i, j int) { x[i], x[j] = x[j], x[i] },
	}, len(x))
}

// Strings sorts x.
func Strings(x []string) {
	sortElements(elements{
		func(i, j int) bool { return x[i] < x[j] },
		func(i, j int) { x[i], x[j] = x[j], x[i] },
	}, len(x))
}

// IntsAreSorted says whether x is sorted.
func IntsAreSorted(x []int) bool {
	for j := range len(x) - 1 {
		i := j + 1
		if x[i] < x[j] {
			return false
		}
	}
	return true
}

// Float64sAreSorted says whether x is sorted.
func Float64sAreSorted(x []float64) bool {
	for j := range len(x) - 1 {
		i := j + 1
		if lessFloat(x[i], x[j]) {
			return false
		}
	}
	return true
}

// StringsAreSorted says whether x is sorted.
func StringsAreSorted(x []string) bool {
	for j := range len(x) - 1 {
		i := j + 1
		if x[i] < x[j] {
			return false
		}
	}
	return true
}

// Search returns the least i in [0,n) for which f holds, n if there is none; f must hold for all above.
func Search(n int, f func(int) bool) int {
	i, j := 0, n
	for i < j {
		h := int(uint(i+j) >> 1)
		if !f(h) {
			i = h + 1
		} else {
			j = h
		}
	}
	return i
}

// Find returns the least i in [0,n) for which cmp is not positive, and whether it is zero there.
func Find(n int, cmp func(int) int) (i int, found bool) {
	i, j := 0, n
	for i < j {
		h := int(uint(i+j) >> 1)
		if cmp(h) > 0 {
			i = h + 1
		} else {
			j = h
		}
	}
	return i, i < n && cmp(i) == 0
}

// SearchInts returns the place of x in the sorted a, or where it would be put.
func SearchInts(a []int, x int) int { return Search(len(a), func(i int) bool { return a[i] >= x }) }

// SearchFloat64s returns the place of x in the sorted a, or where it would be put.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings returns the place of x in the sorted a, or where it would be put.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
