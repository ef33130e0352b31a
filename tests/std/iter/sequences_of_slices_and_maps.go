// run

package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func filter[V any](seq iter.Seq[V], keep func(V) bool) iter.Seq[V] {
	return func(yield func(V) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func swapped[K, V any](seq iter.Seq2[K, V]) iter.Seq2[V, K] {
	return func(yield func(V, K) bool) {
		for k, v := range seq {
			if !yield(v, k) {
				return
			}
		}
	}
}

func main() {
	words := []string{"delta", "alpha", "echo", "bravo", "charlie"}
	for i, w := range slices.All(words) {
		fmt.Print(i, w, " ")
	}
	for i, w := range slices.Backward(words) {
		if i == 1 {
			break
		}
		fmt.Print(i, w, " ")
	}
	fmt.Println()
	fmt.Println(slices.Sorted(slices.Values(words)), slices.Collect(filter(slices.Values(words), func(s string) bool { return len(s) == 5 })))
	fmt.Println(slices.SortedFunc(slices.Values(words), func(a, b string) int { return len(a) - len(b) }),
		slices.SortedStableFunc(slices.Values(words), func(a, b string) int { return len(b) - len(a) }))
	fmt.Println(slices.AppendSeq([]int{1}, maps.Keys(map[int]bool{2: true})), slices.Collect(slices.Values([]int{})) == nil)
	for part := range slices.Chunk(words, 2) {
		fmt.Print(part, cap(part), " ")
	}
	fmt.Println()
	index := maps.Collect(swapped(slices.All(words)))
	fmt.Println(index, len(index))
	fmt.Println(slices.Sorted(maps.Keys(index)), slices.Sorted(maps.Values(index)))
	copied := maps.Clone(index)
	maps.DeleteFunc(copied, func(k string, v int) bool { return v > 2 })
	fmt.Println(copied, maps.Equal(copied, index), maps.Clone(map[int]int(nil)) == nil)
	maps.Insert(copied, maps.All(map[string]int{"x": 9}))
	maps.Copy(copied, map[string]int{"alpha": 100})
	fmt.Println(copied, maps.EqualFunc(copied, map[string]string{}, func(int, string) bool { return true }))
	var sum strings.Builder
	for k, v := range maps.All(map[string]int{"one": 1}) {
		fmt.Fprint(&sum, k, v)
	}
	fmt.Println(sum.String())
}

// Output:
// 0delta 1alpha 2echo 3bravo 4charlie 4charlie 3bravo 2echo
// [alpha bravo charlie delta echo] [delta alpha bravo]
// [echo delta alpha bravo charlie] [charlie delta alpha bravo echo]
// [1 2] true
// [delta alpha] 2 [echo bravo] 2 [charlie] 1
// map[alpha:1 bravo:3 charlie:4 delta:0 echo:2] 5
// [alpha bravo charlie delta echo] [0 1 2 3 4]
// map[alpha:1 delta:0 echo:2] false true
// map[alpha:100 delta:0 echo:2 x:9] false
// one1
