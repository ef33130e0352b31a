// run
package main

import "fmt"

func main() {
	m := map[int]string{1: "a", 2: "b", 3: "c"}
	sum := 0
	for k := range m {
		sum += k
		delete(m, k)
	}
	fmt.Println(sum, len(m))
	m = nil
	for range m {
		fmt.Println("never")
	}
	m = map[int]string{7: "x"}
	for k, v := range m {
		fmt.Println(k, v)
	}
}

// Output:
// 6 0
// 7 x
