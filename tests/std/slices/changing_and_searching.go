// run

// Insert and Replace of parts of the slice itself, what Delete and Compact clear, capacities, panics.
package main

import (
	"fmt"
	"slices"
	"strings"
)

func show[S ~[]E, E any](what string, s S) {
	fmt.Println(what, s, len(s), cap(s), s == nil, s[:cap(s)])
}

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

type names []string

func main() {
	base := func() []int {
		s := make([]int, 8, 12)
		for i := range s {
			s[i] = i
		}
		return s
	}
	show("insert", slices.Insert(base(), 3, 70, 71))
	show("insert none", slices.Insert(base(), 3))
	show("insert at end", slices.Insert(base(), 8, 70))
	show("insert grows", slices.Insert(base(), 1, 1, 2, 3, 4, 5))
	s := base()
	show("insert of itself", slices.Insert(s, 2, s[4:7]...))
	s = base()
	show("insert of its beginning", slices.Insert(s, 5, s[:3]...))
	s = base()
	show("insert around", slices.Insert(s, 4, s[2:6]...))
	for i := range 9 {
		for j := i; j < 9; j++ {
			var hashes []int
			for a := range 9 {
				for b := a; b < 9; b++ {
					s := base()
					h := 0
					for _, v := range slices.Replace(s, i, j, s[a:b]...) {
						h = h*31 + v
					}
					hashes = append(hashes, h%10007)
				}
			}
			fmt.Print(slices.Max(hashes), hashes[len(hashes)/2], " ")
		}
	}
	fmt.Println()
	show("replace shorter", slices.Replace(base(), 2, 6, 70))
	show("replace at end", slices.Replace(base(), 6, 8, 70))
	show("replace longer", slices.Replace(base(), 2, 3, 70, 71, 72))
	show("delete", slices.Delete(base(), 2, 5))
	show("delete func", slices.DeleteFunc(base(), func(i int) bool { return i%3 == 1 }))
	show("compact", slices.Compact([]int{1, 1, 2, 3, 3, 3, 1, 1}))
	show("compact func", slices.CompactFunc([]string{"a", "A", "b", "B", "c"}, strings.EqualFold))
	show("clone", slices.Clone(names{"x", "y", "z"}))
	show("clone nil", slices.Clone(names(nil)))
	show("clone empty", slices.Clone(names{}))
	show("grow", slices.Grow([]int{1, 2, 3}, 10))
	show("grow enough", slices.Grow(base(), 4))
	show("clip", slices.Clip(base()))
	show("concat", slices.Concat([]int{1}, nil, []int{2, 3}, []int{}))
	show("concat none", slices.Concat[[]int]())
	show("repeat", slices.Repeat([]int{1, 2}, 3))
	show("repeat none", slices.Repeat([]int{1, 2}, 0))
	r := base()
	slices.Reverse(r)
	show("reverse", r)
	fmt.Println(slices.Equal(r, base()), slices.Compare([]int{1, 2}, []int{1, 2, 0}), slices.Compare([]int{2}, []int{1, 9}), slices.Compare(r, r))
	fmt.Println(slices.EqualFunc([]int{1, 2}, []string{"a", "bb"}, func(n int, s string) bool { return n == len(s) }),
		slices.CompareFunc([]int{1, 2}, []string{"a", "b"}, func(n int, s string) int { return n - len(s) }))
	fmt.Println(slices.Index(r, 3), slices.Contains(r, 30), slices.IndexFunc(r, func(n int) bool { return n < 3 }), slices.ContainsFunc(r, func(n int) bool { return n > 8 }))
	fmt.Println(slices.Min(r), slices.Max(r), slices.MinFunc(words, byLength), slices.MaxFunc(words, byLength))
	try("min", func() { slices.Min([]int{}) })
	try("max", func() { slices.Max([]int{}) })
	try("min func", func() { slices.MinFunc([]string{}, byLength) })
	try("max func", func() { slices.MaxFunc([]string{}, byLength) })
	try("insert", func() { slices.Insert([]int{1}, 2, 3) })
	try("insert none", func() { slices.Insert([]int{1}, 2) })
	try("delete", func() { slices.Delete(base(), 5, 9) })
	try("delete order", func() { slices.Delete(base(), 5, 4) })
	try("replace", func() { slices.Replace(base(), 9, 9) })
	try("grow", func() { slices.Grow(r, -1) })
	try("repeat", func() { slices.Repeat(r, -1) })
	try("repeat much", func() { slices.Repeat(r, 1<<61) })
	try("chunk", func() { slices.Chunk(r, 0) })
	try("uncomparable", func() { slices.Index([]any{1, []int{}}, any([]int{})) })
}

