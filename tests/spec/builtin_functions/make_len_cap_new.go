// run
package main

import "fmt"

func main() {
	n := 3
	s := make([]string, n)
	t := make([]int, n, 2*n)
	m := make(map[string]int, 100)
	c := make(chan int, 5)
	p := new(int)
	q := new([2]string)
	*p += 4
	fmt.Println(len(s), cap(s), len(t), cap(t), len(m), len(c), cap(c), *p, len(q), q[1] == "")
	fmt.Println(len("héllo"), len([5]int{}), cap(&[7]int{}))
	const k = len([10]float64{2.5})
	fmt.Println(k)
}

// Output:
// 3 3 3 6 0 0 5 4 2 true
// 6 5 7
// 10
