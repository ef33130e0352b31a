// run

// A comma-ok value and the branch on it, in the shapes that lead one branch to another.
package main

import "fmt"

type shape interface{ area() int }
type square struct{ side int }
type circle struct{ r int }

func (s square) area() int  { return s.side * s.side }
func (c *circle) area() int { return 3 * c.r * c.r }

var m = map[int]int{1: 10, 2: 20, 3: 0}
var names = map[string]struct {
	a, b int
	s    string
}{"x": {1, 2, "three"}}

func sum(keys ...int) (total, misses int) {
	for _, k := range keys {
		if v, ok := m[k]; ok {
			total += v
		} else {
			misses += v + 1
		}
	}
	return
}

func early(k int) string {
	v, ok := m[k]
	if !ok {
		return fmt.Sprint("none ", v)
	}
	for v > 5 {
		v -= 7
	}
	return fmt.Sprint("some ", v)
}

func both(a, b int) int {
	if v, ok := m[a]; ok && v > 5 {
		if w, ok := m[b]; ok || v == 10 {
			return v + w
		}
		return v
	} else if ok {
		return -v - 1
	}
	return -100
}

func later(k int) (int, bool, int) {
	v, ok := m[k]
	n := 0
	if ok {
		n = 1
	}
	return v, ok, n
}

func twice(k int) int {
	n := 0
	v, ok := m[k]
	if ok {
		n += v
	}
	if ok {
		n += 2 * v
	} else {
		n--
	}
	return n
}

func loop(keys []int) (out []int) {
	last, found := 0, false
	for _, k := range keys {
		v, ok := m[k]
		if !ok {
			if found {
				out = append(out, -last)
			}
			continue
		}
		last, found = v, ok
		out = append(out, v)
	}
	return
}

func kind(x any) string {
	if s, ok := x.(square); ok {
		return fmt.Sprint("square ", s.side)
	}
	if s, ok := x.(shape); ok {
		return fmt.Sprint("shape ", s.area())
	}
	if n, ok := x.(int); ok && n > 3 {
		return fmt.Sprint("int ", n)
	} else if ok {
		return fmt.Sprint("small ", n)
	}
	return "other"
}

func whole(k string) (int, string) {
	if v, ok := names[k]; ok {
		return v.a + v.b, v.s
	}
	return -1, ""
}

func receive(c chan int) (n int) {
	for {
		v, ok := <-c
		if !ok {
			return n
		}
		n += v
	}
}

func jump(k int) int {
	n := 0
again:
	if v, ok := m[k]; ok {
		n += v
		k++
		goto again
	} else {
		n += v
	}
	return n
}

func main() {
	fmt.Println(sum(1, 2, 3, 4, 1))
	fmt.Println(early(1), early(2), early(3), early(4))
	fmt.Println(both(1, 2), both(1, 9), both(2, 9), both(3, 1), both(7, 7))
	fmt.Println(later(2))
	fmt.Println(later(5))
	fmt.Println(twice(1), twice(3), twice(9))
	fmt.Println(loop([]int{9, 1, 8, 2, 2, 7}))
	fmt.Println(kind(square{2}), kind(&circle{1}), kind(5), kind(1), kind("s"), kind(nil))
	fmt.Println(whole("x"))
	fmt.Println(whole("y"))
	c := make(chan int, 3)
	c <- 1
	c <- 2
	close(c)
	fmt.Println(receive(c), jump(1), jump(5))
}

// Output:
// 40 1
// some 3 some -1 some 0 none 0
// 30 10 20 -1 -100
// 20 true 1
// 0 false 0
// 30 0 -1
// [10 -10 20 20 -20]
// square 2 shape 3 int 5 small 1 other other
// 3 three
// -1
// 3 30 0
