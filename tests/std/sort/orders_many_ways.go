// run
package main

import (
	"fmt"
	"sort"
	"strings"
)

type person struct {
	name string
	age  int
}
type byAge []person

func (a byAge) Len() int           { return len(a) }
func (a byAge) Less(i, j int) bool { return a[i].age < a[j].age }
func (a byAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }

func main() {
	ints := []int{5, 2, 8, 1, 9, 3, 7, 3}
	sort.Ints(ints)
	fmt.Println(ints, sort.IntsAreSorted(ints), sort.SearchInts(ints, 7), sort.SearchInts(ints, 6))
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	fmt.Println(ints)
	strs := []string{"b", "A", "c", "a"}
	sort.Strings(strs)
	fmt.Println(strs)
	fl := []float64{2.5, -1, 3}
	sort.Float64s(fl)
	fmt.Println(fl)
	people := []person{{"a", 30}, {"b", 25}, {"c", 30}, {"d", 25}}
	sort.Stable(byAge(people))
	fmt.Println(people)
	sort.Slice(people, func(i, j int) bool { return people[i].name > people[j].name })
	fmt.Println(people)
	sort.SliceStable(people, func(i, j int) bool { return people[i].age < people[j].age })
	fmt.Println(people, sort.SliceIsSorted(people, func(i, j int) bool { return people[i].age < people[j].age }))
	x := uint32(1)
	big := make([]int, 3000)
	for i := range big {
		x = x*1664525 + 1013904223
		big[i] = int(x >> 8 % 1000)
	}
	sort.Ints(big)
	fmt.Println(sort.IntsAreSorted(big), big[0] <= big[2999])
	i := sort.Search(100, func(i int) bool { return i*i >= 50 })
	fmt.Println(i, strings.Join(strs, ""))
	pos, found := sort.Find(len(strs), func(i int) int { return strings.Compare("b", strs[i]) })
	fmt.Println(pos, found)
}

// Output:
// [1 2 3 3 5 7 8 9] true 5 5
// [9 8 7 5 3 3 2 1]
// [A a b c]
// [-1 2.5 3]
// [{b 25} {d 25} {a 30} {c 30}]
// [{d 25} {c 30} {b 25} {a 30}]
// [{d 25} {b 25} {c 30} {a 30}] true
// true true
// 8 Aabc
// 2 true
