// A slice that grows by append is copied into a larger array again and again;
// one made with its capacity is allocated once, or not at all.
// Leans on: slices, append, make, runtime size classes.
package main

import "fmt"

const size = 1000

var kept []int

func grow(n int) []int {
	s := make([]int, 0, n)
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return s
}

func sized(n int) int {
	s := make([]int, 0, size)
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	sum := 0
	for _, v := range s {
		sum += v
	}
	return sum
}

func ladder() {
	var s []int
	last := -1
	for i := 0; i < size; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Println("length", len(s), "capacity", last)
		}
	}
	kept = s
}

func main() {
	ladder()
	sum := 0
	for i := 0; i < 500; i++ {
		s := grow(size)
		sum += len(s) + s[i]
	}
	fmt.Println("grown", sum)
	sum = 0
	for i := 0; i < 500; i++ {
		sum += sized(size)
	}
	fmt.Println("sized", sum)
}
