// run
package main

import "fmt"

func idx(name string, i int) int {
	fmt.Print(name, " ")
	return i
}

func main() {
	a := []int{1, 2, 3}
	i := 0
	i, a[i] = 1, 9
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	a[idx("x", 0)], a[idx("y", 1)] = idx("v", 5), idx("w", 6)
	fmt.Println(a)
	var p *int
	x, y := 1, 2
	x, y = y, x+y
	p = &x
	*p, y = 7, *p
	fmt.Println(x, y)
	type point struct{ x, y int }
	pt := point{1, 2}
	pt.x, pt.y = pt.y, pt.x
	fmt.Println(pt)
	a[1] += 10
	a[idx("once", 1)] *= 2
	fmt.Println(a)
}

// Output:
// 1 [9 2 3]
// [3 9 2]
// x y v w [5 6 2]
// 7 2
// {2 1}
// once [5 32 2]
