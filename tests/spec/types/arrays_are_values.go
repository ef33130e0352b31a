// run
package main

import "fmt"

func change(a [3]int) [3]int { a[0] = 100; return a }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 50
	c := change(a)
	fmt.Println(a, b, c, a == [3]int{1, 2, 3}, len(a))
	var m [2][3]int
	m[1][2] = 5
	n := m
	n[1][2]++
	fmt.Println(m, n, m != n)
	p := &a
	p[2] = 7
	for i := range p {
		p[i]++
	}
	fmt.Println(a)
	arr := [...]func() int{func() int { return 1 }, func() int { return 2 }}
	fmt.Println(arr[1]())
}

// Output:
// [1 2 3] [1 50 3] [100 2 3] true 3
// [[0 0 0] [0 0 5]] [[0 0 0] [0 0 6]] true
// [2 3 8]
// 2
