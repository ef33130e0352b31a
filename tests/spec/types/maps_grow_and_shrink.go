// run
package main

import (
	"fmt"
	"math"
)

func main() {
	m := map[int]int{}
	for i := range 5000 {
		m[i*7] = i
	}
	for i := 0; i < 5000; i += 2 {
		delete(m, i*7)
	}
	sum, n := 0, 0
	for k, v := range m {
		sum += k - v
		n++
	}
	_, has := m[14]
	fmt.Println(len(m), n, sum, has, m[7])
	s := map[string][]string{}
	for _, w := range []string{"one", "two", "three", "four", "five"} {
		s[w[:1]] = append(s[w[:1]], w)
	}
	fmt.Println(s)
	var arr [3]map[bool]int
	arr[1] = map[bool]int{true: 1}
	arr[1][false]--
	fmt.Println(arr)
	f := map[float64]int{0.5: 1}
	f[math.NaN()] = 1
	f[math.NaN()] = 2
	fmt.Println(len(f), f[math.NaN()])
}

// Output:
// 2500 2500 37500000 false 1
// map[f:[four five] o:[one] t:[two three]]
// [map[] map[false:-1 true:1] map[]]
// 3 0
