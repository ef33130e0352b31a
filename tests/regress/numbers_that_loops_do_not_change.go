// run

// What an iteration computes of values from before the loop: computed once or each time, it is the same, and no panic comes early.
package main

import "fmt"

func bubble(a []int) (swaps int) {
	n := len(a)
	for i := 0; i < n; i++ {
		for j := 0; j < n-i-1; j++ {
			if a[j] > a[j+1] {
				a[j], a[j+1] = a[j+1], a[j]
				swaps++
			}
		}
	}
	return swaps
}

// The division panics in the second iteration at the earliest, or never.
func guarded(a []int, d int) (sum int) {
	for i, x := range a {
		sum += x
		if i > 0 {
			sum += 100 / d
		}
	}
	return sum
}

func divides(n, a, b int) (sum int) {
	for i := 0; i < n; i++ {
		sum += a/b + i
	}
	return sum
}

func shifts(n int, x uint8, by int) (sum int) {
	for i := range n {
		sum += int(x<<by) ^ i
	}
	return sum
}

func grid(w, h int, scale float64) (total float64, last int) {
	cells := make([]float64, w*h)
	for y := 0; y < h; y++ {
		for x := 0; x < w; x++ {
			cells[y*w+x] = float64(x)*scale*scale + float64(y)/scale
			last = y*w + (w - x)
		}
	}
	for _, c := range cells {
		total += c
	}
	return total, last
}

func jumps(a, b, n int) (sum int) {
	i := 0
again:
	sum += (a ^ b) + i
	i++
	if i < n {
		if sum&1 == 0 {
			goto again
		}
		sum += a | b
		goto again
	}
	return sum
}

func labels(a, b int) (out []int) {
outer:
	for i := 0; ; i++ {
		for j := 0; j < a*b; j++ {
			if j > i*b-a {
				continue outer
			}
			if len(out) > a+b {
				break outer
			}
			out = append(out, i*10+j, a-b)
		}
		if i > 6 {
			break
		}
	}
	return out
}

func carried(a, b, n int) (int, int) {
	x, y := a, 0
	for i := 0; i < n; i++ {
		x, y = a-b, x
	}
	return x, y
}

func narrow(a int8, b uint16, n int) (r int) {
	for i := 0; i < n; i++ {
		r = r*3 + int(a+100) + int(b*300) + int(uint8(b)) + i
	}
	return r
}

func called(a, b, n int, f func(int)) {
	for i := 0; i < n; i++ {
		f(a*b - a)
		a++
		f(b &^ 3)
	}
}

func try(f func() int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(r)
		}
	}()
	fmt.Println(f())
}

func main() {
	a := []int{5, 1, 4, 2, 3}
	fmt.Println(bubble(a), a, bubble(nil))
	try(func() int { return guarded(a[:1], 0) })
	try(func() int { return guarded(a, 0) })
	try(func() int { return guarded(a, 7) })
	try(func() int { return divides(0, 1, 0) })
	try(func() int { return divides(1, 1, 0) })
	try(func() int { return divides(3, 7, 2) })
	try(func() int { return shifts(0, 1, -1) })
	try(func() int { return shifts(1, 1, -1) })
	try(func() int { return shifts(3, 200, 1) })
	fmt.Println(grid(4, 3, 1.5))
	fmt.Println(grid(0, 3, 0))
	fmt.Println(jumps(6, 3, 5), labels(3, 2), narrow(90, 1000, 4))
	fmt.Println(carried(7, 3, 0))
	fmt.Println(carried(7, 3, 1))
	fmt.Println(carried(7, 3, 4))
	called(2, 7, 3, func(x int) { fmt.Print(x, " ") })
	fmt.Println()
}

// Output:
// 6 [1 2 3 4 5] 0
// 1
// runtime error: integer divide by zero
// 71
// 0
// runtime error: integer divide by zero
// 12
// 0
// runtime error: negative shift amount
// 435
// 48.50000000000001 9
// 0 0
// 49 [20 1 21 1 30 1] 1520898
// 7 0
// 4 7
// 4 4
// 12 4 18 4 24 4