var words = []string{"pear", "fig", "apple", "kiwi", "elder", "yew"}

func byLength(a, b string) int { return len(a) - len(b) }

// Output:
// insert [0 1 2 70 71 3 4 5 6 7] 10 12 false [0 1 2 70 71 3 4 5 6 7 0 0]
// insert none [0 1 2 3 4 5 6 7] 8 12 false [0 1 2 3 4 5 6 7 0 0 0 0]
// insert at end [0 1 2 3 4 5 6 7 70] 9 12 false [0 1 2 3 4 5 6 7 70 0 0 0]
// insert grows [0 1 2 3 4 5 1 2 3 4 5 6 7] 13 24 false [0 1 2 3 4 5 1 2 3 4 5 6 7 0 0 0 0 0 0 0 0 0 0 0]
// insert of itself [0 1 4 5 6 2 3 4 5 6 7] 11 12 false [0 1 4 5 6 2 3 4 5 6 7 0]
// insert of its beginning [0 1 2 3 4 0 1 2 5 6 7] 11 12 false [0 1 2 3 4 0 1 2 5 6 7 0]
// insert around [0 1 2 3 2 3 4 5 4 5 6 7] 12 12 false [0 1 2 3 2 3 4 5 4 5 6 7]
// 9408 7777 9593 3620 9545 5463 9782 3816 9832 7342 9186 584 9918 9412 9443 950 9069 9069 9593 3620 9545 5463 9782 3816 9832 7342 9186 584 9918 9412 9443 950 9069 9069 10006 7480 9442 653 9820 8854 9767 1924 9970 8164 9815 3815 9810 8193 9514 9514 9569 7203 9876 4776 9975 8256 9913 5432 9911 175 9421 7569 9850 4465 9860 9860 9891 8389 9186 916 9730 6171 9978 8301 9854 2851 9850 2997 9621 8759 9343 4157 9339 6590 9947 7480 9945 7020 9872 9467
// replace shorter [0 1 70 6 7] 5 12 false [0 1 70 6 7 0 0 0 0 0 0 0]
// replace at end [0 1 2 3 4 5 70] 7 12 false [0 1 2 3 4 5 70 0 0 0 0 0]
// replace longer [0 1 70 71 72 3 4 5 6 7] 10 12 false [0 1 70 71 72 3 4 5 6 7 0 0]
// delete [0 1 5 6 7] 5 12 false [0 1 5 6 7 0 0 0 0 0 0 0]
// delete func [0 2 3 5 6] 5 12 false [0 2 3 5 6 0 0 0 0 0 0 0]
// compact [1 2 3 1] 4 8 false [1 2 3 1 0 0 0 0]
// compact func [a b c] 3 5 false [a b c  ]
// clone [x y z] 3 3 false [x y z]
// clone nil [] 0 0 true []
// clone empty [] 0 0 false []
// grow [1 2 3] 3 14 false [1 2 3 0 0 0 0 0 0 0 0 0 0 0]
// grow enough [0 1 2 3 4 5 6 7] 8 12 false [0 1 2 3 4 5 6 7 0 0 0 0]
// clip [0 1 2 3 4 5 6 7] 8 8 false [0 1 2 3 4 5 6 7]
// concat [1 2 3] 3 3 false [1 2 3]
// concat none [] 0 0 true []
// repeat [1 2 1 2 1 2] 6 6 false [1 2 1 2 1 2]
// repeat none [] 0 0 false []
// reverse [7 6 5 4 3 2 1 0] 8 12 false [7 6 5 4 3 2 1 0 0 0 0 0]
// false -1 1 0
// true 1
// 4 false 5 false
// 0 7 fig apple
// min slices.Min: empty list
// max slices.Max: empty list
// min func slices.MinFunc: empty list
// max func slices.MaxFunc: empty list
// insert runtime error: slice bounds out of range [2:1]
// insert none runtime error: slice bounds out of range [2:1]
// delete runtime error: slice bounds out of range [:9:8]
// delete order runtime error: slice bounds out of range [5:4:]
// replace runtime error: slice bounds out of range [9:8]
// grow cannot be negative
// repeat cannot be negative
// repeat much the result of (len(x) * count) overflows
// chunk cannot be less than 1
// uncomparable runtime error: comparing uncomparable type []int
