// run
package main

import "fmt"

func try(a, b any) (s any) {
	defer func() {
		if r := recover(); r != nil {
			s = r
		}
	}()
	return a == b
}

func main() {
	fmt.Println(try([]int{1}, []int{1}))
	fmt.Println(try(map[int]int{}, 3))
	fmt.Println(try(struct{ f func() }{}, struct{ f func() }{}))
	fmt.Println(try([]int{1}, 1))
}

// Output:
// runtime error: comparing uncomparable type []int
// false
// runtime error: comparing uncomparable type struct { f func() }
// false
