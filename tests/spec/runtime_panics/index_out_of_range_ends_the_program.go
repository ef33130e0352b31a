// run
package main

import "fmt"

func get(s []int, i int) int { return s[i] }

func main() {
	defer fmt.Println("deferred runs")
	fmt.Println(get([]int{1, 2, 3}, 5))
}

// Exit: 2
// Stderr:
// panic: runtime error: index out of range [5] with length 3
// goroutine 1 [running]:
// main.get(
// main.main()

// Output:
// deferred runs
