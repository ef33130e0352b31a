// run
// The slice types of package sort, their methods, and the searches.
package main

import (
	"fmt"
	"math"
	"sort"
)

func main() {
	ints := sort.IntSlice{5, 2, 8, 2, -1}
	fmt.Println(ints.Len(), ints.Less(0, 1), ints.Less(1, 3), sort.IsSorted(ints))
	ints.Swap(0, 4)
	fmt.Println(ints)
	ints.Sort()
	fmt.Println(ints, sort.IsSorted(ints), sort.IsSorted(sort.Reverse(ints)))
	for _, x := range []int{-5, 2, 3, 8, 9} {
		fmt.Print(ints.Search(x), " ", sort.SearchInts(ints, x), " ")
	}
	fmt.Println()

	floats := sort.Float64Slice{2.5, math.NaN(), math.Inf(1), -0.0, math.Inf(-1), 0, math.NaN()}
	fmt.Println(floats.Len(), floats.Less(0, 1), floats.Less(1, 0), floats.Less(1, 6), sort.Float64sAreSorted(floats))
	floats.Swap(0, 2)
	floats.Sort()
	fmt.Println(floats, sort.Float64sAreSorted(floats))
	for _, x := range []float64{math.Inf(-1), 0, 1, math.Inf(1)} {
		fmt.Print(floats[2:].Search(x), " ", sort.SearchFloat64s(floats[2:], x), " ")
	}
	fmt.Println()

	words := sort.StringSlice{"pear", "", "apple", "Pear", "äpfel"}
	fmt.Println(words.Len(), words.Less(0, 1), words.Less(1, 0), sort.StringsAreSorted(words))
	words.Swap(0, 1)
	words.Sort()
	fmt.Printf("%q %v\n", words, sort.StringsAreSorted(words))
	for _, x := range []string{"", "Q", "pear", "zzz"} {
		fmt.Print(words.Search(x), " ", sort.SearchStrings(words, x), " ")
	}
	fmt.Println()
	sort.Sort(sort.Reverse(words))
	fmt.Printf("%q\n", words)
}

// Output:
// 5 false false false
// [-1 2 8 2 5]
// [-1 2 2 5 8] true false
// 0 0 1 1 3 3 4 4 5 5
// 7 false true false false
// [NaN NaN -Inf 0 0 2.5 +Inf] true
// 0 0 1 1 3 3 4 4
// 5 false true false
// ["" "Pear" "apple" "pear" "äpfel"] true
// 0 0 2 2 3 3 4 4
// ["äpfel" "pear" "apple" "Pear" ""]
