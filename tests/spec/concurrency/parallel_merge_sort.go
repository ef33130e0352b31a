// run
package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

// Merge sort in goroutines down to a grain, with a limit on how many run, and a parallel reduction over the result.

type limiter chan struct{}

// try runs f in a goroutine if one is free, else at once.
func (l limiter) try(wg *sync.WaitGroup, f func()) {
	select {
	case l <- struct{}{}:
		wg.Add(1)
		go func() {
			defer wg.Done()
			f()
			<-l
		}()
	default:
		f()
	}
}

func sorted[T any](list []T, compare func(a, b T) int, l limiter) []T {
	const grain = 16
	if len(list) <= grain {
		out := append([]T(nil), list...)
		for i := 1; i < len(out); i++ {
			for k := i; k > 0 && compare(out[k], out[k-1]) < 0; k-- {
				out[k], out[k-1] = out[k-1], out[k]
			}
		}
		return out
	}
	var left, right []T
	var wg sync.WaitGroup
	l.try(&wg, func() { left = sorted(list[:len(list)/2], compare, l) })
	right = sorted(list[len(list)/2:], compare, l)
	wg.Wait()
	return merge(left, right, compare)
}

func merge[T any](a, b []T, compare func(a, b T) int) []T {
	out := make([]T, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if compare(b[0], a[0]) < 0 {
			out, b = append(out, b[0]), b[1:]
		} else {
			out, a = append(out, a[0]), a[1:]
		}
	}
	return append(append(out, a...), b...)
}

func reduce[T, R any](list []T, parts int, f func(R, T) R, join func(R, R) R) R {
	results := make([]R, parts)
	var wg sync.WaitGroup
	size := (len(list) + parts - 1) / parts
	for p := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for _, v := range list[min(p*size, len(list)):min((p+1)*size, len(list))] {
				results[p] = f(results[p], v)
			}
		}()
	}
	wg.Wait()
	total := results[0]
	for _, r := range results[1:] {
		total = join(total, r)
	}
	return total
}

func compare[T int | string](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

type person struct {
	name string
	age  int
}

func main() {
	x := uint32(1)
	next := func() int {
		x = x*1664525 + 1013904223
		return int(x >> 16)
	}
	numbers := make([]int, 1000)
	for i := range numbers {
		numbers[i] = next() % 500
	}
	for _, workers := range []int{0, 1, 4, 16} {
		out := sorted(numbers, compare[int], make(limiter, workers))
		sum := reduce(out, 7, func(n, v int) int { return n + v }, func(a, b int) int { return a + b })
		fmt.Println(workers, sort.IntsAreSorted(out), out[0], out[len(out)/2], out[len(out)-1], sum)
	}

	var people []person
	for i := range 60 {
		people = append(people, person{fmt.Sprint("p", i), next() % 5})
	}
	byAge := sorted(people, func(a, b person) int { return compare(a.age, b.age) }, make(limiter, 3))
	var text []string
	for _, p := range byAge[:12] {
		text = append(text, fmt.Sprintf("%s/%d", p.name, p.age))
	}
	fmt.Println(strings.Join(text, " ")) // stable: names in order within an age
	longest := reduce(byAge, 4, func(s string, p person) string { return max(s, p.name) }, func(a, b string) string { return max(a, b) })
	fmt.Println(longest)
}

// Output:
// 0 true 0 245 498 242008
// 1 true 0 245 498 242008
// 4 true 0 245 498 242008
// 16 true 0 245 498 242008
// p5/0 p19/0 p20/0 p25/0 p34/0 p36/0 p39/0 p41/0 p44/0 p47/0 p48/0 p57/0
// p9
