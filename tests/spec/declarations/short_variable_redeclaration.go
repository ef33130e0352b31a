// run
package main

import "fmt"

func two() (int, error) { return 1, nil }

func main() {
	a, err := two()
	b, err := two()
	p := &err
	c, err := two()
	fmt.Println(a, b, c, err, p == &err)
}

// Output:
// 1 1 1 <nil> true
