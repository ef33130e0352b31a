package sort

import (
	"internal/rtype"
	"unsafe"
)

// function sorts a slice of any type by a function.
type function struct {
	less func(i, j int) bool
	elem *rtype.Type
	data unsafe.Pointer
	n    int
}

func (f *function) Len() int           { return f.n }
func (f *function) Less(i, j int) bool { return f.less(i, j) }
func (f *function) Swap(i, j int) {
	swap(f.elem, rtype.Index(f.elem, f.data, i), rtype.Index(f.elem, f.data, j))
}

//go:noescape
func swap(t *rtype.Type, a, b unsafe.Pointer)

func byFunction(x any, less func(i, j int) bool) *function {
	t := rtype.TypeOf(x)
	if t == nil || t.Kind() != rtype.Slice {
		name := "nil"
		if t != nil {
			name = t.String()
		}
		panic("sort: argument of type " + name + " is no slice")
	}
	s := (*[]byte)(rtype.Word(x))
	return &function{less, t.Elem(), unsafe.Pointer(unsafe.SliceData(*s)), len(*s)}
}

// Slice sorts the slice x by less.
func Slice(x any, less func(i, j int) bool) { Sort(byFunction(x, less)) }

// SliceStable sorts the slice x by less; equal elements keep their order.
func SliceStable(x any, less func(i, j int) bool) { Stable(byFunction(x, less)) }

// SliceIsSorted says whether the slice x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool { return IsSorted(byFunction(x, less)) }

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
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

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
func Ints(x []int) { Sort(IntSlice(x)) }

// Float64s sorts x, NaNs first.
func Float64s(x []float64) { Sort(Float64Slice(x)) }

// Strings sorts x.
func Strings(x []string) { Sort(StringSlice(x)) }

// IntsAreSorted says whether x is sorted.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted says whether x is sorted.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted says whether x is sorted.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }

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
