// run
package main

import "fmt"

func main() {
	for i := range 3 {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	var n8 int8 = 4
	for i := range n8 {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] = 10
		fmt.Print(i, v, " ")
	}
	for i, v := range &a {
		a[2] = 20
		fmt.Print(i, v, " ")
	}
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 4)
			s[1] = 7
		}
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(s))
}

// Output:
// 0 1 2 x x int80 int81 int82 int83
// 0 1 1 2 2 3 0 1 1 2 2 20 0 1 1 2 2 3 4
